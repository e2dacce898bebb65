/**
 * The layout service: the code generator's and the kernel's answers to where things lie. Sizes are `sizes.ts`, descriptors `descriptors.ts`.
 */

import { T } from '../../bytecode/types.ts';
import type { ElementPlace, InitSlot, LayoutService } from '../codegen/layout-service.ts';
import { DESC_METHODS } from '../heap/layout.ts';
import { type DescriptorSpace, Descriptors, type Piece } from './descriptors.ts';
import { TypeLinkError } from './errors.ts';
import type { TypeRegistry } from './registry.ts';
import { resolved } from './relations.ts';
import type { FieldPlace, Layout, RuntimeType } from './runtime-type.ts';
import { openDimensions, Sizes } from './sizes.ts';

export class Layouts implements LayoutService {
  private readonly sizes: Sizes;
  private readonly descriptors: Descriptors;
  private readonly allocateSlot: () => number;

  /** `allocateSlot` gives a free slot of the function table. */
  constructor(registry: TypeRegistry, space: DescriptorSpace, allocateSlot: () => number) {
    this.sizes = new Sizes(registry);
    this.descriptors = new Descriptors(this.sizes, space, registry.builtins[T.MUTEX]!);
    this.allocateSlot = allocateSlot;
  }

  /** Descriptors written from now on are charged to this domain. */
  chargeTo(domain: number): void {
    this.descriptors.domain = domain;
  }

  /** What keeps these types from lying in memory, if anything does. To be asked of every file that is linked, before its code is generated. */
  check(types: readonly RuntimeType[]): TypeLinkError | undefined {
    try {
      for (const type of types) {
        this.sizes.of(type);
        if (type.kind === 'object') this.descriptors.objectShape(type);
        if (type.kind === 'ref') this.sizes.of(resolved(type.target));
      }
    } catch (error) {
      if (error instanceof TypeLinkError) return error;
      throw error;
    }
    return undefined;
  }

  layoutOf(type: RuntimeType): Layout {
    return this.sizes.of(type);
  }

  fieldPlace(recordOrObject: RuntimeType, index: number): FieldPlace {
    const type = resolved(recordOrObject);
    const fields = type.kind === 'record' ? this.sizes.fieldsOf(type) : this.descriptors.objectShape(type).fields;
    const place = fields.places[index];
    if (!place) throw new Error(`${type.name} has no field ${index}`);
    return place;
  }

  elementPlace(array: RuntimeType): ElementPlace {
    const type = resolved(array);
    if (type.kind !== 'array' && type.kind !== 'openarray') throw new Error(`${type.name} is not an array type`);
    const element = type.kind === 'array' ? resolved(type.element) : openDimensions(type).element;
    return element.kind === 'packed' ? { size: 0, bits: element.bits } : { size: this.sizes.of(element).size };
  }

  descriptorOf(type: RuntimeType): number {
    return this.descriptors.addressOf(type);
  }

  boxDescriptorOf(aggregate: RuntimeType): number {
    return this.descriptors.addressOf(aggregate);
  }

  methodSlotOffset(objectType: RuntimeType, index: number): number {
    return DESC_METHODS + 4 * (this.descriptors.objectShape(objectType).firstMethod + index);
  }

  depthOf(objectType: RuntimeType): number {
    return this.descriptors.objectShape(objectType).depth;
  }

  payloadSize(refOrObject: RuntimeType): number {
    return this.descriptors.payloadSize(refOrObject);
  }

  payloadIsZero(refOrObject: RuntimeType): boolean {
    const type = resolved(refOrObject);
    if (type.kind === 'ref') return this.sizes.of(resolved(type.target)).zeroDefault;
    if (type.kind === 'text') return true;
    return this.descriptors.objectShape(type).zeroDefault;
  }

  /** The type's own descriptor, if it has one. */
  knownDescriptor(type: RuntimeType): ({ readonly address: number } & Piece) | undefined {
    return this.descriptors.known(type);
  }

  /** Nobody has the descriptor any more; the slot of its initialiser, 0 for none. */
  forgetDescriptor(type: RuntimeType): number {
    if (!this.descriptors.known(type)) return 0;
    const slot = this.descriptors.initSlot(type);
    this.descriptors.forget(type);
    return slot;
  }

  reserveInitSlot(refOrObject: RuntimeType): InitSlot {
    const known = this.descriptors.initSlot(refOrObject);
    if (known !== 0) return { slot: known, fresh: false };
    const slot = this.allocateSlot();
    this.descriptors.setInitSlot(refOrObject, slot);
    return { slot, fresh: true };
  }
}
