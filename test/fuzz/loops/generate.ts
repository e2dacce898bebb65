/**
 * Random procedures of the kind that the code generator's passes are for: loops that count over arrays, calls of small procedures, words of 32 bits, exceptions. Much of it is what no
 * compiler makes: counters, limits and arrays that change in the body, operands that wait around statements or are left behind by branches, bounds at the ends of INTEGER.
 */
import { MAX_INTEGER, MIN_INTEGER, T, type TypeDef } from '../../../src/bytecode/types.ts';
import { type Code, type ModuleSpec, own, type ProcedureSpec } from '../../kernel/codegen/harness.ts';
import type { Random } from '../random.ts';

type Line = Code[number];

const TYPES: readonly TypeDef[] = [
  { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 9n },
  { kind: 'subrange', base: T.INTEGER, lo: -3n, hi: 4n },
  { kind: 'array', index: own(0), element: T.INTEGER },
  { kind: 'array', index: own(1), element: T.INTEGER },
  { kind: 'openarray', element: T.INTEGER },
  { kind: 'ref', target: own(4) },
  { kind: 'openarray', element: own(4) },
  { kind: 'ref', target: own(6) },
  { kind: 'ref', target: T.INTEGER },
  { kind: 'subrange', base: T.INTEGER, lo: 0n, hi: 2n ** 32n - 1n },
  { kind: 'openarray', element: T.LONGREAL },
  { kind: 'ref', target: own(10) },
  { kind: 'array', index: own(0), element: T.LONGREAL },
];
const DIGIT = own(0);
const SIGNED = own(1);
const TEN = own(2);
const EIGHT = own(3);
const OPEN = own(4);
const ROW = own(5);
const GRID = own(7);
const BOX = own(8);
const WORD32 = own(9);
const VECTOR = own(11);
const TEN_FLOATS = own(12);
const BOUNDS: Readonly<Record<number, readonly [bigint, bigint]>> = {
  [T.INTEGER]: [MIN_INTEGER, MAX_INTEGER],
  [DIGIT]: [0n, 9n],
  [SIGNED]: [-3n, 4n],
  [WORD32]: [0n, 2n ** 32n - 1n],
};
const [TRACE, SOME, GLOBAL_TEN, GLOBAL_ROW, GLOBAL_FLOATS] = [0, 1, 2, 3, 4];
const GLOBALS = [T.INTEGER, T.INTEGER, TEN, ROW, TEN_FLOATS];
const EXCEPTIONS = [{ name: 'E0' }, { name: 'E1', argument: T.INTEGER }, { name: 'E2', argument: DIGIT }];

type Local = NonNullable<ProcedureSpec['locals']>[number];
/** What code can name where it stands. */
interface Scope {
  readonly ints: readonly { readonly local: number; readonly type: number }[];
  readonly bools: readonly number[];
  /** Addresses of open arrays, of arrays of ten and of eight: what pushes them. */
  readonly open: readonly Code[];
  readonly ten: readonly Code[];
  readonly eight: readonly Code[];
  readonly rows: readonly number[];
  readonly grids: readonly number[];
  readonly boxes: readonly number[];
  /** Locals that are set to open arrays. */
  readonly aliases: readonly number[];
  /** Locals with numbers, and addresses of open arrays of such. */
  readonly floats: readonly number[];
  readonly vectors: readonly Code[];
  /** Addresses of integers. */
  readonly cells: readonly Code[];
  /** Procedures with an index below can be called. */
  readonly callable: number;
  readonly result: boolean;
}
interface Callable {
  readonly params: readonly string[];
  readonly result: boolean;
}

const get = (local: number): Line => ['local.get', local];
const set = (local: number): Line => ['local.set', local];
const int = (n: bigint | number): Line => ['int.const', BigInt(n)];

export function program(random: Random): ModuleSpec {
  return new Writer(random).module();
}

