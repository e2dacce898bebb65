/**
 * Extensions made by hand for tests of the kernel, a core small enough to read, and a machine without a host.
 */
import { CodeWriter } from '../../src/bytecode/code.ts';
import { encodeModule } from '../../src/bytecode/encode.ts';
import type { ExportedInterface, ImportedInterface, LocalDef, SpxModule, UnitDef } from '../../src/bytecode/module.ts';
import { FAULTS } from '../../src/bytecode/opcodes.ts';
import { BUILTIN_TYPES, type ProcedureTypeDef, T, type TypeDef, type TypeIndex } from '../../src/bytecode/types.ts';
import { boot } from '../../src/kernel/boot.ts';
import { initialise, loadDomain, type Outcome, resolveAll } from '../../src/kernel/control.ts';
import type { Domain } from '../../src/kernel/domain/domain.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import type { Machine } from '../../src/kernel/machine/machine.ts';
import { type NativeTable, plain } from '../../src/kernel/natives/native.ts';

type Mutable<A> = A extends readonly (infer E)[] ? E[] : never;

export function fingerprint(text: string): string {
  let hex = '';
  for (let i = 0; hex.length < 64; i++) {
    let h = i + 1;
    for (const c of text) h = (Math.imul(h, 31) + c.charCodeAt(0)) >>> 0;
    hex += h.toString(16).padStart(8, '0');
  }
  return hex;
}

/** Builds a module part by part. Imports come first, so that the index spaces do not move. */
export class ModuleMaker {
  readonly name: string;
  readonly types: TypeDef[] = [];
  readonly texts: string[] = [];
  readonly imports: ImportedInterface[] = [];
  readonly interfaces: ExportedInterface[] = [];
  readonly units: UnitDef[] = [];
  readonly globals: Mutable<SpxModule['globals']> = [];
  readonly exceptions: Mutable<SpxModule['exceptions']> = [];
  readonly procedures: Mutable<SpxModule['procedures']> = [];

  constructor(name: string) {
    this.name = name;
  }

  type(def: TypeDef): TypeIndex {
    this.types.push(def);
    return BUILTIN_TYPES.length + this.types.length - 1;
  }

  signature(params: TypeIndex[] = [], result?: TypeIndex, more: Partial<ProcedureTypeDef> = {}): TypeIndex {
    return this.type({
      kind: 'procedure',
      params: params.map((type) => ({ mode: 'value', type })),
      ...(result === undefined ? {} : { result }),
      raises: [],
      ephemeral: false,
      functional: false,
      ...more,
    });
  }

  text(text: string): number {
    this.texts.push(text);
    return this.texts.length - 1;
  }

  import(name: string, items: Partial<ImportedInterface> = {}): void {
    this.imports.push({
      name,
      fingerprint: fingerprint(name),
      procedures: [],
      globals: [],
      exceptions: [],
      opaques: [],
      revelations: [],
      ...items,
    });
  }

  get importedProcedures(): number {
    return this.imports.reduce((n, i) => n + i.procedures.length, 0);
  }

  get importedGlobals(): number {
    return this.imports.reduce((n, i) => n + i.globals.length, 0);
  }

  get importedExceptions(): number {
    return this.imports.reduce((n, i) => n + i.exceptions.length, 0);
  }

  unit(kind: UnitDef['kind'], name: string, more: Partial<UnitDef> = {}): number {
    this.units.push({ kind, name, exports: [], revelations: [], sourcePath: `${name}.m3`, ...more });
    return this.units.length - 1;
  }

  export(name: string, items: Partial<ExportedInterface> = {}): void {
    this.interfaces.push({
      name,
      fingerprint: fingerprint(name),
      procedures: [],
      globals: [],
      exceptions: [],
      types: [],
      revelations: [],
      source: '',
      ...items,
    });
  }

  /** An own procedure; its index in the procedure space. */
  procedure(
    name: string,
    unit: number,
    type: TypeIndex,
    code: (w: CodeWriter) => void,
    locals: LocalDef[] = [],
  ): number {
    const def = this.types[type - BUILTIN_TYPES.length] as ProcedureTypeDef;
    const params = def.params.map((p, i): LocalDef => {
      const kind = p.mode === 'value' ? 'value' : p.mode === 'var' ? 'address' : 'readonly';
      return { kind, type: p.type, captured: false, name: `p${i}` };
    });
    const w = new CodeWriter();
    code(w);
    w.emit('end');
    this.procedures.push({
      name,
      unit,
      type,
      native: false,
      locals: [...params, ...locals],
      code: w.finish(),
      lines: w.lines,
    });
    return this.importedProcedures + this.procedures.length - 1;
  }

