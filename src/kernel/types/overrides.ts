/**
 * Which method an override means.
 *
 * `T OBJECT OVERRIDES m := P END` overrides the nearest method m of T's supertypes *as the scope sees them* (Modula-3, "Object types"). An opaque supertype may hide
 * an object type with another m: so the answer depends on the revelations that the file holds, and is found here once, when the file is linked.
 */
import type { Revelation, SpxModule } from '../../bytecode/module.ts';
import { BUILTIN_TYPES, type ObjectTypeDef, type TypeDef, type TypeIndex } from '../../bytecode/types.ts';
import { TypeLinkError } from './errors.ts';

/** Deepest chain of object types, opaque types counted. */
export const MAX_OBJECT_DEPTH = 256;

/** The object types of a file as a scope sees them that holds all the file's revelations. */
export interface FileView {
  readonly defs: readonly TypeDef[];
  /** What an opaque type is known to be (one entry) or to be a subtype of (any number). */
  readonly known: ReadonlyMap<TypeIndex, readonly TypeIndex[]>;
  /** Method indices by name, for object types asked about so far. */
  readonly methods: Map<TypeIndex, ReadonlyMap<string, number>>;
}

export function viewOf(
  module: Pick<SpxModule, 'types' | 'interfaces' | 'units'> & Partial<Pick<SpxModule, 'imports'>>,
): FileView {
  const all: Revelation[] = [
    ...(module.imports ?? []).flatMap((i) => i.revelations),
    ...module.interfaces.flatMap((i) => i.revelations),
    ...module.units.flatMap((u) => u.revelations),
  ];
  const known = new Map<TypeIndex, readonly TypeIndex[]>();
  for (const r of all) if (!r.full) known.set(r.opaque, [...(known.get(r.opaque) ?? []), r.type]);
  for (const r of all) if (r.full) known.set(r.opaque, [r.type]);
  return { defs: [...BUILTIN_TYPES, ...module.types], known, methods: new Map() };
}

/** The object types from `type` outward, as far as the file sees them. */
function* chain(view: FileView, type: TypeIndex): Generator<[TypeIndex, ObjectTypeDef]> {
  let at: TypeIndex | undefined = type;
  for (let depth = 0; at !== undefined; depth++) {
    if (depth > MAX_OBJECT_DEPTH)
      throw new TypeLinkError('K1205', `an object type has more than ${MAX_OBJECT_DEPTH} supertypes`);
    const def: TypeDef | undefined = view.defs[at];
    if (def?.kind === 'object') {
      yield [at, def];
      at = def.super;
    } else if (def?.kind === 'opaque') {
      const known: readonly TypeIndex[] = view.known.get(at) ?? [];
      at = known.length === 0 ? def.super : known.length === 1 ? known[0] : deepest(view, known);
    } else {
      at = undefined;
    }
  }
}

/** Of several partial revelations the most specific, which is a subtype of all others. */
function deepest(view: FileView, candidates: readonly TypeIndex[]): TypeIndex {
  let best = candidates[0]!;
  let most = -1;
  for (const candidate of candidates) {
    let depth = 0;
    for (let at = candidate; depth <= MAX_OBJECT_DEPTH; depth++) {
      const def = view.defs[at];
      if (def?.kind !== 'object' && def?.kind !== 'opaque') break;
      at = def.super;
    }
    if (depth > most) [best, most] = [candidate, depth];
  }
  return best;
}

/** The object type that declares the method which `object` overrides under that name. */
export function overriddenMethod(
  view: FileView,
  object: ObjectTypeDef,
  name: string,
): { declarer: TypeIndex; method: number } {
  for (const [declarer, def] of chain(view, object.super)) {
    let methods = view.methods.get(declarer);
    if (!methods) {
      methods = new Map(def.methods.map((m, i) => [m.name, i]));
      view.methods.set(declarer, methods);
    }
    const method = methods.get(name);
    if (method !== undefined) return { declarer, method };
  }
  throw new TypeLinkError('K1208', `an override names ${name}, which no supertype declares as a method`);
}
