/**
 * The programs of the suite. Each is a folder of `programs/` with the same algorithm in every language: a module with `Run(n: INTEGER): INTEGER`, a C file with `run`, a JavaScript module with `run`. What they return is their checksum, the same in all.
 */
export interface Program {
  readonly folder: string;
  readonly module: string;
  /** What the program is asked for: some ten milliseconds of work. */
  readonly n: number;
}

export const PROGRAMS: readonly Program[] = [
  { folder: 'sieve', module: 'Sieve', n: 1 },
  { folder: 'matrix', module: 'Matrix', n: 3 },
  { folder: 'nbody', module: 'NBody', n: 50_000 },
  { folder: 'mandelbrot', module: 'Mandelbrot', n: 300 },
  { folder: 'fannkuch', module: 'Fannkuch', n: 8 },
  { folder: 'spectral', module: 'Spectral', n: 250 },
  { folder: 'quicksort', module: 'QuickSort', n: 50_000 },
  { folder: 'hashtable', module: 'HashTable', n: 100_000 },
  { folder: 'sha256', module: 'SHA256', n: 15_000 },
  { folder: 'compress', module: 'Compress', n: 500_000 },
  { folder: 'trees', module: 'Trees', n: 12 },
  { folder: 'richards', module: 'Richards', n: 50 },
  { folder: 'deltablue', module: 'DeltaBlue', n: 5_000 },
  { folder: 'packets', module: 'Packets', n: 2_000 },
];
