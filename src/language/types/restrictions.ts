/**
 * Questions about what a type's variables hold, for rules that forbid some types in some places.
 */

import type { Type } from './model.ts';
import { isReference, type Reveal, tracedness } from './relations.ts';

/** The first part, stored in the variable itself, that is a traced reference; undefined when there is none. */
export function tracedParts(type: Type, reveal: Reveal): Type | undefined {
  return firstPart(type, (t) => isReference(t) && tracedness(t, reveal) === 'traced');
}

/** The first part of a variable, itself included, for which `wanted` holds. References are not followed. */
export function firstPart(type: Type, wanted: (t: Type) => boolean): Type | undefined {
  const seen = new Set<Type>();
  const visit = (t: Type): Type | undefined => {
    if (seen.has(t)) return undefined;
    seen.add(t);
    if (wanted(t)) return t;
    switch (t.kind) {
      case 'packed':
        return visit(t.base);
      case 'array':
      case 'openarray':
        return visit(t.element);
      case 'record':
        for (const field of t.fields) {
          const found = visit(field.type);
          if (found) return found;
        }
        return undefined;
      default:
        return undefined;
    }
  };
  return visit(type);
}
