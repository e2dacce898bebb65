import { describe, expect, it } from 'vitest';
import type {
  EnumType,
  InterfaceUnit,
  ModuleUnit,
  ProcedureDecl,
  RecordType,
  TypeDecl,
  VarDecl,
} from '../../../src/language/generated/ast.ts';
import { docComment } from '../../../src/language/parser/doc-comments.ts';
import { type Pragma, pragmasBefore, pragmasOf, pragmasOfBlock } from '../../../src/language/parser/pragmas.ts';
import { parse } from './tree.ts';

const names = (pragmas: readonly Pragma[]): string[] => pragmas.map(({ name }) => name);
const declarations = (text: string) => (parse(`INTERFACE I;\n${text}\nEND I.`) as InterfaceUnit).declarations;

describe('pragmas', () => {
  it('are all found, with name, text and place', () => {
    const source = 'INTERFACE I; <* EXTERNAL foo:C *> VAR x: T; (* c *) <*NOWARN*> END I.';
    const pragmas = pragmasOf(parse(source));
    expect(pragmas.map(({ name, text }) => [name, text])).toEqual([
      ['EXTERNAL', 'foo:C'],
      ['NOWARN', ''],
    ]);
    expect(source.slice(pragmas[0]!.span.start, pragmas[0]!.span.end)).toBe('<* EXTERNAL foo:C *>');
  });

  it('are known by the table or by a PRAGMA pragma', () => {
    const pragmas = pragmasOf(parse('INTERFACE I; <*PRAGMA FOO, BAR*> <*FOO 1*> <*BAZ*> <*INLINE*> <**> END I.'));
    expect(pragmas.map(({ name, known }) => [name, known])).toEqual([
      ['PRAGMA', true],
      ['FOO', true],
      ['BAZ', false],
      ['INLINE', true],
      ['', false],
    ]);
  });

  it('before a section apply to all of it, those before a declaration to that one', () => {
    const found = declarations('<*A*> VAR x: T; (* c *) <*B*> y: T; <*C*> CONST z = 1; <*D*> EXCEPTION E; F;');
    expect(found.map((d) => names(pragmasBefore(d)))).toEqual([['A'], ['A', 'B'], ['C'], ['D'], ['D']]);
  });

  it('stand among the attributes of procedures', () => {
    const found = declarations(
      '<*A*> PROCEDURE P(); <*A*> EPHEMERAL <*B*> FUNCTIONAL <*C*> PROCEDURE Q(); PROCEDURE R();',
    );
    expect(found.map((d) => names(pragmasBefore(d)))).toEqual([['A'], ['A', 'B', 'C'], []]);
  });

  it('of formals and variables are those of their group and their own', () => {
    const [p, v] = declarations('PROCEDURE P(<*A*> VAR a, <*B*> b: T; c: T); VAR <*C*> x, <*D*> y: T;');
    const formals = (p as ProcedureDecl).signature.formals.flatMap((group) => group.formals);
    expect(formals.map((formal) => names(pragmasBefore(formal)))).toEqual([['A'], ['A', 'B'], []]);
    expect((v as VarDecl).variables.map((variable) => names(pragmasBefore(variable)))).toEqual([['C'], ['C', 'D']]);
  });

  it('of a unit stand before its first word', () => {
    expect(names(pragmasBefore(parse('<*EXTERNAL*> (* c *) UNSAFE <*X*> INTERFACE I; <*Y*> END I.')))).toEqual([
      'EXTERNAL',
      'X',
    ]);
  });

  it('of a block stand among its declarations', () => {
    const unit = parse(
      'MODULE M; <*FATAL A*> VAR x: T; <*FATAL B*> PROCEDURE P() = <*FATAL C*> BEGIN <*FATAL D*> BEGIN END END P; BEGIN END M.',
    ) as ModuleUnit;
    const texts = (pragmas: readonly Pragma[]): string[] => pragmas.map(({ text }) => text);
    expect(texts(pragmasOfBlock(unit.body!))).toEqual(['A', 'B']);
    const { body } = unit.body!.declarations[1] as ProcedureDecl;
    expect(texts(pragmasOfBlock(body!)).slice(0, 1)).toEqual(['C']);
  });
});

describe('documentation', () => {
  it('stands behind a declaration, on its line or the next', () => {
    const found = declarations(`PROCEDURE P(); (* does P *)
PROCEDURE Q();
(* Does Q,
   and well. *)

CONST
  a = 1; (* first *)
  b = 2;
  (* second *)

  c = 3;`);
    expect(found.map(docComment)).toEqual(['does P', 'Does Q,\nand well.', 'first', 'second', undefined]);
  });

  it('or before it', () => {
    const found = declarations(`(* About P. *)
PROCEDURE P();

(* Not about Q. *)

PROCEDURE Q();
(* Touches both: about T. *)
TYPE T = INTEGER;`);
    expect(found.map(docComment)).toEqual(['About P.', undefined, 'Touches both: about T.']);
  });

  it('of fields and elements likewise', () => {
    const [r, e] = declarations(`TYPE R = RECORD
    x: T; (* abscissa *)
    y: T; (* ordinate *)
  END;
  E = {A, (* one *)
       B  (* two *) };`) as TypeDecl[];
    expect((r!.type as RecordType).fields.map(docComment)).toEqual(['abscissa', 'ordinate']);
    expect((e!.type as EnumType).elements.map(docComment)).toEqual(['one', 'two']);
  });

  it('of a procedure with a body stands behind its heading', () => {
    const unit = parse(
      'MODULE M;\nPROCEDURE P() =\n  (* What P does. *)\n  BEGIN\n  END P;\nBEGIN END M.',
    ) as ModuleUnit;
    expect(docComment(unit.body!.declarations[0]!)).toBe('What P does.');
  });

  it('of a unit stands behind its heading or before it', () => {
    expect(docComment(parse('INTERFACE I;\n(* About I. *)\n\nVAR x: T;\nEND I.'))).toBe('About I.');
    expect(docComment(parse('(* Copyright *)\n\n(* About I. *)\nINTERFACE I;\nVAR x: T;\nEND I.'))).toBe('About I.');
  });

  it('loses its stars and its indentation', () => {
    const [p] = declarations('(**\n * First.\n *   Second.\n **)\nPROCEDURE P();');
    expect(docComment(p!)).toBe('First.\n  Second.');
  });
});
