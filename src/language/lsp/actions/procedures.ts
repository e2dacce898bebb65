/** Interface and module: bodies that are missing, signatures that differ, revelations that nobody has made. */
import { CodeActionKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { spanOf } from '../../parser/spans.ts';
import type { CheckedUnit, OpaqueType, ProcedureEntity } from '../../types/model.ts';
import { flagsText } from '../../types/print.ts';
import { missingProcedures } from '../completion/declarations.ts';
import { bodiesOf } from '../names/related.ts';
import { type Action, type ActionRequest, type Edit, insertion, nodeOf, nodesAt, sectionStart } from './action.ts';
import { importing } from './imports.ts';

export function* missingBodies(request: ActionRequest): Generator<Action> {
  const { checked, unit, start } = request;
  if (checked.entity.unitKind === 'interface') {
    const declaration = nodeOf<ast.ProcedureDecl>(nodesAt(unit, start), 'ProcedureDecl');
    const heading = checked.procedures.find((p) => p.name === declaration?.name);
    if (heading && !heading.external) yield* bodyInModule(request, heading);
    return;
  }
  const isAtHead = start <= (unit.imports[0] ? spanOf(unit.imports[0]).start : headEnd(unit));
  const missing = missingProcedures(checked);
  if (!isAtHead || missing.length === 0) return;
  const names = missing.length > 3 ? `${missing.length} procedures` : missing.map((p) => p.name).join(', ');
  yield {
    title: `Create ${names} as the interface wants`,
    kind: CodeActionKind.QuickFix,
    edits: newBodies(request, checked, missing),
  };
}

const headEnd = (unit: ast.Unit): number => spanOf(unit).start + 200;

/** From the heading in the interface: in the module that exports it, or a new one. */
function* bodyInModule(request: ActionRequest, heading: ProcedureEntity): Generator<Action> {
  const { session, path, checked } = request;
  const modules = session.analysis.implementations(checked.entity.name, path);
  if (bodiesOf(session, heading).length > 0) return;
  const title = `Create ${heading.name} in the module`;
  const module = modules[0];
  if (module) {
    const other = otherFile(request, module.entity.path);
    if (other) yield { title, kind: CodeActionKind.QuickFix, edits: newBodies(other, module, [heading]) };
    return;
  }
  const file = path.replace(/\.i3$/, '.m3');
  if (file === path || session.workspace.text(file) !== undefined) return;
  const bodies = checked.procedures.filter((p) => !p.external).map((p) => procedureText(request, p));
  const name = checked.entity.name;
  const text = `MODULE ${name};\n\n${bodies.join('\n\n')}\n\nBEGIN\nEND ${name}.\n`;
  yield {
    title: `Create module ${name} with all its procedures`,
    kind: CodeActionKind.QuickFix,
    creates: file,
    edits: [insertion(file, 0, text)],
  };
}

function otherFile(request: ActionRequest, path: string): ActionRequest | undefined {
  const { session } = request;
  const parsed = session.analysis.parse(path);
  const checked = session.analysis.checked(path);
  return parsed && checked && { ...request, path, map: parsed.map, unit: parsed.unit, checked };
}

/** Behind the last procedure, or before the module's BEGIN; with the imports that the headings need. */
function newBodies(request: ActionRequest, module: CheckedUnit, headings: readonly ProcedureEntity[]): Edit[] {
  const { unit, map, path } = request;
  const texts = headings.map((h) => procedureText(request, h));
  const imports = [...neededImports(request, module, headings)].map((name) => importing(request, name));
  const declarations = (unit as ast.ModuleUnit).body?.declarations ?? [];
  const last = declarations.findLast((d) => d.$type === 'ProcedureDecl');
  if (!last) return [...imports, insertion(path, beginOf(unit, map.text), `${texts.join('\n\n')}\n\n`)];
  const { end } = spanOf(last);
  const behind = map.text[end] === ';' ? end + 1 : end;
  return [...imports, insertion(path, behind, texts.map((t) => `\n\n${t}`).join(''))];
}

/** Interfaces that the headings mention and the module does not import. */
function neededImports(
  { session }: ActionRequest,
  module: CheckedUnit,
  headings: readonly ProcedureEntity[],
): Set<string> {
  const there = new Set(module.imports.map((u) => u.name));
  const needed = new Set<string>();
  for (const heading of headings) {
    const declaration = declarationOf(session, heading);
    const { start, end } = declaration ? spanOf(declaration.signature) : { start: 0, end: 0 };
    for (const { span, entity } of session.analysis.checked(heading.span.file)?.uses ?? []) {
      if (span.start < start || span.end > end || !('kind' in entity) || entity.kind !== 'unit') continue;
      if (!there.has(entity.name)) needed.add(entity.name);
    }
  }
  return needed;
}

/** Where the module's own BEGIN stands. */
function beginOf(unit: ast.Unit, text: string): number {
  const { end } = spanOf(unit);
  const statements = (unit as ast.ModuleUnit).body?.statements ?? [];
  const before = statements[0] ? spanOf(statements[0]).start : end;
  return text.lastIndexOf('BEGIN', before);
}

/** The heading as its author wrote it, with an empty body; names that the interface may use bare are qualified where the module cannot. */
function procedureText({ session }: ActionRequest, heading: ProcedureEntity): string {
  const signature = headingText(session, heading);
  const end = `${signature} =\n  BEGIN\n  END ${heading.name};`;
  return heading.type.result ? end.replace('BEGIN\n', 'BEGIN\n    (* the result is missing *)\n') : end;
}

type Analyses = ActionRequest['session'];

/** `PROCEDURE P (…): R RAISES {…}` from the text in which it is declared. */
function headingText(session: Analyses, procedure: ProcedureEntity): string {
  const declaration = declarationOf(session, procedure);
  const text = session.workspace.text(procedure.span.file);
  if (!declaration || text === undefined) return `${flagsText(procedure.type)}PROCEDURE ${procedure.name}()`;
  return text.slice(spanOf(declaration).start, spanOf(declaration.signature).end);
}

function declarationOf(session: Analyses, procedure: ProcedureEntity): ast.ProcedureDecl | undefined {
  const unit = session.analysis.parse(procedure.span.file)?.unit;
  return unit && nodeOf<ast.ProcedureDecl>(nodesAt(unit, procedure.span.start), 'ProcedureDecl');
}

// ---------------------------------------------------------------- signatures that differ

/** M3301, M3305, M3306: the body follows the interface, or the interface the body. */
export function* differentSignatures(request: ActionRequest): Generator<Action> {
  const { session, checked } = request;
  for (const d of request.diagnostics) {
    if (d.code !== 'M3301' && d.code !== 'M3305' && d.code !== 'M3306') continue;
    const body = checked.procedures.find((p) => p.span.start === d.span.start);
    const heading = body?.implements[0];
    if (!body || !heading) continue;
    yield replaced(session, body, heading, `Change ${body.name} to what interface ${heading.unit?.name} says`, d, true);
    if (!session.analysis.isLibrary(heading.span.file))
      yield replaced(session, heading, body, `Change interface ${heading.unit?.name} to what ${body.name} is here`, d);
  }
}

function replaced(
  session: Analyses,
  what: ProcedureEntity,
  by: ProcedureEntity,
  title: string,
  mends: NonNullable<Action['mends']>,
  preferred = false,
): Action {
  const declaration = declarationOf(session, what)!;
  const start = spanOf(declaration).start;
  const end = spanOf(declaration.signature).end;
  const edit = { path: what.span.file, start, end, text: headingText(session, by) };
  return { title, kind: CodeActionKind.QuickFix, edits: [edit], mends, preferred };
}

// ---------------------------------------------------------------- revelations

/** On an opaque type of an interface: its revelation in the module. */
export function* revelation(request: ActionRequest): Generator<Action> {
  const { checked, unit, start, session, path } = request;
  const declaration = nodeOf<ast.TypeDecl>(nodesAt(unit, start), 'TypeDecl');
  if (!declaration?.opaque || checked.entity.unitKind !== 'interface') return;
  const opaque = checked.types.find((t) => t.name === declaration.name)?.type;
  if (opaque?.kind !== 'opaque') return;
  const modules = session.analysis.implementations(checked.entity.name, path);
  if (modules.some((m) => m.revelations.some((r) => r.full && r.opaque.entity.name === opaque.entity.name))) return;
  const other = modules[0] && otherFile(request, modules[0].entity.path);
  if (!other) return;
  const text = `REVEAL ${opaque.entity.name} = ${concreteText(opaque, request)};\n\n`;
  const declarations = (other.unit as ast.ModuleUnit).body?.declarations ?? [];
  const at = declarations[0]
    ? sectionStart(other.map.text, spanOf(declarations[0]).start)
    : beginOf(other.unit, other.map.text);
  yield {
    title: `Reveal ${opaque.entity.name} in the module`,
    kind: CodeActionKind.QuickFix,
    edits: [insertion(other.path, at, text)],
  };
}

function concreteText(opaque: OpaqueType, { map, checked }: ActionRequest): string {
  const declaration = checked.types.find((t) => t.type === opaque);
  const bound =
    declaration && /<:\s*([\w.]+)/.exec(map.text.slice(declaration.span.end, declaration.span.end + 200))?.[1];
  if (bound === undefined || bound === 'REFANY') return 'BRANDED REF RECORD\n  END';
  return `${bound === 'ROOT' ? '' : `${bound} `}BRANDED OBJECT\n  END`;
}
