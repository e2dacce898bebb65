/**
 * What an editor asks of one place in a text: it puts a name there that nothing else bears, has the unit checked, and reads what the checker
 * knew when it came by. It changes nothing of what the checker does.
 */
import type * as ast from '../generated/ast.ts';
import type { ObjectType, ProcedureType, RecordType, Type, UnitEntity } from '../types/model.ts';
import type { Reveal } from '../types/relations.ts';
import type { Scope } from './context.ts';

/** What stands before the dot of a selection. */
export type ProbedBase =
  | { readonly kind: 'unit'; readonly unit: UnitEntity }
  | { readonly kind: 'type' | 'value'; readonly type: Type };

export interface Probe {
  /** The name that stands at the place. */
  readonly name: string;
  /** The innermost scope in which it was looked up. */
  scope?: Scope;
  /** The type that the place wants, where this follows from what is around it. */
  expected?: Type;
  base?: ProbedBase;
  /** The call that it is a positional argument of. */
  call?: {
    readonly signature: ProcedureType;
    readonly name: string;
    readonly node: ast.CallExpr;
    readonly position: number;
  };
  /** The record whose constructor it is a positional element of. */
  record?: { readonly type: RecordType; readonly node: ast.ConstructorExpr };
  /** The object type which it overrides a method of. */
  overridden?: ObjectType;
  /** What the unit knows of opaque types. */
  reveal?: Reveal;
}

/** Is it the probe that stands here? */
export function isProbed(probe: Probe | undefined, node: ast.Expr | undefined): boolean {
  return probe !== undefined && node?.$type === 'NameExpr' && node.name === probe.name;
}
