/**
 * Looks at everything that global variables lead to and tells what is not as its type says: a number outside of its bounds, a reference to no object or to one of
 * another type, a procedure value that is no procedure. Whatever an extension did, nothing of this may be found.
 */
import { importedCounts } from '../../src/kernel/domain/extension.ts';
import { BLOCK_SHIFT, BLOCK_SIZE, BlockKind } from '../../src/kernel/heap/blocks.ts';
import { DESC_TYPECODE, HEADER_DESCRIPTOR, HEADER_SIZE, openArrayDataOffset } from '../../src/kernel/heap/layout.ts';
import { CELL_SIZES } from '../../src/kernel/heap/size-classes.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { ancestry, arrayLength, isSubtype, ordinalCount, resolved } from '../../src/kernel/types/relations.ts';
import type { OrdinalRT, ProcedureRT, RuntimeType, Storage } from '../../src/kernel/types/runtime-type.ts';
import { openDimensions } from '../../src/kernel/types/sizes.ts';

/** Of a longer array only so many elements are looked at. */
const MOST_ELEMENTS = 5000;

interface Variable {
  readonly type: RuntimeType;
  readonly address: number;
  readonly name: string;
}

/** What is wrong, first things first. */
export function audit(kernel: Kernel): string[] {
  return new Auditor(kernel).run();
}

class Auditor {
  private readonly kernel: Kernel;
  private readonly view: DataView;
  private readonly found: string[] = [];
  private readonly seen = new Set<number>();
  private readonly work: Variable[] = [];
  /** Type of the procedure in each slot. */
  private readonly procedures = new Map<number, ProcedureRT>();

  constructor(kernel: Kernel) {
    this.kernel = kernel;
    this.view = kernel.heap.blocks.view;
    for (const e of kernel.generated.keys()) {
      e.module.procedures.forEach((p, i) => {
        const [type, promised] = [e.linked?.types[p.type], e.linked?.types[p.event ?? p.type]];
        if (type?.kind !== 'procedure' || promised?.kind !== 'procedure' || p.parent !== undefined) return;
        const { event, code } = e.slots[i]!;
        this.procedures.set(code, type);
        if (event !== 0) this.procedures.set(event, promised);
      });
    }
  }

  run(): string[] {
    for (const e of this.kernel.generated.keys()) {
      if (!e.linked) continue;
      const imported = importedCounts(e.module).globals;
      e.module.globals.forEach((g, n) => {
        const name = `${e.name}: ${e.module.units[g.unit]?.name}.${g.name}`;
        this.work.push({ type: e.linked!.types[g.type]!, address: e.linked!.globals[imported + n]!, name });
      });
    }
    for (let next = this.work.pop(); next && this.found.length < 20; next = this.work.pop()) this.variable(next);
    return this.found;
  }

  private wrong(v: Variable, what: string): void {
    this.found.push(`${v.name}, of type ${v.type.name}: ${what}`);
  }

  private variable(v: Variable): void {
    const type = resolved(v.type);
    const { storage } = this.kernel.layouts.layoutOf(type);
    if (storage !== undefined) {
      this.scalar(v, type, storage);
    } else if (type.kind === 'record') {
      this.fields(v, type, v.address);
    } else if (type.kind === 'array') {
      this.elements(v, type, v.address, Number(arrayLength(type)));
    } else if (type.kind === 'set') {
      this.set(v, Number(ordinalCount(type.element)));
    }
  }

  private scalar(v: Variable, type: RuntimeType, storage: Storage): void {
    switch (storage) {
      case 'bool':
      case 'u8':
      case 's8':
      case 'u16':
      case 's16':
      case 'u32':
      case 's32':
      case 'i64':
        if (type.kind === 'ordinal') this.ordinal(v, type, this.integer(v.address, storage));
        break;
      case 'ref':
        this.reference(v, type, this.view.getUint32(v.address, true));
        break;
      case 'proc':
        this.procedure(v, type, this.view.getUint32(v.address, true));
        break;
      case 'set8':
      case 'set64':
        if (type.kind === 'set') this.set(v, Number(ordinalCount(type.element)));
        break;
    }
  }

  private integer(at: number, storage: Storage): bigint {
    const { view } = this;
    switch (storage) {
      case 's8':
        return BigInt(view.getInt8(at));
      case 'u16':
        return BigInt(view.getUint16(at, true));
      case 's16':
        return BigInt(view.getInt16(at, true));
      case 'u32':
        return BigInt(view.getUint32(at, true));
      case 's32':
        return BigInt(view.getInt32(at, true));
      case 'i64':
        return view.getBigInt64(at, true);
      default:
        return BigInt(view.getUint8(at));
    }
  }

  private ordinal(v: Variable, type: OrdinalRT, value: bigint): void {
    // A subrange without values has variables all the same; nothing can be stored there.
    if (type.lo <= type.hi && (value < type.lo || value > type.hi)) {
      this.wrong(v, `holds ${value}, which is not between ${type.lo} and ${type.hi}`);
    }
  }

