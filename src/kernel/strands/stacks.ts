/**
 * Shadow stacks of strands: where frames, and with them references, lie.
 */
import type { Register } from '../codegen/registers.ts';
import type { Heap } from '../heap/heap.ts';
import type { Stacks } from './contract.ts';
import type { Strand } from './strand.ts';

/** What a strand gets that says nothing else; less when there are many, so that ten thousand fit into half a gigabyte. */
const USUAL_BYTES = 64 * 1024;
const MANY = 1024;
const BYTES_OF_MANY = 32 * 1024;
/**
 * Generated code takes at least a 3.6th of what the engine takes (`codegen/engine-frame.ts`), so a shadow stack of this part of the engine's is full first, and recursion
 * ends in an exception that can be caught.
 */
const ENGINE_PART = 3.84;
const ENGINE_BYTES = 984 * 1024;
const PAGE = 4096;
/** Above what code may use: for arguments of exceptions on their way through the kernel. */
const RESERVE = 1024;

export function stacksOf(
  heap: Heap,
  sp: Register,
  engineBytes: number | undefined,
  current: () => Strand | undefined,
): Stacks {
  const most = Math.floor((engineBytes ?? ENGINE_BYTES) / ENGINE_PART / PAGE) * PAGE;
  let stacks = 0;
  return {
    allocate: (domain, wanted = stacks < MANY ? USUAL_BYTES : BYTES_OF_MANY) => {
      const size = Math.min(Math.ceil(wanted / PAGE) * PAGE, most);
      const { address, bytes } = heap.allocateStack(domain, size);
      return { base: address, limit: address + bytes - RESERVE };
    },
    store: (address, word) => heap.blocks.view.setInt32(address, word, true),
    watch: (strand) => {
      strand.roots = {
        base: strand.stackBase,
        top: () => (current() === strand ? sp.value >>> 0 : strand.sp),
      };
      heap.addStack(strand.roots);
      stacks++;
    },
    free: (strand) => {
      if (strand.roots) {
        heap.removeStack(strand.roots);
        strand.roots = undefined;
        stacks--;
      }
      heap.freeStack(strand.stackBase);
    },
  };
}
