/** Checking with what earlier checks have kept says what checking everything says, whatever has been changed between them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CheckInput, checkProgram } from '../../../src/language/check.ts';
import type { KeptFiles } from '../../../src/language/recheck/kept.ts';
import { recheckProgram } from '../../../src/language/recheck/recheck.ts';
import { type GoldenSource, goldenInput, readGolden, type Section } from '../golden.ts';
import { edited, generator, type Random } from './edits.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

/** What is told about a program, and in which texts. */
function said({ diagnostics, source }: Pick<ReturnType<typeof checkProgram>, 'diagnostics' | 'source'>): unknown {
  const files = diagnostics.flatMap((d) => [d.span, ...(d.related ?? []).map((r) => r.span)].map((s) => s.file));
  return { diagnostics, texts: [...new Set(files)].map((file) => [file, source(file)]) };
}

/** Checks in both ways; what is kept goes through what it goes through on its way to the disk and back. */
function both(input: CheckInput, kept: KeptFiles): KeptFiles {
  const found = recheckProgram(input, kept, hash);
  expect(said(found)).toEqual(said(checkProgram(input)));
  return structuredClone(found.files);
}

const programs: readonly { readonly name: string; readonly source: GoldenSource }[] = readdirSync(
  join(import.meta.dirname, '..'),
  { recursive: true, encoding: 'utf8' },
)
  .filter((name) => name.endsWith('.m3'))
  .map((name) => ({ name, source: readGolden(name, readFileSync(join(import.meta.dirname, '..', name), 'utf8')) }))
  .filter(({ source }) => source.sections.length > 1);

/** The program after a few edits, of one section mostly; now and then as it was written, or without one of its sections. */
function changed(now: GoldenSource, original: GoldenSource, random: Random): GoldenSource {
  const { sections } = now;
  if (random(4) === 0 || sections.length === 0) return original;
  const at = random(sections.length);
  if (random(12) === 0) return { ...now, sections: sections.toSpliced(at, 1) };
  const section = { ...sections[at]!, text: edited(sections[at]!, original.sections, random) };
  return { ...now, sections: sections.with(at, section) };
}

