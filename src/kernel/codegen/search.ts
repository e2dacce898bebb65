/** Index of the last element whose key is at most the wanted one; -1 if there is none. */
export function lastNotAfter<E>(sorted: readonly E[], key: (e: E) => number, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(sorted[middle]!) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
