/**
 * The code of one procedure while it is being made: instructions with provisional indices, structured labels, places in the source.
 *
 * Instructions that no path reaches are dropped here, with the blocks around them, so that lowering need not care.
 * Not inside: bytes and final indices (`emit/procedures.ts`).
 */
import type { ImmediateValue } from '../../bytecode/instruction.ts';
import { BLOCK_BOOL, BLOCK_VOID, FAULTS, type Fault } from '../../bytecode/opcodes.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';

export interface Instr {
  readonly name: string;
  readonly immediates: readonly ImmediateValue[];
  /** Where in the source it comes from. */
  readonly span: Span | undefined;
}

/** An open block, loop, if or try. */
export interface Label {
  readonly kind: 'block' | 'loop' | 'if' | 'try';
  /** Number of constructs open around it; -1 when it was opened where nothing is reached, and therefore not emitted. */
  readonly depth: number;
  /** Some reached branch goes to its end. */
  exited: boolean;
  /** An arm that is already closed falls through to the end. */
  fallsThrough: boolean;
  hasElse: boolean;
}

/** Names of instructions after which control does not go on. */
const ENDS_CONTROL = new Set(['br', 'br_table', 'return', 'raise', 'rethrow', 'fault', 'admit']);

export class CodeBuilder {
  readonly instructions: Instr[] = [];
  readonly #open: Label[] = [];
  #emitted = 0;
  #reachable = true;
  #span: Span | undefined;

  /** Can control come here? */
  get reachable(): boolean {
    return this.#reachable;
  }

  /** The place last marked. */
  get span(): Span | undefined {
    return this.#span;
  }

  /** What follows comes from there. */
  mark(span: Span): void {
    this.#span = span;
  }

  emit(name: string, ...immediates: readonly ImmediateValue[]): void {
    if (!this.#reachable) return;
    this.instructions.push({ name, immediates, span: this.#span });
    if (ENDS_CONTROL.has(name)) this.#reachable = false;
  }

  fault(fault: Fault): void {
    this.emit('fault', FAULTS.indexOf(fault));
  }

  /** A place to come back to with `insert`. */
  get position(): number {
    return this.instructions.length;
  }

  /** Puts straight-line instructions at an earlier position. */
  insert(position: number, instructions: readonly Omit<Instr, 'span'>[]): void {
    this.instructions.splice(position, 0, ...instructions.map((i) => ({ ...i, span: undefined })));
  }

  block(): Label {
    return this.#begin('block', 'block', [BLOCK_VOID]);
  }
  loop(): Label {
    return this.#begin('loop', 'loop', [BLOCK_VOID]);
  }
  if(): Label {
    return this.#begin('if', 'if', [BLOCK_VOID]);
  }
  /** A conditional of which both arms leave a boolean. */
  ifBool(): Label {
    return this.#begin('if', 'if', [BLOCK_BOOL]);
  }
  try(): Label {
    return this.#begin('try', 'try', []);
  }

  #begin(kind: Label['kind'], name: string, immediates: readonly ImmediateValue[]): Label {
    const emitted = this.#reachable;
    if (emitted) this.instructions.push({ name, immediates, span: this.#span });
    const label: Label = {
      kind,
      depth: emitted ? this.#emitted : -1,
      exited: false,
      fallsThrough: false,
      hasElse: false,
    };
    if (emitted) this.#emitted++;
    this.#open.push(label);
    return label;
  }

  else(label: Label): void {
    this.#arm(label, 'else', []);
    label.hasElse = true;
  }
  catch(label: Label, exception: number): void {
    this.#arm(label, 'catch', [exception]);
  }
  catchAll(label: Label): void {
    this.#arm(label, 'catch_all', []);
  }

  #arm(label: Label, name: string, immediates: readonly ImmediateValue[]): void {
    this.#expectInnermost(label);
    if (label.depth < 0) return;
    label.fallsThrough ||= this.#reachable;
    this.instructions.push({ name, immediates, span: this.#span });
    this.#reachable = true;
  }

  end(label: Label): void {
    this.#expectInnermost(label);
    this.#open.pop();
    if (label.depth < 0) return;
    this.instructions.push({ name: 'end', immediates: [], span: this.#span });
    this.#emitted--;
    const skipped = label.kind === 'if' && !label.hasElse;
    this.#reachable = this.#reachable || label.exited || label.fallsThrough || skipped;
  }

  #expectInnermost(label: Label): void {
    if (this.#open.at(-1) !== label) throw new Error('blocks are closed out of order');
  }

  br(label: Label): void {
    if (!this.#reachable) return;
    this.emit('br', this.#target(label));
  }
  brIf(label: Label): void {
    if (!this.#reachable) return;
    this.emit('br_if', this.#target(label));
  }
  /** Branch to `labels[value - first]`, and elsewhere to the last one. */
  brTable(first: bigint, labels: readonly Label[]): void {
    if (!this.#reachable) return;
    this.emit(
      'br_table',
      first,
      labels.map((l) => this.#target(l)),
    );
  }

  #target(label: Label): number {
    if (label.depth < 0) throw new Error('branch to a block that is not there');
    if (label.kind !== 'loop') label.exited = true;
    return this.#emitted - 1 - label.depth;
  }
}