class Writer {
  private readonly random: Random;
  private readonly procedures: ProcedureSpec[] = [];
  private readonly callables: Callable[] = [];
  private scope!: Scope;
  private budget = 0;
  private loops = 0;
  /** Mostly nests of loops that make numbers. */
  private numeric = false;
  /** Blocks that are open. */
  private depth = 0;
  /** Of blocks around loops: how many are open outside. */
  private readonly exits: number[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  private pick<X>(list: readonly X[]): X {
    return list[this.random(list.length)]!;
  }
  private chance(of: number): boolean {
    return this.random(of) === 0;
  }
  private some(most: number, code: () => Code): Code {
    return Array.from({ length: this.random(most + 1) }, code).flat();
  }

  module(): ModuleSpec {
    this.numeric = this.chance(3);
    for (let n = this.numeric ? 1 : 3 + this.random(4); n > 0; n--) this.helper();
    this.main();
    return { types: TYPES, texts: ['x'], globals: GLOBALS, exceptions: EXCEPTIONS, procedures: this.procedures };
  }

  /** A small procedure, mostly one that may be expanded. */
  private helper(): void {
    const kinds = ['int', 'digit', 'signed', 'bool', 'cell', 'open', 'ten', 'row', 'word'];
    const params = Array.from({ length: this.random(4) }, () => this.pick(kinds));
    const locals: Local[] = [...params.map((): Local => ({})), { type: T.INTEGER }, { type: this.intType() }];
    const of = (...names: string[]): number[] => params.flatMap((p, n) => (names.includes(p) ? [n] : []));
    const types: Readonly<Record<string, number>> = { int: T.INTEGER, digit: DIGIT, signed: SIGNED, word: WORD32 };
    const spare = params.length;
    this.scope = {
      ints: [
        ...of('int', 'digit', 'signed', 'word').map((local) => ({ local, type: types[params[local]!]! })),
        { local: spare, type: T.INTEGER },
        { local: spare + 1, type: locals[spare + 1]!.type! },
      ],
      bools: of('bool'),
      open: of('open').map((n): Code => [get(n)]),
      ten: [...of('ten').map((n): Code => [get(n)]), [['global.addr', GLOBAL_TEN]]],
      eight: [],
      rows: of('row'),
      grids: [],
      boxes: [],
      aliases: [],
      floats: [],
      vectors: [],
      cells: [...of('cell').map((n): Code => [get(n)]), [['global.addr', SOME]]],
      callable: this.chance(2) ? this.procedures.length : 0,
      result: !this.chance(4),
    };
    this.budget = this.chance(3) ? 14 : 4;
    this.loops = this.chance(3) ? 1 : 0;
    const body = this.statements(3);
    const formals: Readonly<Record<string, { mode: 'value' | 'var' | 'readonly'; type: number }>> = {
      ...Object.fromEntries(Object.entries(types).map(([k, type]) => [k, { mode: 'value', type }])),
      bool: { mode: 'value', type: T.BOOLEAN },
      cell: { mode: 'var', type: T.INTEGER },
      open: { mode: 'var', type: OPEN },
      ten: { mode: 'var', type: TEN },
      row: { mode: 'value', type: ROW },
    };
    this.callables.push({ params, result: this.scope.result });
    this.finish({
      params: params.map((p) => formals[p]!),
      locals,
      body,
      exported: this.chance(4),
    });
  }

  private intType(): number {
    return this.pick([T.INTEGER, T.INTEGER, DIGIT, SIGNED, WORD32]);
  }

  private main(): void {
    const locals: Local[] = [
      {},
      {},
      ...Array.from({ length: 5 }, (): Local => ({ type: T.INTEGER })), // 2 .. 6
      { type: DIGIT }, // 7
      { type: SIGNED }, // 8
      { type: WORD32 }, // 9
      { type: T.BOOLEAN }, // 10
      { type: ROW }, // 11
      { type: ROW }, // 12
      { type: GRID }, // 13
      { type: BOX }, // 14
      { kind: 'memory', type: TEN }, // 15
      { kind: 'memory', type: EIGHT }, // 16
      { kind: 'address', type: OPEN }, // 17
      { kind: 'memory', type: T.INTEGER }, // 18
      { type: T.LONGREAL }, // 19
      { type: T.LONGREAL }, // 20
      { type: VECTOR }, // 21
      { type: VECTOR }, // 22
      { kind: 'memory', type: TEN_FLOATS }, // 23
    ];
    const ints = [0, 1, 2, 3, 4, 5, 6].map((local) => ({ local, type: T.INTEGER as number }));
    const [ten, eight]: Code[] = [[['local.addr', 15]], [['local.addr', 16]]];
    this.scope = {
      ints: [...ints, { local: 7, type: DIGIT }, { local: 8, type: SIGNED }, { local: 9, type: WORD32 }],
      bools: [10],
      open: [
        [get(17)],
        [get(17)],
        [get(11), ['deref']],
        [get(11), ['deref']],
        [get(12), ['deref']],
        [...ten!, ['open', OPEN]],
      ],
      ten: [ten!, [['global.addr', GLOBAL_TEN]]],
      eight: [eight!],
      rows: [11, 12],
      grids: [13],
      boxes: [14],
      aliases: [17],
      floats: [19, 20],
      vectors: [
        [get(21), ['deref']],
        [get(21), ['deref']],
        [get(22), ['deref']],
        [['local.addr', 23]],
        [['global.addr', GLOBAL_FLOATS]],
      ],
      cells: [[['local.addr', 18]], [['global.addr', SOME]]],
      callable: this.procedures.length,
      result: true,
    };
    this.budget = 60;
    this.loops = 5;
    const begin: Code = [
      int(this.random(14)),
      ['new.open', ROW],
      set(11),
      int(this.random(14)),
      ['new.open', ROW],
      set(12),
      int(this.random(5)),
      int(this.random(5)),
      ['new.open', GRID],
      set(13),
      ['new', BOX],
      set(14),
      int(this.random(24)),
      ['new.open', VECTOR],
      set(21),
      int(this.random(24)),
      ['new.open', VECTOR],
      set(22),
      ...this.pick<Code>([
        [get(11), ['deref']],
        [...ten!, ['open', OPEN]],
      ]),
      set(17),
    ];
    this.callables.push({ params: [], result: true });
    this.finish({
      name: 'main',
      params: [
        { mode: 'value', type: T.INTEGER },
        { mode: 'value', type: T.INTEGER },
      ],
      locals,
      body: [...begin, ...Array.from({ length: 2 + this.random(6) }, () => this.separate()).flat()],
      exported: false,
    });
  }

  private finish(p: {
    readonly name?: string;
    readonly params: NonNullable<ProcedureSpec['params']>;
    readonly locals: readonly Local[];
    readonly body: Code;
    readonly exported: boolean;
  }): void {
    const result: Code = this.scope.result ? [...this.expression(2), ['return']] : [];
    this.procedures.push({
      name: p.name ?? `h${this.procedures.length}`,
      params: p.params,
      ...(this.scope.result && { result: T.INTEGER }),
      raises: 'any',
      locals: p.locals,
      exported: p.exported,
      code: [...p.body, ...result, ['end']],
    });
  }

  // Statements

  private statements(most: number): Code {
    return Array.from({ length: 1 + this.random(most) }, () => this.statement()).flat();
  }

  /** One that faults does not end the procedure. */
  private separate(): Code {
    if (this.chance(3)) return this.statement();
    return [['try'], ...this.within(() => this.statement()), ['catch_all'], ['drop'], ...this.trace(), ['end']];
  }

  private within(code: () => Code): Code {
    this.depth++;
    const made = code();
    this.depth--;
    return made;
  }

  private statement(): Code {
    if (--this.budget < 0) return this.trace();
    const { scope } = this;
    if (this.numeric && scope.floats.length > 0 && this.loops > 0 && this.chance(2)) {
      this.loops--;
      return this.nest();
    }
    switch (this.random(22)) {
      case 0:
      case 1:
      case 2:
      case 3:
        if (this.loops <= 0) return this.trace();
        this.loops--;
        return scope.floats.length > 0 && this.chance(3) ? this.nest() : this.loop();
      case 4:
      case 5:
        return this.assignment();
      case 6:
        return this.storing();
      case 7:
        return [...this.condition(), ['if', 0], ...this.within(() => this.statements(3)), ['end']];
      case 8:
        return [
          ...this.condition(),
          ['if', 0],
          ...this.within(() => [...this.statements(2), ['else'], ...this.statements(2)]),
          ['end'],
        ];
      case 9:
        return this.guarded();
      case 10:
        return this.leaving();
      case 11:
      case 12:
        return this.calling();
      case 13:
        return this.reassignment();
      case 14:
        // An operand that waits.
        return this.traced([...this.expression(1), ...this.statements(2), ...this.expression(1), ['int.add']]);
      case 15:
        return scope.cells.length > 0 ? [...this.pick(scope.cells), ...this.expression(2), ['store']] : this.trace();
      case 16:
        return [
          ['block', 0],
          ...this.within(() => [...this.condition(), ['br_if', 0], ...this.statements(2)]),
          ['end'],
        ];
      case 17:
        return this.traced([...this.value(), ['int.of_bool']]);
      default:
        return this.trace();
    }
  }

  private traced(value: Code): Code {
    return [
      ['global.addr', TRACE],
      ['global.addr', TRACE],
      ['load'],
      int(31),
      ['int.mul'],
      ...value,
      ['int.add'],
      ['store'],
    ];
  }
  private trace(): Code {
    return this.traced(this.expression(2));
  }

  private assignment(): Code {
    const { local, type } = this.pick(this.scope.ints);
    return [...this.fitting(type, this.expression(2)), set(local)];
  }
  /** A value of the type: checked, or made so. */
  private fitting(type: number, value: Code): Code {
    const [lo, hi] = BOUNDS[type]!;
    if (type === T.INTEGER) return value;
    if (this.chance(6)) return [...value, ['check.range', lo, hi]];
    if (lo === 0n && this.chance(2))
      return [...value, int(hi), ['word.and'], ...(hi === 9n ? ([int(9), ['int.min']] as Code) : [])];
    return [...value, int(hi - lo + 1n), ['int.mod'], int(lo), ['int.add']];
  }

  private storing(): Code {
    return [...this.element(), ...this.expression(1), ['store']];
  }

  private guarded(): Code {
    const handlers: Code = this.pick<Code>([
      [['catch_all'], ['drop'], ...this.within(() => this.statements(2))],
      [['catch', 0], ...this.within(() => this.statements(1)), ['catch_all'], ['drop'], ...this.trace()],
      [['catch', 1], ...this.caught(), ['catch', 2], ...this.caught()],
      [['catch', 2], ...this.caught(), ['catch_all'], ['drop']],
    ]);
    return [['try'], ...this.within(() => this.statements(3)), ...handlers, ['end']];
  }
  /** The argument is used at once, or after other things. */
  private caught(): Code {
    if (this.chance(3)) return [...this.within(() => this.statements(1)), set(this.plain())];
    return [
      ...this.pick<Code>([[], [int(-3), ['word.shift'], int(0xffffn), ['word.and']], [int(3), ['int.mul']]]),
      set(this.plain()),
    ];
  }
  private plain(): number {
    return this.scope.ints.find(({ type }) => type === T.INTEGER)!.local;
  }

  /** On a condition, as what follows would be dead. */
  private leaving(): Code {
    const label = this.exits.length > 0 && !this.chance(4) ? this.depth - this.pick(this.exits) : undefined;
    const junk = (): Code =>
      this.some(2, () =>
        this.pick<Code>([[int(this.random(2000))], [['nil']], [['bool.const', 1]], this.expression(1)]),
      );
    const way = (): Code => {
      if (label !== undefined) return [...junk(), ['br', label]];
      return this.pick<() => Code>([
        () => [['raise', 0]],
        () => [...this.expression(1), ['raise', 1]],
        () => [...this.fitting(DIGIT, this.expression(1)), ['raise', 2]],
        () => [...junk(), ['fault', 6]],
        () => (this.scope.result ? [...junk(), ...this.expression(1), ['return']] : [...junk(), ['return']]),
      ])();
    };
    if (label !== undefined) {
      // The loop's head is one block further in than where it ends.
      if (this.chance(6)) return [...this.rarely(), ['br_if', label - 2]];
      if (this.chance(6))
        return [
          ['block', 0],
          get(this.pick(this.scope.ints).local),
          int(10),
          ['int.mod'],
          ['br_table', 0n, [0, 0, 0, label, 0, 0, this.chance(3) ? label - 1 : 0, 0]],
          ['end'],
        ];
    }
    if (label !== undefined && this.chance(2)) return [...this.condition(), ['br_if', label - 1]];
    return [...this.rarely(), ['if', 0], ...way(), ['end']];
  }
  private rarely(): Code {
    const { local } = this.pick(this.scope.ints);
    return [get(local), int(this.random(12)), this.pick<Line>([['int.eq'], ['int.eq'], ['int.gt'], ['int.lt']])];
  }

  private calling(): Code {
    const { callable } = this.scope;
    if (callable === 0) return this.trace();
    const proc = this.random(callable);
    const call: Code = [...this.argumentsOf(proc), ['call', proc]];
    if (!this.callables[proc]!.result) return call;
    return this.traced(call);
  }
  private argumentsOf(proc: number): Code {
    return this.callables[proc]!.params.flatMap((p): Code => [...this.argument(p), ...this.between()]);
  }
  /** What is done while operands wait: it may assign what they were read from. */
  private between(): Code {
    if (this.budget <= 0 || !this.chance(6)) return [];
    this.budget--;
    return this.chance(2) ? this.assignment() : this.statement();
  }
  private argument(kind: string): Code {
    const { scope } = this;
    switch (kind) {
      case 'digit':
        return this.fitting(DIGIT, this.expression(1));
      case 'signed':
        return this.fitting(SIGNED, this.expression(1));
      case 'word':
        return this.fitting(WORD32, this.expression(1));
      case 'bool':
        return this.value();
      case 'cell':
        return this.pick(scope.cells);
      case 'open':
        return this.open();
      case 'ten':
        return this.pick(scope.ten);
      case 'row':
        return scope.rows.length > 0 ? [get(this.pick(scope.rows))] : [['nil']];
      default:
        return this.expression(1);
    }
  }

  private reassignment(): Code {
    const { scope } = this;
    const options: (() => Code)[] = [];
    if (scope.rows.length > 0)
      options.push(
        () => [int(this.random(14)), ['new.open', ROW], set(this.pick(scope.rows))],
        () => [get(this.pick(scope.rows)), set(this.pick(scope.rows))],
        () => [['global.addr', GLOBAL_ROW], ['load'], set(this.pick(scope.rows))],
        () => [['global.addr', GLOBAL_ROW], get(this.pick(scope.rows)), ['store']],
      );
    if (scope.rows.length > 0 && this.chance(4)) options.push(() => [['nil'], set(this.pick(scope.rows))]);
    if (scope.aliases.length > 0) options.push(() => [...this.open(), set(this.pick(scope.aliases))]);
    if (scope.bools.length > 0) options.push(() => [...this.value(), set(this.pick(scope.bools))]);
    if (scope.boxes.length > 0)
      options.push(() => [get(this.pick(scope.boxes)), ['deref'], ...this.expression(1), ['store']]);
    return options.length > 0 ? this.pick(options)() : this.trace();
  }

  // Loops

  private loop(): Code {
    const candidates = this.scope.ints;
    const counter = this.pick(this.chance(3) ? candidates : candidates.slice(0, 7));
    const up = !this.chance(3);
    const step = this.chance(3) ? this.pick([2n, 3n, 7n, 1n << 40n, 0n, -1n]) : 1n;
    const by: Line = this.chance(8) ? get(this.pick(candidates).local) : int(step);
    const extreme = this.chance(8);
    const limit = this.limit(extreme, up);
    const from: Code = extreme
      ? [int(this.pick([MIN_INTEGER, MAX_INTEGER, MAX_INTEGER - 5n, MIN_INTEGER + 5n, 0n]))]
      : this.pick<Code>([[int(0)], [int(0)], [int(up ? 0 : 12)], [int(-2)], this.expression(1), this.length(0)]);
    const [lo, hi] = BOUNDS[counter.type]!;
    const check: Code = counter.type === T.INTEGER ? [] : [['check.range', lo, hi]];
    const makeStep: Code = [
      get(counter.local),
      by,
      this.pick<Line>(up ? [['int.add']] : [['int.sub']]),
      ...check,
      set(counter.local),
    ];
    const isConstant = counter.type !== T.INTEGER && this.chance(2);
    const start: Code = [
      ...(isConstant ? [int(lo + BigInt(this.random(4)))] : this.fitting(counter.type, from)),
      set(counter.local),
    ];
    const { leave, before } = this.test(counter.local, limit, up, step);
    const negate = this.chance(5);
    const leaves: Code = negate ? [...NEGATED(leave), ['bool.not']] : leave;
    const isLong =
      limit.code.length === 1 && limit.code[0]![0] === 'int.const' && (limit.code[0]![1] as bigint) >= 200n;
    const body = (): Code => [
      ...this.indexing(counter.local, isLong),
      ...this.statements(isLong ? 1 : 3),
      ...this.indexing(counter.local, isLong),
    ];
    this.exits.push(this.depth);
    const made = this.within(() =>
      this.within((): Code => {
        switch (this.random(5)) {
          case 0:
          case 1:
            return [...leaves, ['br_if', 1], ...this.placed(body(), makeStep), ['br', 0]];
          case 2:
          case 3:
            return [...body(), ...leaves, ['br_if', 1], ...makeStep, ['br', 0]];
          default:
            return [
              ...this.placed(body(), makeStep),
              ...(negate ? leave : [...leave, ['bool.not'] as Line]),
              ['br_if', 0],
            ];
        }
      }),
    );
    this.exits.pop();
    return [...before, ['block', 0], ...start, ['loop', 0], ...made, ['end'], ['end']];
  }
  /** The step at the end of the body, or between two halves. */
  private placed(body: Code, step: Code): Code {
    return this.chance(3) ? [...step, ...body] : [...body, ...step];
  }

  private limit(extreme: boolean, up: boolean): { code: Code; before: Code } {
    if (this.chance(12)) return { code: [int(200 + this.random(500))], before: [] };
    if (extreme) return { code: [int(this.pick([MIN_INTEGER, MAX_INTEGER, MAX_INTEGER - 1n, 0n]))], before: [] };
    const to = this.scope.ints[Math.min(6, this.scope.ints.length - 1)]!;
    const held = (value: Code): { code: Code; before: Code } => ({
      code: [get(to.local)],
      before: [...this.fitting(to.type, value), set(to.local)],
    });
    switch (this.random(7)) {
      case 0:
        return { code: [int(up ? this.random(14) : -this.random(4))], before: [] };
      case 1:
        return { code: this.length(0), before: [] };
      case 2:
        return held(this.length(0));
      case 3:
      case 4:
        return held(this.length(1));
      case 5:
        return { code: [get(this.pick(this.scope.ints).local)], before: [] };
      default:
        return held([int(this.random(14))]);
    }
  }

  private test(counter: number, limit: { code: Code; before: Code }, up: boolean, step: bigint) {
    const { code, before } = limit;
    const leave = this.pick<Code>([
      [get(counter), ...code, [up ? 'int.ge' : 'int.le']],
      [get(counter), ...code, [up ? 'int.gt' : 'int.lt']],
      [...code, get(counter), [up ? 'int.le' : 'int.ge']],
      [get(counter), ...code, ['int.eq']],
      up
        ? [...code, get(counter), ['int.sub'], int(step), ['word.lt']]
        : [get(counter), ...code, ['int.sub'], int(step), ['word.lt']],
    ]);
    return { leave, before };
  }

  /** Something with an element at the counter, or near it. */
  private indexing(counter: number, isLong: boolean): Code {
    if (this.chance(4)) return [];
    const index: Code = this.pick<Code>([
      [get(counter)],
      [get(counter)],
      [get(counter), int(1), ['int.add']],
      [get(counter), int(1), ['int.sub']],
      [get(counter), int(2), ['int.mul']],
      [get(counter), get(this.pick(this.scope.ints).local), ['int.add']],
    ]);
    const array = this.open();
    const guarded = this.chance(2) || isLong;
    const at: Code = [...array, ...index, ['element']];
    const use: Code = this.chance(2)
      ? this.traced([...at, ['load']])
      : [...at, ...array, ...index, ['element'], ['load'], int(3), ['int.add'], ['store']];
    if (!guarded) return use;
    return [...index, ...array, ['array.length', 0], ['word.lt'], ['if', 0], ...use, ['end']];
  }

  // Nests of two loops that make numbers

  private nest(): Code {
    const [outer, inner, limit] = [2, 3, 4].map((n) => n + this.random(2)) as [number, number, number];
    const sum = this.pick(this.scope.floats);
    const bound = (): Code =>
      this.pick<Code>([
        [int(this.random(16))],
        [get(limit)],
        [...this.pick([get(21), get(22)].map((v): Code => [v, ['deref']])), ['array.length', 0], int(1), ['int.sub']],
        [int(9)],
      ]);
    const few = (most: number): Code => (this.chance(3) ? this.some(most, () => this.aside(outer, inner, sum)) : []);
    const term: Code = this.pick<Code>([
      [get(outer), ['long.of_int']],
      [...this.number(outer, inner), get(outer), ['long.of_int'], ['long.mul']],
      [...this.vector([get(outer), get(inner), ['int.add']]), ['load'], ...this.number(outer, inner), ['long.mul']],
    ]);
    const body: Code = [...few(1), get(sum), ...term, ['long.add'], set(sum), ...few(1)];
    const result: Code = [...this.vector([get(outer)]), get(sum), ['store']];
    const after = this.pick<() => Code>([
      () => result,
      () => [...few(1), ...result, ...few(1)],
      () => [...this.vector(this.index(outer, inner)), get(sum), ['store'], ...few(2)],
      () => [...result, ...this.traced([get(sum), ['long.const', 1000], ['long.lt'], ['int.of_bool']])],
    ])();
    const begin: Code = this.chance(4) ? this.number(outer, inner) : [['long.const', 0.5]];
    const made: Code = [
      ...few(2),
      ...begin,
      set(sum),
      ['block', 0],
      ...few(1),
      ...(this.chance(3) ? ([...this.rarely(), ['br_if', 0], ...few(1)] as Code) : []),
      int(this.random(2)),
      set(inner),
      ...few(1),
      ...this.counting(inner, this.chance(2) ? [get(limit)] : [int(4 + this.random(8))], body),
      ['end'],
      ...after,
    ];
    return [
      ...bound(),
      set(limit),
      ['block', 0],
      int(this.random(2)),
      set(outer),
      ...this.counting(outer, this.chance(3) ? [get(5)] : [int(4 + this.random(10))], made),
      ['end'],
    ];
  }
  private counting(counter: number, limit: Code, body: Code): Code {
    const by = this.chance(4) ? 2n : 1n;
    const step: Code = [
      get(counter),
      int(by),
      ['int.add'],
      ...this.some(1, () => [['check.range', -5n, 60n]]),
      set(counter),
    ];
    const near: Code = [...limit, get(counter), ['int.sub'], int(by), ['word.lt']];
    return this.pick<Code>([
      [['loop', 0], get(counter), ...limit, ['int.ge'], ['br_if', 1], ...body, ...step, ['br', 0], ['end']],
      [
        ['loop', 0],
        get(counter),
        ...limit,
        ['int.le'],
        ['bool.not'],
        ['br_if', 1],
        ...body,
        ...step,
        ['br', 0],
        ['end'],
      ],
      [
        ['loop', 0],
        ...body,
        ...(by === 1n ? ([get(counter), ...limit, ['int.ge']] as Code) : near),
        ['br_if', 1],
        ...step,
        ['br', 0],
        ['end'],
      ],
    ]);
  }
  private index(outer: number, inner: number): Code {
    return this.pick<Code>([
      [get(outer)],
      [get(inner)],
      [get(outer), get(inner), ['int.add']],
      [get(outer), int(2), ['int.mul'], get(inner), ['int.add']],
      [get(inner), int(1), ['int.add']],
      this.chance(3) ? [get(this.pick(this.scope.ints).local)] : [get(inner)],
      [int(this.random(10))],
    ]);
  }
  private vector(index: Code): Code {
    return [...this.pick(this.scope.vectors), ...index, ['element']];
  }
  private number(outer: number, inner: number): Code {
    return [...this.vector(this.index(outer, inner)), ['load']];
  }
  /** Something besides. */
  private aside(outer: number, inner: number, sum: number): Code {
    const { local, type } = this.pick(this.scope.ints.slice(5));
    const value: Code = this.pick<Code>([
      [int(this.random(14))],
      [get(outer)],
      [get(local), int(1), ['int.add']],
      [get(outer), int(3), ['int.mul'], get(inner), ['int.add']],
      [get(this.pick(this.scope.ints).local)],
    ]);
    const other = this.pick(this.scope.floats);
    return this.pick<Code>([
      [...this.fitting(type, value), set(local)],
      [...this.fitting(type, value), set(local)],
      [...this.number(outer, inner), set(other)],
      [get(other), get(sum), ['long.sub'], set(other)],
    ]);
  }

  // Expressions

  private length(less: number): Code {
    const code: Code = [...this.open(), ['array.length', 0]];
    return less > 0 ? [...code, int(less), ['int.sub']] : code;
  }
  private open(): Code {
    const { scope } = this;
    const options: Code[] = [...scope.open, ...scope.ten.map((t): Code => [...t, ['open', OPEN]])];
    const array = this.pick(options);
    if (scope.grids.length > 0 && this.chance(8))
      return [get(this.pick(scope.grids)), ['deref'], ...this.small(), ['element']];
    if (this.chance(8)) return [...array, ...this.small(), ...this.small(), ['subarray', OPEN]];
    return array;
  }
  private small(): Code {
    return this.pick<Code>([
      [int(0)],
      [int(1)],
      [int(this.random(4))],
      [get(this.pick(this.scope.ints).local), int(3), ['int.mod']],
    ]);
  }
  /** The address of an element. */
  private element(): Code {
    const { scope } = this;
    const fixed = this.random(4);
    if (fixed === 0) return [...this.pick(scope.ten), ...this.fitting(DIGIT, this.expression(1)), ['element']];
    if (fixed === 1 && scope.eight.length > 0)
      return [...this.pick(scope.eight), ...this.fitting(SIGNED, this.expression(1)), ['element']];
    const array = this.open();
    const inside: Code = [...this.expression(1), ...array, ['array.length', 0], int(1), ['int.max'], ['int.mod']];
    return [...array, ...this.pick<Code>([this.small(), this.expression(0), inside, inside, inside]), ['element']];
  }

  private condition(): Code {
    const relation = this.pick<Line>([
      ['int.lt'],
      ['int.le'],
      ['int.gt'],
      ['int.ge'],
      ['int.eq'],
      ['int.ne'],
      ['word.lt'],
      ['word.le'],
    ]);
    if (this.scope.rows.length > 0 && this.chance(10))
      return [get(this.pick(this.scope.rows)), ['nil'], ['ref.eq'], ...this.some(1, () => [['bool.not']])];
    return [
      ...this.expression(1),
      ...this.pick<Code>([this.expression(0), this.length(0), [int(this.random(12))]]),
      relation,
    ];
  }
  /** A boolean, maybe from a block with several ways to its end. */
  private value(): Code {
    if (this.chance(3)) return this.condition();
    if (this.scope.bools.length > 0 && this.chance(3)) return [get(this.pick(this.scope.bools))];
    return [
      ['block', 1],
      ...this.within(
        (): Code => [
          ...this.condition(),
          ['if', 0],
          ...this.within((): Code => [...this.some(1, () => [int(7)]), ...this.condition(), ['br', 1]]),
          ['end'],
          ...this.pick<Code>([
            [...this.condition(), ['br', 0]],
            this.condition(),
            [
              ['text.const', 0],
              ['fault', 6],
            ],
            [...this.condition(), ['fault', 6]],
          ]),
        ],
      ),
      ['end'],
    ];
  }

  private expression(depth: number): Code {
    const { scope } = this;
    if (depth === 0 || this.chance(4))
      return this.pick<Code>([
        [get(this.pick(scope.ints).local)],
        [get(this.pick(scope.ints).local)],
        [int(this.constant())],
      ]);
    const x = this.expression(depth - 1);
    const y = this.expression(depth - 1);
    switch (this.random(16)) {
      case 0:
      case 1:
        return [...x, ...y, ['int.add']];
      case 2:
        return [...x, ...y, ['int.sub']];
      case 3:
        return [...x, ...y, this.pick<Line>([['int.mul'], ['int.min'], ['int.max']])];
      case 4:
        return [...x, this.pick<Line>([['int.neg'], ['int.abs'], ['word.not']])];
      case 5:
        return [
          ...x,
          int(this.pick([1n, 2n, 3n, 8n, 10n, -1n, -3n, 1n << 32n, MIN_INTEGER])),
          this.pick<Line>([['int.div'], ['int.mod']]),
        ];
      case 6:
        return [...x, ...y, this.pick<Line>([['word.and'], ['word.or'], ['word.xor']])];
      case 7:
        return [...x, int(this.pick([0n, 1n, 5n, -5n, 31n, -31n, 32n, -32n, 63n, -63n, 64n, -64n])), ['word.shift']];
      case 8:
        return this.rotation(x);
      case 9:
        return [...x, ...y, ['word.shift']];
      case 10:
      case 11:
        return [...this.element(), ['load']];
      case 12:
        return this.length(this.random(2));
      case 13:
        return scope.cells.length > 0 ? [...this.pick(scope.cells), ['load']] : x;
      case 14:
        return [
          ...x,
          ...y,
          int(1),
          ['int.max'],
          this.pick<Line>([['word.mod'], ['int.mod'], ['int.div'], ['word.divide']]),
        ];
      default:
        return this.callExpression() ?? x;
    }
  }
  private callExpression(): Code | undefined {
    const able = this.callables.flatMap((c, n) => (c.result && n < this.scope.callable ? [n] : []));
    if (able.length === 0) return undefined;
    const proc = this.pick(able);
    if (--this.budget < 0) return undefined;
    return [...this.argumentsOf(proc), ['call', proc]];
  }
  /** As SHA-256 has them. */
  private rotation(x: Code): Code {
    const by = BigInt(1 + this.random(31));
    const mask: Code = [int(2n ** 32n - 1n), ['word.and']];
    if (this.chance(3)) {
      const part = (): Code => [...x, ...this.pick<Code>([mask, []]), int(this.pick([-by, by])), ['word.shift']];
      return [
        ...part(),
        ...part(),
        this.pick<Line>([['word.or'], ['word.xor'], ['word.and'], ['int.add']]),
        ...this.pick<Code>([mask, []]),
      ];
    }
    return [...x, ...mask, int(-by), ['word.shift'], ...x, int(32n - by), ['word.shift'], ['word.or'], ...mask];
  }
  private constant(): bigint {
    if (this.chance(12))
      return this.pick([
        MIN_INTEGER,
        MAX_INTEGER,
        2n ** 32n,
        2n ** 31n,
        -(2n ** 31n),
        2n ** 53n,
        2n ** 53n + 1n,
        -(2n ** 53n) - 1n,
      ]);
    return BigInt(this.random(16) - 3);
  }
}

const OPPOSITES: Readonly<Record<string, string>> = {
  'int.ge': 'int.lt',
  'int.le': 'int.gt',
  'int.gt': 'int.le',
  'int.lt': 'int.ge',
  'int.eq': 'int.ne',
};
/** The opposite, as far as there is an instruction for it. */
function NEGATED(test: Code): Code {
  const [name] = test.at(-1)!;
  const opposite = OPPOSITES[name];
  return opposite ? [...test.slice(0, -1), [opposite]] : [...test, ['bool.not']];
}
