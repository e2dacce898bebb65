/** Who handles what: the dispatcher's state for people and tools. */
import { slotName } from '../domain/slots.ts';
import type { Binding, Bound, Event } from './model.ts';
import type { Store } from './store.ts';

export interface EventDescription {
  /** `Unit.Procedure`. */
  readonly name: string;
  readonly domain: string;
  /** Raises that did not go straight to the intrinsic handler. */
  readonly raises: number;
  readonly asynchronous: boolean;
  readonly isolated: boolean;
  readonly resultHandler?: string;
  readonly defaultHandler?: string;
  /** In the order of invocation. */
  readonly handlers: readonly HandlerDescription[];
}

export interface HandlerDescription {
  readonly name: string;
  readonly domain: string;
  readonly intrinsic: boolean;
  readonly placement: 'first' | 'middle' | 'last';
  readonly cancel: boolean;
  readonly asynchronous: boolean;
  readonly filter: boolean;
  readonly budget?: number;
  /** In the order in which they are asked. */
  readonly guards: readonly GuardDescription[];
  readonly invocations: number;
  readonly terminations: number;
  readonly failures: number;
  /** Used by invocations that returned; only counted while the dispatcher measures. */
  readonly fuel: number;
}

export interface GuardDescription {
  readonly name: string;
  readonly domain: string;
  readonly imposed: boolean;
  /** What it compares with which constants, if the dispatcher can see it. */
  readonly values?: readonly bigint[];
}

/** Events whose handlers somebody has asked about or changed. */
export function describe(s: Store): EventDescription[] {
  return [...s.events.values()].map((e) => describeEvent(s, e));
}

function describeEvent(s: Store, e: Event): EventDescription {
  const { results } = e;
  return {
    name: e.name,
    domain: s.kernel.extensions.get(e.extension)?.name ?? '',
    raises: Number(s.kernel.access.view.getBigInt64(e.counter, true)),
    asynchronous: e.asynchronous,
    isolated: e.isolated,
    ...(results?.result ? { resultHandler: procedure(s, results.result).name } : {}),
    ...(results?.default ? { defaultHandler: procedure(s, results.default).name } : {}),
    handlers: e.handlers.map((b) => describeHandler(s, b)),
  };
}

function describeHandler(s: Store, b: Binding): HandlerDescription {
  const installed = b.imposed.filter((g) => g.installed);
  return {
    ...procedure(s, b.handler),
    intrinsic: b.intrinsic,
    placement: b.placement,
    cancel: b.cancel,
    asynchronous: b.asynchronous,
    filter: b.filters.length > 0,
    ...(b.budget === undefined ? {} : { budget: b.budget }),
    guards: [
      ...installed.flatMap((g) => (g.before ? [describeGuard(s, g.before, true)] : [])),
      ...(b.guard ? [describeGuard(s, b.guard, false)] : []),
      ...installed.flatMap((g) => (g.after ? [describeGuard(s, g.after, true)] : [])),
    ],
    invocations: s.slots.invocations(b),
    terminations: b.terminated,
    failures: b.failed,
    fuel: b.fuel,
  };
}

function describeGuard(s: Store, guard: Bound, imposed: boolean): GuardDescription {
  const values = s.slots.code.discriminatorsOf(guard)[0]?.values;
  return { ...procedure(s, guard), imposed, ...(values ? { values: values.map((v) => v.value) } : {}) };
}

function procedure(s: Store, bound: Bound): { name: string; domain: string } {
  const info = s.kernel.slots.info(bound.slot);
  if (!info) return { name: '', domain: '' };
  return { name: slotName(info), domain: s.kernel.extensions.get(info.domain)?.name ?? '' };
}
