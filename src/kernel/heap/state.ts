/**
 * What allocation in WebAssembly and the rest of the heap in TypeScript share: the allocator's state in the first blocks of the linear memory.
 *
 *     RUNS + 16*c   u32 next free cell, u32 end of the run at hand, u32 first cell of the next run of the block at hand (0 for none)
 *     SIZES + 2*c   u16 bytes of a cell
 *     CLASSES + w   u8  size class of an object of w 8-byte words, header included, up to FAST_WORDS
 *     ACCOUNTS + 8*d   i32 bytes that domain d may still take before it asks, u32 objects it has made since it last asked
 *
 * Cells of the run at hand from the next free one on are zero. A cell of any block is free exactly when its descriptor word (the first) is 0; the first
 * cell of each later run holds at 8 the address of the run after it, and at 12 its own end.
 */
export const RUNS = 1024;
export const RUN_SIZE = 16;
export const RUN_POINTER = 0;
export const RUN_END = 4;
export const RUN_NEXT = 8;

/** In the first cell of a run that is not at hand. */
export const CELL_NEXT_RUN = 8;
export const CELL_RUN_END = 12;

export const SIZES = 3072;
export const CLASSES = 4096;
/** Objects of more words than this are made by the slow path alone. */
export const FAST_WORDS = 256;

export const ACCOUNTS = 65536;
export const ACCOUNT_SIZE = 8;
export const ACCOUNT_BYTES = 0;
export const ACCOUNT_OBJECTS = 4;
export const MAX_DOMAINS = 65536;

/** Blocks that hold all this. */
export const KERNEL_BLOCKS = 1 + (MAX_DOMAINS * ACCOUNT_SIZE) / 65536;

/** In an object's domain word: reached by the collection at hand. */
export const MARK = 0x10000;
/** In a text's domain word: the text is a concatenation, see `layout.ts`. */
export const CONCATENATION = 0x20000;
/** In a text's domain word: some character is beyond Latin-1, and each takes four bytes. */
export const WIDE = 0x40000;
