/**
 * Imports: names of other interfaces, and of what they declare, in this unit (2.5.1).
 */
import type { AstNode } from 'langium';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import { interfaceNamed } from '../typed/imported.ts';
import { didYouMean } from '../typed/messages.ts';
import { errorEntity } from '../types/builtins.ts';
import type { CheckedUnit, Entity, UnitEntity } from '../types/model.ts';
import { reportReserved } from '../types/reserved.ts';
import { absenceHint } from './absent.ts';
import type { UnitContext } from './unit-context.ts';

/** `Main` is an interface that declares nothing and that every program's main module exports; nobody needs to write it. */
export const MAIN = 'Main';

/** What became of an interface that a unit mentions. */
export type Dependency =
  /** `own`: part of this extension, not implemented by another domain. */
  | { readonly kind: 'unit'; readonly unit: CheckedUnit; readonly own: boolean }
  /** `why` when something was found that is not the interface. */
  | { readonly kind: 'missing'; readonly why?: string; readonly candidates: readonly string[] }
  /** Importing it closes a circle of imports, which is given from it to this unit. */
  | { readonly kind: 'cycle'; readonly path: readonly string[] };

export type Dependencies = (name: string) => Dependency;

export interface ImportedNames {
  readonly names: ReadonlyMap<string, Entity>;
  /** Where each name is imported. */
  readonly spans: ReadonlyMap<string, Span>;
  /** Interfaces, each once, in order of appearance. */
  readonly units: readonly CheckedUnit[];
}

interface Site {
  readonly ctx: UnitContext;
  readonly names: Map<string, Entity>;
  readonly spans: Map<string, Span>;
  readonly units: Set<CheckedUnit>;
  readonly dependencies: Dependencies;
  /** Interfaces already reported as missing: one report per unit. */
  readonly reported: Set<string>;
}

export function bindImports(ctx: UnitContext, dependencies: Dependencies): ImportedNames {
  const site: Site = { ctx, names: new Map(), spans: new Map(), units: new Set(), dependencies, reported: new Set() };
  for (const { formal, actual, span } of ctx.parsed.instance?.aliases ?? []) bindUnit(site, formal, actual, span, span);
  for (const clause of ctx.parsed.unit.imports) {
    if (clause.$type === 'FromImport') bindFrom(site, clause);
    else for (const imported of clause.units) bindImport(site, imported);
  }
  return { names: site.names, spans: site.spans, units: [...site.units] };
}

function bindImport(site: Site, node: ast.ImportedUnit): void {
  if (!node.unit) return;
  const span = site.ctx.span(node, 'unit');
  bindUnit(site, node.alias ?? node.unit, node.unit, span, node.alias ? site.ctx.span(node, 'alias') : span);
}

function bindUnit(site: Site, local: string, name: string, span: Span, localSpan: Span): void {
  const found = site.dependencies(name);
  if (name === MAIN && found.kind === 'missing' && found.why === undefined) return;
  const unit = find(site, name, span);
  if (unit) site.ctx.use(span, unit.entity);
  bind(site, local, localSpan, unit ? unit.entity : errorEntity(local, localSpan));
}

function bindFrom(site: Site, node: ast.FromImport): void {
  if (!node.unit) return;
  const { ctx } = site;
  const span = ctx.span(node, 'unit');
  const unit = find(site, globalName(ctx, node.unit), span);
  if (unit) ctx.use(span, unit.entity);
  for (const imported of node.names) {
    if (!imported.name) continue;
    const at = ctx.span(imported, 'name');
    const entity = unit?.entity.members.get(imported.name);
    if (unit && !entity) {
      ctx.report('M3005', at, `interface ${node.unit} does not declare ${imported.name}`, {
        related: [{ span: unit.entity.span, message: `interface ${node.unit} is declared here` }],
        ...didYouMean(imported.name, unit.entity.members.keys()),
      });
    }
    if (entity) ctx.use(at, entity);
    bind(site, imported.name, at, entity ?? errorEntity(imported.name, at));
  }
}

/** In an instance, FROM may name a formal of the generic: it stands for the actual interface (definition 2.5.5). */
function globalName(ctx: UnitContext, name: string): string {
  const { instance, unit } = ctx.parsed;
  return instance?.aliases.find(({ formal }) => formal === name)?.actual ?? interfaceNamed(unit, name);
}

function bind(site: Site, name: string, span: Span, entity: Entity): void {
  reportReserved(site.ctx, name, span);
  const other = site.spans.get(name);
  if (other) {
    site.ctx.report('M3006', span, `${name} is imported twice`, {
      related: [{ span: other, message: 'first imported here' }],
      hint: 'Give one of them another name with AS.',
    });
    return;
  }
  site.spans.set(name, span);
  site.names.set(name, entity);
}

function find(site: Site, name: string, span: Span): CheckedUnit | undefined {
  const unit = dependencyUnit(site.ctx, site.dependencies(name), name, span, site.reported);
  if (unit) site.units.add(unit);
  return unit;
}

/** The interface, or a report why there is none. */
export function dependencyUnit(
  ctx: UnitContext,
  found: Dependency,
  name: string,
  at: Span | AstNode,
  reported: Set<string>,
): CheckedUnit | undefined {
  if (found.kind === 'unit') {
    if (found.unit.entity.unsafe && !ctx.unit.unsafe && !reported.has(name)) {
      reported.add(name);
      ctx.report('M3012', at, `${name} is an UNSAFE interface, which only UNSAFE units may import or export`, {
        related: declared(found.unit.entity),
      });
    }
    return found.unit;
  }
  if (reported.has(name)) return undefined;
  reported.add(name);
  if (found.kind === 'missing') {
    const absence = absenceHint(name);
    const hint = absence === undefined ? didYouMean(name, found.candidates) : { hint: absence };
    ctx.report('M3001', at, found.why ?? `interface ${name} is not found`, found.why ? {} : hint);
  } else {
    const [self] = found.path;
    const circle = found.path.length === 1 ? `${self} imports itself` : `${[...found.path, self].join(' imports ')}`;
    ctx.report('M3002', at, `interfaces import each other in a circle: ${circle}`);
  }
  return undefined;
}

function declared(unit: UnitEntity): { span: Span; message: string }[] {
  return [{ span: unit.span, message: 'it is declared here' }];
}
