/**
 * What the rules between units and the order of initialisation need to know of a unit: names instead of entities, so that it can be kept where the unit is not.
 *
 * An interface's name says which one is meant: a program has one of each name.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type {
  CheckedUnit,
  OpaqueType,
  ProcedureEntity,
  RevelationFact,
  Type,
  TypeEntity,
  UnitEntity,
} from '../types/model.ts';

export interface UnitLinks {
  readonly kind: 'interface' | 'module';
  readonly name: string;
  /** Interfaces, exported ones too. */
  readonly imports: readonly string[];
  readonly exports: readonly string[];
}

/** Of a unit without errors. */
export interface UnitFacts extends UnitLinks {
  readonly span: Span;
  /** Some of its procedures are the kernel's. */
  readonly external: boolean;
  /** Interfaces: procedures that want a body. */
  readonly headings: readonly ProcedureFact[];
  /** Modules: procedures that are the bodies of headings. */
  readonly bodies: readonly BodyFact[];
  /** Opaque types that are declared here, as often as they are named. */
  readonly opaques: readonly OpaqueFact[];
  readonly revelations: readonly FullRevelation[];
  /** Brands that were written here. */
  readonly brands: readonly { readonly text: string; readonly span: Span }[];
}

export interface ProcedureFact {
  readonly name: string;
  readonly span: Span;
}

export interface BodyFact extends ProcedureFact {
  readonly implements: readonly { readonly unit: string; readonly name: string }[];
}

export interface OpaqueFact {
  /** Tells it from every other type of the program. */
  readonly id: string;
  readonly name: string;
  readonly span: Span;
}

export interface FullRevelation {
  readonly opaque: string;
  readonly name: string;
  /** With the unit's. */
  readonly fullName: string;
  readonly span: Span;
  /** The next opaque type among its supertypes. */
  readonly above?: string;
}

export function linksOf({ entity, imports, exports }: CheckedUnit): UnitLinks {
  return {
    kind: entity.unitKind,
    name: entity.name,
    imports: imports.map(({ name }) => name),
    exports: exports.map(({ name }) => name),
  };
}

export function factsOf(unit: CheckedUnit): UnitFacts {
  const { entity, procedures } = unit;
  const isModule = entity.unitKind === 'module';
  return {
    ...linksOf(unit),
    span: entity.span,
    external: procedures.some((p) => p.external),
    headings: isModule ? [] : procedures.filter((p) => !p.external).map(procedureFact),
    bodies: isModule ? procedures.flatMap(bodyFact) : [],
    opaques: unit.types.flatMap((declared) => opaqueFact(declared, entity)),
    revelations: unit.revelations.filter(({ full }) => full).map(fullRevelation),
    brands: [...unit.types, ...unit.revelations.filter(({ full }) => full)].flatMap((at) => brandFact(at, entity)),
  };
}

const procedureFact = ({ name, span }: ProcedureEntity): ProcedureFact => ({ name, span });

function bodyFact({ name, span, implements: headings }: ProcedureEntity): BodyFact[] {
  if (headings.length === 0) return [];
  return [{ name, span, implements: headings.map((heading) => ({ unit: heading.unit!.name, name: heading.name })) }];
}

function opaqueFact({ type }: TypeEntity, unit: UnitEntity): OpaqueFact[] {
  if (type.kind !== 'opaque' || type.entity.unit !== unit || type.bound.kind === 'error') return [];
  return [{ id: idOf(type), name: type.entity.name, span: type.entity.span }];
}

function fullRevelation({ opaque, type, span }: RevelationFact): FullRevelation {
  const { name, unit } = opaque.entity;
  const above = opaqueAbove(type);
  return {
    opaque: idOf(opaque),
    name,
    fullName: unit ? `${unit.name}.${name}` : name,
    span,
    ...(above ? { above: idOf(above) } : {}),
  };
}

function opaqueAbove(type: Type): OpaqueType | undefined {
  let at = type;
  while (at.kind === 'object') at = at.super;
  return at.kind === 'opaque' ? at : undefined;
}

function brandFact({ type, span }: { type: Type; span: Span }, unit: UnitEntity): { text: string; span: Span }[] {
  const brand = type.kind === 'ref' || type.kind === 'object' ? type.brand : undefined;
  const isWritten = brand && !/^#\d+$/.test(brand.text) && brand.unit === unit;
  return isWritten ? [{ text: brand.text, span }] : [];
}

function idOf({ entity }: OpaqueType): string {
  return `${entity.unit?.unitKind} ${entity.unit?.name}.${entity.name}`;
}
