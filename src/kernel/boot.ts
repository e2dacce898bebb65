/**
 * Booting: from nothing to a kernel that takes extensions. Each step uses only what the steps before have made.
 */

import { checksumOf } from '../bytecode/decode.ts';
import { T } from '../bytecode/types.ts';
import { fuelForBytes } from './codegen/bulk.ts';
import { type CodeImage, makeImage } from './codegen/image.ts';
import type { KernelImports } from './codegen/link.ts';
import { nativesCode } from './codegen/natives.ts';
import { type Register, register, StrandRegisters } from './codegen/registers.ts';
import { instantiateTextCat } from './codegen/text-cat.ts';
import { type MemoryWatch, watchedAccesses } from './codegen/watch.ts';
import { Dispatcher } from './dispatch/dispatcher.ts';
import type { Domain } from './domain/domain.ts';
import { Domains } from './domain/domain.ts';
import type { Extension } from './domain/extension.ts';
import { Remains } from './domain/reclaim.ts';
import { SlotRegistry } from './domain/slots.ts';
import { type ExceptionInfo, Registry, type UnitInfo } from './domain/units.ts';
import { HeapAccess } from './heap/access.ts';
import { type FastPath, instantiateFastPath } from './heap/fast-path.ts';
import { Heap } from './heap/heap.ts';
import type { Kernel } from './kernel.ts';
import { createExtension } from './load/create.ts';
import { nativesOf } from './load/instantiate.ts';
import { link, typeEnvOf } from './load/link.ts';
import { type PackageFinder, packageSupplier } from './load/packages.ts';
import type { Machine } from './machine/machine.ts';
import { forgetDomains } from './natives/domains.ts';
import { lock, unlock } from './natives/mutex.ts';
import type { Native } from './natives/native.ts';
import { NATIVES } from './natives/natives.ts';
import { strandEvents } from './natives/strand-events.ts';
import { Faults } from './strands/faults.ts';
import { suspending } from './strands/jspi.ts';
import { payForMemory } from './strands/memory-work.ts';
import { rememberFrames, restoreOrigin } from './strands/origin.ts';
import { Quotas } from './strands/quota.ts';
import { Scheduler } from './strands/scheduler.ts';
import { stacksOf } from './strands/stacks.ts';
import type { Origin } from './strands/strand.ts';
import { Layouts } from './types/layout.ts';
import { TypeRegistry } from './types/registry.ts';
import { tableImage } from './types/same-entries.ts';

export interface BootOptions {
  /** Bytes that the one memory may grow to. */
  readonly memoryBytes?: number;
  /** Natives besides the kernel's own; of one name, these win. */
  readonly natives?: Readonly<Record<string, Native>>;
  /** What `bootImage` made of the core with this very kernel. With it, the core is not verified and its code is not generated: that was done when the image was made. */
  readonly image?: CodeImage;
  /** Where the packages of the library are that are loaded on demand. */
  readonly packages?: PackageFinder;
  /** Is shown every access of generated code to memory; for tests. */
  readonly watchMemory?: MemoryWatch;
}

/** The kernel with its core library loaded and linked; the core's unit bodies run when the first extension is initialised. */
export function boot(machine: Machine, core: Uint8Array, options: BootOptions = {}): Kernel {
  const kernel = assemble(machine, options);
  const image = options.image?.checksum === checksumOf(core) ? options.image : undefined;
  kernel.core = createExtension(kernel, 'core', core, { trusted: true, ...(image && { image }) });
  link(kernel, kernel.core);
  kernel.faults.connect(kernel.core);
  kernel.strands.events = strandEvents(kernel);
  kernel.publicDomain.extensions.add(kernel.core);
  kernel.trustedDomain.extensions.add(kernel.core);
  return kernel;
}

/** An image of the core's code, for later boots of the same kernel with the same core. */
export function bootImage(machine: Machine, core: Uint8Array): CodeImage {
  const kernel = boot(machine, core);
  const own = kernel.core!;
  const linked = own.linked!;
  return makeImage(checksumOf(core), linked, kernel.imports, kernel.layouts, kernel.generated.get(own)!, {
    natives: nativesCode(nativesOf(kernel, own, linked.types).functions),
    table: tableImage(own.module, typeEnvOf(own)),
  });
}

