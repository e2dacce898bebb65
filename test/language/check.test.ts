/** The checker as a whole: caching, single files, hostile input, what diagnostics carry. */
import { describe, expect, it } from 'vitest';
import { checkFile, checkProgram, createCheckCache, type UnitProvider } from '../../src/language/check.ts';

const codes = (diagnostics: readonly { readonly code: string }[]) => diagnostics.map((d) => d.code);

describe('the cache', () => {
  const A = { path: 'A.i3', text: 'INTERFACE A; CONST N = 3; END A.' };
  const B = { path: 'B.i3', text: 'INTERFACE B; IMPORT A; CONST M = A.N; END B.' };
  const C = { path: 'C.i3', text: 'INTERFACE C; CONST K = 1; END C.' };

  it('keeps what has not changed and checks anew what depends on a change', () => {
    const cache = createCheckCache();
    const first = checkProgram({ files: [A, B, C], cache });
    const again = checkProgram({ files: [A, B, C], cache });
    expect(again.program.own).toEqual(first.program.own);
    for (const name of ['A.i3', 'B.i3', 'C.i3'])
      expect(again.files.get(name)!.result).toBe(first.files.get(name)!.result);
    const changed = checkProgram({ files: [{ ...A, text: 'INTERFACE A; CONST N = "x"; END A.' }, B, C], cache });
    expect(changed.files.get('B.i3')!.result).not.toBe(first.files.get('B.i3')!.result);
    expect(changed.files.get('C.i3')!.result).toBe(first.files.get('C.i3')!.result);
    const m = changed.files.get('B.i3')!.result!.checked.entity.members.get('M');
    expect(m?.kind === 'const' && m.value).toEqual({ kind: 'text', value: 'x' });
  });

  it('repeats the diagnostics of units it does not check again', () => {
    const cache = createCheckCache();
    const files = [{ path: 'X.i3', text: 'INTERFACE X; VAR v: Missing; END X.' }];
    expect(codes(checkProgram({ files, cache }).diagnostics)).toEqual(['M3103']);
    expect(codes(checkProgram({ files, cache }).diagnostics)).toEqual(['M3103']);
  });
});

describe('a single file', () => {
  const provider: UnitProvider = {
    findInterface: (name) =>
      name === 'A' ? { path: 'A.i3', text: 'INTERFACE A; PROCEDURE P(); VAR x: Oops; END A.', own: true } : undefined,
    findModule: () => undefined,
  };

  it('sees the interfaces around it and reports only its own mistakes', () => {
    const text = 'MODULE A; VAR y: TEXT := 3; PROCEDURE P() = BEGIN END P; BEGIN END A.';
    const { diagnostics } = checkFile({ path: 'A.m3', text }, provider, createCheckCache());
    expect(codes(diagnostics.filter((d) => d.severity === 'error'))).toEqual(['M3520']);
  });

  it('is not asked for bodies elsewhere', () => {
    const { diagnostics } = checkFile(
      { path: 'B.i3', text: 'INTERFACE B; TYPE T <: REFANY; PROCEDURE P(); END B.' },
      provider,
      createCheckCache(),
    );
    expect(diagnostics).toEqual([]);
  });
});

describe('libraries', () => {
  const units: Record<string, string> = {
    'L.i3': 'INTERFACE L; PROCEDURE P(); END L.',
    'L.m3': 'MODULE L; IMPORT K; PROCEDURE P() = BEGIN K.Q() END P; BEGIN END L.',
    'K.i3': 'INTERFACE K; PROCEDURE Q(); END K.',
    'KImpl.m3': 'MODULE KImpl EXPORTS K; PROCEDURE Q() = BEGIN END Q; BEGIN END KImpl.',
    'Far.i3': 'INTERFACE Far; PROCEDURE R(); END Far.',
  };
  const file = (path: string) => (units[path] ? { path, text: units[path] } : undefined);
  const provider: UnitProvider = {
    findInterface: (name) => {
      const found = file(`${name}.i3`);
      return found && { ...found, own: name !== 'Far' };
    },
    findModule: (name) => file(`${name}.m3`),
    findExporters: (name) => (name === 'K' ? [file('KImpl.m3')!] : []),
  };

  it('are compiled in with the modules that implement them; other domains are not', () => {
    const { program, diagnostics } = checkProgram({
      files: [{ path: 'Main.m3', text: 'MODULE Main; IMPORT L, Far; BEGIN L.P(); Far.R() END Main.' }],
      provider,
    });
    expect(diagnostics).toEqual([]);
    expect(program.own.map((u) => `${u.entity.unitKind} ${u.entity.name}`)).toEqual([
      'interface L',
      'interface K',
      'module KImpl',
      'module L',
      'module Main',
    ]);
    expect(program.imported.map((u) => u.entity.name)).toEqual(['Far']);
  });
});

