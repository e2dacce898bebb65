/** Random integers, floating-point numbers and texts. No expression is refused by the checker: constants stand only where they fit. */
import { type Expr, FLOATS, type Float, isArray, REALS, type SubType, type Type, typeOf, ZERO } from '../tree.ts';
import { folded } from './constants.ts';
import { apply, binary, Designators, get, int, type Scope, variable } from './designators.ts';

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
  2n ** 53n + 1n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  2n ** 62n,
];
const BITS = ['And', 'Or', 'Xor', 'Plus', 'Minus', 'Times', 'Divide', 'Mod'];
const REAL_VALUES: Readonly<Record<Float, readonly number[]>> = {
  REAL: [0, 0.1, 1 / 3, 1e30, 3e38, 1e-30, 1e-40, 16777217, 2 ** 63],
  LONGREAL: [0, 0.1, 1 / 3, 1e300, 1e-300, 5e-324, 2 ** 53, 2 ** 63, 2 ** 64],
  EXTENDED: [0, 0.1, 1 / 3, 1e300, 1e-300, 2 ** 53, 2 ** 63],
};
const LITERALS = ['', 'a', 'xyz', 'lorem', 'q-q', 'a\u00e9\u00ff', '\u03b1x', '\u{1f600}'];

export abstract class Numbers extends Designators {
  abstract bool(scope: Scope, depth: number): Expr;
  abstract call(scope: Scope, will: (t: Type) => boolean, depth: number): Expr | undefined;

  sub(t: SubType, scope: Scope, depth: number): Expr {
    if (this.random.one(3)) {
      const d = this.designator(scope, (u) => u.k === 'sub' && u.name === t.name);
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
      if (r.one(4)) return r.one(3) ? folded(r) : int(r.one(3) ? r.pick(EDGES) : r.below(20) - 4);
      const d = this.designator(scope, (t) => t.k === 'int' || t.k === 'sub');
      return d ? get(d) : int(r.below(50));
    }
    const x = () => this.int(scope, depth - 1);
    const dynamic = () => this.variableOnly(x());
    switch (r.below(18)) {
      case 0:
        return { e: 'unary', op: r.pick(['-', 'ABS']), x: dynamic() };
      case 1: {
        const t = r.pick<Type>([
          ...scope.types.filter((u) => u.k === 'enum'),
          { k: 'bool' },
          { k: 'char' },
          { k: 'wide' },
          { k: 'long' },
        ]);
        return { e: 'unary', op: 'ORD', x: this.of(t, scope, depth - 1) };
      }
      case 2: {
        const d = this.designator(scope, isArray);
        return d ? { e: 'number', what: r.pick(['NUMBER', 'FIRST', 'LAST'] as const), of: d } : x();
      }
      case 3:
      case 4:
        return this.ofText(scope, depth - 1);
      case 5:
        return {
          e: 'unary',
          op: r.pick(['TRUNC', 'FLOOR', 'CEILING', 'ROUND']),
          x: this.real(r.pick(FLOATS), scope, depth - 1),
        };
      case 6:
      case 7:
        return this.call(scope, (t) => t.k === 'int' || t.k === 'sub', depth) ?? x();
      case 8: {
        const d = this.designator(scope, (t) => t.k === 'object');
        if (!d) return x();
        const type = typeOf(d);
        return type.k === 'object' && r.one(3)
          ? { e: 'static', type: type.parent && r.one(2) ? type.parent : type, of: d, x: x() }
          : { e: 'method', of: d, x: x() };
      }
      case 9: {
        const d = this.designator(scope, (t) => t.k === 'function' || t.k === 'proc');
        return d ? { e: 'through', of: d, x: x() } : x();
      }
      case 10:
      case 11:
        return this.word('Word', dynamic, scope);
      case 12:
        return r.one(2) ? apply('Word.Not', x()) : apply(r.pick(['MIN', 'MAX']), dynamic(), dynamic());
      case 13: {
        const op = r.pick(['DIV', 'MOD']);
        return binary(op, dynamic(), r.one(2) ? int(r.pick([1n, 2n, 3n, 7n, -1n, -5n, 16n])) : dynamic());
      }
      default:
        return binary(r.pick(['+', '-', '*']), dynamic(), x());
    }
  }

  /** A row of bits, by a procedure of Word or Long. */
  word(unit: 'Word' | 'Long', x: () => Expr, scope: Scope): Expr {
    const r = this.random;
    const amount = (): Expr => (r.one(3) ? this.variableOnly(this.int(scope, 1)) : int(r.below(140) - 70));
    const inside = (): Expr => (r.one(2) ? int(r.below(64)) : this.variableOnly(this.within(scope, 0, 63)));
    const width = (): Expr => (r.one(2) ? int(r.below(33)) : this.variableOnly(this.within(scope, 0, 40)));
    switch (r.below(6)) {
      case 0:
        return apply(`${unit}.${r.pick(['Shift', 'Rotate'])}`, x(), amount());
      case 1:
        return apply(`${unit}.${r.pick(['LeftShift', 'RightShift', 'LeftRotate', 'RightRotate'])}`, x(), inside());
      case 2:
        return apply(`${unit}.Extract`, x(), inside(), width());
      case 3:
        return apply(`${unit}.Insert`, x(), x(), inside(), width());
      default:
        return apply(`${unit}.${r.pick(BITS)}`, x(), x());
    }
  }

