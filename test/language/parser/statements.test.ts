import { describe, expect, it } from 'vitest';
import type { ModuleUnit } from '../../../src/language/generated/ast.ts';
import { parse, show } from './tree.ts';

const STATEMENTS: [string, string][] = [
  ['x := 1', '[(AssignStatement target=(NameExpr name=x) value=(IntLiteral text=1))]'],
  ['f()', '[(CallStatement call=(CallExpr callee=(NameExpr name=f)))]'],
  [
    'a.b^[1](2).c := d;',
    '[(AssignStatement target=(SelectExpr base=(CallExpr args=[(Actual value=(IntLiteral text=2))] callee=(IndexExpr base=(DerefExpr base=(SelectExpr base=(NameExpr name=a) name=b)) indices=[(IntLiteral text=1)])) name=c) value=(NameExpr name=d))]',
  ],
  ['CASE x OF END', '[(CaseStatement selector=(NameExpr name=x))]'],
  [
    'CASE x OF | 1, 2..3 => a() | 4 => ELSE b() END',
    '[(CaseStatement cases=[(CaseArm labels=[(CaseLabel low=(IntLiteral text=1)) (CaseLabel high=(IntLiteral text=3) low=(IntLiteral text=2))] statements=[(CallStatement call=(CallExpr callee=(NameExpr name=a)))]) (CaseArm labels=[(CaseLabel low=(IntLiteral text=4))])] elseClause=(ElseClause statements=[(CallStatement call=(CallExpr callee=(NameExpr name=b)))]) selector=(NameExpr name=x))]',
  ],
  [
    'CASE x OF 1 => | 2 => END',
    '[(CaseStatement cases=[(CaseArm labels=[(CaseLabel low=(IntLiteral text=1))]) (CaseArm labels=[(CaseLabel low=(IntLiteral text=2))])] selector=(NameExpr name=x))]',
  ],
  ['EXIT', '[ExitStatement]'],
  ['EVAL x', '[(EvalStatement value=(NameExpr name=x))]'],
  [
    'FOR i := 0 TO n DO a() END',
    '[(ForStatement from=(IntLiteral text=0) statements=[(CallStatement call=(CallExpr callee=(NameExpr name=a)))] to=(NameExpr name=n) variable=(Variable name=i))]',
  ],
  [
    'FOR i := 0 TO n BY -1 DO END',
    '[(ForStatement by=(UnaryExpr operand=(IntLiteral text=1) operator=-) from=(IntLiteral text=0) to=(NameExpr name=n) variable=(Variable name=i))]',
  ],
  [
    'IF a THEN b() ELSIF c THEN ELSE d() END',
    '[(IfStatement clauses=[(IfClause condition=(NameExpr name=a) statements=[(CallStatement call=(CallExpr callee=(NameExpr name=b)))]) (IfClause condition=(NameExpr name=c))] elseClause=(ElseClause statements=[(CallStatement call=(CallExpr callee=(NameExpr name=d)))]))]',
  ],
  [
    'LOCK m DO a() END',
    '[(LockStatement mutex=(NameExpr name=m) statements=[(CallStatement call=(CallExpr callee=(NameExpr name=a)))])]',
  ],
  ['LOOP EXIT END', '[(LoopStatement statements=[ExitStatement])]'],
  ['RAISE A.B', '[(RaiseStatement exception=(QualName names=[A B]))]'],
  ['RAISE E(1)', '[(RaiseStatement argument=(IntLiteral text=1) exception=(QualName names=[E]))]'],
  [
    'REPEAT a() UNTIL b',
    '[(RepeatStatement condition=(NameExpr name=b) statements=[(CallStatement call=(CallExpr callee=(NameExpr name=a)))])]',
  ],
  ['RETURN; ', '[ReturnStatement]'],
  ['RETURN x', '[(ReturnStatement value=(NameExpr name=x))]'],
  ['TRY a() EXCEPT END', '[(TryStatement statements=[(CallStatement call=(CallExpr callee=(NameExpr name=a)))])]'],
  [
    'TRY EXCEPT | A, B.C => a() | D (v) => ELSE b() END',
    '[(TryStatement elseClause=(ElseClause statements=[(CallStatement call=(CallExpr callee=(NameExpr name=b)))]) handlers=[(Handler exceptions=[(QualName names=[A]) (QualName names=[B C])] statements=[(CallStatement call=(CallExpr callee=(NameExpr name=a)))]) (Handler exceptions=[(QualName names=[D])] variable=(Variable name=v))])]',
  ],
  [
    'TRY a() FINALLY b() END',
    '[(TryStatement finallyClause=(FinallyClause statements=[(CallStatement call=(CallExpr callee=(NameExpr name=b)))]) statements=[(CallStatement call=(CallExpr callee=(NameExpr name=a)))])]',
  ],
  [
    'TYPECASE x OF | A, REF B (v) => a() | C => ELSE END',
    '[(TypecaseStatement arms=[(TypecaseArm statements=[(CallStatement call=(CallExpr callee=(NameExpr name=a)))] types=[(NamedType names=[A]) (RefType target=(NamedType names=[B]))] variable=(Variable name=v)) (TypecaseArm types=[(NamedType names=[C])])] elseClause=ElseClause selector=(NameExpr name=x))]',
  ],
  [
    'WHILE a DO b() END',
    '[(WhileStatement condition=(NameExpr name=a) statements=[(CallStatement call=(CallExpr callee=(NameExpr name=b)))])]',
  ],
  [
    'WITH a = b, c = d DO END',
    '[(WithStatement bindings=[(WithBinding name=a value=(NameExpr name=b)) (WithBinding name=c value=(NameExpr name=d))])]',
  ],
  [
    'CONST a = 1; VAR b := 2; BEGIN f() END',
    '[(Block declarations=[(ConstDecl name=a value=(IntLiteral text=1)) (VarDecl init=(IntLiteral text=2) variables=[(Variable name=b)])] statements=[(CallStatement call=(CallExpr callee=(NameExpr name=f)))])]',
  ],
  ['BEGIN END;;; ; a();', '[Block (CallStatement call=(CallExpr callee=(NameExpr name=a)))]'],
  [
    '<*ASSERT a*> b()',
    '[(AssertStatement condition=(NameExpr name=a)) (CallStatement call=(CallExpr callee=(NameExpr name=b)))]',
  ],
  [
    '<* ASSERT a = b WITH "c" & d *>; <*ASSERT x, y*> <*ASSERT z*>',
    '[(AssertStatement condition=(BinaryExpr left=(NameExpr name=a) operator== right=(NameExpr name=b)) message=(BinaryExpr left=(TextLiteral text="c") operator=& right=(NameExpr name=d))) (AssertStatement condition=(NameExpr name=x) message=(NameExpr name=y)) (AssertStatement condition=(NameExpr name=z))]',
  ],
  ['<*NOWARN*> a(); <*FATAL ANY*> BEGIN END', '[(CallStatement call=(CallExpr callee=(NameExpr name=a))) Block]'],
  [
    'PROCEDURE P() = BEGIN END P; BEGIN P() END',
    '[(Block declarations=[(ProcedureDecl body=Block endName=P name=P signature=Signature)] statements=[(CallStatement call=(CallExpr callee=(NameExpr name=P)))])]',
  ],
  [
    'FUNCTIONAL := 1; EPHEMERAL()',
    '[(AssignStatement target=(NameExpr name=FUNCTIONAL) value=(IntLiteral text=1)) (CallStatement call=(CallExpr callee=(NameExpr name=EPHEMERAL)))]',
  ],
  ['(a)^ := b', '[(AssignStatement target=(DerefExpr base=(NameExpr name=a)) value=(NameExpr name=b))]'],
  [
    'T{1}.f()',
    '[(CallStatement call=(CallExpr callee=(SelectExpr base=(ConstructorExpr elements=[(ConstructorElement value=(IntLiteral text=1))] type=(NameExpr name=T)) name=f)))]',
  ],
];

describe('statements', () => {
  it.each(STATEMENTS)('%s', (source, tree) => {
    const unit = parse(`MODULE M; BEGIN ${source} END M.`) as ModuleUnit;
    expect(show(unit.body?.statements)).toBe(tree);
  });
});
