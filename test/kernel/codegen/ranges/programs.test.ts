/** Random code in a build that checks what was proved of it: whatever the analysis says, it must hold. */
import { describe, expect, it } from 'vitest';
import { T, type TypeDef } from '../../../../src/bytecode/types.ts';
import { type Code, Fault, own, run } from '../harness.ts';

const types: TypeDef[] = [
  { kind: 'openarray', element: T.INTEGER }, // 0
  { kind: 'ref', target: own(0) }, // 1
  { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 9n }, // 2
  { kind: 'subrange', base: T.INTEGER, lo: -3n, hi: 2n ** 63n - 1n }, // 3
  { kind: 'array', index: own(2), element: T.INTEGER }, // 4
];
/** Locals: parameters x, y and an array, a variable of each type, two more integers, a reference, another array. */
const INTEGERS = [0, 1, 3, 4, 5, 6];
const BOUNDS: Readonly<Record<number, readonly [bigint, bigint]>> = { 3: [0n, 9n], 4: [-3n, 2n ** 63n - 1n] };
const [ARRAY, REF, ALIAS] = [2, 7, 8];
const ELEMENTS = 8;

/** Mulberry32. */
function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

class Maker {
  readonly code: (readonly [string, ...(number | bigint)[]])[] = [];
  private readonly below: (n: number) => number;
  private left = 40;

  constructor(seed: number) {
    this.below = random(seed);
  }

  private pick<E>(all: readonly E[]): E {
    return all[this.below(all.length)]!;
  }
  private put(name: string, ...immediates: (number | bigint)[]): void {
    this.code.push([name, ...immediates]);
  }

  private integer(depth = 2): void {
    if (depth === 0 || this.below(3) === 0) {
      if (this.below(3) > 0) this.put('local.get', this.pick(INTEGERS));
      else
        this.put(
          'int.const',
          this.pick([0n, 1n, 2n, 3n, 7n, 8n, 9n, 10n, -1n, -4n, 2n ** 31n, 2n ** 63n - 1n, -(2n ** 63n)]),
        );
      return;
    }
    switch (this.below(8)) {
      case 0:
        this.array();
        this.put('array.length', 0);
        break;
      case 1:
        this.integer(depth - 1);
        this.put('int.const', this.pick([1n, 2n, 3n, 8n]));
        this.put(this.pick(['int.div', 'int.mod', 'int.add', 'int.sub', 'word.and']));
        break;
      case 2:
        this.element(depth - 1);
        break;
      case 3:
        this.integer(depth - 1);
        this.put('int.const', this.pick([-2n, -1n, 1n, 3n, -60n]));
        this.put('word.shift');
        break;
      default:
        this.integer(depth - 1);
        this.integer(depth - 1);
        this.put(this.pick(['int.add', 'int.add', 'int.sub', 'int.sub', 'int.mul', 'int.min', 'int.max', 'word.or']));
    }
  }
  private array(): void {
    if (this.below(3) > 0) this.put('local.get', this.pick([ARRAY, ALIAS]));
    else {
      this.put('local.get', REF);
      this.put('deref');
    }
  }
  private element(depth: number): void {
    if (this.below(4) === 0) this.put('global.addr', 1);
    else this.array();
    this.integer(depth);
    this.put('element');
    this.put('load');
  }
  private condition(): void {
    this.integer(1);
    this.integer(1);
    this.put(this.pick(['int.lt', 'int.le', 'int.gt', 'int.ge', 'int.eq', 'int.ne', 'word.lt']));
    if (this.below(3) === 0) this.put('bool.not');
  }

  private assign(local: number): void {
    const bounds = BOUNDS[local];
    if (bounds) this.put('check.range', ...bounds);
    this.put('local.set', local);
  }
  private step(local: number): void {
    this.put('local.get', local);
    if (this.below(2) === 0) this.put('int.const', this.pick([1n, 1n, 2n, -1n]));
    else this.put('local.get', this.pick(INTEGERS));
    this.put(this.pick(['int.add', 'int.add', 'int.sub']));
    this.assign(local);
  }

