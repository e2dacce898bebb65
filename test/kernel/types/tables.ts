/** Type tables for tests: files with nothing in them but types, and linkers that know what they are told. */
import type { ExportedInterface, ImportedInterface, Revelation, SpxModule } from '../../../src/bytecode/module.ts';
import { BUILTIN_TYPES, type ParamDef, type TypeDef, type TypeIndex } from '../../../src/bytecode/types.ts';
import type { TypeEnv } from '../../../src/kernel/types/registry.ts';

/** Index of the file's own type `i`. */
export const own = (i: number): TypeIndex => BUILTIN_TYPES.length + i;

export interface FileOptions {
  readonly texts?: readonly string[];
  /** Interfaces that the file exports, with the revelations made in them. */
  readonly exports?: Readonly<Record<string, readonly Revelation[]>>;
  readonly imports?: Readonly<Record<string, readonly Revelation[]>>;
  /** Types of procedures without bodies, in a module M: enough to be defaults and overrides. */
  readonly procedures?: readonly TypeIndex[];
}

export function file(types: readonly TypeDef[], options: FileOptions = {}): SpxModule {
  return {
    name: 'test',
    types,
    texts: options.texts ?? [],
    units: [
      { kind: 'module', name: 'M', exports: Object.keys(options.exports ?? {}), revelations: [], sourcePath: 'M.m3' },
    ],
    globals: [],
    exceptions: [],
    procedures: (options.procedures ?? []).map((type, i) => ({
      name: `P${i}`,
      unit: 0,
      type,
      native: false,
      locals: paramsOf(types[type - BUILTIN_TYPES.length]).map((p) => ({
        kind: 'value',
        type: p.type,
        captured: false,
        name: '',
      })),
      code: new Uint8Array(),
      lines: [],
    })),
    interfaces: Object.entries(options.exports ?? {}).map(
      ([name, revelations]): ExportedInterface => ({
        name,
        fingerprint: '0'.repeat(64),
        procedures: [],
        globals: [],
        exceptions: [],
        types: types.flatMap((t, i) =>
          t.kind === 'opaque' && t.unit === name ? [{ name: t.name, type: own(i) }] : [],
        ),
        revelations,
        source: '',
      }),
    ),
    imports: Object.entries(options.imports ?? {}).map(
      ([name, revelations]): ImportedInterface => ({
        name,
        fingerprint: '0'.repeat(64),
        procedures: [],
        globals: [],
        exceptions: [],
        opaques: types.flatMap((t, i) => (t.kind === 'opaque' && t.unit === name ? [own(i)] : [])),
        revelations,
      }),
    ),
  };
}

function paramsOf(def: TypeDef | undefined): readonly ParamDef[] {
  return def?.kind === 'procedure' ? def.params : [];
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
