/** Each entry of the type table for itself: its parts are of kinds that it can have. */
import { LIMITS } from '../../limits.ts';
import {
  BUILTIN_TYPES,
  MAX_INTEGER,
  MIN_INTEGER,
  type ProcedureTypeDef,
  type TypeDef,
  type TypeIndex,
} from '../../types.ts';
import { type Bounds, isBoolean, isReference, ordinalBounds, setSize } from '../relations.ts';
import type { Report } from './report.ts';

const STORED = [
  'enum',
  'subrange',
  'set',
  'record',
  'array',
  'openarray',
  'packed',
  'ref',
  'object',
  'opaque',
  'procedure',
];
const SUBRANGE_BASES = ['integer', 'longint', 'boolean', 'char', 'widechar', 'enum'];
const SUPERTYPES = ['object', 'opaque', 'root', 'mutex'];

/** What beyond plain types of variables a place admits. */
export interface Place {
  readonly open?: boolean;
  readonly packed?: boolean;
}

/** Variables (fields, elements, parameters, …) have values, so not of an empty type; open arrays and packed types have few places. */
export function isVariableType(defs: readonly TypeDef[], type: TypeIndex, place: Place = {}): boolean {
  const def = defs[type]!;
  if (def.kind === 'openarray') return place.open ?? false;
  if (def.kind === 'packed') return place.packed ?? false;
  const bounds = ordinalBounds(defs, type);
  return bounds === undefined || bounds.lo <= bounds.hi;
}

/** Bits of the shortest unsigned or two's complement representation of all values. */
function bitsFor({ lo, hi }: Bounds): number {
  const width = (value: bigint) => (value === 0n ? 0 : value.toString(2).length);
  return lo >= 0n ? width(hi) : Math.max(width(hi < 0n ? 0n : hi), width(-lo - 1n)) + 1;
}

class TypeChecker {
  readonly defs: readonly TypeDef[];
  readonly report: Report;
  #name = '';

  constructor(defs: readonly TypeDef[], report: Report) {
    this.defs = defs;
    this.report = report;
  }

  #wrong(code: string, message: string): void {
    this.report.add(code, `${this.#name}: ${message}`);
  }

  #variable(type: TypeIndex, place: Place, what: string): void {
    if (!isVariableType(this.defs, type, place))
      this.#wrong('B2006', `${what} cannot be of type ${type} (${this.defs[type]!.kind})`);
  }

  #ordinal(type: TypeIndex, what: string): void {
    if (!ordinalBounds(this.defs, type)) this.#wrong('B2005', `${what} is of type ${type} (${this.defs[type]!.kind})`);
  }

  check(def: TypeDef, index: TypeIndex): void {
    this.#name = `${def.kind} type ${index}`;
    if (!STORED.includes(def.kind)) {
      this.#wrong('B2001', 'a builtin type is stored');
      return;
    }
    switch (def.kind) {
      case 'subrange':
        this.#subrange(def);
        return;
      case 'set':
        this.#ordinal(def.element, 'its element');
        if (setSize(this.defs, def) > LIMITS.setElements)
          this.#wrong('B2003', `more than ${LIMITS.setElements} elements`);
        return;
      case 'array':
        this.#ordinal(def.index, 'its index');
        this.#variable(def.element, { packed: true }, 'an element');
        return;
      case 'openarray':
        this.#variable(def.element, { open: true, packed: true }, 'an element');
        return;
      case 'packed':
        this.#packed(def);
        return;
      case 'record':
        for (const f of def.fields) this.#variable(f.type, { packed: true }, `field ${f.name}`);
        return;
      case 'ref':
        this.#variable(def.target, { open: true }, 'its referent');
        return;
      case 'opaque':
        if (!isReference(this.defs[def.super]!) || this.defs[def.super]!.kind === 'null') {
          this.#wrong('B2011', `its bound, type ${def.super}, is no reference type`);
        }
        return;
      case 'object':
        this.#object(def);
        return;
      case 'procedure':
        this.#procedure(def);
        return;
    }
  }

  #subrange(def: Extract<TypeDef, { kind: 'subrange' }>): void {
    if (!SUBRANGE_BASES.includes(this.defs[def.base]!.kind)) {
      this.#wrong('B2004', `type ${def.base} cannot be its base`);
      return;
    }
    const base = ordinalBounds(this.defs, def.base)!;
    const outside =
      def.lo <= def.hi ? def.lo < base.lo || def.hi > base.hi : def.lo > MAX_INTEGER || def.hi < MIN_INTEGER;
    if (outside) this.#wrong('B2004', `${def.lo}..${def.hi} is not within ${base.lo}..${base.hi}`);
    // A BOOLEAN operand has no interval by which a part of the type could be told from the whole.
    if (isBoolean(this.defs, def.base) && def.lo <= def.hi && def.lo !== def.hi - 1n) {
      this.#wrong('B2004', 'a subrange of BOOLEAN is empty or the whole of it');
    }
  }

  #packed(def: Extract<TypeDef, { kind: 'packed' }>): void {
    const base = this.defs[def.base]!;
    const bounds = ordinalBounds(this.defs, def.base);
    if (!bounds && base.kind !== 'set') {
      this.#wrong('B2007', `type ${def.base} (${base.kind}) cannot be packed`);
      return;
    }
    if (!isVariableType(this.defs, def.base)) {
      this.#wrong('B2006', 'its base is empty');
      return;
    }
    const needed = base.kind === 'set' ? setSize(this.defs, base) : bitsFor(bounds!);
    if (def.bits < 1 || def.bits > 64 || needed > def.bits)
      this.#wrong('B2007', `${def.bits} bits, but ${needed} are needed`);
  }

  #object(def: Extract<TypeDef, { kind: 'object' }>): void {
    if (!SUPERTYPES.includes(this.defs[def.super]!.kind))
      this.#wrong('B2008', `type ${def.super} cannot be its supertype`);
    for (const f of def.fields) this.#variable(f.type, { packed: true }, `field ${f.name}`);
    for (const m of def.methods) {
      if (this.defs[m.signature]!.kind !== 'procedure')
        this.#wrong('B2014', `the signature of ${m.name} is no procedure type`);
    }
  }

  #procedure(def: ProcedureTypeDef): void {
    if (def.params.length > LIMITS.parameters) this.#wrong('B2014', `${def.params.length} parameters`);
    if (def.raises !== 'any' && def.raises.length > LIMITS.raises)
      this.#wrong('B2014', `${def.raises.length} exceptions`);
    def.params.forEach((p, i) => {
      this.#variable(p.type, { open: true }, `parameter ${i}`);
    });
    if (def.result !== undefined) this.#variable(def.result, {}, 'its result');
  }
}

export function checkTypes(defs: readonly TypeDef[], report: Report): void {
  report.section = 'types';
  if (defs.length > LIMITS.types) {
    report.add('B2003', `${defs.length} types, at most ${LIMITS.types}`);
    return;
  }
  const checker = new TypeChecker(defs, report);
  for (let i = BUILTIN_TYPES.length; i < defs.length && !report.failed; i++) checker.check(defs[i]!, i);
}
