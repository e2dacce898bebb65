/**
 * Lexical scopes: levels of names, innermost first.
 */
import type { Scope } from '../typed/context.ts';
import { BUILTINS } from '../types/builtins.ts';
import type { Entity, ProcedureEntity } from '../types/model.ts';

export function createScope(names: ReadonlyMap<string, Entity>, parent: Scope | undefined, owner: ProcedureEntity | undefined): Scope {
  return {
    ...(parent ? { parent } : {}),
    ...(owner ? { owner } : {}),
    own: (name) => names.get(name),
    names: () => names.keys(),
  };
}

/** Outermost: what the language itself declares. */
export const BUILTIN_SCOPE: Scope = createScope(BUILTINS, undefined, undefined);

/** Every name visible in a scope, inner ones first. */
export function* visibleNames(scope: Scope): Generator<string> {
  for (let s: Scope | undefined = scope; s; s = s.parent) if (s.names) yield* s.names();
}
