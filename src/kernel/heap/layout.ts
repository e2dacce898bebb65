/**
 * Where things lie in the kernel's one linear memory. Collector and code generator agree through this file alone.
 *
 * A reference is the 32-bit address of an object's payload; 0 is NIL. The header stands before it:
 *
 *     ref - 8   u32  descriptor address
 *     ref - 4   u32  domain number (bits 0..15) | flags (bits 16..31; the collector's)
 *
 * TEXT payload: u32 length, then that many Latin-1 bytes, or code points of four bytes each where a flag in the header says that one is beyond Latin-1. A long text made by concatenation has a flag in its header instead, and after the length
 * the references of its two parts; once somebody has looked at its characters, the first is the whole text in one piece and the second is NIL.
 * Open array payload: one u32 length per open dimension, padded to 8 bytes, then the elements.
 * MUTEX payload: u32 number of the strand that holds it, u32 not 0 while others wait for it, 8 bytes for later, then the fields of its subtypes.
 * Everything else: the fields or the referent at offset 0. Payloads are 8-aligned.
 *
 * A descriptor belongs to one heap-allocatable run-time type (a REF type, object type, TEXT, exception box):
 *
 *     desc - 4*(d+1)  u32  descriptor of the ancestor at depth d (objects only; ROOT is depth 0; the last one is the descriptor itself)
 *     desc + 0        u32  typecode (RuntimeType.id)
 *     desc + 4        u32  kind (DescriptorKind)
 *     desc + 8        u32  payload size; for open arrays the offset of the first element
 *     desc + 12       u32  depth (objects)
 *     desc + 16       u32  element size in bytes (open arrays)
 *     desc + 20       u32  open dimensions
 *     desc + 24       u32  domain that may be charged for the descriptor itself
 *     desc + 28       u32  table slot of the procedure that initialises the payload, 0 when zero bytes are the default value
 *     desc + 32 + 4*m u32  table slot of method m, counted from ROOT's first through all supertypes in order (objects)
 */
export const HEADER_SIZE = 8;
export const HEADER_DESCRIPTOR = -8;
export const HEADER_DOMAIN = -4;
export const DOMAIN_MASK = 0xffff;

export const TEXT_LENGTH = 0;
export const TEXT_BYTES = 4;
export const TEXT_LEFT = 4;
export const TEXT_RIGHT = 8;

export const MUTEX_HOLDER = 0;
export const MUTEX_WAITED = 4;

export const DESC_TYPECODE = 0;
export const DESC_KIND = 4;
export const DESC_SIZE = 8;
export const DESC_DEPTH = 12;
export const DESC_ELEMENT_SIZE = 16;
export const DESC_DIMENSIONS = 20;
export const DESC_DOMAIN = 24;
export const DESC_INIT_SLOT = 28;
export const DESC_METHODS = 32;

export const DescriptorKind = { Fixed: 0, OpenArray: 1, Object: 2, Text: 3 } as const;

/** Offset of the first element of an open array with `dimensions` open dimensions. */
export function openArrayDataOffset(dimensions: number): number {
  return (dimensions * 4 + 7) & ~7;
}

/** No object, global or frame lies below this address. */
export const FIRST_ADDRESS = 65536;
export const WASM_PAGE = 65536;
