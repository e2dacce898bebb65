/** Random expressions and designators of a wanted type, over what a scope can see. No expression is refused by the checker: constants stand only where they fit. */
import type { Random } from './random.ts';
import {
  type Call,
  type Designator,
  type Expr,
  fieldsOf,
  INT,
  type ObjectType,
  type Proc,
  type Type,
  typeOf,
  type Var,
  ZERO,
} from './tree.ts';

export interface Scope {
  readonly vars: readonly Var[];
  readonly procs: readonly Proc[];
  readonly types: readonly Type[];
}

const get = (from: Designator): Expr => ({ e: 'get', from });
const variable = (v: Var): Designator => ({ d: 'var', v });
const int = (n: number | bigint): Expr => ({ e: 'int', n: BigInt(n) });
const binary = (op: string, x: Expr, y: Expr): Expr => ({ e: 'binary', op, x, y });
const EDGES = [
  0n,
  1n,
  -1n,
  2n,
  7n,
  63n,
  64n,
  255n,
  -128n,
  1000n,
  2n ** 31n,
  2n ** 32n - 1n,
  -(2n ** 31n) - 1n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  2n ** 62n,
];

/** Same type by name, or both unnamed. */
export const same = (a: Type, b: Type): boolean =>
  a.k === b.k &&
  ('name' in a
    ? 'name' in b && a.name === b.name
    : a.k !== 'open' || same(a.element, (b as { element: Type }).element));

export class Expressions {
  readonly random: Random;
  #nesting = 0;
  constructor(random: Random) {
    this.random = random;
  }

