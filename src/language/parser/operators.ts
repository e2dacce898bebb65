/**
 * From a flat run `operand operator operand …` to the tree that the precedences demand, with a concrete node of exact extent
 * for every operation. A loop with two stacks: a sum of a hundred thousand terms needs no more call stack than one of two.
 */
import type { CstNode, GrammarAST } from 'langium';
import { bind, type Composite, type Draft, link, push } from './frame.ts';
import { firstToken, type Token, TreeNode } from './tree.ts';

/** Lower numbers bind tighter. */
export type Precedences = ReadonlyMap<string, number>;

/** NOT binds weaker than the relations and stronger than AND. */
const PREFIX = 'NOT';

export function precedencesOf(rule: GrammarAST.InfixRule): Precedences {
  const result = new Map<string, number>();
  rule.operators.precedences.forEach((level, index) => {
    for (const keyword of level.operators) result.set(keyword.value, index);
  });
  result.set(PREFIX, (result.get('AND') ?? 1) - 0.5);
  return result;
}

interface Operand {
  readonly node: Draft;
  readonly cst: TreeNode;
}

interface Operator {
  readonly image: string;
  readonly precedence: number;
  /** The operator's token and the hidden tokens around it; for NOT all that stands before its operand. */
  readonly leaves: CstNode[];
}

/**
 * Builds the tree over `operators.length + 1` operands whose concrete nodes lie, with operators and hidden tokens between
 * them, in `cst.content` from `start` on. The content becomes that of the outermost operation.
 */
export function buildOperatorTree(
  parts: readonly Draft[],
  operators: readonly Token[],
  cst: Composite,
  start: number,
  precedences: Precedences,
): Draft {
  const operands: Operand[] = [];
  const pending: Operator[] = [];
  const items = cst.content.splice(start);
  let position = 0;

  const reduce = (target: Composite): void => {
    const operator = pending.pop()!;
    const right = operands.pop()!;
    const left = operator.image === PREFIX ? undefined : operands.pop()!;
    const node: Draft =
      left === undefined
        ? { $type: 'UnaryExpr', operator: PREFIX, operand: right.node }
        : { $type: 'BinaryExpr', left: left.node, operator: operator.image, right: right.node };
    if (left !== undefined) {
      link(left.node, node, 'left', undefined);
      push(target, left.cst);
    }
    for (const leaf of operator.leaves) push(target, leaf as Token);
    link(right.node, node, left === undefined ? 'operand' : 'right', undefined);
    push(target, right.cst);
    if (target instanceof TreeNode) target.close();
    bind(node, target);
    operands.push({ node, cst: target as TreeNode });
  };

  const takeOperand = (node: Draft): void => {
    let operand: Operand = { node, cst: node.$cstNode as TreeNode };
    position = items.indexOf(operand.cst, position) + 1;
    while (isOpenNot(operand)) {
      const content = operand.cst.content;
      pending.push({ image: PREFIX, precedence: precedences.get(PREFIX)!, leaves: content.slice(0, -1) });
      operand = { node: operand.node['operand'] as Draft, cst: content.at(-1) as TreeNode };
    }
    operands.push(operand);
  };

  takeOperand(parts[0]!);
  for (let i = 0; i < operators.length && i + 1 < parts.length; i++) {
    const precedence = precedences.get(operators[i]!.image) ?? Number.POSITIVE_INFINITY;
    while (pending.length > 0 && pending.at(-1)!.precedence <= precedence) reduce(new TreeNode());
    const from = position;
    while (position < items.length && items[position] !== parts[i + 1]!.$cstNode) position++;
    pending.push({ image: operators[i]!.image, precedence, leaves: items.slice(from, position) });
    takeOperand(parts[i + 1]!);
  }
  while (pending.length > 1) reduce(new TreeNode());
  if (pending.length === 1) reduce(cst);
  // What follows the last operand, after a syntax error, stays behind it.
  for (const rest of items.slice(position)) push(cst, rest as Token);
  return operands[0]!.node;
}

/** `NOT x` as the parser delivers it, not in parentheses. */
function isOpenNot({ node, cst }: Operand): boolean {
  return (
    node.$type === 'UnaryExpr' &&
    node['operator'] === PREFIX &&
    node['operand'] !== undefined &&
    firstToken(cst)?.image === PREFIX &&
    cst.content.at(-1) === (node['operand'] as Draft).$cstNode
  );
}
