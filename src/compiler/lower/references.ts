/**
 * Subtyping among references as the verifier will see it: with every revelation that this file holds.
 *
 * It decides where a NARROW is needed. To answer no for a subtype costs a check at run time and nothing else.
 */
import { MUTEX, ROOT } from '../../language/types/builtins.ts';
import type { OpaqueType, RevelationFact, Type, TypeEntity } from '../../language/types/model.ts';
import type { Program } from './context.ts';

export interface Revealed {
  readonly full: ReadonlyMap<TypeEntity, Type>;
  readonly partial: ReadonlyMap<TypeEntity, readonly Type[]>;
}

export function collectRevelations(facts: Iterable<RevelationFact>): Revealed {
  const full = new Map<TypeEntity, Type>();
  const partial = new Map<TypeEntity, Type[]>();
  for (const fact of facts) {
    const entity = fact.opaque.entity;
    if (fact.full) full.set(entity, fact.type);
    else partial.set(entity, [...(partial.get(entity) ?? []), fact.type]);
  }
  return { full, partial };
}

export function isReferenceSubtype(program: Program, from: Type, to: Type): boolean {
  if (from.kind === 'builtin' && from.name === 'NULL') return true;
  const goal = identity(program, to);
  if (to.kind === 'builtin' && to.name === 'REFANY') return true;
  const seen = new Set<Type>();
  const queue: Type[] = [from];
  for (let type = queue.pop(); type; type = queue.pop()) {
    if (seen.has(type)) continue;
    seen.add(type);
    if (identity(program, type) === goal) return true;
    queue.push(...supertypes(program, type));
  }
  return false;
}

/** The table's entry for a type, through its full revelation. */
function identity(program: Program, type: Type): number {
  if (type.kind !== 'opaque') return program.types.index(type);
  const full = program.revealed.full.get(type.entity);
  return full && full.kind !== 'opaque' ? program.types.index(full) : program.types.index(type);
}

function supertypes(program: Program, type: Type): readonly Type[] {
  if (type.kind === 'object') return [type.super];
  if (type === MUTEX) return [ROOT];
  return type.kind === 'opaque' ? opaqueBounds(program, type) : [];
}

function opaqueBounds(program: Program, type: OpaqueType): readonly Type[] {
  const full = program.revealed.full.get(type.entity);
  if (full) return [full];
  return [...(program.revealed.partial.get(type.entity) ?? []), type.bound];
}
