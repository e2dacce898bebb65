/**
 * What holds for every text: formatting changes only blanks, and formatting again changes nothing. On the whole corpus as it is, and on
 * spoiled layouts of a part of it, another for each seed (`SEED=7`, `ALL=1` for all of it).
 */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/language/format/edits.ts';
import { formatRange, formatText } from '../../../src/language/format/format.ts';
import { DEFAULT_OPTIONS, type FormatOptions } from '../../../src/language/format/options.ts';
import { indentLine, TYPING_TRIGGERS, typingEdits } from '../../../src/language/format/typing.ts';
import { parseUnit } from '../../../src/language/parser/parse.ts';
import { content, corpus, isRight, Random, type Sample, SPOILED, spoil } from './corpus.ts';

const SEED = Number(process.env['SEED'] ?? 1);
const problems = (text: string) => parseUnit(text, '').diagnostics.map(({ span }) => span);
const formatted = (text: string, options: FormatOptions = DEFAULT_OPTIONS): string =>
  applyEdits(text, formatText(text, [], options));

const all = corpus();
const right = all.filter(({ text }) => isRight(text));
/** A tenth of it, another with each seed. */
const some = process.env['ALL'] ? right : right.filter((_, i) => (i + SEED) % 10 === 0);

/** The names of samples for which the check finds something. */
function failures(samples: readonly Sample[], check: (sample: Sample) => string | undefined): string[] {
  return samples.flatMap((sample) => {
    const what = check(sample);
    return what === undefined ? [] : [`${sample.name}: ${what}`];
  });
}

function checked(text: string, options: FormatOptions = DEFAULT_OPTIONS): string | undefined {
  const once = formatted(text, options);
  if (content(once) !== content(text)) return 'the tokens change';
  return formatted(once, options) === once ? undefined : 'formatting again changes something';
}

