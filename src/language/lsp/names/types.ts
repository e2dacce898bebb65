/** Object and opaque types of a unit: what is declared, what is revealed, who is whose subtype. */
import type {
  CheckedUnit,
  Method,
  ObjectType,
  Override,
  ProcedureEntity,
  Type,
  TypeEntity,
} from '../../types/model.ts';
import { nameOf } from '../../types/print.ts';
import { keyOf } from './names.ts';
import { eachNode } from './walk.ts';

/** A named type and the type expression that says what it is: its declaration, or a revelation. */
export interface NamedType {
  readonly entity: TypeEntity;
  readonly type: Type;
  /** Where the name stands in this declaration or revelation. */
  readonly span: TypeEntity['span'];
}

/** Object and opaque types that the unit declares or reveals. */
export function namedTypes(unit: CheckedUnit): NamedType[] {
  const found: NamedType[] = [];
  for (const entity of unit.types) {
    const { type } = entity;
    if ((type.kind === 'object' || type.kind === 'opaque') && nameOf(type) === entity)
      found.push({ entity, type, span: entity.span });
  }
  for (const { opaque, type, span } of unit.revelations) {
    const use = unit.uses.find(
      (u) => u.span.start >= span.start && u.span.end <= span.end && keyOf(u.entity) === keyOf(opaque.entity),
    );
    if (use) found.push({ entity: opaque.entity, type, span: use.span });
  }
  return found;
}

/** The named type directly above; anonymous ones between are passed over. */
export function superOf(type: Type): TypeEntity | undefined {
  for (let t = above(type); t; t = above(t)) {
    const entity = nameOf(t);
    if (entity) return entity;
  }
  return undefined;
}

function above(type: Type): Type | undefined {
  return type.kind === 'object' ? type.super : type.kind === 'opaque' ? type.bound : undefined;
}

/** Every object type with overrides or methods in the unit, those that NEW makes included. */
function objectTypes(unit: CheckedUnit): Set<ObjectType> {
  const found = new Set<ObjectType>();
  const add = (type: Type): void => {
    if (type.kind === 'object') found.add(type);
  };
  for (const { type } of unit.types) add(type);
  for (const { type } of unit.revelations) add(type);
  eachNode(unit, {
    expr(expr) {
      if (expr.kind === 'new') add(expr.allocated);
    },
  });
  return found;
}

export interface Overriding {
  readonly proc: ProcedureEntity;
  readonly span: Override['span'];
  readonly type: ObjectType;
}

/** Procedures that the unit gives to a method: as its default, or overriding it. */
export function overridesIn(unit: CheckedUnit, method: Method): Overriding[] {
  const found: Overriding[] = [];
  const key = keyOf(method);
  const meaning = new Map(unit.uses.map((u) => [u.span.start, u.entity]));
  for (const type of objectTypes(unit)) {
    for (const m of type.methods)
      if (m.default && keyOf(m) === key) found.push({ proc: m.default, span: m.span, type });
    for (const { proc, span } of type.overrides) {
      const overridden = span.file === unit.entity.path ? meaning.get(span.start) : undefined;
      if (proc && overridden && keyOf(overridden) === key) found.push({ proc, span, type });
    }
  }
  return found;
}

/** Methods that one of some procedures, given by their keys, implements in the unit's object types, by default or as an override. */
export function methodsImplementedBy(unit: CheckedUnit, procedures: ReadonlySet<string>): Method[] {
  const found = new Map<string, Method>();
  const meaning = new Map(unit.uses.map((u) => [u.span.start, u.entity]));
  for (const type of objectTypes(unit)) {
    for (const m of type.methods) if (m.default && procedures.has(keyOf(m.default))) found.set(keyOf(m), m);
    for (const { proc, span } of type.overrides) {
      const method = meaning.get(span.start);
      if (proc && procedures.has(keyOf(proc)) && method && 'signature' in method) found.set(keyOf(method), method);
    }
  }
  return [...found.values()];
}
