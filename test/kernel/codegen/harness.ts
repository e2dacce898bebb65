/**
 * Runs hand-built modules: a minimal linker over the real registry, layouts, heap and code generator. Slots, exception numbers and globals are
 * handed out in order; every call goes straight into WebAssembly, without strands.
 */
import { CodeWriter } from '../../../src/bytecode/code.ts';
import type { ImmediateValue } from '../../../src/bytecode/instruction.ts';
import type { LocalDef, ProcedureDef, SpxModule } from '../../../src/bytecode/module.ts';
import { FAULTS } from '../../../src/bytecode/opcodes.ts';
import { BUILTIN_TYPES, type TypeDef, type TypeIndex } from '../../../src/bytecode/types.ts';
import { verifyModule } from '../../../src/bytecode/verify/verify.ts';
import { type Generated, generate } from '../../../src/kernel/codegen/generate.ts';
import type { KernelImports, LinkedModule } from '../../../src/kernel/codegen/link.ts';
import { register } from '../../../src/kernel/codegen/registers.ts';
import { watchedAccesses } from '../../../src/kernel/codegen/watch.ts';
import { HeapAccess } from '../../../src/kernel/heap/access.ts';
import { Heap, type HeapOptions } from '../../../src/kernel/heap/heap.ts';
import { TEXT_BYTES, TEXT_LENGTH } from '../../../src/kernel/heap/layout.ts';
import { CELL_SIZES } from '../../../src/kernel/heap/size-classes.ts';
import { RUN_SIZE, RUNS } from '../../../src/kernel/heap/state.ts';
import { Layouts } from '../../../src/kernel/types/layout.ts';
import { TypeRegistry } from '../../../src/kernel/types/registry.ts';

export type Code = readonly (readonly [string, ...ImmediateValue[]])[];

/** WHILE local0 # 0 DO body END */
export const whileNotZero = (...body: Code): Code => [
  ['block', 0],
  ['loop', 0],
  ['local.get', 0],
  ['int.const', 0n],
  ['int.eq'],
  ['br_if', 1],
  ...body,
  ['local.get', 0],
  ['int.const', 1n],
  ['int.sub'],
  ['local.set', 0],
  ['br', 0],
  ['end'],
  ['end'],
];

export interface ProcedureSpec {
  readonly name: string;
  readonly params?: readonly { readonly mode: 'value' | 'var' | 'readonly'; readonly type: TypeIndex }[];
  readonly result?: TypeIndex;
  readonly raises?: readonly number[] | 'any';
  readonly ephemeral?: boolean;
  readonly locals?: readonly Partial<LocalDef>[];
  readonly parent?: number;
  readonly exported?: boolean;
  readonly code: Code;
}

export interface ModuleSpec {
  readonly types?: readonly TypeDef[];
  readonly texts?: readonly string[];
  readonly globals?: readonly TypeIndex[];
  readonly exceptions?: readonly {
    readonly name: string;
    readonly argument?: TypeIndex;
    readonly implicit?: boolean;
  }[];
  readonly procedures: readonly ProcedureSpec[];
}

/** Index of the nth type that the module itself declares. */
export const own = (n: number): TypeIndex => BUILTIN_TYPES.length + n;

export function buildModule(spec: ModuleSpec): SpxModule {
  const types: TypeDef[] = [...(spec.types ?? [])];
  const procedures = spec.procedures.map((p): ProcedureDef => {
    const params = p.params ?? [];
    types.push({
      kind: 'procedure',
      params,
      result: p.result,
      raises: p.raises ?? [],
      ephemeral: p.ephemeral ?? false,
      functional: false,
    });
    const type = own(types.length - 1);
    const formals = params.map((f, n): LocalDef => {
      const scalar = isScalar(spec, f.type);
      const kind = f.mode === 'var' ? 'address' : f.mode === 'readonly' ? 'readonly' : scalar ? 'value' : 'memory';
      return { kind, type: f.type, captured: false, name: `p${n}`, ...p.locals?.[n] };
    });
    const locals = (p.locals ?? []).slice(params.length).map(
      (l, n): LocalDef => ({
        kind: 'value',
        type: 0,
        captured: false,
        name: `l${n}`,
        ...l,
      }),
    );
    const writer = new CodeWriter();
    p.code.forEach(([name, ...immediates], n) => {
      writer.mark(n + 1, 1);
      writer.emit(name, ...immediates);
    });
    return {
      name: p.name,
      unit: 0,
      type,
      parent: p.parent,
      native: false,
      locals: [...formals, ...locals],
      code: writer.finish(),
      lines: writer.lines,
    };
  });
  return {
    name: 'Test',
    types,
    texts: spec.texts ?? [],
    imports: [],
    interfaces: [],
    units: [{ kind: 'module', name: 'Test', exports: [], revelations: [], sourcePath: 'Test.m3' }],
    globals: (spec.globals ?? []).map((type, n) => ({ name: `g${n}`, unit: 0, type })),
    exceptions: (spec.exceptions ?? []).map((e) => ({ implicit: false, ...e, unit: 0 })),
    procedures,
  };
}