/** A kernel without any code in it. */
export function assemble(machine: Machine, options: BootOptions = {}): Kernel {
  rememberFrames();
  // Memory first: everything below lies in it.
  const heap = new Heap(options.memoryBytes === undefined ? {} : { maxBytes: options.memoryBytes });
  // Types, and the table that their methods point into.
  const types = new TypeRegistry();
  const slots = new SlotRegistry();
  const layouts = new Layouts(types, heap, () => slots.allocate(1));
  const access = new HeapAccess(heap, layouts.descriptorOf(types.builtins[T.TEXT]!));
  // What running code shares: registers, and the tags by which exceptions and termination travel.
  const shared = registers(heap.memory);
  // Strands, each with a stack that the collector looks at.
  const quotas = new Quotas();
  let running: Scheduler | undefined;
  const strands = new Scheduler(
    machine,
    { ...shared, memory: heap.memory, table: slots.table },
    stacksOf(heap, shared.sp, machine.engineStackBytes, () => running?.current),
    quotas,
  );
  running = strands;
  // Copies of texts cost what other copies of memory do.
  access.written = (bytes) => {
    const fuel = fuelForBytes(bytes);
    if (fuel > 0) strands.charge(fuel);
  };
  const faults = new Faults(shared.exn, () => kernel);
  // Name spaces, empty as yet.
  const domains = new Domains();
  const kernel: { -readonly [K in keyof Kernel]: Kernel[K] } = {
    core: undefined,
    machine,
    slots,
    types,
    layouts,
    heap,
    access,
    strands,
    quotas,
    faults,
    // No accessor: the engine looks properties up slowly in an object with one, and natives ask this one all the time.
    dispatcher: undefined as unknown as Dispatcher,
    imports: importsOf(access, slots, strands, shared, () => kernel, options.watchMemory),
    units: new Registry<UnitInfo>(),
    exceptions: new Registry<ExceptionInfo>(),
    extensions: new Registry<Extension>(),
    domains,
    natives: new Map(Object.entries({ ...NATIVES, ...options.natives })),
    inlines: new Map(),
    missingNatives: [],
    generated: new Map(),
    domainRefs: new Map(),
    failures: [],
    exitors: [],
    counts: { failures: 0, raised: 0, faults: 0, generatedBytes: 0, generateMilliseconds: 0, verifyMilliseconds: 0 },
    remains: new Remains(),
    publicDomain: importOnly(domains.create('SpinPublic', [], isPublic)),
    trustedDomain: importOnly(domains.create('SpinTrusted')),
    onDestroy: [],
    explainers: [],
    log: (line) => machine.console.write('error', new TextEncoder().encode(`${line}\n`)),
  };
  if (options.packages) {
    const supply = packageSupplier(kernel, options.packages);
    kernel.publicDomain.supply = supply;
    kernel.trustedDomain.supply = supply;
  }
  quotas.report = kernel.log;
  // Events: the dispatcher hears of everything that goes, and explains what it refused.
  const dispatcher = new Dispatcher(kernel);
  kernel.dispatcher = dispatcher;
  heap.afterCollection.push(() => forgetDomains(kernel));
  payForMemory(heap, strands);
  kernel.onDestroy.push((e) => dispatcher.removeExtension(e.number));
  kernel.explainers.push((exception) => (exception.name === 'Dispatcher.Error' ? dispatcher.lastProblem : undefined));
  return kernel;
}

/** Interfaces whose names end like this could break the kernel in the wrong hands. */
const TRUSTED = /(Native|Private|Internal|Rep)$/;

function isPublic(interfaceName: string): boolean {
  return !TRUSTED.test(interfaceName) && interfaceName !== 'SpinTrusted';
}

function importOnly(domain: Domain): Domain {
  domain.modify = false;
  return domain;
}

interface Registers {
  readonly sp: Register;
  readonly spLimit: Register;
  readonly running: StrandRegisters;
  readonly handled: Register;
  readonly fuel: Register;
  readonly exn: WebAssembly.Tag;
  readonly kill: WebAssembly.Tag;
}

function registers(memory: WebAssembly.Memory): Registers {
  return {
    sp: register(memory, 'sp'),
    spLimit: register(memory, 'spLimit'),
    running: new StrandRegisters(memory),
    handled: register(memory, 'handled'),
    fuel: register(memory, 'fuel'),
    exn: new WebAssembly.Tag({ parameters: ['i32', 'i64'] }),
    kill: new WebAssembly.Tag({ parameters: [] }),
  };
}

/** What generated code calls. `kernel` is complete when it does. */
function importsOf(
  access: HeapAccess,
  slots: SlotRegistry,
  strands: Scheduler,
  shared: Registers,
  kernel: () => Kernel,
  watch: MemoryWatch | undefined,
): KernelImports {
  const { heap } = access;
  const { alloc, allocOpen, allocText } = instantiateFastPath(heap, access.textDescriptor) as unknown as Record<
    keyof FastPath,
    WebAssembly.ExportValue
  >;
  return {
    ...shared,
    ...(watch && { watch: watchedAccesses(heap.memory, watch) }),
    memory: heap.memory,
    table: slots.table,
    refuel: suspending(strands.safepoints.refuel),
    fault: (code) => {
      throw kernel().faults.makeByNumber(code);
    },
    assertFailed: (text) => {
      throw kernel().faults.makeWithText('ASSERTFailed', text);
    },
    raised: (exception) => {
      kernel().counts.raised++;
      strands.noteOrigin(exception);
    },
    originOf: (exception) => strands.current?.origins?.get(exception),
    raisedAgain: (exception, origin) => {
      if (strands.current) restoreOrigin(strands.current, exception, origin as Origin | undefined);
    },
    implicit: (exception) => (kernel().exceptions.get(exception)?.implicit ? 1 : 0),
    notAdmitted: (exception, argument) => {
      throw kernel().faults.notAdmitted(exception, argument);
    },
    alloc,
    allocOpen,
    allocText,
    textCat: instantiateTextCat({
      memory: heap.memory,
      allocText,
      cat: (a: number, b: number, domain: number) => access.textCat(a, b, domain),
    }),
    lock: suspending((mutex: number) => lock(kernel(), mutex)),
    unlock: (mutex: number) => unlock(kernel(), mutex),
  };
}
