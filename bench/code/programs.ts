/**
 * The programs of the suite. Each is a folder of `programs/` with the same algorithm in every language: a module with `Run(n: INTEGER): INTEGER`, a C file with `run`, a program
 * module in Modula-2 that has itself measured, modules with `run` in JavaScript and in AssemblyScript (`.as.ts`). What they return is their checksum, the same in all.
 */
export interface Program {
  readonly folder: string;
  readonly module: string;
  /** What the program is asked for: some ten milliseconds of work. */
  readonly n: number;
  /** Less work, for a test. */
  readonly quick: { readonly n: number; readonly checksum: bigint };
}

export const PROGRAMS: readonly Program[] = [
  { folder: 'sieve', module: 'Sieve', n: 1, quick: { n: 1, checksum: 148933n } },
  { folder: 'matrix', module: 'Matrix', n: 3, quick: { n: 1, checksum: 8737779280n } },
  { folder: 'nbody', module: 'NBody', n: 50_000, quick: { n: 100, checksum: 13185172n } },
  { folder: 'mandelbrot', module: 'Mandelbrot', n: 300, quick: { n: 20, checksum: 9568n } },
  { folder: 'fannkuch', module: 'Fannkuch', n: 8, quick: { n: 6, checksum: 4910n } },
  { folder: 'spectral', module: 'Spectral', n: 250, quick: { n: 20, checksum: 1273839841n } },
  { folder: 'quicksort', module: 'QuickSort', n: 50_000, quick: { n: 1_000, checksum: 654210995n } },
  { folder: 'hashtable', module: 'HashTable', n: 100_000, quick: { n: 1_000, checksum: 252640124n } },
  { folder: 'sha256', module: 'SHA256', n: 15_000, quick: { n: 10, checksum: 426640748n } },
  { folder: 'compress', module: 'Compress', n: 500_000, quick: { n: 5_000, checksum: 211500862n } },
  { folder: 'trees', module: 'Trees', n: 12, quick: { n: 6, checksum: 2540n } },
  { folder: 'richards', module: 'Richards', n: 50, quick: { n: 1, checksum: 2322928n } },
  { folder: 'deltablue', module: 'DeltaBlue', n: 5_000, quick: { n: 100, checksum: 924641464n } },
  { folder: 'packets', module: 'Packets', n: 2_000, quick: { n: 2, checksum: 627067524n } },
];
