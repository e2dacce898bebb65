/** W4301: an exception that nobody handles goes into RAISES, into a TRY, or is declared to end the program. */
import { CodeActionKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { spanOf } from '../../parser/spans.ts';
import type { ProcedureEntity } from '../../types/model.ts';
import {
  type Action,
  type ActionRequest,
  type Edit,
  indentAt,
  insertion,
  nodeOf,
  nodesAt,
  procedureAt,
} from './action.ts';

const ESCAPES = /^exception ([\w.]+) may be raised here/;

export function* unhandled(request: ActionRequest): Generator<Action> {
  const { checked } = request;
  for (const d of request.diagnostics) {
    if (d.code !== 'W4301') continue;
    const name = nameHere(request, ESCAPES.exec(d.message)?.[1]);
    const owner = procedureAt(checked, d.span.start);
    if (name !== undefined && owner) {
      const edits = raising(request, owner, name);
      if (edits.length > 0)
        yield {
          title: `Add ${name} to RAISES of ${owner.name}`,
          kind: CodeActionKind.QuickFix,
          edits,
          mends: d,
          preferred: true,
        };
    }
    const statement = nodesAt(request.unit, d.span.start, d.span.end).findLast(isStatement);
    if (statement) {
      const handler = name === undefined ? 'ELSE' : `EXCEPT\n| ${name} => `;
      yield {
        title: name === undefined ? 'Handle all exceptions: TRY EXCEPT ELSE' : `Handle ${name}: TRY EXCEPT`,
        kind: CodeActionKind.QuickFix,
        edits: [tried(request, statement, name === undefined ? 'EXCEPT ELSE' : handler)],
        mends: d,
      };
    }
    const at = fatalPlace(request, owner);
    if (at !== undefined) {
      const what = name ?? 'ANY';
      yield {
        title: `Declare that ${what} ends the program: <*FATAL ${what}*>`,
        kind: CodeActionKind.QuickFix,
        edits: [insertion(request.path, at, `<*FATAL ${what}*>\n${indentAt(request.map.text, at)}`)],
        mends: d,
      };
    }
  }
}

/** The exception's name without its interface, if it is visible so. */
function nameHere({ session, path }: ActionRequest, name: string | undefined): string | undefined {
  const [unit, bare] = name?.split('.') ?? [];
  if (unit === undefined || bare === undefined) return name;
  for (let at = session.analysis.scope(path); at; at = at.parent) {
    const entity = at.own(bare);
    if (entity?.kind === 'exception' && entity.unit?.name === unit) return bare;
  }
  return name;
}

const isStatement = (node: { $type: string }): boolean => node.$type.endsWith('Statement');

/** Into the RAISES of the procedure and of the heading that it implements. */
function raising(request: ActionRequest, procedure: ProcedureEntity, name: string): Edit[] {
  const { session, checked } = request;
  return [procedure, ...procedure.implements].flatMap((p) => {
    if (session.analysis.isLibrary(p.span.file)) return [];
    const unit = session.analysis.parse(p.span.file)?.unit;
    const signature = unit && nodeOf<ast.ProcedureDecl>(nodesAt(unit, p.span.start), 'ProcedureDecl')?.signature;
    const text = session.workspace.text(p.span.file);
    if (!signature || text === undefined || signature.raises?.any) return [];
    const there = p.unit === checked.entity ? name : nameThere(request, p, name);
    const { end } = spanOf(signature);
    if (!signature.raises) return [insertion(p.span.file, end, ` RAISES {${there}}`)];
    const isEmpty = signature.raises.exceptions.length === 0;
    return [insertion(p.span.file, end - 1, isEmpty ? there : `, ${there}`)];
  });
}

/** How the exception is called in the interface that declares the heading: bare if it is its own. */
function nameThere({ session, checked }: ActionRequest, heading: ProcedureEntity, name: string): string {
  const [unit, bare] = name.includes('.') ? name.split('.') : [undefined, name];
  const own = heading.unit?.members.get(bare!);
  if (own?.kind === 'exception' && (unit === undefined || unit === heading.unit?.name)) return bare!;
  if (unit !== undefined) return name;
  for (let at = session.analysis.scope(checked.entity.path); at; at = at.parent) {
    const entity = at.own(name);
    if (entity?.kind === 'exception' && entity.unit) return `${entity.unit.name}.${name}`;
  }
  return name;
}

function tried({ path, map }: ActionRequest, statement: { $type: string }, handler: string): Edit {
  const { start, end } = spanOf(statement as never);
  const indent = indentAt(map.text, start);
  const body = map.text.slice(start, end).replace(/\n/g, '\n  ');
  const rest = handler.replace(/\n/g, `\n${indent}`);
  return { path, start, end, text: `TRY\n${indent}  ${body}\n${indent}${rest}\n${indent}END` };
}

/** Before the block of the procedure, or before the module's BEGIN. */
function fatalPlace({ unit, map, start }: ActionRequest, owner: ProcedureEntity | undefined): number | undefined {
  const body = owner
    ? nodeOf<ast.ProcedureDecl>(nodesAt(unit, owner.span.start), 'ProcedureDecl')?.body
    : (unit as ast.ModuleUnit).body;
  const statement = body?.statements[0];
  const at = map.text.lastIndexOf('BEGIN', statement ? spanOf(statement).start : start);
  return at < 0 ? undefined : at;
}
