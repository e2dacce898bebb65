/**
 * Random expressions, computed by compiled code and by BigInt arithmetic: integers with all their operators and checks, booleans, sets, words,
 * subranges, arrays. Faults must be the same, too.
 */
import { describe, expect, test } from 'vitest';
import { verifyModule } from '../../src/bytecode/verify/verify.ts';
import { compile, run } from './machine.ts';

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
const wrap = (x: bigint): bigint => BigInt.asIntN(64, x);
const unsigned = (x: bigint): bigint => BigInt.asUintN(64, x);

const least = (x: bigint, y: bigint): bigint => [x, y].sort((a, b) => (a < b ? -1 : 1))[0]!;
const greatest = (x: bigint, y: bigint): bigint => (least(x, y) === x ? y : x);

class Fault extends Error {}
const fault = (what: 'arith' | 'range' | 'index'): never => {
  throw new Fault(what);
};

/** mulberry32 */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Text of an expression and what it gives. */
interface Made<T> {
  readonly text: string;
  readonly constant: boolean;
  eval(): T;
}
type Int = Made<bigint>;
type Bool = Made<boolean>;
type Members = Made<ReadonlySet<number>>;

const VARIABLES: Record<string, bigint> = {
  a: 5n,
  b: -7n,
  c: 0n,
  d: MAX,
  e: MIN,
  f: 1n,
  g: 63n,
  h: 1_000_000_007n,
  i: -1n,
  j: 3n,
};
const SMALL: Record<string, bigint> = { s: 4n, t: -3n };
const ARRAY = [11n, -22n, 33n, 0n, 55n];

function floorDiv(x: bigint, y: bigint): bigint {
  if (y === 0n) fault('arith');
  const q = x / y;
  return wrap(x % y !== 0n && x < 0n !== y < 0n ? q - 1n : q);
}

