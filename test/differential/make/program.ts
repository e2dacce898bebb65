/** Random programs: types, variables, procedures in procedures. */
import { Random } from '../random.ts';
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
  PROC,
  type Proc,
  type Program,
  REALS,
  type Stmt,
  TEXT,
  type Type,
  type Var,
} from '../tree.ts';
import { constantOf, get, int, type Scope } from './designators.ts';
import { isFunction } from './expressions.ts';
import { type Place, SCALARS, Statements } from './statements.ts';

const SUBRANGES = [
  [0n, 9n],
  [-5n, 5n],
  [1n, 100n],
  [0n, 255n],
  [-128n, 127n],
  [0n, 65535n],
  [-70000n, 70000n],
  [3n, 3n],
  [-(2n ** 40n), 2n ** 40n],
] as const;

export function makeProgram(index: number, seed: number): Program {
  return new Maker(`P${index}`, seed).program();
}

/** Bits that hold the numbers of a type; undefined if it cannot be packed. */
function bitsOf(t: Type): number | undefined {
  if (t.k === 'bool') return 1;
  if (t.k === 'char') return 8;
  const [lo, hi] = t.k === 'sub' ? [t.lo, t.hi] : t.k === 'enum' ? [0n, BigInt(t.size - 1)] : [1n, 0n];
  if (lo > hi) return undefined;
  for (let n = 1; ; n++)
    if (lo >= 0n ? hi < 2n ** BigInt(n) : lo >= -(2n ** BigInt(n - 1)) && hi < 2n ** BigInt(n - 1)) return n;
}

class Maker extends Statements {
  readonly name: string;
  readonly seed: number;

  constructor(name: string, seed: number) {
    super(new Random(Math.imul(seed, 2654435761) ^ 0x5bd1e995));
    this.name = name;
    this.seed = seed;
  }

  // ---------------------------------------------------------------- types

  types(): Type[] {
    const r = this.random;
    const types: Type[] = [];
    const name = () => `${this.name}T${types.length}`;
    const [lo, hi] = r.pick(SUBRANGES);
    types.push({ k: 'sub', name: name(), lo, hi });
    types.push({ k: 'enum', name: name(), size: r.pick([1, 2, 3, 5, 8, 300]) });
    const first = r.pick([0, 0, 1, -3, -20]);
    const over = r.one(3) ? this.small(types[1]!) : undefined;
    types.push(
      over
        ? { k: 'set', name: name(), ...over }
        : { k: 'set', name: name(), lo: first, hi: first + r.pick([2, 7, 15, 31, 62, 63, 64, 130, 300]) },
    );
    const scalars = [...SCALARS, PROC, ...types];
    const scalar = (): Type => r.pick(scalars);
    const composite = (): Type => r.pick<Type>([...types.filter((t) => t.k === 'record' || t.k === 'array'), INT]);
    for (let n = r.below(3); n > 0; n--)
      types.push({
        k: 'record',
        name: name(),
        fields: Array.from({ length: 1 + r.below(5) }, (_, i) => this.field(i, scalar())),
      });
    for (let n = 1 + r.below(3); n > 0; n--)
      types.push(this.arrayType(name(), r.one(3) ? composite() : scalar(), types[1]!));
    if (r.one(2)) {
      const fields = [
        { name: 'f0', type: INT },
        { name: 'f1', type: r.pick(types.filter((t) => t.k === 'array')) },
      ];
      types.push({ k: 'record', name: name(), fields });
    }
    for (let n = r.below(3); n > 0; n--) {
      const element = r.pick<Type>([INT, INT, scalar(), composite()]);
      const open: Type = { k: 'open', element: r.one(3) ? { k: 'open', element } : element };
      types.push({ k: 'ref', name: name(), to: r.pick<Type>([open, open, INT, composite()]) });
    }
    if (r.one(2)) this.classes(types, name);
    const references = types.filter((t) => t.k === 'ref' || t.k === 'object');
    if (references.length > 0 && r.one(2)) {
      const fields = Array.from({ length: 1 + r.below(3) }, (_, i) => ({ name: `f${i}`, type: r.pick(references) }));
      types.push({ k: 'record', name: name(), fields });
      types.push(this.arrayType(name(), r.pick([...references, types.at(-1)!]), types[1]!));
    }
    return types;
  }