describe('checking with what was kept', () => {
  it('says the same of every program, at first and again', () => {
    expect(programs.length).toBeGreaterThan(50);
    for (const { source } of programs) {
      const input = goldenInput(source);
      both(input, both(input, new Map()));
    }
  });

  it('says the same after each of many edits', () => {
    const random = generator(1);
    const EDITS = 6;
    for (const { source } of programs) {
      let now = source;
      let kept: KeptFiles = new Map();
      for (let i = 0; i < EDITS; i++) {
        kept = both(goldenInput(now), kept);
        now = changed(now, source, random);
      }
    }
  });

  it('says the same of a program that was right and in which another word stands in an interface, each in turn', () => {
    const source = readGolden('', readFileSync(join(import.meta.dirname, 'program.sources'), 'utf8'));
    expect(checkProgram(goldenInput(source)).diagnostics).toEqual([]);
    const kept = both(goldenInput(source), new Map());
    for (const [at, section] of source.sections.entries()) {
      if (!section.path.endsWith('.i3')) continue;
      for (const { index, 0: word } of section.text.matchAll(/\w+/g)) {
        for (const other of ['TEXT', '9']) {
          const text = section.text.slice(0, index) + other + section.text.slice(index + word.length);
          both(goldenInput({ ...source, sections: source.sections.with(at, { ...section, text }) }), kept);
        }
      }
    }
  });

  const OBSOLETE = {
    'A.i3': 'INTERFACE A; <*OBSOLETE*> CONST N = 1; END A.',
    'B.i3': 'INTERFACE B; IMPORT A; CONST M = A.N; END B.',
  };
  const IMPLEMENTED = {
    'A.i3': 'INTERFACE A; PROCEDURE P(); END A.',
    'A.m3': 'MODULE A; PROCEDURE P() = BEGIN END P; BEGIN END A.',
    'B.m3': 'MODULE B; PROCEDURE Q() = BEGIN END Q; BEGIN Q() END B.',
  };
  const HIDDEN = {
    ...IMPLEMENTED,
    'B.i3': 'INTERFACE B; TYPE T <: REFANY; END B.',
    'B.m3': 'MODULE B; REVEAL T = BRANDED "t" REF INTEGER; BEGIN END B.',
  };
  const THIS = {
    'RTCode.i3 imported': 'INTERFACE RTCode; TYPE Module <: REFANY; END RTCode.',
    'A.i3': 'INTERFACE A; VAR v: TEXT; END A.',
    'A.m3': 'MODULE A; BEGIN v := THIS_MODULE() END A.',
  };
  const CIRCLE = {
    'A.i3': 'INTERFACE A; IMPORT B; END A.',
    'B.i3': 'INTERFACE B; IMPORT C; END B.',
    'C.i3': 'INTERFACE C; END C.',
  };
  /** What changes in a program, and how it is to be told from what was kept. */
  const CHANGES: readonly [what: string, before: Texts, change: Texts][] = [
    ['a place that a warning speaks of', OBSOLETE, { 'A.i3': `(* Moved. *) ${OBSOLETE['A.i3']}` }],
    ['a pragma', OBSOLETE, { 'A.i3': 'INTERFACE A; CONST N = 1; END A.' }],
    ['a pragma in a comment', OBSOLETE, { 'A.i3': 'INTERFACE A; (*<*OBSOLETE*>*) CONST N = 1; END A.' }],
    [
      'what is imported by what is imported',
      { ...OBSOLETE, 'C.i3': 'INTERFACE C; IMPORT B; CONST K: INTEGER = B.M; END C.' },
      { 'A.i3': 'INTERFACE A; CONST N = "1"; END A.' },
    ],
    [
      'whose an interface is',
      { 'A.i3 library': IMPLEMENTED['A.i3'], 'A.m3': IMPLEMENTED['A.m3'] },
      { 'A.i3 library': '', 'A.i3 imported': IMPLEMENTED['A.i3'] },
    ],
    ['a body that is gone', IMPLEMENTED, { 'A.m3': 'MODULE A; BEGIN END A.' }],
    ['a second body', IMPLEMENTED, { 'B.m3': 'MODULE B EXPORTS A; PROCEDURE P() = BEGIN END P; BEGIN END B.' }],
    ['a revelation that is gone', HIDDEN, { 'B.m3': 'MODULE B; BEGIN END B.' }],
    [
      'a second revelation',
      HIDDEN,
      { 'A.m3': 'MODULE A; IMPORT B; PROCEDURE P() = BEGIN END P; REVEAL B.T = BRANDED "u" REF INTEGER; BEGIN END A.' },
    ],
    [
      'a brand that is used twice',
      HIDDEN,
      {
        'A.m3':
          'MODULE A; TYPE T = BRANDED "t" REF INTEGER; VAR x: T; PROCEDURE P() = BEGIN x := NIL END P; BEGIN END A.',
      },
    ],
    ['an interface of the kernel that nobody imports', THIS, { 'RTCode.i3 imported': 'INTERFACE RTCode; END RTCode.' }],
    ['an interface of the kernel that is there at last', { ...THIS, 'RTCode.i3 imported': '' }, THIS],
    ['a circle that begins', CIRCLE, { 'C.i3': 'INTERFACE C; IMPORT A; END C.' }],
    [
      'a circle that goes another way',
      { ...CIRCLE, 'C.i3': 'INTERFACE C; IMPORT A; END C.' },
      { 'A.i3': 'INTERFACE A; IMPORT D; END A.', 'D.i3': 'INTERFACE D; IMPORT C; END D.' },
    ],
    ['a mistake of syntax in an interface', OBSOLETE, { 'A.i3': 'INTERFACE A; CONST N = ; END A.' }],
    [
      'an interface that could be meant',
      { 'A.i3': 'INTERFACE A; IMPORT Cc; END A.' },
      { 'Cd.i3 imported': 'INTERFACE Cd; END Cd.' },
    ],
    ['which interface is found', OBSOLETE, { 'A.i3': 'INTERFACE X; END X.' }],
  ];

  it.each(CHANGES)('sees %s', (_, before, change) => {
    const [first, second] = [program(before), program({ ...before, ...change })];
    expect(said(checkProgram(second))).not.toEqual(said(checkProgram(first)));
    const kept = both(first, new Map());
    both(first, both(second, kept));
  });

  const USED = {
    'A.i3': 'INTERFACE A; IMPORT B; CONST N = B.M + 1; END A.',
    'B.i3': 'INTERFACE B; CONST M = 1; END B.',
    'C.i3': 'INTERFACE C; IMPORT A; CONST K = A.N; END C.',
    'D.i3': 'INTERFACE D; END D.',
  };

  it('keeps units that do not see what has changed, and those that only see it move', () => {
    const kept = (change: Texts): string[] => rememberedAfter(USED, change);
    expect(kept({})).toEqual(['A.i3', 'B.i3', 'C.i3', 'D.i3']);
    expect(kept({ 'C.i3': 'INTERFACE C; END C.' })).toEqual(['A.i3', 'B.i3', 'D.i3']);
    expect(kept({ 'A.i3': 'INTERFACE A; CONST N = 1; END A.' })).toEqual(['B.i3', 'D.i3']);
    expect(kept({ 'B.i3': 'INTERFACE B; (* one *)\nCONST M = 1; END B.' })).toEqual(['A.i3', 'C.i3', 'D.i3']);
    expect(kept({ 'B.i3': 'INTERFACE B; CONST M = 2; END B.' })).toEqual(['D.i3']);
  });

  const PARTS = {
    'A.i3': 'INTERFACE A; IMPORT B; TYPE T = B.T; U = RECORD v: T END; END A.',
    'B.i3': 'INTERFACE B; CONST Size = 3; TYPE T = ARRAY [0..Size] OF CHAR; VAR x, y: INTEGER; PROCEDURE P(); END B.',
    'B.m3': 'MODULE B; PROCEDURE P() = BEGIN END P; BEGIN x := y END B.',
    'C.i3': 'INTERFACE C; IMPORT A; VAR u: A.U; END C.',
    'D.m3': 'MODULE D; IMPORT B; BEGIN B.x := 1 END D.',
    'E.i3': 'INTERFACE E; FROM B IMPORT P; CONST F = P; END E.',
  };

  it('keeps units that cannot reach what has changed in an interface', () => {
    const keptWithB = (from: string, to: string): string[] =>
      rememberedAfter(PARTS, { 'B.i3': PARTS['B.i3'].replace(from, to) });
    const all = ['A.i3', 'C.i3', 'D.m3', 'E.i3'];
    // Whoever exports it sees all of it.
    expect(keptWithB('END B', 'CONST New = 1; END B')).toEqual(all);
    expect(keptWithB('Size = 3', 'Size = 4')).toEqual(['D.m3', 'E.i3']);
    expect(keptWithB('x, y: INTEGER', 'x, y: TEXT')).toEqual(['A.i3', 'C.i3', 'E.i3']);
    expect(keptWithB('x, y', 'x, w')).toEqual(['A.i3', 'C.i3', 'E.i3']);
    expect(keptWithB('P()', 'P(n: INTEGER)')).toEqual(['A.i3', 'C.i3', 'D.m3']);
    expect(keptWithB('INTERFACE', 'UNSAFE INTERFACE')).toEqual([]);
    expect(keptWithB('B;', 'B; IMPORT Text;')).toEqual([]);
    expect(keptWithB('END B', 'TYPE O <: REFANY; REVEAL O <: ROOT; END B')).toEqual([]);
  });
});

type Texts = Readonly<Record<string, string>>;

/** A program of the files whose texts are not empty; after a path may stand the role of a golden source's section. */
function program(texts: Texts): CheckInput {
  const sections = Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => {
      const [path, role = 'own'] = name.split(' ');
      return { path: path!, role: role as Section['role'], text, before: 0 };
    });
  return goldenInput({ sections, partial: false, errorsOnly: false });
}

/** The files of which, after a change, is told what was kept of them: here something that nobody has found out. */
function rememberedAfter(before: Texts, change: Texts): string[] {
  const { files } = recheckProgram(program(before), new Map(), hash);
  const invented = new Map(
    [...files].map(([path, file]) => {
      const span = { file: path, start: 0, end: 0 };
      const diagnostics = [{ code: 'W9999', severity: 'warning' as const, message: '', span }];
      return [path, { ...file, check: { ...file.check!, diagnostics } }];
    }),
  );
  const { diagnostics } = recheckProgram(program({ ...before, ...change }), invented, hash);
  return diagnostics.filter((d) => d.code === 'W9999').map((d) => d.span.file);
}
