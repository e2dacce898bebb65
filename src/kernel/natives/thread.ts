/**
 * Interface ThreadNative: threads of the language on strands of the kernel.
 *
 * What is done here between two suspensions is done at once, as far as threads can see: no strand runs meanwhile.
 */
import { endStrand } from '../control.ts';
import type { Handle } from '../heap/roots.ts';
import type { Kernel } from '../kernel.ts';
import { WaitsAt } from '../strands/deadlock.ts';
import type { Strand, WaitReason } from '../strands/strand.ts';
import type { Waiting } from '../strands/waiting.ts';
import { unlock } from './mutex.ts';
import { fault, type NativeTable, payer, plain, waiting } from './native.ts';

interface Thread {
  readonly strand: Strand;
  /** Its Thread.T. */
  object?: Handle;
  alerted: boolean;
  /** How it waits, or waited last, if it may be alerted while it does. */
  alertable?: { readonly waiter: Waiter; readonly place?: Place };
  /** Who waits for its end. */
  joins?: Waiter[];
}

/** What ends it says whether it was an alert. */
type Waiter = Waiting<number>;

interface Threads {
  /** By number of the strand; of strands that have not ended. */
  readonly live: Map<number, Thread>;
  /** Who waits at an object, by its address; it is in the frame of each of them. */
  readonly places: Map<number, Waiter[]>;
}

const all = new WeakMap<Kernel, Threads>();

function threads(k: Kernel): Threads {
  let t = all.get(k);
  if (!t) all.set(k, (t = { live: new Map(), places: new Map() }));
  return t;
}

/** Also for strands that were not made by Fork. */
function current(k: Kernel): Thread {
  const strand = k.strands.current!;
  const { live } = threads(k);
  let thread = live.get(strand.id);
  if (!thread) {
    live.set(strand.id, (thread = { strand, alerted: false }));
    k.strands.ends.whenEnded([strand], () => ended(k, strand));
  }
  return thread;
}

function start(k: Kernel, run: number, object: number): bigint {
  if (!k.slots.get(run)) throw fault(k, 'AttemptToDereferenceNIL');
  const held = k.heap.hold(object);
  const strand = k.strands.spawn(run, object, {
    name: `thread of ${k.strands.current?.name ?? 'the kernel'}`,
    domain: payer(k),
    onEnd: (ending, s) => {
      endStrand(k, ending, s);
      ended(k, s);
    },
  });
  threads(k).live.set(strand.id, { strand, object: held, alerted: false });
  return BigInt(strand.id);
}

function ended(k: Kernel, strand: Strand): void {
  const { live } = threads(k);
  const thread = live.get(strand.id);
  if (!thread) return;
  thread.object?.release();
  live.delete(strand.id);
  for (const waiter of thread.joins ?? []) waiter.wake(0);
}

/** What is waited for: a signal at an object, or the end of a thread. */
type Place = number | Thread;

function queueAt(k: Kernel, place: Place): Waiter[] {
  if (typeof place !== 'number') return (place.joins ??= []);
  const { places } = threads(k);
  let queue = places.get(place);
  if (!queue) places.set(place, (queue = []));
  return queue;
}

/** Waits in the queue there. The result is 1 if an alert ended it. */
function waitAt(k: Kernel, place: Place, alertable: boolean, reason: WaitReason): Promise<number> | number {
  const thread = current(k);
  if (alertable && thread.alerted) {
    thread.alerted = false;
    return 1;
  }
  return k.strands.block<number>((waiter) => {
    queueAt(k, place).push(waiter);
    if (alertable) thread.alertable = { waiter, place };
  }, reason);
}

function remove(k: Kernel, place: Place, waiter: Waiter): void {
  const queue = queueAt(k, place);
  const at = queue.indexOf(waiter);
  if (at >= 0) queue.splice(at, 1);
  if (queue.length === 0 && typeof place === 'number') threads(k).places.delete(place);
}

/** The longest waiting one that still lives, or all. */
function wake(k: Kernel, place: number, everybody: boolean): void {
  if (place === 0) throw fault(k, 'AttemptToDereferenceNIL');
  const { places } = threads(k);
  const queue = places.get(place) ?? [];
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (next.strand.state === 'ended' || next.strand.killed !== undefined) continue;
    next.wake(0);
    if (!everybody) break;
  }
  if (queue.length === 0) places.delete(place);
}

function alert(k: Kernel, thread: Thread): void {
  const { alertable } = thread;
  thread.alertable = undefined;
  if (!alertable || alertable.waiter.isOver) {
    thread.alerted = true;
    return;
  }
  const { waiter, place } = alertable;
  if (place !== undefined) remove(k, place, waiter);
  waiter.wake(1);
}

function sleep(k: Kernel, seconds: number, alertable: boolean): Promise<number> | number {
  const thread = current(k);
  if (alertable && thread.alerted) {
    thread.alerted = false;
    return 1;
  }
  if (!(seconds > 0)) return 0;
  return k.strands.block<number>(
    (waiter) => {
      const { clock } = k.strands;
      clock.setAlarm(clock.now + Math.min(seconds * 1e9, Number.MAX_SAFE_INTEGER / 4), () => waiter.wake(0));
      if (alertable) thread.alertable = { waiter };
    },
    { what: 'the clock' },
  );
}

export const THREAD_NATIVES: NativeTable = {
  'ThreadNative.Start': plain(start),
  'ThreadNative.Current': plain((k) => BigInt(current(k).strand.id)),
  'ThreadNative.Object': plain((k) => current(k).object?.ref ?? 0),
  'ThreadNative.SetObject': plain((k, object) => {
    current(k).object ??= k.heap.hold(object);
  }),
  'ThreadNative.AwaitEnd': waiting((k, strand, alertable) => {
    const joined = threads(k).live.get(Number(strand));
    if (!joined) return 0;
    const reason = { what: 'the end of a thread', holder: () => joined.strand };
    return waitAt(k, joined, alertable !== 0, reason);
  }),
  'ThreadNative.WaitAt': waiting((k, mutex, place, alertable) => {
    if (place === 0) throw fault(k, 'AttemptToDereferenceNIL');
    unlock(k, mutex);
    return waitAt(k, place, alertable !== 0, new WaitsAt(k, place));
  }),
  'ThreadNative.Wake': plain((k, place, everybody) => wake(k, place, everybody !== 0)),
  'ThreadNative.Sleep': waiting((k, seconds, alertable) => sleep(k, seconds, alertable !== 0)),
  'ThreadNative.Alert': plain((k, strand) => {
    const thread = threads(k).live.get(Number(strand));
    if (thread) alert(k, thread);
  }),
  'ThreadNative.TestAlert': plain((k) => {
    const thread = current(k);
    const was = thread.alerted;
    thread.alerted = false;
    return was;
  }),
  'ThreadNative.Yield': waiting((k) => k.strands.yield()),
};
