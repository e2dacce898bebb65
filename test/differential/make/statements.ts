/** Random statements in statements. */
import {
  CHAR,
  type Designator,
  EXCEPTIONS,
  type Expr,
  INT,
  isArray,
  LONG,
  type ObjectType,
  REALS,
  type Stmt,
  same,
  TEXT,
  type Type,
  typeOf,
  type Var,
} from '../tree.ts';
import { binary, get, int, type Scope, variable } from './designators.ts';
import { Expressions, isWithin } from './expressions.ts';

export interface Place extends Scope {
  readonly loop: boolean;
  readonly result: Type | undefined;
  readonly level: number;
}

const isOrdinal = (t: Type): boolean => ['int', 'sub', 'enum', 'bool', 'char', 'wide', 'long'].includes(t.k);

export class Statements extends Expressions {
  #names = 0;
  /** About so many statements are still to be made. */
  #left = 36;

  freshName(letter: string): string {
    return `${letter}${this.#names++}`;
  }

  local(type: Type, writable = true): Var {
    return { name: this.freshName('v'), type, writable };
  }

  list(place: Place, depth: number, length = 1 + this.random.below(3)): Stmt[] {
    return Array.from({ length }, () => this.statement(place, depth));
  }

  statement(place: Place, depth: number): Stmt {
    const r = this.random;
    this.#left--;
    if (depth <= 0 || this.#left < 0 || r.one(2)) return this.simple(place);
    const body = (more: Partial<Place> = {}) => this.list({ ...place, ...more }, depth - 1);
    const bool = () => this.bool(place, 2);
    switch (r.below(17)) {
      case 0:
      case 1:
        return {
          s: 'if',
          arms: Array.from({ length: 1 + r.below(3) }, () => ({ on: bool(), body: body() })),
          otherwise: r.one(2) ? body() : undefined,
        };
      case 2:
        return { s: 'while', on: bool(), body: body({ loop: true }) };
      case 3:
        return { s: 'repeat', body: body({ loop: true }), until: { on: bool() } };
      case 4:
        return {
          s: 'loop',
          body: [
            ...body({ loop: true }),
            { s: 'if', arms: [{ on: bool(), body: [{ s: 'exit' }] }], otherwise: undefined },
          ],
        };
      case 5:
        return this.forLoop(place, depth);
      case 6:
        return this.sweep(place, depth) ?? this.forLoop(place, depth);
      case 7:
      case 8:
        return this.cases(place, depth);
      case 9:
        return this.typecase(place, depth) ?? this.simple(place);
      case 10:
      case 11:
        return this.with(place, depth);
      case 12:
      case 13: {
        const caught = EXCEPTIONS.map((_, exception) => exception).filter(() => r.one(2));
        const arms = [];
        while (caught.length > 0) {
          const exception = caught.shift()!;
          const more = r.one(5) ? caught.splice(0, 1 + r.below(2)) : [];
          const argument = more.length > 0 ? undefined : EXCEPTIONS[exception];
          const v = this.local(argument ?? INT);
          arms.push({ exception, more, v, body: body(argument ? { vars: [...place.vars, v] } : {}) });
        }
        const faults = arms.length === 0 || r.one(2);
        return { s: 'except', body: body(), arms, faults, otherwise: r.one(4) ? body() : undefined };
      }
      case 14:
        return { s: 'finally', body: body(), last: body() };
      case 15:
        return { s: 'lock', name: this.freshName('mu'), body: body() };
      default: {
        const v = this.local(r.pick<Type>([INT, ...place.types]));
        return { s: 'block', v, init: this.of(v.type, place, 2), body: body({ vars: [...place.vars, v] }) };
      }
    }
  }

  forLoop(place: Place, depth: number): Stmt {
    const r = this.random;
    const enums = place.types.filter((t) => t.k === 'enum');
    const type = r.one(4) ? r.pick<Type>([...enums, CHAR]) : INT;
    const v = this.local(type, false);
    const near = (): Expr => {
      if (type.k !== 'int') return this.of(type, place, 1);
      if (r.one(8)) return binary('-', int(2n ** 63n - 1n), this.within(place, 0, 2));
      return r.one(4) ? this.variableOnly(this.int(place, 1)) : this.within(place, -2, 4);
    };
    return {
      s: 'for',
      v,
      from: near(),
      to: near(),
      by: r.pick([1n, 1n, 1n, 2n, -1n, -3n]),
      body: this.list({ ...place, loop: true, vars: [...place.vars, v] }, depth - 1),
    };
  }

  /** A loop over the elements of an array, which may be another one by the time. */
  sweep(place: Place, depth: number): Stmt | undefined {
    const r = this.random;
    const d = this.designator(place, (t, writable) => writable && isArray(t) && !(t.k === 'array' && t.over));
    if (!d) return undefined;
    const { element } = typeOf(d) as { element: Type };
    if (element.k === 'open' || element.k === 'function') return undefined;
    const v = this.local(INT, false);
    const at = get(variable(v));
    const inside: Place = { ...place, loop: true, vars: [...place.vars, v] };
    const use = (): Stmt => {
      const near = r.one(4) ? binary(r.pick(['+', '-']), at, int(1)) : at;
      const one: Designator = { d: 'index', of: d, at: near };
      if (element.k === 'int' && r.one(2)) return { s: 'trace', x: get(one), type: INT };
      return { s: 'assign', to: one, x: this.of(element, inside, 1) };
    };
    const body = [use(), ...this.list(inside, depth - 1, r.below(3)), use()];
    const end = (what: 'FIRST' | 'LAST' | 'NUMBER'): Expr => ({ e: 'number', what, of: d });
    if (r.one(2)) return { s: 'for', v, from: end('FIRST'), to: end('LAST'), by: r.pick([1n, 1n, 2n]), body };
    const step: Stmt = { s: 'inc', dec: false, to: variable(v), by: undefined };
    const on = r.one(3) ? binary('#', at, end('NUMBER')) : binary('<=', at, end('LAST'));
    return { s: 'block', v, init: end('FIRST'), body: [{ s: 'while', on, body: [...body, step] }] };
  }

  cases(place: Place, depth: number): Stmt {
    const r = this.random;
    const enums = place.types.filter((t) => t.k === 'enum');
    const type = r.one(3) ? r.pick<Type>([...enums, CHAR]) : INT;
    const arms: { labels: [bigint, bigint][]; body: Stmt[] }[] = [];
    let at = type.k === 'int' ? BigInt(r.below(4) - 2) : type.k === 'char' ? 97n : 0n;
    const last = type.k === 'int' ? 2n ** 40n : type.k === 'char' ? 122n : BigInt((type as { size: number }).size - 1);
    for (let n = 1 + r.below(4); n > 0 && at <= last; n--) {
      const labels: [bigint, bigint][] = [];
      for (let m = r.one(3) ? 2 : 1; m > 0 && at <= last; m--) {
        const far = at + BigInt(r.pick(type.k === 'int' ? [0, 0, 1, 3, 1000] : [0, 0, 1, 3]));
        const hi = far < last ? far : last;
        labels.push([at, hi]);
        at = hi + BigInt(1 + r.below(3));
      }
      arms.push({ labels, body: this.list(place, depth - 1) });
    }
    const integer = () => this.variableOnly(r.one(3) ? this.int(place, 2) : this.within(place, -2, 6));
    return {
      s: 'case',
      x: type.k === 'int' ? integer() : { e: 'val', x: { e: 'unary', op: 'ORD', x: this.of(type, place, 1) }, type },
      type,
      arms,
      // Without a value that is left out it would be refused as useless.
      otherwise: r.below(4) > 0 ? this.list(place, depth - 1) : undefined,
    };
  }

  typecase(place: Place, depth: number): Stmt | undefined {
    const d = this.designator(place, (t) => t.k === 'object');
    if (!d) return undefined;
    const t = typeOf(d) as ObjectType;
    const below = place.types.filter((u): u is ObjectType => u.k === 'object' && isWithin(u, t)).reverse();
    const arms = below
      .filter(() => this.random.below(3) > 0)
      .map((type) => {
        const v = this.local(type);
        return { type, v, body: this.list({ ...place, vars: [...place.vars, v] }, depth - 1) };
      });
    if (arms.length === 0) return undefined;
    return {
      s: 'typecase',
      x: get(d),
      arms,
      otherwise: this.random.one(2) ? this.list(place, depth - 1) : undefined,
    };
  }

  with(place: Place, depth: number): Stmt {
    const r = this.random;
    const alias =
      r.below(4) > 0 ? this.designator(place, (t, writable) => writable && t.k !== 'function', true) : undefined;
    const type = alias ? typeOf(alias) : r.pick<Type>([INT, TEXT, ...place.types]);
    const v = this.local(type, alias !== undefined);
    const is = alias ?? this.value(type, place);
    return { s: 'with', v, is, body: this.list({ ...place, vars: [...place.vars, v] }, depth - 1) };
  }

  /** Something that is no designator: of exactly this type, and not writable. */
  value(type: Type, place: Place): Expr {
    const x = this.of(type, place, 2);
    if (type.k === 'int') return this.variableOnly({ e: 'unary', op: '-', x: this.variableOnly(x) });
    if (type.k === 'text') return binary('&', x, { e: 'text', t: '.' });
    if (type.k === 'sub' || type.k === 'enum') return { e: 'val', x: { e: 'unary', op: 'ORD', x }, type };
    if (type.k === 'set') return binary('+', x, { e: 'set', type, parts: [] });
    if (type.k === 'record')
      return { e: 'record', type, fields: type.fields.map((f) => this.of(f.type, place, 0)), keyed: false };
    if (type.k === 'array')
      return { e: 'array', type, items: [this.of(type.element, place, 0)], dots: type.hi > type.lo };
    if (type.k === 'ref') return this.fresh(type, place);
    return { e: 'new', type, sizes: [], fields: [] };
  }

  simple(place: Place): Stmt {
    const r = this.random;
    switch (r.below(20)) {
      case 0:
      case 1:
      case 2:
        return { s: 'trace', x: this.int(place, 2), type: INT };
      case 3: {
        const type = r.pick<Type>([{ k: 'bool' }, LONG, TEXT, { k: 'wide' }]);
        return { s: 'trace', x: this.of(type, place, 3), type };
      }
      case 4:
        return { s: 'trace', ...this.anyReal(place, 3) };
      case 5:
      case 6: {
        const to = this.designator(place, (t, writable) => writable && isOrdinal(t));
        if (!to) break;
        const by = typeOf(to).k === 'long' ? this.variableLong(place, 1) : this.variableOnly(this.within(place, -2, 3));
        return { s: 'inc', dec: r.one(2), to, by: r.one(2) ? undefined : by };
      }
      case 7:
        if (place.loop)
          return { s: 'if', arms: [{ on: this.bool(place, 1), body: [{ s: 'exit' }] }], otherwise: undefined };
        break;
      case 8:
        if (place.level > 0 && r.one(2)) {
          const x = place.result && this.of(place.result, place, 1);
          return { s: 'if', arms: [{ on: this.bool(place, 1), body: [{ s: 'return', x }] }], otherwise: undefined };
        }
        break;
      case 9: {
        const exception = r.below(EXCEPTIONS.length);
        const argument = EXCEPTIONS[exception];
        const x = argument && this.of(argument, place, 1);
        return {
          s: 'if',
          arms: [{ on: this.bool(place, 1), body: [{ s: 'raise', exception, x }] }],
          otherwise: undefined,
        };
      }
      case 10:
      case 11: {
        const proc = place.procs.length > 0 ? r.pick(place.procs) : undefined;
        const call = proc && this.arguments(proc, place, 1);
        if (!call) break;
        return proc.result ? { s: 'eval', x: { e: 'call', call } } : { s: 'call', call };
      }
      case 12:
        if (r.one(3)) return { s: 'assert', x: binary('OR', this.bool(place, 1), this.bool(place, 1)) };
        break;
      case 13: {
        const arrays = this.arrays(place);
        if (arrays) return arrays;
        break;
      }
      default:
    }
    return this.assignment(place);
  }

  /** An assignment of open arrays, which may overlap. */
  arrays(place: Place): Stmt | undefined {
    const to = this.designator(place, (t, writable) => writable && isArray(t));
    if (!to) return undefined;
    const t = typeOf(to) as { element: Type };
    const whole = to.d === 'part' || typeOf(to).k === 'open' ? to : this.part(to, place);
    const from = this.designator(place, (u) => isArray(u) && same(u.element, t.element));
    if (!from) return undefined;
    const of = from.d === 'part' || this.random.one(2) ? from : this.part(from, place);
    // Mostly as many as there is room for.
    const exact = whole.d === 'part' && of.d === 'part' && !this.random.one(4) ? { ...of, n: whole.n } : of;
    return { s: 'assign', to: whole, x: get(exact) };
  }

  assignment(place: Place): Stmt {
    const to = this.designator(place, (t, writable) => writable && t.k !== 'open' && t.k !== 'function');
    if (!to) return { s: 'trace', x: this.int(place, 2), type: INT };
    const t = typeOf(to);
    if (t.k === 'ref' && t.to.k === 'open' && this.random.one(3)) {
      const from = this.designator(place, (u) => same(u, t));
      if (from) return { s: 'assign', to: { d: 'deref', of: to }, x: get({ d: 'deref', of: from }) };
    }
    return { s: 'assign', to, x: this.of(t, place, 3) };
  }
}
export const SCALARS: readonly Type[] = [INT, INT, { k: 'bool' }, CHAR, { k: 'wide' }, LONG, ...REALS];
