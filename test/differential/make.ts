/** Random programs: types, procedures in procedures, statements in statements. */
import { Expressions, isFunction, isWithin, type Scope, same } from './expressions.ts';
import { Random } from './random.ts';
import {
  BOOL,
  CHAR,
  type Expr,
  type Field,
  FUNCTION,
  INT,
  LONG,
  type Mode,
  type ObjectType,
  type Proc,
  type Program,
  REAL,
  type Stmt,
  TEXT,
  type Type,
  typeOf,
  type Var,
} from './tree.ts';

interface Place extends Scope {
  readonly loop: boolean;
  readonly result: Type | undefined;
  readonly level: number;
  /** In the last part of TRY FINALLY, which RETURN and EXIT must not leave. */
  readonly final: boolean;
}

export function makeProgram(index: number, seed: number): Program {
  return new Maker(`P${index}`, seed).program();
}

class Maker {
  readonly random: Random;
  readonly name: string;
  readonly seed: number;
  readonly x: Expressions;
  #names = 0;
  #left = 36;

  constructor(name: string, seed: number) {
    this.name = name;
    this.seed = seed;
    this.random = new Random(Math.imul(seed, 2654435761) ^ 0x5bd1e995);
    this.x = new Expressions(this.random);
  }

  fresh(letter: string): string {
    return `${letter}${this.#names++}`;
  }

  // ---------------------------------------------------------------- types

  types(): Type[] {
    const r = this.random;
    const types: Type[] = [];
    const name = () => `${this.name}T${types.length}`;
    const scalar = (): Type =>
      r.pick([
        INT,
        INT,
        BOOL,
        CHAR,
        LONG,
        REAL,
        ...types.filter((t) => t.k === 'sub' || t.k === 'enum' || t.k === 'set'),
      ]);
    const subs = r.pick([
      [0n, 9n],
      [-5n, 5n],
      [1n, 100n],
      [0n, 255n],
      [-128n, 127n],
      [0n, 65535n],
      [-70000n, 70000n],
      [3n, 3n],
    ] as const);
    types.push({ k: 'sub', name: name(), lo: subs[0], hi: subs[1] });
    types.push({ k: 'enum', name: name(), size: r.pick([1, 2, 3, 5, 8]) });
    const lo = r.pick([0, 0, 1, -3, -20]);
    types.push({ k: 'set', name: name(), lo, hi: lo + r.pick([2, 7, 15, 31, 62, 63, 64, 130]) });
    const field = (i: number): Field => {
      const packed = r.one(3) ? r.pick(types.filter((t) => t.k === 'sub' && t.hi <= 255n && t.lo >= 0n)) : undefined;
      return packed ? { name: `f${i}`, type: packed, bits: r.pick([8, 9, 12]) } : { name: `f${i}`, type: scalar() };
    };
    for (let n = r.below(3); n > 0; n--)
      types.push({ k: 'record', name: name(), fields: Array.from({ length: 1 + r.below(4) }, (_, i) => field(i)) });
    for (let n = 1 + r.below(3); n > 0; n--) {
      const first = r.pick([0, 0, 1, -2]);
      types.push({
        k: 'array',
        name: name(),
        lo: first,
        hi: first + r.below(5),
        element: r.one(3) ? r.pick<Type>([...types.filter((t) => t.k === 'record' || t.k === 'array'), INT]) : scalar(),
      });
    }
    if (r.one(2))
      types.push({
        k: 'record',
        name: name(),
        fields: [
          { name: 'f0', type: INT },
          { name: 'f1', type: r.pick(types.filter((t) => t.k === 'array')) },
        ],
      });
    for (let n = r.below(3); n > 0; n--)
      types.push({
        k: 'ref',
        name: name(),
        to: r.pick<Type>([
          { k: 'open', element: INT },
          { k: 'open', element: scalar() },
          INT,
          ...types.filter((t) => t.k === 'record' || t.k === 'array'),
        ]),
      });
    if (r.one(2)) this.classes(types, name);
    return types;
  }

  classes(types: Type[], name: () => string): void {
    const r = this.random;
    let parent: ObjectType | undefined;
    let fields = 0;
    for (let n = 1 + r.below(3); n > 0; n--) {
      const own: Field[] = [{ name: `o${fields++}`, type: INT }];
      const other = types.filter((t) => t.k === 'record' || t.k === 'array' || t.k === 'sub');
      if (r.one(2)) own.push({ name: `o${fields++}`, type: r.pick(other) });
      const method =
        !parent || r.one(2)
          ? { proc: `${name()}M`, factor: BigInt(r.below(9) - 4), field: Number(own[0]!.name.slice(1)) }
          : undefined;
      const type: ObjectType = { k: 'object', name: name(), parent, fields: own, method };
      types.push(type);
      // Siblings, too.
      if (r.below(4) > 0) parent = type;
    }
  }

