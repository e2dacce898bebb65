/** Interfaces Strand, Sched, StrandNative: strands as objects of the language. */
import type { FastPath } from '../codegen/natives.ts';
import { pushRegister } from '../codegen/registers.ts';
import { endStrand } from '../control.ts';
import { DOMAIN_MASK, HEADER_DOMAIN } from '../heap/layout.ts';
import type { Handle, WeakHandle } from '../heap/roots.ts';
import type { Kernel } from '../kernel.ts';
import { WaitsAt } from '../strands/deadlock.ts';
import { HELD_STOPPED, type Strand } from '../strands/strand.ts';
import { Op } from '../wasm/opcodes.ts';
import { coreType, methodSlot } from './methods.ts';
import { tryLock } from './mutex.ts';
import { fast, fault, type NativeTable, plain, waiting } from './native.ts';

/** Fields of a Strand.T. */
const ID = 0;
const PRIORITY = 8;

const BELOW = 'strand of ';

interface Known {
  readonly strand: Strand;
  /** Its Strand.T: held if it was made for `Run`, for it is the strand's data; else weakly. */
  object?: Handle | WeakHandle;
}

/** Strands that have not ended and were seen by the language, by number. */
const known = new WeakMap<Kernel, Map<number, Known>>();

function all(k: Kernel): Map<number, Known> {
  let map = known.get(k);
  if (!map) known.set(k, (map = new Map()));
  return map;
}

function remember(k: Kernel, strand: Strand): Known {
  const map = all(k);
  let entry = map.get(strand.id);
  if (!entry) {
    map.set(strand.id, (entry = { strand }));
    k.strands.ends.whenEnded([strand], () => {
      map.get(strand.id)?.object?.release();
      map.delete(strand.id);
    });
  }
  return entry;
}

/** The Strand.T of a strand: always the same while anybody has it. */
export function strandRef(k: Kernel, strand: Strand): number {
  if (strand.id === 0) return 0;
  const entry = remember(k, strand);
  const ref = entry.object?.ref ?? 0;
  if (ref !== 0) return ref;
  const made = k.access.newObject(k.layouts.descriptorOf(coreType(k, 'Strand', 'T')), strand.domain);
  // Its methods came with the descriptor; only Run calls them, and this one runs already.
  k.access.writeInteger(made, ID, BigInt(strand.id));
  k.access.writeInteger(made, PRIORITY, BigInt(strand.priority));
  entry.object = k.heap.holdWeakly(made);
  return made;
}

/** Undefined for one that is new, or has ended. */
function strandOf(k: Kernel, ref: number): Strand | undefined {
  if (ref === 0) throw fault(k, 'AttemptToDereferenceNIL');
  const { view } = k.access;
  return k.strands.strands.get(view.getUint32(ref + ID, true) + 2 ** 32 * view.getUint32(ref + ID + 4, true));
}

/** Strands of strands are all called by where the first one came from. */
function nameBelow(parent: Strand | undefined): string {
  const name = parent?.name ?? 'the kernel';
  return name.startsWith(BELOW) ? name : `${BELOW}${name}`;
}

function run(k: Kernel, ref: number): void {
  const strand = strandOf(k, ref);
  if (strand) {
    k.strands.ready.release(strand, HELD_STOPPED);
    return;
  }
  // One that has ended does not run again.
  if (k.access.readInteger(ref, ID) !== 0n) return;
  const slot = methodSlot(k, ref, 'Strand', 'T', 'run');
  if (!k.slots.get(slot)) throw fault(k, 'AttemptToDereferenceNIL');
  const object = k.heap.hold(ref);
  try {
    const started = k.strands.spawn(slot, ref, {
      name: nameBelow(k.strands.current),
      domain: k.access.view.getUint32(ref + HEADER_DOMAIN, true) & DOMAIN_MASK,
      priority: Number(k.access.readInteger(ref, PRIORITY)),
      onEnd: (ending, s) => endStrand(k, ending, s),
    });
    k.access.writeInteger(ref, ID, BigInt(started.id));
    remember(k, started).object = object;
  } catch (error) {
    object.release();
    throw error;
  }
}

/** Answers TRUE if the Strand.T is that of the running strand; leaves all else, also what the kernel's own strand asks, whose number is that of new ones. */
const isRunning: FastPath = (f) => {
  const running = f.local('i32');
  f.get(0).op(Op.i32_eqz).brIf(0);
  pushRegister(f, 'strand').tee(running).op(Op.i32_eqz).brIf(0);
  f.get(0).memory(Op.i64_load, ID).get(running).op(Op.i64_extend_i32_u, Op.i64_ne).brIf(0);
  f.i32(1).return();
};

export const STRAND_NATIVES: NativeTable = {
  'Strand.Run': plain(run),
  'Strand.Stop': plain((k, ref) => {
    const strand = strandOf(k, ref);
    return strand !== undefined && k.strands.ready.hold(strand, HELD_STOPPED);
  }),
  'Strand.Yield': waiting((k) => k.strands.yield()),
  'Strand.GetCurrent': plain((k) => strandRef(k, k.strands.current!)),
  // Says whether the strand is the caller, which then waits. That is another procedure: the scheduler raises Block where nothing may wait.
  'StrandNative.Block': fast(isRunning, (k, ref) => {
    const strand = strandOf(k, ref);
    if (!strand || k.strands.events?.tells('Block', strand)) return false;
    if (strand === k.strands.current) return true;
    k.strands.ready.block(strand);
    return false;
  }),
  'StrandNative.Wait': waiting((k) => (k.strands.ready.block(k.strands.current!) ? k.strands.yield() : undefined)),
  'Strand.Unblock': plain((k, ref) => {
    const strand = strandOf(k, ref);
    if (strand && !k.strands.events?.tells('Unblock', strand)) k.strands.ready.unblock(strand);
  }),
  'Sched.GetPriority': plain((k, ref) => {
    if (ref === 0) throw fault(k, 'AttemptToDereferenceNIL');
    return BigInt(strandOf(k, ref)?.priority ?? k.access.readInteger(ref, PRIORITY));
  }),
  'Sched.SetPriority': plain((k, ref, priority) => {
    const strand = strandOf(k, ref);
    k.access.writeInteger(ref, PRIORITY, priority);
    if (strand) k.strands.ready.setPriority(strand, Number(priority));
  }),
  'StrandNative.WaitsFor': plain((k, ref) => {
    k.strands.current!.waitsFor = new WaitsAt(k, ref);
  }),
  'StrandNative.Lives': plain((k, ref) => {
    const strand = strandOf(k, ref);
    return strand !== undefined && strand.killed === undefined;
  }),
  'StrandNative.TryLock': plain(tryLock),
};
