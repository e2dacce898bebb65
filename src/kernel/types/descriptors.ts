/**
 * Descriptors: what an object's header points to (`heap/layout.ts` says how they look), written when a type is first allocated or asked about.
 *
 * The method table of an object type is its supertype's with overrides put in, then its own methods. Descriptors live as long as the kernel: objects
 * outlive the domain that made them, and other domains' code has their addresses in it. The domain at hand is charged for those written on its behalf.
 */
import {
  DESC_DEPTH,
  DESC_DIMENSIONS,
  DESC_DOMAIN,
  DESC_ELEMENT_SIZE,
  DESC_INIT_SLOT,
  DESC_KIND,
  DESC_METHODS,
  DESC_SIZE,
  DESC_TYPECODE,
  DescriptorKind,
  openArrayDataOffset,
  TEXT_BYTES,
} from '../heap/layout.ts';
import { TypeLinkError } from './errors.ts';
import { appendRefs, NO_REFS } from './ref-map.ts';
import { ancestry, resolved } from './relations.ts';
import type { ObjectRT, RefMap, RuntimeType } from './runtime-type.ts';
import { checkSize, type Fields, openDimensions, type Sizes } from './sizes.ts';

/** What the collector has to know of a heap-allocatable type. */
export interface HeapShape {
  readonly typecode: number;
  readonly kind: number;
  /** Payload size; of open arrays and texts the offset of the first element. */
  readonly size: number;
  /** References in the payload; of open arrays those of one element, from its start. */
  readonly refs: RefMap;
  readonly elementSize: number;
  readonly dimensions: number;
}

/** Where descriptors are put; the heap implements it. */
export interface DescriptorSpace {
  readonly memory: WebAssembly.Memory;
  /** Zeroed static memory that is never given back, charged to the domain. */
  allocateDescriptor(domain: number, bytes: number): number;
  /** Takes the memory of one back. */
  freeDescriptor(address: number, bytes: number): void;
  registerShape(shape: HeapShape): void;
}

/** Deepest chain of object types; their descriptors' displays grow with it. */
export const MAX_OBJECT_DEPTH = 256;

/** Bytes of a MUTEX that the kernel uses for itself; fields of subtypes come after them. */
export const MUTEX_STATE = 16;

/** An object type with all it inherits. */
export interface ObjectShape {
  readonly depth: number;
  /** Places of the fields that the type itself declares, from the start of the payload. */
  readonly fields: Fields;
  /** Bytes of the payload. */
  readonly size: number;
  readonly refs: RefMap;
  readonly zeroDefault: boolean;
  /** Methods of all supertypes: the index of the type's own first one. */
  readonly firstMethod: number;
}

export interface Piece {
  readonly start: number;
  readonly bytes: number;
}

export class Descriptors {
  private readonly addresses = new Map<RuntimeType, number>();
  /** The memory of each descriptor. */
  private readonly pieces = new WeakMap<RuntimeType, Piece>();
  private readonly objects = new WeakMap<RuntimeType, ObjectShape>();
  private readonly sizes: Sizes;
  private readonly space: DescriptorSpace;
  private readonly mutex: RuntimeType;
  /** Who is charged for descriptors written from now on. */
  domain = 0;

  constructor(sizes: Sizes, space: DescriptorSpace, mutex: RuntimeType) {
    this.sizes = sizes;
    this.space = space;
    this.mutex = mutex;
  }

  /** Address of the descriptor of a REF or object type, TEXT, or of the box that carries an aggregate as an exception's argument. */
  addressOf(type: RuntimeType): number {
    const t = concrete(type);
    const known = this.addresses.get(t);
    if (known !== undefined) return known;
    if (t.kind !== 'object') return this.writeFlat(t);
    // Supertypes first.
    for (const each of this.lineage(t)) if (!this.addresses.has(each)) this.writeObject(each);
    return this.addresses.get(t)!;
  }

  objectShape(type: RuntimeType): ObjectShape {
    const t = concrete(type);
    const known = this.objects.get(t);
    if (known) return known;
    if (t.kind !== 'object') throw new Error(`${t.name} is not an object type`);
    for (const each of this.lineage(t)) if (!this.objects.has(each)) this.objects.set(each, this.shapeOf(each));
    return this.objects.get(t)!;
  }

  /** Address and memory of the type's own descriptor, if it has one yet. */
  known(type: RuntimeType): ({ readonly address: number } & Piece) | undefined {
    const address = this.addresses.get(type);
    return address === undefined ? undefined : { address, ...this.pieces.get(type)! };
  }

  /** Nothing has the address any more. */
  forget(type: RuntimeType): void {
    const piece = this.pieces.get(type);
    if (!this.addresses.delete(type) || !piece) return;
    this.space.freeDescriptor(piece.start, piece.bytes);
  }

  /** What the heap goes by. */
  payloadSize(type: RuntimeType): number {
    return new DataView(this.space.memory.buffer).getUint32(this.addressOf(type) + DESC_SIZE, true);
  }

  setInitSlot(type: RuntimeType, slot: number): void {
    this.word(this.addressOf(type) + DESC_INIT_SLOT, slot);
  }

  initSlot(type: RuntimeType): number {
    return new DataView(this.space.memory.buffer).getUint32(this.addressOf(type) + DESC_INIT_SLOT, true);
  }

