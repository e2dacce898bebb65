/** Writes a module as the bytes of a `.spx` file. A module that cannot be written is a mistake of the producer, and throws. */
import { type Codec, newSink, StringPool } from './format/codec.ts';
import { crc32 } from './format/crc32.ts';
import { DEBUG_SECTION, debugCodec, MAGIC, SECTIONS, STRINGS_SECTION, VERSION } from './format/schema.ts';
import { ByteWriter } from './leb.ts';
import type { SpxModule } from './module.ts';

export interface EncodeOptions {
  /** Leave out line tables and names of locals. */
  readonly strip?: boolean;
}

export function encodeModule(m: SpxModule, options: EncodeOptions = {}): Uint8Array {
  const pool = new StringPool();
  const body = new ByteWriter();
  const section = <V>(id: number, codec: Codec<V>, value: V) => {
    const sink = newSink(pool);
    codec.write(sink, value);
    addSection(body, id, sink.out.finish());
  };
  section(SECTIONS.module.id, SECTIONS.module.codec, m);
  section(SECTIONS.texts.id, SECTIONS.texts.codec, m.texts);
  section(SECTIONS.types.id, SECTIONS.types.codec, m.types);
  section(SECTIONS.imports.id, SECTIONS.imports.codec, m.imports);
  section(SECTIONS.interfaces.id, SECTIONS.interfaces.codec, m.interfaces);
  section(SECTIONS.units.id, SECTIONS.units.codec, m.units);
  section(SECTIONS.globals.id, SECTIONS.globals.codec, m.globals);
  section(SECTIONS.exceptions.id, SECTIONS.exceptions.codec, m.exceptions);
  section(SECTIONS.procedures.id, SECTIONS.procedures.codec, m.procedures);
  const debug = m.procedures.map((p) => ({ locals: p.locals.map((l) => l.name), lines: p.lines }));
  if (!options.strip && debug.some((d) => d.lines.length > 0 || d.locals.some((name) => name !== ''))) {
    section(DEBUG_SECTION, debugCodec, debug);
  }

  const content = new ByteWriter();
  addSection(content, STRINGS_SECTION, encodeStrings(pool.strings));
  content.bytes(body.finish());
  const contentBytes = content.finish();

  const file = new ByteWriter();
  file.bytes(MAGIC);
  file.word32(VERSION);
  file.word32(crc32(contentBytes));
  file.word32(contentBytes.length);
  file.bytes(contentBytes);
  return file.finish();
}

function addSection(to: ByteWriter, id: number, content: Uint8Array): void {
  to.byte(id);
  to.unsigned(content.length);
  to.bytes(content);
}

function encodeStrings(strings: readonly string[]): Uint8Array {
  const out = new ByteWriter();
  const utf8 = new TextEncoder();
  out.unsigned(strings.length);
  for (const text of strings) {
    const encoded = utf8.encode(text);
    out.unsigned(encoded.length);
    out.bytes(encoded);
  }
  return out.finish();
}
