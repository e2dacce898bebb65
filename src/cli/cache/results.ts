/**
 * Results of jobs, kept from one process to the next.
 *
 * The key holds all that a job is: its files and paths, and which compiler does it, on which engine. What it asked its provider of units, and the answers, stand beside
 * the result; they are asked again before the result is given out. So a result from here is the one that the compiler would give.
 *
 * Checks also keep what they found out about single files, one entry for each program: where a file has changed, the others need not be checked again.
 */
import { deserialize, serialize } from 'node:v8';
import type { KeptFiles } from '../../language/recheck/kept.ts';
import { InputError } from '../exit.ts';
import type { Job, JobResult } from '../job.ts';
import { createProvider } from '../provider.ts';
import { sha256 } from '../sha256.ts';
import { answersAgain, type Question } from './questions.ts';
import { cacheFolder, Store } from './store.ts';

/** A hash of the compiler and the library, in the built tools. */
declare const __COMPILER__: string | undefined;

interface Kept {
  readonly questions: readonly Question[];
  readonly result: JobResult;
}

export type CachedJob = Extract<Job, { paths: unknown }>;

export class Results {
  readonly #store: Store;
  readonly #compiler: string;

  constructor(store: Store, compiler: string) {
    this.#store = store;
    this.#compiler = compiler;
  }

  get(job: CachedJob): JobResult | undefined {
    const bytes = this.#store.get(this.#keyOf(job));
    if (bytes === undefined) return undefined;
    try {
      const { questions, result } = deserialize(bytes) as Kept;
      return answersAgain(createProvider(job.paths), questions) ? result : undefined;
    } catch (e) {
      // What the job needs cannot be read. The compiler says so in its own words.
      if (e instanceof InputError) return undefined;
      throw e;
    }
  }

  put(job: CachedJob, result: JobResult, questions: readonly Question[]): void {
    this.#store.put(this.#keyOf(job), serialize({ questions, result } satisfies Kept));
  }

  /** What checks of the same program have kept of its files, whatever has changed since; undefined for other jobs. */
  keptFiles(job: CachedJob): KeptFiles | undefined {
    if (job.kind !== 'check') return undefined;
    const bytes = this.#store.get(this.#placeOf(job), 'files');
    const files: unknown = bytes && deserialize(bytes);
    return files instanceof Map ? files : new Map();
  }

  keepFiles(job: CachedJob, files: KeptFiles): void {
    this.#store.put(this.#placeOf(job), serialize(files), 'files');
  }

  /** Where the program is: what is kept there says itself of what it is true. */
  #placeOf(job: CachedJob): string {
    const parts = [this.#compiler, process.version, process.arch, process.cwd(), job.files[0]?.path];
    return sha256(JSON.stringify(parts), 'hex');
  }

  #keyOf(job: CachedJob): string {
    const { libraryPaths, interfacePaths, loaded } = job.paths;
    const parts = [
      this.#compiler,
      process.version,
      process.arch,
      job.kind,
      job.kind === 'compile' ? job.name : '',
      [libraryPaths, interfacePaths],
      [...(loaded ?? [])].map(([name, { path, text }]) => [name, path, text]),
      job.files.map(({ path, text }) => [path, text]),
    ];
    return sha256(JSON.stringify(parts), 'hex');
  }
}

/** The user's; undefined where there is no place for it, and when the tools run from their sources, which change all the time. */
export function userResults(): Results | undefined {
  const folder = cacheFolder();
  if (folder === undefined || typeof __COMPILER__ === 'undefined') return undefined;
  return new Results(new Store(folder), __COMPILER__);
}
