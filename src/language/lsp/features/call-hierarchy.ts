/**
 * Call hierarchy, through method calls and events. Calling a method can reach its default and its overrides; calling an exported procedure raises an
 * event, which reaches the handlers that the workspace installs on it. Such steps are marked in the item's detail.
 */
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CancellationToken,
  type Range,
  SymbolKind,
} from 'vscode-languageserver';
import type { CheckedUnit, Method, ProcedureEntity, Used } from '../../types/model.ts';
import { signatureText } from '../../types/print.ts';
import { callsIn } from '../names/calls.ts';
import { eventsOf, handlersOf } from '../names/installations.ts';
import { keyOf } from '../names/names.ts';
import { bodiesOf, relatedProcedures } from '../names/related.ts';
import { eachMention } from '../names/search.ts';
import { methodsImplementedBy, overridesIn } from '../names/types.ts';
import type { Feature, Session } from '../session.ts';

/** Where the item's name is declared; `body` for the statements of a module. */
interface ItemData {
  readonly path: string;
  readonly start: number;
  readonly body?: boolean;
}

type Callable = ProcedureEntity | Method;

export const callHierarchy: Feature = {
  capabilities: { callHierarchyProvider: true },
  register(session) {
    const { connection } = session;
    connection.languages.callHierarchy.onPrepare(({ textDocument, position }) => {
      const used = session.at(textDocument.uri, position)?.name.used;
      const callable = used && asCallable(used);
      return callable ? [item(session, preferred(session, callable))] : null;
    });
    connection.languages.callHierarchy.onIncomingCalls(async ({ item: { data } }, token) => {
      const callable = callableAt(session, data as ItemData);
      return callable ? incoming(session, callable, token) : [];
    });
    connection.languages.callHierarchy.onOutgoingCalls(async ({ item: { data } }, token) =>
      outgoing(session, data as ItemData, token),
    );
  },
};

function asCallable(used: Used): Callable | undefined {
  if ('signature' in used) return used;
  return 'kind' in used && used.kind === 'procedure' && used.span.file !== '' ? used : undefined;
}

/** The body, which shows what is called, rather than the heading. */
function preferred(session: Session, callable: Callable): Callable {
  return 'signature' in callable ? callable : (bodiesOf(session, callable)[0] ?? callable);
}

function callableAt(session: Session, { path, start, body }: ItemData): Callable | undefined {
  const name = body ? undefined : session.names.at(path, start);
  return name && asCallable(name.used);
}

// ---------------------------------------------------------------- items

function item(session: Session, callable: Callable, mark = ''): CallHierarchyItem {
  const isMethod = 'signature' in callable;
  const { span, name } = callable;
  const signature = signatureText(isMethod ? callable.signature : callable.type);
  const unit = isMethod ? undefined : callable.unit?.name;
  const data: ItemData = { path: span.file, start: span.start };
  return {
    name: unit ? `${unit}.${name}` : name,
    kind: isMethod ? SymbolKind.Method : SymbolKind.Function,
    detail: mark || signature,
    uri: session.host.uriOf(span.file),
    range: extentOf(session, callable),
    selectionRange: session.analysis.map(span.file)!.range(span),
    data,
  };
}

/** The whole declaration. */
function extentOf({ analysis }: Session, { span }: Callable): Range {
  const node = analysis.declarationAt(span.file, span.start)?.$cstNode;
  return analysis.map(span.file)!.range(node ? { start: node.offset, end: node.end } : span);
}

function moduleItem({ analysis, host }: Session, unit: CheckedUnit): CallHierarchyItem {
  const { path, name, span } = unit.entity;
  const map = analysis.map(path)!;
  const data: ItemData = { path, start: span.start, body: true };
  const statements = unit.body?.kind === 'block' ? unit.body.body : [];
  const range = map.range({
    start: statements[0]?.span.start ?? span.start,
    end: statements.at(-1)?.span.end ?? span.end,
  });
  return {
    name,
    kind: SymbolKind.Module,
    detail: 'module body',
    uri: host.uriOf(path),
    range,
    selectionRange: { start: range.start, end: range.start },
    data,
  };
}

