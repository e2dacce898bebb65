/** The forest of reference types: each one's direct supertype, and preorder intervals by which `isSubtype` answers at once. */
import { LIMITS } from '../../limits.ts';
import { T, type TypeDef, type TypeIndex } from '../../types.ts';
import { isReference } from '../relations.ts';
import type { Report } from './report.ts';

export interface Forest {
  readonly parent: Int32Array;
  readonly enter: Int32Array;
  readonly leave: Int32Array;
}

export interface Bound {
  readonly opaque: TypeIndex;
  /** The declared bound, or the type of a partial revelation. */
  readonly type: TypeIndex;
}

class BadHierarchy extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** By class: `representative[c]` is an entry of class c that is no fully revealed opaque type. */
class Builder {
  readonly #defs: readonly TypeDef[];
  readonly #classOf: Int32Array;
  readonly #representative: readonly TypeIndex[];
  readonly #bounds = new Map<number, TypeIndex[]>();
  readonly parent: Int32Array;
  /** -2 not looked at, -1 at work, else the number of supertypes. */
  readonly #depth: Int32Array;

  constructor(
    defs: readonly TypeDef[],
    classOf: Int32Array,
    representative: readonly TypeIndex[],
    bounds: readonly Bound[],
  ) {
    this.#defs = defs;
    this.#classOf = classOf;
    this.#representative = representative;
    this.parent = new Int32Array(representative.length).fill(-1);
    this.#depth = new Int32Array(representative.length).fill(-2);
    for (const { opaque, type } of bounds) {
      const list = this.#bounds.get(classOf[opaque]!);
      if (list) list.push(type);
      else this.#bounds.set(classOf[opaque]!, [type]);
    }
  }

  /** Finds the supertype of a class and of all above it; recursion is bounded with their number. */
  place(of: number, level = 0): number {
    const known = this.#depth[of]!;
    if (known >= 0) return known;
    const entry = this.#representative[of]!;
    if (known === -1) throw new BadHierarchy('B2008', `type ${entry} is its own supertype`);
    if (level > LIMITS.objectDepth)
      throw new BadHierarchy('B2008', `more than ${LIMITS.objectDepth} types below type ${entry}`);
    this.#depth[of] = -1;
    const up = this.#supertype(this.#defs[entry]!, of, entry, level + 1);
    const depth = up === undefined ? 0 : this.place(this.#classOf[up]!, level + 1) + 1;
    if (depth > LIMITS.objectDepth)
      throw new BadHierarchy('B2008', `type ${entry} has more than ${LIMITS.objectDepth} supertypes`);
    this.parent[of] = up ?? -1;
    this.#depth[of] = depth;
    return depth;
  }

  #supertype(def: TypeDef, of: number, entry: TypeIndex, level: number): TypeIndex | undefined {
    switch (def.kind) {
      case 'text':
      case 'root':
      case 'ref':
        return T.REFANY;
      case 'mutex':
        return T.ROOT;
      case 'object':
        this.place(this.#classOf[def.super]!, level);
        if (!this.#isObject(this.#classOf[def.super]!))
          throw new BadHierarchy('B2008', `the supertype of object type ${entry} is no object type`);
        return def.super;
      case 'opaque':
        return this.#strongest(of, entry, level);
      default:
        return undefined;
    }
  }

  #isObject(of: number): boolean {
    for (let at = of; ; ) {
      const { kind } = this.#defs[this.#representative[at]!]!;
      if (kind === 'object' || kind === 'root' || kind === 'mutex') return true;
      const up = this.parent[at]!;
      if (kind !== 'opaque' || up < 0) return false;
      at = this.#classOf[up]!;
    }
  }

  /** Bounds of an opaque type are linearly ordered (section 2.4.6 of the definition); the lowest of them is its supertype. */
  #strongest(of: number, entry: TypeIndex, level: number): TypeIndex {
    const bounds = this.#bounds.get(of)!;
    let lowest = bounds[0]!;
    for (const bound of bounds) {
      if (this.place(this.#classOf[bound]!, level) > this.place(this.#classOf[lowest]!, level)) lowest = bound;
    }
    const above = new Set<number>();
    for (let at = this.#classOf[lowest]!; ; at = this.#classOf[this.parent[at]!]!) {
      above.add(at);
      if (this.parent[at]! < 0) break;
    }
    for (const bound of bounds) {
      if (!above.has(this.#classOf[bound]!))
        throw new BadHierarchy('B2012', `the bounds ${lowest} and ${bound} of opaque type ${entry} are not ordered`);
    }
    return lowest;
  }
}

export function buildForest(
  defs: readonly TypeDef[],
  classOf: Int32Array,
  representative: readonly TypeIndex[],
  bounds: readonly Bound[],
  report: Report,
): Forest {
  const builder = new Builder(defs, classOf, representative, bounds);
  const count = representative.length;
  try {
    for (let c = 0; c < count; c++) if (isReference(defs[representative[c]!]!)) builder.place(c);
  } catch (failure) {
    if (!(failure instanceof BadHierarchy)) throw failure;
    report.add(failure.code, failure.message);
  }
  return { parent: builder.parent, ...number(builder.parent, classOf, count) };
}

/** Preorder numbers; -1 where there is no reference type. */
function number(parent: Int32Array, classOf: Int32Array, count: number): { enter: Int32Array; leave: Int32Array } {
  const children: number[][] = Array.from({ length: count }, () => []);
  const roots: number[] = [];
  for (let c = 0; c < count; c++) (parent[c]! < 0 ? roots : children[classOf[parent[c]!]!]!).push(c);
  const enter = new Int32Array(count).fill(-1);
  const leave = new Int32Array(count).fill(-1);
  let next = 0;
  const work = roots.reverse();
  while (work.length > 0) {
    const at = work.at(-1)!;
    if (enter[at]! < 0) {
      enter[at] = next++;
      for (const child of children[at]!) work.push(child);
    } else {
      leave[at] = next++;
      work.pop();
    }
  }
  return { enter, leave };
}
