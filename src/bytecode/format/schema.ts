/**
 * What the sections of a `.spx` file hold. The descriptions here write the file, read it, and stand in `docs/bytecode.md`.
 */
import type { LineMark } from '../code.ts';
import { Malformed } from '../leb.ts';
import type {
  ExceptionDef,
  ExportedInterface,
  GlobalDef,
  ImportedException,
  ImportedInterface,
  LocalDef,
  ProcedureDef,
  Revelation,
  UnitDef,
} from '../module.ts';
import type { BrandDef, ConstDef, FieldDef, MethodDef, OverrideDef, ParamDef, TypeDef } from '../types.ts';
import {
  bytes,
  type Codec,
  choice,
  flag,
  float,
  index,
  list,
  nested,
  optional,
  optionalIndex,
  signed,
  string,
  struct,
  tagged,
  word,
} from './codec.ts';

export const MAGIC = Uint8Array.of(0x00, 0x53, 0x50, 0x58);
export const VERSION = 4;
/** Magic, version, checksum, length of the sections. */
export const HEADER_LENGTH = 16;

const brand = struct<BrandDef>({ unitKind: choice(['interface', 'module']), unit: string, text: string });

export const constant: Codec<ConstDef> & { readonly cases: readonly { kind: string; layout: string }[] } =
  tagged<ConstDef>({
    int: struct({ value: signed }),
    real: struct({ value: float }),
    text: struct({ text: index }),
    nil: struct({}),
    proc: struct({ proc: index }),
    set: struct({ words: list(word) }),
    aggregate: struct({ parts: list(nested(() => constant, 'constant')) }),
  });
const field = struct<FieldDef>({ name: string, type: index, default: optional({ ...constant, layout: 'constant' }) });
const method = struct<MethodDef>({ name: string, signature: index, default: optionalIndex });
const override = struct<OverrideDef>({ name: string, proc: optionalIndex });
const parameter = struct<ParamDef>({ mode: choice(['value', 'var', 'readonly']), type: index });

/** RAISES ANY is 0, a list of n exceptions is n + 1 and the list. */
const raises: Codec<readonly number[] | 'any'> = {
  write: (to, value) => optional(list(index)).write(to, value === 'any' ? undefined : value),
  read: (from) => optional(list(index)).read(from) ?? 'any',
  layout: 'flag ({ u32 }*)',
};

export const type = tagged<TypeDef>({
  enum: struct({ names: list(string) }),
  subrange: struct({ base: index, lo: signed, hi: signed }),
  set: struct({ element: index }),
  record: struct({ fields: list(field) }),
  array: struct({ index: index, element: index }),
  openarray: struct({ element: index }),
  packed: struct({ bits: index, base: index }),
  ref: struct({ target: index, brand: optional(brand) }),
  object: struct({
    super: index,
    brand: optional(brand),
    fields: list(field),
    methods: list(method),
    overrides: list(override),
  }),
  opaque: struct({ unit: string, name: string, super: index }),
  procedure: struct({
    params: list(parameter),
    result: optionalIndex,
    raises,
    ephemeral: flag,
    functional: flag,
  }),
});

const revelation = struct<Revelation>({ opaque: index, type: index, full: flag });
const importedException = struct<ImportedException>({ name: string, argument: optionalIndex, implicit: flag });
const typedItem = struct<{ readonly name: string; readonly type: number }>({ name: string, type: index });

const importedInterface = struct<ImportedInterface>({
  name: string,
  fingerprint: string,
  procedures: list(typedItem),
  globals: list(typedItem),
  exceptions: list(importedException),
  opaques: list(index),
  revelations: list(revelation),
});

const exportedInterface = struct<ExportedInterface>({
  name: string,
  fingerprint: string,
  procedures: list(struct<{ readonly name: string; readonly proc: number }>({ name: string, proc: index })),
  globals: list(struct<{ readonly name: string; readonly global: number }>({ name: string, global: index })),
  exceptions: list(struct<{ readonly name: string; readonly exception: number }>({ name: string, exception: index })),
  types: list(typedItem),
  revelations: list(revelation),
  source: string,
});

const unit = struct<UnitDef>({
  kind: choice(['interface', 'module']),
  name: string,
  exports: list(string),
  body: optionalIndex,
  revelations: list(revelation),
  sourcePath: string,
});

const global = struct<GlobalDef>({ name: string, unit: index, type: index });
const exception = struct<ExceptionDef>({ name: string, unit: index, argument: optionalIndex, implicit: flag });

export type StoredLocal = Omit<LocalDef, 'name'>;
export type StoredProcedure = Omit<ProcedureDef, 'locals' | 'lines'> & { readonly locals: readonly StoredLocal[] };

const localKind = choice(['value', 'memory', 'address', 'readonly', 'exception']);
/** Read by hand, as line marks are: there are many of them, and this way the engine knows the form of what it makes. */
const local: Codec<StoredLocal> = {
  ...struct<StoredLocal>({ kind: localKind, type: index, captured: flag }),
  read: (from) => ({ kind: localKind.read(from), type: from.input.unsigned(), captured: flag.read(from) }),
};
const procedure = struct<StoredProcedure>({
  name: string,
  unit: index,
  type: index,
  event: optionalIndex,
  parent: optionalIndex,
  native: flag,
  locals: list(local),
  code: bytes,
});

/** What can be stripped of one procedure. */
export interface ProcedureDebug {
  readonly locals: readonly string[];
  readonly lines: readonly LineMark[];
}
const lineMark: Codec<LineMark> = {
  ...struct<LineMark>({ offset: index, line: index, column: index }),
  read: ({ input }) => ({ offset: input.unsigned(), line: input.unsigned(), column: input.unsigned() }),
};
const procedureDebug = struct<ProcedureDebug>({ locals: list(string), lines: list(lineMark) });

/** A text constant in UTF-8. */
const text: Codec<string> = {
  write: (to, value) => {
    if (!value.isWellFormed())
      throw new RangeError(`a text with lone surrogates cannot be written: ${JSON.stringify(value)}`);
    bytes.write(to, new TextEncoder().encode(value));
  },
  read: ({ input }) => {
    const at = input.position;
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(input.bytes(input.unsigned()));
    } catch (error) {
      if (error instanceof Malformed) throw error;
      throw new Malformed('B1105', 'a text is not UTF-8', at);
    }
  },
  layout: 'bytes',
};

/** The sections with contents of a module, in order; the string pool (id 1) comes before them. */
export const SECTIONS = {
  module: { id: 2, codec: struct<{ readonly name: string }>({ name: string }) },
  texts: { id: 3, codec: list(text) },
  types: { id: 4, codec: list({ ...type, layout: 'type' }) },
  imports: { id: 5, codec: list(importedInterface) },
  interfaces: { id: 6, codec: list(exportedInterface) },
  units: { id: 7, codec: list(unit) },
  globals: { id: 8, codec: list(global) },
  exceptions: { id: 9, codec: list(exception) },
  procedures: { id: 10, codec: list(procedure) },
} as const;

export const STRINGS_SECTION = 1;
/** Optional. One entry per own procedure. */
export const DEBUG_SECTION = 11;
export const debugCodec = list(procedureDebug);
/** Optional, any number of them, last: a string, then bytes that readers skip. */
export const CUSTOM_SECTION = 127;

export function sectionName(id: number): string {
  if (id === STRINGS_SECTION) return 'strings';
  if (id === DEBUG_SECTION) return 'debug';
  if (id === CUSTOM_SECTION) return 'custom';
  return Object.entries(SECTIONS).find(([, section]) => section.id === id)?.[0] ?? `section ${id}`;
}
