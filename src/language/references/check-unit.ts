/**
 * Checks one interface or module whose imports have been checked, and gathers what others read of it.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { BodyContext, CheckContext, Scope } from '../typed/context.ts';
import { checkUnitRules, withoutSuppressed } from '../typed/index.ts';
import type { Probe } from '../typed/probe.ts';
import { errorEntity, NOWHERE } from '../types/builtins.ts';
import type { CheckedUnit, Entity, RevelationFact, UnitEntity } from '../types/model.ts';
import { besideSyntaxErrors } from './damage.ts';
import { type Declared, declare } from './declarations.ts';
import { withoutEchoes } from './echoes.ts';
import { ambiguousNames, bindExports, checkExportedNames, type Exported, matchHeadings } from './exports.ts';
import { standaloneText } from './generics.ts';
import { bindImports, type Dependencies, type ImportedNames } from './imports.ts';
import { isInterface } from './outline.ts';
import type { ParsedUnit } from './parsed-unit.ts';
import { type checkBlock, checkProcedureBody } from './procedures.ts';
import { BUILTIN_SCOPE, LENIENT_SCOPE, LenientMembers } from './scope.ts';
import { createUnitContext, type UnitContext } from './unit-context.ts';

export interface UnitResult {
  readonly checked: CheckedUnit;
  /** Syntax errors, or else everything that was found. */
  readonly diagnostics: readonly Diagnostic[];
  /** Scope of the unit's top level, for the editor. */
  readonly scope: Scope;
}

export interface CheckUnitOptions {
  readonly dependencies: Dependencies;
  readonly kernelEntity?: NonNullable<CheckContext['kernelEntity']>;
  readonly probe?: Probe;
}

export function checkUnit(parsed: ParsedUnit, { dependencies, kernelEntity, probe }: CheckUnitOptions): UnitResult {
  const members = new Map<string, Entity>();
  const entity = unitEntity(parsed, members);
  const visible: RevelationFact[] = [];
  const exportedUnits = (): readonly UnitEntity[] => exported.units.map((unit) => unit.entity);
  const ctx = createUnitContext({
    parsed,
    entity,
    visibleFacts: () => visible,
    exportedUnits,
    ...(kernelEntity ? { kernelEntity } : {}),
    ...(probe ? { probe } : {}),
  });
  const imported = bindImports(ctx, dependencies);
  const exported = entity.unitKind === 'module' ? bindExports(ctx, dependencies) : NOTHING_EXPORTED;
  for (const unit of new Set([...exported.units, ...imported.units])) visible.push(...unit.revelations);

  const scope = unitScope(members, exported, imported);
  const nodes = declarationsOf(parsed.unit);
  const level = entity.unitKind === 'interface' ? 'interface' : 'module';
  const declared = declare(ctx, nodes, members, scope, level, undefined, (name) => imported.spans.get(name));
  if (level === 'module') {
    checkExportedNames(ctx, exported, imported, declared);
    matchHeadings(ctx, exported, declared);
  }
  checkEndName(ctx);
  ctx.settle();
  if (ctx.facts.length > 0) entity.revealing = true;
  const checked = finish(ctx, { entity, declared, exported, imported, scope });
  // Who asks about a place does not want to hear of mistakes.
  if (probe) return { checked, scope, diagnostics: [] };
  checkUnitRules(ctx, checked, parsed.unit);
  const found = withoutSuppressed(withoutEchoes(ctx.diagnostics, checked.procedures), ctx.pragmas ?? [], parsed.text);
  const diagnostics =
    parsed.diagnostics.length > 0 ? besideSyntaxErrors(parsed, found) : found.map((d) => inInstance(parsed, d));
  return { checked, scope, diagnostics };
}

/** What is wrong in a generic unit's text may be the fault of the interfaces given to an instance. */
function inInstance({ instance, name, nameSpan }: ParsedUnit, diagnostic: Diagnostic): Diagnostic {
  if (!instance || diagnostic.span.file === nameSpan.file) return diagnostic;
  const related = [...(diagnostic.related ?? []), { span: nameSpan, message: `in the instance ${name}` }];
  return { ...diagnostic, related };
}

const NOTHING_EXPORTED: Exported = { units: [], names: new Map(), incomplete: false };

type MutableUnit = { -readonly [K in keyof UnitEntity]: UnitEntity[K] };

