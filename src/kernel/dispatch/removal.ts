/** What goes with an extension: its handlers and guards on others' events, and its own events. */
import type { Event } from './model.ts';
import type { Store } from './store.ts';

export function removeExtension(s: Store, extension: number, setInterfaceAuthorizer: (identity: number) => void): void {
  const { slots, extensions } = s.kernel;
  const gone = (slot: number | undefined): boolean => slot !== undefined && slots.info(slot)?.domain === extension;
  const changed = new Set<Event>();
  s.slots.forgetCode(extension);
  for (const guard of [...s.guards.values()]) {
    const own = guard.binding.event.extension === extension;
    if (!own && !gone(guard.before?.slot) && !gone(guard.after?.slot)) continue;
    // A guard that its authority took along must not open what it closed.
    if (guard.installed && !own && guard.binding.installed) s.remove(guard.binding);
    changed.add(guard.binding.event);
    if (guard.installed) s.dropGuard(guard);
    s.guards.delete(guard.id);
  }
  for (const binding of [...s.bindings.values()]) {
    if (!gone(binding.handler.slot) && !gone(binding.guard?.slot) && binding.event.extension !== extension) continue;
    if (binding.installed) s.remove(binding);
    binding.held?.release();
    changed.add(binding.event);
    s.bindings.delete(binding.id);
  }
  for (const results of [...s.results.values()]) {
    if (!gone(results.result?.slot) && !gone(results.default?.slot) && results.event.extension !== extension) continue;
    if (results.installed) s.dropResults(results.event);
    changed.add(results.event);
    s.results.delete(results.id);
  }
  for (const event of [...s.events.values()]) {
    if (event.extension !== extension) continue;
    event.authorizer?.held.release();
    event.authorizer = undefined;
    s.slots.forget(event);
    s.events.delete(event.slot);
    changed.delete(event);
  }
  for (const l of s.linears) if (gone(l.target)) l.closure?.release();
  s.linears = s.linears.filter((l) => !gone(l.target));
  for (const identity of extensions.get(extension)?.interfaces.values() ?? []) setInterfaceAuthorizer(identity);
  for (const event of changed) s.changed(event);
}
