/** Where syntax nodes stand in their text. */
import { type AstNode, type CstNode, GrammarUtils } from 'langium';
import { Token } from './tree.ts';
import { contentOf } from './trivia.ts';

export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** From the node's first token to its last, with the parentheses around it if it is an operand or a type in parentheses. */
export function spanOf(node: AstNode): Extent {
  const cst = node.$cstNode;
  return cst === undefined ? { start: 0, end: 0 } : { start: cst.offset, end: cst.end };
}

/**
 * Where the text of a property stands: `nameSpan(decl)`, `nameSpan(type, 'names', 1)`, `nameSpan(binary, 'operator')`;
 * the whole node if it has none.
 */
export function nameSpan(node: AstNode, property = 'name', index?: number): Extent {
  const cst =
    property === 'operator' ? operatorOf(node) : GrammarUtils.findNodeForProperty(node.$cstNode, property, index);
  return cst === undefined ? spanOf(node) : { start: cst.offset, end: cst.end };
}

/** Operators lie directly in the node of their operation, where the tree builder has put them. */
function operatorOf(node: AstNode): CstNode | undefined {
  const { operator } = node as AstNode & { operator?: string };
  return contentOf(node.$cstNode).find((child) => child instanceof Token && child.image === operator);
}
