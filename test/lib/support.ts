/** Programs that do what a script on their input says, and the reference that does the same in JavaScript. */
import { expect } from 'vitest';
import { sourceMachine } from '../kernel/source.ts';

/** A generator of numbers that can be had again: a failure names its seed. */
export class Random {
  #state: number;
  readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
    this.#state = seed >>> 0 || 1;
  }

  /** 0 <= result < n */
  below(n: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * n);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

export interface Program {
  readonly imports: string;
  readonly declarations?: string;
  readonly body: string;
}

const HELP = `
PROCEDURE Line(t: TEXT) = BEGIN IO.Put(t & "\\n") END Line;
PROCEDURE Number(n: INTEGER) = BEGIN IO.Put(Fmt.Int(n) & "\\n") END Number;
PROCEDURE Say(b: BOOLEAN) = BEGIN IO.Put(Fmt.Bool(b) & "\\n") END Say;
PROCEDURE Raises(p: PROCEDURE()) =
  BEGIN
    TRY p(); Line("nothing");
    EXCEPT SpinException.Exception(e) => Line(SpinException.CodeName(e.code)) END;
  END Raises;
`;

/** What a program shows; its body may use Line, Number, Say and Raises. */
export async function shows(
  program: Program,
  input = '',
  units: Readonly<Record<string, string>> = {},
): Promise<string> {
  const m = sourceMachine({ input: input ? [input] : [] });
  const imports = new Set(['Fmt', 'IO', 'SpinException', ...program.imports.split(/,\s*/).filter(Boolean)]);
  const text = `MODULE Test EXPORTS Main;
IMPORT ${[...imports].join(', ')};
<*FATAL ANY*>
${HELP}
${program.declarations ?? ''}
BEGIN
${program.body}
END Test.
`;
  const outcome = await m.start('test', { ...units, 'Test.m3': text });
  return outcome.kind === 'ended' ? m.shown() : `${m.shown()}<${outcome.kind}>`;
}

/** Runs the script and compares line by line, so that a failure shows the first operation that went wrong. */
export async function agrees(
  program: Program,
  script: readonly string[],
  expected: readonly string[],
  what: string,
  units: Readonly<Record<string, string>> = {},
): Promise<void> {
  const shown = (await shows(program, `${script.join('\n')}\n`, units)).split('\n');
  expect(shown.pop(), what).toBe('');
  const wrong = expected.findIndex((line, i) => line !== shown[i]);
  if (wrong >= 0) expect(shown[wrong], `${what}, line ${wrong}`).toBe(expected[wrong]);
  expect(shown.length, what).toBe(expected.length);
}
