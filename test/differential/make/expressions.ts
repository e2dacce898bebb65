/** Random expressions of a wanted type, over what a scope can see. */
import {
  type ArrayType,
  type Call,
  type Designator,
  type Expr,
  FLOATS,
  fieldsOf,
  fitsOpen,
  GREATEST_CHARACTER,
  INT,
  isArray,
  type Mode,
  type ObjectType,
  type Proc,
  type SetType,
  same,
  type Type,
  typeOf,
} from '../tree.ts';
import { apply, binary, get, int, type Scope } from './designators.ts';
import { Numbers } from './numbers.ts';

const RELATIONS = ['=', '#', '<', '<=', '>', '>='];
const WIDE_VALUES = [97n, 0xe9n, 0x3b1n, 0xfffdn, 0x1f600n, BigInt(GREATEST_CHARACTER)];

export class Expressions extends Numbers {
  of(t: Type, scope: Scope, depth = 2): Expr {
    switch (t.k) {
      case 'int':
        return this.int(scope, depth);
      case 'sub':
        return this.sub(t, scope, depth);
      case 'bool':
        return this.bool(scope, depth);
      case 'char':
      case 'wide':
        return this.leaf(t, scope) ?? this.character(t, scope);
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
        return this.real(t.size, scope, depth);
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
      case 'array':
        return this.leaf(t, scope) ?? this.array(t, scope);
      case 'ref':
        return this.random.one(2)
          ? this.fresh(t, scope)
          : (this.leaf(t, scope) ?? (this.random.one(4) ? { e: 'nil' } : this.fresh(t, scope)));
      case 'object':
        return this.object(t, scope);
      case 'function':
      case 'proc':
        return this.procedureValue(t, scope);
      case 'open':
        return { e: 'array', type: t, items: this.items(t.element, 1 + this.random.below(3), scope), dots: false };
    }
  }

  items(element: Type, n: number, scope: Scope): Expr[] {
    return Array.from({ length: n }, () => this.of(element, scope, 0));
  }

  array(t: ArrayType, scope: Scope): Expr {
    const all = t.hi - t.lo + 1;
    const n = this.random.one(2) ? all : 1 + this.random.below(all);
    return { e: 'array', type: t, items: this.items(t.element, n, scope), dots: n < all };
  }

  character(t: Type, scope: Scope): Expr {
    const r = this.random;
    if (r.one(3)) return { e: 'val', x: this.within(scope, 97, 122), type: t };
    if (t.k === 'wide' && r.one(2)) return { e: 'wide', n: r.pick(WIDE_VALUES) };
    return { e: t.k === 'wide' ? 'wide' : 'char', n: BigInt(97 + r.below(26)) };
  }

  /** A value of a variable has no nested procedure in it. */
  procedureValue(t: Type, scope: Scope): Expr {
    const r = this.random;
    const tops = scope.procs.filter((p) => isFunction(p) && (t.k === 'function' || isTop(p)));
    const known = r.one(2) ? this.designator(scope, (u) => u.k === 'proc' || u.k === t.k) : undefined;
    if (known) return get(known);
    return tops.length > 0 ? { e: 'proc', proc: r.pick(tops) } : { e: 'nil' };
  }

  leaf(t: Type, scope: Scope): Expr | undefined {
    const d = this.random.one(4) ? undefined : this.designator(scope, (u) => same(u, t));
    return d && get(d);
  }

  fresh(t: Type & { k: 'ref' }, scope: Scope): Expr {
    const sizes: Expr[] = [];
    for (let to = t.to; to.k === 'open'; to = to.element) {
      const size = binary('MOD', this.variableOnly(this.within(scope, 0, 6)), int(sizes.length === 0 ? 7 : 4));
      sizes.push(this.random.one(8) ? binary('-', size, int(1)) : size);
    }
    return { e: 'new', type: t, sizes, fields: [] };
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
    return { e: 'new', type, sizes: [], fields: fields.map((f) => [f, this.int(scope, 0)]) };
  }

