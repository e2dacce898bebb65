/**
 * What the verifier knows of one operand on the stack. The code generator sees the same.
 */
import type { TypeIndex } from '../types.ts';

export type Operand =
  /** Any ordinal but BOOLEAN; its value is proved to lie in lo..hi. */
  | { readonly k: 'int'; readonly lo: bigint; readonly hi: bigint }
  | { readonly k: 'bool' }
  | { readonly k: 'real' }
  | { readonly k: 'long' }
  | { readonly k: 'set'; readonly type: TypeIndex }
  | { readonly k: 'ref'; readonly type: TypeIndex }
  /** `type` is a procedure type or PROCANY; `closure`: may be a nested procedure with its environment. */
  | { readonly k: 'proc'; readonly type: TypeIndex; readonly closure: boolean }
  /**
   * `own`: within this procedure's own memory locals (what FUNCTIONAL code may write). `closure`: of a VALUE parameter of procedure type, which
   * may hold a nested procedure: what is loaded is a closure, and the address is not handed on.
   */
  | {
      readonly k: 'addr';
      readonly type: TypeIndex;
      readonly readonly: boolean;
      readonly own: boolean;
      readonly closure?: boolean;
    }
  /** `raises`: which exceptions it may be (ANY_EXCEPTION among them for RAISES ANY); the verifier's own affair. */
  | { readonly k: 'exn'; readonly raises?: ReadonlySet<number> };

/** Stands in sets of exceptions for "any at all". */
export const ANY_EXCEPTION = -1;

/** One verified instruction with the types around it, as handed to a sink (the code generator). */
export interface TypedInstruction {
  readonly offset: number;
  readonly op: number;
  readonly immediates: readonly (number | bigint | readonly number[])[];
  /** Operands taken, deepest first. */
  readonly inputs: readonly Operand[];
  /** Operands left, deepest first. */
  readonly outputs: readonly Operand[];
  /** Operand-stack height (in operands) below the inputs. */
  readonly height: number;
  /**
   * No path of control reaches it; sinks skip it except for block structure. Its operands have not been looked at. A dead `else`, `catch`,
   * `catch_all` or `end` says that the arm before it never ends: a generator of WebAssembly writes `unreachable` before it. What follows a
   * block is dead when neither its end nor any branch to it is reached.
   */
  readonly unreachable: boolean;
}

/**
 * Whether nothing is on the stack that was not there before. Not so of a dead `end`, `catch` or `catch_all`, which may all the same leave what branches or an exception bring: whoever
 * keeps account of the operands must not pass over these.
 */
export const leavesNothing = (i: TypedInstruction): boolean => i.unreachable && i.outputs.length === 0;
