/**
 * Completion. The text is checked with a made-up name at the cursor; what the checker knew there (scope, wanted type, what stands before the dot)
 * decides what is proposed.
 */
import {
  type CompletionItem,
  CompletionItemTag,
  type CompletionList,
  InsertTextFormat,
  type Position,
  type TextEdit,
} from 'vscode-languageserver';
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type * as ast from '../../generated/ast.ts';
import { nextTokenStart } from '../../parser/scan.ts';
import { spanOf } from '../../parser/spans.ts';
import { parseUnit } from '../../references/parsed-unit.ts';
import type { Scope } from '../../typed/context.ts';
import type { Probe } from '../../typed/probe.ts';
import type { CheckedUnit } from '../../types/model.ts';
import { withoutOtherBodies } from '../completion/bodies.ts';
import { type Candidate, RANK } from '../completion/candidate.ts';
import { headings, overridable, revealable } from '../completion/declarations.ts';
import {
  afterOperand,
  declarationKeywords,
  expressionKeywords,
  formalKeywords,
  pragmaNames,
  statementKeywords,
  typeKeywords,
} from '../completion/keywords.ts';
import { membersFor, postfixes, unitMembers } from '../completion/members.ts';
import { foreignUnits, namesFor, type Wanted } from '../completion/names.ts';
import { type Cursor, cursorAt, followsDeclaration, type Place, PROBE_NAME, placeOf } from '../completion/place.ts';
import { unimported } from '../completion/unimported.ts';
import {
  handlersAndGuards,
  isAllocatable,
  isNewType,
  keywordArguments,
  newKeywords,
  wantedValues,
} from '../completion/values.ts';
import { importEdit, importPlace } from '../imports-edit.ts';
import type { TextMap } from '../positions.ts';
import type { Feature, Session } from '../session.ts';

/** More than a person reads; the client asks again when more has been typed. */
const MOST = 500;

/** Where the comment of a proposal is found when somebody wants to see it. */
interface ItemData {
  readonly file: string;
  readonly start: number;
}

export const completion: Feature = {
  capabilities: {
    completionProvider: { triggerCharacters: ['.', '{', '(', ',', '*'], resolveProvider: true },
  },
  register(session) {
    session.connection.onCompletion(({ textDocument, position, context }) =>
      complete(session, session.host.pathOf(textDocument.uri), position, context?.triggerCharacter),
    );
    session.connection.onCompletionResolve((item) => {
      const data = item.data as ItemData | undefined;
      const doc = data && session.analysis.docAt(data.file, data.start);
      return doc ? { ...item, documentation: { kind: 'markdown', value: doc } } : item;
    });
  },
};

interface Request {
  readonly session: Session;
  readonly path: string;
  readonly cursor: Cursor;
  readonly unit: ast.Unit;
  readonly probe: Probe;
  /** The unit with the made-up name in it, and with nothing in the bodies of other procedures. */
  readonly checked: CheckedUnit | undefined;
  /** The names of its top level. */
  readonly scope: Scope | undefined;
}

