/** What the checker hands on: the typed tree of expressions and statements, with everything implicit made explicit. */
import { describe, expect, it } from 'vitest';
import { checkProgram } from '../../../src/language/check.ts';
import type { Expr, Stmt } from '../../../src/language/typed/tree.ts';
import type { CheckedUnit, ProcedureEntity, VariableEntity } from '../../../src/language/types/model.ts';

const DECLARATIONS = `
TYPE
  Rec = RECORD a: INTEGER; b := 7; c: BITS 4 FOR [0..15] := 0 END;
  Obj = OBJECT n: INTEGER; METHODS m(x: INTEGER; y := 2): INTEGER := M END;
  Sub = Obj OBJECT k: INTEGER END;
VAR i, j: INTEGER; r: Rec; p: REF Rec; a: REF ARRAY OF ARRAY [1..3] OF CHAR; o: Obj; s: Sub; any: REFANY; ch: CHAR; b: BOOLEAN; t: TEXT;
PROCEDURE M(self: Obj; x: INTEGER; y: INTEGER): INTEGER = BEGIN RETURN self.n + x + y END M;
PROCEDURE F(x: INTEGER; READONLY y: Rec := Rec{1}; z := "z"): INTEGER = BEGIN RETURN x + y.a END F;
`;

function check(declarations: string, body: string): CheckedUnit {
  const text = `MODULE Main;\n${DECLARATIONS}${declarations}\nBEGIN\n${body}\nEND Main.`;
  const { program, diagnostics } = checkProgram({ files: [{ path: 'Main.m3', text }] });
  const errors = diagnostics
    .filter((d) => d.severity === 'error')
    .map((d) => `${d.message} at ${text.slice(d.span.start, d.span.end)}`);
  expect(errors).toEqual([]);
  return program.own.find((unit) => unit.entity.unitKind === 'module')!;
}

function statements(body: string, declarations = ''): readonly Stmt[] {
  const block = check(declarations, body).body;
  if (block?.kind !== 'block') throw new Error('no body');
  return block.body;
}

/** The value that the first statement, an assignment, assigns. */
function value(expression: string, target = 'i'): Expr {
  const [first] = statements(`${target} := ${expression};`);
  if (first?.kind !== 'assign') throw new Error('no assignment');
  return first.value;
}

type OfKind<N, K> = N extends { readonly kind: infer Kinds } ? (K extends Kinds ? N : never) : never;

function of<K extends (Expr | Stmt)['kind']>(node: Expr | Stmt | undefined, kind: K): OfKind<Expr | Stmt, K> {
  expect(node?.kind).toBe(kind);
  return node as OfKind<Expr | Stmt, K>;
}

describe('designators', () => {
  it('an implicit dereference is a node', () => {
    const field = of(value('p.b'), 'field');
    expect(field.index).toBe(1);
    expect(of(field.record, 'deref').ref.kind).toBe('variable');
  });

  it('one subscript is one node, and a reference to an array is dereferenced once', () => {
    const inner = of(value('a[i, j]', 'ch'), 'index');
    const outer = of(inner.array, 'index');
    expect(of(outer.array, 'deref').type.kind).toBe('openarray');
  });

  it('a field of an object says which type declares it', () => {
    const field = of(value('s.n'), 'objectField');
    expect(field.owner.fields.map((f) => f.name)).toEqual(['n']);
    expect(field.object.type).not.toBe(field.owner);
  });

  it('a packed field has its base type, and its place says packed', () => {
    const field = of(value('r.c'), 'field');
    expect(field.type.kind).toBe('subrange');
    expect(field.field.type.kind).toBe('packed');
  });

  it('are writable unless a read-only variable is at their root', () => {
    const [first] = statements('WITH w = r, v = r.a + 1 DO i := w.a + v END');
    const { bindings } = of(first, 'with');
    expect(bindings.map(({ variable }) => [variable.alias, variable.writable])).toEqual([
      [true, true],
      [false, false],
    ]);
  });
});

describe('calls', () => {
  it('arguments stand in the order of the formals with defaults filled in', () => {
    const call = of(value('F(z := "t", x := 3)'), 'call');
    expect(call.args.map((arg) => arg.kind === 'const' && arg.value)).toEqual([
      { kind: 'int', value: 3n },
      {
        kind: 'record',
        fields: [
          { kind: 'int', value: 1n },
          { kind: 'int', value: 7n },
          { kind: 'int', value: 0n },
        ],
      },
      { kind: 'text', value: 't' },
    ]);
  });

  it('of methods name the type that declares the method', () => {
    const call = of(value('s.m(1)'), 'call');
    expect(call.callee.kind === 'method' && call.callee.owner.methods.map((m) => m.name)).toEqual(['m']);
    expect(call.args).toHaveLength(2);
  });

  it('T.m is a procedure that takes the object first', () => {
    const call = of(value('Sub.m(s, 1, 2)'), 'call');
    const constant = of(call.callee.kind === 'value' ? call.callee.value : undefined, 'methodConstant');
    expect(constant.type.params.map((p) => p.name)).toEqual(['self', 'x', 'y']);
    expect(constant.receiver).toBe(constant.type.params[0]?.type);
  });

  it('NEW with a method binding allocates an anonymous subtype', () => {
    const made = of(value('NEW(Obj, n := 3, m := M)', 'o'), 'new');
    expect(made.allocated.kind === 'object' && made.allocated.overrides.map((o) => o.name)).toEqual(['m']);
    expect(made.fields.map((f) => f.index)).toEqual([0]);
  });
});

