/**
 * One loaded `.spx` file: what memory is charged to and what is destroyed as a whole. Data only.
 *
 * A *domain* as extensions see it (`domain.ts`) is a namespace over one or more of these.
 */
import type { ExportedInterface, SpxModule } from '../../bytecode/module.ts';
import type { CodeImage } from '../codegen/image.ts';
import type { LinkedModule } from '../codegen/link.ts';
import type { Domain } from './domain.ts';

export type ExtensionState = 'created' | 'linked' | 'initialising' | 'initialised' | 'failed' | 'destroyed';

/** Decides who may link. Asked again for every import that is resolved. */
export interface LinkAuthorizer {
  /** Only for this interface; for all of the extension's when absent. */
  readonly interface?: string;
  /** Only for links that use this opaque type (`Interface.Type`). */
  readonly type?: string;
  /** Only for links that import this event: its slot. */
  readonly event?: number;
  /** FALSE refuses. `call` runs WebAssembly on behalf of who links. */
  authorize(importing: Domain, call: Caller): Promise<boolean>;
  /** It is asked no more. */
  release?(): void;
}

/** Runs a table slot in the strand at hand. */
export type Caller = (slot: number, ...args: (number | bigint)[]) => Promise<number | bigint | undefined>;

export interface OwnSlots {
  /** 0 when no interface exports the procedure. */
  readonly event: number;
  readonly code: number;
}

export interface Extension {
  /** From 1; never used again. */
  readonly number: number;
  /** The heap's number for it, in headers of objects (`heap/layout.ts`). Used again when nothing of a destroyed one is left. */
  readonly account: number;
  readonly name: string;
  readonly module: SpxModule;
  /** May have native procedures; its interfaces may be the kernel's own. */
  readonly trusted: boolean;
  /** The kernel's own or a package: what its procedures make is charged to the domain whose strand runs them. */
  readonly library: boolean;
  /** Code that was generated for the file before. */
  readonly image?: CodeImage;
  readonly exports: ReadonlyMap<string, ExportedInterface>;
  /** Kernel-wide identities of its units, by kind and name. */
  readonly interfaces: ReadonlyMap<string, number>;
  readonly modules: ReadonlyMap<string, number>;
  /** Per own procedure. */
  readonly slots: readonly OwnSlots[];
  /** Kernel-wide numbers per own exception. */
  readonly exceptions: readonly number[];
  readonly authorizers: LinkAuthorizer[];
  /** Who implements what it imports, as far as resolved. */
  readonly providers: Map<string, Extension>;
  /** Linked extensions that import from this one. */
  readonly dependents: Set<Extension>;
  /** Whether other domains may export interfaces that this one declares. */
  exportable: boolean;
  state: ExtensionState;
  /** Destroyed, and no strand is in its code any more. */
  left?: boolean;
  /** Addresses of its own variables, when it is about to be linked. */
  places?: readonly number[];
  /** From the state `linked` on. */
  linked?: LinkedModule;
}

/** Imports that nobody provides yet. */
export function unresolvedImports(e: Extension): string[] {
  return e.module.imports.filter((i) => !e.providers.has(i.name)).map((i) => i.name);
}

/** Number of procedures, variables and exceptions that come from imports, and so come first in the file's index spaces. */
export function importedCounts(m: SpxModule): { procedures: number; globals: number; exceptions: number } {
  const counts = { procedures: 0, globals: 0, exceptions: 0 };
  for (const i of m.imports) {
    counts.procedures += i.procedures.length;
    counts.globals += i.globals.length;
    counts.exceptions += i.exceptions.length;
  }
  return counts;
}
