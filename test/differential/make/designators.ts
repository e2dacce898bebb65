/** Random designators and subscripts over what a scope can see. */
import type { Random } from '../random.ts';
import {
  type Designator,
  type Expr,
  type Float,
  fieldsOf,
  isArray,
  type Proc,
  type Type,
  typeOf,
  type Var,
  ZERO,
} from '../tree.ts';

export interface Scope {
  readonly vars: readonly Var[];
  readonly procs: readonly Proc[];
  readonly types: readonly Type[];
}

export const get = (from: Designator): Expr => ({ e: 'get', from });
export const variable = (v: Var): Designator => ({ d: 'var', v });
export const int = (n: number | bigint): Expr => ({ e: 'int', n: BigInt(n) });
export const binary = (op: string, x: Expr, y: Expr, size?: Float): Expr =>
  size ? { e: 'binary', op, x, y, size } : { e: 'binary', op, x, y };
export const apply = (f: string, ...args: Expr[]): Expr => ({ e: 'apply', f, args });

/** A value of an ordinal type, written as one. */
export function constantOf(t: Type | undefined, n: number): Expr {
  if (t?.k === 'enum') return { e: 'enum', type: t, n: BigInt(n) };
  if (t?.k === 'bool') return { e: 'bool', b: n === 1 };
  return t?.k === 'char' ? { e: 'char', n: BigInt(n) } : int(n);
}

export abstract class Designators {
  readonly random: Random;
  #nesting = 0;
  constructor(random: Random) {
    this.random = random;
  }

  abstract int(scope: Scope, depth: number): Expr;
  abstract of(t: Type, scope: Scope, depth?: number): Expr;

  /** A way from some variable to something that will do; undefined if there is none at hand. `whole`: that may have an alias, since it is not packed. */
  designator(scope: Scope, will: (t: Type, writable: boolean) => boolean, whole = false): Designator | undefined {
    for (let tries = 0; tries < 10 && scope.vars.length > 0; tries++) {
      const v = this.random.pick(scope.vars);
      let writable = v.writable;
      let d: Designator | undefined = variable(v);
      for (let steps = 0; d && steps < 5; steps++) {
        const t: Type = typeOf(d);
        if (will(t, writable) && (steps > 0 || this.random.below(3) > 0 || t.k === 'int')) return d;
        if (t.k === 'ref' || t.k === 'object') writable = true;
        d = this.step(d, t, scope, whole);
      }
    }
    return undefined;
  }

  step(d: Designator, t: Type, scope: Scope, whole: boolean): Designator | undefined {
    switch (t.k) {
      case 'record': {
        const field = this.random.below(t.fields.length);
        return whole && t.fields[field]!.bits ? undefined : { d: 'field', of: d, field };
      }
      case 'object': {
        const field = this.random.pick(fieldsOf(t));
        return whole && field.bits ? undefined : { d: 'member', of: d, field };
      }
      case 'array':
      case 'open':
        if (isArray(t) && this.random.one(5)) return this.part(d, scope);
        if (whole && t.k === 'array' && t.bits) return undefined;
        return { d: 'index', of: d, at: t.k === 'array' ? this.member(scope, t) : this.within(scope, 0, 4) };
      case 'ref':
        return { d: 'deref', of: d };
      default:
        return undefined;
    }
  }

  part(of: Designator, scope: Scope): Designator {
    const small = (n: number): Expr => this.variableOnly(this.within(scope, 0, n));
    return { d: 'part', of, start: small(2), n: small(3) };
  }

  /** A subscript, or an element of a set; mostly within the bounds. */
  member(scope: Scope, { lo, hi, over }: { lo: number; hi: number; over?: Type }): Expr {
    if (!over) return this.within(scope, lo, hi);
    if (this.#nesting > 1) return constantOf(over, lo + this.random.below(Math.min(hi - lo + 1, 120)));
    this.#nesting++;
    const x = this.of(over, scope, 1);
    this.#nesting--;
    return x;
  }

  /** Mostly a number from lo to hi. */
  within(scope: Scope, lo: number, hi: number): Expr {
    const n = hi - lo + 1;
    // Subscripts in subscripts have an end.
    if (this.#nesting > 1) return int(lo + this.random.below(n));
    this.#nesting++;
    const x = this.near(scope, lo, hi);
    this.#nesting--;
    return x;
  }

  near(scope: Scope, lo: number, hi: number): Expr {
    const n = hi - lo + 1;
    switch (this.random.below(8)) {
      case 0:
      case 1:
      case 2:
        return int(lo + this.random.below(n));
      case 3:
        return this.variableOnly(int(lo + this.random.below(n + 1)));
      case 4:
        return this.variableOnly(this.int(scope, 1));
      default:
        return binary('+', binary('MOD', this.variableOnly(this.int(scope, 1)), int(n)), int(lo));
    }
  }

  /** No constant, and of no narrow type, which the checker could know better. */
  variableOnly(x: Expr): Expr {
    if (x.e === 'get' && typeOf(x.from).k === 'int') return x;
    return binary('+', x, get(variable(ZERO.int)));
  }
}
