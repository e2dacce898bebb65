/**
 * Size, alignment and references of variables of every type.
 *
 * - INTEGER, LONGINT 8 bytes; enumerations and subranges the smallest of 1, 2, 4, 8 bytes that holds them, signed where a value is negative; CHAR and BOOLEAN 1; WIDECHAR 4;
 *   REAL 4; LONGREAL and EXTENDED 8; references and procedures 4.
 * - Sets of up to 8 elements one byte, of more as many 64-bit words as they need; element FIRST is bit 0.
 * - Records: fields in order, each at the next address of its alignment; the record is padded to its own, the largest of its fields. A field of type BITS n FOR T
 *   takes the next n bits, wherever they are (little-endian: bit 0 is the lowest of byte 0); an unpacked field after it begins at a whole byte.
 * - Arrays: elements at distances of their size; of type BITS n FOR T, bit by bit, the whole padded to bytes.
 *
 * Alignment is that of scalars: their size. Nothing is larger than MAX_SIZE. All without recursion: records nest as deep as a file likes.
 */
import { TypeLinkError } from './errors.ts';
import { appendRefs, NO_REFS, ONE_REF, repeatRefs } from './ref-map.ts';
import { ordinalCount, resolved } from './relations.ts';
import type { DefaultKind } from './runtime-shell.ts';
import type {
  ArrayRT,
  FieldPlace,
  Layout,
  OpenArrayRT,
  OrdinalRT,
  PackedRT,
  RecordRT,
  RefRun,
  RuntimeField,
  RuntimeType,
  Storage,
} from './runtime-type.ts';

/** Bytes; no variable and no heap object may be larger. */
export const MAX_SIZE = 2 ** 30;

/** What the registry knows beside the type itself. */
export interface DefaultSource {
  defaultOf(recordOrObject: RuntimeType, index: number): DefaultKind;
}

export interface Fields {
  readonly places: readonly FieldPlace[];
  /** Bytes up to the end of the last field, before padding. */
  readonly end: number;
  readonly align: number;
  readonly refs: readonly RefRun[];
  readonly zeroDefault: boolean;
}

export class Sizes {
  private readonly layouts = new WeakMap<RuntimeType, Layout>();
  private readonly records = new WeakMap<RuntimeType, Fields>();
  private readonly defaults: DefaultSource;

  constructor(defaults: DefaultSource) {
    this.defaults = defaults;
  }

  /** Layout of a variable; throws TypeLinkError for types that cannot lie in memory. */
  of(type: RuntimeType): Layout {
    const known = this.layouts.get(type);
    if (known) return known;
    const path = [type];
    const begun = new Set<RuntimeType>();
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      if (this.layouts.has(top)) {
        path.pop();
        continue;
      }
      const missing = partsOf(top).filter((t) => !this.layouts.has(t));
      if (missing.length > 0) {
        if (begun.has(top)) throw new TypeLinkError('K1207', `${top.name} contains itself`);
        begun.add(top);
        path.push(...missing);
        continue;
      }
      this.layouts.set(top, this.compute(top));
      path.pop();
    }
    return this.layouts.get(type)!;
  }

  /** Places of a record's fields. */
  fieldsOf(record: RecordRT): Fields {
    this.of(record);
    return this.records.get(record)!;
  }

  /** Lays out fields one after the other from byte `start`; the types of the fields have layouts already or get them now. */
  place(owner: RuntimeType, fields: readonly RuntimeField[], start: number): Fields {
    const places: FieldPlace[] = [];
    const refs: RefRun[] = [];
    let bit = start * 8;
    let align = 1;
    let zeroDefault = true;
    fields.forEach((field, i) => {
      const type = resolved(field.type);
      if (type.kind === 'packed') {
        checkPacked(type);
        places.push({ offset: Math.floor(bit / 8), bitOffset: bit % 8, bits: type.bits });
        bit += type.bits;
      } else {
        const layout = this.of(type);
        const offset = alignUp(Math.ceil(bit / 8), layout.align);
        places.push({ offset });
        appendRefs(refs, layout.refs, offset);
        align = Math.max(align, layout.align);
        bit = (offset + layout.size) * 8;
      }
      checkSize(Math.ceil(bit / 8), owner);
      const kind = this.defaults.defaultOf(owner, i);
      if (kind === 'value' || (kind === 'type' && !this.of(type).zeroDefault)) zeroDefault = false;
    });
    return { places, end: Math.ceil(bit / 8), align, refs, zeroDefault };
  }

  private compute(type: RuntimeType): Layout {
    switch (type.kind) {
      case 'ordinal':
        return scalar(ordinalStorage(type), type.lo > type.hi || (type.lo <= 0n && type.hi >= 0n));
      case 'float':
        return scalar(type.def === 'real' ? 'f32' : 'f64');
      case 'text':
      case 'refany':
      case 'null':
      case 'ref':
      case 'object':
      case 'opaque':
        return scalar('ref');
      case 'procedure':
      case 'procany':
        return scalar('proc');
      case 'set':
        return setLayout(type);
      case 'packed':
        // Only a field or an element is packed; elsewhere (a copy of its value) it is like its base type.
        checkPacked(type);
        return this.of(type.base);
      case 'record': {
        const fields = this.place(type, type.fields, 0);
        this.records.set(type, fields);
        const size = checkSize(alignUp(fields.end, fields.align), type);
        return { size, align: fields.align, refs: fields.refs, zeroDefault: fields.zeroDefault };
      }
      case 'array':
        return this.arrayLayout(type);
      case 'openarray':
        // Where one is embedded no byte can be reserved; the verifier admits none there.
        return {
          size: 0,
          align: this.of(type.element).align,
          refs: NO_REFS,
          zeroDefault: this.of(type.element).zeroDefault,
        };
    }
  }

  private arrayLayout(type: ArrayRT): Layout {
    const count = ordinalCount(type.index);
    const element = resolved(type.element);
    const layout = this.of(element);
    const bits = element.kind === 'packed' ? element.bits : layout.size * 8;
    // Even elements without size are counted with ordinary numbers.
    if (count > BigInt(MAX_SIZE) || Number(count) * bits > MAX_SIZE * 8) throw tooLarge(type);
    const n = Number(count);
    if (element.kind === 'packed') {
      return { size: Math.ceil((n * bits) / 8), align: 1, refs: NO_REFS, zeroDefault: layout.zeroDefault || n === 0 };
    }
    return {
      size: n * layout.size,
      align: layout.align,
      refs: repeatRefs(layout.refs, layout.size, n),
      zeroDefault: layout.zeroDefault || n === 0,
    };
  }
}

