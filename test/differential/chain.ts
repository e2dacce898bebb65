/** Programs through the compiler, the verifier and the kernel: what each printed, and the fault that ended it. */
import { compile, runWith } from '../compiler/machine.ts';
import { Evaluator } from './evaluate/evaluator.ts';
import { makeProgram } from './make/program.ts';
import { asGeneric, type Printed, print } from './print/module.ts';
import type { Program } from './tree.ts';

/** Each so-many-th batch is an instance of a generic module. */
const GENERIC = 5;

const REPORT =
  /uncaught exception .*?code := (\w+).* at [^:]*:(\d+):\d+\n(?: {4}(?:in|\.\.\.) .*\n)*? {4}in Main\.(P\d+) /g;

/** About every other batch runs in a build that checks what was proved of its code. */
const isWatched = (first: Program): boolean => Math.floor(first.seed / 100) % 2 === 0;

/** By program. Throws if the module is not even accepted, by the compiler or by the kernel, which verifies it. */
export async function ours(programs: readonly Program[], printed: Printed): Promise<string[]> {
  const generic = programs[0]!.seed % GENERIC === 0;
  const { module, errors } = compile(
    'differential',
    generic ? asGeneric(printed) : [{ path: 'Main.m3', text: printed.text }],
  );
  if (errors.length > 0) {
    const { span, code, message } = errors[0]!;
    const before = printed.text.slice(0, span.start).split('\n');
    throw new Error(
      `refused: ${code} ${message} at line ${before.length}: ${printed.text.split('\n')[before.length - 1]}`,
    );
  }
  const { output, reports, outcome } = await runWith(isWatched(programs[0]!) ? { watchMemory: () => {} } : {}, module);
  const faults = new Map(
    [...reports.matchAll(REPORT)].map(([, code, line, name]) => [name, `\n! ${code} at line ${line}`]),
  );
  const parts = output.split(/^= \d+\n/m).slice(1);
  if (outcome !== 'ended' || parts.length !== programs.length)
    throw new Error(`${outcome} after ${parts.length} of ${programs.length}: ${reports.slice(0, 400)}`);
  return programs.map((p, i) => parts[i]!.slice(0, -1) + (faults.get(p.name) ?? ''));
}

export const theirs = (p: Program, printed: Printed): string => new Evaluator(printed.lines).run(p);

export interface Difference {
  readonly seed: number;
  readonly text: string;
  readonly expected: string;
  readonly got: string;
}

/** The first program of a batch for which the two differ. A batch that fails as a whole is tried one by one. */
export async function differing(programs: readonly Program[]): Promise<Difference | undefined> {
  const printed = print(programs);
  const expected = programs.map((p) => theirs(p, printed));
  let got: string[];
  try {
    got = await ours(programs, printed);
  } catch (error) {
    if (programs.length === 1)
      return { seed: programs[0]!.seed, text: printed.text, expected: expected[0]!, got: String(error) };
    for (const p of programs) {
      const difference = await differing([p]);
      if (difference) return difference;
    }
    throw error;
  }
  const at = programs.findIndex((_, i) => got[i] !== expected[i]);
  if (at < 0) return undefined;
  return { seed: programs[at]!.seed, text: printed.text, expected: expected[at]!, got: got[at]! };
}

export const batch = (seed: number, first: number, count: number): Program[] =>
  Array.from({ length: count }, (_, i) => makeProgram(i, seed * 1_000_003 + first + i));
