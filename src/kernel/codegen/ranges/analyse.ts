/**
 * Range analysis of one procedure: abstract interpretation of its structured code, with a state at each point that says what is known of its variables.
 *
 * States meet where ways do: after blocks, in handlers, at heads of loops (`loop.ts`). All of it holds for any verified code, whoever wrote it.
 */
import { OPCODES, opcode } from '../../../bytecode/opcodes.ts';
import type { Operand, TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { ANY_INT } from '../../../bytecode/verify/relations.ts';
import type { FrameShape } from '../frame.ts';
import type { Program } from '../program.ts';
import { Loop } from './loop.ts';
import { Machine, type Rule } from './machine.ts';
import { verified } from './range.ts';
import { NO_RANGES, Ranges } from './ranges.ts';
import { arrayRules } from './rules/array.ts';
import { integerRules } from './rules/integer.ts';
import { referenceRules } from './rules/reference.ts';
import { State } from './state.ts';
import { between, type Survey, survey } from './survey.ts';
import { type Condition, type Value, within } from './value.ts';

const FAMILIES: Readonly<Record<string, Rule>> = { ...integerRules, ...arrayRules, ...referenceRules };
const RULES = byOpcode(FAMILIES);

interface Frame {
  readonly kind: 'block' | 'loop' | 'if' | 'try';
  readonly begin: number;
  /** What comes to the end by branches and from arms that are over. */
  out: State | undefined;
  /** Of `if`: where the second arm begins. Of `try`: where any handler does. */
  other: State | undefined;
  /** Of a loop that is reached: itself, and what holds on entry. */
  readonly loop: Loop | undefined;
  readonly entry: State | undefined;
  /** A way back has shown that a guess was wrong. */
  wrong: boolean;
}

/** So much work for each instruction, and then loops are no longer looked into. */
const WORK_PER_INSTRUCTION = 16;
const WORK_FREE = 4000;
/** Copying or comparing so many variables is as much work as an instruction. */
const VARIABLES_PER_WORK = 16;

function byOpcode<R>(named: Readonly<Record<string, R>>): readonly (R | undefined)[] {
  return OPCODES.map((o) => named[o.name]);
}

/** Ranges of a procedure's operands, in the order of its instructions. */
export function analyse(p: Program, shape: FrameShape, all: readonly TypedInstruction[]): Ranges {
  const found = survey(shape, all);
  if (!found) return NO_RANGES;
  const limit = WORK_FREE + WORK_PER_INSTRUCTION * all.length;
  return new Analysis(p, all, found, limit).run() ?? new Analysis(p, all, found, undefined).run()!;
}

type Structure = (a: Analysis, i: TypedInstruction, at: number) => void;
type Jump = (a: Analysis, i: TypedInstruction) => void;

/** By opcode: what also counts where nothing arrives. */
const STRUCTURE: readonly (Structure | undefined)[] = byOpcode<Structure>({
  block: (a, _, at) => a.enter('block', at),
  loop: (a, _, at) => a.beginLoop(at),
  if: (a, i, at) => a.beginIf(i, at),
  else: (a) => a.beginArm(),
  try: (a, _, at) => a.beginTry(at),
  catch: (a, i) => a.beginHandler(i),
  catch_all: (a, i) => a.beginHandler(i),
});

const END = opcode('end').code;

const stop: Jump = (a) => a.stop();
const JUMPS: readonly (Jump | undefined)[] = byOpcode<Jump>({
  br: (a, i) => {
    a.branch(i.immediates[0] as number);
    a.stop();
  },
  br_if: (a, i) => a.branchIf(a.machine.input(i, 0).condition, i.immediates[0] as number),
  br_table: (a, i) => {
    a.machine.use(i, 0);
    for (const label of new Set(i.immediates[1] as readonly number[])) a.branch(label);
    a.stop();
  },
  return: stop,
  raise: stop,
  rethrow: stop,
  admit: stop,
  fault: stop,
  dup: (a, i) => {
    for (const output of [1, 0]) a.machine.push(i, output, a.machine.input(i, 0));
  },
});

class Analysis {
  private readonly all: readonly TypedInstruction[];
  private readonly survey: Survey;
  readonly machine: Machine;
  /** Undefined: everything is forgotten at the head of a loop, which is linear whatever the code. */
  private readonly limit: number | undefined;
  private readonly control: Frame[] = [];
  private readonly loops = new Map<number, Loop>();
  private work = 0;

  constructor(p: Program, all: readonly TypedInstruction[], found: Survey, limit: number | undefined) {
    this.all = all;
    this.survey = found;
    this.limit = limit;
    const { variables } = found;
    this.machine = new Machine(p, variables, new Ranges(), anything(found));
  }

  /** Undefined when it is more work than it may be. */
  run(): Ranges | undefined {
    const { machine: m } = this;
    for (let at = 0; at < this.all.length; at++) {
      m.at = at;
      m.now++;
      this.work++;
      if (this.limit !== undefined && this.work > this.limit) return undefined;
      const again = this.step(this.all[at]!, at);
      if (again !== undefined) at = again - 1;
    }
    return m.found;
  }

  /** Returns where to go on, if that is not the next instruction. */
  private step(i: TypedInstruction, at: number): number | undefined {
    const structure = STRUCTURE[i.op];
    if (i.op === END) return this.end(i);
    if (structure) structure(this, i, at);
    else if (this.machine.state && !i.unreachable) {
      const jump = JUMPS[i.op];
      if (jump) jump(this, i);
      else this.pushResults(i, RULES[i.op]?.(this.machine, i));
    }
    return undefined;
  }

  beginArm(): void {
    const frame = this.innermost;
    this.leaveArm(frame);
    this.machine.state = frame.other;
    frame.other = undefined;
  }
  beginHandler(i: TypedInstruction): void {
    const frame = this.innermost;
    this.leaveArm(frame);
    this.machine.state = this.copyOf(frame.other);
    this.pushResults(i, undefined);
  }
  stop(): void {
    this.machine.state = undefined;
  }

  private pushResults(i: TypedInstruction, result: Value | undefined): void {
    const { outputs } = i;
    for (let n = 0; n < outputs.length; n++) {
      const operand = outputs[n]!;
      this.machine.push(i, n, n === 0 && result ? met(result, operand) : this.machine.typical(operand));
    }
  }

  private get innermost(): Frame {
    return this.control[this.control.length - 1]!;
  }
  enter(kind: Frame['kind'], begin: number, rest: Partial<Frame> = {}): void {
    this.control.push({
      kind,
      begin,
      out: undefined,
      other: rest.other,
      loop: rest.loop,
      entry: rest.entry,
      wrong: false,
    });
  }
  private copyOf(state: State | undefined): State | undefined {
    this.work += this.survey.variables.count / VARIABLES_PER_WORK;
    return state?.copy();
  }
  private join(frame: Frame, state: State): void {
    this.work += this.survey.variables.count / VARIABLES_PER_WORK + state.differences.length;
    if (frame.out) frame.out.merge(state);
    else frame.out = state.copy();
  }

  /** Control arrives at the end of the frame from here. */
  private leaveArm(frame: Frame): void {
    if (this.machine.state) this.join(frame, this.machine.state);
  }

  beginIf(i: TypedInstruction, at: number): void {
    const { machine: m } = this;
    const condition = m.state && m.input(i, 0).condition;
    const other = this.copyOf(m.state);
    const first = m.state;
    m.state = other;
    if (condition) m.learnNot(condition);
    this.enter('if', at, { other: m.state });
    m.state = first;
    if (condition) m.learn(condition);
  }

  branch(label: number): void {
    const frame = this.control[this.control.length - 1 - label]!;
    const state = this.machine.state!;
    if (frame.kind !== 'loop') this.join(frame, state);
    else if (frame.loop) {
      this.work += this.survey.variables.count / VARIABLES_PER_WORK;
      if (!frame.loop.confirm(state)) frame.wrong = true;
    }
  }
  branchIf(condition: Condition | undefined, label: number): void {
    const { machine: m } = this;
    if (!condition) {
      this.branch(label);
      return;
    }
    const stays = m.state;
    m.state = this.copyOf(stays);
    m.learn(condition);
    if (m.state) this.branch(label);
    m.state = stays;
    m.learnNot(condition);
  }

  beginLoop(at: number): void {
    const { machine: m, survey } = this;
    if (!m.state) this.enter('loop', at);
    else if (this.limit === undefined) {
      m.state = anything(survey);
      this.enter('loop', at);
    } else {
      let loop = this.loops.get(at);
      if (!loop) {
        const end = survey.ends.get(at)!;
        this.work += between(survey.assignments, at, end).length;
        loop = new Loop(survey, at, end);
        this.loops.set(at, loop);
      }
      const entry = m.state;
      m.state = loop.guess(entry);
      this.work += survey.variables.count / VARIABLES_PER_WORK;
      this.enter('loop', at, { loop, entry });
    }
  }

  /** An exception may come from anywhere in the body. */
  beginTry(at: number): void {
    const { machine: m, survey } = this;
    const body = m.state;
    if (body) {
      m.state = this.limit === undefined ? anything(survey) : this.copyOf(body)!;
      if (this.limit !== undefined) {
        const assigned = between(survey.assignments, at, survey.ends.get(at)!);
        this.work += assigned.length;
        for (const { local } of assigned) {
          const own = survey.variables.ofLocal(local);
          if (own >= 0) m.forget(own);
          for (const length of survey.variables.lengthsOf(local)) m.forget(length);
        }
      }
    }
    this.enter('try', at, { other: m.state });
    m.state = body;
  }

  end(i: TypedInstruction): number | undefined {
    const { machine: m } = this;
    const frame = this.control.pop();
    if (!frame) return undefined;
    if (frame.kind === 'loop') {
      if (frame.wrong) {
        m.state = frame.entry;
        return frame.begin;
      }
    } else {
      this.leaveArm(frame);
      if (frame.kind === 'if' && frame.other) this.join(frame, frame.other);
      m.state = frame.out;
    }
    if (m.state) this.pushResults(i, undefined);
    return undefined;
  }
}

/** What was computed is within what the verifier computed from less, but for bounds that are beyond what a range can say. */
function met(result: Value, operand: Operand): Value {
  const isWide = result.lo === Number.NEGATIVE_INFINITY || result.hi === Number.POSITIVE_INFINITY;
  return isWide && operand.k === 'int' && operand !== ANY_INT ? within(result, verified(operand)) : result;
}

/** The values of all variables may be any of their types. */
function anything({ variables }: Survey): State {
  const bounds: number[] = [];
  for (const { lo, hi } of variables.types) bounds.push(lo, hi);
  return new State(bounds, []);
}