/** The types whose layout has to be known first. */
function partsOf(type: RuntimeType): RuntimeType[] {
  switch (type.kind) {
    case 'record':
      return type.fields.map((f) => resolved(f.type));
    case 'array':
    case 'openarray':
      return [resolved(type.element)];
    case 'packed':
      return [type.base];
    default:
      return [];
  }
}

/** The innermost element type of (arrays of) open arrays, and how many dimensions are open. */
export function openDimensions(type: OpenArrayRT): { readonly dimensions: number; readonly element: RuntimeType } {
  let dimensions = 0;
  let t: RuntimeType = type;
  while (t.kind === 'openarray') {
    dimensions++;
    t = resolved(t.element);
  }
  return { dimensions, element: t };
}

export function alignUp(n: number, align: number): number {
  return Math.ceil(n / align) * align;
}

export function checkSize(size: number, type: RuntimeType): number {
  if (size > MAX_SIZE) throw tooLarge(type);
  return size;
}

function tooLarge(type: RuntimeType): TypeLinkError {
  return new TypeLinkError('K1203', `${type.name} takes more than ${MAX_SIZE} bytes`);
}

const SIZE_OF: Readonly<Record<Storage, number>> = {
  u8: 1,
  s8: 1,
  bool: 1,
  set8: 1,
  u16: 2,
  s16: 2,
  u32: 4,
  s32: 4,
  f32: 4,
  ref: 4,
  proc: 4,
  i64: 8,
  f64: 8,
  set64: 8,
};

function scalar(storage: Storage, zeroDefault = true): Layout {
  const size = SIZE_OF[storage];
  return { size, align: size, storage, refs: storage === 'ref' ? ONE_REF : NO_REFS, zeroDefault };
}

function ordinalStorage(type: OrdinalRT): Storage {
  const base = type.base?.kind === 'ordinal' ? type.base : type;
  if (base.def === 'boolean') return 'bool';
  if (type.def === 'widechar') return 'u32';
  if (type.lo > type.hi) return 'u8';
  if (type.lo >= 0n) {
    return type.hi <= 0xffn ? 'u8' : type.hi <= 0xffffn ? 'u16' : type.hi <= 0xffff_ffffn ? 'u32' : 'i64';
  }
  const fits = (bits: bigint) => type.lo >= -(1n << (bits - 1n)) && type.hi < 1n << (bits - 1n);
  return fits(8n) ? 's8' : fits(16n) ? 's16' : fits(32n) ? 's32' : 'i64';
}

function setLayout(type: Extract<RuntimeType, { kind: 'set' }>): Layout {
  const count = ordinalCount(type.element);
  if (count <= 8n) return scalar('set8');
  if (count <= 64n) return scalar('set64');
  if (count > BigInt(MAX_SIZE) * 8n) throw tooLarge(type);
  return { size: Math.ceil(Number(count) / 64) * 8, align: 8, refs: NO_REFS, zeroDefault: true };
}

/** A packed type holds every value of its base, and its base is a scalar without references. */
function checkPacked(type: PackedRT): void {
  const base = resolved(type.base);
  const need = bitsNeeded(base);
  if (need === undefined) throw new TypeLinkError('K1206', `${base.name} cannot be packed into bits`);
  if (type.bits < need || type.bits > 64) {
    throw new TypeLinkError('K1206', `${base.name} needs ${need} bits and cannot be packed into ${type.bits}`);
  }
}

/** Bits that hold every value of a packable type; undefined when it is not packable. */
export function bitsNeeded(type: RuntimeType): number | undefined {
  switch (type.kind) {
    case 'ordinal':
      if (type.lo > type.hi) return 0;
      if (type.lo >= 0n) return type.hi.toString(2).length - (type.hi === 0n ? 1 : 0);
      return (
        1 +
        Math.max(
          (-type.lo - 1n).toString(2).length - (type.lo === -1n ? 1 : 0),
          type.hi > 0n ? type.hi.toString(2).length : 0,
        )
      );
    case 'float':
      return type.def === 'real' ? 32 : 64;
    case 'set': {
      const count = ordinalCount(type.element);
      return count <= 64n ? Number(count) : undefined;
    }
    default:
      return undefined;
  }
}
