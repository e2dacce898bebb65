/**
 * Everything that the dispatcher knows, by number, and the steps that keep it consistent. What is asked for is checked elsewhere.
 *
 * References given (closures, keys, objects) are held while a binding is installed; else the binding's own object in the heap holds them. What is not installed
 * is forgotten when its object is collected: nobody can name it any more.
 */
import { slotName } from '../domain/slots.ts';
import type { Handle } from '../heap/roots.ts';
import type { Kernel } from '../kernel.ts';
import { QuotaError } from '../strands/quota.ts';
import type { ProcedureRT, RuntimeType } from '../types/runtime-type.ts';
import { stubCallbacks } from './callbacks.ts';
import type { ClosureObject, Subject } from './check.ts';
import { EventSlots } from './event-slots.ts';
import {
  type Authorizer,
  type Binding,
  type BindingFields,
  DispatchError,
  type Event,
  type ImposedGuard,
  type ResultHandlers,
} from './model.ts';
import { removed } from './order.ts';

export class Store {
  readonly kernel: Kernel;
  readonly slots: EventSlots;
  readonly events = new Map<number, Event>();
  readonly bindings = new Map<number, Binding>();
  readonly guards = new Map<number, ImposedGuard>();
  readonly results = new Map<number, ResultHandlers>();
  /** By identity of the interface. */
  readonly interfaceAuthorizers = new Map<number, Authorizer>();
  /** Procedures that the kernel has made of others. */
  linears: { readonly slot: number; readonly target: number; readonly closure: Handle | undefined }[] = [];
  #lastId = 0;

