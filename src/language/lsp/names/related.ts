/**
 * Declarations that are one thing to people and go together in references and renaming: a heading and the bodies that implement it (2.5.3), their
 * parameters of one name, an interface and the module of its name. Methods need nothing: overrides are uses of the method that they override.
 */
import type { Param, ProcedureEntity, UnitEntity, Used, VariableEntity } from '../../types/model.ts';
import type { Analysis } from '../analysis.ts';
import type { Workspace } from '../workspace.ts';
import { keyOf, type Names } from './names.ts';
import { allProcedures } from './walk.ts';

export interface World {
  readonly analysis: Analysis;
  readonly workspace: Workspace;
  readonly names: Names;
}

/** With itself, each once. */
export function related(world: World, used: Used): Used[] {
  if (isParam(used)) return relatedParams(world, used);
  if (!('kind' in used)) return [used];
  switch (used.kind) {
    case 'procedure':
      return relatedProcedures(world, used);
    case 'unit':
      return relatedUnits(world, used);
    default:
      return [used];
  }
}

export function isParam(used: Used): used is Param | (VariableEntity & { role: 'param' }) {
  return 'kind' in used ? used.kind === 'variable' && used.role === 'param' : 'mode' in used;
}

/** Headings and bodies that belong together, in whatever direction one looks. */
export function relatedProcedures(world: World, procedure: ProcedureEntity): ProcedureEntity[] {
  const found = new Map<string, ProcedureEntity>();
  const pending = [procedure];
  for (let p = pending.pop(); p; p = pending.pop()) {
    if (found.has(keyOf(p))) continue;
    found.set(keyOf(p), p);
    if (p.form === 'heading') pending.push(...bodiesOf(world, p));
    else pending.push(...p.implements);
  }
  return [...found.values()];
}

/** The bodies that implement a heading; several where several extensions export the interface. */
export function bodiesOf({ analysis, workspace }: World, heading: ProcedureEntity): ProcedureEntity[] {
  const unit = heading.unit;
  if (!unit || heading.form !== 'heading') return [];
  const key = keyOf(heading);
  return workspace
    .exporters(unit.name, heading.span.file)
    .flatMap((path) => analysis.checked(path)?.procedures ?? [])
    .filter((body) => body.implements.some((h) => keyOf(h) === key));
}

/** The procedure that a formal parameter belongs to; undefined for those of methods and procedure types. */
export function procedureOfParam({ analysis }: World, param: Used): ProcedureEntity | undefined {
  for (const unit of analysis.units(param.span.file))
    for (const procedure of allProcedures(unit.procedures))
      if (procedure.type.params.some((p) => keyOf(p) === keyOf(param))) return procedure;
  return undefined;
}

function relatedParams(world: World, param: Param | VariableEntity): Used[] {
  const owner = procedureOfParam(world, param);
  if (!owner) return [param];
  const index = owner.type.params.findIndex((p) => keyOf(p) === keyOf(param));
  const others = relatedProcedures(world, owner).flatMap((p) => p.type.params[index] ?? []);
  return [param, ...others.filter((p) => p.name === param.name && keyOf(p) !== keyOf(param))];
}

function relatedUnits({ workspace, names }: World, unit: UnitEntity): UnitEntity[] {
  const path = unit.span.file;
  const head = workspace.head(path);
  if (!head) return [unit];
  const generic = head.generic;
  const partner =
    unit.unitKind === 'module'
      ? head.exports.includes(unit.name)
        ? generic
          ? workspace.genericFile('interface', unit.name, path)
          : workspace.interfaceFile(unit.name, path)
        : undefined
      : generic
        ? workspace.genericFile('module', unit.name, path)
        : workspace.exporters(unit.name, path).find((p) => workspace.head(p)?.name === unit.name);
  const declaration =
    partner === undefined
      ? undefined
      : names.of(partner).find((n) => n.role === 'declaration' && 'kind' in n.used && n.used.kind === 'unit');
  return declaration ? [unit, declaration.used as UnitEntity] : [unit];
}
