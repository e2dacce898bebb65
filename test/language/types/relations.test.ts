/**
 * Laws of the relations between types that hold for whatever types there are, and cases that sources cannot state.
 */
import { describe, expect, it } from 'vitest';
import * as builtin from '../../../src/language/types/builtins.ts';
import type { ArrayType, OpenArrayType, RefType, SubrangeType, Type } from '../../../src/language/types/model.ts';
import { isEmpty, numberOf } from '../../../src/language/types/ordinals.ts';
import { isAssignable, isSubtype, sameType } from '../../../src/language/types/relations.ts';

const reveal = (type: Type): Type => type;

function range(lo: number, hi: number): SubrangeType {
  return { kind: 'subrange', base: builtin.INTEGER, lo: BigInt(lo), hi: BigInt(hi) };
}
const array = (index: Type, element: Type): ArrayType => ({ kind: 'array', index, element });
const open = (element: Type): OpenArrayType => ({ kind: 'openarray', element });
const ref = (target: Type, traced = true): RefType => ({ kind: 'ref', traced, target });

/** `REF RECORD next: ...` with a circle of the given length. */
function circle(length: number): RefType {
  const nodes: RefType[] = Array.from({ length }, (_, i) => ({
    kind: 'ref',
    traced: true,
    get target(): Type {
      return { kind: 'record', fields: [{ name: 'next', type: nodes[(i + 1) % length]!, span: builtin.NOWHERE }] };
    },
  }));
  return nodes[0]!;
}

const SAMPLES: Type[] = [
  builtin.INTEGER,
  builtin.CARDINAL,
  builtin.LONGINT,
  builtin.BOOLEAN,
  builtin.CHAR,
  builtin.REAL,
  builtin.LONGREAL,
  builtin.TEXT,
  builtin.REFANY,
  builtin.NULL,
  builtin.ADDRESS,
  builtin.MUTEX,
  builtin.PROCANY,
  builtin.ROOT,
  builtin.UNTRACED_ROOT,
  range(0, 9),
  range(3, 5),
  range(1, 0),
  array(range(0, 9), builtin.CHAR),
  array(range(1, 10), builtin.CHAR),
  array(range(0, 3), array(range(0, 9), builtin.CHAR)),
  open(builtin.CHAR),
  open(array(range(0, 9), builtin.CHAR)),
  open(open(builtin.CHAR)),
  ref(builtin.INTEGER),
  ref(builtin.INTEGER, false),
  ref(open(builtin.CHAR)),
  { kind: 'packed', bits: 4, base: range(0, 9) },
  { kind: 'set', element: range(0, 9) },
  { kind: 'procedure', params: [], raises: [], ephemeral: false, functional: false },
  { kind: 'procedure', params: [], raises: [], ephemeral: true, functional: false },
  { kind: 'procedure', params: [], raises: 'any', ephemeral: true, functional: true },
  { kind: 'object', traced: true, super: builtin.ROOT, fields: [], methods: [], overrides: [] },
  { kind: 'object', traced: true, super: builtin.MUTEX, fields: [], methods: [], overrides: [] },
  circle(1),
];

describe('sameness', () => {
  it('is reflexive and symmetric', () => {
    for (const a of SAMPLES) {
      expect(sameType(a, a)).toBe(true);
      for (const b of SAMPLES) expect(sameType(a, b)).toBe(sameType(b, a));
    }
  });

  it('unrolls recursive types', () => {
    expect(sameType(circle(1), circle(2))).toBe(true);
    expect(sameType(circle(2), circle(3))).toBe(true);
    expect(sameType(circle(3), ref(builtin.INTEGER))).toBe(false);
  });

  it('takes {FALSE, TRUE} for BOOLEAN, and 256 other elements not for CHAR', () => {
    expect(sameType({ kind: 'enum', elements: ['FALSE', 'TRUE'], size: 2 }, builtin.BOOLEAN)).toBe(true);
    expect(sameType({ kind: 'enum', elements: ['TRUE', 'FALSE'], size: 2 }, builtin.BOOLEAN)).toBe(false);
    const many = Array.from({ length: 256 }, (_, i) => `c${i}`);
    expect(sameType({ kind: 'enum', elements: many, size: 256 }, builtin.CHAR)).toBe(false);
    expect(sameType({ kind: 'enum', elements: [], size: 0 }, builtin.CHAR)).toBe(false);
  });
});

