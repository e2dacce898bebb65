/**
 * A campaign: mutant after mutant, each made from its number alone, and what became of them by rule.
 */
import { type Arena, arena, fate } from './fate.ts';
import { mutant } from './mutate.ts';
import { generator } from './random.ts';
import { type Seed, seeds } from './seeds.ts';

export interface Campaign {
  readonly seed: number;
  /** Numbers of the mutants: from, from + step, ... below `to`. */
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

export interface Results {
  readonly mutants: number;
  /** How many ended so: rule codes, or how the run ended. */
  readonly fates: Readonly<Record<string, number>>;
  /** Accesses to memory that were looked at. */
  readonly accesses: number;
  /** The mutants that broke a rule of the kernel. */
  readonly broken: readonly { readonly mutant: number; readonly from: string; readonly what: string }[];
}

/** A kernel takes so many mutants before a new one is booted. */
const PER_KERNEL = 60;
/** Of the mutants so many in a row run watched, then as many at full speed, on the code that is really generated. */
const MOST_BROKEN = 5;

export async function run(campaign: Campaign, report?: (done: number) => void): Promise<Results> {
  const all = seeds();
  const fates: Record<string, number> = {};
  const broken: Results['broken'][number][] = [];
  let current: Arena | undefined;
  let taken = 0;
  let kernels = 0;
  let accesses = 0;
  let mutants = 0;
  for (let n = campaign.from; n < campaign.to; n += campaign.step) {
    mutants++;
    if (report && mutants % 1000 === 0) report(mutants);
    const random = generator(campaign.seed + Math.imul(n, 7919));
    const origin = pick(all, random(4), random);
    const which = random(origin.modules.length);
    const made = mutant(origin.modules[which]!, random);
    let end: string;
    if (!made) end = 'unwritable';
    else if ('refused' in made) end = made.refused;
    else {
      if (!current || taken >= PER_KERNEL) {
        accesses += current?.guard.accesses ?? 0;
        current = arena(kernels++ % 2 === 0);
        taken = 0;
      }
      try {
        end = await fate(current, origin.modules.with(which, made.module));
        // What is used up is not to be had in that kernel again.
        if (end === 'K1110') taken = PER_KERNEL;
        else if (!/^B/.test(end)) taken++;
      } catch (error) {
        end = 'broken';
        const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
        broken.push({ mutant: n, from: origin.name, what });
        current = undefined;
        if (broken.length >= MOST_BROKEN) break;
      }
    }
    fates[end] = (fates[end] ?? 0) + 1;
  }
  return { mutants, fates, accesses: accesses + (current?.guard.accesses ?? 0), broken };
}

/** Compiled programs as often as cases made by hand, which are many and small. */
function pick(all: readonly Seed[], kind: number, random: (below: number) => number): Seed {
  const cases = all.findIndex((s) => s.name.includes('.spxt'));
  return kind < 2 ? all[random(cases)]! : all[cases + random(all.length - cases)]!;
}