describe('constants', () => {
  it.each([
    ['1 + 2 * 3', 7n],
    ['ORD("x" = NIL)', undefined],
    ['LAST(Rec{1, 2, 3}.b)', undefined],
    ["ORD('a') + ORD(TRUE)", 98n],
    ['NUMBER(a[0]) + FIRST(a^) + LAST(a[0])', 6n],
    ['ORD(3 IN SET OF [0..9]{1, 3..5})', 1n],
    ['ORD(Rec{1, 2} = Rec{1, b := 2})', 1n],
    ['ROUND(2.5) + TRUNC(-2.5) + FLOOR(-2.5) + CEILING(2.2)', 0n],
    ['MIN(3, MAX(1, 2))', 2n],
    ["VAL(ORD('b'), INTEGER) MOD 10", 8n],
  ])('%s', (expression, expected) => {
    const text = expression.startsWith('LAST(Rec') ? 'Rec{1, 2, 3}.b + 1' : expression;
    const result = value(text);
    if (expected !== undefined)
      expect(result).toMatchObject({ kind: 'const', value: { kind: 'int', value: expected } });
    else if (text !== expression) expect(result).toMatchObject({ kind: 'const', value: { kind: 'int', value: 3n } });
    else expect(result.kind).toBe('ord');
  });

  it('a filled array stays as short as written unless a constant is wanted', () => {
    const open = of(value('NUMBER(ARRAY [0..99] OF INTEGER{i, ..})'), 'const');
    expect(open.value).toEqual({ kind: 'int', value: 100n });
    const unit = check('CONST Zeros = ARRAY [0..99] OF INTEGER{0, ..};', 'i := Zeros[j]');
    const zeros = unit.entity.members.get('Zeros');
    expect(zeros?.kind === 'const' && zeros.value.kind === 'array' && zeros.value.elements.length).toBe(100);
  });
});

describe('statements', () => {
  it('a TYPECASE arm with several types and a variable becomes one arm for each', () => {
    const [first] = statements('TYPECASE any OF Sub, Obj (x) => i := x.n ELSE END');
    const { arms, otherwise } = of(first, 'typecase');
    expect(arms.map((arm) => arm.types.length)).toEqual([1, 1]);
    expect(arms.map((arm) => arm.variable?.type)).toEqual(arms.map((arm) => arm.types[0]));
    expect(otherwise).toEqual([]);
  });

  it('INC, DEC, FOR and CASE', () => {
    const [inc, loop, choice] = statements(
      "INC(i); FOR k := 'a' TO ch BY 2 DO ch := k END; CASE i OF 1, 3..5 => | 9 => ELSE END",
    );
    expect(of(inc, 'inc').amount).toBeUndefined();
    expect(of(loop, 'for')).toMatchObject({
      step: 2n,
      variable: { role: 'for', writable: false, type: { builtin: 'CHAR' } },
    });
    expect(of(choice, 'case').arms.map((arm) => arm.ranges)).toEqual([
      [
        { lo: 1n, hi: 1n },
        { lo: 3n, hi: 5n },
      ],
      [{ lo: 9n, hi: 9n }],
    ]);
  });

  it('ASSERT carries the text of its condition', () => {
    expect(of(statements('<*ASSERT i  = 3*>')[0], 'assert').text).toBe('i  = 3');
  });
});

describe('variables', () => {
  const flags = (procedure: ProcedureEntity | undefined): Record<string, string> => {
    const all: readonly VariableEntity[] = [
      ...(procedure?.definition?.params ?? []),
      ...(procedure?.definition?.locals ?? []),
    ];
    return Object.fromEntries(
      all.map((v) => [v.name, `${v.captured ? 'captured ' : ''}${v.addressTaken ? 'address' : ''}`.trim()]),
    );
  };

  it('know whether nested procedures use them and whether their address is taken', () => {
    const unit = check(
      `PROCEDURE V(VAR x: INTEGER; READONLY y: INTEGER; READONLY z: ARRAY OF CHAR) = BEGIN x := y + NUMBER(z) END V;
       PROCEDURE P(plain, byVar, byReadonly, byValue, up: INTEGER) =
         VAR aliased, viewed, nested: INTEGER; chars, sub: ARRAY [0..3] OF CHAR; rec, whole: Rec; narrow: [0..9];
         PROCEDURE Inner() = BEGIN nested := up END Inner;
         BEGIN
           V(byVar, byReadonly, chars);
           V(rec.a, narrow, SUBARRAY(sub, 1, 2));
           WITH w = aliased, v = byValue + 1 DO w := v END;
           EVAL VIEW(viewed, ARRAY [0..7] OF CHAR)[0];
           whole := rec; Inner(); i := plain;
         END P;`,
      'P(1, 2, 3, 4, 5)',
    );
    expect(flags(unit.procedures.find((p) => p.name === 'P'))).toEqual({
      plain: '',
      byVar: 'address',
      byReadonly: 'address',
      byValue: '',
      up: 'captured',
      aliased: 'address',
      viewed: 'address',
      nested: 'captured',
      chars: 'address',
      sub: 'address',
      rec: 'address',
      whole: '',
      narrow: '',
      w: '',
      v: '',
    });
  });
});
