/** Type tables for tests: files with nothing in them but types, and linkers that know what they are told. */
import type { ExportedInterface, ImportedInterface, Revelation } from '../../../src/bytecode/module.ts';
import { BUILTIN_TYPES, type TypeDef, type TypeIndex } from '../../../src/bytecode/types.ts';
import type { FileTypes, TypeEnv } from '../../../src/kernel/types/registry.ts';

/** Index of the file's own type `i`. */
export const own = (i: number): TypeIndex => BUILTIN_TYPES.length + i;

export interface FileOptions {
  readonly texts?: readonly string[];
  /** Interfaces that the file exports, with the revelations made in them. */
  readonly exports?: Readonly<Record<string, readonly Revelation[]>>;
  readonly imports?: Readonly<Record<string, readonly Revelation[]>>;
}

export function file(types: readonly TypeDef[], options: FileOptions = {}): FileTypes {
  return {
    types,
    texts: options.texts ?? [],
    units: [],
    interfaces: Object.entries(options.exports ?? {}).map(
      ([name, revelations]): ExportedInterface => ({
        name,
        fingerprint: '',
        procedures: [],
        globals: [],
        exceptions: [],
        types: [],
        revelations,
        source: '',
      }),
    ),
    imports: Object.entries(options.imports ?? {}).map(
      ([name, revelations]): ImportedInterface => ({
        name,
        fingerprint: '',
        procedures: [],
        globals: [],
        exceptions: [],
        opaques: [],
        revelations,
      }),
    ),
  };
}

/** Units are told apart by these numbers; slots and exceptions are the file's own indices plus an offset. */
export function env(units: Readonly<Record<string, number>> = {}, offset = 0): TypeEnv {
  return {
    unitIdentity: (kind, name) => {
      const identity = units[name] ?? units[`${kind} ${name}`];
      if (identity === undefined) throw new Error(`no ${kind} ${name}`);
      return identity;
    },
    slotOf: (proc) => proc + offset,
    exceptionId: (exception) => exception + offset,
  };
}