  // ---------------------------------------------------------------- procedures

  local(type: Type, writable = true): Var {
    return { name: this.fresh('v'), type, writable };
  }

  program(): Program {
    const types = this.types();
    const locals: { v: Var; init: Expr | undefined }[] = [];
    const vars: Var[] = [];
    const scope: Scope = { vars, procs: [], types };
    for (const type of [INT, INT, BOOL, REAL, LONG, TEXT, ...types]) {
      if (type.k === 'text' ? false : this.random.one(5) && type.k !== 'int') continue;
      const must = type.k === 'text' || type.k === 'ref' || type.k === 'object' || type.k === 'int';
      const init = must || this.random.one(2) ? this.x.of(type, scope, 1) : undefined;
      const v = this.local(type);
      locals.push({ v, init });
      vars.push(v);
    }
    const inner: Proc[] = [];
    for (let n = this.random.below(4); n > 0; n--) inner.push(this.procedure({ ...scope, procs: [...inner] }, 1));
    const place: Place = { vars, procs: inner, types, loop: false, result: undefined, level: 0, final: false };
    const body = this.list(place, 3, 3 + this.random.below(4));
    const main: Proc = {
      name: this.name,
      level: 0,
      formals: [],
      result: undefined,
      locals,
      inner,
      body: [{ s: 'finally', body, last: vars.flatMap((v) => this.traces(v)) }],
    };
    return { name: this.name, seed: this.seed, types, main };
  }

  /** What shows a variable's state. */
  traces(v: Var): Stmt[] {
    const d = { d: 'var', v } as const;
    const simple = (t: Type) => ['int', 'sub', 'bool', 'char', 'enum', 'long', 'real', 'text'].includes(t.k);
    const t = v.type;
    if (simple(t)) return [{ s: 'trace', x: { e: 'get', from: d }, type: t }];
    if (t.k === 'record') {
      return t.fields.flatMap((f, field): Stmt[] =>
        simple(f.type) ? [{ s: 'trace', x: { e: 'get', from: { d: 'field', of: d, field } }, type: f.type }] : [],
      );
    }
    if (t.k === 'array' && simple(t.element)) {
      return Array.from(
        { length: t.hi - t.lo + 1 },
        (_, i) =>
          ({
            s: 'trace',
            x: { e: 'get', from: { d: 'index', of: d, at: { e: 'int', n: BigInt(t.lo + i) } } },
            type: t.element,
          }) as const,
      );
    }
    if (t.k === 'set') {
      return [t.lo, t.lo + 1, t.hi].map(
        (n) =>
          ({
            s: 'trace',
            x: { e: 'binary', op: 'IN', x: { e: 'int', n: BigInt(n) }, y: { e: 'get', from: d } },
            type: BOOL,
          }) as const,
      );
    }
    return t.k === 'ref' || t.k === 'object'
      ? [{ s: 'trace', x: { e: 'binary', op: '=', x: { e: 'get', from: d }, y: { e: 'nil' } }, type: BOOL }]
      : [];
  }

  procedure(outer: Scope, level: number): Proc {
    const r = this.random;
    const formals: { v: Var; mode: Mode }[] = [];
    const named = outer.types.filter((t) => t.k !== 'set' || r.one(2));
    const asFunction = r.one(4);
    const result: Type | undefined = asFunction
      ? INT
      : r.one(3)
        ? undefined
        : r.pick<Type>([INT, INT, BOOL, TEXT, ...outer.types]);
    for (let n = asFunction ? 1 : r.below(4); n > 0; n--) {
      const mode: Mode = asFunction ? 'value' : r.pick(['value', 'value', 'var', 'readonly'] as const);
      const choices: Type[] = [INT, INT, TEXT, REAL, ...named];
      if (mode !== 'value') choices.push({ k: 'open', element: INT }, { k: 'open', element: INT });
      if (mode === 'value' && outer.procs.some(isFunction)) choices.push(FUNCTION, FUNCTION, FUNCTION);
      formals.push({
        v: { name: this.fresh('a'), type: asFunction ? INT : r.pick(choices), writable: mode !== 'readonly' },
        mode,
      });
    }
    const locals: { v: Var; init: Expr | undefined }[] = [];
    const vars: Var[] = [...outer.vars, ...formals.map((f) => f.v)];
    const scope: Scope = { vars, procs: outer.procs, types: outer.types };
    for (let n = r.below(3); n > 0; n--) {
      const v = this.local(r.pick<Type>([INT, INT, TEXT, ...outer.types]));
      locals.push({ v, init: this.x.of(v.type, scope, 1) });
      vars.push(v);
    }
    const proc: Proc = { name: this.fresh('N'), level, formals, result, locals, inner: [], body: [] };
    if (level < 2 && r.one(3)) proc.inner.push(this.procedure({ ...scope, procs: [...outer.procs] }, level + 1));
    const procs = [...outer.procs, ...proc.inner, ...(r.one(3) ? [proc] : [])];
    const place: Place = {
      vars,
      procs,
      types: outer.types,
      loop: false,
      result: result ?? undefined,
      level,
      final: false,
    };
    proc.body.push(...this.list(place, 2, 1 + r.below(3)));
    if (result) proc.body.push({ s: 'return', x: this.x.of(result, place, 1) });
    return proc;
  }