function complete(
  session: Session,
  path: string,
  position: Position,
  trigger: string | undefined,
): CompletionList | null {
  const map = session.analysis.map(path);
  if (!map) return null;
  const cursor = cursorAt(map.text, map.offset(position));
  const parsed = parseUnit({ path, text: withoutOtherBodies(cursor.probed, cursor.start) });
  const { unit } = parsed;
  const place = placeOf(unit, cursor);
  if (place.kind === 'nothing' || !isTriggered(trigger, place)) return null;
  const { probe, result } = session.analysis.probe(parsed, PROBE_NAME);
  const request: Request = { session, path, cursor, unit, probe, checked: result?.checked, scope: result?.scope };
  const ranked = unique(candidates(request, place))
    .map((c) => ({
      ...c,
      rank:
        c.rank +
        mismatch(c.filter ?? c.label, cursor.probed.slice(c.from ?? cursor.start, cursor.start) + cursor.prefix),
    }))
    .filter((c) => c.rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
  return {
    isIncomplete: ranked.length > MOST || cursor.prefix.length < 2,
    items: ranked.slice(0, MOST).map((c) => item(c, request, map)),
  };
}

/** A `{`, `(`, `,` or `*` is typed for many reasons; only some places have something of their own to say then. */
function isTriggered(trigger: string | undefined, place: Place): boolean {
  if (trigger === undefined || trigger === '.') return true;
  if (trigger === '*') return place.kind === 'pragma' && place.name === undefined;
  if (trigger === '{') return place.kind === 'exception' || place.kind === 'expression';
  return place.kind === 'expression' && place.node.$container?.$type === 'Actual';
}

function candidates(request: Request, place: Place): Candidate[] {
  const { cursor, probe, checked, session, path } = request;
  const here = checked?.entity;
  const names = (wanted: Wanted): Candidate[] => [
    ...namesFor(probe, wanted, cursor.prefix, here),
    ...(cursor.prefix ? foreignUnits(session.workspace.interfaceNames(), probe.scope) : []),
    ...unimported(session.workspace, session.symbols, { path, scope: probe.scope, prefix: cursor.prefix, wanted }),
  ];
  switch (place.kind) {
    case 'nothing':
      return [];
    case 'statement':
      return [
        ...names('statement'),
        ...statementKeywords(),
        ...(followsOperand(cursor) ? afterOperand() : []),
        ...maybeDeclaration(request),
      ];
    case 'expression':
      return expression(request, place.node as ast.Expr, names);
    case 'type':
      return [...names('type'), ...typeKeywords()];
    case 'exception':
      return [...names('exception'), ...qualifiedExceptions(request)];
    case 'member':
      return member(request, place.node);
    case 'interface':
      return foreignUnits(session.workspace.interfaceNames(), undefined).map(({ imports: _, ...c }) => ({
        ...c,
        detail: 'interface',
      }));
    case 'imported': {
      const unit = session.analysis.interfaceUnit(place.unit, path);
      return unit ? unitMembers(unit, probe, undefined, here).map(({ snippet: _, ...c }) => c) : [];
    }
    case 'override':
      return overridable(probe);
    case 'revelation':
      return checked ? revealable(checked, { ...probe, scope: (probe.scope ?? request.scope)! }) : [];
    case 'heading':
      return checked ? unfinishedHeading(checked, cursor, spanOf(place.node).start) : [];
    case 'formal':
      return formalKeywords();
    case 'end':
      return [{ label: place.name, kind: 1, rank: RANK.fits }];
    case 'declaration':
      return maybeDeclaration(request);
    case 'pragma':
      return pragma(request, place.name);
  }
}

function expression(request: Request, node: ast.Expr, names: (wanted: Wanted) => Candidate[]): Candidate[] {
  const { probe, checked, cursor } = request;
  if (isNewType(node)) {
    const types = names('any').filter((c) => c.imports || (c.of && isAllocatable(c.of)));
    return types;
  }
  return [
    ...newKeywords(node, probe),
    ...handlersAndGuards(probe, checked?.entity),
    ...wantedValues(probe),
    ...keywordArguments(probe),
    ...names('expression'),
    ...expressionKeywords(),
    ...(followsOperand(cursor) ? afterOperand() : []),
  ];
}

/** Directly behind a name, a literal or a closing bracket. */
function followsOperand({ probed, start }: Cursor): boolean {
  const before = /(\w+|[\])}^"'])\s*$/.exec(probed.slice(Math.max(0, start - 200), start))?.[1];
  return before !== undefined && !/^[A-Z]{2,}$/.test(before);
}

/** Where declarations may stand, which the tree does not tell while only the beginning of one is there. */
function maybeDeclaration({ cursor, unit, checked }: Request): Candidate[] {
  if (!followsDeclaration(cursor)) return [];
  const isInterface = unit.$type === 'InterfaceUnit' || unit.$type === 'GenericInterfaceUnit';
  return [...declarationKeywords(isInterface), ...(checked ? headings(checked, cursor.start, '') : [])];
}

const unfinishedHeading = (checked: CheckedUnit, { probed, start }: Cursor, from: number): Candidate[] =>
  headings(checked, from, probed.slice(from, start));

function member(request: Request, node: ast.SelectExpr | ast.NamedType | ast.QualName): Candidate[] {
  const { probe, checked, cursor, session, path } = request;
  const here = checked?.entity;
  const wanted = node.$type === 'NamedType' ? 'type' : node.$type === 'QualName' ? 'exception' : undefined;
  const found = membersFor(probe, wanted, here);
  if (node.$type === 'SelectExpr') {
    if (isTypeOfNew(node)) return found.filter((c) => c.of && isAllocatable(c.of));
    if (probe.base?.kind === 'value' && node.base) {
      const { start, end } = spanOf(node.base);
      const isStatement = node.$container?.$type === 'CallStatement';
      found.push(...postfixes(probe.base.type, probe, cursor.probed.slice(start, end), start, isStatement));
    }
  }
  if (probe.base) return found;
  const name = baseName(node);
  const unit = name === undefined ? undefined : session.analysis.interfaceUnit(name, path);
  return unit ? unitMembers(unit, probe, wanted, here).map((c) => ({ ...c, imports: unit.name })) : [];
}

