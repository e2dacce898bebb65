import { describe, expect, it } from 'vitest';
import type { EvalStatement, ModuleUnit } from '../../../src/language/generated/ast.ts';
import { parse, showExpr } from './tree.ts';

/** Operations in the notation of Lisp, so that the grouping shows. */
const EXPRESSIONS: [string, string][] = [
  ['a OR b AND NOT c = d + e * -f ^', '(OR a (AND b (NOT (= c (+ d (* e (- f^)))))))'],
  ['a - b - c', '(- (- a b) c)'],
  ['a * b DIV c MOD d / e', '(/ (MOD (DIV (* a b) c) d) e)'],
  ['a & b & c = d IN e', '(IN (= (& (& a b) c) d) e)'],
  ['NOT a = b', '(NOT (= a b))'],
  ['NOT NOT a AND b', '(AND (NOT (NOT a)) b)'],
  ['-a * b', '(* (- a) b)'],
  ['- - a + + b', '(+ (- (- a)) (+ b))'],
  ['(a OR b) AND (c)', '(AND (OR a b) c)'],
  ['a = NOT b', '(= a (NOT b))'],
  ['-(a + b).c', '(- (+ a b).c)'],
  ['1', '1'],
  ['16_FF', '16_FF'],
  ['123L', '123L'],
  ['16_FFL', '16_FFL'],
  ['1.0', '1.0'],
  ['1.5E10', '1.5E10'],
  ['1.0d-3', '1.0d-3'],
  ['2.5x+7', '2.5x+7'],
  ["'a'", "'a'"],
  ["'\\n'", "'\\n'"],
  ["'\\''", "'\\''"],
  [`'"'`, `'"'`],
  ["'\\101'", "'\\101'"],
  ["'\\x41'", "'\\x41'"],
  ["W'\\x0041'", "W'\\x0041'"],
  ['"a\\"b\\\\"', '"a\\"b\\\\"'],
  ['W"\\U01F600"', 'W"\\U01F600"'],
  ['NEW(REF INTEGER)', 'NEW(<(RefType target=(NamedType names=[INTEGER]))>)'],
  ['NEW(T, a := 1, m := P)', 'NEW(T a:=1 m:=P)'],
  ['BITSIZE([0..9])', 'BITSIZE(<(SubrangeType high=(IntLiteral text=9) low=(IntLiteral text=0))>)'],
  [
    'NEW(T OBJECT x: I METHODS m() END)',
    'NEW(<(ObjectType fields=[(FieldGroup fields=[(Field name=x)] type=(NamedType names=[I]))] methods=[(MethodDecl name=m signature=Signature)] supertype=(NameExpr name=T))>)',
  ],
  [
    'NEW(A.B BRANDED "q" OBJECT END OBJECT END)',
    'NEW(<(ObjectType supertype=(TypeExpr type=(ObjectType brand=(TextLiteral text="q") branded supertype=(SelectExpr base=(NameExpr name=A) name=B))))>)',
  ],
  ['T{}', 'T{}'],
  ['T{1, 2, ..}', 'T{1 2 ..}'],
  ['R{a := 1, b := 2}', 'R{a:=1 b:=2}'],
  ['S{1..5, 7}', 'S{1..5 7}'],
  ["SET OF CHAR{'a'..'z'}", "<(SetType element=(NamedType names=[CHAR]))>{'a'..'z'}"],
  ['ARRAY OF TEXT{"a"}', '<(ArrayType element=(NamedType names=[TEXT]))>{"a"}'],
  [
    'ARRAY [0..1] OF INTEGER{1, 2}',
    '<(ArrayType element=(NamedType names=[INTEGER]) indices=[(SubrangeType high=(IntLiteral text=1) low=(IntLiteral text=0))])>{1 2}',
  ],
  [
    'ARRAY {A, B} OF T{x, y}',
    '<(ArrayType element=(NamedType names=[T]) indices=[(EnumType elements=[(EnumElement name=A) (EnumElement name=B)])])>{x y}',
  ],
  ['NUMBER({a, b})', 'NUMBER(<(EnumType elements=[(EnumElement name=a) (EnumElement name=b)])>)'],
  [
    'VAL(1, RECORD a: T END)',
    'VAL(1 <(RecordType fields=[(FieldGroup fields=[(Field name=a)] type=(NamedType names=[T]))])>)',
  ],
  ['f(PROCEDURE ())', 'f(<(ProcedureType signature=Signature)>)'],
  ['M.T{1}.x', 'M.T{1}.x'],
  ['NARROW(x, REF T)^.a[1, 2][3]', 'NARROW(x <(RefType target=(NamedType names=[T]))>)^.a[1 2][3]'],
  ['ISTYPE(a, ROOT)', 'ISTYPE(a <RootType>)'],
  ['a^^.b', 'a^^.b'],
  ['F(EPHEMERAL PROCEDURE ())', 'F(<(ProcedureType ephemeral signature=Signature)>)'],
  ['a.b(c)(d)', 'a.b(c)(d)'],
  ['NEW((REF T))', 'NEW(<(RefType target=(NamedType names=[T]))>)'],
  [
    'x IN SET OF [0..9]{1}',
    '(IN x <(SetType element=(SubrangeType high=(IntLiteral text=9) low=(IntLiteral text=0)))>{1})',
  ],
];

describe('expressions', () => {
  it.each(EXPRESSIONS)('%s', (source, tree) => {
    const unit = parse(`MODULE M; BEGIN EVAL ${source} END M.`) as ModuleUnit;
    expect(showExpr((unit.body!.statements[0] as EvalStatement).value)).toBe(tree);
  });
});