  /** `labels` blocks are open that may be left. */
  statements(labels: number): void {
    for (let n = 1 + this.below(3); n > 0 && this.left-- > 0; n--) this.statement(labels);
  }
  private statement(labels: number): void {
    switch (this.below(10)) {
      case 0:
        this.condition();
        this.put('if', 0);
        this.statements(labels + 1);
        if (this.below(2) === 0) {
          this.put('else');
          this.statements(labels + 1);
        }
        this.put('end');
        break;
      case 1:
        this.whileLoop(labels);
        break;
      case 2:
        this.forLoop(labels);
        break;
      case 3:
        this.integer(1);
        this.put('check.range', 0n, this.pick([6n, 9n]));
        this.put('new.open', own(1));
        this.put('local.set', REF);
        break;
      case 4:
        this.part();
        break;
      case 5:
        this.put('try');
        this.statements(labels + 1);
        this.put('catch_all');
        this.put('drop');
        this.statements(labels + 1);
        this.put('end');
        break;
      case 6:
        if (labels > 0) {
          this.condition();
          this.put('br_if', this.below(labels));
        } else this.step(this.pick(INTEGERS));
        break;
      case 7:
        this.step(this.pick(INTEGERS));
        break;
      default:
        this.integer();
        this.assign(this.pick(INTEGERS));
    }
  }
  private part(): void {
    this.array();
    this.integer(1);
    this.integer(1);
    this.put('subarray', own(0));
    this.put('readonly');
    this.put('local.set', ALIAS);
  }
  private whileLoop(labels: number): void {
    this.put('block', 0);
    this.put('loop', 0);
    this.condition();
    this.put('br_if', 1);
    this.statements(labels + 2);
    this.step(this.pick(INTEGERS));
    this.put('br', 0);
    this.put('end');
    this.put('end');
  }
  private forLoop(labels: number): void {
    const counter = this.pick(INTEGERS);
    const last = this.pick(INTEGERS.filter((n) => n !== counter));
    this.put('int.const', this.pick([0n, 1n]));
    this.put('local.set', counter);
    if (this.below(2) === 0) {
      this.array();
      this.put('array.length', 0);
      this.put('int.const', 1n);
      this.put('int.sub');
      this.assign(last);
    }
    this.put('block', 0);
    this.put('local.get', counter);
    this.put('local.get', last);
    this.put('int.gt');
    this.put('br_if', 0);
    this.put('loop', 0);
    this.statements(labels + 2);
    this.array();
    this.put('local.get', counter);
    this.put('element');
    this.put('load');
    this.put('local.set', 5);
    this.put('local.get', counter);
    this.put('local.get', last);
    this.put('int.ge');
    this.put('br_if', 1);
    this.put('local.get', counter);
    this.put('int.const', 1n);
    this.put('int.add');
    this.assign(counter);
    this.put('br', 0);
    this.put('end');
    this.put('end');
  }
}

function bodyOf(seed: number): Code {
  const maker = new Maker(seed);
  maker.statements(0);
  maker.statements(0);
  return [['local.get', ARRAY], ['local.set', ALIAS], ...maker.code, ['local.get', 5], ['return'], ['end']];
}

class Exhausted extends Error {}

const PROGRAMS = 40;
const ARGUMENTS = [-(2n ** 63n), -1n, 0n, 1n, 3n, 5n, 8n, 9n, 2n ** 63n - 1n];

describe('what is proved of random code', () => {
  it.each(Array.from({ length: 25 }, (_, n) => n))('holds (%s)', (batch) => {
    const machine = run(
      {
        types,
        globals: [own(4), own(4)],
        procedures: Array.from({ length: PROGRAMS }, (_, n) => ({
          name: `p${n}`,
          params: [
            { mode: 'value', type: T.INTEGER },
            { mode: 'value', type: T.INTEGER },
            { mode: 'readonly', type: own(0) },
          ] as const,
          result: T.INTEGER,
          raises: 'any' as const,
          locals: [
            {},
            {},
            {},
            { type: own(2) },
            { type: own(3) },
            { type: T.INTEGER },
            { type: T.INTEGER },
            { type: own(1) },
            { kind: 'readonly', type: own(0) },
          ] as const,
          code: bodyOf(1000 * batch + n),
        })),
      },
      {
        watched: true,
        fuel: 20_000,
        onRefuel: () => {
          throw new Exhausted();
        },
      },
    );
    const [array] = machine.globals;
    for (let k = 0; k < ELEMENTS; k++) machine.heap.blocks.view.setBigInt64(array! + 8 * k, BigInt(3 * k - 4), true);
    let ended = 0;
    for (let n = 0; n < PROGRAMS; n++) {
      for (const [k, x] of ARGUMENTS.entries()) {
        const y = ARGUMENTS[(k * 5 + n) % ARGUMENTS.length]!;
        try {
          machine.imports.fuel.value = 20_000;
          machine.call(`p${n}`, x, y, array!, n % (ELEMENTS + 1));
          ended++;
        } catch (error) {
          if (!(error instanceof Fault) && !(error instanceof Exhausted)) throw error;
          machine.imports.sp.value = machine.imports.sp.value - machine.stackPointer();
        }
      }
    }
    expect(ended).toBeGreaterThan(PROGRAMS);
  });
});
