/**
 * The code of the fast path. All functions are one: the payload's size differs, and what is done when there is no cell at hand.
 */
import type { FunctionBody } from '../wasm/function.ts';
import { ModuleBuilder } from '../wasm/module.ts';
import { Op } from '../wasm/opcodes.ts';
import { DESC_ELEMENT_SIZE, DESC_SIZE, HEADER_SIZE, TEXT_BYTES } from './layout.ts';
import {
  ACCOUNT_BYTES,
  ACCOUNT_OBJECTS,
  ACCOUNT_SIZE,
  ACCOUNTS,
  CELL_NEXT_RUN,
  CELL_RUN_END,
  CLASSES,
  FAST_WORDS,
  KERNEL_BLOCKS,
  RUN_END,
  RUN_NEXT,
  RUN_POINTER,
  RUN_SIZE,
  RUNS,
  SIZES,
} from './state.ts';

const FAST_BYTES = FAST_WORDS * 8;

export function buildModule(textDescriptor: number): Uint8Array<ArrayBuffer> {
  const m = new ModuleBuilder('heap');
  m.importMemory('heap', 'memory', { min: KERNEL_BLOCKS, max: 65536 });
  const fixed = { params: ['i32', 'i32'], results: ['i32'] } as const;
  const open = { params: ['i32', 'i32', 'i32'], results: ['i32'] } as const;
  const slowFixed = m.importFunction('heap', 'alloc', fixed);
  const slowOpen = m.importFunction('heap', 'allocOpen', open);

  const alloc = m.function('alloc', fixed);
  {
    const f = alloc.body;
    const words = f.local('i32');
    // (size + header + 7) >> 3, without overflow: sizes are below 2**31.
    f.get(0)
      .memory(Op.i32_load, DESC_SIZE)
      .i32(HEADER_SIZE + 7)
      .op(Op.i32_add)
      .i32(3)
      .op(Op.i32_shr_u)
      .set(words);
    cut(f, () => f.get(0), 1, words);
    f.get(0).get(1).call(slowFixed);
  }
  const allocOpen = m.function('allocOpen', open);
  {
    const f = allocOpen.body;
    const words = f.local('i32');
    const bytes = f.local('i64');
    f.get(2).op(Op.i64_extend_i32_u).get(0).memory(Op.i64_load32_u, DESC_ELEMENT_SIZE).op(Op.i64_mul);
    f.get(0)
      .memory(Op.i64_load32_u, DESC_SIZE)
      .op(Op.i64_add)
      .i64(BigInt(HEADER_SIZE + 7))
      .op(Op.i64_add)
      .set(bytes);
    f.get(bytes)
      .i64(BigInt(FAST_BYTES + 7))
      .op(Op.i64_gt_u)
      .if();
    f.get(0).get(1).get(2).call(slowOpen).return();
    f.end();
    f.get(bytes).op(Op.i32_wrap_i64).i32(3).op(Op.i32_shr_u).set(words);
    cut(f, () => f.get(0), 1, words);
    f.get(0).get(1).get(2).call(slowOpen);
  }
  const allocText = m.function('allocText', { params: ['i32', 'i32'], results: ['i32'] });
  {
    const f = allocText.body;
    const words = f.local('i32');
    f.get(1).i32(FAST_BYTES).op(Op.i32_gt_u).if();
    f.i32(0).return();
    f.end();
    f.get(1)
      .i32(HEADER_SIZE + TEXT_BYTES + 7)
      .op(Op.i32_add)
      .i32(3)
      .op(Op.i32_shr_u)
      .set(words);
    cut(f, () => f.i32(textDescriptor), 0, words);
    f.i32(0);
  }
  m.export('alloc', 'func', alloc.index);
  m.export('allocOpen', 'func', allocOpen.index);
  m.export('allocText', 'func', allocText.index);
  return m.encode().bytes;
}

/** Returns a cell cut off the run at hand, or off the next one of its block; goes on if there is none. `domain` and `words` are locals. */
function cut(f: FunctionBody, pushDescriptor: () => void, domain: number, words: number): void {
  const run = f.local('i32');
  const cell = f.local('i32');
  const end = f.local('i32');
  const account = f.local('i32');
  const size = f.local('i32');
  const left = f.local('i32');

  f.block();
  f.get(words).i32(FAST_WORDS).op(Op.i32_gt_u).brIf(0);
  f.get(words).memory(Op.i32_load8_u, CLASSES).tee(run);
  f.i32(1).op(Op.i32_shl).memory(Op.i32_load16_u, SIZES).set(size);
  f.get(run).i32(RUN_SIZE).op(Op.i32_mul).set(run);
  f.get(domain).i32(ACCOUNT_SIZE).op(Op.i32_mul).tee(account);
  f.memory(Op.i32_load, ACCOUNTS + ACCOUNT_BYTES)
    .get(size)
    .op(Op.i32_sub)
    .tee(left);
  f.i32(0).op(Op.i32_lt_s).brIf(0);

  f.get(run)
    .memory(Op.i32_load, RUNS + RUN_POINTER)
    .tee(cell)
    .get(size)
    .op(Op.i32_add)
    .tee(end);
  f.get(run)
    .memory(Op.i32_load, RUNS + RUN_END)
    .op(Op.i32_gt_u)
    .if();
  // The run is used up. The next one has at least one cell.
  f.get(run)
    .memory(Op.i32_load, RUNS + RUN_NEXT)
    .tee(cell)
    .op(Op.i32_eqz)
    .brIf(1);
  f.get(run)
    .get(cell)
    .memory(Op.i32_load, CELL_RUN_END)
    .tee(end)
    .memory(Op.i32_store, RUNS + RUN_END);
  f.get(run)
    .get(cell)
    .memory(Op.i32_load, CELL_NEXT_RUN)
    .memory(Op.i32_store, RUNS + RUN_NEXT);
  f.get(cell).i32(0).get(end).get(cell).op(Op.i32_sub).memoryFill();
  f.get(cell).get(size).op(Op.i32_add).set(end);
  f.end();
  f.get(run)
    .get(end)
    .memory(Op.i32_store, RUNS + RUN_POINTER);
  f.get(account)
    .get(left)
    .memory(Op.i32_store, ACCOUNTS + ACCOUNT_BYTES);
  f.get(account)
    .get(account)
    .memory(Op.i32_load, ACCOUNTS + ACCOUNT_OBJECTS)
    .i32(1)
    .op(Op.i32_add);
  f.memory(Op.i32_store, ACCOUNTS + ACCOUNT_OBJECTS);
  f.get(cell);
  pushDescriptor();
  f.memory(Op.i32_store, 0);
  f.get(cell).get(domain).memory(Op.i32_store, 4);
  f.get(cell).i32(HEADER_SIZE).op(Op.i32_add).return();
  f.end();
}