  private set(v: Variable, count: number): void {
    const bytes = count <= 8 ? 1 : Math.ceil(count / 64) * 8;
    for (let bit = count; bit < bytes * 8; bit++) {
      if ((this.view.getUint8(v.address + (bit >> 3)) >> (bit & 7)) & 1) {
        this.wrong(v, `holds element ${bit} of ${count}`);
        return;
      }
    }
  }

  private fields(v: Variable, type: RuntimeType, address: number): void {
    if (type.kind !== 'record' && type.kind !== 'object') return;
    type.fields.forEach((field, i) => {
      const place = this.kernel.layouts.fieldPlace(type, i);
      const at = address + place.offset;
      const named = { type: field.type, address: at, name: `${v.name}.${field.name}` };
      const fieldType = resolved(field.type);
      if (fieldType.kind === 'packed') this.packed(named, fieldType, place.bitOffset ?? 0);
      else this.work.push(named);
    });
  }

  private packed(v: Variable, type: RuntimeType, bit: number): void {
    if (type.kind !== 'packed') return;
    const base = resolved(type.base);
    if (base.kind !== 'ordinal') return;
    let value = 0n;
    for (let i = 0; i < type.bits; i++) {
      const at = bit + i;
      value |= BigInt((this.view.getUint8(v.address + (at >> 3)) >> (at & 7)) & 1) << BigInt(i);
    }
    this.ordinal(v, base, base.lo < 0n ? BigInt.asIntN(type.bits, value) : value);
  }

  private elements(v: Variable, array: RuntimeType, address: number, count: number): void {
    if (array.kind !== 'array' && array.kind !== 'openarray') return;
    const element = resolved(array.kind === 'array' ? array.element : openDimensions(array).element);
    const { size, bits } = this.kernel.layouts.elementPlace(array);
    for (let i = 0; i < Math.min(count, MOST_ELEMENTS); i++) {
      const name = `${v.name}[${i}]`;
      if (bits === undefined) this.work.push({ type: element, address: address + i * size, name });
      else if (array.kind === 'array') this.packed({ type: element, address, name }, element, i * bits);
    }
  }

  private procedure(v: Variable, type: RuntimeType, slot: number): void {
    if (slot === 0) return;
    const is = this.procedures.get(slot);
    if (slot >= this.kernel.slots.count || this.kernel.slots.get(slot) === undefined)
      this.wrong(v, `holds ${slot}, which is no procedure`);
    else if (is && !isSubtype(is, type)) this.wrong(v, `holds a procedure of type ${is.name}`);
  }

  private reference(v: Variable, type: RuntimeType, ref: number): void {
    if (ref === 0) return;
    const actual = this.typeAt(ref);
    if (typeof actual === 'string') {
      this.wrong(v, `refers to ${ref}: ${actual}`);
      return;
    }
    // What a REF type's descriptor describes can be an aggregate in a box; only exceptions travel so.
    if (!isSubtype(actual, type)) {
      this.wrong(v, `refers to an object of type ${actual.name}`);
      return;
    }
    if (this.seen.has(ref)) return;
    this.seen.add(ref);
    this.payload({ type: actual, address: ref, name: `${v.name}^` });
  }

  private typeAt(ref: number): RuntimeType | string {
    const { blocks, areas } = this.kernel.heap;
    const cell = ref - HEADER_SIZE;
    const block = cell >>> BLOCK_SHIFT;
    const kind = blocks.kind[block];
    if (kind === BlockKind.Small) {
      if ((cell % BLOCK_SIZE) % CELL_SIZES[blocks.sizeClass[block]!]! !== 0) return 'no object begins there';
    } else if (kind === BlockKind.Large) {
      if (cell % BLOCK_SIZE !== 0) return 'no object begins there';
    } else if (kind !== BlockKind.Area || ref % 8 !== 0) return 'no object can be there';
    const descriptor = this.view.getUint32(ref + HEADER_DESCRIPTOR, true);
    if (descriptor === 0) return 'there is no object any more';
    if (blocks.kind[descriptor >>> BLOCK_SHIFT] !== BlockKind.Area || !areas.at(descriptor))
      return 'it has no descriptor';
    const type = this.kernel.types.byTypecode(this.view.getUint32(descriptor + DESC_TYPECODE, true));
    return type ?? 'its descriptor has no type';
  }

  private payload(v: Variable): void {
    if (v.type.kind === 'object') {
      for (const t of ancestry(v.type)) this.fields(v, t, v.address);
    } else if (v.type.kind === 'ref') {
      const target = resolved(v.type.target);
      if (target.kind !== 'openarray') {
        this.work.push({ type: target, address: v.address, name: v.name });
        return;
      }
      const { dimensions } = openDimensions(target);
      let count = 1;
      for (let d = 0; d < dimensions; d++) count *= this.view.getUint32(v.address + 4 * d, true);
      this.elements(v, target, v.address + openArrayDataOffset(dimensions), count);
    }
  }
}
