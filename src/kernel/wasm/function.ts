/**
 * The body of one function under construction: locals and instruction bytes.
 *
 * Inside: one method per shape of instruction. Nothing here checks types; the engine does when it compiles the module.
 */
import { append, type Buffer, buffer, byte, float32, float64, gap, signed, signed64, unsigned } from './buffer.ts';
import { BLOCK_EMPTY, CATCH, Misc, Op, VALUE_TYPE, type ValType } from './opcodes.ts';

export interface CatchClause {
  readonly kind: keyof typeof CATCH;
  /** Absent for `catch_all` and `catch_all_ref`. */
  readonly tag?: number;
  readonly label: number;
}

/** How an `AccessWatch` is asked for the instructions that have two bytes. */
export const BULK = { copy: 256 + Misc.memory_copy, fill: 256 + Misc.memory_fill } as const;

/** A block's type: nothing, one result, or the index of a function type. */
export type BlockType = ValType | number | undefined;

/**
 * Functions that stand in for accesses to memory, in a build that watches them: by opcode of the load or store, or of `memory.copy` and `memory.fill`, the index of
 * the function that gets the instruction's operands and then, but for the last two, its offset.
 */
export type AccessWatch = (op: number) => number;

/** What procedures are written into, one after the other: making such an array takes longer than filling it. */
const spare: Buffer[] = [];
const MOST_SPARE = 16;
const USUAL_CAPACITY = 1024;
const LARGEST_SPARE = 64 * 1024;

/** Stands for the code of a body that is done with: writing to it throws. */
const RELEASED: Buffer = Object.freeze(buffer(0));

export class FunctionBody {
  code: Buffer = spare.pop() ?? buffer(USUAL_CAPACITY);
  readonly watch: AccessWatch | undefined;
  /** Types of the locals after the parameters. */
  readonly locals: ValType[] = [];
  readonly params: readonly ValType[];

  /** Offsets of branches that are hardly ever taken. */
  readonly unlikely: number[] = [];

  constructor(params: readonly ValType[], watch?: AccessWatch) {
    this.params = params;
    this.watch = watch;
  }

  /** Offset of the next instruction, counted from the first one. */
  get offset(): number {
    return this.code.length;
  }

  local(type: ValType): number {
    this.locals.push(type);
    return this.params.length + this.locals.length - 1;
  }

  /** One to four instructions that have no immediates. */
  op(first: number, second = -1, third = -1, fourth = -1): this {
    byte(this.code, first);
    if (second >= 0) byte(this.code, second);
    if (third >= 0) byte(this.code, third);
    if (fourth >= 0) byte(this.code, fourth);
    return this;
  }
  ops(codes: readonly number[]): this {
    for (const c of codes) byte(this.code, c);
    return this;
  }

  /** The bytes have been taken; nothing can be written any more. */
  release(): void {
    if (this.code === RELEASED) return;
    const { code } = this;
    this.code = RELEASED;
    code.length = 0;
    if (spare.length < MOST_SPARE && code.bytes.length <= LARGEST_SPARE) spare.push(code);
  }

  get(local: number): this {
    byte(this.code, Op.local_get);
    unsigned(this.code, local);
    return this;
  }
  set(local: number): this {
    byte(this.code, Op.local_set);
    unsigned(this.code, local);
    return this;
  }
  tee(local: number): this {
    byte(this.code, Op.local_tee);
    unsigned(this.code, local);
    return this;
  }
  globalGet(global: number): this {
    byte(this.code, Op.global_get);
    unsigned(this.code, global);
    return this;
  }
  globalSet(global: number): this {
    byte(this.code, Op.global_set);
    unsigned(this.code, global);
    return this;
  }

  i32(value: number): this {
    byte(this.code, Op.i32_const);
    signed(this.code, value);
    return this;
  }
  /** A constant that is not known yet: returns its place for `patch`. */
  i32Later(): number {
    byte(this.code, Op.i32_const);
    const at = this.code.length;
    for (let n = 0; n < 5; n++) byte(this.code, 0);
    return at;
  }
  /** The constant at that place, in the five bytes that were left for it. */
  patch(at: number, value: number): void {
    for (let n = 0; n < 5; n++) this.code.bytes[at + n] = ((value >> (7 * n)) & 0x7f) | (n < 4 ? 0x80 : 0);
  }
  /** Puts instructions at an earlier offset, and releases their body; they use locals of this one only. Returns by how much what comes after them has moved. */
  insert(at: number, instructions: FunctionBody): number {
    const by = instructions.code.length;
    gap(this.code, at, by);
    this.code.bytes.set(instructions.code.bytes.subarray(0, by), at);
    instructions.release();
    this.unlikely.forEach((offset, n) => {
      if (offset >= at) this.unlikely[n] = offset + by;
    });
    return by;
  }
  i64(value: bigint): this {
    byte(this.code, Op.i64_const);
    signed64(this.code, value);
    return this;
  }
  f32(value: number): this {
    byte(this.code, Op.f32_const);
    float32(this.code, value);
    return this;
  }
  f64(value: number): this {
    byte(this.code, Op.f64_const);
    float64(this.code, value);
    return this;
  }

