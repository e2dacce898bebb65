/** How the assembly text spells indices. */
import type { SpxModule } from '../module.ts';
import type { Spaces } from '../spaces.ts';
import { BUILTIN_TYPES, T } from '../types.ts';

export const BUILTIN_NAMES: readonly string[] = Object.entries(T)
  .sort(([, a], [, b]) => a - b)
  .map(([name]) => name);

/** The printer's spelling: builtin types by name, what exists by a letter and its index, and what does not exist by the bare index. */
export interface Labels {
  type(index: number): string;
  proc(index: number): string;
  global(index: number): string;
  exception(index: number): string;
  text(index: number): string;
  unit(index: number): string;
}

export function labelsOf(m: SpxModule, spaces: Spaces): Labels {
  const labels = (letter: string, count: number) => (index: number) =>
    index < count ? `${letter}${index}` : `${index}`;
  const stored = labels('t', spaces.types.length);
  return {
    type: (index) => (index < BUILTIN_TYPES.length ? BUILTIN_NAMES[index]! : stored(index)),
    proc: labels('p', spaces.procedures.length),
    global: labels('g', spaces.globals.length),
    exception: labels('e', spaces.exceptions.length),
    text: labels('x', m.texts.length),
    unit: labels('u', m.units.length),
  };
}

/** Opens and closes a level of indentation in printed code. */
export const OPENERS: ReadonlySet<string> = new Set(['block', 'loop', 'if', 'try']);
export const MIDDLES: ReadonlySet<string> = new Set(['else', 'catch', 'catch_all']);
