/** A heap with a few types, and a model of it in JavaScript that says what must live. */
import { T } from '../../../src/bytecode/types.ts';
import { HeapAccess } from '../../../src/kernel/heap/access.ts';
import { Heap, type HeapOptions } from '../../../src/kernel/heap/heap.ts';
import { DescriptorKind, openArrayDataOffset } from '../../../src/kernel/heap/layout.ts';
import { Layouts } from '../../../src/kernel/types/layout.ts';
import { TypeRegistry } from '../../../src/kernel/types/registry.ts';

export interface World {
  readonly heap: Heap;
  readonly registry: TypeRegistry;
  readonly layouts: Layouts;
  readonly access: HeapAccess;
}

export function newWorld(options: HeapOptions = {}): World {
  const heap = new Heap(options);
  const registry = new TypeRegistry();
  let slot = 1;
  const layouts = new Layouts(registry, heap, () => slot++);
  return { heap, registry, layouts, access: new HeapAccess(heap, layouts.descriptorOf(registry.builtins[T.TEXT]!)) };
}

let typecode = 10_000;

/** Descriptor of a fixed payload with references at these offsets. */
export function fixedType(heap: Heap, size: number, refs: readonly number[]): number {
  return makeDescriptor(heap, {
    kind: DescriptorKind.Fixed,
    size,
    refs: refs.map((offset) => ({ offset, stride: 0, count: 1 })),
    elementSize: 0,
    dimensions: 0,
  });
}

/** Descriptor of an open array of references. */
export function refArrayType(heap: Heap): number {
  return makeDescriptor(heap, {
    kind: DescriptorKind.OpenArray,
    size: openArrayDataOffset(1),
    refs: [{ offset: 0, stride: 0, count: 1 }],
    elementSize: 4,
    dimensions: 1,
  });
}

type Shape = Parameters<Heap['registerShape']>[0];

export function makeDescriptor(heap: Heap, shape: Omit<Shape, 'typecode'>): number {
  const descriptor = heap.allocateDescriptor(0, 32);
  const { view } = heap.blocks;
  const code = ++typecode;
  view.setUint32(descriptor, code, true);
  view.setUint32(descriptor + 4, shape.kind, true);
  view.setUint32(descriptor + 8, shape.size, true);
  view.setUint32(descriptor + 16, shape.elementSize, true);
  view.setUint32(descriptor + 20, shape.dimensions, true);
  heap.registerShape({ ...shape, typecode: code });
  return descriptor;
}
