import { describe, expect, it } from 'vitest';
import type { InterfaceUnit, TypeDecl } from '../../../src/language/generated/ast.ts';
import { parse, show } from './tree.ts';

const TYPES: [string, string][] = [
  ['A', '(NamedType names=[A])'],
  ['A.B', '(NamedType names=[A B])'],
  ['(A)', '(NamedType names=[A])'],
  ['ARRAY OF T', '(ArrayType element=(NamedType names=[T]))'],
  [
    'ARRAY A, [0..1] OF ARRAY OF T',
    '(ArrayType element=(ArrayType element=(NamedType names=[T])) indices=[(NamedType names=[A]) (SubrangeType high=(IntLiteral text=1) low=(IntLiteral text=0))])',
  ],
  [
    'BITS 3 FOR [0..7]',
    '(PackedType base=(SubrangeType high=(IntLiteral text=7) low=(IntLiteral text=0)) bits=(IntLiteral text=3))',
  ],
  ['ALIGNED 32 FOR T', '(AlignedType alignment=(IntLiteral text=32) base=(NamedType names=[T]))'],
  [
    'ALIGNED BITSIZE(T) FOR T',
    '(AlignedType alignment=(CallExpr args=[(Actual value=(NameExpr name=T))] callee=(NameExpr name=BITSIZE)) base=(NamedType names=[T]))',
  ],
  ['{}', 'EnumType'],
  ['{a, b}', '(EnumType elements=[(EnumElement name=a) (EnumElement name=b)])'],
  ['ROOT', 'RootType'],
  ['UNTRACED ROOT', '(RootType untraced)'],
  ['REF T', '(RefType target=(NamedType names=[T]))'],
  ['UNTRACED REF T', '(RefType target=(NamedType names=[T]) untraced)'],
  ['BRANDED REF T', '(RefType branded target=(NamedType names=[T]))'],
  ['BRANDED "a" REF T', '(RefType brand=(TextLiteral text="a") branded target=(NamedType names=[T]))'],
  [
    'UNTRACED BRANDED A.b & "c" REF T',
    '(RefType brand=(BinaryExpr left=(SelectExpr base=(NameExpr name=A) name=b) operator=& right=(TextLiteral text="c")) branded target=(NamedType names=[T]) untraced)',
  ],
  ['SET OF CHAR', '(SetType element=(NamedType names=[CHAR]))'],
  [
    '[a..b + 1]',
    '(SubrangeType high=(BinaryExpr left=(NameExpr name=b) operator=+ right=(IntLiteral text=1)) low=(NameExpr name=a))',
  ],
  ['RECORD END', 'RecordType'],
  [
    'RECORD a, b: T := 1; c := 2; END',
    '(RecordType fields=[(FieldGroup default=(IntLiteral text=1) fields=[(Field name=a) (Field name=b)] type=(NamedType names=[T])) (FieldGroup default=(IntLiteral text=2) fields=[(Field name=c)])])',
  ],
  ['PROCEDURE ()', '(ProcedureType signature=Signature)'],
  [
    'EPHEMERAL FUNCTIONAL PROCEDURE (x: T): U RAISES {}',
    '(ProcedureType ephemeral functional signature=(Signature formals=[(FormalGroup formals=[(Formal name=x)] type=(NamedType names=[T]))] raises=Raises result=(NamedType names=[U])))',
  ],
  ['OBJECT END', 'ObjectType'],
  [
    'A OBJECT END OBJECT a: B END',
    '(ObjectType fields=[(FieldGroup fields=[(Field name=a)] type=(NamedType names=[B]))] supertype=(ObjectType supertype=(NamedType names=[A])))',
  ],
  [
    'A.B BRANDED OBJECT x: T; METHODS m(a: T): R := P; FUNCTIONAL n() RAISES {E}; OVERRIDES o := Q; METHODS p() END',
    '(ObjectType branded fields=[(FieldGroup fields=[(Field name=x)] type=(NamedType names=[T]))] methods=[(MethodDecl default=(NameExpr name=P) name=m signature=(Signature formals=[(FormalGroup formals=[(Formal name=a)] type=(NamedType names=[T]))] result=(NamedType names=[R]))) (MethodDecl functional name=n signature=(Signature raises=(Raises exceptions=[(QualName names=[E])]))) (MethodDecl name=p signature=Signature)] overrides=[(OverrideDecl name=o value=(NameExpr name=Q))] supertype=(NamedType names=[A B]))',
  ],
  ['BRANDED "x" OBJECT END', '(ObjectType brand=(TextLiteral text="x") branded)'],
  ['ROOT OBJECT END', '(ObjectType supertype=RootType)'],
  [
    'UNTRACED ROOT BRANDED "b" OBJECT END',
    '(ObjectType brand=(TextLiteral text="b") branded supertype=(RootType untraced))',
  ],
  [
    'OBJECT METHODS FUNCTIONAL FUNCTIONAL(); EPHEMERAL() END',
    '(ObjectType methods=[(MethodDecl functional name=FUNCTIONAL signature=Signature) (MethodDecl name=EPHEMERAL signature=Signature)])',
  ],
];

describe('types', () => {
  it.each(TYPES)('%s', (source, tree) => {
    const unit = parse(`INTERFACE I; TYPE T = ${source}; END I.`) as InterfaceUnit;
    expect(show((unit.declarations[0] as TypeDecl).type)).toBe(tree);
  });
});
