/** Procedures but for their code: types, parents, locals, sizes. */
import { LIMITS } from '../../limits.ts';
import type { LocalDef, ProcedureDef, SpxModule } from '../../module.ts';
import type { Spaces } from '../../spaces.ts';
import type { ParamDef } from '../../types.ts';
import { covers, isScalar, sameType, type TypeTable } from '../relations.ts';
import { capturedAliases } from './captures.ts';
import type { Report } from './report.ts';
import type { Sizes } from './sizes.ts';
import { isVariableType } from './well-formed.ts';

interface Around {
  readonly m: SpxModule;
  readonly spaces: Spaces;
  readonly table: TypeTable;
  readonly sizes: Sizes;
  readonly report: Report;
}

/** Before relations between types are known: every procedure has a procedure type. */
export function checkProcedureTypes(m: SpxModule, spaces: Spaces, report: Report): void {
  report.section = 'procedures';
  for (const p of m.procedures) {
    if ([p.type, p.event ?? p.type].some((t) => spaces.types[t]!.kind !== 'procedure'))
      report.add('B2014', `procedure ${p.name} has no procedure type`);
  }
}

export function checkProcedures(around: Around, trusted: boolean): void {
  const { m, spaces, table, report } = around;
  report.section = 'procedures';
  const nesting: number[] = [];
  m.procedures.forEach((p, i) => {
    nesting.push(checkParent(around, p, i, nesting));
    const type = spaces.types[p.type]!;
    const params = type.kind === 'procedure' ? type.params : [];
    if (p.event !== undefined && (p.parent !== undefined || !covers(table, p.type, p.event)))
      report.add('B2109', `${p.name} does not keep what its event promises`);
    if (p.native) checkNative(p, params.length, trusted, report);
    if (p.code.length > LIMITS.code) report.add('B2108', `${p.name} has ${p.code.length} bytes of code`);
    if (p.locals.length > LIMITS.locals) report.add('B2108', `${p.name} has ${p.locals.length} locals`);
    if (capturedAliases(spaces, p).length > LIMITS.capturedAliases)
      report.add('B2108', `${p.name} has too many captured aliases`);
    checkLocals(around, p, params);
  });
}

/** Returns how many procedures are around it. */
function checkParent(
  { m, spaces, report }: Around,
  p: ProcedureDef,
  position: number,
  nesting: readonly number[],
): number {
  if (p.parent === undefined) return 0;
  const parent = p.parent - spaces.importedProcedures;
  // The parent comes first, so there are no cycles.
  if (parent < 0 || parent >= position || m.procedures[parent]!.unit !== p.unit || m.procedures[parent]!.native) {
    report.add('B2107', `the parent of ${p.name} is no earlier procedure of its unit`);
    return 0;
  }
  const depth = nesting[parent]! + 1;
  if (depth > LIMITS.procedureNesting) report.add('B2107', `${p.name} is nested in ${depth} procedures`);
  return depth;
}

function checkNative(p: ProcedureDef, parameters: number, trusted: boolean, report: Report): void {
  if (!trusted) report.add('B2105', `${p.name} is native`);
  if (p.code.length > 0 || p.parent !== undefined || p.locals.length !== parameters) {
    report.add('B2105', `${p.name} is native, so it has neither code nor parent nor locals beyond its parameters`);
  }
}

const KINDS: Readonly<Record<ParamDef['mode'], readonly LocalDef['kind'][]>> = {
  value: ['value', 'memory'],
  var: ['address'],
  readonly: ['readonly'],
};

function checkLocals(around: Around, p: ProcedureDef, params: readonly ParamDef[]): void {
  const { table, sizes, report } = around;
  if (p.locals.length < params.length) {
    report.add('B2106', `${p.name} has ${params.length} parameters, but ${p.locals.length} locals`);
    return;
  }
  let frame = 0;
  p.locals.forEach((local, i) => {
    const param = params[i];
    const wrong = (why: string) => report.add('B2106', `local ${i} of ${p.name} ${why}`);
    if (report.errors.length > 20) return;
    if (param && !(KINDS[param.mode].includes(local.kind) && sameType(table, local.type, param.type)))
      wrong('does not fit the parameter');
    if (local.captured && (local.kind === 'value' || local.kind === 'exception'))
      wrong(`is captured, but of kind ${local.kind}`);
    if (local.kind === 'exception') return;
    const open = param !== undefined || local.kind === 'address' || local.kind === 'readonly';
    if (!isVariableType(table.defs, local.type, { open }))
      wrong(`cannot be of type ${local.type} (${table.defs[local.type]!.kind})`);
    else if (local.kind === 'value' && !isScalar(table, local.type)) wrong('is of kind value, but an aggregate');
    else if (local.kind === 'memory' && table.defs[local.type]!.kind !== 'openarray')
      frame += sizes.size[local.type]! + 8;
  });
  if (frame > LIMITS.variableSize) report.add('B2108', `the locals of ${p.name} have ${frame} bytes`);
}
