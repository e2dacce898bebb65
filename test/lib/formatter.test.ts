/** Pretty printing: each operator by what its contract says, and random expressions by what must hold of all. */
import { describe, expect, test } from 'vitest';
import { Random, shows } from './support.ts';

const DECLARATIONS = `
  VAR f: Formatter.T;
  PROCEDURE Word(t: TEXT) = BEGIN Formatter.PutText(f, t) END Word;
  TYPE Narrow = Formatter.AlignPred OBJECT OVERRIDES pred := IsNarrow END;
  PROCEDURE IsNarrow(<*UNUSED*> p: Narrow; <*UNUSED*> column, maxWidth: CARDINAL; width: CARDINAL): BOOLEAN = BEGIN RETURN width < 6 END IsNarrow;`;

/** What is written with lines of this width. */
async function formatted(width: number, statements: string): Promise<string[]> {
  const body = `f := Formatter.New(Stdio.stdout, ${width}); ${statements} Formatter.Close(f);`;
  return (await shows({ imports: 'Formatter, Stdio', declarations: DECLARATIONS, body })).split('\n');
}

const call = (name: string, args = '') => `Formatter.${name}(f${args});`;
const word = (t: string) => `Word("${t}");`;
const raw = (t: string) => call('PutText', `, "${t}", TRUE`);
const END = call('End');

