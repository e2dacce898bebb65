/**
 * The languages of the suite: how a program is built and measured in each, and how to see whether its tools are there.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Program } from './programs.ts';
import type { Measured } from './stopwatch.ts';

export interface Language {
  readonly name: string;
  /** Why it cannot be measured here; undefined if it can. */
  missing(): string | undefined;
  /** `scratch` is a folder for what building makes. */
  measure(program: Program, runs: number, scratch: string): Measured;
}

const ROOT = join(import.meta.dirname, 'programs');

function answer(command: string, args: readonly string[]): Measured {
  const output = execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const [checksum, cold, ...warm] = output.trim().split('\n');
  return { checksum: BigInt(checksum!), cold: Number(cold), warm: warm.map(Number) };
}

const onEngine = (name: string, argument: 'spin' | 'javascript'): Language => ({
  name,
  missing: () => undefined,
  measure: ({ folder, module, n }, runs) =>
    answer(process.execPath, [
      ...process.execArgv,
      join(import.meta.dirname, 'child.ts'),
      argument,
      join(ROOT, folder),
      module,
      String(n),
      String(runs),
    ]),
});

export const SPIN = onEngine('SPIN', 'spin');

export const C: Language = {
  name: 'gcc -O2',
  missing() {
    try {
      execFileSync('gcc', ['--version'], { stdio: 'ignore' });
      return undefined;
    } catch (e) {
      return (e as Error).message.split('\n')[0];
    }
  },
  measure({ folder, n }, runs, scratch) {
    const binary = join(scratch, folder);
    // A multiplication fused with an addition rounds once where the other languages round twice.
    const options = ['-O2', '-std=gnu11', '-Wall', '-Werror', '-ffp-contract=off'];
    const sources = [join(import.meta.dirname, 'main.c'), join(ROOT, folder, `${folder}.c`)];
    execFileSync('gcc', [...options, '-o', binary, ...sources, '-lm']);
    return answer(binary, [String(n), String(runs)]);
  },
};

export const LANGUAGES: readonly Language[] = [SPIN, C, onEngine('JavaScript', 'javascript')];