function unitEntity(parsed: ParsedUnit, known: ReadonlyMap<string, Entity>): MutableUnit {
  const { unit, path, text } = parsed;
  const doc = docOf(text, unit);
  return {
    kind: 'unit',
    name: parsed.name,
    span: parsed.nameSpan,
    unitKind: isInterface(parsed) ? 'interface' : 'module',
    unsafe: unit.unsafe === true,
    path,
    ...(parsed.diagnostics.length > 0 ? { members: new LenientMembers(), readable: known } : { members: known }),
    ...(doc ? { doc } : {}),
  };
}

/** The comment that follows the unit's header, as Modula-3 programmers write it, or else the one before it. */
function docOf(text: string, unit: ast.Unit): string | undefined {
  const start = unit.$cstNode?.offset ?? 0;
  const after = /^[^;(]*(?:\([^*][^)]*\))?\s*;\s*\(\*([\s\S]*?)\*\)/.exec(text.slice(start, start + 4000));
  if (after) return after[1]!.trim();
  const before = /\(\*((?:(?!\*\))[\s\S])*)\*\)\s*$/.exec(text.slice(Math.max(0, start - 4000), start));
  return before ? before[1]!.trim() : undefined;
}

function declarationsOf(unit: ast.Unit): readonly ast.Declaration[] {
  if (unit.$type === 'InterfaceUnit' || unit.$type === 'GenericInterfaceUnit') return unit.declarations;
  return unit.body?.declarations ?? [];
}

/** The unit's own names first; it may redeclare procedures of the interfaces it exports. */
function unitScope(members: ReadonlyMap<string, Entity>, exported: Exported, imported: ImportedNames): Scope {
  const ambiguous = ambiguousNames(exported, imported);
  return {
    parent: exported.incomplete ? LENIENT_SCOPE : BUILTIN_SCOPE,
    own(name) {
      const own = members.get(name);
      if (own) return own;
      return ambiguous.has(name)
        ? errorEntity(name, NOWHERE)
        : (exported.names.get(name)?.[0] ?? imported.names.get(name));
    },
    *names() {
      yield* members.keys();
      yield* exported.names.keys();
      yield* imported.names.keys();
    },
  };
}

function checkEndName(ctx: UnitContext): void {
  const { unit, instance } = ctx.parsed;
  const expected = instance?.genericName ?? unit.name;
  if (!unit.endName || !expected || unit.endName === expected) return;
  ctx.report('M3003', ctx.span(unit, 'endName'), `this ends ${expected}, not ${unit.endName}`, {
    related: [{ span: ctx.span(unit, 'name'), message: 'it starts here' }],
  });
}

interface Parts {
  readonly entity: UnitEntity;
  readonly declared: Declared;
  readonly exported: Exported;
  readonly imported: ImportedNames;
  readonly scope: Scope;
}

function finish(ctx: UnitContext, { entity, declared, exported, imported, scope }: Parts): CheckedUnit {
  const variables = declared.variables.map(({ variable, init }) => {
    const value = init();
    return value ? { entity: variable, init: value } : { entity: variable };
  });
  for (const { entity: procedure, node } of declared.procedures) checkProcedureBody(ctx, procedure, node, scope);
  const body = moduleBody(ctx, scope);
  ctx.settle();
  return {
    entity,
    source: ctx.parsed.text,
    standalone: standaloneText(ctx.parsed),
    imports: [...new Set([...exported.units, ...imported.units])].map((u) => u.entity),
    exports: exported.units.map((u) => u.entity),
    variables,
    exceptions: declared.exceptions,
    procedures: [...declared.procedures.map((p) => p.entity), ...ctx.bodyProcedures],
    types: declared.types,
    revelations: ctx.facts,
    ...(body ? { body: body.block } : {}),
    bodyLocals: body?.locals ?? [],
    unsafeUses: ctx.unsafeUses,
    uses: [...ctx.uses.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  };
}

function moduleBody(
  ctx: UnitContext,
  scope: Scope,
): { block: ReturnType<typeof checkBlock>; locals: BodyContext['locals'] } | undefined {
  const { unit } = ctx.parsed;
  if (unit.$type !== 'ModuleUnit' && unit.$type !== 'GenericModuleUnit') return undefined;
  const body: BodyContext = { inLoop: false, locals: [] };
  const span = unit.body ? ctx.span(unit.body) : ctx.parsed.nameSpan;
  const statements = unit.body ? ctx.statements(unit.body.statements, scope, body) : [];
  return { block: { kind: 'block', span, locals: [], body: statements }, locals: body.locals };
}