  /** From ROOT to the type. */
  private lineage(type: ObjectRT): ObjectRT[] {
    const line: ObjectRT[] = [];
    for (const t of ancestry(type)) {
      if (line.length > MAX_OBJECT_DEPTH) {
        throw new TypeLinkError('K1205', `${type.name} has more than ${MAX_OBJECT_DEPTH} supertypes`);
      }
      line.push(t);
    }
    const last = line[line.length - 1]!;
    if (last.super) concrete(last.super);
    return line.reverse();
  }

  private shapeOf(type: ObjectRT): ObjectShape {
    const above = type.super ? this.objects.get(concrete(type.super)) : undefined;
    const start = above?.size ?? 0;
    const fields = this.sizes.place(type, type.fields, start);
    const refs = above ? appended(above.refs, fields.refs) : fields.refs;
    const size = type === this.mutex ? MUTEX_STATE : fields.end;
    const aboveType = type.super ? (concrete(type.super) as ObjectRT) : undefined;
    return {
      depth: above ? above.depth + 1 : 0,
      fields,
      size: checkSize(size, type),
      refs,
      zeroDefault: fields.zeroDefault && (above?.zeroDefault ?? true),
      firstMethod: above ? above.firstMethod + aboveType!.methods.length : 0,
    };
  }

  private writeFlat(type: RuntimeType): number {
    const address = this.space.allocateDescriptor(this.domain, DESC_METHODS);
    this.addresses.set(type, address);
    this.pieces.set(type, { start: address, bytes: DESC_METHODS });
    const shape = this.flatShape(type);
    this.writeShape(address, shape);
    return address;
  }

  private flatShape(type: RuntimeType): HeapShape {
    const fixed = { typecode: type.id, kind: DescriptorKind.Fixed, elementSize: 0, dimensions: 0 };
    switch (type.kind) {
      case 'text':
        return { ...fixed, kind: DescriptorKind.Text, size: TEXT_BYTES, refs: NO_REFS, elementSize: 1 };
      case 'ref': {
        const target = resolved(type.target);
        if (target.kind !== 'openarray') {
          const layout = this.sizes.of(target);
          return { ...fixed, size: layout.size, refs: layout.refs };
        }
        const { dimensions, element } = openDimensions(target);
        const layout = this.sizes.of(element);
        const packed = element.kind === 'packed';
        return {
          ...fixed,
          kind: DescriptorKind.OpenArray,
          size: openArrayDataOffset(dimensions),
          refs: layout.refs,
          elementSize: packed ? 1 : layout.size,
          dimensions,
        };
      }
      case 'record':
      case 'array':
      case 'set': {
        const layout = this.sizes.of(type);
        return { ...fixed, size: layout.size, refs: layout.refs };
      }
      default:
        throw new Error(`nothing of type ${type.name} is allocated`);
    }
  }

  private writeObject(type: ObjectRT): void {
    const shape = this.objectShape(type);
    const above = type.super ? (concrete(type.super) as ObjectRT) : undefined;
    const display = 4 * (shape.depth + 1);
    const bytes = display + DESC_METHODS + 4 * (shape.firstMethod + type.methods.length);
    const start = this.space.allocateDescriptor(this.domain, bytes + 4);
    this.pieces.set(type, { start, bytes: bytes + 4 });
    const address = (start + display + 7) & ~7;
    if (above) {
      // Inherited: the display of supertypes and the methods, overridden or not.
      const from = this.addresses.get(above)!;
      const memory = new Uint8Array(this.space.memory.buffer);
      memory.copyWithin(address - 4 * shape.depth, from - 4 * shape.depth, from);
      memory.copyWithin(address + DESC_METHODS, from + DESC_METHODS, from + DESC_METHODS + 4 * shape.firstMethod);
    }
    this.word(address - display, address);
    for (const o of type.overrides) {
      const declarer = concrete(o.declarer) as ObjectRT;
      const index = declarer.methods.findIndex((m) => m.name === o.name);
      this.word(this.methodAddress(address, declarer, index), o.slot);
    }
    type.methods.forEach((m, i) => {
      this.word(this.methodAddress(address, type, i), m.slot);
    });
    this.addresses.set(type, address);
    this.writeShape(address, {
      typecode: type.id,
      kind: DescriptorKind.Object,
      size: shape.size,
      refs: shape.refs,
      elementSize: 0,
      dimensions: 0,
    });
    this.word(address + DESC_DEPTH, shape.depth);
  }

  private methodAddress(descriptor: number, declarer: ObjectRT, index: number): number {
    return descriptor + DESC_METHODS + 4 * (this.objectShape(declarer).firstMethod + index);
  }

  private writeShape(address: number, shape: HeapShape): void {
    this.word(address + DESC_TYPECODE, shape.typecode);
    this.word(address + DESC_KIND, shape.kind);
    this.word(address + DESC_SIZE, shape.size);
    this.word(address + DESC_ELEMENT_SIZE, shape.elementSize);
    this.word(address + DESC_DIMENSIONS, shape.dimensions);
    this.word(address + DESC_DOMAIN, this.domain);
    this.space.registerShape(shape);
  }

  private word(address: number, value: number): void {
    new DataView(this.space.memory.buffer).setUint32(address, value, true);
  }
}

function appended(first: RefMap, second: RefMap): RefMap {
  const all: Parameters<typeof appendRefs>[0] = [];
  appendRefs(all, first, 0);
  appendRefs(all, second, 0);
  return all;
}

/** What an opaque type is in truth. */
function concrete(type: RuntimeType): RuntimeType {
  const t = resolved(type);
  if (t.kind === 'opaque') throw new TypeLinkError('K1204', `${t.name} is nowhere revealed`);
  return t;
}
