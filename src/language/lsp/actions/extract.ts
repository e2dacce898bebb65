/** Refactorings of code: a selected expression becomes a WITH or a constant, statements become a procedure; names are put back in. */
import type { AstNode } from 'langium';
import { CodeActionKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { spanOf } from '../../parser/spans.ts';
import type { Expr, Stmt } from '../../typed/tree.ts';
import { eachExpr, eachStmt, expressionsOf } from '../../typed/walk.ts';
import type { CheckedUnit, Type, VariableEntity } from '../../types/model.ts';
import { typeText } from '../../types/print.ts';
import { allProcedures } from '../names/walk.ts';
import {
  type Action,
  type ActionRequest,
  children,
  type Edit,
  indentAt,
  insertion,
  nodeOf,
  nodesAt,
  procedureAt,
  sectionStart,
  wholeLines,
} from './action.ts';

const EXPRESSIONS = new Set([
  'BinaryExpr',
  'UnaryExpr',
  'SelectExpr',
  'DerefExpr',
  'IndexExpr',
  'CallExpr',
  'ConstructorExpr',
  'NameExpr',
  'IntLiteral',
  'RealLiteral',
  'CharLiteral',
  'TextLiteral',
]);

/** The selection without the blanks around it. */
function selection({ map, start, end }: ActionRequest): { start: number; end: number } {
  const text = map.text.slice(start, end);
  return { start: start + (text.length - text.trimStart().length), end: end - (text.length - text.trimEnd().length) };
}

export function* extractExpression(request: ActionRequest): Generator<Action> {
  const { start, end } = selection(request);
  if (start >= end) return;
  const nodes = nodesAt(request.unit, start, end);
  const expression = nodes.findLast(
    (n) => EXPRESSIONS.has(n.$type) && spanOf(n).start === start && spanOf(n).end === end,
  );
  if (!expression) return;
  const statement = nodes.findLast((n) => n.$type.endsWith('Statement') || n.$type === 'WithBinding');
  if (statement?.$type.endsWith('Statement')) yield extractWith(request, expression, statement);
  if (isConstant(expression)) yield extractConstant(request, expression);
}

/** A name that the text does not use. */
function fresh(text: string, name: string): string {
  const isTaken = (n: string): boolean => new RegExp(`\\b${n}\\b`).test(text);
  if (!isTaken(name)) return name;
  for (let i = 2; ; i++) if (!isTaken(name + i)) return name + i;
}

function extractWith({ path, map }: ActionRequest, expression: AstNode, statement: AstNode): Action {
  const title = 'Extract into WITH';
  const kind = CodeActionKind.RefactorExtract;
  const again = repeated(expression, statement);
  if (again) return { title, kind, edits: [], disabled: `${again} evaluates it each time` };
  const name = fresh(map.text, 'value');
  const at = spanOf(expression);
  const { start, end } = spanOf(statement);
  const indent = indentAt(map.text, start);
  const changed = map.text.slice(start, at.start) + name + map.text.slice(at.end, end);
  const text = `WITH ${name} = ${map.text.slice(at.start, at.end)} DO\n${indent}  ${changed.replace(/\n/g, '\n  ')}\n${indent}END`;
  return { title, kind, edits: [{ path, start, end, text }] };
}

/** What would evaluate the expression more than once, or not always before the rest of the statement. */
function repeated(expression: AstNode, statement: AstNode): string | undefined {
  if (statement.$type === 'WhileStatement' || statement.$type === 'RepeatStatement')
    return statement.$type.slice(0, -9).toUpperCase();
  for (let at = expression; at !== statement && at.$container; at = at.$container) {
    const above = at.$container as AstNode & { operator?: string; right?: AstNode; clauses?: AstNode[] };
    if ((above.operator === 'AND' || above.operator === 'OR') && above.right === at) return above.operator;
    if (above.clauses && above.clauses[0] !== at) return 'ELSIF';
  }
  return undefined;
}

/** Of literals and operations on them. */
function isConstant(node: AstNode): boolean {
  if (/Literal$/.test(node.$type)) return true;
  if (node.$type !== 'BinaryExpr' && node.$type !== 'UnaryExpr') return false;
  return children(node).every(isConstant);
}

function extractConstant(request: ActionRequest, expression: AstNode): Action {
  const { path, map, unit } = request;
  const name = fresh(map.text, 'Value');
  const { start, end } = spanOf(expression);
  const declarations = 'declarations' in unit ? unit.declarations : (unit.body?.declarations ?? []);
  const around = declarations.find((d) => spanOf(d).start <= start && start <= spanOf(d).end) ?? declarations[0];
  const before = around ? sectionStart(map.text, spanOf(around).start) : map.text.lastIndexOf('BEGIN', start);
  return {
    title: 'Extract into a constant',
    kind: CodeActionKind.RefactorExtract,
    edits: [
      insertion(path, before, `CONST ${name} = ${map.text.slice(start, end)};\n\n`),
      { path, start, end, text: name },
    ],
  };
}

// ---------------------------------------------------------------- procedures

export function* extractProcedure(request: ActionRequest): Generator<Action> {
  const { unit, checked, map, path } = request;
  const { start, end } = selection(request);
  if (start >= end) return;
  const trimmed = map.text[end - 1] === ';' ? end - 1 : end;
  const block = nodesAt(unit, start, trimmed).findLast((n) => 'statements' in n) as
    | { statements: AstNode[] }
    | undefined;
  const chosen = block?.statements.filter((s) => spanOf(s).start < trimmed && spanOf(s).end > start) ?? [];
  const first = chosen[0];
  const last = chosen.at(-1);
  if (!first || !last || spanOf(first).start !== start || spanOf(last).end !== trimmed) return;
  const title = 'Extract into a procedure';
  const kind = CodeActionKind.RefactorExtract;
  const leaves = leaving(chosen);
  if (leaves) {
    yield { title, kind, edits: [], disabled: `${leaves} would leave another procedure than it does now` };
    return;
  }
  const owner = procedureAt(checked, start);
  const variables = captured(checked, start, trimmed, owner?.definition ? owner.span.file : path);
  if ('nested' in variables) {
    yield { title, kind, edits: [], disabled: `the nested procedure ${variables.nested} is used here` };
    return;
  }
  const name = fresh(map.text, 'Extracted');
  const formals = variables.found.map(
    ({ variable, written }) => `${written ? 'VAR ' : ''}${variable.name}: ${typeName(variable.type, checked)}`,
  );
  const raises =
    owner && owner.type.raises !== 'any' && owner.type.raises.length === 0
      ? ''
      : raisesText(request, owner?.span.start);
  const declarations = (unit as ast.ModuleUnit).body?.declarations ?? [];
  const around = declarations.find((d) => spanOf(d).start <= start && start <= spanOf(d).end);
  const at = around ? sectionStart(map.text, spanOf(around).start) : beginOfBody(unit, map.text, start);
  const lines = map.text.slice(start, trimmed).split('\n');
  const indent = indentAt(map.text, start);
  const body = lines
    .map((l, i) => (i === 0 ? l : l.startsWith(indent) ? l.slice(indent.length) : l.trimStart()))
    .join('\n    ');
  const procedure = `PROCEDURE ${name}(${formals.join('; ')})${raises} =\n  BEGIN\n    ${body};\n  END ${name};\n\n`;
  const call = `${name}(${variables.found.map((v) => v.variable.name).join(', ')})`;
  yield { title, kind, edits: [insertion(path, at, procedure), { path, start, end: trimmed, text: call }] };
}

const typeName = (type: Type, { entity }: CheckedUnit): string => typeText(type, entity);

function beginOfBody(unit: ast.Unit, text: string, start: number): number {
  const statements = (unit as ast.ModuleUnit).body?.statements ?? [];
  return text.lastIndexOf('BEGIN', statements[0] ? spanOf(statements[0]).start : start);
}

function raisesText({ unit, map }: ActionRequest, at: number | undefined): string {
  const raises =
    at === undefined ? undefined : nodeOf<ast.ProcedureDecl>(nodesAt(unit, at), 'ProcedureDecl')?.signature.raises;
  if (!raises) return '';
  const { start, end } = spanOf(raises);
  return ` RAISES ${map.text.slice(start, end).replace(/^RAISES\s*/, '')}`;
}

/** RETURN, or an EXIT of a loop that is not selected. */
function leaving(nodes: readonly AstNode[], inLoop = false): string | undefined {
  for (const node of nodes) {
    if (node.$type === 'ReturnStatement') return 'RETURN';
    if (node.$type === 'ExitStatement' && !inLoop) return 'EXIT';
    const isLoop = /^(?:Loop|While|Repeat|For)Statement$/.test(node.$type);
    const found = leaving(children(node), inLoop || isLoop);
    if (found) return found;
  }
  return undefined;
}

/** Local variables of outside that the selection uses; those that it may change are passed VAR. */
function captured(
  checked: CheckedUnit,
  start: number,
  end: number,
  path: string,
): { found: { variable: VariableEntity; written: boolean }[] } | { nested: string } {
  const written = writtenAt(checked);
  const found = new Map<VariableEntity, { variable: VariableEntity; written: boolean }>();
  for (const { span, entity } of checked.uses) {
    if (span.file !== path || span.start < start || span.end > end || !('kind' in entity)) continue;
    if (entity.kind === 'procedure' && entity.parent) return { nested: entity.name };
    if (entity.kind !== 'variable' || entity.role === 'global') continue;
    if (entity.span.start >= start && entity.span.end <= end) continue;
    const before = found.get(entity);
    const isWritten = written.has(span.start);
    if (!before) found.set(entity, { variable: entity, written: isWritten });
    else if (isWritten) before.written = true;
  }
  return { found: [...found.values()] };
}

/** Where a variable's name begins a designator that is assigned to, incremented, passed VAR, or given another name by WITH. */
function writtenAt(checked: CheckedUnit): Set<number> {
  const places = new Set<number>();
  const written = (target: Expr): void => {
    const root = rootOf(target);
    if (root.kind === 'variable') places.add(root.span.start);
  };
  const inExpr = (expr: Expr): void => {
    if (expr.kind !== 'call') return;
    expr.signature.params.forEach((param, i) => {
      const arg = expr.args[i];
      if (param.mode === 'var' && arg) written(arg);
    });
  };
  const inStmt = (stmt: Stmt): void => {
    for (const expr of expressionsOf(stmt)) eachExpr(expr, inExpr);
    if (stmt.kind === 'assign' || stmt.kind === 'inc' || stmt.kind === 'dec') written(stmt.target);
    if (stmt.kind === 'with') for (const { variable, value } of stmt.bindings) if (variable.alias) written(value);
  };
  if (checked.body) eachStmt([checked.body], inStmt);
  for (const p of allProcedures(checked.procedures)) if (p.definition) eachStmt([p.definition.body], inStmt);
  return places;
}

function rootOf(designator: Expr): Expr {
  let at = designator;
  while (at.kind === 'field' || at.kind === 'index' || at.kind === 'subarray' || at.kind === 'view')
    at = at.kind === 'field' ? at.record : at.kind === 'view' ? at.operand : at.array;
  return at;
}

// ---------------------------------------------------------------- inline

/** A name bound by WITH: what it stands for, at each use. */
export function* inlineWith(request: ActionRequest): Generator<Action> {
  const { unit, map, path, checked, start } = request;
  const nodes = nodesAt(unit, start);
  const binding = nodeOf<ast.WithBinding>(nodes, 'WithBinding');
  if (!binding?.value || start > spanOf(binding).start + binding.name.length) return;
  const statement = binding.$container as ast.WithStatement;
  const value = map.text.slice(spanOf(binding.value).start, spanOf(binding.value).end);
  const isSimple =
    ['NameExpr', 'SelectExpr', 'IndexExpr', 'CallExpr', 'DerefExpr'].includes(binding.value.$type) ||
    /Literal$/.test(binding.value.$type);
  const uses = checked.uses.filter(
    ({ entity, span }) =>
      'kind' in entity &&
      entity.kind === 'variable' &&
      entity.span.start === spanOf(binding).start &&
      span.start !== spanOf(binding).start,
  );
  const title = `Inline ${binding.name}`;
  const kind = CodeActionKind.RefactorInline;
  if (binding.value.$type === 'CallExpr' && uses.length > 1) {
    yield { title, kind, edits: [], disabled: `it is used ${uses.length} times, and the call would be made each time` };
    return;
  }
  const replaced: Edit[] = uses.map(({ span }) => ({
    path,
    start: span.start,
    end: span.end,
    text: isSimple ? value : `(${value})`,
  }));
  if (statement.bindings.length > 1) {
    const i = statement.bindings.indexOf(binding);
    const from = i > 0 ? spanOf(statement.bindings[i - 1]!).end : spanOf(binding).start;
    const to = i > 0 ? spanOf(binding).end : spanOf(statement.bindings[1]!).start;
    yield { title, kind, edits: [...replaced, { path, start: from, end: to, text: '' }] };
    return;
  }
  const whole = spanOf(statement);
  const firstInside = statement.statements[0];
  const lastInside = statement.statements.at(-1);
  if (!firstInside || !lastInside) return;
  const [from, to] = [spanOf(firstInside).start, spanOf(lastInside).end];
  yield {
    title,
    kind,
    edits: [
      { path, start: whole.start, end: from, text: '' },
      ...replaced,
      { path, start: to, end: whole.end, text: '' },
    ],
  };
}

/** A constant of this unit: its value at each use. */
export function* inlineConstant(request: ActionRequest): Generator<Action> {
  const { unit, map, path, checked, start } = request;
  const declaration = nodeOf<ast.ConstDecl>(nodesAt(unit, start), 'ConstDecl');
  if (!declaration?.value || start > spanOf(declaration).start + declaration.name.length) return;
  const own = spanOf(declaration);
  const uses = checked.uses.filter(
    ({ entity, span }) =>
      'kind' in entity &&
      entity.kind === 'const' &&
      entity.span.start === own.start &&
      entity.span.file === path &&
      span.start !== own.start,
  );
  const title = `Inline ${declaration.name}`;
  const kind = CodeActionKind.RefactorInline;
  if (checked.entity.unitKind === 'interface') {
    yield { title, kind, edits: [], disabled: 'other units may use what an interface declares' };
    return;
  }
  const value = map.text.slice(spanOf(declaration.value).start, spanOf(declaration.value).end);
  const text =
    declaration.value.$type === 'BinaryExpr' || declaration.value.$type === 'UnaryExpr' ? `(${value})` : value;
  const end = map.text[own.end] === ';' ? own.end + 1 : own.end;
  const siblings = (declaration.$container as { declarations?: AstNode[] })?.declarations ?? [];
  const section = sectionStart(map.text, own.start);
  const isAlone =
    /^\s*CONST\s*$/.test(map.text.slice(section, own.start)) &&
    !siblings.some(
      (d) =>
        d.$type === 'ConstDecl' &&
        d !== declaration &&
        spanOf(d).start > own.end &&
        /^\s*$/.test(map.text.slice(end, spanOf(d).start)),
    );
  yield {
    title,
    kind,
    edits: [
      { path, ...wholeLines(map.text, isAlone ? section : own.start, end), text: '' },
      ...uses.map(({ span }) => ({ path, start: span.start, end: span.end, text })),
    ],
  };
}
