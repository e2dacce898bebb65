/** What is kept of a program from one check to the next: data that can be written down. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Outline } from '../references/outline.ts';
import type { UnitFacts } from '../references/unit-facts.ts';

export interface KeptFile {
  /** A hash of its text. */
  readonly text: string;
  readonly outline: Outline;
  /** Absent if no unit of the program stands in it. */
  readonly check?: KeptCheck;
}

export interface KeptCheck {
  readonly exact: string;
  /** Absent if it matters where something stands in other files. */
  readonly loose?: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Of a unit without errors. */
  readonly facts?: UnitFacts;
}

/** By path. */
export type KeptFiles = ReadonlyMap<string, KeptFile>;
