/**
 * The revelations of a file, sorted by who answers for them. Who may reveal what is checked here, and whether the types fit; what is revealed is in
 * `registry.ts`.
 */
import type { Revelation, SpxModule } from '../../bytecode/module.ts';
import type { TypeDef } from '../../bytecode/types.ts';
import { TypeLinkError } from './errors.ts';
import { above, isSubtype, resolved } from './relations.ts';
import type { OpaqueRT, RuntimeType } from './runtime-type.ts';

type OpaqueTypeDef = Extract<TypeDef, { kind: 'opaque' }>;

export interface SortedRevelations {
  /** Full ones of opaque types that the file's own interfaces declare. */
  readonly own: readonly Revelation[];
  /** Full ones that the file knows from interfaces of others. */
  readonly believed: readonly Revelation[];
  readonly partial: readonly Revelation[];
  readonly believedPartial: readonly Revelation[];
}

export function sortRevelations(module: SpxModule, defs: readonly TypeDef[]): SortedRevelations {
  const ownInterfaces = new Set(module.interfaces.map((i) => i.name));
  const made = [...module.interfaces.flatMap((i) => i.revelations), ...module.units.flatMap((u) => u.revelations)];
  const used = module.imports.flatMap((i) => i.revelations);
  const own = made.filter((r) => r.full);
  for (const r of own) {
    const def = defs[r.opaque];
    if (def?.kind === 'opaque' && ownInterfaces.has(def.unit)) {
      checkBranded(def, defs[r.type]);
      continue;
    }
    const name = def?.kind === 'opaque' ? `${def.unit}.${def.name}` : 'a type that is not opaque';
    throw new TypeLinkError('K1202', `this file reveals ${name}, which is not declared by one of its own interfaces`);
  }
  const isPartial = (r: Revelation) => !r.full;
  return {
    own,
    believed: used.filter((r) => r.full),
    partial: made.filter(isPartial),
    believedPartial: used.filter(isPartial),
  };
}

/** Without a brand the revelation would be the same type as others that happen to look alike. */
function checkBranded(opaque: OpaqueTypeDef, type: TypeDef | undefined): void {
  if ((type?.kind === 'ref' || type?.kind === 'object') && type.brand) return;
  throw new TypeLinkError(
    'K1202',
    `the revelation of ${opaque.unit}.${opaque.name} is not a branded REF or object type`,
  );
}

/** Whether the type can be what the opaque type is. */
export function checkFits(opaque: OpaqueRT, type: RuntimeType): void {
  if (type.kind !== 'object' && type.kind !== 'ref') {
    throw new TypeLinkError(
      'K1202',
      `the revelation of ${opaque.name} is ${type.name}, neither a REF nor an object type`,
    );
  }
  // `type` may be built from `opaque`: then a chain of supertypes would go round.
  for (let t: RuntimeType | undefined = type; t; t = above(t)) {
    if (t === opaque) {
      throw new TypeLinkError('K1202', `the revelation of ${opaque.name} is a subtype of ${opaque.name} itself`);
    }
  }
  if (!isSubtype(type, opaque.super)) {
    throw new TypeLinkError('K1202', `the revelation of ${opaque.name} is not a subtype of ${opaque.super.name}`);
  }
}

/**
 * A file relies on REVEAL opaque = type. Where files import each other the revelation may not be known yet; that it then is the one the interface
 * makes is the linker's to check, who has both files.
 */
export function checkRevealed(opaque: RuntimeType, type: RuntimeType): void {
  if (opaque.kind === 'opaque' && (!opaque.revealed || opaque.revealed === type)) return;
  const actual = resolved(opaque) === opaque ? 'no opaque type' : `revealed as ${resolved(opaque).name}`;
  throw new TypeLinkError('K1202', `${opaque.name} is taken to be revealed as ${type.name}, but is ${actual}`);
}

/** REVEAL opaque <: type, made or relied on. */
export function checkBound(opaque: RuntimeType, type: RuntimeType): void {
  if (isSubtype(opaque, type)) return;
  throw new TypeLinkError(
    'K1202',
    `${opaque.name} is taken to be a subtype of ${type.name}, which it is not known to be`,
  );
}