  native(name: string, unit: number, type: TypeIndex): number {
    const index = this.procedure(name, unit, type, () => {});
    const last = this.procedures.pop()!;
    this.procedures.push({ ...last, native: true, code: new Uint8Array(0), lines: [] });
    return index;
  }

  global(name: string, unit: number, type: TypeIndex): number {
    this.globals.push({ name, unit, type });
    return this.importedGlobals + this.globals.length - 1;
  }

  exception(name: string, unit: number, argument?: TypeIndex, implicit = false): number {
    this.exceptions.push({ name, unit, implicit, ...(argument === undefined ? {} : { argument }) });
    return this.importedExceptions + this.exceptions.length - 1;
  }

  /** Unit bodies are set last: their procedures know the units. */
  body(unit: number, proc: number): void {
    this.units[unit] = { ...this.units[unit]!, body: proc };
  }

  module(): SpxModule {
    const { name, types, texts, imports, interfaces, units, globals, exceptions, procedures } = this;
    return { name, types, texts, imports, interfaces, units, globals, exceptions, procedures };
  }

  bytes(): Uint8Array {
    return encodeModule(this.module());
  }
}

export function scalarLocal(type: TypeIndex, name: string): LocalDef {
  return { kind: 'value', type, captured: false, name };
}

/** What programs of a test have said by `Log.Int` and `Log.Text`. */
export type Said = (number | string)[];

/** SpinException, Log, and Control (Sleep, Yield). */
export function miniCore(): Uint8Array {
  const m = new ModuleMaker('core');
  const code = m.type({ kind: 'enum', names: [...FAULTS] });
  const info = m.type({
    kind: 'record',
    fields: [
      { name: 'code', type: code },
      { name: 'msg', type: T.TEXT },
    ],
  });
  const spin = m.unit('interface', 'SpinException');
  const exception = m.exception('Exception', spin, info, true);
  m.export('SpinException', {
    exceptions: [{ name: 'Exception', exception }],
    types: [
      { name: 'ExceptionCode', type: code },
      { name: 'ExceptionInfo', type: info },
    ],
  });
  const log = m.unit('interface', 'Log');
  const takesInt = m.signature([T.INTEGER]);
  const takesText = m.signature([T.TEXT]);
  const int = m.native('Int', log, takesInt);
  const text = m.native('Text', log, takesText);
  m.export('Log', {
    procedures: [
      { name: 'Int', proc: int },
      { name: 'Text', proc: text },
    ],
  });
  return m.bytes();
}

export interface TestMachine extends Machine {
  readonly errors: string[];
}

export function testMachine(): TestMachine {
  const errors: string[] = [];
  const started = performance.now();
  return {
    errors,
    console: {
      write: (_, bytes) => void errors.push(new TextDecoder().decode(bytes)),
      flush: () => {},
      read: () => new Uint8Array(0),
      ready: () => true,
    },
    parameters: ['test'],
    environment: new Map(),
    elapsed: () => performance.now() - started,
    poweredOn: 0n,
    turn: () => Promise.resolve(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

export interface TestKernel {
  readonly kernel: Kernel;
  readonly machine: TestMachine;
  readonly said: Said;
  /** Loads, links against the core and what was loaded before, and initialises. */
  start(maker: ModuleMaker): Promise<{ domain: Domain; outcome: Outcome }>;
}

export function bootTest(natives: NativeTable = {}): TestKernel {
  const said: Said = [];
  const machine = testMachine();
  const kernel = boot(machine, miniCore(), {
    natives: {
      'Log.Int': plain((_, n) => void said.push(Number(n))),
      'Log.Text': plain((k, t) => void said.push(t === 0 ? 'NIL' : k.access.readText(t))),
      ...natives,
    },
  });
  const loaded: Domain[] = [kernel.publicDomain];
  return {
    kernel,
    machine,
    said,
    start: async (maker) => {
      const domain = loadDomain(kernel, maker.name, maker.bytes());
      await resolveAll(kernel, domain, loaded);
      loaded.push(domain);
      return { domain, outcome: await initialise(kernel, domain) };
    },
  };
}

/** Imports `Log`, which gets the procedures 0 (Int) and 1 (Text). */
export function importLog(m: ModuleMaker): void {
  m.import('Log', {
    procedures: [
      { name: 'Int', type: m.signature([T.INTEGER]) },
      { name: 'Text', type: m.signature([T.TEXT]) },
    ],
  });
}
