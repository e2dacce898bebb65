/**
 * What the code generator asks about types; `types/layout.ts` answers.
 *
 * Every question takes fully linked types. Opaque types stand for their revelations wherever a reference or object type is expected.
 */
import type { FieldPlace, Layout, RuntimeType } from '../types/runtime-type.ts';

export interface ElementPlace {
  /** Distance of elements in bytes; for packed elements 0. */
  readonly size: number;
  /** Distance of elements in bits when the element type is packed. */
  readonly bits?: number;
}

export interface InitSlot {
  readonly slot: number;
  /** True once per type: the asker must put the initialiser into the slot. */
  readonly fresh: boolean;
}

export interface LayoutService {
  /** Of a variable of the type. Open arrays have no layout of their own. */
  layoutOf(type: RuntimeType): Layout;
  /** Field `index` of a record, or of those that this very object type declares. */
  fieldPlace(recordOrObject: RuntimeType, index: number): FieldPlace;
  /**
   * Elements of a fixed or open array (of an open array of open arrays: of its innermost elements). Packed elements lie bit by bit from the start of their row; a row of an open array
   * is padded to whole bytes. A descriptor of open arrays of packed elements says element size 1, and `allocOpen` gets the number of bytes.
   */
  elementPlace(array: RuntimeType): ElementPlace;
  /** Address of the descriptor of a REF, object or opaque type, or TEXT. */
  descriptorOf(type: RuntimeType): number;
  /** Address of the descriptor of the box in which an exception argument of that aggregate type travels; its payload is the aggregate. */
  boxDescriptorOf(aggregate: RuntimeType): number;
  /** Byte offset, in descriptors of the object type and of its subtypes, of the slot of its own method `index`. */
  methodSlotOffset(objectType: RuntimeType, index: number): number;
  /** Depth of an object type; ROOT has 0. */
  depthOf(objectType: RuntimeType): number;
  /** Bytes of the payload of what NEW of this REF or object type makes; of an open array up to its elements. */
  payloadSize(refOrObject: RuntimeType): number;
  /** Whether zero bytes are the default value of what NEW of this REF or object type makes, supertypes included. */
  payloadIsZero(refOrObject: RuntimeType): boolean;
  /** Table slot of the initialiser of such a payload, function (ref: i32); writes it into the descriptor. */
  reserveInitSlot(refOrObject: RuntimeType): InitSlot;
}
