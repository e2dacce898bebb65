/** Jobs for the compiler, and what comes of them, as data that can be sent to a thread or kept on disk. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../language/check.ts';
import type { ProviderOptions } from './provider.ts';

export type Job =
  | { readonly kind: 'parse' | 'format'; readonly file: SourceFile }
  | { readonly kind: 'check'; readonly files: readonly SourceFile[]; readonly paths: ProviderOptions }
  | {
      readonly kind: 'compile';
      readonly name: string;
      readonly files: readonly SourceFile[];
      readonly paths: ProviderOptions;
    };

export interface JobResult {
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics point into, by path. */
  readonly sources: ReadonlyMap<string, string>;
  /** The `.spx` file: of a compilation without errors. */
  readonly bytes?: Uint8Array;
  /** The text in the usual style: of one without syntax errors that was to be laid out. */
  readonly formatted?: string;
  /** Why the job could not be done at all: something that it needs cannot be read. */
  readonly refused?: string;
}
