/**
 * Rules that hold between the units of one program: every heading has one body, every opaque type one revelation, brands differ (2.4.7, 2.5).
 */
import type { Diagnostic, Related } from '../../diagnostics/diagnostic.ts';
import type {
  Brand,
  CheckedUnit,
  ObjectType,
  OpaqueType,
  ProcedureEntity,
  RevelationFact,
  Type,
  UnitEntity,
} from '../types/model.ts';

/** `own`: the units that the extension consists of; `known`: with the interfaces of other domains. */
export function checkProgramRules(own: readonly CheckedUnit[], known: readonly CheckedUnit[]): Diagnostic[] {
  return [...checkImplementations(own), ...checkRevelations(own, known), ...checkBrands(own)];
}

// ---------------------------------------------------------------- headings

function checkImplementations(own: readonly CheckedUnit[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const bodies = new Map<ProcedureEntity, ProcedureEntity[]>();
  const exporters = new Map<UnitEntity, UnitEntity[]>();
  for (const unit of own) {
    for (const exported of unit.exports) exporters.set(exported, [...(exporters.get(exported) ?? []), unit.entity]);
    for (const procedure of unit.procedures) {
      for (const heading of procedure.implements) bodies.set(heading, [...(bodies.get(heading) ?? []), procedure]);
    }
  }
  for (const unit of own) {
    if (unit.entity.unitKind !== 'interface') continue;
    const headings = unit.procedures.filter((p) => !p.external);
    const missing = headings.filter((p) => !bodies.has(p));
    if (missing.length > 0) found.push(...missingBodies(unit, missing, exporters.get(unit.entity) ?? []));
    for (const heading of headings) found.push(...twoBodies(heading, bodies.get(heading) ?? []));
  }
  return found;
}

/** One error when no module exports the interface at all, else one per procedure. */
function missingBodies(
  unit: CheckedUnit,
  missing: readonly ProcedureEntity[],
  exporters: readonly UnitEntity[],
): Diagnostic[] {
  const { entity } = unit;
  if (exporters.length === 0) {
    const names =
      missing
        .slice(0, 5)
        .map((p) => p.name)
        .join(', ') + (missing.length > 5 ? ', ...' : '');
    return [
      {
        code: 'M3302',
        severity: 'error',
        message: `no module exports interface ${entity.name}, so its procedures have no bodies: ${names}`,
        span: entity.span,
        related: missing.slice(0, 5).map((p) => ({ span: p.span, message: `${p.name} is declared here` })),
        hint: `If another domain implements ${entity.name}, give it with --interface-path instead.`,
      },
    ];
  }
  return missing.map((procedure) => ({
    code: 'M3302',
    severity: 'error' as const,
    message: `${procedure.name} is declared in interface ${entity.name} but no module that exports it implements it`,
    span: procedure.span,
    related: exporters.map((m) => ({ span: m.span, message: `module ${m.name} exports ${entity.name}` })),
  }));
}

function twoBodies(heading: ProcedureEntity, bodies: readonly ProcedureEntity[]): Diagnostic[] {
  const [first, ...others] = bodies;
  return others.map((body) => ({
    code: 'M3303',
    severity: 'error' as const,
    message: `${heading.name} of interface ${heading.unit?.name ?? ''} is already implemented by module ${first!.unit?.name ?? ''}`,
    span: body.span,
    related: [
      { span: first!.span, message: 'the other body is here' },
      { span: heading.span, message: 'the heading is here' },
    ],
  }));
}

// ---------------------------------------------------------------- revelations

function checkRevelations(own: readonly CheckedUnit[], known: readonly CheckedUnit[]): Diagnostic[] {
  const full = new Map<OpaqueType, RevelationFact[]>();
  for (const unit of known) {
    for (const fact of unit.revelations) if (fact.full) full.set(fact.opaque, [...(full.get(fact.opaque) ?? []), fact]);
  }
  const found: Diagnostic[] = [];
  for (const [type, facts] of full) found.push(...revealedTwice(type, facts), ...revealedInACircle(type, full));
  for (const unit of own) {
    // What the kernel implements, it also reveals.
    if (unit.procedures.some((p) => p.external)) continue;
    for (const { type } of unit.types) {
      if (
        type.kind === 'opaque' &&
        type.entity.unit === unit.entity &&
        type.bound.kind !== 'error' &&
        !full.has(type)
      ) {
        found.push(neverRevealed(type, unit));
        full.set(type, []);
      }
    }
  }
  return found;
}

/** Circles that no unit sees as a whole; reported once, at the revelation in the first of their types. */
function revealedInACircle(type: OpaqueType, full: ReadonlyMap<OpaqueType, readonly RevelationFact[]>): Diagnostic[] {
  const circle: RevelationFact[] = [];
  let next: Type = type;
  do {
    const fact: RevelationFact | undefined = next.kind === 'opaque' ? full.get(next)?.[0] : undefined;
    if (fact !== undefined) circle.push(fact);
    if (fact === undefined && next.kind !== 'object') return [];
    next = fact !== undefined ? fact.type : (next as ObjectType).super;
    // Another type's circle, which this one only leads into.
    if (circle.length > full.size) return [];
  } while (next !== type);
  const [first, ...others] = circle;
  if (others.some((fact) => [...full.keys()].indexOf(fact.opaque) < [...full.keys()].indexOf(type))) return [];
  return [
    {
      code: 'M3102',
      severity: 'error',
      message: `${nameOf(type)} is revealed to be a subtype of itself, through ${others.map((f) => nameOf(f.opaque)).join(', ')}`,
      span: first!.span,
      related: others.map((fact) => ({ span: fact.span, message: `${nameOf(fact.opaque)} is revealed here` })),
    },
  ];
}

/** Two revelations in one unit have been reported there. */
function revealedTwice(type: OpaqueType, facts: readonly RevelationFact[]): Diagnostic[] {
  const first = facts[0]!;
  return facts
    .filter((fact) => fact.unit !== first.unit)
    .map((fact) => ({
      code: 'M3202',
      severity: 'error' as const,
      message: `${type.entity.name} is already revealed in full by ${first.unit.unitKind} ${first.unit.name}`,
      span: fact.span,
      related: [{ span: first.span, message: 'the other revelation is here' }],
    }));
}

function neverRevealed(type: OpaqueType, unit: CheckedUnit): Diagnostic {
  return {
    code: 'M3206',
    severity: 'error',
    message: `no unit reveals the opaque type ${unit.entity.name}.${type.entity.name} in full`,
    span: type.entity.span,
    hint: `Write REVEAL ${type.entity.name} = BRANDED ... in a module that exports or imports ${unit.entity.name}.`,
  };
}

// ---------------------------------------------------------------- brands

/** Within a unit, brands were compared when they were read. */
function checkBrands(own: readonly CheckedUnit[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Map<string, { brand: Brand; where: Related }>();
  for (const unit of own) {
    for (const { type, span } of brandedTypes(unit)) {
      const brand = type.kind === 'ref' || type.kind === 'object' ? type.brand : undefined;
      if (!brand || /^#\d+$/.test(brand.text) || brand.unit !== unit.entity) continue;
      const other = seen.get(brand.text);
      if (!other) seen.set(brand.text, { brand, where: { span, message: 'the other type is here' } });
      else if (other.brand.unit !== brand.unit) {
        found.push({
          code: 'M3116',
          severity: 'error',
          message: `${other.brand.unit.unitKind} ${other.brand.unit.name} has another type with the brand ${JSON.stringify(brand.text)}`,
          span,
          related: [other.where],
          hint: 'Every brand in a program must be different.',
        });
      }
    }
  }
  return found;
}

function* brandedTypes(unit: CheckedUnit): Generator<{ type: Type; span: CheckedUnit['entity']['span'] }> {
  for (const { type, span } of unit.types) yield { type, span };
  for (const { type, span, full } of unit.revelations) if (full) yield { type, span };
}

const nameOf = ({ entity }: OpaqueType): string => (entity.unit ? `${entity.unit.name}.${entity.name}` : entity.name);
