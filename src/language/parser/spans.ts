/** Where syntax nodes stand in their text. */
import { type AstNode, GrammarUtils } from 'langium';

export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** From the node's first token to its last, with the parentheses around it if it is an operand or a type in parentheses. */
export function spanOf(node: AstNode): Extent {
  const cst = node.$cstNode;
  return cst === undefined ? { start: 0, end: 0 } : { start: cst.offset, end: cst.end };
}

/** Where a property's value stands: `nameSpan(decl, 'name')`, `nameSpan(type, 'names', 1)`; the whole node if it has none. */
export function nameSpan(node: AstNode, property = 'name', index?: number): Extent {
  const cst = GrammarUtils.findNodeForProperty(node.$cstNode, property, index);
  return cst === undefined ? spanOf(node) : { start: cst.offset, end: cst.end };
}