const isTypeOfNew = (node: ast.SelectExpr): boolean => isNewType(node);

/** The single name before the dot. */
function baseName(node: ast.SelectExpr | ast.NamedType | ast.QualName): string | undefined {
  if (node.$type !== 'SelectExpr') return node.names[0];
  return node.base?.$type === 'NameExpr' ? node.base.name : undefined;
}

/** Exceptions of imported interfaces, with the interface's name. */
function qualifiedExceptions({ probe, scope }: Request): Candidate[] {
  const found: Candidate[] = [];
  for (let at = probe.scope ?? scope; at; at = at.parent) {
    for (const name of at.names?.() ?? []) {
      const entity = at.own(name);
      if (entity?.kind !== 'unit') continue;
      for (const [n, member] of entity.members) {
        if (member.kind !== 'exception') continue;
        found.push({ label: `${name}.${n}`, kind: 23, rank: RANK.imported - 1, of: member });
      }
    }
  }
  return found;
}

function pragma(request: Request, name: string | undefined): Candidate[] {
  if (name === undefined) return pragmaNames();
  const { probe, scope } = request;
  if (name !== 'FATAL' || !scope) return [];
  const inside = { ...probe, scope };
  return [...namesFor(inside, 'exception', '', undefined), ...qualifiedExceptions({ ...request, probe: inside })];
}

// ---------------------------------------------------------------- the protocol's form

const NO_MATCH = 1000;

/** How badly a word fits what has been typed: it begins so, or has its letters in that order, or not. */
function mismatch(word: string, typed: string): number {
  const [w, t] = [word.toLowerCase(), typed.toLowerCase()];
  if (w.startsWith(t)) return word.startsWith(typed) ? 0 : 1;
  let at = 0;
  for (const letter of t) {
    at = w.indexOf(letter, at) + 1;
    if (at === 0) return NO_MATCH;
  }
  return 200;
}

function unique(all: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const c of all) {
    const key = `${c.label} ${c.kind}`;
    const before = best.get(key);
    if (!before || c.rank < before.rank) best.set(key, c);
  }
  return [...best.values()];
}

function item(c: Candidate, request: Request, map: TextMap): CompletionItem {
  const { session, cursor, path } = request;
  const isCall = map.text[nextTokenStart(map.text, cursor.end)] === '(';
  const snippets = session.client.textDocument?.completion?.completionItem?.snippetSupport === true;
  const useSnippet = c.snippet !== undefined && snippets && !(isCall && /\($|\(\$0\)$|\(\)$/.test(c.snippet));
  const range = { start: map.position(c.from ?? cursor.start), end: map.position(cursor.end) };
  const data = c.of && c.of.span.file !== '' ? declarationOf(c.of.span, request) : undefined;
  const edits = c.imports && c.imports !== path ? [importOf(c.imports, request, map)] : undefined;
  return {
    label: c.label,
    kind: c.kind,
    ...(c.detail ? { detail: c.detail } : {}),
    sortText: String(c.rank).padStart(3, '0'),
    ...(c.filter ? { filterText: c.filter } : {}),
    ...(c.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(useSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    textEdit: { range, newText: useSnippet ? c.snippet! : (c.insert ?? c.label) },
    ...(edits ? { additionalTextEdits: edits } : {}),
    ...(data ? { data } : {}),
  };
}

/** In the text as it is, which has another word at the cursor. */
function declarationOf({ file, start }: Span, { path, cursor }: Request): ItemData {
  const isBehind = file === path && start > cursor.start;
  return { file, start: isBehind ? start - PROBE_NAME.length + (cursor.end - cursor.start) : start };
}

/** Before the cursor the text is what was parsed; who is still writing imports needs the tree of the text as it is. */
function importOf(name: string, { session, cursor, unit, path }: Request, map: TextMap): TextEdit {
  const place = importPlace(unit, map, name);
  const original = place.offset <= cursor.start ? undefined : session.analysis.parse(path)?.unit;
  return importEdit(original ? importPlace(original, map, name) : place, map);
}