  /** A way from some variable to something that will do; undefined if there is none at hand. */
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
      case 'object':
        return { d: 'member', of: d, field: this.random.pick(fieldsOf(t)) };
      case 'array':
        return { d: 'index', of: d, at: this.within(scope, t.lo, t.hi) };
      case 'open':
        return { d: 'index', of: d, at: this.within(scope, 0, 4) };
      case 'ref':
        return { d: 'deref', of: d };
      default:
        return undefined;
    }
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

  of(t: Type, scope: Scope, depth = 2): Expr {
    switch (t.k) {
      case 'int':
        return this.int(scope, depth);
      case 'sub':
        return this.sub(t, scope, depth);
      case 'bool':
        return this.bool(scope, depth);
      case 'char':
        return (
          this.leaf(t, scope) ??
          (this.random.one(2)
            ? { e: 'char', n: BigInt(97 + this.random.below(26)) }
            : { e: 'val', x: this.within(scope, 97, 122), type: t })
        );
      case 'enum':
        return (
          this.leaf(t, scope) ??
          (this.random.one(2)
            ? { e: 'enum', type: t, n: BigInt(this.random.below(t.size)) }
            : { e: 'val', x: this.within(scope, 0, t.size - 1), type: t })
        );
      case 'long':
        return this.long(scope, depth);
      case 'real':
        return this.real(scope, depth);
      case 'text':
        return this.text(scope, depth);
      case 'set':
        return this.set(t, scope, depth);
      case 'record':
        return (
          this.leaf(t, scope) ?? {
            e: 'record',
            type: t,
            fields: t.fields.map((f) => this.of(f.type, scope, 0)),
            keyed: this.random.one(2),
          }
        );
      case 'array': {
        const all = t.hi - t.lo + 1;
        const n = this.random.one(2) ? all : 1 + this.random.below(all);
        return (
          this.leaf(t, scope) ?? {
            e: 'array',
            type: t,
            items: Array.from({ length: n }, () => this.of(t.element, scope, 0)),
            dots: n < all,
          }
        );
      }
      case 'ref':
        return this.random.one(2)
          ? this.fresh(t, scope)
          : (this.leaf(t, scope) ?? (this.random.one(4) ? { e: 'nil' } : this.fresh(t, scope)));
      case 'object':
        return this.object(t, scope);
      case 'function': {
        const procs = scope.procs.filter((p) => isFunction(p));
        const known = scope.vars.filter((v) => v.type.k === 'function');
        return procs.length > 0 ? { e: 'proc', proc: this.random.pick(procs) } : get(variable(known[0]!));
      }
      case 'open':
        throw new Error('no value of an open array');
    }
  }

  leaf(t: Type, scope: Scope): Expr | undefined {
    const d = this.random.one(4) ? undefined : this.designator(scope, (u) => same(u, t));
    return d && get(d);
  }

  fresh(t: Type & { k: 'ref' }, scope: Scope): Expr {
    return t.to.k === 'open'
      ? {
          e: 'new',
          type: t,
          size: binary(
            '-',
            binary('MOD', this.variableOnly(this.int(scope, 1)), int(7)),
            int(this.random.one(8) ? 1 : 0),
          ),
          fields: [],
        }
      : { e: 'new', type: t, fields: [] };
  }

  object(t: ObjectType, scope: Scope): Expr {
    const within = (u: Type): u is ObjectType =>
      u.k === 'object' && (same(u, t) || (u.parent !== undefined && within(u.parent)));
    const choice = this.random.below(6);
    if (choice === 0) return { e: 'nil' };
    if (choice < 3) {
      const d = this.designator(scope, within);
      if (d) return get(d);
    }
    if (choice === 3 && t.parent) {
      const d = this.designator(scope, (u) => same(u, t.parent!));
      if (d) return { e: 'narrow', x: get(d), type: t };
    }
    const type = this.random.pick(scope.types.filter(within)) as ObjectType;
    const fields = fieldsOf(type).filter((f) => f.type.k === 'int' && this.random.one(3));
    return { e: 'new', type, fields: fields.map((f) => [f, this.int(scope, 0)]) };
  }

  sub(t: Type & { k: 'sub' }, scope: Scope, depth: number): Expr {
    if (this.random.one(3)) {
      const d = this.designator(scope, (u) => same(u, t));
      if (d) return get(d);
    }
    const span = t.hi - t.lo;
    if (this.random.one(3)) return int(t.lo + BigInt(this.random.below(Number(span < 1000n ? span + 1n : 1000n))));
    if (this.random.one(5)) return this.variableOnly(this.int(scope, depth));
    return binary(
      '+',
      binary('MOD', this.variableOnly(this.int(scope, depth)), int(span < 2n ** 40n ? span + 1n : 1000n)),
      int(t.lo),
    );
  }

  int(scope: Scope, depth: number): Expr {
    const r = this.random;
    if (depth <= 0 || r.one(4)) {
      if (r.one(4)) return int(r.one(3) ? r.pick(EDGES) : r.below(20) - 4);
      const d = this.designator(scope, (t) => t.k === 'int' || t.k === 'sub');
      return d ? get(d) : int(r.below(50));
    }
    const x = () => this.int(scope, depth - 1);
    switch (r.below(16)) {
      case 0:
        return { e: 'unary', op: r.pick(['-', 'ABS']), x: this.variableOnly(x()) };
      case 1: {
        const t = r.pick<Type>([
          ...scope.types.filter((u) => u.k === 'enum'),
          { k: 'bool' as const },
          { k: 'char' as const },
        ]);
        return { e: 'unary', op: 'ORD', x: this.of(t, scope, depth - 1) };
      }
      case 2: {
        const d = this.designator(scope, (t) => t.k === 'open' || t.k === 'array');
        return d ? { e: 'number', what: r.pick(['NUMBER', 'FIRST', 'LAST'] as const), of: d } : x();
      }
      case 3:
        return { e: 'apply', f: 'Text.Length', args: [this.text(scope, depth - 1)] };
      case 4:
        return { e: 'unary', op: r.pick(['TRUNC', 'FLOOR', 'CEILING', 'ROUND']), x: this.real(scope, depth - 1) };
      case 5:
      case 6:
        return this.call(scope, (t) => t.k === 'int' || t.k === 'sub', depth) ?? x();
      case 7: {
        const d = this.designator(scope, (t) => t.k === 'object');
        return d ? { e: 'method', of: d, x: x() } : x();
      }
      case 8: {
        const v = scope.vars.filter((w) => w.type.k === 'function');
        return v.length > 0 ? { e: 'through', v: r.pick(v), x: x() } : x();
      }
      case 9:
        return {
          e: 'apply',
          f: `Word.${r.pick(['And', 'Or', 'Xor', 'Plus', 'Minus', 'Times', 'Divide', 'Mod', 'Shift', 'Rotate'])}`,
          args: [this.variableOnly(x()), this.variableOnly(x())],
        };
      case 10:
        return r.one(2)
          ? { e: 'apply', f: 'Word.Not', args: [x()] }
          : {
              e: 'apply',
              f: `Word.${r.pick(['Shift', 'Rotate'])}`,
              args: [this.variableOnly(x()), int(r.below(140) - 70)],
            };
      case 11:
        return { e: 'apply', f: r.pick(['MIN', 'MAX']), args: [this.variableOnly(x()), this.variableOnly(x())] };
      case 12: {
        const op = r.pick(['DIV', 'MOD']);
        return binary(
          op,
          this.variableOnly(x()),
          r.one(2) ? int(r.pick([1n, 2n, 3n, 7n, -1n, -5n, 16n])) : this.variableOnly(x()),
        );
      }
      default:
        return binary(r.pick(['+', '-', '*']), this.variableOnly(x()), x());
    }
  }

  long(scope: Scope, depth: number): Expr {
    const r = this.random;
    const dynamic = (x: Expr) => binary('+', x, get(variable(ZERO.long)));
    if (depth <= 0 || r.one(3)) {
      const d = r.one(3) ? undefined : this.designator(scope, (t) => t.k === 'long');
      return d
        ? get(d)
        : r.one(2)
          ? { e: 'long', n: BigInt(r.below(100)) }
          : { e: 'val', x: this.variableOnly(this.int(scope, depth - 1)), type: { k: 'long' } };
    }
    const x = dynamic(this.long(scope, depth - 1));
    const y = dynamic(this.long(scope, depth - 1));
    if (r.one(4)) return { e: 'apply', f: r.pick(['MIN', 'MAX']), args: [x, y] };
    return r.one(6) ? { e: 'unary', op: r.pick(['-', 'ABS']), x } : binary(r.pick(['+', '-', '*', 'DIV', 'MOD']), x, y);
  }

  real(scope: Scope, depth: number): Expr {
    const r = this.random;
    if (depth <= 0 || r.one(3)) {
      const d = r.one(2) ? undefined : this.designator(scope, (t) => t.k === 'real');
      return d
        ? get(d)
        : r.one(2)
          ? { e: 'real', x: (r.below(400) - 100) / 8 }
          : { e: 'unary', op: 'FLOAT', x: this.variableOnly(this.int(scope, depth - 1)) };
    }
    const x = binary('+', this.real(scope, depth - 1), get(variable(ZERO.real)));
    return r.one(6)
      ? { e: 'unary', op: r.pick(['-', 'ABS']), x }
      : binary(r.pick(['+', '-', '*', '/']), x, this.real(scope, depth - 1));
  }

  text(scope: Scope, depth: number): Expr {
    const r = this.random;
    if (depth <= 0 || r.one(2)) {
      const d = r.one(3) ? undefined : this.designator(scope, (t) => t.k === 'text');
      return d ? get(d) : { e: 'text', t: r.pick(['', 'a', 'xyz', 'lorem', 'q-q']) };
    }
    // By a literal, so that loops do not double texts over and over.
    return binary('&', this.text(scope, depth - 1), { e: 'text', t: r.pick(['', 'b', 'cd']) });
  }

  set(t: Type & { k: 'set' }, scope: Scope, depth: number): Expr {
    const r = this.random;
    if (depth > 0 && r.one(2))
      return binary(r.pick(['+', '-', '*', '/']), this.set(t, scope, depth - 1), this.set(t, scope, depth - 1));
    const leaf = r.one(2) ? this.leaf(t, scope) : undefined;
    const one = () => this.within(scope, t.lo, t.hi);
    return (
      leaf ?? {
        e: 'set',
        type: t,
        parts: Array.from({ length: r.below(4) }, (): Expr | [Expr, Expr] => (r.one(3) ? [one(), one()] : one())),
      }
    );
  }

  bool(scope: Scope, depth: number): Expr {
    const r = this.random;
    if (depth <= 0 || r.one(6))
      return r.one(6) ? { e: 'bool', b: r.one(2) } : (this.leaf({ k: 'bool' }, scope) ?? this.comparison(scope, 0));
    const b = () => this.bool(scope, depth - 1);
    switch (r.below(9)) {
      case 0:
        return { e: 'unary', op: 'NOT', x: b() };
      case 1:
        return binary(r.pick(['AND', 'OR']), b(), b());
      case 2: {
        const sets = scope.types.filter((t) => t.k === 'set');
        if (sets.length === 0) return b();
        const t = r.pick(sets);
        return r.one(2)
          ? binary('IN', this.within(scope, t.lo, t.hi), this.set(t, scope, depth - 1))
          : binary(
              r.pick(['=', '#', '<', '<=', '>', '>=']),
              this.set(t, scope, depth - 1),
              this.set(t, scope, depth - 1),
            );
      }
      case 3: {
        const d = this.designator(scope, (t) => t.k === 'object');
        const classes = scope.types.filter((t): t is ObjectType => t.k === 'object');
        if (!d || classes.length === 0) return b();
        const below = classes.filter((t) => isWithin(t, typeOf(d) as ObjectType));
        return { e: 'istype', x: get(d), type: r.pick(below) };
      }
      case 4:
        return { e: 'apply', f: 'Text.Equal', args: [this.text(scope, depth - 1), this.text(scope, depth - 1)] };
      case 5: {
        const d = this.designator(
          scope,
          (t) =>
            t.k === 'record' ||
            t.k === 'array' ||
            t.k === 'ref' ||
            t.k === 'object' ||
            t.k === 'enum' ||
            t.k === 'char',
        );
        if (!d) return b();
        const t = typeOf(d);
        const other = this.designator(scope, (u) => same(u, t)) ?? d;
        return binary(r.pick(['=', '#']), get(d), get(other));
      }
      case 6:
        return r.one(2)
          ? binary(r.pick(['=', '#', '<', '<=', '>', '>=']), this.real(scope, depth - 1), this.real(scope, 0))
          : {
              e: 'apply',
              f: r.pick(['Word.LT', 'Word.GE']),
              args: [this.variableOnly(this.int(scope, 1)), this.int(scope, 1)],
            };
      default:
        return this.comparison(scope, depth - 1);
    }
  }

  comparison(scope: Scope, depth: number): Expr {
    return binary(
      this.random.pick(['=', '#', '<', '<=', '>', '>=']),
      this.variableOnly(this.int(scope, depth)),
      this.int(scope, depth),
    );
  }

  /** A call of a function whose result will do. */
  call(scope: Scope, will: (t: Type) => boolean, depth: number): Expr | undefined {
    const procs = scope.procs.filter((p) => p.result && will(p.result));
    const call = procs.length > 0 ? this.arguments(this.random.pick(procs), scope, depth - 1) : undefined;
    return call && { e: 'call', call };
  }

  /** Undefined if there is nothing to pass as a VAR parameter. */
  arguments(proc: Proc, scope: Scope, depth: number): Call | undefined {
    const args: (Expr | Designator)[] = [];
    for (const { v, mode } of proc.formals) {
      const open = v.type.k === 'open' ? v.type : undefined;
      const fits = (t: Type) =>
        open ? (t.k === 'open' || t.k === 'array') && same(t.element, open.element) : same(t, v.type);
      if (mode === 'value' || (mode === 'readonly' && !open && this.random.one(2)))
        args.push(this.of(v.type, scope, depth));
      else {
        const d = this.designator(scope, (t, writable) => (writable || mode === 'readonly') && fits(t), true);
        if (!d) return undefined;
        args.push(d);
      }
    }
    return { proc, args, keyed: this.random.one(4) };
  }
}

export const isWithin = (t: ObjectType, of: ObjectType): boolean =>
  t.name === of.name || (t.parent !== undefined && isWithin(t.parent, of));

/** Can be passed as a Function. */
export const isFunction = (p: Proc): boolean =>
  p.level > 0 &&
  p.result?.k === 'int' &&
  p.formals.length === 1 &&
  p.formals[0]!.mode === 'value' &&
  same(p.formals[0]!.v.type, INT);
