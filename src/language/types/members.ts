/**
 * Finding fields and methods: in a record, or in an object type and its supertypes as far as the unit knows them (2.2.9).
 */

import type { Field, Method, ObjectType, RecordType, Type } from './model.ts';
import { type Reveal, supertypes } from './relations.ts';

export interface RecordMember {
  readonly index: number;
  readonly field: Field;
}

export type ObjectMember =
  | { readonly kind: 'field'; readonly owner: ObjectType; readonly index: number; readonly field: Field }
  | { readonly kind: 'method'; readonly owner: ObjectType; readonly index: number; readonly method: Method };

export function fieldOf(record: RecordType, name: string): RecordMember | undefined {
  const index = record.fields.findIndex((f) => f.name === name);
  return index < 0 ? undefined : { index, field: record.fields[index]! };
}

/** The member of that name which the nearest supertype declares; a field or method hides those of its supertypes. */
export function memberOf(type: Type, name: string, reveal: Reveal): ObjectMember | undefined {
  for (const owner of objectTypes(type, reveal)) {
    const f = owner.fields.findIndex((field) => field.name === name);
    if (f >= 0) return { kind: 'field', owner, index: f, field: owner.fields[f]! };
    const m = owner.methods.findIndex((method) => method.name === name);
    if (m >= 0) return { kind: 'method', owner, index: m, method: owner.methods[m]! };
  }
  return undefined;
}

/** All members, nearest first, hidden ones left out; for completion and for hints. */
export function membersOf(type: Type, reveal: Reveal): Map<string, ObjectMember> {
  const found = new Map<string, ObjectMember>();
  for (const owner of objectTypes(type, reveal)) {
    owner.fields.forEach((field, index) => {
      if (!found.has(field.name)) found.set(field.name, { kind: 'field', owner, index, field });
    });
    owner.methods.forEach((method, index) => {
      if (!found.has(method.name)) found.set(method.name, { kind: 'method', owner, index, method });
    });
  }
  return found;
}

/** The object type itself and its known supertypes that are written as object types. */
export function* objectTypes(type: Type, reveal: Reveal): Generator<ObjectType> {
  for (const t of supertypes(type, reveal)) if (t.kind === 'object') yield t;
}
