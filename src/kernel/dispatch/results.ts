/** Result handlers, default handlers, default results. */
import { checkDefaultHandler, checkResultHandler } from './check.ts';
import { DispatchError, type Event, type ResultHandlers } from './model.ts';
import type { Store } from './store.ts';

export interface ResultsRequest {
  readonly result: number;
  readonly resultClosure: number;
  readonly fallback: number;
  readonly fallbackClosure: number;
  /** A REF to the event's result type. */
  readonly defaultResult: number;
  /** The result handlers' object in the heap. */
  readonly object: number;
}

export function createResults(s: Store, event: Event, r: ResultsRequest): ResultHandlers {
  const subject = { name: event.name, type: event.type };
  const fold =
    r.result === 0
      ? undefined
      : checkResultHandler(subject, s.procedure(r.result, 'the result handler'), r.result, s.closure(r.resultClosure));
  const standIn =
    r.fallback === 0
      ? undefined
      : checkDefaultHandler(
          subject,
          s.procedure(r.fallback, 'the default handler'),
          s.handlerSlot(event, r.fallback),
          s.closure(r.fallbackClosure),
        );
  checkDefault(s, event, r.defaultResult);
  const results: ResultHandlers = {
    id: s.newId(),
    event,
    ...(fold ? { result: fold } : {}),
    ...(standIn ? { default: standIn } : {}),
    defaultResult: r.defaultResult,
    installed: false,
    object: s.kernel.heap.attach(r.object),
  };
  s.results.set(results.id, results);
  return results;
}

function checkDefault(s: Store, event: Event, reference: number): void {
  if (reference === 0) return;
  const type = s.typeOf(reference);
  if (event.type.result && type?.kind === 'ref' && type.target === event.type.result) return;
  throw new DispatchError('TypeError', `the default result of event ${event.name} is not a REF to its result type`);
}

export function resultsOf(s: Store, id: number): ResultHandlers {
  const results = s.results.get(id);
  if (results) return results;
  throw new DispatchError(
    'InvalidProcedure',
    'the result handlers were not made by the dispatcher, or their event was destroyed',
  );
}

export function installResults(s: Store, results: ResultHandlers): void {
  if (results.installed) throw new DispatchError('InternalError', 'these result handlers are installed already');
  enterResults(s, results);
  s.changed(results.event);
}

/** In the place of those that are in force. */
export function enterResults(s: Store, results: ResultHandlers): void {
  const { event } = results;
  s.dropResults(event);
  event.results = results;
  results.installed = true;
  results.held = s.kernel.heap.hold(results.object.owner);
}

export function uninstallResults(s: Store, results: ResultHandlers): void {
  if (!results.installed) throw new DispatchError('InternalError', 'these result handlers are not installed');
  s.dropResults(results.event);
  s.changed(results.event);
}
