/**
 * Ten thousand levels of everything that nests are parsed, checked and, where an extension can hold them, run. The tools turn to a thread with a larger
 * stack for it.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { Folder } from './tools.ts';

const LEVELS = 10_000;
const nested = (open: string, middle: string, close: string): string =>
  `${open.repeat(LEVELS)}${middle}${close.repeat(LEVELS)}`;
const module = (body: string, declarations = ''): string =>
  `MODULE Main;\nIMPORT IO, Fmt;\n${declarations}\nVAR x := 1; t := TRUE; s := "a"; a := ARRAY [0..1] OF [0..1] {0, ..};\nBEGIN\n${body};\n  EVAL t; EVAL s; EVAL a;\n  IO.Put(Fmt.Int(x) & "\\n");\nEND Main.\n`;

/** Programs and what they print. */
const RUN: Record<string, [source: string, output: string]> = {
  parentheses: [module(`x := ${nested('(x + ', '1', ')')}`), `${LEVELS + 1}\n`],
  calls: [
    module(`x := ${nested('F(', '0', ')')}`, 'PROCEDURE F(x: INTEGER): INTEGER = BEGIN RETURN x + 1 END F;'),
    `${LEVELS}\n`,
  ],
  signs: [module(`x := ${nested('- ', 'x', '')}`), '1\n'],
  sums: [module(`x := x${nested(' + x', '', '')}`), `${LEVELS + 1}\n`],
  negations: [module(`t := ${nested('NOT ', 't', '')}`), '1\n'],
  concatenations: [module(`s := s${nested(' & s', '', '')}`), '1\n'],
  subscripts: [module(`x := ${nested('a[', '0', ']')}`), '0\n'],
  blocks: [module(nested('BEGIN ', 'INC(x);', 'END; ')), '2\n'],
  conditions: [module(nested('IF x > 0 THEN ', 'INC(x);', 'END; ')), '2\n'],
  alternatives: [module(`IF x = 2 THEN x := 0 ${nested('ELSIF x = 3 THEN x := 4 ', 'ELSE x := 7', '')} END`), '7\n'],
  loops: [module(nested('LOOP ', 'x := 9;', 'EXIT END; ')), '9\n'],
  handlers: [module(nested('TRY ', 'INC(x);', 'EXCEPT ELSE END; ')), '2\n'],
  comments: [module(`x := 3 ${nested('(* ', '', '*) ')}`), '3\n'],
  references: [
    module('IF r = NIL THEN x := 4 END', `TYPE T = ${nested('REF ', 'INTEGER', '')};\nVAR r: T := NIL;`),
    '4\n',
  ],
};

/** What is too much for an extension, or for the language: one clear error. */
const REFUSED: Record<string, [source: string, message: string]> = {
  records: [
    module('x := 4', `TYPE T = ${nested('RECORD x: ', 'INTEGER', ' END')};\nVAR r: T;`),
    'error[L5013]: this is beyond what an extension can hold',
  ],
  unclosed: [module(nested('(', '', '')), 'error[P'],
};

describe('ten thousand levels', () => {
  const folder = new Folder();
  afterAll(() => folder.remove());

  test.concurrent.each(Object.keys(RUN))('%s', { timeout: 120_000 }, async (name) => {
    const [source, output] = RUN[name]!;
    folder.write({ [`${name}.m3`]: source });
    const { status, out, err } = await folder.spin('run', `${name}.m3`);
    expect(err).toBe('');
    expect(out).toBe(output);
    expect(status).toBe(0);
  });

  test.concurrent.each(Object.keys(REFUSED))('%s', { timeout: 120_000 }, async (name) => {
    const [source, message] = REFUSED[name]!;
    folder.write({ [`${name}.m3`]: source });
    const { status, err } = await folder.spinc(`${name}.m3`);
    expect(err).toContain(message);
    expect(status).toBe(1);
  });
});