  /** A number that a text gives. */
  ofText(scope: Scope, depth: number): Expr {
    const r = this.random;
    const t = () => this.text(scope, depth);
    const at = () => this.variableOnly(this.within(scope, 0, 4));
    const char = (): Expr => ({ e: 'char', n: BigInt(r.pick([97, 98, 0xe9, 120])) });
    const wide = (): Expr => ({ e: 'wide', n: BigInt(r.pick([97, 0x3b1, 0x1f600])) });
    switch (r.below(7)) {
      case 0:
        return { e: 'unary', op: 'ORD', x: apply('Text.GetChar', t(), at()) };
      case 1:
        return { e: 'unary', op: 'ORD', x: apply('Text.GetWideChar', t(), at()) };
      case 2:
        return apply(r.pick(['Text.FindChar', 'Text.FindCharR']), t(), char(), at());
      case 3:
        return apply(r.pick(['Text.FindWideChar', 'Text.FindWideCharR']), t(), wide(), at());
      case 4:
        return apply('Text.Compare', t(), t());
      default:
        return apply('Text.Length', t());
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
          ? { e: 'long', n: r.one(3) ? r.pick(EDGES.filter((n) => n >= 0n)) : BigInt(r.below(100)) }
          : { e: 'val', x: this.variableOnly(this.int(scope, depth - 1)), type: { k: 'long' } };
    }
    const x = () => dynamic(this.long(scope, depth - 1));
    if (r.one(3)) return this.word('Long', x, scope);
    if (r.one(4)) return apply(r.pick(['MIN', 'MAX']), x(), x());
    return r.one(6)
      ? { e: 'unary', op: r.pick(['-', 'ABS']), x: x() }
      : binary(r.pick(['+', '-', '*', 'DIV', 'MOD']), x(), x());
  }

  real(size: Float, scope: Scope, depth: number): Expr {
    const r = this.random;
    if (depth <= 0 || r.one(3)) {
      const d = r.one(2) ? undefined : this.designator(scope, (t) => t.k === 'real' && t.size === size);
      if (d) return get(d);
      if (r.one(2)) {
        const x = r.one(2) ? (r.below(400) - 100) / 8 : r.pick(REAL_VALUES[size]);
        return { e: 'real', x: size === 'REAL' ? Math.fround(x) : x, size };
      }
      if (r.one(3)) return { e: 'float', x: this.real(r.pick(FLOATS), scope, depth - 1), size };
      return { e: 'float', x: this.variableOnly(this.int(scope, depth - 1)), size };
    }
    const x = binary('+', this.real(size, scope, depth - 1), get(variable(ZERO[size])), size);
    const y = () => binary('+', this.real(size, scope, depth - 1), get(variable(ZERO[size])), size);
    if (r.one(6)) return { e: 'unary', op: r.pick(['-', 'ABS']), x };
    if (r.one(6)) return apply(r.pick(['MIN', 'MAX']), x, y());
    return binary(r.pick(['+', '-', '*', '/', '/', 'MOD']), x, y(), size);
  }

  /** Of one of the floating-point types. */
  anyReal(scope: Scope, depth: number): { x: Expr; type: Type } {
    const type = this.random.pick(REALS) as Type & { k: 'real' };
    return { x: this.real(type.size, scope, depth), type };
  }

  text(scope: Scope, depth: number): Expr {
    const r = this.random;
    if (depth <= 0 || r.one(2)) {
      const d = r.one(3) ? undefined : this.designator(scope, (t) => t.k === 'text');
      return d ? get(d) : { e: 'text', t: r.pick(LITERALS) };
    }
    const t = this.text(scope, depth - 1);
    // Longer by a literal, so that loops do not double texts over and over.
    const more: Expr = { e: 'text', t: r.pick(['', 'b', 'cd', '\u00e9', '\u20ac']) };
    switch (r.below(8)) {
      case 0:
        return apply(
          'Text.Sub',
          t,
          this.variableOnly(this.within(scope, 0, 3)),
          this.variableOnly(this.within(scope, 0, 5)),
        );
      case 1:
        return apply('Text.FromChar', this.of({ k: 'char' }, scope, depth - 1));
      case 2:
        return apply('Text.FromWideChar', this.of({ k: 'wide' }, scope, depth - 1));
      case 3:
        return apply('Text.Cat', more, t);
      default:
        return r.one(2) ? binary('&', t, more) : binary('&', more, t);
    }
  }
}