  set(t: SetType, scope: Scope, depth: number): Expr {
    const r = this.random;
    if (depth > 0 && r.one(2))
      return binary(r.pick(['+', '-', '*', '/']), this.set(t, scope, depth - 1), this.set(t, scope, depth - 1));
    const leaf = r.one(2) ? this.leaf(t, scope) : undefined;
    const one = () => this.member(scope, t);
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
    switch (r.below(12)) {
      case 0:
        return r.one(3) ? binary(r.pick(RELATIONS), b(), b()) : { e: 'unary', op: 'NOT', x: b() };
      case 1:
        return binary(r.pick(['AND', 'OR']), b(), b());
      case 2: {
        const t = r.pick(scope.types.filter((u) => u.k === 'set'));
        return r.one(2)
          ? binary('IN', this.member(scope, t), this.set(t, scope, depth - 1))
          : binary(r.pick(RELATIONS), this.set(t, scope, depth - 1), this.set(t, scope, depth - 1));
      }
      case 3: {
        const d = this.designator(scope, (t) => t.k === 'object');
        if (!d) return b();
        const below = scope.types.filter((t) => t.k === 'object' && isWithin(t, typeOf(d) as ObjectType));
        return { e: 'istype', x: get(d), type: r.pick(below) as ObjectType };
      }
      case 4:
        return r.one(4)
          ? apply('Text.HasWideChars', this.text(scope, depth - 1))
          : apply('Text.Equal', this.text(scope, depth - 1), this.text(scope, depth - 1));
      case 5:
      case 6: {
        const kinds = ['record', 'array', 'open', 'ref', 'object', 'enum', 'char', 'wide', 'proc'];
        const d = this.designator(scope, (t) => kinds.includes(t.k));
        if (!d) return b();
        const t = typeOf(d);
        const alike = (u: Type) =>
          same(u, t) || (isArray(t) && isArray(u) && same(t.element, u.element) && (t.k === 'open' || u.k === 'open'));
        return binary(r.pick(['=', '#']), get(d), get(this.designator(scope, alike) ?? d));
      }
      case 7: {
        const size = r.pick(FLOATS);
        return binary(r.pick(RELATIONS), this.real(size, scope, depth - 1), this.real(size, scope, 1));
      }
      case 8: {
        const unit = r.pick(['Word', 'Long'] as const);
        const x = (d: number) => (unit === 'Word' ? this.variableOnly(this.int(scope, d)) : this.long(scope, d));
        return apply(`${unit}.${r.pick(['LT', 'LE', 'GT', 'GE'])}`, x(1), x(1));
      }
      case 9:
        return binary(r.pick(RELATIONS), this.variableLong(scope, depth - 1), this.variableLong(scope, 0));
      default:
        return this.comparison(scope, depth - 1);
    }
  }

  variableLong(scope: Scope, depth: number): Expr {
    return {
      e: 'val',
      x: this.variableOnly({ e: 'unary', op: 'ORD', x: this.long(scope, depth) }),
      type: { k: 'long' },
    };
  }

  comparison(scope: Scope, depth: number): Expr {
    return binary(this.random.pick(RELATIONS), this.variableOnly(this.int(scope, depth)), this.int(scope, depth));
  }

  /** A call of a function whose result will do. */
  call(scope: Scope, will: (t: Type) => boolean, depth: number): Expr | undefined {
    const procs = scope.procs.filter((p) => p.result && will(p.result));
    const call = procs.length > 0 ? this.arguments(this.random.pick(procs), scope, depth - 1) : undefined;
    return call && { e: 'call', call };
  }

  /** Undefined if there is nothing to pass as a VAR parameter. */
  arguments(proc: Proc, scope: Scope, depth: number): Call | undefined {
    const args: (Expr | Designator | undefined)[] = [];
    for (const { v, mode, otherwise } of proc.formals) {
      const open = v.type.k === 'open' ? v.type : undefined;
      const fits = (t: Type) => (open ? fitsOpen(t, open) : same(t, v.type));
      const byValue = mode === 'value' || (mode === 'readonly' && this.random.one(2));
      if (otherwise && this.random.one(2)) args.push(undefined);
      else if (byValue && (!open || this.random.one(3)) && open?.element.k !== 'open')
        args.push(bound(this.of(v.type, scope, depth), mode, fits));
      else {
        const d = this.designator(scope, (t, writable) => (writable || mode !== 'var') && fits(t), true);
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

/** Declared in the module itself. */
export const isTop = (p: Proc): boolean => /^P\d+F/.test(p.name);

/** An actual as it is printed: what is a variable of the formal's type is bound to a READONLY formal, not copied (2.3.2). */
function bound(x: Expr, mode: Mode, fits: (t: Type) => boolean): Expr | Designator {
  return mode === 'readonly' && x.e === 'get' && fits(typeOf(x.from)) ? x.from : x;
}