  constructor(kernel: Kernel) {
    this.kernel = kernel;
    const raised = (slot: number): Event => {
      const event = this.events.get(slot);
      if (!event) throw kernel.faults.make('ProtectionFault', 'the event was destroyed');
      return event;
    };
    const imports = stubCallbacks(
      kernel,
      (id) => this.bindings.get(id),
      (slot) => this.slots.rebuild(raised(slot)),
      (slot) => this.slots.settle(raised(slot)),
    );
    this.slots = new EventSlots(kernel, imports);
    kernel.heap.afterCollection.push(() => this.#forget());
  }

  newId(): number {
    return ++this.#lastId;
  }

  // ---------------------------------------------------------------- finding things

  event(slot: number): Event {
    const known = this.events.get(slot);
    if (known) return known;
    const info = this.kernel.slots.info(slot);
    if (slot === 0) throw new DispatchError('InvalidProcedure', 'the event is NIL');
    if (!info?.type) throw new DispatchError('InvalidProcedure', 'the event is not a procedure that the kernel knows');
    if (info.kind !== 'event')
      throw new DispatchError('InvalidProcedure', `${slotName(info)} is no event: no interface exports it`);
    if (this.kernel.extensions.get(info.domain)?.state === 'destroyed')
      throw new DispatchError('InvalidProcedure', `event ${slotName(info)} is of a domain that was destroyed`);
    return this.addEvent({
      slot,
      name: slotName(info),
      type: info.type,
      extension: info.domain,
      unit: info.unit,
      interfaces: info.interfaces,
      intrinsic: info.intrinsic,
    });
  }

  addEvent(
    fields: Pick<Event, 'slot' | 'name' | 'type' | 'extension' | 'unit' | 'interfaces'> & {
      readonly intrinsic: number;
    },
  ): Event {
    const account = this.account(fields.extension);
    const event = {
      ...fields,
      handlers: [] as Binding[],
      isolated: false,
      asynchronous: false,
      requiresEphemeral: false,
      counter: this.kernel.heap.allocateStatic(account, 8),
      cell: this.kernel.heap.allocateStatic(account, 8),
    } as unknown as Omit<Event, 'intrinsic'> & { intrinsic: Binding };
    event.intrinsic = this.register({
      event,
      handler: { slot: fields.intrinsic, type: fields.type, closure: 0 },
      intrinsic: true,
      placement: 'middle',
      cancel: false,
      key: 0,
      filters: [],
    });
    event.intrinsic.installed = true;
    event.handlers = [event.intrinsic];
    this.events.set(event.slot, event);
    return event;
  }

  binding(id: number): Binding {
    const binding = this.bindings.get(id);
    if (binding) return binding;
    throw new DispatchError(
      'InvalidProcedure',
      id === 0
        ? 'the binding was not made by Dispatcher.Create'
        : 'the binding is of an event or handler that was destroyed',
    );
  }

  procedure(slot: number, what: string): Subject & { type: ProcedureRT } {
    const info = this.kernel.slots.info(slot);
    if (slot === 0) throw new DispatchError('InvalidProcedure', `${what} is NIL`);
    if (!info?.type || info.nested) throw new DispatchError('InvalidProcedure', `${what} is not a top-level procedure`);
    if (this.kernel.extensions.get(info.domain)?.state === 'destroyed')
      throw new DispatchError('InvalidProcedure', `${what} ${slotName(info)} is of a domain that was destroyed`);
    return { name: slotName(info), type: info.type };
  }

  /** Where a handler's code is: an event that handles itself does what its own procedure does, and is not raised again. */
  handlerSlot(event: Event, slot: number): number {
    return slot === event.slot ? event.intrinsic.handler.slot : slot;
  }

  closure(ref: number): ClosureObject {
    return { ref, type: ref === 0 ? undefined : this.typeOf(ref) };
  }

  /** The type that an object was made with. */
  typeOf(ref: number): RuntimeType | undefined {
    return this.kernel.types.byTypecode(this.kernel.access.typecodeOf(ref));
  }

  /** Who pays for what is made on behalf of the extension. */
  account(extension: number): number {
    return this.kernel.extensions.get(extension)?.account ?? 0;
  }

  /** `Unit.Procedure` of the handler and the domain that it is of. */
  handlerName(binding: Binding): string {
    const info = this.kernel.slots.info(binding.handler.slot);
    if (!info) return 'a handler';
    return `${slotName(info)} of domain ${this.kernel.extensions.get(info.domain)?.name ?? '?'}`;
  }

  // ---------------------------------------------------------------- steps

  register(fields: BindingFields): Binding {
    const binding: Binding = {
      ...fields,
      id: this.newId(),
      constraints: [],
      imposed: [],
      installed: false,
      asynchronous: false,
      counter: 0,
      invoked: 0,
      terminated: 0,
      failed: 0,
      fuel: 0,
    };
    this.bindings.set(binding.id, binding);
    return binding;
  }

  /** The event's slot must hold what is right for the handlers that it has now. */
  changed(event: Event): void {
    this.slots.changed(event);
    if (event.alias) this.slots.changed(event.alias);
  }

  /** Into the list of handlers, which is given. */
  enter(binding: Binding, handlers: readonly Binding[]): void {
    binding.event.handlers = handlers;
    binding.installed = true;
    if (binding.object) binding.held ??= this.kernel.heap.hold(binding.object.owner);
  }

  /** Out of the list of handlers; the caller says that the event has changed. */
  remove(binding: Binding): void {
    binding.event.handlers = removed(binding.event.handlers, binding);
    this.left(binding);
  }

  /** It is not in the list any more. */
  left(binding: Binding): void {
    binding.installed = false;
    this.slots.giveBack(binding);
    this.discharge(binding);
    if (binding.intrinsic) return;
    binding.held?.release();
    binding.held = undefined;
  }

  dropGuard(guard: ImposedGuard): void {
    guard.installed = false;
    guard.binding.imposed.splice(guard.binding.imposed.indexOf(guard), 1);
    guard.binding.guarding = undefined;
    guard.kept?.release();
    guard.kept = undefined;
  }

  dropResults(event: Event): void {
    const { results } = event;
    if (!results) return;
    event.results = undefined;
    results.installed = false;
    results.held?.release();
    results.held = undefined;
  }

  /** What is not installed, and in nobody's hands. */
  #forget(): void {
    const gone = new Set<Binding>();
    for (const b of this.bindings.values()) if (b.object?.owner === 0 && !b.installed) gone.add(b);
    for (const b of gone) this.bindings.delete(b.id);
    if (gone.size > 0) {
      for (const b of this.bindings.values())
        if (b.constraints.some((c) => gone.has(c.other)))
          b.constraints = b.constraints.filter((c) => !gone.has(c.other));
    }
    for (const g of this.guards.values())
      if (gone.has(g.binding) || (g.object.owner === 0 && !g.installed)) this.guards.delete(g.id);
    for (const r of this.results.values()) if (r.object.owner === 0 && !r.installed) this.results.delete(r.id);
  }

  /** The handler's domain may have so many installed, and `spare` more where others go at the same time. */
  charge(binding: Binding, spare = 0): void {
    if (binding.intrinsic || binding.charged !== undefined) return;
    const { quotas, slots } = this.kernel;
    const account = this.account(slots.info(binding.handler.slot)?.domain ?? 0);
    const full = quotas.take(account, 'handlers', spare);
    if (full) throw new QuotaError(full, 'handlers');
    binding.charged = account;
  }

  discharge(binding: Binding): void {
    if (binding.charged !== undefined) this.kernel.quotas.giveBack(binding.charged, 'handlers');
    binding.charged = undefined;
  }
}
