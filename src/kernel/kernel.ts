/**
 * The state of a running kernel. `boot.ts` makes it; everything else takes it, or the part it needs, as its first argument.
 */
import type { Generated } from './codegen/generate.ts';
import type { InlineName } from './codegen/inline.ts';
import type { KernelImports } from './codegen/link.ts';
import type { Dispatcher } from './dispatch/dispatcher.ts';
import type { Domain, Domains } from './domain/domain.ts';
import type { Extension } from './domain/extension.ts';
import type { Remains } from './domain/reclaim.ts';
import type { SlotRegistry } from './domain/slots.ts';
import type { ExceptionInfo, Registry, UnitInfo } from './domain/units.ts';
import type { HeapAccess } from './heap/access.ts';
import type { Heap } from './heap/heap.ts';
import type { WeakHandle } from './heap/roots.ts';
import type { Machine } from './machine/machine.ts';
import type { Native } from './natives/native.ts';
import type { FailureReport } from './strands/failure.ts';
import type { Faults } from './strands/faults.ts';
import type { Quotas } from './strands/quota.ts';
import type { Scheduler } from './strands/scheduler.ts';
import type { Layouts } from './types/layout.ts';
import type { TypeRegistry } from './types/registry.ts';

export interface Kernel {
  readonly machine: Machine;
  readonly slots: SlotRegistry;
  readonly types: TypeRegistry;
  readonly layouts: Layouts;
  readonly heap: Heap;
  readonly access: HeapAccess;
  readonly strands: Scheduler;
  readonly quotas: Quotas;
  readonly faults: Faults;
  readonly dispatcher: Dispatcher;
  /** What generated code imports. */
  readonly imports: KernelImports;
  readonly units: Registry<UnitInfo>;
  readonly exceptions: Registry<ExceptionInfo>;
  readonly extensions: Registry<Extension>;
  readonly domains: Domains;
  /** By `Interface.Procedure`. */
  readonly natives: ReadonlyMap<string, Native>;
  /** By slot, the events that generated code does by itself in the usual cases. */
  readonly inlines: Map<number, InlineName>;
  /** Native procedures of trusted files that the kernel does not have. */
  readonly missingNatives: string[];
  /** Generated code, for stack traces. */
  readonly generated: Map<Extension, Generated>;
  /** References of `Domain.T` in the hands of extensions. */
  readonly domainRefs: Map<Domain, WeakHandle>;
  /** The first uncaught exceptions and crashes. */
  readonly failures: FailureReport[];
  /** Procedures to call at exit, the last registered one first. */
  readonly exitors: number[];
  readonly counts: Counts;
  /** The extension that holds the core interfaces, once it is loaded. */
  core: Extension | undefined;
  /** Of destroyed domains, until it is known that nothing mentions it. */
  readonly remains: Remains;
  readonly publicDomain: Domain;
  readonly trustedDomain: Domain;
  /** What other parts of the kernel do when an extension goes. */
  readonly onDestroy: ((extension: Extension) => void)[];
  /** Explanations of exceptions for their reports, e.g. what was wrong with a handler; each may answer. */
  readonly explainers: ((exception: ExceptionInfo, argument: bigint) => string | undefined)[];
  /** Shows a line to the operator: on the error port of the console. */
  readonly log: (line: string) => void;
}

/** For `--stats`. */
export interface Counts {
  /** Uncaught exceptions and crashes. */
  failures: number;
  raised: number;
  faults: number;
  generatedBytes: number;
  generateMilliseconds: number;
  verifyMilliseconds: number;
}
