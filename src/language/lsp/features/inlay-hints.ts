/**
 * Inlay hints: what a reader would have to look up. Names of parameters before arguments that do not tell; types of variables that are declared without;
 * bounds of FOR that are computed.
 */
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import type { Expr, Stmt } from '../../typed/tree.ts';
import { INTEGER } from '../../types/builtins.ts';
import type { CheckedUnit, Param, UnitEntity, VariableEntity } from '../../types/model.ts';
import { constText, nameOf, typeText } from '../../types/print.ts';
import { eachNode } from '../names/walk.ts';
import type { TextMap } from '../positions.ts';
import type { Feature, Session } from '../session.ts';

/** Whose declaration is shown when somebody points at the hint. */
interface HintData {
  readonly file: string;
  readonly start: number;
}

export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: { resolveProvider: true } },
  register(session) {
    const { connection, host, analysis } = session;
    connection.languages.inlayHint.on(({ textDocument, range }) => {
      const path = host.pathOf(textDocument.uri);
      const map = analysis.map(path);
      const unit = analysis.units(path)[0];
      return map && unit ? hints(map, unit, range) : [];
    });
    connection.languages.inlayHint.resolve((hint) => {
      const data = hint.data as HintData | undefined;
      return data ? { ...hint, tooltip: { kind: 'markdown', value: tooltip(session, data) } } : hint;
    });
  },
};

/** The line that declares it, and its comment. */
function tooltip({ analysis }: Session, { file, start }: HintData): string {
  const map = analysis.map(file);
  const node = analysis.declarationAt(file, start);
  const owner = node?.$container?.$type === 'FormalGroup' ? node.$container : node;
  const extent = owner?.$cstNode;
  const code = map && extent ? map.text.slice(extent.offset, extent.end).split('\n', 12).join('\n') : '';
  const doc = analysis.docAt(file, start);
  return `\`\`\`modula3\n${code}\n\`\`\`${doc ? `\n\n${doc}` : ''}`;
}

function hints(map: TextMap, unit: CheckedUnit, range: Range): InlayHint[] {
  const from = map.offset(range.start);
  const to = map.offset(range.end);
  const found = new Map<string, InlayHint>();
  const add: Add = (offset, hint, insert) => {
    if (offset < from || offset > to) return;
    const position = map.position(offset);
    const edits = insert ? { textEdits: [{ range: { start: position, end: position }, newText: insert }] } : {};
    found.set(`${offset}:${hint.kind}`, { position, ...hint, ...edits });
  };
  const here = unit.entity;
  eachNode(unit, {
    expr(expr) {
      if (expr.span.end >= from && expr.span.start <= to) addArguments(map.text, expr, add);
    },
    stmt(stmt) {
      if (stmt.span.end >= from && stmt.span.start <= to) addStatement(map.text, stmt, here, add);
    },
  });
  for (const { entity } of unit.variables) addVariable(map.text, entity, here, add);
  return [...found.values()].sort((a, b) => map.offset(a.position) - map.offset(b.position));
}

type Hint = Omit<InlayHint, 'position'>;
type Add = (offset: number, hint: Hint, insert?: string) => void;

// ---------------------------------------------------------------- parameters

function addArguments(text: string, expr: Expr, add: Add): void {
  if (expr.kind !== 'call') return;
  // Defaults have the place of the call.
  const isWritten = (arg: Expr): boolean => arg.span.start !== expr.span.start;
  if (expr.args.filter(isWritten).length < 2) return;
  expr.args.forEach((arg, i) => {
    const param = expr.signature.params[i]!;
    if (!isWritten(arg) || !isUnclear(text, arg, param)) return;
    add(arg.span.start, {
      label: `${param.name} :=`,
      kind: InlayHintKind.Parameter,
      paddingRight: true,
      ...dataOf(param.span),
    });
  });
}

const dataOf = ({ file, start }: { file: string; start: number }): { data?: HintData } =>
  file === '' ? {} : { data: { file, start } };

/** Literals and whatever is computed; a name speaks for itself. */
function isUnclear(text: string, arg: Expr, param: Param): boolean {
  if (/:=\s*$/.test(text.slice(Math.max(0, arg.span.start - 12), arg.span.start))) return false;
  const written = text.slice(arg.span.start, arg.span.end);
  if (/^[A-Za-z][\w.^]*$/.test(written) && !/^(?:TRUE|FALSE|NIL)$/.test(written)) return false;
  // `Move(point.x, point.y)` and `Size(width(a))` say it already.
  return !new RegExp(`\\b${param.name}\\b`, 'i').test(written);
}

// ---------------------------------------------------------------- types

function addStatement(text: string, stmt: Stmt, here: UnitEntity, add: Add): void {
  switch (stmt.kind) {
    case 'block':
      for (const { variable } of stmt.locals) addVariable(text, variable, here, add);
      return;
    case 'with':
      for (const { variable } of stmt.bindings) addType(variable, here, add);
      return;
    case 'tryExcept':
      for (const { variable } of stmt.handlers) if (variable) addType(variable, here, add);
      return;
    case 'for':
      if (stmt.variable.type !== INTEGER) addType(stmt.variable, here, add);
      for (const bound of [stmt.from, stmt.to]) addBound(text, bound, add);
      return;
    default:
      return;
  }
}

/** `VAR a, b := e`: the type could be written there, so it can be put in. */
function addVariable(text: string, variable: VariableEntity, here: UnitEntity, add: Add): void {
  const rest = text.slice(variable.span.end, variable.span.end + 200);
  if (!/^(?:\s*,\s*[A-Za-z]\w*)*\s*:=/.test(rest)) return;
  addType(variable, here, add, /^\s*:=/.test(rest));
}

function addType(variable: VariableEntity, here: UnitEntity, add: Add, insert = false): void {
  if (variable.type.kind === 'error' || variable.span.end === 0) return;
  const type = typeText(variable.type, here);
  const name = nameOf(variable.type);
  const label = `: ${type.length > 40 ? `${type.slice(0, 40)}…` : type}`;
  const hint: Hint = { label, kind: InlayHintKind.Type, ...(name ? dataOf(name.span) : {}) };
  add(variable.span.end, hint, insert && type.length <= 40 && !type.includes('...') ? `: ${type}` : undefined);
}

/** The value of a bound that is a constant and not written as a number. */
function addBound(text: string, bound: Expr, add: Add): void {
  const written = text.slice(bound.span.start, bound.span.end);
  if (bound.kind !== 'const' || bound.type.kind === 'error') return;
  const value = constText(bound.value, bound.type);
  if (written.endsWith(value) || /^[-\d'][\w']*$/.test(written)) return;
  add(bound.span.end, { label: `= ${value}`, paddingLeft: true });
}
