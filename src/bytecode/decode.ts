/**
 * Reads the bytes of a `.spx` file, which are taken to be hostile: the result is a module or an error, time and memory are linear in the
 * size of the file, and nothing is thrown. A decoded module has its shape and its indices right; whether it may run is `verify/`'s to say.
 */
import type { LineMark } from './code.ts';
import { type BytecodeError, bytecodeError } from './errors.ts';
import type { Codec, Source } from './format/codec.ts';
import { crc32 } from './format/crc32.ts';
import {
  CUSTOM_SECTION,
  DEBUG_SECTION,
  debugCodec,
  HEADER_LENGTH,
  MAGIC,
  type ProcedureDebug,
  SECTIONS,
  STRINGS_SECTION,
  type StoredProcedure,
  sectionName,
  VERSION,
} from './format/schema.ts';
import { checkIndices } from './indices.ts';
import { ByteReader, Malformed } from './leb.ts';
import { LIMITS } from './limits.ts';
import type { LocalDef, ProcedureDef, SpxModule } from './module.ts';

export type Decoded = { readonly module: SpxModule } | { readonly error: BytecodeError };

/** A section of a file: its bytes are `start` to `end`. */
export interface SectionExtent {
  readonly id: number;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export function decodeModule(file: Uint8Array): Decoded {
  let section = 'header';
  // Parts of a plain array are made faster than those of Node's buffers.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.length);
  try {
    const sections = readSections(bytes);
    let strings: readonly string[] = [];
    const read = <V>(id: number, codec: Codec<V>): V => {
      section = sectionName(id);
      return readSection(bytes, mustFind(sections, id, bytes.length), strings, codec);
    };
    strings = read(STRINGS_SECTION, stringsCodec);
    const { name } = read(SECTIONS.module.id, SECTIONS.module.codec);
    const texts = read(SECTIONS.texts.id, SECTIONS.texts.codec);
    const types = read(SECTIONS.types.id, SECTIONS.types.codec);
    const imports = read(SECTIONS.imports.id, SECTIONS.imports.codec);
    const interfaces = read(SECTIONS.interfaces.id, SECTIONS.interfaces.codec);
    const units = read(SECTIONS.units.id, SECTIONS.units.codec);
    const globals = read(SECTIONS.globals.id, SECTIONS.globals.codec);
    const exceptions = read(SECTIONS.exceptions.id, SECTIONS.exceptions.codec);
    const stored = read(SECTIONS.procedures.id, SECTIONS.procedures.codec);
    const debug = sections.some((s) => s.id === DEBUG_SECTION) ? read(DEBUG_SECTION, debugCodec) : undefined;
    section = 'debug';
    const procedures = joinDebug(stored, debug);
    const module: SpxModule = { name, types, texts, imports, interfaces, units, globals, exceptions, procedures };
    const error = checkIndices(module);
    return error ? { error } : { module };
  } catch (failure) {
    if (failure instanceof Malformed)
      return { error: bytecodeError(failure.code, failure.message, { section, offset: failure.offset }) };
    throw failure;
  }
}

/** The checksum that a file says it has; 0 for what is no file. `decodeModule` compares it with the content. */
export function checksumOf(bytes: Uint8Array): number {
  return bytes.length < HEADER_LENGTH ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
}

/** The header and the extents of all sections. Throws `Malformed`. */
export function readSections(bytes: Uint8Array): readonly SectionExtent[] {
  if (bytes.length > LIMITS.file)
    throw new Malformed('B1007', `the file has ${bytes.length} bytes, at most ${LIMITS.file} are read`, 0);
  const input = new ByteReader(bytes);
  if (bytes.length < MAGIC.length || MAGIC.some((byte, i) => bytes[i] !== byte))
    throw new Malformed('B1001', 'this is no .spx file', 0);
  input.bytes(MAGIC.length);
  const version = input.word32();
  if (version !== VERSION)
    throw new Malformed('B1003', `the file has version ${version}, this reader knows version ${VERSION}`, MAGIC.length);
  const checksum = input.word32();
  const length = input.word32();
  if (length > input.remaining)
    throw new Malformed(
      'B1002',
      `the file is cut off: ${length} bytes promised, ${input.remaining} there`,
      input.position,
    );
  if (length < input.remaining)
    throw new Malformed('B1005', `${input.remaining - length} bytes follow the last section`, HEADER_LENGTH + length);
  if (crc32(bytes.subarray(HEADER_LENGTH)) !== checksum)
    throw new Malformed('B1004', 'the file is damaged: its checksum does not fit', 8);
  const sections: SectionExtent[] = [];
  while (input.remaining > 0) {
    const at = input.position;
    const id = input.byte();
    const size = input.unsigned();
    const last = sections.at(-1)?.id ?? 0;
    const known = (id >= STRINGS_SECTION && id <= DEBUG_SECTION) || id === CUSTOM_SECTION;
    if (!known) throw new Malformed('B1005', `there is an unknown section ${id}`, at);
    if (id < last || (id === last && id !== CUSTOM_SECTION)) {
      throw new Malformed('B1005', `section ${sectionName(id)} follows section ${sectionName(last)}`, at);
    }
    const start = input.position;
    input.bytes(size);
    sections.push({ id, name: sectionName(id), start, end: input.position });
  }
  return sections;
}

function mustFind(sections: readonly SectionExtent[], id: number, end: number): SectionExtent {
  const found = sections.find((s) => s.id === id);
  if (!found) throw new Malformed('B1005', `section ${sectionName(id)} is missing`, end);
  return found;
}

function readSection<V>(
  bytes: Uint8Array,
  { start, end }: SectionExtent,
  strings: readonly string[],
  codec: Codec<V>,
): V {
  const source: Source = { input: new ByteReader(bytes, start, end), strings, depth: 0 };
  const value = codec.read(source);
  if (source.input.remaining > 0)
    throw new Malformed('B1006', `${source.input.remaining} bytes are left over`, source.input.position);
  return value;
}

const stringsCodec: Codec<readonly string[]> = {
  write: () => {
    throw new Error('written by encode.ts');
  },
  read: ({ input }) => {
    const at = input.position;
    const count = input.unsigned();
    if (count > input.remaining) throw new Malformed('B1103', `${count} strings in ${input.remaining} bytes`, at);
    const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const strings: string[] = [];
    for (let i = 0; i < count; i++) {
      const encoded = input.bytes(input.unsigned());
      try {
        strings.push(utf8.decode(encoded));
      } catch {
        throw new Malformed('B1105', `string ${i} is not UTF-8`, input.position - encoded.length);
      }
    }
    return strings;
  },
  layout: '{ bytes }*',
};

/** Adds to the procedures as they are stored what the debug section says of them. */
function joinDebug(stored: readonly StoredProcedure[], debug: readonly ProcedureDebug[] | undefined): ProcedureDef[] {
  if (debug && debug.length !== stored.length)
    throw new Malformed('B1103', `debug entries for ${debug.length} of ${stored.length} procedures`, 0);
  return stored.map((p, i) => {
    const names = debug?.[i]?.locals;
    if (names && names.length !== p.locals.length)
      throw new Malformed('B1103', `debug names for ${names.length} of ${p.locals.length} locals`, 0);
    const locals = p.locals.map(
      ({ kind, type, captured }, k): LocalDef => ({ kind, type, captured, name: names?.[k] ?? '' }),
    );
    return Object.assign(p, { locals, lines: debug?.[i]?.lines ?? NO_LINES });
  });
}

const NO_LINES: readonly LineMark[] = [];
