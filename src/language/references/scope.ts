/**
 * Lexical scopes: levels of names, innermost first.
 */
import type { Scope } from '../typed/context.ts';
import { BUILTINS, errorEntity, NOWHERE } from '../types/builtins.ts';
import type { Entity, ProcedureEntity } from '../types/model.ts';

export function createScope(
  names: ReadonlyMap<string, Entity>,
  parent: Scope | undefined,
  owner: ProcedureEntity | undefined,
): Scope {
  return {
    ...(parent ? { parent } : {}),
    ...(owner ? { owner } : {}),
    own: (name) => names.get(name),
    names: () => names.keys(),
  };
}

/** Outermost: what the language itself declares. */
export const BUILTIN_SCOPE: Scope = createScope(BUILTINS, undefined, undefined);

/** Outermost where an exported interface is missing or broken: it may declare any name. */
export const LENIENT_SCOPE: Scope = {
  own: (name) => BUILTINS.get(name) ?? errorEntity(name, NOWHERE),
  names: () => BUILTINS.keys(),
};

/** Members of an interface with syntax errors: nobody can tell what it would declare, so any name may be there. */
export class LenientMembers extends Map<string, Entity> {
  override get(name: string): Entity {
    return errorEntity(name, NOWHERE);
  }
}

/** Every name visible in a scope, inner ones first. */
export function* visibleNames(scope: Scope): Generator<string> {
  for (let s: Scope | undefined = scope; s; s = s.parent) if (s.names) yield* s.names();
}