  // ---------------------------------------------------------------- statements

  list(place: Place, depth: number, length = 1 + this.random.below(3)): Stmt[] {
    return Array.from({ length }, () => this.statement(place, depth));
  }

  statement(place: Place, depth: number): Stmt {
    const r = this.random;
    this.#left--;
    if (depth <= 0 || this.#left < 0 || r.one(2)) return this.simple(place);
    const body = (more: Partial<Place> = {}) => this.list({ ...place, ...more }, depth - 1);
    const bool = () => this.x.bool(place, 2);
    switch (r.below(15)) {
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
            ...(place.final
              ? []
              : [{ s: 'if', arms: [{ on: bool(), body: [{ s: 'exit' } as const] }], otherwise: undefined } as const]),
          ],
        };
      case 5:
      case 6: {
        const v = this.local(INT, false);
        const near = (): Expr =>
          r.one(8)
            ? { e: 'binary', op: '-', x: { e: 'int', n: 2n ** 63n - 1n }, y: this.x.within(place, 0, 2) }
            : r.one(4)
              ? this.x.variableOnly(this.x.int(place, 1))
              : this.x.within(place, -2, 4);
        return {
          s: 'for',
          v,
          from: near(),
          to: near(),
          by: r.pick([1n, 1n, 1n, 2n, -1n, -3n]),
          body: body({ loop: true, vars: [...place.vars, v] }),
        };
      }
      case 7:
        return this.cases(place, depth);
      case 8:
        return this.typecase(place, depth) ?? this.simple(place);
      case 9:
      case 10:
        return this.with(place, depth);
      case 11:
      case 12: {
        const exceptions = [0, 1, 2].filter(() => r.one(2));
        const arms = exceptions.map((exception) => {
          const v = this.local(INT);
          return { exception, v, body: body(exception === 0 ? {} : { vars: [...place.vars, v] }) };
        });
        const faults = arms.length === 0 || r.one(2);
        return { s: 'except', body: body(), arms, faults, otherwise: r.one(4) ? body() : undefined };
      }
      case 13:
        return { s: 'finally', body: body(), last: body({ final: true, loop: false }) };
      default: {
        const v = this.local(r.pick<Type>([INT, ...place.types]));
        return { s: 'block', v, init: this.x.of(v.type, place, 2), body: body({ vars: [...place.vars, v] }) };
      }
    }
  }

  cases(place: Place, depth: number): Stmt {
    const r = this.random;
    const arms: { lo: bigint; hi: bigint; body: Stmt[] }[] = [];
    let at = BigInt(r.below(4) - 2);
    for (let n = 1 + r.below(4); n > 0; n--) {
      const hi = at + BigInt(r.pick([0, 0, 1, 3, 1000]));
      arms.push({ lo: at, hi, body: this.list(place, depth - 1) });
      at = hi + BigInt(1 + r.below(3));
    }
    return {
      s: 'case',
      x: this.x.variableOnly(r.one(3) ? this.x.int(place, 2) : this.x.within(place, -2, 6)),
      arms,
      otherwise: r.below(4) > 0 ? this.list(place, depth - 1) : undefined,
    };
  }

  typecase(place: Place, depth: number): Stmt | undefined {
    const d = this.x.designator(place, (t) => t.k === 'object');
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
      x: { e: 'get', from: d },
      arms,
      otherwise: this.random.one(2) ? this.list(place, depth - 1) : undefined,
    };
  }

  with(place: Place, depth: number): Stmt {
    const r = this.random;
    const alias =
      r.below(4) > 0
        ? this.x.designator(place, (t, writable) => writable && t.k !== 'open' && t.k !== 'function', true)
        : undefined;
    const type = alias ? typeOf(alias) : r.pick<Type>([INT, TEXT, ...place.types]);
    const v = this.local(type, alias !== undefined);
    const is = alias ?? this.value(type, place);
    return { s: 'with', v, is, body: this.list({ ...place, vars: [...place.vars, v] }, depth - 1) };
  }

  /** Something that is no designator: of exactly this type, and not writable. */
  value(type: Type, place: Place): Expr {
    const x = this.x.of(type, place, 2);
    if (type.k === 'int') return this.x.variableOnly({ e: 'unary', op: '-', x: this.x.variableOnly(x) });
    if (type.k === 'text') return { e: 'binary', op: '&', x, y: { e: 'text', t: '.' } };
    if (type.k === 'sub' || type.k === 'enum') return { e: 'val', x: { e: 'unary', op: 'ORD', x }, type };
    if (type.k === 'set') return { e: 'binary', op: '+', x, y: { e: 'set', type, parts: [] } };
    if (type.k === 'record')
      return { e: 'record', type, fields: type.fields.map((f) => this.x.of(f.type, place, 0)), keyed: false };
    if (type.k === 'array')
      return { e: 'array', type, items: [this.x.of(type.element, place, 0)], dots: type.hi > type.lo };
    if (type.k === 'ref') return this.x.fresh(type, place);
    return { e: 'new', type, fields: [] };
  }

  simple(place: Place): Stmt {
    const r = this.random;
    const x = this.x;
    switch (r.below(20)) {
      case 0:
      case 1:
      case 2:
        return { s: 'trace', x: x.int(place, 2), type: INT };
      case 3: {
        const type = r.pick<Type>([BOOL, REAL, LONG, TEXT]);
        return { s: 'trace', x: x.of(type, place, 3), type };
      }
      case 4:
      case 5: {
        const to = x.designator(place, (t, writable) => writable && (t.k === 'int' || t.k === 'sub'));
        if (!to) break;
        const by = x.within(place, -2, 3);
        return { s: 'inc', dec: r.one(2), to, by: r.one(2) ? undefined : x.variableOnly(by) };
      }
      case 6:
        if (place.loop && !place.final)
          return { s: 'if', arms: [{ on: x.bool(place, 1), body: [{ s: 'exit' }] }], otherwise: undefined };
        break;
      case 7:
        if (!place.final && place.level > 0 && r.one(2))
          return {
            s: 'if',
            arms: [{ on: x.bool(place, 1), body: [{ s: 'return', x: place.result && x.of(place.result, place, 1) }] }],
            otherwise: undefined,
          };
        break;
      case 8:
        return {
          s: 'if',
          arms: [{ on: x.bool(place, 1), body: [{ s: 'raise', exception: r.below(3), x: x.int(place, 1) }] }],
          otherwise: undefined,
        };
      case 9:
      case 10: {
        const proc = place.procs.length > 0 ? r.pick(place.procs) : undefined;
        const call = proc && x.arguments(proc, place, 1);
        if (!call) break;
        return proc.result ? { s: 'eval', x: { e: 'call', call } } : { s: 'call', call };
      }
      case 11: {
        const open = (t: Type) => (t.k === 'array' || t.k === 'open') && t.element.k === 'int';
        const to = x.designator(place, (t, writable) => writable && open(t));
        const from = to && x.designator(place, open);
        if (!from) break;
        const n = x.variableOnly(x.within(place, 0, 3));
        return {
          s: 'subarray',
          to,
          from,
          at: x.variableOnly(x.within(place, 0, 2)),
          start: x.variableOnly(x.within(place, 0, 2)),
          n,
          m: r.one(6) ? x.variableOnly(x.within(place, 0, 3)) : n,
        };
      }
      case 12:
        if (r.one(3)) return { s: 'assert', x: { e: 'binary', op: 'OR', x: x.bool(place, 1), y: x.bool(place, 1) } };
        break;
      default:
    }
    return this.assignment(place);
  }

  assignment(place: Place): Stmt {
    const to = this.x.designator(place, (t, writable) => writable && t.k !== 'open' && t.k !== 'function');
    if (!to) return { s: 'trace', x: this.x.int(place, 2), type: INT };
    const t = typeOf(to);
    // Whole open arrays are assigned through their references.
    if (t.k === 'ref' && t.to.k === 'open' && this.random.one(3)) {
      const from = this.x.designator(place, (u) => same(u, t));
      if (from) return { s: 'assign', to: { d: 'deref', of: to }, x: { e: 'get', from: { d: 'deref', of: from } } };
    }
    return { s: 'assign', to, x: this.x.of(t, place, 3) };
  }
}
