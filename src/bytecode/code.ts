/**
 * The two-way mapping of instructions and bytes: `CodeWriter` for producers, `readInstruction` and `instructions` for consumers.
 *
 * An instruction is its opcode in one byte, then its immediates as the opcode table lists them. Inside: shape only. That an index means
 * something, and that operands fit, is the verifier's to say.
 */
import type { ImmediateValue, Instruction } from './instruction.ts';
import { ByteReader, ByteWriter, Malformed } from './leb.ts';
import { BLOCK_BOOL, BLOCK_VOID, FAULTS, type Immediate, OPCODES, type OpcodeInfo, opcode } from './opcodes.ts';

export interface LineMark {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** An instruction as read, and where the next one begins. */
export interface ReadInstruction extends Instruction {
  readonly next: number;
}

const NONE: readonly ImmediateValue[] = [];

/** Writes the code of one procedure. A wrong name or immediate is a mistake of the program and throws. */
export class CodeWriter {
  readonly #out = new ByteWriter();
  readonly #lines: LineMark[] = [];

  /** Byte offset of the next instruction. */
  get offset(): number {
    return this.#out.length;
  }

  /** What was marked so far, in ascending order of offset. */
  get lines(): readonly LineMark[] {
    return this.#lines;
  }

  /** Appends an instruction and returns its offset. `int` immediates may also be given as safe integers. */
  emit(name: string, ...immediates: readonly ImmediateValue[]): number {
    const info = opcode(name);
    const offset = this.#out.length;
    if (immediates.length !== info.immediates.length) {
      throw new Error(`${name} takes ${info.immediates.length} immediates, not ${immediates.length}`);
    }
    this.#out.byte(info.code);
    info.immediates.forEach((kind, i) => {
      writeImmediate(this.#out, info, kind, immediates[i]!);
    });
    return offset;
  }

  /** The instructions that follow come from this place in the source. */
  mark(line: number, column: number): void {
    const last = this.#lines.at(-1);
    if (last && last.line === line && last.column === column) return;
    if (last && last.offset === this.offset) this.#lines.pop();
    this.#lines.push({ offset: this.offset, line, column });
  }

  finish(): Uint8Array {
    return this.#out.finish();
  }
}

function writeImmediate(out: ByteWriter, info: OpcodeInfo, kind: Immediate, value: ImmediateValue): void {
  if (!fits(kind, value)) throw new Error(`${info.name}: ${String(value)} is not a ${kind} immediate`);
  if (kind === 'labels') {
    const labels = value as readonly number[];
    out.unsigned(labels.length - 1);
    for (const label of labels) out.unsigned(label);
  } else if (kind === 'int') out.signed64(BigInt(value as number | bigint));
  else if (kind === 'f32') out.float32(value as number);
  else if (kind === 'f64') out.float64(value as number);
  else if (kind === 'block') out.byte(value as number);
  else out.unsigned(value as number);
}

/** Indices are left to `ByteWriter.unsigned`, which refuses what it cannot write. */
function fits(kind: Immediate, value: ImmediateValue): boolean {
  if (kind === 'labels') return Array.isArray(value) && value.length > 0;
  if (kind === 'int') return typeof value === 'bigint' || Number.isSafeInteger(value);
  if (typeof value !== 'number') return false;
  if (kind === 'f32') return Object.is(Math.fround(value), value);
  if (kind === 'block') return value === BLOCK_VOID || value === BLOCK_BOOL;
  if (kind === 'fault') return FAULTS[value] !== undefined;
  return true;
}

/** The instruction at that offset. Throws `Malformed` if there is none. */
export function readInstruction(code: Uint8Array, offset: number): ReadInstruction {
  const input = new ByteReader(code, offset);
  const { op, immediates } = nextInstruction(input);
  return { offset, op, immediates, next: input.position };
}

/** The instruction at which the reader stands, and the reader moves past it: for who reads a whole procedure. Throws `Malformed` if there is none. */
export function nextInstruction(input: ByteReader): Instruction {
  const offset = input.position;
  const op = nextOpcode(input);
  return { offset, op, immediates: nextImmediates(input, op) };
}

/** The opcode at which the reader stands, which moves past it to the immediates. */
export function nextOpcode(input: ByteReader): number {
  const offset = input.position;
  const op = input.byte();
  if (op >= OPCODES.length || !OPCODES[op]) throw new Malformed('B1301', `no instruction has the opcode ${op}`, offset);
  return op;
}

const SHAPE = { none: 0, index: 1, int: 2, twoIndices: 3, block: 4, others: 5 } as const;
const OTHERS: readonly Immediate[] = ['int', 'f32', 'f64', 'block', 'labels', 'fault'];

/** What immediates the opcode has, so that the usual ones are read without asking for each what it is. */
const SHAPES = Uint8Array.from(OPCODES, ({ immediates }) => {
  if (immediates.length === 0) return SHAPE.none;
  if (immediates.length === 1 && immediates[0] === 'int') return SHAPE.int;
  if (immediates.length === 1 && immediates[0] === 'block') return SHAPE.block;
  if (immediates.length > 2 || immediates.some((kind) => OTHERS.includes(kind))) return SHAPE.others;
  return immediates.length === 1 ? SHAPE.index : SHAPE.twoIndices;
});

/** Lists of one small immediate, made once for all. */
const INDICES: readonly (readonly number[])[] = Array.from({ length: 0x80 }, (_, index) => [index]);
const INTS: readonly (readonly bigint[])[] = Array.from({ length: 0x80 }, (_, byte) => [BigInt((byte << 25) >> 25)]);

/** The immediates that follow the opcode. They may be shared with other instructions. */
export function nextImmediates(input: ByteReader, op: number): readonly ImmediateValue[] {
  switch (SHAPES[op]) {
    case SHAPE.none:
      return NONE;
    case SHAPE.index: {
      const index = input.unsigned();
      return INDICES[index] ?? [index];
    }
    case SHAPE.int: {
      const first = input.peek();
      if (first >= 0x80) return [input.signed64()];
      input.position++;
      return INTS[first]!;
    }
    case SHAPE.twoIndices:
      return [input.unsigned(), input.unsigned()];
    case SHAPE.block:
      return INDICES[readImmediate(input, 'block') as number]!;
    default: {
      const values: ImmediateValue[] = [];
      for (const kind of OPCODES[op]!.immediates) values.push(readImmediate(input, kind));
      return values;
    }
  }
}

function readImmediate(input: ByteReader, kind: Immediate): ImmediateValue {
  const start = input.position;
  switch (kind) {
    case 'int':
      return input.signed64();
    case 'f32':
      return input.float32();
    case 'f64':
      return input.float64();
    case 'block': {
      const type = input.byte();
      if (type > BLOCK_BOOL) throw new Malformed('B1302', `no block has the type ${type}`, start);
      return type;
    }
    case 'fault': {
      const fault = input.unsigned();
      if (fault >= FAULTS.length) throw new Malformed('B1303', `no run-time error has the number ${fault}`, start);
      return fault;
    }
    case 'labels':
      return readLabels(input);
    default:
      return input.unsigned();
  }
}

function readLabels(input: ByteReader): readonly number[] {
  const start = input.position;
  // The default label is not counted, so there is always one. Each label takes a byte at least.
  const count = input.unsigned() + 1;
  if (count > input.remaining) throw new Malformed('B1103', `${count} labels in ${input.remaining} bytes`, start);
  return Array.from({ length: count }, () => input.unsigned());
}

/** All instructions in order. Throws `Malformed` where the bytes stop making sense. */
export function* instructions(code: Uint8Array): Generator<Instruction, void> {
  for (const input = new ByteReader(code); input.remaining > 0; ) yield nextInstruction(input);
}
