/** What changes an interface's fingerprint and what does not; that both sides compute the same one. */
import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/compiler/fingerprint.ts';
import { checkProgram } from '../../src/language/check.ts';
import { compile } from './machine.ts';

const BASE = `INTERFACE I;
TYPE Color = {Red, Green}; T <: REFANY; R = RECORD a: INTEGER := 3; next: REF R END;
     O = OBJECT n: INTEGER METHODS m (c: Color) END;
EXCEPTION E(R);
CONST Max = 10; Name = "n"; Colors = SET OF Color {Color.Red};
VAR v: ARRAY [0 .. Max] OF R;
PROCEDURE P (a: INTEGER; READONLY b: R; c := Color.Green): T RAISES {E};
END I.
`;

function fingerprintOf(text: string): string {
  const { program, diagnostics } = checkProgram({ files: [{ path: 'I.i3', text }], partial: true });
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return fingerprint(program.own.find((u) => u.entity.name === 'I')!);
}

describe('a fingerprint changes with', () => {
  test.each([
    ['the value of a constant', 'Max = 10', 'Max = 11'],
    ['a text', '"n"', '"m"'],
    ['a set', 'Color {Color.Red}', 'Color {}'],
    ['the order of enumeration elements', '{Red, Green}', '{Green, Red}'],
    ['the default of a field', ':= 3', ':= 4'],
    ['a type behind a reference', 'a: INTEGER', 'a: CARDINAL'],
    ['the bound of an opaque type', 'T <: REFANY', 'T <: ROOT'],
    ['the name of a parameter', 'P (a:', 'P (z:'],
    ['the mode of a parameter', 'READONLY b', 'VAR b'],
    ['the default of a parameter', 'c := Color.Green', 'c := Color.Red'],
    ['RAISES', 'RAISES {E}', 'RAISES ANY'],
    ['the result', 'Green): T', 'Green): INTEGER'],
    ['EPHEMERAL', 'PROCEDURE P', 'EPHEMERAL PROCEDURE P'],
    ['the argument of an exception', 'E(R)', 'E(INTEGER)'],
    ['<*IMPLICIT*>', 'EXCEPTION E', '<*IMPLICIT*> EXCEPTION E'],
    ['the type of a variable', '0 .. Max]', '0 .. 1]'],
    ['a method', 'm (c: Color)', 'm (c: INTEGER)'],
    ['a declaration more', 'VAR v', 'VAR w: INTEGER; v'],
  ])('%s', (_, from, to) => {
    expect(BASE).toContain(from);
    expect(fingerprintOf(BASE.replace(from, to))).not.toBe(fingerprintOf(BASE));
  });
});

describe('a fingerprint does not change with', () => {
  test.each([
    ['comments and layout', BASE.replaceAll(';', ' (* c *) ;\n\n')],
    [
      'the order of declarations',
      BASE.replace(/CONST.*\n/, '').replace(
        'END I.',
        'CONST Colors = SET OF Color {Color.Red}; Name = "n"; Max = 5 + 5;\nEND I.',
      ),
    ],
    [
      'how a type is written',
      BASE.replace('T <: REFANY', 'S = INTEGER; T <: REFANY')
        .replace('a: INTEGER', 'a: S')
        .replace('S = INTEGER; ', '')
        .replace('a: S', 'a: INTEGER'),
    ],
  ])('%s', (_, text) => {
    expect(fingerprintOf(text)).toBe(fingerprintOf(BASE));
  });
});

test('the interface as exported and as imported have one fingerprint', () => {
  const body = `MODULE I; REVEAL T = BRANDED REF INTEGER;
    PROCEDURE P (a: INTEGER; READONLY b: R; c: Color): T RAISES {E} = BEGIN IF c = Color.Red THEN RAISE E(b) END; WITH t = NEW(T) DO t^ := a; RETURN t END END P;
    BEGIN END I.`;
  const own = compile('I', [
    { path: 'I.i3', text: BASE },
    { path: 'I.m3', text: body },
  ]);
  const client = compile(
    'Client',
    [{ path: 'C.m3', text: 'MODULE Main; IMPORT I; VAR x := I.Max; BEGIN EVAL x END Main.' }],
    {
      interfaces: [{ path: 'I.i3', text: BASE }],
    },
  );
  expect([...own.errors, ...client.errors]).toEqual([]);
  expect(client.module.imports.map((i) => i.name)).toEqual(['I']);
  expect(client.module.imports[0]!.fingerprint).toBe(own.module.interfaces[0]!.fingerprint);
});

test('an instance of a generic interface is exported as a text that needs no generic, with the same fingerprint', () => {
  const generic = `(* A comment; with a semicolon. *)
GENERIC INTERFACE List(Elem (* ; *));
IMPORT Text;
TYPE T <: REFANY; Node = REF RECORD head: Elem.T; tail: Node END; Branded = BRANDED REF Elem.T;
CONST Name = "List of " & Elem.Name;
PROCEDURE Cons (head: Elem.T; tail: Node := NIL): Node;
END List.
`;
  const body = `GENERIC MODULE List(Elem); REVEAL T = BRANDED REF Elem.T;
    PROCEDURE Cons (head: Elem.T; tail: Node): Node = BEGIN RETURN NEW(Node, head := head, tail := tail) END Cons; BEGIN END List.`;
  const element = {
    path: 'Number.i3',
    text: 'INTERFACE Number; TYPE T = INTEGER; CONST Name = "numbers"; END Number.',
  };
  const own = compile('lists', [
    { path: 'List.ig', text: generic },
    { path: 'List.mg', text: body },
    element,
    { path: 'NumberList.i3', text: 'INTERFACE NumberList = List(Number) END NumberList.' },
    { path: 'NumberList.m3', text: 'MODULE NumberList = List(Number) END NumberList.' },
  ]);
  expect(own.errors).toEqual([]);
  const exported = own.module.interfaces.find((i) => i.name === 'NumberList')!;
  const client = compile(
    'client',
    [
      {
        path: 'C.m3',
        text: 'MODULE Main; IMPORT NumberList; BEGIN EVAL NumberList.Cons(1, NumberList.Cons(2)) END Main.',
      },
    ],
    { interfaces: [{ path: 'NumberList.i3', text: exported.source }, element] },
  );
  expect(client.errors.map((d) => d.message)).toEqual([]);
  expect(client.module.imports.find((i) => i.name === 'NumberList')!.fingerprint).toBe(exported.fingerprint);
});
