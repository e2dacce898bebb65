/** Hidden tokens (comments, pragmas) around the nodes of the concrete tree. */
import { type AstNode, type CstNode, isCompositeCstNode } from 'langium';
import { Token } from './tree.ts';

const hiddenTokens = new WeakMap<AstNode, readonly Token[]>();

/** All comments and pragmas of a unit in source order. */
export function hiddenOf(root: AstNode): readonly Token[] {
  let tokens = hiddenTokens.get(root);
  if (tokens === undefined) {
    tokens = root.$cstNode === undefined ? [] : collect(root.$cstNode);
    hiddenTokens.set(root, tokens);
  }
  return tokens;
}

function collect(root: CstNode): Token[] {
  const result: Token[] = [];
  const pending: CstNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node instanceof Token) {
      if (node.hidden) result.push(node);
    } else {
      const content = contentOf(node);
      for (let i = content.length - 1; i >= 0; i--) pending.push(content[i]!);
    }
  }
  return result;
}

export function contentOf(node: CstNode | undefined): readonly CstNode[] {
  return isCompositeCstNode(node) ? node.content : [];
}

/** The position among its siblings, by bisection: siblings stand in source order. */
export function indexInContainer(node: CstNode): number {
  const siblings = node.container?.content ?? [];
  let low = 0;
  let high = siblings.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (siblings[middle]!.offset < node.offset) low = middle + 1;
    else high = middle;
  }
  return siblings[low] === node ? low : siblings.indexOf(node);
}

/** The hidden tokens between a node and the sibling before it. */
export function hiddenBefore(node: CstNode): Token[] {
  const siblings = node.container?.content ?? [];
  const result: Token[] = [];
  for (let i = indexInContainer(node) - 1; i >= 0; i--) {
    const sibling = siblings[i];
    if (!(sibling instanceof Token) || !sibling.hidden) break;
    result.unshift(sibling);
  }
  return result;
}

/** The hidden tokens behind a node and the `;` or `,` that follows it. */
export function hiddenAfter(node: CstNode): Token[] {
  const siblings = node.container?.content ?? [];
  const result: Token[] = [];
  let separator = false;
  for (let i = indexInContainer(node) + 1; i < siblings.length; i++) {
    const sibling = siblings[i];
    if (!(sibling instanceof Token)) break;
    if (sibling.hidden) result.push(sibling);
    else if (!separator && (sibling.image === ';' || sibling.image === ',')) separator = true;
    else break;
  }
  return result;
}
