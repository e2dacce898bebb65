import { type AstNode, AstUtils, type CstNode, isCompositeCstNode } from 'langium';
import { describe, expect, it } from 'vitest';
import type {
  AssignStatement,
  BinaryExpr,
  ModuleUnit,
  ProcedureDecl,
  VarDecl,
} from '../../../src/language/generated/ast.ts';
import { parseUnit } from '../../../src/language/parser/parse.ts';
import { nameSpan, spanOf } from '../../../src/language/parser/spans.ts';
import { SAMPLE } from './sample.ts';
import { parse } from './tree.ts';

function checkTree(root: AstNode): number {
  let nodes = 0;
  for (const node of AstUtils.streamAst(root)) {
    nodes++;
    expect(node.$cstNode, node.$type).toBeDefined();
    expect(node.$cstNode!.astNode).toBe(node);
    const { $container, $containerProperty, $containerIndex } = node;
    if (node === root) continue;
    const property = ($container as unknown as Record<string, unknown>)[$containerProperty!];
    expect($containerIndex === undefined ? property : (property as unknown[])[$containerIndex]).toBe(node);
    const outer = spanOf($container!);
    const inner = spanOf(node);
    expect(inner.start).toBeGreaterThanOrEqual(outer.start);
    expect(inner.end).toBeLessThanOrEqual(outer.end);
  }
  return nodes;
}

/** Every character of the text but blanks is in exactly one leaf, in order. */
function checkLeaves(root: AstNode, text: string): void {
  let at = 0;
  const visit = (node: CstNode): void => {
    if (isCompositeCstNode(node)) {
      for (const child of node.content) {
        expect(child.container).toBe(node);
        visit(child);
      }
      return;
    }
    expect(text.slice(at, node.offset).trim()).toBe('');
    expect(text.slice(node.offset, node.end)).toBe(node.text);
    at = node.end;
  };
  visit(root.$cstNode!);
  expect(text.slice(at).trim()).toBe('');
}

describe('the tree of a whole module', () => {
  it('is linked in both directions and nested in the text', () =>
    expect(checkTree(parse(SAMPLE))).toBeGreaterThan(350));

  it('has all of the text in its leaves', () => checkLeaves(parse(SAMPLE), SAMPLE));

  it('is linked after errors, too', () => {
    const text = SAMPLE.replace('NOT deep', 'NOT').replace('BY 2 DO', 'BY DO').replace('(Limit - 1)', '(Limit - )');
    checkTree(parseUnit(text, 'sample.m3').unit);
  });

  it('has positions in lines and columns', () => {
    const { body } = parse('MODULE M;\n  VAR (* c *) x,\n   y := 1;\nBEGIN END M.') as ModuleUnit;
    expect(body!.declarations[0]!.$cstNode!.range).toEqual({
      start: { line: 1, character: 14 },
      end: { line: 2, character: 9 },
    });
  });
});

describe('spans', () => {
  const source = 'MODULE M; BEGIN x := NOT (a) + b.c * d = e AND f END M.';
  const unit = parse(source) as ModuleUnit;
  const text = ({ start, end }: { start: number; end: number }): string => source.slice(start, end);

  it('of operations reach from operand to operand', () => {
    const spans: string[] = [];
    const visit = (node: AstNode): void => {
      if (/Expr$/.test(node.$type)) spans.push(text(spanOf(node)));
      for (const child of AstUtils.streamContents(node)) visit(child);
    };
    visit((unit.body!.statements[0] as AssignStatement).value);
    expect(spans).toEqual([
      'NOT (a) + b.c * d = e AND f',
      'NOT (a) + b.c * d = e',
      '(a) + b.c * d = e',
      '(a) + b.c * d',
      '(a)',
      'b.c * d',
      'b.c',
      'b',
      'd',
      'e',
      'f',
    ]);
  });

  it('of names and operators are found by property', () => {
    const sum = (unit.body!.statements[0] as AssignStatement).value as BinaryExpr;
    expect(text(nameSpan(sum, 'operator'))).toBe('AND');
    const sample = parse(SAMPLE) as ModuleUnit;
    const named = (node: AstNode, property?: string, index?: number): string => {
      const { start, end } = nameSpan(node, property, index);
      return SAMPLE.slice(start, end);
    };
    expect(named(sample)).toBe('Sample');
    expect(named(sample, 'exports', 1)).toBe('Other');
    const procedure = sample.body!.declarations.find((d) => d.$type === 'ProcedureDecl') as ProcedureDecl;
    expect(named(procedure)).toBe('Size');
    expect(named(procedure, 'endName')).toBe('Size');
    const variables = sample.body!.declarations.filter((d) => d.$type === 'VarDecl') as VarDecl[];
    expect(variables.flatMap((d) => d.variables).map((v) => named(v))).toEqual(['root', 'count', 'total']);
  });
});
