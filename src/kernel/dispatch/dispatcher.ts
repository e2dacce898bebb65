/**
 * The dispatcher: which handlers an event has, and what its slot therefore holds. Everything is checked here, whatever the installer's language was.
 *
 * References given (closures, keys, objects) are held while a binding is installed; before that the binding's own object in the heap holds them.
 */

import { slotName } from '../domain/slots.ts';
import type { Kernel } from '../kernel.ts';
import { QuotaError } from '../strands/quota.ts';
import type { ProcedureRT, RuntimeType } from '../types/runtime-type.ts';
import { stubCallbacks } from './callbacks.ts';
import {
  asynchronyProblem,
  type ClosureObject,
  checkDefaultHandler,
  checkGuard,
  checkHandler,
  checkResultHandler,
  type Subject,
} from './check.ts';
import { EventSlots } from './event-slots.ts';
import {
  type Binding,
  DispatchError,
  type Event,
  type ImposedGuard,
  isEphemeral,
  type Placement,
  type ResultHandlers,
} from './model.ts';
import { inserted, insertedNextTo, removed } from './order.ts';
import type { Stitched } from './stitcher.ts';

export interface HandlerRequest {
  readonly event: number;
  readonly guard: number;
  readonly handler: number;
  readonly guardClosure: number;
  readonly handlerClosure: number;
  readonly placement: Placement;
  readonly cancel: boolean;
  readonly key: number;
}

export type Place = { readonly kind: 'default' } | { readonly kind: 'before' | 'after'; readonly other: Binding };

type Counted = 'counter' | 'invoked' | 'terminated' | 'failed' | 'fuel';