// ---------------------------------------------------------------- incoming

async function incoming(
  session: Session,
  callable: Callable,
  token: CancellationToken,
): Promise<CallHierarchyIncomingCall[]> {
  const wanted: Callable[] = 'signature' in callable ? [callable] : relatedProcedures(session, callable);
  const keys = new Set(wanted.map(keyOf));
  const found = new Map<string, CallHierarchyIncomingCall>();
  const add = (from: CallHierarchyItem, range: Range): void => {
    const key = JSON.stringify([from.data, from.detail]);
    const call = found.get(key);
    if (call) call.fromRanges.push(range);
    else found.set(key, { from, fromRanges: [range] });
  };
  await eachMention(session, wanted, { token }, (unit, path) => {
    const map = session.analysis.map(path)!;
    for (const { callee, caller, span } of callsIn(unit))
      if (keys.has(keyOf(callee))) add(caller ? item(session, caller) : moduleItem(session, unit), map.range(span));
    if ('signature' in callable) return;
    for (const method of methodsImplementedBy(unit, keys))
      add(item(session, method, `method that ${callable.name} implements`), methodRange(session, method));
  });
  if ('signature' in callable) return [...found.values()];
  for (const { event, by } of await eventsOf(session, callable, token)) {
    const where = by ? `, installed by ${by.name}` : '';
    const from = item(session, preferred(session, event), `event that ${callable.name} handles${where}`);
    add(from, from.selectionRange);
  }
  return [...found.values()];
}

const methodRange = ({ analysis }: Session, { span }: Method): Range => analysis.map(span.file)!.range(span);

// ---------------------------------------------------------------- outgoing

async function outgoing(
  session: Session,
  data: ItemData,
  token: CancellationToken,
): Promise<CallHierarchyOutgoingCall[]> {
  const callable = callableAt(session, data);
  if (callable && 'signature' in callable) return implementing(session, callable, token);
  const found = new Map<string, CallHierarchyOutgoingCall>();
  const add = (to: CallHierarchyItem, range: Range): void => {
    const key = JSON.stringify([to.data, to.detail]);
    const call = found.get(key);
    if (call) call.fromRanges.push(range);
    else found.set(key, { to, fromRanges: [range] });
  };
  const body = callable && preferred(session, callable);
  const path = body?.span.file ?? data.path;
  const map = session.analysis.map(path);
  for (const unit of session.analysis.units(path)) {
    for (const { callee, caller, span } of callsIn(unit)) {
      if (!(body ? caller && keyOf(caller) === keyOf(body) : caller === undefined)) continue;
      add(item(session, preferred(session, callee)), map!.range(span));
      if ('signature' in callee) continue;
      for (const { handler } of await handlersOf(session, callee, token))
        add(item(session, handler, `handler installed on ${callee.name}`), map!.range(span));
    }
  }
  if (callable)
    for (const { handler } of await handlersOf(session, callable, token)) {
      const to = item(session, handler, `handler installed on ${callable.name}`);
      add(to, session.analysis.map(callable.span.file)!.range(callable.span));
    }
  return [...found.values()];
}

/** What a call of the method can reach. */
async function implementing(
  session: Session,
  method: Method,
  token: CancellationToken,
): Promise<CallHierarchyOutgoingCall[]> {
  const found = new Map<string, CallHierarchyOutgoingCall>();
  await eachMention(session, [method], { token }, (unit) => {
    for (const { proc, span } of overridesIn(unit, method)) {
      const isOwn = keyOf({ name: method.name, span }) === keyOf(method);
      found.set(keyOf(proc), {
        to: item(session, preferred(session, proc), isOwn ? 'default of the method' : 'overrides the method'),
        fromRanges: [methodRange(session, method)],
      });
    }
  });
  return [...found.values()];
}
