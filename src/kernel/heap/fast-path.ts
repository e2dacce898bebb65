/**
 * Allocation in WebAssembly: what NEW calls. Small objects are cut off the run of free cells at hand (`state.ts`); all else is left to the heap.
 *
 *     alloc(descriptor, domain) -> ref            NEW of a fixed-size type
 *     allocOpen(descriptor, domain, elements) -> ref
 *     allocText(domain, bytes) -> ref         a text with room for so many bytes of characters, all zero as yet, and its length, too; 0 if that takes the heap, which may collect
 */
import { buildModule } from './fast-path-module.ts';
import type { Heap } from './heap.ts';

export interface FastPath {
  readonly alloc: (descriptor: number, domain: number) => number;
  readonly allocOpen: (descriptor: number, domain: number, elements: number) => number;
  readonly allocText: (domain: number, bytes: number) => number;
}

export function instantiateFastPath(heap: Heap, textDescriptor: number): FastPath {
  const module = new WebAssembly.Module(buildModule(textDescriptor));
  const instance = new WebAssembly.Instance(module, {
    heap: {
      memory: heap.memory,
      alloc: (descriptor: number, domain: number) => heap.allocate(descriptor >>> 0, domain),
      allocOpen: (descriptor: number, domain: number, elements: number) =>
        heap.allocateOpen(descriptor >>> 0, domain, elements),
    },
  });
  return instance.exports as unknown as FastPath;
}
