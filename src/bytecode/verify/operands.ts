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
  /** `own`: within this procedure's own memory locals (what FUNCTIONAL code may write). */
  | { readonly k: 'addr'; readonly type: TypeIndex; readonly readonly: boolean; readonly own: boolean }
  | { readonly k: 'exn' };

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
  /** No path of control reaches it; sinks skip it except for block structure. */
  readonly unreachable: boolean;
}
