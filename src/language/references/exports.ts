/**
 * What a module exports: the interfaces, their names as the module sees them, and the procedures that implement their headings (2.5.2, 2.5.3).
 */
import type { CheckedUnit, Entity, ProcedureEntity } from '../types/model.ts';
import { covers, flagsCover, raisesWithin, whyNotCovered } from '../types/relations.ts';
import { describeEntity } from '../types/resolve.ts';
import type { Declared } from './declarations.ts';
import { type Dependencies, dependencyUnit, type ImportedNames, MAIN } from './imports.ts';
import { LenientMembers } from './scope.ts';
import type { UnitContext } from './unit-context.ts';

export interface Exported {
  readonly units: readonly CheckedUnit[];
  /** What the exported interfaces declare, by name; more than one entity when several declare the name. */
  readonly names: ReadonlyMap<string, readonly Entity[]>;
  /** An interface is missing or could not be parsed, so there may be more names. */
  readonly incomplete: boolean;
}

export function bindExports(ctx: UnitContext, dependencies: Dependencies): Exported {
  const units: CheckedUnit[] = [];
  const reported = new Set<string>();
  let incomplete = false;
  const named = ctx.parsed.references.filter((r) => r.kind === 'export');
  for (const { name, span } of named) {
    const found = dependencies(name);
    if (name === MAIN && found.kind === 'missing') continue;
    const unit = dependencyUnit(ctx, found, name, span, reported);
    if (!unit) {
      incomplete = true;
      continue;
    }
    ctx.use(span, unit.entity);
    if (found.kind === 'unit' && !found.own) {
      ctx.report('M3019', span, `interface ${name} belongs to another domain, so this module cannot export it`, {
        related: [{ span: unit.entity.span, message: 'it is declared here' }],
      });
    }
    if (units.includes(unit)) ctx.report('M3006', span, `${name} is exported twice`);
    else units.push(unit);
  }
  if (named.length === 0) {
    const found = dependencies(ctx.unit.name);
    if (found.kind === 'unit' && found.own) {
      dependencyUnit(ctx, found, ctx.unit.name, ctx.unit.span, reported);
      units.push(found.unit);
    }
  }
  const names = new Map<string, Entity[]>();
  for (const unit of units) {
    for (const [name, entity] of unit.entity.members) {
      const list = names.get(name);
      if (list) list.push(entity);
      else names.set(name, [entity]);
    }
  }
  incomplete ||= units.some((u) => u.entity.members instanceof LenientMembers);
  return { units, names, incomplete };
}

/** Names that mean one thing by an import and another by an exported interface. */
export function ambiguousNames(exported: Exported, imported: ImportedNames): Set<string> {
  const found = new Set<string>();
  for (const [name, entities] of exported.names) {
    if (imported.names.has(name) && !entities.includes(imported.names.get(name)!)) found.add(name);
  }
  return found;
}

/** Names must be unique among exports and imports, but several exported interfaces may declare a procedure that the module implements once. */
export function checkExportedNames(
  ctx: UnitContext,
  exported: Exported,
  imported: ImportedNames,
  declared: Declared,
): void {
  const ambiguous = ambiguousNames(exported, imported);
  for (const [name, entities] of exported.names) {
    const span = imported.spans.get(name);
    if (span && ambiguous.has(name)) {
      ctx.report(
        'M3006',
        span,
        `${name} is already declared by the exported interface ${entities[0]!.unit?.name ?? ''}`,
        {
          related: [{ span: entities[0]!.span, message: 'declared here' }],
        },
      );
    }
    if (entities.length < 2) continue;
    const own = declared.names.get(name);
    if (own?.kind === 'procedure' && entities.every((e) => e.kind === 'procedure')) continue;
    ctx.report(
      'M3013',
      ctx.span(ctx.parsed.unit, 'name'),
      `the exported interfaces ${entities.map((e) => e.unit?.name).join(' and ')} both declare ${name}`,
      {
        related: entities.map((e) => ({ span: e.span, message: `in ${e.unit?.name ?? ''}` })),
      },
    );
  }
}

/** Joins the module's procedures to the headings they implement. */
export function matchHeadings(ctx: UnitContext, exported: Exported, declared: Declared): void {
  const procedures = new Map(declared.procedures.map((p) => [p.entity.name, p]));
  for (const [name, entity] of declared.names) {
    const headings = exported.names.get(name);
    if (!headings) continue;
    const other = headings.find((h) => h.kind !== 'procedure');
    if (entity.kind !== 'procedure' || other) {
      const shown = other ?? headings[0]!;
      ctx.report(
        'M3304',
        entity.span,
        `${name} is already declared by the exported interface ${shown.unit?.name ?? ''}, as ${describeEntity(shown)}`,
        {
          related: [{ span: shown.span, message: 'declared here' }],
        },
      );
      // The name keeps the meaning that the interface gives it.
      declared.names.delete(name);
      continue;
    }
    const procedure = procedures.get(name);
    if (!procedure) continue;
    procedure.entity.implements = headings as readonly ProcedureEntity[];
    ctx.later(() => {
      for (const heading of procedure.entity.implements) checkHeading(ctx, procedure.entity, heading);
    });
  }
}

function checkHeading(ctx: UnitContext, body: ProcedureEntity, heading: ProcedureEntity): void {
  const where = heading.unit?.name ?? '';
  const related = [{ span: heading.span, message: `the heading in interface ${where}` }];
  if (heading.external) {
    ctx.report('M3307', body.span, `${body.name} is EXTERNAL in interface ${where}: the kernel implements it`, {
      related,
    });
    return;
  }
  if (covers(heading.type, body.type)) return;
  const why = whyNotCovered(heading.type, body.type) ?? 'the signatures differ';
  const code = !flagsCover(heading.type, body.type)
    ? 'M3305'
    : !raisesWithin(body.type.raises, heading.type.raises) && onlyRaises(heading, body)
      ? 'M3306'
      : 'M3301';
  ctx.report(code, body.span, `${body.name} does not match its heading in interface ${where}: ${why}`, { related });
}

function onlyRaises(heading: ProcedureEntity, body: ProcedureEntity): boolean {
  const { params, result, ephemeral, functional } = body.type;
  return covers(heading.type, {
    kind: 'procedure',
    params,
    ephemeral,
    functional,
    raises: [],
    ...(result ? { result } : {}),
  });
}
