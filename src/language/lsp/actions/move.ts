/** A declaration of a module moves to the interface that the module exports: procedures with their headings, the rest as a whole. */
import { CodeActionKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { spanOf } from '../../parser/spans.ts';
import { type Action, type ActionRequest, insertion, sectionStart, wholeLines } from './action.ts';

const SECTION = { ConstDecl: 'CONST', TypeDecl: 'TYPE', ExceptionDecl: 'EXCEPTION' } as const;

export function* moveToInterface(request: ActionRequest): Generator<Action> {
  const { unit, checked, start, session, map, path } = request;
  const target = checked.exports.find((u) => !session.analysis.isLibrary(u.path));
  if (!target || checked.entity.unitKind !== 'module') return;
  const declarations = (unit as ast.ModuleUnit).body?.declarations ?? [];
  const declaration = declarations.find((d) => spanOf(d).start <= start && start <= spanOf(d).end);
  if (!declaration || !('name' in declaration)) return;
  const nameEnd = map.text.indexOf(declaration.name, spanOf(declaration).start) + declaration.name.length;
  if (start > nameEnd || checked.exports.some((u) => u.members.get(declaration.name)?.kind === 'procedure')) return;
  const title = `Move ${declaration.name} to interface ${target.name}`;
  const kind = CodeActionKind.RefactorMove;
  if (target.members.has(declaration.name)) {
    yield { title, kind, edits: [], disabled: `interface ${target.name} declares ${declaration.name} already` };
    return;
  }
  const other = session.analysis.parse(target.path);
  if (!other) return;
  const at = other.map.text.lastIndexOf('END', spanOf(other.unit).end);
  if (declaration.$type === 'ProcedureDecl') {
    const heading = map.text.slice(spanOf(declaration).start, spanOf(declaration.signature).end);
    yield {
      title: `Export ${declaration.name} in interface ${target.name}`,
      kind,
      edits: [insertion(target.path, at, `${heading};\n\n`)],
    };
    return;
  }
  if (!(declaration.$type in SECTION)) return;
  const keyword = SECTION[declaration.$type as keyof typeof SECTION];
  const { start: from, end } = spanOf(declaration);
  const to = map.text[end] === ';' ? end + 1 : end;
  const section = sectionStart(map.text, from);
  const next = declarations[declarations.indexOf(declaration) + 1];
  const isFirst = new RegExp(`^\\s*${keyword}\\s*$`).test(map.text.slice(section, from));
  const isOnly =
    isFirst && !(next && next.$type === declaration.$type && /^\s*$/.test(map.text.slice(to, spanOf(next).start)));
  const removed = isOnly ? { start: section, end: wholeLines(map.text, from, to).end } : wholeLines(map.text, from, to);
  yield {
    title,
    kind,
    edits: [insertion(target.path, at, `${keyword} ${map.text.slice(from, to)}\n\n`), { path, ...removed, text: '' }],
  };
}
