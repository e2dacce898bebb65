/** Who imports an interface that other libraries have is told why it is not here. */
import { expect, it } from 'vitest';
import { checkProgram } from '../../../src/language/check.ts';

const hints = (text: string, ...others: string[]): (string | undefined)[] => {
  const files = [text, ...others].map((t, i) => ({ path: `${i}.m3`, text: t }));
  return checkProgram({ files })
    .diagnostics.filter((d) => d.code === 'M3001')
    .map((d) => d.hint);
};

it('whatever the import looks like, and rather than hear of a name that is near', () => {
  expect(
    hints('MODULE Main; IMPORT FileRd, Text8; FROM IP IMPORT Address; IMPORT ButtonVBT AS B; BEGIN END Main.'),
  ).toEqual([
    expect.stringContaining('no files'),
    expect.stringContaining('use Text'),
    expect.stringContaining('no network'),
    expect.stringContaining('no windows'),
  ]);
});

it('unless there is one', () => {
  expect(hints('MODULE Main; IMPORT FS; BEGIN FS.P() END Main.', 'INTERFACE FS; PROCEDURE P(); END FS.')).toEqual([]);
});

it('of which nothing is said that is only misspelt', () => {
  expect(hints('MODULE Main; IMPORT FileReader; BEGIN END Main.')).toEqual([undefined]);
});