function isScalar(spec: ModuleSpec, type: TypeIndex): boolean {
  const def = BUILTIN_TYPES[type] ?? spec.types![type - BUILTIN_TYPES.length]!;
  return !['record', 'array', 'openarray'].includes(def.kind);
}

export interface Running {
  readonly generated: Generated;
  readonly heap: Heap;
  readonly access: HeapAccess;
  readonly linked: LinkedModule;
  readonly layouts: Layouts;
  readonly imports: KernelImports;
  /** Calls a procedure by name. A fault arrives as `Fault`, another exception as `Raised`. */
  call(name: string, ...args: (bigint | number)[]): bigint | number | undefined;
  /** The code of a procedure, to be put together with other things. */
  procedure(name: string): (...args: (bigint | number)[]) => bigint | number | undefined;
  readonly globals: readonly number[];
  refuels: number;
  stackPointer(): number;
}

export class Fault extends Error {}
export class Raised extends Error {
  readonly exception: number;
  readonly argument: bigint;
  constructor(exception: number, argument: bigint) {
    super(`exception ${exception}`);
    this.exception = exception;
    this.argument = argument;
  }
}

/** Number of SpinException.Exception; those of the module count from FIRST_EXCEPTION. */
export const SPIN_EXCEPTION = 1;
export const FIRST_EXCEPTION = 100;

export interface RunOptions extends HeapOptions {
  readonly fuel?: number;
  /** What happens when the fuel is used up; by default it is filled again. */
  readonly onRefuel?: (r: Running) => void;
  /** Collect before every allocation. */
  readonly stress?: boolean;
  readonly stack?: number;
  /** What was proved of the code is checked, and it is an error where it does not hold. */
  readonly watched?: boolean;
  /** Hears the stack at each RAISE. */
  readonly onRaise?: (stack: string) => void;
}

