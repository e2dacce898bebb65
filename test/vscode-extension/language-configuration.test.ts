/** What VS Code does while one types: the patterns of language-configuration.json, which it compiles as they are. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const configuration = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../vscode-extension/language-configuration.json'), 'utf8'),
) as {
  wordPattern: string;
  indentationRules: { increaseIndentPattern: string; decreaseIndentPattern: string };
  onEnterRules: { beforeText: string; action: { appendText: string } }[];
  folding: { markers: { start: string; end: string } };
};
const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
const increases = (line: string) => new RegExp(increaseIndentPattern).test(line);
const decreases = (line: string) => new RegExp(decreaseIndentPattern).test(line);

describe('the indentation', () => {
  it('grows behind what opens a block', () => {
    for (const line of [
      'BEGIN',
      '  IF x > 0 THEN',
      '  FOR i := 0 TO 9 DO',
      'WHILE TRUE DO (* for ever *)',
      'CASE c OF',
      '  ELSE',
      'TRY',
      'REPEAT',
      'TYPE',
      'VAR',
      'REVEAL',
      '  T = BRANDED "M.T" REF RECORD',
      '  U = T OBJECT',
      '  METHODS',
      'PROCEDURE P(x: INTEGER): BOOLEAN =',
      'EPHEMERAL PROCEDURE P() =',
    ])
      expect(increases(line), line).toBe(true);
  });

  it('stays where nothing is opened, or what is opened is closed', () => {
    for (const line of [
      'IF x THEN y END;',
      'x := 1;',
      'VAR x: INTEGER;',
      'TYPE T = RECORD x: INTEGER END;',
      'MODULE M;',
      'PROCEDURE P();',
      'x := DOLLARS',
      '(* what to DO *)',
      'IO.Put("BEGIN");',
    ])
      expect(increases(line), line).toBe(false);
  });

  it('shrinks for what closes', () => {
    for (const line of ['END', '  END;', 'END P;', 'ELSIF y THEN', 'ELSE', 'UNTIL x;', '  EXCEPT', 'FINALLY'])
      expect(decreases(line), line).toBe(true);
    for (const line of ['ENDING := 1;', 'x := END1;', '| 1 =>', 'BEGIN']) expect(decreases(line), line).toBe(false);
  });
});

it('a new line in a comment is aligned with its text', () => {
  const [rule] = configuration.onEnterRules;
  const goesOn = (before: string) => new RegExp(rule!.beforeText).test(before);
  expect(['(* What it', '  (* a (* b'].map(goesOn)).toEqual([true, true]);
  expect(['x := 1; ', '(* done *)', '(* done *) '].map(goesOn)).toEqual([false, false, false]);
  expect(rule!.action.appendText).toBe('   ');
});

it('a word is a name, or a number with its base', () => {
  const words = 'Console.Write(x_1, 16_FF, a3);'.match(new RegExp(configuration.wordPattern, 'g'));
  expect(words).toEqual(['Console', 'Write', 'x_1', '16_FF', 'a3']);
});

it('regions fold', () => {
  const { start, end } = configuration.folding.markers;
  expect(new RegExp(start).test('  (* #region of words *)')).toBe(true);
  expect(new RegExp(end).test('(* #endregion *)')).toBe(true);
  expect(new RegExp(start).test('(* a #region *)')).toBe(false);
});