describe('subtyping', () => {
  it('is reflexive, transitive, and implies assignability', () => {
    for (const a of SAMPLES) {
      expect(isSubtype(a, a, reveal)).toBe(true);
      for (const b of SAMPLES) {
        if (isSubtype(a, b, reveal)) expect(isAssignable(a, b, reveal)).toBe(true);
        for (const c of SAMPLES) {
          const premise = isSubtype(a, b, reveal) && isSubtype(b, c, reveal);
          if (premise) expect([a, b, c, isSubtype(a, c, reveal)]).toEqual([a, b, c, true]);
        }
      }
    }
  });

  it('lets fixed dimensions become open ones, from the first on', () => {
    const fixed = array(range(0, 3), array(range(0, 9), builtin.CHAR));
    expect(isSubtype(fixed, open(array(range(5, 14), builtin.CHAR)), reveal)).toBe(true);
    expect(isSubtype(fixed, open(array(range(5, 15), builtin.CHAR)), reveal)).toBe(false);
    expect(isSubtype(fixed, open(open(builtin.CHAR)), reveal)).toBe(true);
    expect(isSubtype(fixed, open(builtin.CHAR), reveal)).toBe(false);
    expect(isSubtype(open(builtin.CHAR), array(range(0, 3), builtin.CHAR), reveal)).toBe(false);
    expect(isAssignable(open(builtin.CHAR), array(range(0, 3), builtin.CHAR), reveal)).toBe(true);
  });

  it('compares ordinals by their members', () => {
    expect(isSubtype(range(1, 0), range(3, 5), reveal)).toBe(true);
    expect(isSubtype(builtin.INTEGER, { ...range(0, 0), lo: -(2n ** 63n), hi: 2n ** 63n - 1n }, reveal)).toBe(true);
    expect(isSubtype(builtin.LONGINT, builtin.INTEGER, reveal)).toBe(false);
    expect(isAssignable(range(0, 3), range(4, 5), reveal)).toBe(false);
    expect(isAssignable(range(0, 4), range(4, 5), reveal)).toBe(true);
  });

  it('keeps PROCANY a one-way street', () => {
    const plain: Type = { kind: 'procedure', params: [], raises: 'any', ephemeral: false, functional: false };
    expect(isAssignable(plain, builtin.PROCANY, reveal)).toBe(true);
    expect(isAssignable(builtin.PROCANY, plain, reveal)).toBe(false);
    expect(isAssignable(builtin.NULL, builtin.PROCANY, reveal)).toBe(true);
    expect(isAssignable(builtin.REFANY, builtin.PROCANY, reveal)).toBe(false);
  });

  it('does not let ADDRESS be narrowed', () => {
    const untraced = ref(builtin.INTEGER, false);
    expect(isAssignable(untraced, builtin.ADDRESS, reveal)).toBe(true);
    expect(isAssignable(builtin.ADDRESS, untraced, reveal)).toBe(false);
  });

  it('stays silent about erroneous types', () => {
    for (const a of SAMPLES) {
      expect(isAssignable(a, builtin.ERROR, reveal)).toBe(true);
      expect(isAssignable(builtin.ERROR, a, reveal)).toBe(true);
    }
  });
});

describe('ordinals', () => {
  it('counts members', () => {
    expect(numberOf(range(3, 5))).toBe(3n);
    expect(numberOf(range(1, 0))).toBe(0n);
    expect(numberOf(builtin.INTEGER)).toBe(2n ** 64n);
    expect(numberOf(builtin.TEXT)).toBeUndefined();
  });

  it('finds types without values', () => {
    expect(isEmpty(range(1, 0))).toBe(true);
    expect(isEmpty(range(1, 1))).toBe(false);
    expect(isEmpty({ kind: 'packed', bits: 3, base: range(1, 0) })).toBe(true);
    expect(isEmpty(circle(1))).toBe(false);
  });
});
