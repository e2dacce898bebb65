/**
 * The dispatcher: which handlers an event has, and what its slot therefore holds. What the rest of the kernel does with events it does by this class.
 */
import type { Kernel } from '../kernel.ts';
import { assignTo, asynchronousAlias, linear } from './aliases.ts';
import { type Claim, requireAuthority, requireOwn, requireUnclaimed } from './authority.ts';
import { describe, type EventDescription } from './describe.ts';
import * as handlers from './handlers.ts';
import * as imposed from './imposed.ts';
import type { Binding, Event, ImposedGuard, Placement, ResultHandlers } from './model.ts';
import type { Constraint, Side } from './order.ts';
import { removeExtension } from './removal.ts';
import * as results from './results.ts';
import { Store } from './store.ts';
import type { Stitched } from './stub/stitcher.ts';
import { perform, type Swap } from './swap.ts';

export class Dispatcher {
  readonly #s: Store;
  /** What was wrong with the last request that was refused. */
  lastProblem = '';

  constructor(kernel: Kernel) {
    this.#s = new Store(kernel);
  }

  // ---------------------------------------------------------------- finding things

  event(slot: number): Event {
    return this.#s.event(slot);
  }
  binding(id: number): Binding {
    return this.#s.binding(id);
  }
  guard(id: number): ImposedGuard {
    return imposed.guardOf(this.#s, id);
  }
  results(id: number): ResultHandlers {
    return results.resultsOf(this.#s, id);
  }
  *events(): Generator<Event> {
    yield* this.#s.events.values();
  }
  describe(): EventDescription[] {
    return describe(this.#s);
  }
  /** How much the books hold. */
  counts(): { readonly events: number; readonly bindings: number; readonly guards: number; readonly results: number } {
    const { events, bindings, guards, results } = this.#s;
    return { events: events.size, bindings: bindings.size, guards: guards.size, results: results.size };
  }
  /** The object that stands for the event's intrinsic handler from now on, unless there is one. */
  holdIntrinsic({ intrinsic }: Event, object: number): void {
    const { heap } = this.#s.kernel;
    intrinsic.object ??= heap.attach(object);
    intrinsic.held ??= heap.hold(object);
  }
  invocations(binding: Binding): number {
    return this.#s.slots.invocations(binding);
  }
  handlerName(binding: Binding): string {
    return this.#s.handlerName(binding);
  }
  /** Generated code with places in the source. */
  stubs(): Iterable<Stitched> {
    return this.#s.slots.stubs();
  }
  /** From now on handlers' fuel is measured; to be said before events are raised. */
  measure(): void {
    this.#s.slots.profile = true;
  }

  // ---------------------------------------------------------------- handlers

  create(request: handlers.HandlerRequest): Binding {
    return handlers.createBinding(this.#s, request);
  }
  install(binding: Binding, next?: Constraint): void {
    handlers.installBinding(this.#s, binding, next);
  }
  uninstall(binding: Binding): void {
    handlers.uninstallBinding(this.#s, binding);
  }
  constrain(binding: Binding, other: Binding, side: Side): void {
    handlers.constrain(this.#s, binding, other, side);
  }
  unconstrain(binding: Binding): void {
    handlers.unconstrain(this.#s, binding);
  }
  setPlacement(binding: Binding, placement: Placement, cancel: boolean): void {
    handlers.setPlacement(this.#s, binding, placement, cancel);
  }
  setBudget(binding: Binding, fuel: number): void {
    handlers.setBudget(this.#s, binding, fuel);
  }
  setAsynchronous(target: Binding | Event, on: boolean): void {
    handlers.setAsynchronous(this.#s, target, on);
  }
  setIsolated(event: Event, isolated: boolean): void {
    event.isolated = isolated;
    this.#s.changed(event);
  }
  swap(swap: Swap): void {
    perform(this.#s, swap);
  }
  alias(event: Event): number {
    return asynchronousAlias(this.#s, event);
  }
  linear(target: number, count: number, closure: number): number {
    return linear(this.#s, target, count, closure);
  }

  assignTo(value: number, into: number): void {
    assignTo(this.#s, value, into);
  }

  // ---------------------------------------------------------------- guards, results

  createGuard(binding: Binding, request: imposed.GuardRequest): ImposedGuard {
    return imposed.createGuard(this.#s, binding, request);
  }
  installGuard(guard: ImposedGuard): void {
    imposed.installGuard(this.#s, guard);
  }
  uninstallGuard(guard: ImposedGuard): void {
    imposed.uninstallGuard(this.#s, guard);
  }
  createResults(event: Event, request: results.ResultsRequest): ResultHandlers {
    return results.createResults(this.#s, event, request);
  }
  installResults(r: ResultHandlers): void {
    results.installResults(this.#s, r);
  }
  uninstallResults(r: ResultHandlers): void {
    results.uninstallResults(this.#s, r);
  }

  // ---------------------------------------------------------------- authority

  /** Throws unless whoever claims it implements the event. */
  requireAuthority(event: Event, claim: Claim): void {
    requireAuthority(this.#s, event, claim);
  }
  requireOwn(unit: { extension: number; name: string }, caller: number | undefined): void {
    requireOwn(this.#s, unit, caller);
  }
  /** Throws if the binding is the original handler of an event with an authority, which nobody else may touch. */
  requireUnclaimed(binding: Binding, what: string): void {
    requireUnclaimed(binding, this.authorizersOf(binding.event).length > 0, what);
  }

  setAuthorizer(event: Event, object: number): void {
    event.authorizer?.held.release();
    event.authorizer = object === 0 ? undefined : { held: this.#s.kernel.heap.roots.hold(object) };
  }

  /** For all events of the interface with that identity, and for links against it. */
  setInterfaceAuthorizer(identity: number, object: number): void {
    const { interfaceAuthorizers, kernel } = this.#s;
    interfaceAuthorizers.get(identity)?.held.release();
    if (object === 0) interfaceAuthorizers.delete(identity);
    else interfaceAuthorizers.set(identity, { held: kernel.heap.roots.hold(object) });
  }

  /** The Auth.T objects that have a say on handlers of the event, and of what they are the authorizer. */
  authorizersOf(event: Event): { readonly object: number; readonly of: string }[] {
    const found = event.authorizer ? [{ object: event.authorizer.held.ref, of: `event ${event.name}` }] : [];
    const extension = this.#s.kernel.extensions.get(event.extension);
    for (const name of event.interfaces) {
      const identity = extension?.interfaces.get(name);
      const authorizer = identity === undefined ? undefined : this.#s.interfaceAuthorizers.get(identity);
      if (authorizer) found.push({ object: authorizer.held.ref, of: `interface ${name}` });
    }
    return found;
  }

  /** Uninstalls everything that the extension has a part in: its handlers and guards on others' events, and its own events. */
  removeExtension(extension: number): void {
    removeExtension(this.#s, extension, (identity) => this.setInterfaceAuthorizer(identity, 0));
  }
}
