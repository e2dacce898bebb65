/** Headings, pragmas, literals and layouts as they stand in trees of the nineties and in today's. */
import { describe, expect, it } from 'vitest';
import { parseUnit } from '../../../src/language/parser/parse.ts';

const messages = (text: string): string[] =>
  parseUnit(text, 'test.m3').diagnostics.map(({ code, message, span }) => `${code} at ${span.start}: ${message}`);

describe('units', () => {
  it.each([
    'UNSAFE (* for the hardware *) MODULE M EXPORTS M, (* and *) MPrivate; BEGIN END M.',
    '<*EXTERNAL*> UNSAFE INTERFACE I; END I.',
    'UNSAFE <*NOWARN*> INTERFACE I; END I.',
    'INTERFACE I = G(A, B) END I.',
    'UNSAFE MODULE M EXPORTS N = G(A) END M.',
    'GENERIC INTERFACE G(); END G.',
    'MODULE M; IMPORT A AS B, C; FROM D IMPORT e, f; <* FATAL C.X, ANY *> BEGIN END M.',
  ])('%s', (text) => expect(messages(text)).toEqual([]));
});

describe('declarations', () => {
  it.each([
    'EPHEMERAL PROCEDURE P();',
    'FUNCTIONAL\n  PROCEDURE\nP (a: INTEGER): BOOLEAN;',
    'EPHEMERAL (* c *) <*INLINE*> FUNCTIONAL PROCEDURE P() RAISES { };',
    '<*UNUSED*> EPHEMERAL <*INLINE*> PROCEDURE P(<*UNUSED*> VAR a: T; <*UNUSED*> READONLY b := 3; );',
    '<*EXTERNAL "name" C*> PROCEDURE P(a: T);',
    '<*EXTERNAL "name":C*> PROCEDURE P(a: T);',
    '<*EXTERNAL f WINAPI*> <*FATAL X*> PROCEDURE P();',
    '<*EXTERNAL*> VAR x: INTEGER;',
    'PROCEDURE P() RAISES {A, B.C, };',
    'PROCEDURE P() RAISES ANY;',
    'TYPE T = EPHEMERAL PROCEDURE (); U = FUNCTIONAL PROCEDURE (a, b: T;): U RAISES {};',
    'TYPE T = <*CALLBACK*> PROCEDURE (); U = <*WINAPI*> PROCEDURE ();',
    'TYPE T = OBJECT METHODS EPHEMERAL m(); <*LL.sup = VBT.mu*> FUNCTIONAL n(x: T := 3;): U := N; <*UNUSED*> o() END;',
    'TYPE T = A.B BRANDED "b" & C.d OBJECT f: T METHODS m() OVERRIDES n := N.o; METHODS p() END;',
    'TYPE T = BRANDED OBJECT END; U = UNTRACED BRANDED "u" REF T; V = UNTRACED ROOT OBJECT END;',
    'TYPE T = RECORD END; U = {}; V = SET OF [0..31]; W = BITS 8 FOR [0..255]; X = ALIGNED 16 FOR W;',
    'REVEAL T = Public BRANDED OBJECT END; X.T <: ROOT;',
    'CONST a = 1;; b = 2;;; TYPE VAR EXCEPTION REVEAL CONST',
    'EXCEPTION A; B(INTEGER); C (REF ARRAY OF TEXT);',
  ])('%s', (text) => expect(messages(`INTERFACE I;\n${text}\nEND I.`)).toEqual([]));
});

describe('pragmas', () => {
  it.each([
    '<*LL = VBT.mu.v*>',
    '<*LL.sup <= {a, b[i]}*>',
    "<*SPEC P(x) MODIFIES y[RES] REQUIRES x # 'a' AND t = \"*>\" ENSURES (ALL [i: T] y'[i] = x) *>",
    '<*SPEC VAR Value: MAP TEXT TO SEQ[CHAR] *>',
    '<*PRAGMA SPEC, LL*>',
    '<*X a <* b <* c *> *> (* *> *) *>',
    '<*LINE 12 "file.x"*>',
    '<* *>',
    '<**>',
  ])('%s between declarations', (pragma) => {
    expect(messages(`INTERFACE I;\n${pragma}\nCONST a = 1;\n${pragma}\nEND I.`)).toEqual([]);
  });
});

