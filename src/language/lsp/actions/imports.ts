/** Imports: add what is missing, remove what is not used, put in order; FROM imports to qualified names and back. */
import { CodeActionKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { nameSpan, spanOf } from '../../parser/spans.ts';
import type { Entity } from '../../types/model.ts';
import { importPlace } from '../imports-edit.ts';
import { type Action, type ActionRequest, type Edit, insertion, nodeOf, nodesAt, wholeLines } from './action.ts';

const UNDECLARED = /^(\w+) is not declared$/;
/** Interfaces offered for one undeclared name. */
const MOST = 6;

export function* missingImports(request: ActionRequest): Generator<Action> {
  const { session, path, map, checked } = request;
  for (const d of request.diagnostics) {
    const name = UNDECLARED.exec(d.message)?.[1];
    if (name === undefined) continue;
    if (session.workspace.interfaceFile(name, path) !== undefined) {
      const edits = [importing(request, name)];
      yield { title: `Import ${name}`, kind: CodeActionKind.QuickFix, edits, mends: d, preferred: true };
      continue;
    }
    for (const owner of ownersOf(request, name)) {
      const imported = checked.imports.some((u) => u.name === owner);
      const uses = [...map.text.matchAll(new RegExp(`(?<![\\w.])${name}\\b`, 'g'))].map((m) => m.index);
      const at = uses.includes(d.span.start) ? [d.span.start] : uses.slice(0, 1);
      const edits = at.map((start) => insertion(path, start, `${owner}.`));
      if (!imported) edits.push(importing(request, owner));
      const title = imported ? `Qualify: ${owner}.${name}` : `Import ${owner} and write ${owner}.${name}`;
      yield { title, kind: CodeActionKind.QuickFix, edits, mends: d };
    }
  }
}

/** Interfaces that declare the name, those imported first. */
function ownersOf({ session, path, checked }: ActionRequest, name: string): string[] {
  const imported = checked.imports.filter((u) => u.members.has(name)).map((u) => u.name);
  if (imported.length > 0) return imported.slice(0, MOST);
  const word = new RegExp(`\\b${name}\\b`);
  const found: string[] = [];
  for (const other of new Set(session.workspace.interfaceNames())) {
    const file = session.workspace.interfaceFile(other, path);
    if (file === undefined || !word.test(session.workspace.text(file) ?? '')) continue;
    if (session.analysis.checked(file)?.entity.members.has(name)) found.push(other);
    if (found.length === MOST) break;
  }
  return found;
}

export function importing({ path, unit, map }: ActionRequest, name: string): Edit {
  const { offset, text } = importPlace(unit, map, name);
  return insertion(path, offset, text);
}

// ---------------------------------------------------------------- what is not used

export function* unusedImports(request: ActionRequest): Generator<Action> {
  const { path, map, unit } = request;
  for (const d of request.diagnostics) {
    if (d.code !== 'W4402') continue;
    const edit = withoutImport(unit, map.text, new Set([d.span.start]));
    const title = `Remove the unused import of ${map.text.slice(d.span.start, d.span.end)}`;
    yield { title, kind: CodeActionKind.QuickFix, edits: edit.map((e) => ({ ...e, path })), mends: d, preferred: true };
  }
}

type Range = { start: number; end: number; text: string };

/** Takes the imported names that start at these offsets out of their clauses, and clauses that would be empty. */
function withoutImport(unit: ast.Unit, text: string, starts: ReadonlySet<number>): Range[] {
  return unit.imports.flatMap((clause): Range[] => {
    const items = clause.$type === 'ImportDecl' ? clause.units : clause.names;
    const kept = items.filter((i) => !starts.has(importedSpan(i).start));
    const unitGone = clause.$type === 'FromImport' && starts.has(nameSpan(clause, 'unit').start);
    if (kept.length === items.length && !unitGone) return [];
    const { start, end } = spanOf(clause);
    if (kept.length === 0 || unitGone) return [{ ...wholeLines(text, start, end), text: '' }];
    const first = spanOf(items[0]!).start;
    const last = spanOf(items.at(-1)!).end;
    return [{ start: first, end: last, text: kept.map((i) => sliceOf(text, i)).join(', ') }];
  });
}

const sliceOf = (text: string, node: ast.ImportedUnit | ast.ImportedName): string => {
  const { start, end } = spanOf(node);
  return text.slice(start, end);
};

/** What a warning about an import points to. */
function importedSpan(item: ast.ImportedUnit | ast.ImportedName): { start: number; end: number } {
  if (item.$type === 'ImportedName') return spanOf(item);
  return item.alias === undefined ? nameSpan(item, 'unit') : nameSpan(item, 'alias');
}

/** Sorted, without what is not used, one clause for plain imports and one for each FROM. */
export function organisedImports({ session, path, map, unit }: Omit<ActionRequest, 'diagnostics'>): Edit[] {
  if (unit.imports.length === 0 || session.analysis.parse(path)?.unit !== unit) return [];
  const unused = new Set(
    session.analysis
      .diagnostics(path)
      .filter((d) => d.code === 'W4402')
      .map((d) => d.span.start),
  );
  const first = spanOf(unit.imports[0]!);
  const last = spanOf(unit.imports.at(-1)!);
  const old = map.text.slice(first.start, last.end);
  // Comments between the clauses belong to somebody; who wants them kept keeps the order.
  if (old.includes('(*') || old.includes('<*')) return [];
  const plain = new Set<string>();
  const from = new Map<string, Set<string>>();
  for (const clause of unit.imports) {
    if (clause.$type === 'ImportDecl') {
      for (const u of clause.units)
        if (!unused.has(importedSpan(u).start)) plain.add(u.alias ? `${u.unit} AS ${u.alias}` : u.unit);
    } else {
      const names = clause.names.filter((n) => !unused.has(spanOf(n).start)).map((n) => n.name);
      if (names.length > 0) from.set(clause.unit, new Set([...(from.get(clause.unit) ?? []), ...names]));
    }
  }
  const sort = (names: Iterable<string>): string => wrapped([...names].sort());
  const clauses = [
    ...(plain.size > 0 ? [`IMPORT ${sort(plain)};`] : []),
    ...[...from].sort(([a], [b]) => (a < b ? -1 : 1)).map(([u, names]) => `FROM ${u} IMPORT ${sort(names)};`),
  ];
  const text = clauses.join('\n');
  if (text === old) return [];
  const range =
    clauses.length > 0 ? { start: first.start, end: last.end } : wholeLines(map.text, first.start, last.end);
  return [{ path, ...range, text }];
}

function wrapped(names: readonly string[]): string {
  let line = 'IMPORT '.length;
  return names.reduce((text, name, i) => {
    if (i === 0) {
      line += name.length;
      return name;
    }
    line += name.length + 2;
    if (line <= 98) return `${text}, ${name}`;
    line = 'IMPORT '.length + name.length;
    return `${text},\n       ${name}`;
  }, '');
}

// ---------------------------------------------------------------- FROM imports and qualified names

export function* qualification(request: ActionRequest): Generator<Action> {
  const { unit, start, checked, map, path } = request;
  const nodes = nodesAt(unit, start);
  const clause = nodeOf<ast.FromImport>(nodes, 'FromImport');
  if (clause) yield* toQualified(request, clause);
  const use = checked.uses.find((u) => u.span.start <= start && start <= u.span.end && 'kind' in u.entity);
  const entity = use?.entity as Entity | undefined;
  if (!use || !entity || entity.kind === 'unit' || clause) return;
  const owner = entity.unit;
  if (owner?.unitKind !== 'interface' || owner === checked.entity) return;
  if (map.text[use.span.start - 1] !== '.') return;
  const qualifier = checked.uses.find((u) => u.span.end === use.span.start - 1);
  if (qualifier?.entity !== owner) return;
  yield* toUnqualified(request, entity, path);
}

function* toQualified({ checked, map, path, unit }: ActionRequest, clause: ast.FromImport): Generator<Action> {
  const names = new Set(clause.names.map((n) => n.name));
  const { start, end } = spanOf(clause);
  const plain = unit.imports.some(
    (i) => i.$type === 'ImportDecl' && i.units.some((u) => u.unit === clause.unit && !u.alias),
  );
  const edits: Edit[] = [
    plain
      ? { path, ...wholeLines(map.text, start, end), text: '' }
      : { path, start, end, text: `IMPORT ${clause.unit};` },
  ];
  for (const { span, entity } of checked.uses) {
    if (span.file !== path || (span.start >= start && span.end <= end)) continue;
    if (
      !('kind' in entity) ||
      !('unit' in entity) ||
      entity.unit?.name !== clause.unit ||
      !names.has(map.text.slice(span.start, span.end))
    )
      continue;
    if (map.text[span.start - 1] === '.') continue;
    edits.push(insertion(path, span.start, `${clause.unit}.`));
  }
  yield {
    title: `Qualify: IMPORT ${clause.unit}, and write ${clause.unit}.${clause.names[0]?.name ?? 'name'}`,
    kind: CodeActionKind.RefactorRewrite,
    edits,
  };
}

function* toUnqualified(request: ActionRequest, entity: Entity, path: string): Generator<Action> {
  const { checked, map, unit } = request;
  const { name } = entity;
  const owner = entity.unit!.name;
  const title = `Unqualify: FROM ${owner} IMPORT ${name}`;
  const taken = checked.entity.members.has(name) || localNames(map.text, name) > 0;
  if (taken) {
    yield {
      title,
      kind: CodeActionKind.RefactorRewrite,
      edits: [],
      disabled: `${name} already means something else in this unit`,
    };
    return;
  }
  const edits: Edit[] = [];
  for (const use of checked.uses) {
    if (use.entity !== entity || use.span.file !== path || map.text[use.span.start - 1] !== '.') continue;
    const qualifier = checked.uses.find((u) => u.span.end === use.span.start - 1);
    if (qualifier) edits.push({ path, start: qualifier.span.start, end: use.span.start, text: '' });
  }
  const clause = unit.imports.find((i): i is ast.FromImport => i.$type === 'FromImport' && i.unit === owner);
  if (clause) edits.push(insertion(path, spanOf(clause.names.at(-1)!).end, `, ${name}`));
  else edits.push(insertion(path, spanOf(unit.imports.at(-1)!).end, `\nFROM ${owner} IMPORT ${name};`));
  yield { title, kind: CodeActionKind.RefactorRewrite, edits };
}

/** How often the bare word stands in the text. */
const localNames = (text: string, name: string): number =>
  [...text.matchAll(new RegExp(`(?<![\\w.])${name}\\b(?!\\s*:=)`, 'g'))].length;