describe('Formatter', () => {
  test('texts: words, blanks and newlines; raw ones', async () => {
    const chars = [...'one two\n'].map((c) => call('PutChar', `, '${c === '\n' ? '\\n' : c}'`)).join('');
    expect(await formatted(10, `${word('a b\\nc')}${chars}${call('PutText', ', "x y\\nz", TRUE')}`)).toEqual([
      'a b',
      'cone two',
      'x y',
      'z',
    ]);
  });

  test('a break that is not optimal is taken when what follows does not fit', async () => {
    const words = ['aaaa', 'bbbb', 'cccc', 'dd'].map(
      (w, i) => (i ? call('Break', ', 2, Formatter.BreakType.NonOptimal') : '') + word(w),
    );
    expect(await formatted(8, words.join(''))).toEqual(['aaaabbbb', '  ccccdd']);
    expect(await formatted(7, words.join(''))).toEqual(['aaaa', '  bbbb', '  cccc', '  dd']);
    expect(await formatted(20, words.join(''))).toEqual(['aaaabbbbccccdd']);
  });

  test('united breaks are all taken, or none', async () => {
    const list = `${call('Begin')}${word('f(')}${call('Begin')}${word('a,')}${call('UnitedBreak')}${word('bb,')}${call('UnitedBreak')}${word('c')}${END}${word(')')}${END}`;
    expect(await formatted(9, list)).toEqual(['f(a,bb,c)']);
    expect(await formatted(7, list)).toEqual(['f(a,', '  bb,', '  c)']);
  });

  test('margins: an offset, that of the group around, and another width', async () => {
    const inner = (args: string) =>
      `${word('xy')}${call('Begin', args)}${word('a')}${call('NewLine', ', 0, FALSE')}${word('b')}${END}${call('NewLine')}${word('c')}`;
    expect(await formatted(20, inner(', 3'))).toEqual(['xya', '     b', 'c']);
    expect(await formatted(20, inner(', LAST(INTEGER)'))).toEqual(['xya', 'b', 'c']);
    const narrow = `${call('Begin', ', 0, 4')}${word('aaa')}${call('UnitedBreak')}${word('bb')}${END}`;
    expect(await formatted(20, narrow)).toEqual(['aaa', 'bb']);
  });

  test('a fresh line begins only if the column is beyond the indentation', async () => {
    expect(await formatted(20, `${word('a')}${call('NewLine', ', 4')}${word('b')}`)).toEqual(['a   b']);
    expect(await formatted(20, `${word('a')}${call('NewLine', ', 4, FALSE')}${word('b')}`)).toEqual(['a', '    b']);
    expect(await formatted(20, `${word('abcde')}${call('NewLine', ', 4')}${word('b')}`)).toEqual(['abcde', '    b']);
  });

  test('a partial break is taken when its object has more than one line', async () => {
    const object = (first: string) => `${call('Begin')}${first}${call('PartialBreak')}${word('z')}${END}`;
    expect(await formatted(20, object(word('a')))).toEqual(['az']);
    expect(await formatted(20, object(`${word('a')}${call('NewLine')}${word('b')}`))).toEqual(['a', 'b', 'z']);
  });

  test('an optimal break takes the way with fewer lines', async () => {
    const long = `${call('Begin')}${['aaaa', 'bbbb', 'cccc'].map((w, i) => (i ? call('Break', ', 0, Formatter.BreakType.NonOptimal') : '') + word(w)).join('')}${END}`;
    // After "xxxxxxxx" three lines are needed, and at the margin two.
    const whole = (type: string) => `${word('xxxxxxxx')}${call('Break', `, 0, Formatter.BreakType.${type}`)}${long}`;
    expect(await formatted(12, whole('OptimalBreak'))).toEqual(['xxxxxxxx', 'aaaabbbbcccc']);
    expect(await formatted(12, whole('OptimalNoBreak'))).toEqual(['xxxxxxxx', 'aaaabbbbcccc']);
    // Equally many either way: two lines, the tie is decided by the kind.
    const tie = (type: string) =>
      `${word('xx')}${call('Break', `, 0, Formatter.BreakType.${type}`)}${word('yyyy')}${call('NewLine')}${word('z')}`;
    expect(await formatted(12, tie('OptimalBreak'))).toEqual(['xxyyyy', 'z']);
    const lines = (type: string) =>
      `${word('xx')}${call('Break', `, 0, Formatter.BreakType.${type}`)}${call('Begin')}${word('aaa')}${call('Break', ', 0, Formatter.BreakType.NonOptimal')}${word('bbbb')}${call('Break', ', 0, Formatter.BreakType.NonOptimal')}${word('ccc')}${END}`;
    expect(await formatted(7, lines('OptimalBreak'))).toEqual(['xx', 'aaabbbb', 'ccc']);
    expect(await formatted(7, lines('OptimalNoBreak'))).toEqual(['xxaaa', '  bbbb', '  ccc']);
  });

  test('tables', async () => {
    const row = (...cells: string[]) => `${call('Group')}${cells.map(raw).join('')}${END}`;
    const rows = row('a', '= 1') + row('bbb', '= 22') + row('cc', '= 3');
    const table = (args: string, body = rows) => `${call('Align', args)}${body}${END}`;
    expect(await formatted(40, table(', 2'))).toEqual(['a= 1bbb= 22cc= 3']);
    expect(await formatted(40, table(', 2, FALSE'))).toEqual(['a  = 1', 'bbb= 22', 'cc = 3']);
    expect(await formatted(10, table(', 2'))).toEqual(['a  = 1', 'bbb= 22', 'cc = 3']);
    expect(await formatted(40, table(', 2, FALSE, 2'))).toEqual(['  a  = 1', '  bbb= 22', '  cc = 3']);
    const wide = row('a', '1') + row('bbbbbbbb', '22') + row('cc', '3');
    expect(await formatted(40, table(', 2, FALSE, 0, NEW(Narrow)', wide))).toEqual(['a1', 'bbbbbbbb22', 'cc3']);
    const note =
      row('a', '1') + call('NoAlign') + call('PutText', ', "\\n-- note", TRUE') + row('bbb', '2') + row('c', '3');
    expect(await formatted(40, table(', 2, FALSE', note))).toEqual(['a1', '-- note', 'bbb2', 'c  3']);
  });

  test('columns', async () => {
    const col = (args: string) => `${word('ab')}${call('Col', args)}${word('c')}`;
    expect(await formatted(40, col(', 5'))).toEqual(['ab   c']);
    expect(await formatted(40, col(', 1'))).toEqual(['abc']);
    expect(await formatted(40, col(', 1, FALSE, 2'))).toEqual(['ab  c']);
    expect(await formatted(40, `${word('xyz')}${call('Begin')}${col(', 4, TRUE')}${END}`)).toEqual(['xyzab  c']);
  });

  test('what is open is ended by Flush; an End too many is a fault', async () => {
    expect(await formatted(40, `${call('Group')}${word('a')}${call('Flush')}${word('b')}`)).toEqual(['ab']);
    const declarations = `${DECLARATIONS} PROCEDURE TooMany() = BEGIN Formatter.End(f) END TooMany;`;
    const body = 'f := Formatter.New(Stdio.stdout); Say(Formatter.UnderlyingWr(f) = Stdio.stdout); Raises(TooMany);';
    expect(await shows({ imports: 'Formatter, Stdio', declarations, body })).toBe('TRUE\nASSERTFailed\n');
  });

  test.each([
    1, 2, 3,
  ])('random expressions: nothing is lost, and no line is longer than a word needs: seed %i', async (seed) => {
    const random = new Random(seed);
    const texts: string[] = [];
    const expression = (depth: number): string => {
      if (depth === 0 || random.below(3) === 0) {
        const text = 'abcdefgh'.slice(0, 1 + random.below(6));
        texts.push(text);
        return word(text);
      }
      const breaks = ['UnitedBreak', 'Break', 'Break'];
      const kinds = ['NonOptimal', 'OptimalBreak', 'OptimalNoBreak'];
      const parts = Array.from({ length: 1 + random.below(5) }, (_, i) => {
        const name = random.pick(breaks);
        const between =
          i === 0 ? '' : call(name, name === 'Break' ? `, 0, Formatter.BreakType.${random.pick(kinds)}` : '');
        return between + expression(depth - 1);
      });
      return `${random.below(2) ? call('Begin') : call('Group')}${parts.join('')}${END}`;
    };
    const statements = Array.from({ length: 12 }, () => `${expression(4)}${call('NewLine')}`).join('');
    for (const width of [12, 30, 1000]) {
      const lines = await formatted(width, statements);
      expect(lines.join('').replaceAll(' ', '')).toBe(texts.join(''));
      // With room for everything only the twelve lines are there, the last one empty.
      if (width === 1000) expect(lines.length).toBe(13);
    }
  });
});
