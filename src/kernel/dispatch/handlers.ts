/** Handlers: made, installed, ordered, taken away. Everything is checked here, whatever the installer's language was. */
import { asynchronyProblem, checkGuard, checkHandler } from './check.ts';
import { type Binding, DispatchError, type Event, isEphemeral, type Placement } from './model.ts';
import { arranged, type Constraint, inserted, insertedNextTo, removed, type Side } from './order.ts';
import type { Store } from './store.ts';

export interface HandlerRequest {
  readonly event: number;
  readonly guard: number;
  readonly handler: number;
  readonly guardClosure: number;
  readonly handlerClosure: number;
  readonly placement: Placement;
  readonly cancel: boolean;
  readonly key: number;
  /** The binding's object in the heap. */
  readonly object: number;
}

/** For checking and entering a binding: who makes them without end pays. */
const BINDING_FUEL = 3000;

/** Whoever handled these would see others' keys and modules pass by. */
const CLOSED = new Set(['Auth', 'Dispatcher', 'DispatcherNative', 'Domain', 'RTCode']);

export function createBinding(s: Store, request: HandlerRequest): Binding {
  s.kernel.strands.charge(BINDING_FUEL);
  const event = s.event(request.event);
  if (event.extension === s.kernel.core?.number && CLOSED.has(event.unit))
    throw new DispatchError('AuthError', `event ${event.name} is the kernel's own: it admits no handlers`);
  const subject = { name: event.name, type: event.type };
  const handler = s.procedure(request.handler, 'the handler');
  const slot = s.handlerSlot(event, request.handler);
  const { bound, filters } = checkHandler(subject, handler, slot, s.closure(request.handlerClosure));
  const guard =
    request.guard === 0
      ? undefined
      : checkGuard(subject, s.procedure(request.guard, 'the guard'), request.guard, s.closure(request.guardClosure));
  return s.register({
    event,
    handler: bound,
    ...(guard ? { guard } : {}),
    intrinsic: false,
    placement: request.placement,
    cancel: request.cancel,
    key: request.key,
    filters,
    object: s.kernel.heap.attach(request.object),
  });
}

/** Puts the binding among the event's handlers; whoever has a say must have been asked. */
export function installBinding(s: Store, binding: Binding, next?: Constraint): void {
  const { event } = binding;
  mayBeInstalled(s, binding);
  if (next) mustBeInstalled(event, next.other);
  const constraints = next ? [...binding.constraints, next] : binding.constraints;
  // First of all, for it is soon said, and to find a place takes the longer the more there are.
  s.charge(binding);
  let handlers: Binding[];
  try {
    handlers = withConstraints(binding, constraints, () =>
      next ? insertedNextTo(event.handlers, binding, next.other, next.side) : inserted(event.handlers, binding),
    );
  } catch (error) {
    s.discharge(binding);
    throw error;
  }
  binding.constraints = constraints;
  s.enter(binding, handlers);
  s.changed(event);
}

/** Throws unless it can be installed as things are. */
export function mayBeInstalled(s: Store, binding: Binding): void {
  const { event } = binding;
  if (binding.installed)
    throw new DispatchError('InternalError', `${s.handlerName(binding)} is installed on ${event.name} already`);
  if (!s.bindings.has(binding.id)) throw new DispatchError('InvalidProcedure', `event ${event.name} was destroyed`);
  mustBeEphemeral(s, binding);
}

export function mustBeEphemeral(s: Store, binding: Binding): void {
  if (!binding.event.requiresEphemeral || isEphemeral(binding.handler.type)) return;
  throw new DispatchError(
    'AuthError',
    `${s.handlerName(binding)} is not EPHEMERAL, as the authority of event ${binding.event.name} demands`,
  );
}

function mustBeInstalled(event: Event, other: Binding): void {
  if (!other.installed || other.event !== event)
    throw new DispatchError('InvalidProcedure', `the other handler is not installed on ${event.name}`);
}

export function uninstallBinding(s: Store, binding: Binding): void {
  if (!binding.installed)
    throw new DispatchError('InternalError', `${s.handlerName(binding)} is not installed on ${binding.event.name}`);
  s.remove(binding);
  s.changed(binding.event);
}

/** From now on the handler stands before (after) the other one; it need not be installed yet. */
export function constrain(s: Store, binding: Binding, other: Binding, side: Side): void {
  if (other.event !== binding.event || other === binding)
    throw new DispatchError('InvalidProcedure', 'the other handler is not another one of the same event');
  rearrange(s, binding, { constraints: [...binding.constraints, { side, other }] });
}

/** Gives up all constraints of its own. Others may still have some on it. */
export function unconstrain(s: Store, binding: Binding): void {
  rearrange(s, binding, { constraints: [] });
}

/** Another place, as if it were installed anew. */
export function setPlacement(s: Store, binding: Binding, placement: Placement, cancel: boolean): void {
  const { event } = binding;
  const old = binding.placement;
  binding.placement = placement;
  try {
    if (binding.installed && placement !== old) event.handlers = inserted(removed(event.handlers, binding), binding);
    else if (binding.installed) event.handlers = arranged(event.handlers);
  } catch (error) {
    binding.placement = old;
    throw error;
  }
  binding.cancel = cancel;
  if (binding.installed) s.changed(event);
}

function rearrange(s: Store, binding: Binding, { constraints }: { readonly constraints: readonly Constraint[] }): void {
  const { event } = binding;
  if (binding.installed) {
    event.handlers = withConstraints(binding, constraints, () => arranged(event.handlers));
    s.changed(event);
  }
  binding.constraints = constraints;
}

/** What `make` makes while the binding has these constraints. */
function withConstraints<T>(binding: Binding, constraints: readonly Constraint[], make: () => T): T {
  const old = binding.constraints;
  binding.constraints = constraints;
  try {
    return make();
  } finally {
    binding.constraints = old;
  }
}

export function setBudget(s: Store, binding: Binding, fuel: number): void {
  if (!isEphemeral(binding.handler.type))
    throw new DispatchError(
      'TypeError',
      `only an EPHEMERAL handler can have a budget; ${s.handlerName(binding)} is not EPHEMERAL`,
    );
  binding.budget = fuel;
  if (binding.installed) s.changed(binding.event);
}

export function setAsynchronous(s: Store, target: Binding | Event, on: boolean): void {
  const event = 'event' in target ? target.event : target;
  if (on) mayBeAsynchronous(event);
  target.asynchronous = on;
  s.changed(event);
}

export function mayBeAsynchronous(event: Event): void {
  const hasDefault = event.results?.default !== undefined || (event.results?.defaultResult ?? 0) !== 0;
  const problem = asynchronyProblem(event.type, hasDefault);
  if (problem) throw new DispatchError('IllegalAsynchEvent', `${event.name} cannot be asynchronous: ${problem}`);
}