export class Dispatcher {
  readonly #kernel: Kernel;
  readonly #events = new Map<number, Event>();
  readonly #bindings = new Map<number, Binding>();
  readonly #guards = new Map<number, ImposedGuard>();
  readonly #results = new Map<number, ResultHandlers>();
  readonly #interfaceAuthorizers = new Map<number, Event['authorizer']>();
  #lastId = 0;
  /** What was wrong with the last request that was refused. */
  lastProblem = '';
  readonly #slots: EventSlots;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    const imports = stubCallbacks(
      kernel,
      (id) => this.#bindings.get(id),
      (slot) => this.#slots.rebuild(this.#raised(slot)),
      (slot) => this.#slots.settle(this.#raised(slot)),
    );
    this.#slots = new EventSlots(kernel, imports);
  }

  // ---------------------------------------------------------------- finding things

  event(slot: number): Event {
    const known = this.#events.get(slot);
    if (known) return known;
    const info = this.#kernel.slots.info(slot);
    if (slot === 0) throw new DispatchError('InvalidProcedure', 'the event is NIL');
    if (!info?.type) throw new DispatchError('InvalidProcedure', 'the event is not a procedure that the kernel knows');
    if (info.kind !== 'event')
      throw new DispatchError('InvalidProcedure', `${slotName(info)} is no event: no interface exports it`);
    const intrinsic = { slot: info.intrinsic, type: info.type, closure: 0 };
    const event = {
      slot,
      name: slotName(info),
      type: info.type,
      extension: info.domain,
      unit: info.unit,
      interfaces: info.interfaces,
      handlers: [] as Binding[],
      isolated: false,
      asynchronous: false,
      requiresEphemeral: false,
      counter: this.#kernel.heap.allocateStatic(this.#account(info.domain), 8),
      cell: this.#kernel.heap.allocateStatic(this.#account(info.domain), 8),
    } as Omit<Event, 'intrinsic'> & { intrinsic?: Binding };
    event.intrinsic = this.#register({
      event: event as Event,
      handler: intrinsic,
      intrinsic: true,
      placement: 'middle',
      cancel: false,
      key: 0,
      filters: [],
    });
    event.intrinsic.installed = true;
    event.handlers = [event.intrinsic];
    this.#events.set(slot, event as Event);
    return event as Event;
  }

  binding(id: number): Binding {
    const binding = this.#bindings.get(id);
    if (!binding)
      throw new DispatchError(
        'InvalidProcedure',
        id === 0
          ? 'the binding was not made by Dispatcher.Create'
          : 'the binding is of an event or handler that was destroyed',
      );
    return binding;
  }

  guard(id: number): ImposedGuard {
    const guard = this.#guards.get(id);
    if (!guard)
      throw new DispatchError(
        'InvalidProcedure',
        'the guard was not made by the dispatcher, or what it guards was destroyed',
      );
    return guard;
  }

  results(id: number): ResultHandlers {
    const results = this.#results.get(id);
    if (!results)
      throw new DispatchError(
        'InvalidProcedure',
        'the result handlers were not made by the dispatcher, or their event was destroyed',
      );
    return results;
  }

  /** How often a handler was invoked. */
  invocations(binding: Binding): number {
    return this.#slots.invocations(binding);
  }

  /** From now on the fuel that handlers use is measured, for events that get handlers from now on. */
  measure(): void {
    this.#slots.profile = true;
  }

  *events(): Generator<Event> {
    yield* this.#events.values();
  }

  // ---------------------------------------------------------------- handlers

  create(request: HandlerRequest): Binding {
    const event = this.event(request.event);
    const subject = { name: event.name, type: event.type };
    const handler = this.#procedure(request.handler, 'the handler');
    const { bound, filters } = checkHandler(subject, handler, request.handler, this.#closure(request.handlerClosure));
    const guard =
      request.guard === 0
        ? undefined
        : checkGuard(
            subject,
            this.#procedure(request.guard, 'the guard'),
            request.guard,
            this.#closure(request.guardClosure),
          );
    return this.#register({
      event,
      handler: bound,
      ...(guard ? { guard } : {}),
      intrinsic: false,
      placement: request.placement,
      cancel: request.cancel,
      key: request.key,
      filters,
    });
  }

  /** Puts the binding among the event's handlers; whoever has a say must have been asked. */
  install(binding: Binding, object: number, place: Place = { kind: 'default' }): void {
    const { event } = binding;
    if (binding.installed) throw new DispatchError('InternalError', `a handler of ${event.name} is installed already`);
    if (!this.#bindings.has(binding.id))
      throw new DispatchError('InvalidProcedure', `event ${event.name} was destroyed`);
    if (event.requiresEphemeral && !isEphemeral(binding.handler.type)) {
      throw new DispatchError('AuthError', `event ${event.name} admits only EPHEMERAL handlers`);
    }
    if (place.kind !== 'default' && (!place.other.installed || place.other.event !== event))
      throw new DispatchError('InvalidProcedure', `the other handler is not installed on ${event.name}`);
    this.#charge(binding);
    if (place.kind === 'default') event.handlers = inserted(event.handlers, binding);
    else event.handlers = insertedNextTo(event.handlers, binding, place.other, place.kind);
    binding.installed = true;
    if (object !== 0) binding.held ??= this.#kernel.heap.roots.hold(object);
    this.refresh(event);
  }

  uninstall(binding: Binding): void {
    if (!binding.installed)
      throw new DispatchError('InternalError', `this handler of ${binding.event.name} is not installed`);
    this.#remove(binding);
    this.refresh(binding.event);
  }

  /** All or nothing; a raise sees the old handlers or the new ones. */
  swap(remove: readonly Binding[], add: readonly { binding: Binding; object: number }[]): void {
    for (const b of remove)
      if (!b.installed)
        throw new DispatchError('InternalError', `a handler of ${b.event.name} that is to be removed is not installed`);
    for (const { binding } of add) {
      if (binding.installed && !remove.includes(binding))
        throw new DispatchError('InternalError', `a handler of ${binding.event.name} that is to be added is installed`);
      if (binding.event.requiresEphemeral && !isEphemeral(binding.handler.type))
        throw new DispatchError('AuthError', `event ${binding.event.name} admits only EPHEMERAL handlers`);
    }
    if (new Set(remove).size < remove.length || new Set(add.map((a) => a.binding)).size < add.length)
      throw new DispatchError('InternalError', 'a handler is named twice');
    // One that takes another's place on the same event stands where that stood.
    const rest = [...add];
    for (const old of remove) {
      const at = rest.findIndex((a) => a.binding.event === old.event && a.binding.placement === old.placement);
      if (at >= 0) {
        const [{ binding, object }] = rest.splice(at, 1) as [{ binding: Binding; object: number }];
        this.#charge(binding, 1);
        old.event.handlers = insertedNextTo(old.event.handlers, binding, old, 'after');
        binding.installed = true;
        binding.held ??= this.#kernel.heap.roots.hold(object);
      }
      if (old !== rest[at]?.binding) this.#remove(old);
      this.refresh(old.event);
    }
    for (const { binding, object } of rest) this.install(binding, object);
  }

  setBudget(binding: Binding, fuel: number): void {
    if (!isEphemeral(binding.handler.type))
      throw new DispatchError(
        'TypeError',
        `only an EPHEMERAL handler can have a budget; ${this.#kernel.slots.info(binding.handler.slot)?.procedure ?? 'this one'} is not`,
      );
    binding.budget = fuel;
    if (binding.installed) this.refresh(binding.event);
  }

  setAsynchronous(target: Binding | Event, on: boolean): void {
    const event = 'event' in target ? target.event : target;
    if (on) {
      const problem = asynchronyProblem(
        event.type,
        event.results?.default !== undefined || (event.results?.defaultResult ?? 0) !== 0,
      );
      if (problem) throw new DispatchError('IllegalAsynchEvent', `${event.name} cannot be asynchronous: ${problem}`);
    }
    target.asynchronous = on;
    this.refresh(event);
  }

  // ---------------------------------------------------------------- imposed guards

  createGuard(
    binding: Binding,
    before: number,
    beforeClosure: number,
    after: number,
    afterClosure: number,
  ): ImposedGuard {
    const subject = { name: binding.event.name, type: binding.event.type };
    const check = (slot: number, closure: number) =>
      slot === 0 ? undefined : checkGuard(subject, this.#procedure(slot, 'the guard'), slot, this.#closure(closure));
    const [first, second] = [check(before, beforeClosure), check(after, afterClosure)];
    if (!first && !second) throw new DispatchError('InvalidProcedure', 'no guard is given');
    const guard: ImposedGuard = {
      id: ++this.#lastId,
      binding,
      ...(first ? { before: first } : {}),
      ...(second ? { after: second } : {}),
      installed: false,
    };
    this.#guards.set(guard.id, guard);
    return guard;
  }

  installGuard(guard: ImposedGuard, object: number): void {
    if (guard.installed) throw new DispatchError('InternalError', 'the guard is installed already');
    guard.installed = true;
    guard.binding.imposed.push(guard);
    guard.held = this.#kernel.heap.roots.hold(object);
    if (guard.binding.installed) this.refresh(guard.binding.event);
  }

  uninstallGuard(guard: ImposedGuard): void {
    if (!guard.installed) throw new DispatchError('InternalError', 'the guard is not installed');
    this.#dropGuard(guard);
    if (guard.binding.installed) this.refresh(guard.binding.event);
  }

  // ---------------------------------------------------------------- results

  createResults(
    event: Event,
    result: number,
    resultClosure: number,
    fallback: number,
    fallbackClosure: number,
    defaultResult: number,
  ): ResultHandlers {
    const subject = { name: event.name, type: event.type };
    const fold =
      result === 0
        ? undefined
        : checkResultHandler(
            subject,
            this.#procedure(result, 'the result handler'),
            result,
            this.#closure(resultClosure),
          );
    const standIn =
      fallback === 0
        ? undefined
        : checkDefaultHandler(
            subject,
            this.#procedure(fallback, 'the default handler'),
            fallback,
            this.#closure(fallbackClosure),
          );
    if (defaultResult !== 0) {
      const type = this.#closure(defaultResult).type;
      if (!event.type.result || type?.kind !== 'ref' || type.target !== event.type.result) {
        throw new DispatchError(
          'TypeError',
          `the default result of event ${event.name} is not a REF to its result type`,
        );
      }
    }
    const results: ResultHandlers = {
      id: ++this.#lastId,
      event,
      ...(fold ? { result: fold } : {}),
      ...(standIn ? { default: standIn } : {}),
      defaultResult,
      installed: false,
    };
    this.#results.set(results.id, results);
    return results;
  }

  installResults(results: ResultHandlers, object: number): void {
    const { event } = results;
    if (results.installed) throw new DispatchError('InternalError', 'these result handlers are installed already');
    if (event.results) this.#dropResults(event);
    event.results = results;
    results.installed = true;
    results.held = this.#kernel.heap.roots.hold(object);
    this.refresh(event);
  }

  uninstallResults(results: ResultHandlers): void {
    if (!results.installed) throw new DispatchError('InternalError', 'these result handlers are not installed');
    this.#dropResults(results.event);
    this.refresh(results.event);
  }

  // ---------------------------------------------------------------- authority

  /** Whether a module (its object is `module`) implements the event. */
  requireAuthority(event: Event, unit: { extension: number; name: string; kind: string } | undefined): void {
    if (unit?.kind === 'module' && unit.extension === event.extension && unit.name === event.unit) return;
    throw new DispatchError(
      'AuthError',
      `only the module that implements ${event.name} may do that; it shows THIS_MODULE()`,
    );
  }

  setAuthorizer(event: Event, object: number): void {
    event.authorizer?.held.release();
    if (object === 0) event.authorizer = undefined;
    else event.authorizer = { held: this.#kernel.heap.roots.hold(object) };
  }

  /** For all events of the interface with that identity, and for links against it. */
  setInterfaceAuthorizer(identity: number, object: number): void {
    this.#interfaceAuthorizers.get(identity)?.held.release();
    if (object === 0) this.#interfaceAuthorizers.delete(identity);
    else this.#interfaceAuthorizers.set(identity, { held: this.#kernel.heap.roots.hold(object) });
  }

  /** References of the Auth.T objects that have a say on handlers of the event. */
  authorizersOf(event: Event): number[] {
    const found = event.authorizer ? [event.authorizer.held.ref] : [];
    const extension = this.#kernel.extensions.get(event.extension);
    for (const name of event.interfaces) {
      const identity = extension?.interfaces.get(name);
      const authorizer = identity === undefined ? undefined : this.#interfaceAuthorizers.get(identity);
      if (authorizer) found.push(authorizer.held.ref);
    }
    return found;
  }

  // ---------------------------------------------------------------- slots

  /** Makes the event's slot right for the handlers that it has now. */
  refresh(event: Event): void {
    this.#slots.changed(event);
  }

  #raised(slot: number): Event {
    const event = this.#events.get(slot);
    if (!event) throw this.#kernel.faults.make('ProtectionFault', 'the event was destroyed');
    return event;
  }

  /** Generated code with places in the source. */
  stubs(): Iterable<Stitched> {
    return this.#slots.stubs();
  }

  /** Uninstalls everything that the extension has a part in: its handlers and guards on others' events, and its own events. */
  removeExtension(extension: number): void {
    const { slots } = this.#kernel;
    const gone = (slot: number | undefined): boolean => slot !== undefined && slots.info(slot)?.domain === extension;
    const changed = new Set<Event>();
    this.#slots.code.forget();
    for (const guard of [...this.#guards.values()]) {
      if (gone(guard.before?.slot) || gone(guard.after?.slot) || guard.binding.event.extension === extension) {
        // A guard that its authority took along must not open what it closed.
        if (guard.installed && guard.binding.event.extension !== extension && guard.binding.installed)
          this.#remove(guard.binding);
        changed.add(guard.binding.event);
        if (guard.installed) this.#dropGuard(guard);
        this.#guards.delete(guard.id);
      }
    }
    for (const binding of [...this.#bindings.values()]) {
      if (!gone(binding.handler.slot) && !gone(binding.guard?.slot) && binding.event.extension !== extension) continue;
      if (binding.installed) this.#remove(binding);
      changed.add(binding.event);
      this.#bindings.delete(binding.id);
    }
    for (const results of [...this.#results.values()]) {
      if (!gone(results.result?.slot) && !gone(results.default?.slot) && results.event.extension !== extension)
        continue;
      if (results.installed) this.#dropResults(results.event);
      changed.add(results.event);
      this.#results.delete(results.id);
    }
    for (const event of [...this.#events.values()]) {
      if (event.extension !== extension) continue;
      this.setAuthorizer(event, 0);
      this.#slots.forget(event);
      this.#events.delete(event.slot);
      changed.delete(event);
    }
    for (const identity of this.#kernel.extensions.get(extension)?.interfaces.values() ?? [])
      this.setInterfaceAuthorizer(identity, 0);
    for (const event of changed) this.refresh(event);
  }

  // ---------------------------------------------------------------- small things

  /** Who pays for what is made on behalf of the extension. */
  #account(extension: number): number {
    return this.#kernel.extensions.get(extension)?.account ?? 0;
  }

  #register(fields: Omit<Binding, 'id' | 'imposed' | 'installed' | 'asynchronous' | Counted>): Binding {
    const binding: Binding = {
      ...fields,
      id: ++this.#lastId,
      imposed: [],
      installed: false,
      asynchronous: false,
      counter: 0,
      invoked: 0,
      terminated: 0,
      failed: 0,
      fuel: 0,
    };
    this.#bindings.set(binding.id, binding);
    return binding;
  }

  /** The handler's domain may have so many installed, and `spare` more where another one goes at the same time. */
  #charge(binding: Binding, spare = 0): void {
    if (binding.intrinsic || binding.charged !== undefined) return;
    const { quotas, slots } = this.#kernel;
    const account = this.#account(slots.info(binding.handler.slot)?.domain ?? 0);
    const full = quotas.take(account, 'handlers', spare);
    if (full) throw new QuotaError(full, 'handlers');
    binding.charged = account;
  }

  #discharge(binding: Binding): void {
    if (binding.charged !== undefined) this.#kernel.quotas.giveBack(binding.charged, 'handlers');
    binding.charged = undefined;
  }

  /** Leaves `installed` and the held object; the caller refreshes the event. */
  #remove(binding: Binding): void {
    binding.event.handlers = removed(binding.event.handlers, binding);
    binding.installed = false;
    this.#slots.giveBack(binding);
    this.#discharge(binding);
    if (!binding.intrinsic) {
      binding.held?.release();
      binding.held = undefined;
    }
  }

  #dropGuard(guard: ImposedGuard): void {
    guard.installed = false;
    guard.binding.imposed.splice(guard.binding.imposed.indexOf(guard), 1);
    guard.held?.release();
    guard.held = undefined;
  }

  #dropResults(event: Event): void {
    const results = event.results;
    if (!results) return;
    event.results = undefined;
    results.installed = false;
    results.held?.release();
    results.held = undefined;
  }

  #procedure(slot: number, what: string): Subject & { type: ProcedureRT } {
    const info = this.#kernel.slots.info(slot);
    if (slot === 0) throw new DispatchError('InvalidProcedure', `${what} is NIL`);
    if (!info?.type || info.nested) throw new DispatchError('InvalidProcedure', `${what} is not a top-level procedure`);
    return { name: slotName(info), type: info.type };
  }

  #closure(ref: number): ClosureObject {
    return { ref, type: ref === 0 ? undefined : this.typeOf(ref) };
  }

  /** The type that an object was made with. */
  typeOf(ref: number): RuntimeType | undefined {
    return this.#kernel.types.byTypecode(this.#kernel.access.typecodeOf(ref));
  }
}
