/**
 * Deadlock: strands are left that nothing can ever wake. Who waits for what, and where the circle is, if there is one.
 */
import type { Kernel } from '../kernel.ts';
import { HELD_STOPPED, type Strand, type WaitReason } from './strand.ts';

/** "a Sema.T": what kind of object strands wait for. */
export function describeObject(k: Kernel, ref: number): string {
  const type = ref === 0 ? undefined : k.types.byTypecode(k.access.typecodeOf(ref));
  const name = type ? (k.types.revealed(type)?.name ?? type.name) : 'object';
  return `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** Waiting at an object. It is looked at when somebody wants to know, for most waits end well. */
export class WaitsAt implements WaitReason {
  readonly #k: Kernel;
  readonly #ref: number;
  readonly holder: (() => Strand | undefined) | undefined;

  /** The object must be kept by the strand that waits. */
  constructor(k: Kernel, ref: number, holder?: () => Strand | undefined) {
    this.#k = k;
    this.#ref = ref;
    this.holder = holder;
  }

  get what(): string {
    return describeObject(this.#k, this.#ref);
  }
}

/** One line per strand, then the circles. */
export function describeDeadlock(strands: readonly Strand[]): string[] {
  const lines = strands.map((s) => `${label(s)} waits for ${reason(s)}`);
  return [...lines, ...circles(strands)];
}

function label(s: Strand): string {
  return `${s.name} #${s.id}`;
}

function reason(s: Strand): string {
  if ((s.held & HELD_STOPPED) !== 0) return 'Strand.Run: it was stopped';
  const why: WaitReason = s.waitsFor ?? { what: 'something' };
  const holder = why.holder?.();
  return holder ? `${why.what}, and ${label(holder)} has it` : why.what;
}

function circles(strands: readonly Strand[]): string[] {
  const found: string[] = [];
  const done = new Set<Strand>();
  for (const start of strands) {
    const path: Strand[] = [];
    let s: Strand | undefined = start;
    while (s && !done.has(s) && !path.includes(s)) {
      path.push(s);
      s = s.waitsFor?.holder?.();
    }
    if (s && path.includes(s))
      found.push(`in a circle: ${[...path.slice(path.indexOf(s)), s].map(label).join(' -> ')}`);
    for (const p of path) done.add(p);
  }
  return found;
}
