/**
 * What is said of several measurements of the same thing.
 */

export interface Figures {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Of an even number of values the median is the upper one of the two in the middle. */
export function figures(values: readonly number[]): Figures {
  if (values.length === 0) throw new Error('no values to take figures of');
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0]!, median: sorted[sorted.length >> 1]!, max: sorted.at(-1)! };
}

export const scaled = (f: Figures, factor: number): Figures => ({
  min: f.min * factor,
  median: f.median * factor,
  max: f.max * factor,
});

/** As the cells of a table. */
export const cells = (f: Figures): [number, number, number] => [f.min, f.median, f.max];

/** The mean for ratios: if one program takes half as long and another twice as long, nothing is gained. */
export function geometricMean(ratios: readonly number[]): number {
  if (ratios.length === 0) throw new Error('no ratios to take a mean of');
  return Math.exp(ratios.reduce((sum, r) => sum + Math.log(r), 0) / ratios.length);
}