  /** An ordinal type other than the integers, with its bounds. */
  small(enumeration: Type): { lo: number; hi: number; over: Type } {
    const over = this.random.pick<Type>([enumeration, enumeration, CHAR, BOOL]);
    return { lo: 0, hi: over.k === 'enum' ? over.size - 1 : over.k === 'char' ? 255 : 1, over };
  }

  field(i: number, type: Type): Field {
    const bits = this.random.one(2) ? bitsOf(type) : undefined;
    return bits === undefined
      ? { name: `f${i}`, type }
      : { name: `f${i}`, type, bits: Math.min(64, bits + this.random.pick([0, 0, 1, 3, 7])) };
  }

  arrayType(name: string, element: Type, enumeration: Type): Type {
    const r = this.random;
    const first = r.pick([0, 0, 1, -2]);
    const over = r.one(4) ? this.small(enumeration) : undefined;
    const range = over && over.hi < 10 ? over : { lo: first, hi: first + r.below(5) };
    const bits = r.one(2) ? bitsOf(element) : undefined;
    return bits === undefined
      ? { k: 'array', name, ...range, element }
      : { k: 'array', name, ...range, element, bits: r.pick([bits, bits, bits + 1, bits + 5]) };
  }

  classes(types: Type[], name: () => string): void {
    const r = this.random;
    let parent: ObjectType | undefined;
    let fields = 0;
    for (let n = 1 + r.below(3); n > 0; n--) {
      const own: Field[] = [{ name: `o${fields++}`, type: INT }];
      const other = types.filter((t) => t.k === 'record' || t.k === 'array' || t.k === 'sub');
      if (r.one(2)) own.push({ name: `o${fields++}`, type: r.pick(other) });
      if (r.one(3))
        own.push({
          ...this.field(0, r.pick(types.filter((t) => t.k === 'sub' || t.k === 'enum'))),
          name: `o${fields++}`,
        });
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

  // ---------------------------------------------------------------- the program

  program(): Program {
    const r = this.random;
    const types = this.types();
    // A text would begin as NIL.
    const globals = types
      .concat(INT, LONG, PROC, ...REALS)
      .filter(() => r.one(5))
      .map((type) => ({ ...this.local(type), name: this.freshName(`${this.name}G`) }));
    const tops: Proc[] = [];
    for (let n = r.below(3); n > 0; n--) {
      const outer = { vars: globals, procs: [...tops], types };
      tops.push({ ...this.procedure(outer, 1, r.below(3) > 0), name: `${this.name}F${tops.length}` });
    }
    const locals: { v: Var; init: Expr | undefined }[] = [];
    const vars: Var[] = [...globals];
    const scope: Scope = { vars, procs: tops, types };
    for (const type of [INT, INT, BOOL, ...REALS, LONG, TEXT, PROC, { k: 'wide' } as const, ...types]) {
      if (type.k !== 'text' && type.k !== 'int' && r.one(4)) continue;
      const must = type.k === 'text' || type.k === 'ref' || type.k === 'object' || type.k === 'int';
      const init = must || r.one(2) ? this.of(type, scope, 1) : undefined;
      const v = this.local(type);
      locals.push({ v, init });
      vars.push(v);
    }
    const inner: Proc[] = [];
    for (let n = r.below(4); n > 0; n--)
      inner.push(this.procedure({ ...scope, procs: [...tops, ...inner] }, 1, r.one(4)));
    const place: Place = { vars, procs: [...tops, ...inner], types, loop: false, result: undefined, level: 0 };
    const body = this.list(place, 3, 3 + r.below(4));
    const main: Proc = {
      name: this.name,
      level: 0,
      formals: [],
      result: undefined,
      locals,
      inner,
      body: [{ s: 'finally', body, last: vars.flatMap((v) => this.traces(v)) }],
    };
    return { name: this.name, seed: this.seed, types, globals, tops, main };
  }

  /** What shows a variable's state. */
  traces(v: Var): Stmt[] {
    const d = { d: 'var', v } as const;
    const simple = (t: Type) => ['int', 'sub', 'bool', 'char', 'wide', 'enum', 'long', 'real', 'text'].includes(t.k);
    const t = v.type;
    if (simple(t)) return [{ s: 'trace', x: get(d), type: t }];
    if (t.k === 'record') {
      return t.fields.flatMap((f, field): Stmt[] =>
        simple(f.type) ? [{ s: 'trace', x: get({ d: 'field', of: d, field }), type: f.type }] : [],
      );
    }
    if (t.k === 'array' && simple(t.element)) {
      return Array.from({ length: t.hi - t.lo + 1 }, (_, i) => ({
        s: 'trace',
        x: get({ d: 'index', of: d, at: constantOf(t.over, t.lo + i) }),
        type: t.element,
      }));
    }
    if (t.k === 'set') {
      const has = (n: number): Expr => ({ e: 'binary', op: 'IN', x: constantOf(t.over, n), y: get(d) });
      return [t.lo, Math.min(t.lo + 1, t.hi), t.hi].map((n) => ({ s: 'trace', x: has(n), type: BOOL }));
    }
    return t.k === 'ref' || t.k === 'object' || t.k === 'proc'
      ? [{ s: 'trace', x: { e: 'binary', op: '=', x: get(d), y: { e: 'nil' } }, type: BOOL }]
      : [];
  }

  // ---------------------------------------------------------------- procedures

  /** `asFunction`: it can be a procedure value. */
  procedure(outer: Scope, level: number, asFunction: boolean): Proc {
    const r = this.random;
    const result: Type | undefined = asFunction
      ? INT
      : r.one(3)
        ? undefined
        : r.pick<Type>([INT, INT, BOOL, TEXT, ...REALS, LONG, ...outer.types]);
    const formals = asFunction
      ? [{ v: { name: this.freshName('a'), type: INT, writable: true }, mode: 'value' as const }]
      : Array.from({ length: r.below(4) }, () => this.formal(outer));
    const locals: { v: Var; init: Expr | undefined }[] = [];
    const vars: Var[] = [...outer.vars, ...formals.map((f) => f.v)];
    const scope: Scope = { vars, procs: outer.procs, types: outer.types };
    for (let n = r.below(3); n > 0; n--) {
      const v = this.local(r.pick<Type>([INT, INT, TEXT, LONG, ...REALS, ...outer.types]));
      locals.push({ v, init: this.of(v.type, scope, 1) });
      vars.push(v);
    }
    const proc: Proc = { name: this.freshName('N'), level, formals, result, locals, inner: [], body: [] };
    if (level < 2 && r.one(3))
      proc.inner.push(this.procedure({ ...scope, procs: [...outer.procs] }, level + 1, r.one(4)));
    // The procedures of the module get another name.
    const itself = outer.vars.some((v) => v.name.startsWith('v')) && r.one(3) ? [proc] : [];
    const procs = [...outer.procs, ...proc.inner, ...itself];
    const place: Place = { vars, procs, types: outer.types, loop: false, result, level };
    proc.body.push(...this.list(place, 2, 1 + r.below(3)));
    if (result) proc.body.push({ s: 'return', x: this.of(result, place, 1) });
    return proc;
  }

  formal(outer: Scope): { v: Var; mode: Mode; otherwise?: Expr } {
    const r = this.random;
    const mode: Mode = r.pick(['value', 'value', 'var', 'readonly'] as const);
    const named = outer.types.filter((t) => t.k !== 'set' || r.one(2));
    const choices: Type[] = [INT, INT, TEXT, ...REALS, LONG, PROC, ...named];
    const element: Type = r.pick<Type>([INT, INT, ...outer.types.filter((t) => t.k === 'array').map((t) => t.element)]);
    const open: Type = { k: 'open', element: r.one(3) ? { k: 'open', element } : element };
    choices.push(open, open, open);
    if (mode === 'value' && outer.procs.some(isFunction)) choices.push(FUNCTION, FUNCTION, FUNCTION);
    const type = r.pick(choices);
    const v = { name: this.freshName('a'), type, writable: mode !== 'readonly' };
    if (mode === 'var' || !r.one(3)) return { v, mode };
    if (type.k === 'int') return { v, mode, otherwise: int(r.below(100)) };
    if (type.k === 'text') return { v, mode, otherwise: { e: 'text', t: 'dflt' } };
    return type.k === 'ref' || type.k === 'object' || type.k === 'proc'
      ? { v, mode, otherwise: { e: 'nil' } }
      : { v, mode };
  }
}
