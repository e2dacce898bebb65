/**
 * Declarations that nothing uses: imports, and what only this unit could use (locals, parameters, private procedures, variables, constants, types).
 *
 * `<*UNUSED*>` before a declaration says that it is meant. Parameters are only looked at where no heading, method or procedure type prescribes them.
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type * as ast from '../../generated/ast.ts';
import type { CheckedUnit, Entity, ProcedureEntity, VariableEntity } from '../../types/model.ts';
import type { CheckContext } from '../context.ts';
import type { Expr, Stmt } from '../tree.ts';
import { eachExpr, eachStmt, expressionsOf } from '../walk.ts';
import { isMarked, type Marks } from './pragmas.ts';

interface Site {
  readonly ctx: CheckContext;
  readonly unit: CheckedUnit;
  readonly marks: Marks;
  /** Mentions outside of declarations themselves and of the imports. */
  readonly uses: CheckedUnit['uses'];
  /** What they mention. */
  readonly used: ReadonlySet<unknown>;
  /** Procedures that are mentioned without being called: methods, handlers, closures. */
  readonly values: ReadonlySet<unknown>;
}

export function checkUnused(ctx: CheckContext, unit: CheckedUnit, syntax: ast.Unit, marks: Marks): void {
  const imports = importStarts(ctx, syntax);
  const uses = unit.uses.filter(({ span, entity }) => !imports.has(span.start) && !isDeclaration(span, entity.span));
  const calls = callStarts(unit);
  const values = new Set<unknown>(uses.filter((u) => !calls.has(u.span.start)).map((u) => u.entity));
  const site: Site = { ctx, unit, marks, uses, used: new Set<unknown>(uses.map((u) => u.entity)), values };
  checkImports(site, syntax);
  if (unit.entity.unitKind === 'interface') return;
  for (const procedure of unit.procedures) checkProcedure(site, procedure);
  for (const variable of unit.bodyLocals) checkVariable(site, variable);
  for (const entity of unit.entity.members.values()) {
    if (entity.kind === 'variable' || entity.kind === 'const' || entity.kind === 'type' || entity.kind === 'exception')
      checkUse(site, entity);
  }
}

function isDeclaration(use: Span, declaration: Span): boolean {
  return use.file === declaration.file && use.start === declaration.start;
}

const WORDS = {
  const: 'constant',
  type: 'type',
  exception: 'exception',
  variable: 'variable',
  procedure: 'procedure',
} as const;

function checkUse({ ctx, marks, used }: Site, entity: Entity & { readonly kind: keyof typeof WORDS }): void {
  if (used.has(entity) || entity.name === '' || isMistaken(entity) || isMarked(marks, entity.span, 'UNUSED')) return;
  const what = entity.kind === 'variable' && entity.role === 'param' ? 'parameter' : WORDS[entity.kind];
  ctx.report('W4401', entity.span, `${what} ${entity.name} is never used`, {
    severity: 'warning',
    tags: ['unnecessary'],
  });
}

/** What has been reported already needs no second word. */
function isMistaken(entity: Entity): boolean {
  return (
    (entity.kind === 'const' || entity.kind === 'variable' || entity.kind === 'type') && entity.type.kind === 'error'
  );
}

/** FOR may just count, and the variables of TYPECASE and EXCEPT stand for several entities at times. */
function checkVariable(site: Site, variable: VariableEntity): void {
  if (variable.role === 'local' || variable.role === 'with') checkUse(site, variable);
}

function checkProcedure(site: Site, procedure: ProcedureEntity): void {
  const { definition } = procedure;
  if (definition === undefined) return;
  const isFree = procedure.implements.length === 0;
  if (isFree) checkUse(site, procedure);
  for (const variable of definition.locals) checkVariable(site, variable);
  if (isFree && !site.values.has(procedure)) for (const param of definition.params) checkUse(site, param);
  for (const nested of definition.nested) checkProcedure(site, nested);
}

/** Where the names of procedures stand that are called. */
function callStarts(unit: CheckedUnit): Set<number> {
  const starts = new Set<number>();
  const inExpr = (expr: Expr): void => {
    if (expr.kind === 'call' && expr.callee.kind === 'procedure') starts.add(expr.span.start);
  };
  const inStmts = (stmts: readonly Stmt[]): void =>
    eachStmt(stmts, (stmt) => {
      for (const expr of expressionsOf(stmt)) eachExpr(expr, inExpr);
    });
  const inProcedures = (procedures: readonly ProcedureEntity[]): void => {
    for (const { definition } of procedures) {
      if (definition === undefined) continue;
      inStmts([definition.body]);
      inProcedures(definition.nested);
    }
  };
  inProcedures(unit.procedures);
  if (unit.body) inStmts([unit.body]);
  for (const { init } of unit.variables) if (init) eachExpr(init, inExpr);
  return starts;
}

// ---------------------------------------------------------------- imports

function importStarts(ctx: CheckContext, syntax: ast.Unit): Set<number> {
  const starts = new Set<number>();
  for (const clause of syntax.imports) {
    if (clause.$type === 'FromImport') {
      starts.add(ctx.span(clause, 'unit').start);
      for (const name of clause.names) starts.add(ctx.span(name).start);
    } else for (const imported of clause.units) starts.add(ctx.span(imported).start);
  }
  return starts;
}

function checkImports(site: Site, syntax: ast.Unit): void {
  const { ctx, unit } = site;
  for (const clause of syntax.imports) {
    if (clause.$type === 'FromImport') {
      for (const name of clause.names) {
        const span = ctx.span(name);
        const entity = unit.uses.find((u) => u.span.start === span.start)?.entity;
        if (entity !== undefined) checkImport(site, span, entity, name.name, name.name);
      }
    } else {
      for (const imported of clause.units) {
        const entity = unit.imports.find((u) => u.name === imported.unit);
        if (entity === undefined || ctx.revealsSomething?.(entity)) continue;
        checkImport(site, ctx.span(imported), entity, imported.alias ?? imported.unit, unitText(imported));
      }
    }
  }
}

function unitText({ unit, alias }: ast.ImportedUnit): string {
  return alias ? `interface ${unit} AS ${alias}` : `interface ${unit}`;
}

/** `local` is what the unit calls the thing: one interface may be imported under several names. */
function checkImport({ ctx, unit, marks, uses }: Site, span: Span, entity: unknown, local: string, what: string): void {
  const isUsed = uses.some((use) => use.entity === entity && unit.source.slice(use.span.start, use.span.end) === local);
  if (isUsed || isNamedFatal(marks, local) || isMarked(marks, span, 'UNUSED')) return;
  ctx.report('W4402', span, `${what} is imported and never used`, { severity: 'warning', tags: ['unnecessary'] });
}

/** `<*FATAL I.E*>` is a use of what it mentions. */
function isNamedFatal({ pragmas }: Marks, local: string): boolean {
  return pragmas.some((p) => p.name === 'FATAL' && p.text.split(',').some((e) => e.split('.')[0]!.trim() === local));
}
