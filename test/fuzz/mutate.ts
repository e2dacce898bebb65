/**
 * Mutations of a good extension: of its file, of the parts of its module, of its code byte by byte and instruction by instruction.
 */
import { CodeWriter, instructions } from '../../src/bytecode/code.ts';
import { decodeModule } from '../../src/bytecode/decode.ts';
import { encodeModule } from '../../src/bytecode/encode.ts';
import { crc32 } from '../../src/bytecode/format/crc32.ts';
import { HEADER_LENGTH } from '../../src/bytecode/format/schema.ts';
import type { ImmediateValue } from '../../src/bytecode/instruction.ts';
import type { SpxModule } from '../../src/bytecode/module.ts';
import { FAULTS, type Immediate, OPCODES } from '../../src/bytecode/opcodes.ts';
import { spacesOf } from '../../src/bytecode/spaces.ts';
import type { Random } from './random.ts';

/** A mutant, or the code of the decoder's refusal, or nothing when no file could say what was wanted. */
export type Mutant = { readonly module: SpxModule } | { readonly refused: string } | undefined;

export function mutant(good: SpxModule, random: Random): Mutant {
  const kind = random(10);
  if (kind === 0) return decoded(mutateFile(encodeModule(good), random));
  const module = structuredClone(good);
  for (let n = 1 + random(3); n > 0; n--) {
    if (kind < 4) mutateSpot(spotsOf(module), random);
    else if (kind < 6) mutateSpot(codeSpots(module), random);
    else mutateInstructions(module, random);
  }
  let bytes: Uint8Array;
  try {
    bytes = encodeModule(module);
  } catch {
    return undefined;
  }
  return decoded(bytes);
}

function decoded(bytes: Uint8Array): Mutant {
  const result = decodeModule(bytes);
  return 'error' in result ? { refused: result.error.code } : { module: result.module };
}

/** The checksum is no secret: half of the mutants have it right. */
function mutateFile(file: Uint8Array, random: Random): Uint8Array {
  let bytes = Uint8Array.from(file);
  for (let n = 1 + random(3); n > 0; n--) {
    const at = random(bytes.length);
    switch (random(4)) {
      case 0:
        bytes = bytes.slice(0, at);
        break;
      case 1:
        bytes = Uint8Array.from([...bytes.subarray(0, at), random(256), ...bytes.subarray(at)]);
        break;
      default:
        bytes[at] = random(256);
    }
    if (bytes.length === 0) break;
  }
  return random(2) === 0 ? withChecksum(bytes) : bytes;
}

/** Gives a file the checksum and the length of its contents, as `docs/bytecode.md` has them. */
function withChecksum(bytes: Uint8Array): Uint8Array {
  if (bytes.length > HEADER_LENGTH) {
    const header = new DataView(bytes.buffer);
    header.setUint32(HEADER_LENGTH - 8, crc32(bytes.subarray(HEADER_LENGTH)), true);
    header.setUint32(HEADER_LENGTH - 4, bytes.length - HEADER_LENGTH, true);
  }
  return bytes;
}

type Holder = Record<string | number, unknown>;
interface Spot {
  readonly holder: Holder;
  readonly key: string | number;
}

/** Every place in the module that holds a number, a flag, a name, an array or bytes. */
function spotsOf(value: unknown, spots: Spot[] = []): Spot[] {
  if (value instanceof Uint8Array || value === null || typeof value !== 'object') return spots;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'source' || name === 'sourcePath' || name === 'lines') continue;
    const key = Array.isArray(value) ? Number(name) : name;
    spots.push({ holder: value as Holder, key });
    spotsOf(inner, spots);
  }
  return spots;
}

function codeSpots(m: SpxModule): Spot[] {
  return m.procedures.map((p) => ({ holder: p as unknown as Holder, key: 'code' }));
}

