/** Tables for people. */

export type Cell = string | number | bigint;

/** Names to the left, numbers to the right; nothing when there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return '';
  const cells = [head, ...rows.map((r) => r.map(String))];
  const widths = head.map((_, i) => Math.max(...cells.map((r) => r[i]!.length)));
  const left = head.map((_, i) => i === 0 || rows.every((r) => typeof r[i] === 'string' && !/^\d/.test(r[i])));
  const line = (r: readonly string[]) =>
    r
      .map((c, i) => (left[i] ? c.padEnd(widths[i]!) : c.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  return `${cells.map(line).join('\n')}\n\n`;
}
