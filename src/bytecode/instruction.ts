/**
 * Instructions as data, and the two-way mapping to bytes that producer and consumers share.
 */

/** Immediates in the order of the opcode table; `labels` is an array, `int` a bigint, floats and indices numbers. */
export type ImmediateValue = number | bigint | readonly number[];

export interface Instruction {
  /** Byte offset of the opcode within the procedure's code. */
  readonly offset: number;
  /** `OpcodeInfo.code`. */
  readonly op: number;
  readonly immediates: readonly ImmediateValue[];
}
