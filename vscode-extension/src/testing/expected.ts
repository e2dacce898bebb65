/**
 * Expected-output tests: what a program must print, in a file beside it.
 *
 *     NAME.expected   beside NAME.m3: that module is the program, with what it imports from its folder
 *     expected.txt    in a folder: its extension, or the run of its spin.json, is the program
 *
 * A last line `--- exit N` stands for the exit status, which is 0 otherwise. NAME.input or input.txt is what the program reads.
 */

export interface Expectation {
  readonly output: string;
  readonly exit: number;
}

export interface Outcome {
  readonly output: string;
  readonly exit: number;
}

const EXIT_LINE = /(?:^|\n)--- exit (\d+)\s*$/;

/** Reads an expectation; line ends are a matter of the machine and do not count. */
export function parseExpectation(text: string): Expectation {
  const plain = withNewlines(text);
  const exit = EXIT_LINE.exec(plain);
  if (!exit) return { output: plain, exit: 0 };
  // The newline before the line belongs to the output.
  const output = plain.slice(0, exit.index + (exit[0].startsWith('\n') ? 1 : 0));
  return { output, exit: Number(exit[1]) };
}

/** Whether a run did what was expected. An editor's final newline more or less is no difference. */
export function satisfies(outcome: Outcome, expected: Expectation): boolean {
  return outcome.exit === expected.exit && trimmed(outcome.output) === trimmed(expected.output);
}

/** Both as texts of one form, to be shown side by side. */
export const shown = ({ output, exit }: Outcome): string =>
  `${trimmed(output)}\n${exit === 0 ? '' : `--- exit ${exit}\n`}`;

const withNewlines = (text: string): string => text.replaceAll('\r\n', '\n');
const trimmed = (text: string): string => withNewlines(text).replace(/\n$/, '');

/** Names of files that hold an expectation; transcripts of several commands (`$ spin …`) are for other tools. */
export const EXPECTATIONS = '**/{*.expected,expected.txt}';
export const isTranscript = (text: string): boolean => text.startsWith('$ ');

/** What is read by the program whose expectation that file is. */
export const inputFile = (expectation: string): string =>
  expectation.replace(/(^|[/\\])expected\.txt$/, '$1input.txt').replace(/\.expected$/, '.input');
