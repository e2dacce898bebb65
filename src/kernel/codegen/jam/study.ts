/**
 * What a nest of loops does, as far as it matters for running turns of its outer loop side by side: which locals each turn must have for itself, what it checks, which variables it
 * reads before its inner loop has ended, and which it writes after that.
 *
 * All turns of the outer loop must go through the inner one alike, so that one inner loop does for several of them; its counter and whatever else is the same for all is computed once.
 */
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import type { FrameShape } from '../frame.ts';
import type { Program } from '../program.ts';
import type { CountingLoop } from '../strip.ts';
import { MAX_LOOKS } from './budget.ts';
import { carried } from './carried.ts';
import type { Nest, Statement } from './nest.ts';
import type { Root } from './root.ts';
import { BR_IF, type Check, type Place, ruleOf, type Subject, type Value } from './rules.ts';
import { combine, constant, INNER, OUTER, ofLocal, type Sum } from './sum.ts';

export interface Study {
  /** Locals that each turn of the outer loop has for itself. */
  readonly own: ReadonlySet<number>;
  /** By instruction. */
  readonly checks: ReadonlyMap<number, Check>;
  /** Instructions whose result may be another one in the next turn of the outer loop; and of loads by how many bytes their address goes on from turn to turn. */
  readonly varied: ReadonlySet<number>;
  readonly strides: ReadonlyMap<number, bigint | undefined>;
  /** Variables read before the inner loop has ended, and variables written after. */
  readonly reads: readonly Root[];
  readonly writes: readonly Root[];
  /** What the counter of the inner loop is in its first turn and, at most, in its last. */
  readonly first: Sum | undefined;
  readonly last: Sum | undefined;
}

/** Undefined where turns of the outer loop depend on one another, or are not alike. */
export function study(
  program: Program,
  shape: FrameShape,
  all: readonly TypedInstruction[],
  nest: Nest,
): Study | undefined {
  const { before, entry, body, after, outer, inner } = nest;
  const assigned = new Set([before, entry, body, after].flatMap((part) => part.flatMap((s) => s.sets)));
  if (assigned.has(outer.counter)) return undefined;
  const late = carried(all, nest, assigned);
  if (!late) return undefined;
  // Turn after turn comes to its end as ever: what they assign there and before must not be one.
  const own = new Set(after.flatMap((s) => s.sets).filter((l) => !late.has(l) && isSetIn(l, before, entry, body)));
  if (![...own].every((local) => canBeCopied(shape, local))) return undefined;
  // What varies makes other locals vary, mostly later ones.
  for (let looks = 0; looks < MAX_LOOKS; looks++) {
    const walk = new Walk(program, shape, all, nest, { assigned, late, own });
    if (!walk.run()) return undefined;
    if (walk.varying.size === 0) return own.has(inner.counter) ? undefined : walk;
    for (const local of walk.varying) {
      if (!canBeCopied(shape, local)) return undefined;
      own.add(local);
    }
  }
  return undefined;
}

function isSetIn(local: number, ...parts: readonly (readonly Statement[])[]): boolean {
  return parts.some((part) => part.some((s) => s.sets.includes(local)));
}

/** A number, or an address that stands nowhere else. */
function canBeCopied(shape: FrameShape, local: number): boolean {
  const { def, type, words, offset } = shape.locals[local]!;
  if (def.kind === 'value') return (type.kind === 'float' || type.kind === 'ordinal') && words.length === 1;
  return (def.kind === 'address' || def.kind === 'readonly') && offset === undefined;
}

interface Locals {
  readonly assigned: ReadonlySet<number>;
  /** Go from turn to turn. */
  readonly late: ReadonlySet<number>;
  readonly own: ReadonlySet<number>;
}

class Walk implements Study, Subject {
  readonly program: Program;
  readonly shape: FrameShape;
  readonly own: ReadonlySet<number>;
  readonly checks = new Map<number, Check>();
  readonly varied = new Set<number>();
  readonly strides = new Map<number, bigint | undefined>();
  readonly reads: Root[] = [];
  readonly writes: Root[] = [];
  first: Sum | undefined;
  last: Sum | undefined;
  /** Locals that were not known to vary. */
  readonly varying = new Set<number>();
  private readonly all: readonly TypedInstruction[];
  private readonly nest: Nest;
  private readonly locals: Locals;
  private readonly values = new Map<number, Value>();
  private readonly stack: Value[] = [];
  private at = 0;
  private refused = false;
  private isLate = false;

