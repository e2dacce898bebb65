/** CASE and TYPECASE: the branches that are missing. */
import { CodeActionKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { spanOf } from '../../parser/spans.ts';
import type { Expr, Stmt } from '../../typed/tree.ts';
import { eachStmt } from '../../typed/walk.ts';
import type { CheckedUnit, Type } from '../../types/model.ts';
import { bounds } from '../../types/ordinals.ts';
import { nameOf, ordinalText } from '../../types/print.ts';
import { isSubtype } from '../../types/relations.ts';
import { allProcedures } from '../names/walk.ts';
import { type Action, type ActionRequest, type Edit, indentAt, insertion, nodeOf, nodesAt } from './action.ts';

/** A CASE with more missing labels than this gets an ELSE instead. */
const MOST_LABELS = 40;

export function* missingBranches(request: ActionRequest): Generator<Action> {
  const nodes = nodesAt(request.unit, request.start);
  const caseNode = nodeOf<ast.CaseStatement>(nodes, 'CaseStatement');
  const mends = request.diagnostics.find((d) => d.code === 'W4105');
  if (caseNode && !caseNode.elseClause) {
    const stmt = statementAt(request.checked, spanOf(caseNode).start, 'case');
    const labels = stmt ? missingLabels(request, stmt) : [];
    if (labels.length > 0 && labels.length <= MOST_LABELS)
      yield {
        title:
          labels.length > 3 ? `Add the ${labels.length} missing branches` : `Add branches for ${labels.join(', ')}`,
        kind: CodeActionKind.QuickFix,
        edits: [branches(request, caseNode, labels)],
        ...(mends ? { mends, preferred: true } : {}),
      };
    yield {
      title: 'Add ELSE',
      kind: CodeActionKind.QuickFix,
      edits: [otherwise(request, caseNode)],
      ...(mends ? { mends } : {}),
    };
  }
  const typecase = nodeOf<ast.TypecaseStatement>(nodes, 'TypecaseStatement');
  if (!typecase || typecase.elseClause) return;
  const stmt = statementAt(request.checked, spanOf(typecase).start, 'typecase');
  const types = stmt ? missingTypes(request, stmt) : [];
  if (types.length > 0)
    yield {
      title: `Add branches for ${types.join(', ')}`,
      kind: CodeActionKind.QuickFix,
      edits: [
        branches(
          request,
          typecase,
          types.map((t) => `${t}`),
        ),
      ],
    };
}

type StmtOf<K extends Stmt['kind']> = Extract<Stmt, { kind: K }>;

function statementAt<K extends 'case' | 'typecase'>(unit: CheckedUnit, start: number, kind: K): StmtOf<K> | undefined {
  let found: Stmt | undefined;
  const look = (stmt: Stmt): void => {
    if (stmt.kind === kind && stmt.span.start === start) found = stmt;
  };
  if (unit.body) eachStmt([unit.body], look);
  for (const p of allProcedures(unit.procedures)) if (p.definition) eachStmt([p.definition.body], look);
  return found as StmtOf<K> | undefined;
}

function missingLabels(request: ActionRequest, stmt: StmtOf<'case'>): string[] {
  const all = bounds(stmt.selector.type);
  if (!all || all.hi - all.lo > BigInt(MOST_LABELS)) return [];
  const taken = stmt.arms.flatMap((arm) => arm.ranges);
  const type = typeName(request, stmt.selector.type);
  const labels: string[] = [];
  for (let at = all.lo; at <= all.hi; at++) {
    if (taken.some((r) => r.lo <= at && at <= r.hi)) continue;
    const label = ordinalText(at, stmt.selector.type);
    labels.push(isElement(stmt.selector) ? `${type ?? '?'}.${label}` : label);
  }
  return labels;
}

function isElement({ type }: Expr): boolean {
  const base = type.kind === 'subrange' ? type.base : type;
  return base.kind === 'enum' && base.builtin === undefined;
}

/** The type's name, with its interface's where it is not this unit's. */
function typeName({ checked }: ActionRequest, type: Type): string | undefined {
  const base = type.kind === 'subrange' ? type.base : type;
  const entity = nameOf(base) ?? nameOf(type);
  if (!entity) return undefined;
  return entity.unit === checked.entity || checked.exports.some((u) => u === entity.unit)
    ? entity.name
    : `${entity.unit?.name}.${entity.name}`;
}

/** Visible subtypes of the selector's type, the most special first, that no branch takes. */
function missingTypes(request: ActionRequest, stmt: StmtOf<'typecase'>): string[] {
  const { checked } = request;
  const reveal = (type: Type): Type => type;
  const candidates = [checked.entity, ...checked.imports].flatMap((unit) =>
    [...unit.members.values()].flatMap((e) => (e.kind === 'type' && e.type !== stmt.selector.type ? [e] : [])),
  );
  const taken = stmt.arms.flatMap((arm) => arm.types);
  const wanted = candidates.filter(
    ({ type }) =>
      (type.kind === 'object' || type.kind === 'opaque' || type.kind === 'ref') &&
      isSubtype(type, stmt.selector.type, reveal) &&
      !taken.some((t) => isSubtype(type, t, reveal)),
  );
  wanted.sort((a, b) => (isSubtype(a.type, b.type, reveal) ? -1 : isSubtype(b.type, a.type, reveal) ? 1 : 0));
  return wanted.slice(0, MOST_LABELS).map((e) => (e.unit === checked.entity ? e.name : `${e.unit?.name}.${e.name}`));
}

/** Before the END, in the style of the branches that are there. */
function branches(
  request: ActionRequest,
  node: ast.CaseStatement | ast.TypecaseStatement,
  labels: readonly string[],
): Edit {
  const { path, map } = request;
  const indent = indentAt(map.text, spanOf(node).start);
  const end = spanOf(node).end - 'END'.length;
  const before = map.text.slice(0, end);
  const isAlone = /\n[ \t]*$/.test(before);
  const at = isAlone ? before.trimEnd().length : end;
  const text = labels.map((label) => `\n${indent}| ${label} => `).join('');
  return insertion(path, at, isAlone ? text : `${text}\n${indent}`);
}

function otherwise({ path, map }: ActionRequest, node: ast.CaseStatement): Edit {
  const indent = indentAt(map.text, spanOf(node).start);
  const end = spanOf(node).end - 'END'.length;
  const isAlone = /\n[ \t]*$/.test(map.text.slice(0, end));
  return insertion(
    path,
    isAlone ? map.text.slice(0, end).trimEnd().length : end,
    `\n${indent}ELSE${isAlone ? '' : `\n${indent}`}`,
  );
}
