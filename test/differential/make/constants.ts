/** Constant expressions of integers, which the checker folds: what they are, by exact arithmetic. None overflows or divides by zero. */
import type { Random } from '../random.ts';
import type { Expr } from '../tree.ts';

interface Known {
  readonly x: Expr;
  readonly n: bigint;
}

const fits = (n: bigint): boolean => n >= -(2n ** 63n) && n < 2n ** 63n;

function known(r: Random, depth: number): Known {
  if (depth === 0 || r.one(4)) {
    const n = r.one(4) ? r.pick([2n ** 62n, 2n ** 63n - 1n, 2n ** 32n]) : BigInt(r.below(100));
    return { x: { e: 'int', n }, n };
  }
  const a = known(r, depth - 1);
  const b = known(r, depth - 1);
  const op = r.pick(['+', '-', '*', 'DIV', 'MOD', 'MIN', 'MAX', '-x', 'ABS', 'And', 'Or', 'Xor', 'Shift']);
  const n = result(op, a.n, b.n);
  if (n === undefined || !fits(n)) return a;
  if (op === '-x' || op === 'ABS') return { x: { e: 'unary', op: op === 'ABS' ? op : '-', x: a.x }, n };
  if (op === 'MIN' || op === 'MAX') return { x: { e: 'apply', f: op, args: [a.x, b.x] }, n };
  if (/^[A-Z][a-z]/.test(op)) return { x: { e: 'apply', f: `Word.${op}`, args: [a.x, b.x] }, n };
  return { x: { e: 'binary', op, x: a.x, y: b.x }, n };
}

/** Undefined where there is none. */
function result(op: string, a: bigint, b: bigint): bigint | undefined {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case 'DIV':
    case 'MOD': {
      if (b === 0n) return undefined;
      const q = (a - (((a % b) + b) % b)) / b;
      return op === 'DIV' ? q : a - b * q;
    }
    case 'MIN':
      return a < b ? a : b;
    case 'MAX':
      return a > b ? a : b;
    case '-x':
      return -a;
    case 'ABS':
      return a < 0n ? -a : a;
    case 'And':
      return a & b;
    case 'Or':
      return a | b;
    case 'Xor':
      return a ^ b;
    default:
      return b > 63n || b < -63n
        ? 0n
        : BigInt.asIntN(64, b >= 0n ? BigInt.asUintN(64, a) << b : BigInt.asUintN(64, a) >> -b);
  }
}

export function folded(r: Random): Expr {
  const { x, n } = known(r, 3);
  return x.e === 'int' ? x : { e: 'constant', x, n };
}
