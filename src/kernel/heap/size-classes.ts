/**
 * Sizes of cells: an object with its header takes the smallest cell that holds it; more than the largest takes blocks of its own.
 *
 * Steps of at most an eighth to a quarter; the large ones divide a block with little rest.
 */
import { BLOCK_SIZE } from './blocks.ts';

const FINE = [
  16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 896, 1024, 1280, 1536,
  1792, 2048,
];
const PER_BLOCK = [25, 21, 18, 16, 13, 10, 8, 7, 6, 5, 4, 3, 2];

/** Bytes by size class. */
export const CELL_SIZES: readonly number[] = [...FINE, ...PER_BLOCK.map((n) => Math.floor(BLOCK_SIZE / n) & ~7)];
/** Cells in a block by size class. */
export const CELLS_PER_BLOCK: readonly number[] = CELL_SIZES.map((size) => Math.floor(BLOCK_SIZE / size));
export const MAX_SMALL = CELL_SIZES[CELL_SIZES.length - 1]!;

/** Size class by (bytes + 7) >> 3, up to MAX_SMALL. */
export const CLASS_BY_WORDS = Uint8Array.from({ length: MAX_SMALL / 8 + 1 }, (_, words) =>
  CELL_SIZES.findIndex((size) => size >= words * 8),
);

export function sizeClassOf(bytes: number): number {
  return CLASS_BY_WORDS[(bytes + 7) >> 3]!;
}
