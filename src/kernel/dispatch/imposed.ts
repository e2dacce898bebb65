/** Guards that an authority imposes on handlers. */
import { checkGuard } from './check.ts';
import { type Binding, DispatchError, type ImposedGuard } from './model.ts';
import type { Store } from './store.ts';

export interface GuardRequest {
  readonly before: number;
  readonly beforeClosure: number;
  readonly after: number;
  readonly afterClosure: number;
  /** The guard's object in the heap. */
  readonly object: number;
}

export function createGuard(s: Store, binding: Binding, request: GuardRequest): ImposedGuard {
  const subject = { name: binding.event.name, type: binding.event.type };
  const check = (slot: number, closure: number) =>
    slot === 0 ? undefined : checkGuard(subject, s.procedure(slot, 'the guard'), slot, s.closure(closure));
  const first = check(request.before, request.beforeClosure);
  const second = check(request.after, request.afterClosure);
  if (!first && !second) throw new DispatchError('InvalidProcedure', 'no guard is given');
  const guard: ImposedGuard = {
    id: s.newId(),
    binding,
    ...(first ? { before: first } : {}),
    ...(second ? { after: second } : {}),
    installed: false,
    object: s.kernel.heap.attach(request.object),
  };
  s.guards.set(guard.id, guard);
  return guard;
}

export function guardOf(s: Store, id: number): ImposedGuard {
  const guard = s.guards.get(id);
  if (guard) return guard;
  throw new DispatchError(
    'InvalidProcedure',
    'the guard was not made by the dispatcher, or what it guards was destroyed',
  );
}

export function installGuard(s: Store, guard: ImposedGuard): void {
  if (guard.installed) throw new DispatchError('InternalError', 'the guard is installed already');
  enterGuard(s, guard);
  if (guard.binding.installed) s.changed(guard.binding.event);
}

export function enterGuard(s: Store, guard: ImposedGuard): void {
  guard.installed = true;
  guard.binding.imposed.push(guard);
  guard.binding.guarding = undefined;
  guard.kept = s.kernel.heap.attach(guard.binding.object!.owner, guard.object.owner);
}

export function uninstallGuard(s: Store, guard: ImposedGuard): void {
  if (!guard.installed) throw new DispatchError('InternalError', 'the guard is not installed');
  s.dropGuard(guard);
  if (guard.binding.installed) s.changed(guard.binding.event);
}
