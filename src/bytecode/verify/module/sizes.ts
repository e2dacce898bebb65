/**
 * How large variables are, how deep types nest by containment, and which are complete.
 *
 * The sizes bound what a file may ask for; where fields really lie is the kernel's business. They follow the same rules: scalars in the smallest
 * of 1, 2, 4, 8 bytes, aligned to their size; packed fields bit by bit.
 */
import { LIMITS } from '../../limits.ts';
import type { TypeDef, TypeIndex } from '../../types.ts';
import { isBoolean, ordinalBounds, setSize } from '../relations.ts';
import type { Report } from './report.ts';

export interface Sizes {
  /** Bytes of a variable (for open arrays: of an element), per entry. */
  readonly size: Float64Array;
  /** 1 when every bit pattern of a variable is a value of the type, so that VIEW may show it; never for BOOLEAN, references, procedures, floats. */
  readonly complete: Uint8Array;
}

interface Measure {
  readonly size: number;
  readonly align: number;
  /** How many types are within each other. */
  readonly depth: number;
  readonly complete: boolean;
  /** Packed types only. */
  readonly bits?: number;
}

class Unmeasurable extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Two's complement or counted from zero, the type has all values of that many bits. */
function fills(defs: readonly TypeDef[], type: TypeIndex, bits: number): boolean {
  const bounds = ordinalBounds(defs, type);
  if (!bounds || isBoolean(defs, type)) return false;
  const count = 1n << BigInt(bits);
  return (bounds.lo === 0n && bounds.hi === count - 1n) || (bounds.lo === -count / 2n && bounds.hi === count / 2n - 1n);
}

function ordinalSize(lo: bigint, hi: bigint): number {
  for (const bytes of [1, 2, 4]) {
    const count = 1n << BigInt(bytes * 8);
    if ((lo >= 0n && hi < count) || (lo >= -count / 2n && hi < count / 2n)) return bytes;
  }
  return 8;
}

class Measurer {
  readonly #defs: readonly TypeDef[];
  readonly #known: (Measure | 'active' | undefined)[];

  constructor(defs: readonly TypeDef[]) {
    this.#defs = defs;
    this.#known = new Array(defs.length);
  }

  /** Recursion is as deep as types are within each other, which is bounded. */
  measure(type: TypeIndex, level: number): Measure {
    const known = this.#known[type];
    if (known === 'active') throw new Unmeasurable('B2002', `type ${type} contains itself`);
    if (known) return known;
    if (level > LIMITS.typeNesting)
      throw new Unmeasurable('B2003', `type ${type} is within more than ${LIMITS.typeNesting} others`);
    this.#known[type] = 'active';
    const found = this.#compute(type, level);
    if (found.size > LIMITS.variableSize)
      throw new Unmeasurable('B2003', `a variable of type ${type} would have ${found.size} bytes`);
    if (found.depth > LIMITS.typeNesting) throw new Unmeasurable('B2003', `type ${type} nests ${found.depth} types`);
    this.#known[type] = found;
    return found;
  }

  #compute(type: TypeIndex, level: number): Measure {
    const def = this.#defs[type]!;
    const scalar = (size: number, complete = false): Measure => ({ size, align: size, depth: 1, complete });
    switch (def.kind) {
      case 'real':
        return scalar(4);
      case 'longreal':
      case 'extended':
        return scalar(8);
      case 'set': {
        const count = setSize(this.#defs, def);
        if (count <= 8) return scalar(1, count === 8);
        return { size: Math.ceil(count / 64) * 8, align: 8, depth: 1, complete: count % 64 === 0 };
      }
      case 'packed': {
        const base = this.#defs[def.base]!;
        const complete =
          base.kind === 'set' ? setSize(this.#defs, base) === def.bits : fills(this.#defs, def.base, def.bits);
        return { size: Math.ceil(def.bits / 8), align: 1, depth: 2, complete, bits: def.bits };
      }
      case 'record':
        return this.#record(def.fields.map((f) => this.measure(f.type, level + 1)));
      case 'array': {
        const { lo, hi } = ordinalBounds(this.#defs, def.index)!;
        const count = lo > hi ? 0 : Number(hi - lo + 1n);
        // Elements of no size would cost time all the same.
        if (count > LIMITS.variableSize) throw new Unmeasurable('B2003', `type ${type} has ${count} elements`);
        const element = this.measure(def.element, level + 1);
        const size = element.bits === undefined ? count * element.size : Math.ceil((count * element.bits) / 8);
        return { size, align: element.align, depth: element.depth + 1, complete: element.complete };
      }
      case 'openarray': {
        const element = this.measure(def.element, level + 1);
        if (this.#dimensions(type) > LIMITS.openDimensions)
          throw new Unmeasurable('B2003', `type ${type} has more than ${LIMITS.openDimensions} open dimensions`);
        const nested = this.#defs[def.element]!.kind === 'openarray';
        return {
          size: element.size,
          align: element.align,
          depth: element.depth + 1,
          complete: element.complete && !nested,
        };
      }
      default: {
        const bounds = ordinalBounds(this.#defs, type);
        // References and procedure values.
        if (!bounds) return scalar(4);
        const size = ordinalSize(bounds.lo, bounds.hi);
        return scalar(size, fills(this.#defs, type, size * 8));
      }
    }
  }

  #record(fields: readonly Measure[]): Measure {
    let bit = 0;
    let align = 1;
    for (const f of fields) {
      if (f.bits === undefined) bit = Math.ceil(bit / (f.align * 8)) * f.align * 8 + f.size * 8;
      else bit += f.bits;
      align = Math.max(align, f.align);
    }
    const size = Math.ceil(bit / (align * 8)) * align;
    return {
      size,
      align,
      depth: fields.reduce((deepest, f) => Math.max(deepest, f.depth), 0) + 1,
      complete: fields.every((f) => f.complete),
    };
  }

  #dimensions(type: TypeIndex): number {
    let count = 0;
    for (let def = this.#defs[type]!; def.kind === 'openarray'; def = this.#defs[def.element]!) count++;
    return count;
  }
}

/** Measures all types; objects' fields count as if they were a record of their own. */
export function measureTypes(defs: readonly TypeDef[], report: Report): Sizes {
  const size = new Float64Array(defs.length);
  const complete = new Uint8Array(defs.length);
  const measurer = new Measurer(defs);
  try {
    defs.forEach((def, i) => {
      const found = measurer.measure(i, 1);
      size[i] = found.size;
      complete[i] = found.complete ? 1 : 0;
      if (def.kind !== 'object') return;
      const fields = def.fields.reduce((sum, f) => sum + measurer.measure(f.type, 1).size + 8, 0);
      if (fields > LIMITS.variableSize)
        throw new Unmeasurable('B2003', `the fields of object type ${i} would have ${fields} bytes`);
    });
  } catch (failure) {
    if (!(failure instanceof Unmeasurable)) throw failure;
    report.add(failure.code, failure.message);
  }
  return { size, complete };
}
