/**
 * NEW of what has a known size: the next cell of the run at hand (`heap/state.ts`) is taken in a function of the module's own, one for each size of cells, which the engine puts into its callers.
 * When there is none, or the domain has no allowance for it, that is the heap's business, as is everything large.
 */
import { HEADER_DESCRIPTOR, HEADER_DOMAIN, HEADER_SIZE } from '../heap/layout.ts';
import { CELL_SIZES, CLASS_BY_WORDS } from '../heap/size-classes.ts';
import {
  ACCOUNT_BYTES,
  ACCOUNT_OBJECTS,
  ACCOUNT_SIZE,
  ACCOUNTS,
  FAST_WORDS,
  RUN_END,
  RUN_POINTER,
  RUN_SIZE,
  RUNS,
} from '../heap/state.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { Op } from '../wasm/opcodes.ts';
import type { Emitter } from './emitter.ts';
import { helper } from './program.ts';

const ALLOCATE = { params: ['i32', 'i32'], results: ['i32'] } as const;

/** descriptor, domain -> reference, of an object with so many bytes of payload, all zero. */
export function callAllocate(e: Emitter, payload: number): void {
  const { program, code } = e;
  const words = Math.ceil((payload + HEADER_SIZE) / 8);
  const { alloc } = program.imports;
  // A build that watches memory lets no code of the module's own touch the allocator's state.
  if (words > FAST_WORDS || program.disproved !== undefined) {
    code.call(alloc);
    return;
  }
  const sizeClass = CLASS_BY_WORDS[words]!;
  code.call(
    helper(program, `NEW of ${CELL_SIZES[sizeClass]!} bytes`, ALLOCATE, (body) => takeCell(body, sizeClass, alloc)),
  );
}

function takeCell(f: FunctionBody, sizeClass: number, slow: number): void {
  const [descriptor, domain] = [0, 1];
  const size = CELL_SIZES[sizeClass]!;
  const run = RUNS + sizeClass * RUN_SIZE;
  const [cell, end, account, left] = [f.local('i32'), f.local('i32'), f.local('i32'), f.local('i32')];
  f.block();
  f.get(domain).i32(ACCOUNT_SIZE).op(Op.i32_mul).tee(account);
  f.memory(Op.i32_load, ACCOUNTS + ACCOUNT_BYTES)
    .i32(size)
    .op(Op.i32_sub)
    .tee(left);
  f.i32(0).op(Op.i32_lt_s).brIf(0);
  f.i32(0)
    .memory(Op.i32_load, run + RUN_POINTER)
    .tee(cell)
    .i32(size)
    .op(Op.i32_add)
    .tee(end);
  f.i32(0)
    .memory(Op.i32_load, run + RUN_END)
    .op(Op.i32_gt_u)
    .brIf(0);
  f.i32(0)
    .get(end)
    .memory(Op.i32_store, run + RUN_POINTER);
  f.get(account)
    .get(left)
    .memory(Op.i32_store, ACCOUNTS + ACCOUNT_BYTES);
  f.get(account)
    .get(account)
    .memory(Op.i32_load, ACCOUNTS + ACCOUNT_OBJECTS)
    .i32(1)
    .op(Op.i32_add)
    .memory(Op.i32_store, ACCOUNTS + ACCOUNT_OBJECTS);
  f.get(cell)
    .get(descriptor)
    .memory(Op.i32_store, HEADER_SIZE + HEADER_DESCRIPTOR);
  f.get(cell)
    .get(domain)
    .memory(Op.i32_store, HEADER_SIZE + HEADER_DOMAIN);
  f.get(cell).i32(HEADER_SIZE).op(Op.i32_add).return();
  f.end();
  f.get(descriptor).get(domain).call(slow);
}