describe('formatting', () => {
  it('finds the corpus', () => expect(right.length).toBeGreaterThan(1000));

  it('keeps all tokens, comments and pragmas, and formatting again changes nothing', () => {
    expect(failures(right, ({ text }) => checked(text))).toEqual([]);
  });

  it('gives something that parses', () => {
    expect(failures(some, ({ text }) => (isRight(formatted(text)) ? undefined : 'it does not parse'))).toEqual([]);
  });

  for (const [name, change] of Object.entries(SPOILED)) {
    it(`does so with ${name}`, () => {
      const random = new Random(SEED);
      expect(failures(some, ({ text }) => checked(spoil(text, change, random)))).toEqual([]);
    });
  }

  it('does so in narrow, in wide and in tabbed texts, and with carriage returns', () => {
    const narrow = { indent: 4, tabs: false, width: 30 };
    const tabbed = { indent: 8, tabs: true, width: 80 };
    expect(failures(some, ({ text }) => checked(text, narrow) ?? checked(text, tabbed))).toEqual([]);
    const carriage = (text: string) => text.replace(/\n/g, '\r\n');
    const kept = (text: string) => (formatted(carriage(text)) === carriage(formatted(text)) ? undefined : 'line ends');
    expect(failures(some, ({ text }) => kept(text))).toEqual([]);
  });

  it('never throws, loses nothing and is stable in texts with errors', () => {
    const random = new Random(SEED);
    const wrong = all.filter((sample) => !right.includes(sample));
    const torn = some.map(({ name, text }) => ({ name, text: tear(text, random) }));
    const check = ({ text }: Sample): string | undefined => {
      const once = applyEdits(text, formatText(text, problems(text), DEFAULT_OPTIONS));
      if (content(once) !== content(text)) return 'the tokens change';
      const twice = applyEdits(once, formatText(once, problems(once), DEFAULT_OPTIONS));
      return twice === once ? undefined : 'formatting again changes something';
    };
    expect(failures([...wrong, ...torn], check)).toEqual([]);
  });

  it('of a range changes nothing but its lines', () => {
    const random = new Random(SEED);
    const check = ({ text: original }: Sample): string | undefined => {
      const text = spoil(original, SPOILED['blanks here and there']!, random);
      const a = random.below(text.length);
      const range = { start: a, end: a + random.below(Math.min(400, text.length - a) + 1) };
      const before = text.slice(0, text.lastIndexOf('\n', range.start - 1) + 1);
      const after = text.slice(range.end).replace(/^[^\n]*/, '');
      const result = applyEdits(text, formatRange(text, range, problems(text), DEFAULT_OPTIONS));
      if (!result.startsWith(before) || !result.endsWith(after)) return `outside of ${range.start} to ${range.end}`;
      return content(result) === content(text) ? undefined : 'the tokens change';
    };
    expect(failures(some, check)).toEqual([]);
  });

  it('indents each line of a formatted text as it is when it is typed', () => {
    const check = ({ text: original }: Sample): string | undefined => {
      const text = formatted(original);
      let start = 0;
      for (const line of text.split('\n')) {
        const isRemark = /^ *(\(\*|<\*(?! *ASSERT)|$)/.test(line);
        if (!isRemark && indentLine(text, start, DEFAULT_OPTIONS).length > 0) return line;
        start += line.length + 1;
      }
      return undefined;
    };
    expect(failures(some.slice(0, 40), check)).toEqual([]);
  });

  it('while typing changes only blanks, also in texts that end anywhere', () => {
    const random = new Random(SEED);
    const check = ({ text }: Sample): string | undefined => {
      for (let i = 0; i < 5; i++) {
        const offset = random.below(text.length);
        const torn = text.slice(0, offset);
        const edits = typingEdits(torn, offset, random.one(TYPING_TRIGGERS), DEFAULT_OPTIONS);
        if (content(applyEdits(torn, edits)) !== content(torn)) return `at ${offset}`;
      }
      return undefined;
    };
    expect(failures(some, check)).toEqual([]);
  });

  it('copes with much of everything, nested, in a row and unfinished', () => {
    const much = (part: string, count = 1000) => part.repeat(count);
    const program = (body: string) => `MODULE Big;\nBEGIN\n${body}\nEND Big.\n`;
    const texts = [
      program(`  x := ${much('alpha + ', 8_000)}0;`),
      program(`  F(${much('a, ', 15_000)}b);`),
      program(much('  IF a THEN b := c ELSE WHILE d DO e() END END;\n', 2000)),
      program(`  x := ${much('(')}1${much(')')};`),
      program(`${much('IF x > 0 THEN ')} x := 1; ${much('END; ')}`),
      program(`IF a THEN ${much('ELSIF b THEN c() ')}END;`),
      program(`${much('x := NEW(T OBJECT a: ')}T${much(' END)')};`),
      `MODULE M;\n${much('PROCEDURE P() = ')} BEGIN ${much('BEGIN END P; ')} END M.`,
      `MODULE M; VAR a: T; ${much('(* a *)\n  ')} BEGIN END M.`,
      `MODULE M; ${much('VAR TYPE CONST ')}`,
      `MODULE M; BEGIN ${much('f(VAR ')}${much('; | END ')}`,
      `MODULE M; BEGIN ${much('CASE x OF | a => ')}`,
      `MODULE M; BEGIN ${much(')')}${much('| ')}${much('END ')}${much('*> ')}`,
    ];
    expect(
      failures(
        texts.map((text) => ({ name: text.slice(0, 40), text })),
        ({ text }) => checked(text),
      ),
    ).toEqual([]);
  });
});

/** Takes a few pieces out, or doubles them. */
function tear(text: string, random: Random): string {
  let torn = text;
  for (let i = 0; i < 3; i++) {
    const at = random.below(torn.length);
    const length = random.below(30);
    torn =
      torn.slice(0, at) +
      (random.below(3) === 0 ? torn.slice(at, at + length) : '') +
      torn.slice(at + (random.below(2) === 0 ? length : 0));
  }
  return torn;
}
