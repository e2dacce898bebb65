/** Where syntax nodes stand in their text. */
import { type AstNode, AstUtils, type CstNode, GrammarAST } from 'langium';
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
  const cst = property === 'operator' ? operatorOf(node) : partOf(node.$cstNode, property, index);
  return cst === undefined ? spanOf(node) : { start: cst.offset, end: cst.end };
}

/** Operators lie directly in the node of their operation, where the tree builder has put them. */
function operatorOf(node: AstNode): CstNode | undefined {
  const { operator } = node as AstNode & { operator?: string };
  return contentOf(node.$cstNode).find((child) => child instanceof Token && child.image === operator);
}

/** The concrete node of the index-th value of a property, or of its last value if it has fewer. */
export function partOf(cst: CstNode | undefined, property: string, index = 0): CstNode | undefined {
  return cst === undefined
    ? undefined
    : search(cst, property, cst.astNode, { left: Math.max(0, index), last: undefined });
}

interface Search {
  /** Values to pass by. */
  left: number;
  last: CstNode | undefined;
}

function search(node: CstNode, property: string, owner: AstNode, progress: Search): CstNode | undefined {
  for (const child of contentOf(node)) {
    if (featureOf(child.grammarSource) === property) {
      progress.last = child;
      if (progress.left-- === 0) break;
    } else if (!(child instanceof Token) && child.astNode === owner) {
      search(child, property, owner, progress);
      if (progress.left < 0) break;
    }
  }
  return progress.last;
}

const features = new WeakMap<GrammarAST.AbstractElement, { readonly name: string | undefined }>();

/** The property that an element of the grammar gives a value to. */
function featureOf(element: GrammarAST.AbstractElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  let feature = features.get(element);
  if (feature === undefined) {
    feature = { name: AstUtils.getContainerOfType(element, GrammarAST.isAssignment)?.feature };
    features.set(element, feature);
  }
  return feature.name;
}
