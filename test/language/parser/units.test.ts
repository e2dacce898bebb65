import { describe, expect, it } from 'vitest';
import { parse, show } from './tree.ts';

const UNITS: [string, string][] = [
  ['INTERFACE A; END A.', '(InterfaceUnit endName=A name=A)'],
  [
    'UNSAFE INTERFACE A; IMPORT B, C AS D; FROM E IMPORT f, g; IMPORT H; END A.',
    '(InterfaceUnit endName=A imports=[(ImportDecl units=[(ImportedUnit unit=B) (ImportedUnit alias=D unit=C)]) (FromImport names=[(ImportedName name=f) (ImportedName name=g)] unit=E) (ImportDecl units=[(ImportedUnit unit=H)])] name=A unsafe)',
  ],
  ['MODULE A; BEGIN END A.', '(ModuleUnit body=Block endName=A name=A)'],
  ['UNSAFE MODULE A EXPORTS B, C; BEGIN END A.', '(ModuleUnit body=Block endName=A exports=[B C] name=A unsafe)'],
  [
    'GENERIC INTERFACE A(B, C); END A.',
    '(GenericInterfaceUnit endName=A formals=[(GenericFormal name=B) (GenericFormal name=C)] name=A)',
  ],
  ['GENERIC MODULE A(); BEGIN END A.', '(GenericModuleUnit body=Block endName=A name=A)'],
  [
    'INTERFACE A = G(B, C) END A.',
    '(InterfaceUnit endName=A instantiation=(Instantiation actuals=[B C] generic=G) name=A)',
  ],
  [
    'UNSAFE MODULE A EXPORTS X = G() END A.',
    '(ModuleUnit endName=A exports=[X] instantiation=(Instantiation generic=G) name=A unsafe)',
  ],
  [
    'UNSAFE GENERIC INTERFACE A(B); END A.',
    '(GenericInterfaceUnit endName=A formals=[(GenericFormal name=B)] name=A unsafe)',
  ],
];

const DECLARATIONS: [string, string][] = [
  [
    'CONST a = 1; b: INTEGER = 2; CONST',
    '[(ConstDecl name=a value=(IntLiteral text=1)) (ConstDecl name=b type=(NamedType names=[INTEGER]) value=(IntLiteral text=2))]',
  ],
  [
    'TYPE A = B; C <: D; TYPE',
    '[(TypeDecl name=A type=(NamedType names=[B])) (TypeDecl name=C opaque type=(NamedType names=[D]))]',
  ],
  [
    'VAR a, b: T; c := 1; d: T := 2;',
    '[(VarDecl type=(NamedType names=[T]) variables=[(Variable name=a) (Variable name=b)]) (VarDecl init=(IntLiteral text=1) variables=[(Variable name=c)]) (VarDecl init=(IntLiteral text=2) type=(NamedType names=[T]) variables=[(Variable name=d)])]',
  ],
  ['EXCEPTION A; B(INTEGER);', '[(ExceptionDecl name=A) (ExceptionDecl argument=(NamedType names=[INTEGER]) name=B)]'],
  ['PROCEDURE P();', '[(ProcedureDecl name=P signature=Signature)]'],
  [
    'EPHEMERAL PROCEDURE P(): T; FUNCTIONAL EPHEMERAL PROCEDURE Q() RAISES ANY; <*INLINE*> EPHEMERAL <*UNUSED*> FUNCTIONAL PROCEDURE R(VAR a: A; READONLY b, c: B; VALUE d := 1; e: E := 2;): C.D RAISES {A, B.C,};',
    '[(ProcedureDecl ephemeral name=P signature=(Signature result=(NamedType names=[T]))) (ProcedureDecl ephemeral functional name=Q signature=(Signature raises=(Raises any))) (ProcedureDecl ephemeral functional name=R signature=(Signature formals=[(FormalGroup formals=[(Formal name=a)] mode=VAR type=(NamedType names=[A])) (FormalGroup formals=[(Formal name=b) (Formal name=c)] mode=READONLY type=(NamedType names=[B])) (FormalGroup default=(IntLiteral text=1) formals=[(Formal name=d)] mode=VALUE) (FormalGroup default=(IntLiteral text=2) formals=[(Formal name=e)] type=(NamedType names=[E]))] raises=(Raises exceptions=[(QualName names=[A]) (QualName names=[B C])]) result=(NamedType names=[C D])))]',
  ],
  [
    'REVEAL T = A; I.T <: B;',
    '[(Revelation names=[T] type=(NamedType names=[A])) (Revelation names=[I T] partial type=(NamedType names=[B]))]',
  ],
  [
    'VAR EPHEMERAL, FUNCTIONAL, ALIGNED: INTEGER;',
    '[(VarDecl type=(NamedType names=[INTEGER]) variables=[(Variable name=EPHEMERAL) (Variable name=FUNCTIONAL) (Variable name=ALIGNED)])]',
  ],
  [
    'PROCEDURE EPHEMERAL(FUNCTIONAL: T);',
    '[(ProcedureDecl name=EPHEMERAL signature=(Signature formals=[(FormalGroup formals=[(Formal name=FUNCTIONAL)] type=(NamedType names=[T]))]))]',
  ],
  [
    'CONST a = 1; TYPE A = B; PROCEDURE P(); VAR x: T; CONST c = 2;',
    '[(ConstDecl name=a value=(IntLiteral text=1)) (TypeDecl name=A type=(NamedType names=[B])) (ProcedureDecl name=P signature=Signature) (VarDecl type=(NamedType names=[T]) variables=[(Variable name=x)]) (ConstDecl name=c value=(IntLiteral text=2))]',
  ],
];

describe('units', () => {
  it.each(UNITS)('%s', (source, tree) => expect(show(parse(source))).toBe(tree));
});

describe('declarations', () => {
  it.each(DECLARATIONS)('%s', (source, tree) => {
    const unit = parse(`INTERFACE I; ${source} END I.`);
    expect(show('declarations' in unit && unit.declarations)).toBe(tree);
  });
});
