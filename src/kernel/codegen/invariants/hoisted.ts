/** What loops have computed before they begin: the data between `find.ts`, which looks for it, and `pointers.ts`, which writes it. */

/** Where an address begins: at the address or reference in a local, at the frame, or at zero, where all of it is in the offset. */
export type Origin = { readonly kind: 'local'; readonly local: number } | { readonly kind: 'frame' | 'zero' };

/** Lengths of an open array in the heap, in scratch locals. */
export interface HoistedLengths {
  /** The local with the reference. */
  readonly local: number;
  readonly slots: readonly number[];
}

export interface HoistedIndex {
  /** The instructions that make the index: from this one up to another. */
  readonly from: number;
  readonly to: number;
  /** The index of the first element. */
  readonly low: bigint;
  /** Bytes from one element to the next; of an open array times its lengths from dimension `rows` on. */
  readonly size: number;
  readonly rows: number;
}

export interface Pointer {
  readonly origin: Origin;
  /** The origin refers to an open array. */
  readonly lengths: HoistedLengths | undefined;
  /** Open dimensions of the array that the origin is the address of. */
  readonly dimensions: number;
  readonly indices: readonly HoistedIndex[];
  /** Number of the scratch local that holds it. */
  readonly slot: number;
}

/** What becomes of an instruction on the way to an address that a pointer gives. */
export interface PointerUse {
  readonly pointer: Pointer;
  /** Its result is the address; the operands before it have no words. */
  readonly last: boolean;
  /** To be added to the pointer. */
  readonly offset: number;
  /** Open dimensions that have been gone through before it. */
  readonly dimension: number;
}

/** What is done before a loop. */
export interface Preheader {
  readonly lengths: HoistedLengths[];
  readonly pointers: Pointer[];
}

export interface Invariants {
  /** By the instruction that begins a loop. */
  readonly preheaders: ReadonlyMap<number, Preheader>;
  readonly uses: ReadonlyMap<number, PointerUse>;
  /** By `deref` of a reference to an open array: its lengths. */
  readonly derefs: ReadonlyMap<number, HoistedLengths>;
  /** By assignment of a local: the pointers that move with it, and by how many bytes. */
  readonly moves: ReadonlyMap<number, readonly { readonly pointer: Pointer; readonly by: number }[]>;
}