describe('hostile input', () => {
  const one = (text: string) => checkProgram({ files: [{ path: 'X.m3', text }] }).diagnostics;

  it('may be empty, or no program at all', () => {
    for (const text of [
      '',
      ';',
      'MODULE',
      'INTERFACE X',
      'MODULE X; BEGIN END',
      '\0',
      'MODULE X EXPORTS ; IMPORT ; FROM IMPORT ; BEGIN END X.',
      'INTERFACE X = END X.',
      'MODULE X = G( END X.',
    ]) {
      expect([text, one(text).length > 0]).toEqual([text, true]);
    }
  });

  it('may be an empty file', () => {
    expect(codes(one('(* nothing *)'))).toEqual(['P1015']);
  });

  it('may chain declarations beyond any stack', () => {
    const types = Array.from({ length: 20_000 }, (_, i) => `T${i} = RECORD a: T${i + 1} END;`).join('\n');
    const found = one(`MODULE X; TYPE ${types} T20000 = INTEGER; VAR v: T0; BEGIN v := v END X.`);
    expect(codes(found)).toEqual(['M3099']);
  });

  it('may nest types as deeply as it can write them', () => {
    const deep = `${'REF '.repeat(5_000)}INTEGER`;
    const found = one(`MODULE X; VAR a: ${deep}; b: ${deep}; BEGIN a := b END X.`);
    expect(found.every((d) => d.severity === 'error')).toBe(true);
  });

  it('may be very long', () => {
    const constants = Array.from({ length: 5_000 }, (_, i) => `C${i} = ${i === 0 ? '1' : `C${i - 1} + 1`};`).join('\n');
    expect(codes(one(`MODULE X; CONST ${constants} VAR v := C4999; BEGIN v := v END X.`))).toEqual([]);
  });
});

describe('diagnostics', () => {
  it('point to the other place that explains them', () => {
    const files = [
      { path: 'I.i3', text: 'INTERFACE I; PROCEDURE P(a: INTEGER); END I.' },
      { path: 'I.m3', text: 'MODULE I; PROCEDURE P(a: TEXT) = BEGIN EVAL a END P; BEGIN END I.' },
    ];
    const [found] = checkProgram({ files }).diagnostics;
    expect(found).toMatchObject({
      code: 'M3301',
      span: { file: 'I.m3', start: 20, end: 21 },
      related: [{ span: { file: 'I.i3', start: 23, end: 24 } }],
    });
  });

  it('suggest the name that was probably meant', () => {
    const files = [
      { path: 'X.m3', text: 'MODULE X; TYPE Colour = INTEGER; VAR v: Color; w: Colour := v; BEGIN v := w END X.' },
    ];
    expect(checkProgram({ files }).diagnostics[0]!.hint).toContain('Colour');
  });

  it('come in the order of files and positions', () => {
    const files = ['B', 'A'].map((n) => ({
      path: `${n}.m3`,
      text: `MODULE ${n}; VAR x: Missing; y: Missing2; BEGIN x := y END ${n}.`,
    }));
    const places = checkProgram({ files }).diagnostics.map((d) => `${d.span.file} ${d.span.start}`);
    expect(places).toEqual(['B.m3 17', 'B.m3 29', 'A.m3 17', 'A.m3 29']);
  });
});