describe('statements', () => {
  it.each([
    'CASE x OF END; CASE x OF 1 => ELSE END; CASE x OF | 1, 2..3 => f() | 4 => END',
    'TRY EXCEPT ELSE END; TRY f() EXCEPT END; TRY FINALLY END; TRY f() EXCEPT | A, B.C => | D(e) => (* nothing *) ELSE END',
    'TYPECASE r OF NULL => | T, U.V => | W(w) => ELSE END',
    'WITH a = b, c = d^, DO END',
    'FOR i := n TO 0 BY -1 DO END',
    'VAR BEGIN END; BEGIN END; VAR x := 1; CONST c = 2; PROCEDURE P() = BEGIN END P; BEGIN END',
    'IF a THEN ELSIF b THEN ELSE END;;; <*ASSERT FALSE*> <* ASSERT a, "why" *> <*DEBUG x*> RETURN;',
    'EVAL NEW(T OBJECT METHODS m() := M END, a := 1).init()^.f[1, 2][3]^',
    'WITH v = VIEW(data^, ARRAY [0..3] OF CHAR) DO v[0] := VIEW(d, T).x END',
    'x := LOOPHOLE(Word.And(a, 16_fffffffffffffff8), UNTRACED REF INTEGER)^',
    'x := NOT NOT a AND - - b < + c OR d IN S{1, 2..3}; (a).b := (c)^.d',
  ])('%s', (text) => expect(messages(`MODULE M;\nBEGIN\n${text}\nEND M.`)).toEqual([]));
});

describe('literals', () => {
  it.each([
    '16_FFFF',
    '16_ffffL',
    '123L',
    '123l',
    '2_1010',
    '1.5',
    '1.5d0',
    '1.0x0',
    '1.0E+10',
    '1.0e-3',
    '1.0D5',
    "'a'",
    "'\\n'",
    "'\\''",
    "'\"'",
    "'\\377'",
    "'\\xFF'",
    "'\\XfF'",
    "W'\\xFFFF'",
    "W'\\U10FFFF'",
    "W'\\177777'",
    '"\\x41\\t\\\\\\""',
    'W"\\x0041\\U01F600"',
    "'é'",
    '"Zoë"',
    'W"日本"',
  ])('%s', (text) => expect(messages(`INTERFACE I;\nCONST a = ${text};\nEND I.`)).toEqual([]));
});

describe('words that SPIN and CM3 reserve are names elsewhere', () => {
  it.each([
    'VAR VIEW, FUNCTIONAL, EPHEMERAL, IMPLICIT, ALIGNED, LONGINT, WIDECHAR: INTEGER;',
    'TYPE EPHEMERAL = RECORD VIEW: INTEGER; FUNCTIONAL, EPHEMERAL: REF FUNCTIONAL END; FUNCTIONAL = INTEGER;',
    'TYPE T = {EPHEMERAL, VIEW, FUNCTIONAL, ALIGNED};',
    'PROCEDURE FUNCTIONAL(EPHEMERAL: INTEGER; VIEW := 3; ALIGNED: FUNCTIONAL);',
    'TYPE T = OBJECT METHODS EPHEMERAL(); VIEW(); FUNCTIONAL (a: INTEGER) END;',
  ])('%s', (text) => expect(messages(`INTERFACE I;\n${text}\nEND I.`)).toEqual([]));

  it('in statements, too', () => {
    const text = 'EPHEMERAL(); EPHEMERAL := FUNCTIONAL; r.VIEW := r.EPHEMERAL; FUNCTIONAL.x := ALIGNED + 1; VIEW(a)';
    expect(messages(`MODULE M; IMPORT EPHEMERAL, VIEW AS FUNCTIONAL;\nBEGIN\n${text}\nEND M.`)).toEqual([]);
  });
});

describe('files', () => {
  const lines = ['INTERFACE I;', '\t(* tab *)', '\fCONST a = 1;', '\vEND I.'];
  it.each([
    ['lines of any system', '\n'],
    ['lines of any system', '\r\n'],
    ['lines of any system', '\r'],
    ['blank lines', '\n\f\n \t\n'],
  ])('%s', (_what, end) => expect(messages(lines.join(end))).toEqual([]));
  it('a mark in front, NULs in comments', () => {
    expect(messages('\uFEFF(* a \0 b \x01 *) INTERFACE I; END I.')).toEqual([]);
  });
  it('filled with NULs or ended by control-Z', () => {
    expect(messages('INTERFACE I; END I.\n\0\0\0\0')).toEqual([]);
    expect(messages('INTERFACE I; END I.\r\n\x1a')).toEqual([]);
    expect(messages('INTERFACE I; \0 END I.')).toHaveLength(1);
  });
});