export function run(spec: ModuleSpec, options: RunOptions = {}): Running {
  const module = buildModule(spec);
  const errors = verifyModule(module, { trusted: true });
  if (errors.length > 0)
    throw new Error(errors.map((e) => `${e.code} ${e.procedure}+${e.offset}: ${e.message}`).join('\n'));
  const heap = new Heap(options);
  const registry = new TypeRegistry();
  let slot = 1;
  const layouts = new Layouts(registry, heap, () => slot++);
  const codeSlots = module.procedures.map(() => slot++);
  const slots = module.procedures.map((_, n) => (spec.procedures[n]!.exported ? slot++ : codeSlots[n]!));
  const types = registry.internTypes(module, {
    unitIdentity: () => 1,
    slotOf: (p) => slots[p]!,
    exceptionId: (e) => FIRST_EXCEPTION + e,
  });
  const domain = heap.createDomain();
  const text = registry.builtins[9]!;
  const access = new HeapAccess(heap, layouts.descriptorOf(text));
  const texts = module.texts.map((t) => {
    const ref = heap.allocateStaticObject(layouts.descriptorOf(text), domain, TEXT_BYTES + t.length);
    heap.blocks.view.setUint32(ref + TEXT_LENGTH, t.length, true);
    for (let n = 0; n < t.length; n++) heap.blocks.u8[ref + TEXT_BYTES + n] = t.charCodeAt(n);
    return ref;
  });
  const globals = module.globals.map((g) => {
    const layout = layouts.layoutOf(types[g.type]!);
    const address = heap.allocateStatic(domain, layout.size);
    heap.addGlobals(domain, address, layout.refs);
    return address;
  });
  const linked: LinkedModule = {
    module,
    domain,
    types,
    slots,
    codeSlots,
    inlines: new Map(),
    exported: new Set(spec.procedures.flatMap((p, n) => (p.exported ? [n] : []))),
    globals,
    exceptions: module.exceptions.map((_, n) => FIRST_EXCEPTION + n),
    exceptionArguments: module.exceptions.map((e) => (e.argument === undefined ? undefined : types[e.argument])),
    texts,
    moduleRefs: [0],
    interfaceRefs: new Map(),
  };
  const stack = heap.allocateStack(domain, options.stack ?? 65536);
  const sp = register(heap.memory, 'sp');
  const spLimit = register(heap.memory, 'spLimit');
  const fuel = register(heap.memory, 'fuel');
  sp.value = stack.address;
  spLimit.value = stack.address + stack.bytes;
  fuel.value = options.fuel ?? 1_000_000;
  const exn = new WebAssembly.Tag({ parameters: ['i32', 'i64'] });
  const kill = new WebAssembly.Tag({ parameters: [] });
  heap.addStack({ base: stack.address, top: () => sp.value >>> 0 });
  const before = (): void => {
    if (options.stress) heap.collect();
  };
  /** Under stress no run of free cells is left, from which code would take the next object by itself. */
  const after = (): void => {
    if (options.stress) heap.blocks.i32.fill(0, RUNS >>> 2, (RUNS + RUN_SIZE * CELL_SIZES.length) >>> 2);
  };
  const allocating = (make: () => number): number => {
    before();
    const ref = make();
    after();
    return ref;
  };
  const raise = (exception: number, argument: bigint): never => {
    before();
    throw new WebAssembly.Exception(exn, [exception, argument], { traceStack: true } as WebAssembly.ExceptionOptions);
  };
  const imports: KernelImports = {
    memory: heap.memory,
    table: new WebAssembly.Table({ element: 'anyfunc', initial: 1000 }),
    sp,
    spLimit,
    fuel,
    handled: register(heap.memory, 'handled'),
    exn,
    kill,
    refuel: () => {
      running.refuels++;
      before();
      imports.fuel.value = options.fuel ?? 1_000_000;
      options.onRefuel?.(running);
      after();
    },
    fault: (code: number) => raise(SPIN_EXCEPTION, BigInt(code)),
    assertFailed: (message: number) =>
      raise(SPIN_EXCEPTION, (BigInt(message) << 8n) | BigInt(FAULTS.indexOf('ASSERTFailed'))),
    implicit: (e: number) => (e === SPIN_EXCEPTION || module.exceptions[e - FIRST_EXCEPTION]?.implicit ? 1 : 0),
    notAdmitted: () => raise(SPIN_EXCEPTION, BigInt(FAULTS.indexOf('NotInRaisesList'))),
    raised: () => options.onRaise?.(new Error().stack ?? ''),
    originOf: () => undefined,
    raisedAgain: () => {},
    alloc: ((descriptor: number, d: number) =>
      allocating(() => heap.allocate(descriptor, d))) as unknown as WebAssembly.ExportValue,
    allocOpen: ((descriptor: number, d: number, n: number) =>
      allocating(() => heap.allocateOpen(descriptor, d, n))) as unknown as WebAssembly.ExportValue,
    allocText: (() => 0) as unknown as WebAssembly.ExportValue,
    textCat: ((a: number, b: number, d: number) => {
      before();
      return access.newText(access.readText(a) + access.readText(b), d);
    }) as unknown as WebAssembly.ImportValue,
    lock: () => before(),
    unlock: () => before(),
    ...(options.watched && { watch: watchedAccesses(heap.memory, () => {}) }),
  };
  const generated = generate(linked, imports, layouts);
  generated.instantiate();
  // An event without further handlers: its slot holds the procedure itself.
  slots.forEach((s, n) => {
    imports.table.set(s, imports.table.get(codeSlots[n]!));
  });
  generated.initialiseGlobals();
  const procedure = (name: string) => {
    const index = module.procedures.findIndex((p) => p.name === name);
    return imports.table.get(codeSlots[index]!) as (...args: (bigint | number)[]) => bigint | number | undefined;
  };
  const running: Running = {
    generated,
    heap,
    access,
    linked,
    layouts,
    imports,
    globals,
    refuels: 0,
    stackPointer: () => sp.value - stack.address,
    procedure,
    call(name, ...args) {
      try {
        return procedure(name)(...args);
      } catch (error) {
        if (!(error instanceof WebAssembly.Exception) || !error.is(exn)) throw error;
        sp.value = stack.address;
        const [exception, argument] = [error.getArg(exn, 0) as number, error.getArg(exn, 1) as bigint];
        if (exception === SPIN_EXCEPTION) throw new Fault(FAULTS[Number(argument & 0xffn)], { cause: error });
        throw new Raised(exception, argument);
      }
    },
  };
  return running;
}
