/**
 * Where syntax nodes and their parts stand in the source.
 */
import type { AstNode } from 'langium';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { partOf } from '../parser/spans.ts';

/** The span of a node, or of the nearest node around it that has one. */
export function spanOfNode(file: string, node: AstNode): Span {
  for (let n: AstNode | undefined = node; n; n = n.$container) {
    if (n.$cstNode) return { file, start: n.$cstNode.offset, end: n.$cstNode.end };
  }
  return { file, start: 0, end: 0 };
}

/** The span of the index-th value of a property; of the whole node when the property is missing. */
export function spanOfProperty(file: string, node: AstNode, property: string, index = 0): Span {
  const found = partOf(node.$cstNode, property, index);
  return found ? { file, start: found.offset, end: found.end } : spanOfNode(file, node);
}
