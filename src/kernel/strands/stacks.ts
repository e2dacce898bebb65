/**
 * Shadow stacks of strands: where frames, and with them references, lie.
 */
import type { Register } from '../codegen/registers.ts';
import type { Heap } from '../heap/heap.ts';
import type { StackRoots } from '../heap/roots.ts';
import type { Stacks } from './contract.ts';
import type { Strand } from './strand.ts';

/**
 * Recursion ends here, with a SpinException, before it ends at the engine's own stack: every procedure that calls takes 16 bytes at least,
 * and the engine has room for some ten thousand frames.
 */
export const STACK_BYTES = 256 * 1024;
/** Above what code may use: for arguments of exceptions on their way through the kernel. */
const RESERVE = 1024;

export function stacksOf(heap: Heap, sp: Register, current: () => Strand | undefined): Stacks {
  const roots = new Map<Strand, StackRoots>();
  return {
    allocate: (domain, size = STACK_BYTES) => {
      const { address, bytes } = heap.allocateStack(domain, size);
      return { base: address, limit: address + bytes - RESERVE };
    },
    store: (address, word) => heap.blocks.view.setInt32(address, word, true),
    watch: (strand) => {
      const stack = {
        base: strand.stackBase,
        top: () => (current() === strand ? sp.value >>> 0 : strand.sp),
      };
      roots.set(strand, stack);
      heap.addStack(stack);
    },
    free: (strand) => {
      const stack = roots.get(strand);
      if (stack) heap.removeStack(stack);
      roots.delete(strand);
      heap.freeStack(strand.stackBase);
    },
  };
}
