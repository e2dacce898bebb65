/** Code of the assembly text: instructions, `.line LINE COLUMN [@OFFSET]`, and `.bytes "HEX"` for what are no instructions. */
import { CodeWriter, type LineMark } from '../code.ts';
import type { ImmediateValue } from '../instruction.ts';
import { BLOCK_BOOL, BLOCK_VOID, FAULTS, type Fault, type Immediate, opcodeOrUndefined } from '../opcodes.ts';
import type { LabelKind, Scope } from './scope.ts';
import type { LineReader, Lines } from './tokens.ts';

export interface AssembledCode {
  readonly code: Uint8Array;
  readonly lines: readonly LineMark[];
}

/** The lines of a `code` block. */
export function readCode(opener: LineReader, lines: Lines, scope: Scope): AssembledCode {
  const pieces: Uint8Array[] = [];
  const marks: LineMark[] = [];
  let writer = new CodeWriter();
  let before = 0;
  lines.block(opener, (line) => {
    const name = line.word('an instruction');
    if (name === '.line') marks.push(readMark(line, before + writer.offset));
    else if (name === '.bytes') {
      pieces.push(writer.finish(), readBytes(line));
      before = pieces.reduce((sum, piece) => sum + piece.length, 0);
      writer = new CodeWriter();
    } else readInstruction(name, line, scope, writer);
    line.finish();
  });
  pieces.push(writer.finish());
  const code = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    code.set(piece, at);
    at += piece.length;
  }
  return { code, lines: marks };
}

function readMark(line: LineReader, here: number): LineMark {
  const [row, column] = [line.natural('a line'), line.natural('a column')];
  if (line.atEnd) return { offset: here, line: row, column };
  const offset = /^@(\d{1,10})$/.exec(line.word('an offset'))?.[1];
  return {
    offset: offset === undefined ? line.back().fail('B3001', 'an offset is written @N') : Number(offset),
    line: row,
    column,
  };
}

function readBytes(line: LineReader): Uint8Array {
  const hex = line.string('bytes');
  if (!/^([0-9a-fA-F]{2})*$/.test(hex)) line.back().fail('B3001', 'bytes are written as pairs of hexadecimal digits');
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}

function readInstruction(name: string, line: LineReader, scope: Scope, writer: CodeWriter): void {
  const info = opcodeOrUndefined(name) ?? line.back().fail('B3001', `there is no instruction ${name}`);
  const immediates = info.immediates.map((kind, i) => readImmediate(kind, i, line, scope));
  if (!line.atEnd) line.fail('B3004', `${name} takes ${info.immediates.length} immediates`);
  writer.emit(name, ...immediates);
}

const LABELS: Readonly<Partial<Record<Immediate, LabelKind>>> = {
  type: 'type',
  proc: 'proc',
  global: 'global',
  exception: 'exception',
  text: 'text',
};

function readImmediate(kind: Immediate, position: number, line: LineReader, scope: Scope): ImmediateValue {
  if (line.atEnd) line.back().fail('B3004', `its ${kind} immediate is missing`);
  const label = LABELS[kind];
  if (label !== undefined) return scope.use(label, line);
  switch (kind) {
    case 'local':
      // The second immediate of `up.*` is a local of another procedure, whose labels are not known here.
      return position === 0 ? scope.use('local', line) : line.natural('the number of a local');
    case 'int': {
      const value = line.bigint('an integer');
      return BigInt.asIntN(64, value) === value ? value : line.back().fail('B3004', 'the integer does not fit 64 bits');
    }
    case 'f32': {
      const value = line.number('a number');
      return Object.is(Math.fround(value), value) ? value : line.back().fail('B3004', 'the number is none of 32 bits');
    }
    case 'f64':
      return line.number('a number');
    case 'block': {
      const word = line.word('void or bool');
      if (word !== 'void' && word !== 'bool') line.back().fail('B3004', 'void or bool is wanted here');
      return word === 'bool' ? BLOCK_BOOL : BLOCK_VOID;
    }
    case 'fault': {
      const fault = FAULTS.indexOf(line.word('a run-time error') as Fault);
      return fault >= 0 ? fault : line.back().fail('B3004', 'there is no such run-time error');
    }
    case 'labels': {
      const labels: number[] = [];
      line.expect('[');
      while (!line.accept(']')) labels.push(line.natural('a label'));
      return labels.length > 0 ? labels : line.back().fail('B3004', 'the default label is missing');
    }
    default:
      return line.natural(`a ${kind}`);
  }
}