  /** A load or store. The alignment hint is left at one byte: engines ignore it on the machines that matter. */
  memory(op: number, offset: number): this {
    if (this.watch) return this.i32(offset).call(this.watch(op));
    byte(this.code, op);
    byte(this.code, 0);
    unsigned(this.code, offset);
    return this;
  }
  /** An instruction on several numbers side by side; of those that move one of them, which. */
  simd(op: number, lane?: number): this {
    byte(this.code, Op.simd);
    unsigned(this.code, op);
    if (lane !== undefined) byte(this.code, lane);
    return this;
  }
  /** A load of such numbers. No watch can stand in for it. */
  simdMemory(op: number, offset: number): this {
    if (this.watch) throw new Error('this access cannot be watched');
    this.simd(op, 0);
    unsigned(this.code, offset);
    return this;
  }
  memoryCopy(): this {
    if (this.watch) return this.call(this.watch(BULK.copy));
    return this.op(Op.misc, Misc.memory_copy, 0, 0);
  }
  memoryFill(): this {
    if (this.watch) return this.call(this.watch(BULK.fill));
    return this.op(Op.misc, Misc.memory_fill, 0);
  }

  private blockType(type: BlockType): void {
    if (type === undefined) byte(this.code, BLOCK_EMPTY);
    else if (typeof type === 'number') signed(this.code, type);
    else byte(this.code, VALUE_TYPE[type]);
  }
  block(type?: BlockType): this {
    byte(this.code, Op.block);
    this.blockType(type);
    return this;
  }
  loop(type?: BlockType): this {
    byte(this.code, Op.loop);
    this.blockType(type);
    return this;
  }
  if(type?: BlockType): this {
    byte(this.code, Op.if);
    this.blockType(type);
    return this;
  }
  /** An `if` that is hardly ever taken: the engine is told so, and keeps its arm out of the way. */
  ifUnlikely(type?: BlockType): this {
    this.unlikely.push(this.code.length);
    return this.if(type);
  }
  else(): this {
    byte(this.code, Op.else);
    return this;
  }
  end(): this {
    byte(this.code, Op.end);
    return this;
  }
  /** Labels of the clauses count outward from the `try_table`, which is not itself counted. */
  tryTable(type: BlockType, clauses: readonly CatchClause[]): this {
    byte(this.code, Op.try_table);
    this.blockType(type);
    unsigned(this.code, clauses.length);
    for (const c of clauses) {
      byte(this.code, CATCH[c.kind]);
      if (c.tag !== undefined) unsigned(this.code, c.tag);
      unsigned(this.code, c.label);
    }
    return this;
  }
  throw(tag: number): this {
    byte(this.code, Op.throw);
    unsigned(this.code, tag);
    return this;
  }

  br(label: number): this {
    byte(this.code, Op.br);
    unsigned(this.code, label);
    return this;
  }
  brIf(label: number): this {
    byte(this.code, Op.br_if);
    unsigned(this.code, label);
    return this;
  }
  /** A branch that is hardly ever taken. */
  brIfUnlikely(label: number): this {
    this.unlikely.push(this.code.length);
    return this.brIf(label);
  }
  /** The last label is the default. */
  brTable(labels: readonly number[]): this {
    byte(this.code, Op.br_table);
    unsigned(this.code, labels.length - 1);
    for (const l of labels) unsigned(this.code, l);
    return this;
  }
  return(): this {
    byte(this.code, Op.return);
    return this;
  }
  call(func: number): this {
    byte(this.code, Op.call);
    unsigned(this.code, func);
    return this;
  }
  callIndirect(type: number, table = 0): this {
    byte(this.code, Op.call_indirect);
    unsigned(this.code, type);
    unsigned(this.code, table);
    return this;
  }
}

const locals: Buffer = buffer(64);

/** What precedes a body's instructions: the declaration of its locals. Valid until the next call. */
function encodeLocals(body: FunctionBody): Buffer {
  const b = locals;
  b.length = 0;
  const types = body.locals;
  let runs = 0;
  for (let i = 0; i < types.length; i++) if (types[i] !== types[i - 1]) runs++;
  unsigned(b, runs);
  for (let from = 0; from < types.length; ) {
    const type = types[from]!;
    let to = from + 1;
    while (types[to] === type) to++;
    unsigned(b, to - from);
    byte(b, VALUE_TYPE[type]);
    from = to;
  }
  return b;
}

/** A function in the code section. */
export interface EncodedBody {
  /** First byte of the entry, and first byte behind it. */
  readonly from: number;
  readonly to: number;
  /** Offset of the first instruction, and of what branch hints count from: the declaration of its locals. */
  readonly start: number;
  readonly declarations: number;
}

/** Appends the entry of the code section, and releases the body. */
export function encodeBody(out: Buffer, body: FunctionBody): EncodedBody {
  const from = out.length;
  const declared = encodeLocals(body);
  unsigned(out, declared.length + body.code.length + 1);
  const declarations = out.length;
  append(out, declared);
  const start = out.length;
  append(out, body.code);
  byte(out, Op.end);
  body.release();
  return { from, to: out.length, start, declarations };
}
