/** A rule being parsed: the syntax node under construction and where its tokens lie. */
import type { AstNode, CstNode, RootCstNode } from 'langium';
import { type Token, TreeNode } from './tree.ts';

/** A syntax node under construction. */
export type Draft = { $type: string; $cstNode?: CstNode; $container?: Draft } & Record<string, unknown>;

export type Composite = TreeNode | (RootCstNode & { content: CstNode[]; astNode: AstNode });

export interface Frame {
  node: Draft;
  /** `node` came complete from a rule called without assignment. */
  adopted: boolean;
  /** The concrete node, which rules called without assignment share with their callers. */
  readonly cst: Composite;
  /** Where in the concrete node's content this rule's own content starts. */
  readonly start: number;
  /** Operands and operators, in an infix rule. */
  readonly parts: Draft[] | undefined;
  readonly operators: Token[] | undefined;
  /** The rule that called this one. */
  readonly outer: Frame | undefined;
  /** Tokens were skipped here. */
  broken: boolean;
  /** The list that the child just added belongs to, until the next token. */
  lastItem: string | undefined;
}

export function push(parent: Composite, child: Token | TreeNode): void {
  child.container = parent;
  parent.content.push(child);
}

/** Moves the content from `start` on into a new child. */
export function wrap(parent: Composite, start: number, source: CstNode['grammarSource']): TreeNode {
  const inner = new TreeNode();
  inner.grammarSource = source;
  inner.content = parent.content.splice(start);
  for (const child of inner.content) (child as Token | TreeNode).container = inner;
  inner.close();
  push(parent, inner);
  return inner;
}

export function bind(node: Draft, cst: Composite): void {
  node.$cstNode = cst;
  cst.astNode = node as unknown as AstNode;
}

export function link(child: Draft, container: Draft, property: string, index: number | undefined): void {
  child.$container = container;
  child['$containerProperty'] = property;
  if (index !== undefined) child['$containerIndex'] = index;
}
