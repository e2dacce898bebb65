/**
 * Who may decide on an event: the module that implements it, when it says so itself.
 *
 * `THIS_MODULE()` is an object, and objects can be handed on. So showing it is not enough: the call must come from code of the domain that the module is in. Whoever is given another's
 * module can find out with it who that was, and nothing else.
 */
import { type Binding, DispatchError, type Event } from './model.ts';
import type { Store } from './store.ts';

/** What is shown, and who shows it. */
export interface Claim {
  /** The unit whose `RTCode.Module` is shown. */
  readonly unit: { readonly extension: number; readonly name: string; readonly kind: string } | undefined;
  /** Number of the extension whose code has called the kernel; undefined if it cannot be told. */
  readonly caller: number | undefined;
}

export function requireAuthority(s: Store, event: Event, { unit, caller }: Claim): void {
  if (unit?.kind !== 'module' || unit.extension !== event.extension || unit.name !== event.unit) {
    throw new DispatchError(
      'AuthError',
      `only the module that implements ${event.name} may do that; it shows THIS_MODULE(), not ${unit ? `that of ${unit.name}` : 'NIL'}`,
    );
  }
  requireOwn(s, unit, caller);
}

/** The module shown must be one of the caller's. */
export function requireOwn(s: Store, unit: { extension: number; name: string }, caller: number | undefined): void {
  if (caller === unit.extension) return;
  const who = caller === undefined ? undefined : s.kernel.extensions.get(caller)?.name;
  throw new DispatchError(
    'AuthError',
    `${who === undefined ? 'the caller' : `domain ${who}`} shows the module ${unit.name}, which is not one of its own`,
  );
}

export function requireUnclaimed(binding: Binding, authorized: boolean, what: string): void {
  if (!binding.intrinsic || !authorized) return;
  throw new DispatchError('AuthError', `event ${binding.event.name} has an authority; only that may ${what}`);
}