function mutateSpot(spots: readonly Spot[], random: Random): void {
  if (spots.length === 0) return;
  const { holder, key } = spots[random(spots.length)]!;
  const value = holder[key];
  if (value instanceof Uint8Array) {
    if (value.length > 0) value[random(value.length)] = random(3) === 0 ? random(256) : random(40);
  } else if (typeof value === 'number') holder[key] = random(3) === 0 ? random(60) : value + (random(2) ? 1 : -1);
  else if (typeof value === 'bigint') holder[key] = value + BigInt(random(20) - 10);
  else if (typeof value === 'boolean') holder[key] = !value;
  else if (typeof value === 'string') {
    const other = spots[random(spots.length)]!;
    const name = other.holder[other.key];
    holder[key] = typeof name === 'string' ? name : `${value}x`;
  } else if (Array.isArray(value) && value.length > 0) {
    const at = random(value.length);
    switch (random(3)) {
      case 0:
        value.splice(at, 1);
        break;
      case 1:
        value.splice(at, 0, structuredClone(value[random(value.length)]));
        break;
      default: {
        const other = random(value.length);
        [value[at], value[other]] = [value[other], value[at]];
      }
    }
  }
}

type Line = readonly [name: string, ...immediates: ImmediateValue[]];

function mutateInstructions(m: SpxModule, random: Random): void {
  const withCode = m.procedures.filter((p) => p.code.length > 0);
  if (withCode.length === 0) return;
  const procedure = withCode[random(withCode.length)]!;
  const lines = [...instructions(procedure.code)].map((i): Line => [OPCODES[i.op]!.name, ...i.immediates]);
  const here = random(lines.length + 1);
  switch (random(6)) {
    case 0:
      lines.splice(here, 1 + random(2));
      break;
    case 1:
      lines.splice(here, 0, ...lines.slice(random(lines.length), random(lines.length) + 4));
      break;
    case 2: {
      const [a, b] = [random(lines.length), random(lines.length)];
      [lines[a], lines[b]] = [lines[b]!, lines[a]!];
      break;
    }
    case 3: {
      const openers: Line[] = [['block', 0], ['loop', 0], ['if', 0], ['try']];
      lines.splice(here, 0, openers[random(openers.length)]!);
      lines.splice(here + 1 + random(lines.length - here), 0, ['end']);
      break;
    }
    case 4:
      lines.splice(here, 0, anyInstruction(m, random));
      break;
    default:
      // Another operand for the same operation: another field, type, procedure, variable.
      if (here < lines.length) {
        const [name] = lines[here]!;
        const kinds = OPCODES.find((o) => o.name === name)!.immediates;
        lines[here] = [name, ...kinds.map((k) => anyImmediate(k, m, random))];
      }
  }
  const writer = new CodeWriter();
  try {
    for (const line of lines) writer.emit(...line);
  } catch {
    return;
  }
  (procedure as { code: Uint8Array }).code = writer.finish();
}

function anyInstruction(m: SpxModule, random: Random): Line {
  const { name, immediates } = OPCODES[random(OPCODES.length)]!;
  return [name, ...immediates.map((kind) => anyImmediate(kind, m, random))];
}

/** Mostly one that means something. */
function anyImmediate(kind: Immediate, m: SpxModule, random: Random): ImmediateValue {
  const spaces = spacesOf(m);
  const upTo = (count: number): number => (random(20) === 0 ? random(70_000) : random(Math.max(1, count)));
  switch (kind) {
    case 'int':
      return random(4) === 0
        ? BigInt.asIntN(64, BigInt(random(2 ** 30)) << BigInt(random(40)))
        : BigInt(random(20) - 6);
    case 'f32':
    case 'f64':
      return [0, -0, 1.5, Number.POSITIVE_INFINITY, Number.NaN, -1e300][random(6)]!;
    case 'block':
      return random(2);
    case 'fault':
      return random(FAULTS.length);
    case 'labels':
      return Array.from({ length: 1 + random(4) }, () => random(4));
    case 'label':
      return upTo(4);
    case 'type':
      return upTo(spaces.types.length);
    case 'proc':
      return upTo(spaces.procedures.length);
    case 'global':
      return upTo(spaces.globals.length);
    case 'exception':
      return upTo(spaces.exceptions.length);
    case 'text':
      return upTo(m.texts.length);
    default:
      return upTo(8);
  }
}
