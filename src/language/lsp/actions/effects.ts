/** EPHEMERAL and FUNCTIONAL: declare a procedure so, with what it calls; or say why that cannot be. */
import { CodeActionKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { spanOf } from '../../parser/spans.ts';
import type { ProcedureEntity } from '../../types/model.ts';
import { couldBe, type Effect, isDeclared, type Obstacle } from '../effects.ts';
import { bodiesOf } from '../names/related.ts';
import type { Session } from '../session.ts';
import { type Action, type ActionRequest, type Edit, nodeOf, nodesAt } from './action.ts';

export function* effects(request: ActionRequest): Generator<Action> {
  const { checked, session } = request;
  for (const d of request.diagnostics) {
    if (d.code !== 'M3801') continue;
    const effect: Effect = / is FUNCTIONAL /.test(d.message) ? 'FUNCTIONAL' : 'EPHEMERAL';
    const declared = d.related?.[0]?.span;
    const callee =
      declared && session.analysis.checked(declared.file)?.procedures.find((p) => p.span.start === declared.start);
    if (callee) yield { ...made(session, callee, effect), mends: d };
  }
  const named = checked.procedures.find((p) => p.span.start <= request.start && request.start <= p.span.end);
  if (!named || request.diagnostics.length > 0 || !bodyOfEvent(session, named)) return;
  for (const effect of ['EPHEMERAL', 'FUNCTIONAL'] as const) {
    if (isDeclared(named.type, effect) || (effect === 'FUNCTIONAL' && !named.type.result)) continue;
    yield { ...made(session, named, effect), kind: CodeActionKind.RefactorRewrite };
  }
}

function made(session: Session, procedure: ProcedureEntity, effect: Effect): Action {
  const title = `Make ${procedure.name} ${effect}`;
  const kind = CodeActionKind.QuickFix;
  const body = bodyOfEvent(session, procedure);
  const verdict = body && couldBe(session, body, effect);
  if (!verdict?.possible) {
    return { title, kind, edits: [], disabled: whyNot(verdict?.path ?? [], effect) };
  }
  const all = [body!, ...verdict.also];
  const more = verdict.also.length > 0 ? `, and ${verdict.also.map((p) => p.name).join(', ')}` : '';
  return { title: title + more, kind, edits: all.flatMap((p) => declaring(session, p, effect)) };
}

/** The calls from the procedure to what breaks the promise, in a sentence. */
export function whyNot(path: readonly Obstacle[], effect: Effect): string {
  const last = path.at(-1);
  if (!last) return 'its body is not in this workspace';
  const chain = path.map((o) => o.procedure.name).join(' calls ');
  if (last.calls !== undefined) return `${chain} calls ${last.calls}, which is not ${effect}`;
  return `${chain}: ${last.message.replace(/^\w+ is (?:EPHEMERAL|FUNCTIONAL)(?:: | and )/, '')}`;
}

function bodyOfEvent(session: Session, procedure: ProcedureEntity): ProcedureEntity | undefined {
  return procedure.form === 'body' ? procedure : bodiesOf(session, procedure)[0];
}

/** The word goes before PROCEDURE in the body and in its headings; FUNCTIONAL replaces EPHEMERAL. */
function declaring({ analysis }: Session, procedure: ProcedureEntity, effect: Effect): Edit[] {
  return [procedure, ...procedure.implements].flatMap((p) => {
    const parsed = analysis.parse(p.span.file);
    const node = parsed && nodeOf<ast.ProcedureDecl>(nodesAt(parsed.unit, p.span.start), 'ProcedureDecl');
    if (!parsed || !node || isDeclared(p.type, effect)) return [];
    const { start } = spanOf(node);
    const keyword = parsed.map.text.indexOf('PROCEDURE', start);
    return [{ path: p.span.file, start, end: keyword, text: `${effect} ` }];
  });
}