  constructor(program: Program, shape: FrameShape, all: readonly TypedInstruction[], nest: Nest, locals: Locals) {
    this.program = program;
    this.shape = shape;
    this.all = all;
    this.nest = nest;
    this.locals = locals;
    this.own = locals.own;
  }

  /** False where the nest cannot be jammed. */
  run(): boolean {
    const { before, entry, body, after, inner } = this.nest;
    this.part(before);
    this.part(entry);
    this.first = this.read(inner.counter).sum;
    this.last = lastOf(inner, (local) => this.read(local).sum ?? (this.isAssigned(local) ? undefined : ofLocal(local)));
    // Where an inner turn begins, what the ones before it have assigned may be anything.
    for (const { sets } of body) for (const local of sets) this.values.set(local, this.typical(local));
    this.values.set(inner.counter, { varies: false, sum: INNER });
    this.part(body);
    // The entry may have been left before it assigned what it does, and the inner loop after any turn.
    for (const { sets } of [...entry, ...body]) for (const local of sets) this.values.set(local, this.typical(local));
    this.isLate = true;
    this.part(after);
    return !this.refused;
  }

  private typical(local: number): Value {
    return { varies: this.own.has(local) };
  }

  private part(statements: readonly Statement[]): void {
    for (const s of statements) this.statement(s);
  }
  private statement({ from, to, sets }: Statement): void {
    for (let at = from; at < to && !this.refused; at++) {
      this.at = at;
      const i = this.all[at]!;
      const inputs = i.inputs.map((_, n) => this.stack[i.height + n]!);
      const value = ruleOf(i.op)!(this, i, inputs);
      // All turns go the same way.
      if (i.op === BR_IF && inputs[0]!.varies) this.refuse();
      for (let n = 0; n < i.outputs.length; n++) this.stack[i.height + n] = value ?? { varies: true };
      if (value?.varies) this.varied.add(at);
    }
    if (to === this.nest.inner.exit + 1 && this.nest.inner.place === 'latch') this.passTest();
    // A statement is done once for all turns, or by each of them.
    if (!sets.some((local) => this.varying.has(local) || this.own.has(local))) return;
    for (const local of sets) if (!this.own.has(local) && !this.locals.late.has(local)) this.varying.add(local);
  }

  /** The inner loop goes on: one step more is not beyond the last turn. */
  private passTest(): void {
    const { counter, step, up } = this.nest.inner;
    this.values.set(counter, { varies: false, sum: combine(up ? 'sub' : 'add', INNER, constant(step.constant)) });
  }

  isAssigned(local: number): boolean {
    return local === this.nest.outer.counter || this.locals.assigned.has(local);
  }
  read(local: number): Value {
    if (local === this.nest.outer.counter) return { varies: true, sum: OUTER };
    if (this.locals.late.has(local)) return { varies: true };
    return this.values.get(local) ?? this.typical(local);
  }
  assign(local: number, value: Value): void {
    if (this.locals.late.has(local)) return;
    if (value.varies && !this.own.has(local)) this.varying.add(local);
    this.values.set(local, this.own.has(local) ? { ...value, varies: true } : value);
  }
  check(check: Check): void {
    this.checks.set(this.at, check);
  }
  load({ root, stride }: Place): void {
    this.strides.set(this.at, stride);
    if (!this.isLate) this.reads.push(root);
  }
  store({ root }: Place): void {
    if (this.isLate) this.writes.push(root);
    else this.refuse();
  }
  refuse(): void {
    this.refused = true;
  }
}

export function limitOf({ limit }: CountingLoop, ofLimit: (local: number) => Sum | undefined): Sum | undefined {
  return 'constant' in limit ? constant(limit.constant) : ofLimit(limit.local);
}

/** What the counter of a loop is in its last turn at most. */
export function lastOf(loop: CountingLoop, ofLimit: (local: number) => Sum | undefined): Sum | undefined {
  const limit = limitOf(loop, ofLimit);
  return limit && (isExclusive(loop) ? combine(loop.up ? 'sub' : 'add', limit, constant(1n)) : limit);
}

/** The counter does not come to the limit. */
export function isExclusive({ place, leaves, up }: CountingLoop): boolean {
  return place === 'head' && leaves === (up ? 'ge' : 'le');
}