class Generator {
  readonly below: (n: number) => number;
  constructor(seed: number) {
    this.below = random(seed);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  int(depth: number): Int {
    if (depth === 0) return this.leaf();
    switch (this.below(14)) {
      case 0:
      case 1:
        return this.leaf();
      case 2:
        return this.unary(depth);
      case 3: {
        const x = this.int(depth - 1);
        const i = this.pick([0n, 2n, 4n]);
        return computed(`arr[(${x.text}) MOD 6 - ${i}]`, () => {
          const at = ((x.eval() % 6n) + 6n) % 6n;
          return at - i < 0n || at - i > 4n ? fault('index') : ARRAY[Number(at - i)]!;
        });
      }
      case 4: {
        const b = this.bool(depth - 1);
        return computed(`ORD(${b.text})`, () => (b.eval() ? 1n : 0n));
      }
      case 5: {
        const x = this.int(depth - 1);
        return computed(`Sub(${x.text})`, () => {
          const v = x.eval();
          return v < -100n || v > 1000n ? fault('range') : v;
        });
      }
      case 6:
      case 7:
        return this.word(depth);
      default:
        return this.binary(depth);
    }
  }

  leaf(): Int {
    if (this.below(4) === 0) {
      const value = BigInt(this.below(200));
      return { text: `${value}`, constant: true, eval: () => value };
    }
    const [name, value] = this.pick([...Object.entries(VARIABLES), ...Object.entries(SMALL)]);
    return computed(name, () => value);
  }

  unary(depth: number): Int {
    const x = this.int(depth - 1);
    const safe = this.variableFor(x);
    return this.below(2) === 0
      ? computed(`(-(${safe.text}))`, () => wrap(-safe.eval()))
      : computed(`ABS(${safe.text})`, () => {
          const v = safe.eval();
          return wrap(v < 0n ? -v : v);
        });
  }

  /** Operators on constants alone are the checker's affair. */
  variableFor(x: Int): Int {
    if (!x.constant) return x;
    return computed(`(${x.text} + c)`, x.eval);
  }

  binary(depth: number): Int {
    const x = this.variableFor(this.int(depth - 1));
    const y = this.int(depth - 1);
    const make = (text: string, f: (x: bigint, y: bigint) => bigint): Int =>
      computed(text, () => {
        const left = x.eval();
        return f(left, y.eval());
      });
    const [l, r] = [`(${x.text})`, `(${y.text})`];
    switch (this.below(7)) {
      case 0:
        return make(`${l} + ${r}`, (a, b) => wrap(a + b));
      case 1:
        return make(`${l} - ${r}`, (a, b) => wrap(a - b));
      case 2:
        return make(`${l} * ${r}`, (a, b) => wrap(a * b));
      case 3:
        return make(`${l} DIV (${this.variableFor(y).text})`, floorDiv);
      case 4:
        return make(`${l} MOD (${this.variableFor(y).text})`, (a, b) => wrap(a - b * floorDiv(a, b)));
      case 5:
        return make(`MIN(${l}, ${r})`, least);
      default:
        return make(`MAX(${l}, ${r})`, greatest);
    }
  }

  word(depth: number): Int {
    const x = this.variableFor(this.int(depth - 1));
    const y = this.int(depth - 1);
    const make = (name: string, f: (x: bigint, y: bigint) => bigint): Int =>
      computed(`Word.${name}(${x.text}, ${y.text})`, () => {
        const left = x.eval();
        return f(left, y.eval());
      });
    switch (this.below(8)) {
      case 0:
        return make('And', (a, b) => a & b);
      case 1:
        return make('Or', (a, b) => a | b);
      case 2:
        return make('Xor', (a, b) => a ^ b);
      case 3:
        return make('Plus', (a, b) => wrap(a + b));
      case 4:
        return make('Divide', (a, b) => (b === 0n ? fault('arith') : wrap(unsigned(a) / unsigned(b))));
      case 5:
        return make('Mod', (a, b) => (b === 0n ? fault('arith') : wrap(unsigned(a) % unsigned(b))));
      case 6:
        return computed(`Word.Not(${x.text})`, () => ~x.eval());
      default:
        return make('Shift', (a, n) => {
          if (n > 63n || n < -63n) return 0n;
          return n >= 0n ? wrap(unsigned(a) << n) : wrap(unsigned(a) >> -n);
        });
    }
  }

  bool(depth: number): Bool {
    if (depth === 0) return this.comparison(0);
    const d = depth - 1;
    switch (this.below(7)) {
      case 0: {
        const [x, y] = [this.bool(d), this.bool(d)];
        return computed(`(${x.text}) AND (${y.text})`, () => x.eval() && y.eval());
      }
      case 1: {
        const [x, y] = [this.bool(d), this.bool(d)];
        return computed(`(${x.text}) OR (${y.text})`, () => x.eval() || y.eval());
      }
      case 2: {
        const x = this.bool(d);
        return computed(`NOT (${x.text})`, () => !x.eval());
      }
      case 3: {
        const [x, y] = [this.bool(d), this.bool(d)];
        return computed(`(${x.text}) < (${y.text})`, () => {
          const left = x.eval();
          return y.eval() && !left;
        });
      }
      case 4: {
        const [x, y] = [this.int(d), this.set(d)];
        return computed(`((${x.text}) IN (${y.text}))`, () => {
          const v = x.eval();
          return y.eval().has(Number(v));
        });
      }
      case 5: {
        const [x, y] = [this.set(d), this.set(d)];
        const operators: Record<string, (a: ReadonlySet<number>, b: ReadonlySet<number>) => boolean> = {
          '=': (a, b) => a.size === b.size && a.isSubsetOf(b),
          '#': (a, b) => !(a.size === b.size && a.isSubsetOf(b)),
          '<=': (a, b) => a.isSubsetOf(b),
          '<': (a, b) => a.isSubsetOf(b) && a.size < b.size,
          '>=': (a, b) => b.isSubsetOf(a),
          '>': (a, b) => b.isSubsetOf(a) && b.size < a.size,
        };
        const name = this.pick(Object.keys(operators));
        return computed(`((${x.text}) ${name} (${y.text}))`, () => {
          const left = x.eval();
          return operators[name]!(left, y.eval());
        });
      }
      default:
        return this.comparison(d);
    }
  }

  comparison(depth: number): Bool {
    const x = this.variableFor(this.int(depth));
    const y = this.int(depth);
    const operators: Record<string, (a: bigint, b: bigint) => boolean> = {
      '=': (a, b) => a === b,
      '#': (a, b) => a !== b,
      '<': (a, b) => a < b,
      '<=': (a, b) => a <= b,
      '>': (a, b) => a > b,
      '>=': (a, b) => a >= b,
    };
    const name = this.pick(Object.keys(operators));
    return computed(`((${x.text}) ${name} (${y.text}))`, () => {
      const left = x.eval();
      return operators[name]!(left, y.eval());
    });
  }

  /** Sets of [-20 .. 40]. */
  set(depth: number): Members {
    if (depth === 0 || this.below(3) === 0) return this.setValue(Math.max(0, depth - 1));
    const [x, y] = [this.set(depth - 1), this.set(depth - 1)];
    const operators: Record<string, (a: ReadonlySet<number>, b: ReadonlySet<number>) => ReadonlySet<number>> = {
      '+': (a, b) => a.union(b),
      '-': (a, b) => a.difference(b),
      '*': (a, b) => a.intersection(b),
      '/': (a, b) => a.symmetricDifference(b),
    };
    const name = this.pick(Object.keys(operators));
    return computed(`(${x.text}) ${name} (${y.text})`, () => {
      const left = x.eval();
      return operators[name]!(left, y.eval());
    });
  }

  setValue(depth: number): Members {
    const low = this.below(60) - 20;
    const high = Math.min(40, low + this.below(5));
    const x = this.int(depth);
    const one = `(${x.text}) MOD 61 - 20`;
    return computed(`Set {${low} .. ${high}, ${this.variableFor(computed(one, () => 0n)).text}}`, () => {
      const members = new Set<number>();
      for (let m = low; m <= high; m++) members.add(m);
      const value = x.eval();
      members.add(Number(((value % 61n) + 61n) % 61n) - 20);
      return members;
    });
  }
}

function computed<T>(text: string, evaluate: () => T): Made<T> {
  return { text, constant: false, eval: evaluate };
}

function expected(made: Int): string {
  try {
    return `${made.eval()}`;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

function programOf(expressions: readonly Int[]): string {
  const variables = Object.entries(VARIABLES).map(
    ([name, value]) => `${name}: INTEGER := ${value === MIN ? 'FIRST(INTEGER)' : value};`,
  );
  const procedures = expressions.map((e, n) => `PROCEDURE E${n} (): INTEGER = BEGIN RETURN ${e.text} END E${n};`);
  return `MODULE Main;
IMPORT IO, Word, SpinException;
TYPE Small = [-5 .. 9]; Set = SET OF [-20 .. 40]; Part = [-100 .. 1000];
VAR ${variables.join(' ')} s: Small := 4; t: Small := -3; arr := ARRAY [0 .. 4] OF INTEGER {${ARRAY.join(', ')}};
PROCEDURE Sub (x: Part): INTEGER = BEGIN RETURN x END Sub;
PROCEDURE Show (e: PROCEDURE (): INTEGER) =
  BEGIN
    TRY IO.PutInt(e())
    EXCEPT SpinException.Exception (x) =>
      CASE x.code OF SpinException.ExceptionCode.ArithmeticFault => IO.Put("arith") | SpinException.ExceptionCode.ValueOutOfRange => IO.Put("range")
      | SpinException.ExceptionCode.SubscriptOutOfRange => IO.Put("index") ELSE IO.Put("other") END;
    END;
    IO.Put("\\n");
  END Show;
${procedures.join('\n')}
BEGIN
${expressions.map((_, n) => `  Show(E${n});`).join('\n')}
END Main.
`;
}

describe('random expressions', () => {
  test.each([1, 2, 3, 4, 5, 6])('seed %i', async (seed) => {
    const generator = new Generator(seed * 7919);
    const expressions = Array.from({ length: 150 }, () => generator.variableFor(generator.int(4)));
    const text = programOf(expressions);
    const { module, errors } = compile('random', [{ path: 'Main.m3', text }]);
    expect(errors.map((d) => `${d.message}: ${text.slice(d.span.start - 60, d.span.end + 20)}`)).toEqual([]);
    expect(verifyModule(module)).toEqual([]);
    const { output, reports } = await run(module);
    expect(reports).toBe('');
    const results = output.trimEnd().split('\n');
    expect(expressions.map((e, n) => `${e.text} => ${results[n]}`)).toEqual(
      expressions.map((e) => `${e.text} => ${expected(e)}`),
    );
  });
});
