/**
 * The seam between the two halves of the checker: declarations and types (`types/`, `references/`) and
 * expressions and statements (`typed/expressions`, `typed/statements`). Each half calls the other only through these.
 */

import type { AstNode } from 'langium';
import type { Diagnostic, Related, Span } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { Entity, ProcedureEntity, Type, UnitEntity, Used, VariableEntity } from '../types/model.ts';
import type { Probe } from './probe.ts';
import type { Expr, Stmt } from './tree.ts';

/** A lexical scope: block, procedure, module with its imports, builtins. Names hide outer ones. */
export interface Scope {
  readonly parent?: Scope;
  /** The innermost procedure around; absent at module level. */
  readonly owner?: ProcedureEntity;
  /** A constant expression is wanted here; what has no value is an error. */
  readonly constant?: boolean;
  /** Only this level. */
  own(name: string): Entity | undefined;
  /** The names of this level, for hints ("did you mean") and completion. */
  names?(): Iterable<string>;
}

/** `<*name text*>` */
export interface PragmaText {
  readonly name: string;
  readonly text: string;
  readonly span: Span;
}

/** One per unit being checked. */
/** Interfaces of the kernel that units may need which do not import them. */
export const KERNEL_INTERFACES = ['RTCode', 'SpinException'] as const;
export type KernelInterface = (typeof KERNEL_INTERFACES)[number];

export interface CheckContext {
  readonly unit: UnitEntity;
  /** The unit's generic name, for messages. */
  report(
    code: string,
    node: AstNode | Span,
    message: string,
    more?: {
      related?: readonly Related[];
      hint?: string;
      severity?: Diagnostic['severity'];
      tags?: Diagnostic['tags'];
    },
  ): void;
  /** Remember a use for the editor (definition, hover, references, unused warnings). */
  use(span: Span, entity: Used, type?: Type): void;
  /** Remember where something is declared. */
  declares(entity: Used): void;
  /** Source span of a node, or of one property of it. */
  span(node: AstNode, property?: string): Span;
  /** Look a name up through the scopes; undefined when it is not declared (the caller reports). */
  lookup(scope: Scope, name: string): Entity | undefined;

  // declarations half
  resolveType(node: ast.Type, scope: Scope): Type;
  /** An expression node in a place where a type is wanted (`NEW(T)`, `FIRST(Color)`): the type if it denotes one, else undefined, silently. */
  typeOfExpr(node: ast.Expr, scope: Scope): Type | undefined;
  /**
   * What the unit knows of an opaque type: its full revelation if visible, else the most specific visible bound, which may itself be opaque
   * (`concrete` in types/revelations.ts follows to the end); other types: themselves.
   */
  reveal(type: Type): Type;
  /** Declare a block's declarations (any order, recursive) and check nested procedures later, when `finish` is called. */
  declareBlock(
    declarations: readonly ast.Declaration[],
    scope: Scope,
    owner: ProcedureEntity | undefined,
  ): DeclaredBlock;

  /** What an interface of the kernel declares, imported here or not (`RTCode.Module` for THIS_MODULE); undefined when that interface cannot be found. */
  kernelEntity?(unit: KernelInterface, name: string): Entity | undefined;
  /** Remember an unsafe construct (only UNSAFE units may have them): the compiler refuses the unit naming it. */
  unsafeUse?(span: Span, what: string): void;
  /** An interface that this module exports, by name; INTERFACE_UNIT takes it although its name is not imported. */
  exportedInterface?(name: string): UnitEntity | undefined;
  /** Does an imported interface reveal opaque types? Then importing it matters even if its name is never used. */
  revealsSomething?(unit: UnitEntity): boolean;
  /** All pragmas of the unit but ASSERT, in order of position. */
  readonly pragmas?: readonly PragmaText[];
  /** The pragmas directly before a declaration (the keyword that opens its section may stand between). */
  pragmasBefore?(node: AstNode): readonly PragmaText[];

  /** Asked for by an editor; see `probe.ts`. */
  readonly probe?: Probe;

  // expressions half
  /** Check an expression. `expected` steers what depends on context (open constructors, NIL, integer to REAL is never implicit); it is not an assignability check. Errors give an expression of ErrorType. */
  expr(node: ast.Expr, scope: Scope, expected?: Type): Expr;
  /** Check a constant expression; reports when it is not constant; then an ErrorType expression. */
  constant(node: ast.Expr, scope: Scope, expected?: Type, rules?: ConstantRules): Expr;
  /** Check that `value` may be assigned to `type` (2.3.1); reports; `what` completes "cannot assign ... to ...". */
  assignable(
    value: Expr,
    type: Type,
    what: string,
    rules?: { /** A constant outside the range of `type` is an error, not a fault at run time. */ constant?: boolean },
  ): boolean;
  statements(nodes: readonly ast.Statement[], scope: Scope, body: BodyContext): Stmt[];
}

export interface ConstantRules {
  /** Constructors that fault when they are evaluated will do: constants and defaults of parameters, where each use evaluates them. */
  readonly mayFault?: boolean;
}

export interface DeclaredBlock {
  readonly scope: Scope;
  /** In order, with their initial values (checked on `finish`). */
  readonly variables: readonly { readonly variable: VariableEntity; readonly init?: Expr }[];
  readonly procedures: readonly ProcedureEntity[];
  /** Check initial values and nested procedure bodies. */
  finish(): void;
}

/** What statements need to know of the procedure or module body they stand in. */
export interface BodyContext {
  readonly owner?: ProcedureEntity;
  readonly result?: Type;
  /** Inside LOOP (directly, for EXIT). */
  readonly inLoop: boolean;
  /** Receives every variable that a statement declares (WITH, FOR, TYPECASE, EXCEPT, blocks). */
  readonly locals: VariableEntity[];
}
