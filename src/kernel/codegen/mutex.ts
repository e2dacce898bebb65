/**
 * LOCK where nobody else is concerned: a mutex that is free is taken, and one that nobody waits for is given up, without a call of the kernel (`natives/mutex.ts`), which may suspend the strand
 * and costs some fifty times as much.
 */
import { MUTEX_HOLDER } from '../heap/layout.ts';
import { Op } from '../wasm/opcodes.ts';
import type { Emitter } from './emitter.ts';
import { pushRegister } from './registers.ts';

/** Takes the mutex off the stack. */
export function lockMutex(e: Emitter): void {
  const { code } = e;
  const mutex = e.setTemp('i32');
  code.get(mutex).memory(Op.i32_load, MUTEX_HOLDER).ifUnlikely();
  code.get(mutex).call(e.program.imports.lock);
  code.else();
  pushRegister(code.get(mutex), 'strand').memory(Op.i32_store, MUTEX_HOLDER);
  code.end();
}

/** Same. Holder and `MUTEX_WAITED` are one word of 64 bits: the holder's number alone means that nobody waits. */
export function unlockMutex(e: Emitter): void {
  const { code } = e;
  const mutex = e.setTemp('i32');
  code.get(mutex).memory(Op.i64_load, MUTEX_HOLDER);
  pushRegister(code, 'strand').op(Op.i64_extend_i32_u, Op.i64_ne).ifUnlikely();
  code.get(mutex).call(e.program.imports.unlock);
  code.else();
  code.get(mutex).i32(0).memory(Op.i32_store, MUTEX_HOLDER);
  code.end();
}
