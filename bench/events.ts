/**
 * What calls, raises, allocation and exceptions cost.
 */
import { Bench } from './harness.ts';
import type { Cell, Report } from './report.ts';
import { cells, type Figures } from './statistics.ts';

export async function events(report: Report): Promise<void> {
  const bench = new Bench();
  await bench.load('server');
  await bench.load('events');
  const loop = await bench.measure('Bench.Nothing', 5_000_000);
  const call = await bench.measure('Bench.LocalCalls', 5_000_000);
  const rows: Cell[][] = [];
  const row = (name: string, f: Figures) => rows.push([name, ...cells(f), f.median / call.median]);
  row('empty loop', loop);
  row('procedure call inside a module', call);
  row('raise, intrinsic handler only (another domain)', await bench.measure('Bench.Raises', 5_000_000));
  row('NEW of a record of two words, collected', await bench.measure('Bench.Allocate', 1_000_000));
  row('RAISE, caught one call up', await bench.measure('Bench.Exceptions', 100_000));
  let installed = 0;
  for (const handlers of [1, 5, 10, 50]) {
    await bench.call('Bench.AddHandlers', BigInt(handlers - installed));
    installed = handlers;
    row(
      `raise, ${handlers} guarded handler${handlers > 1 ? 's' : ''} besides the intrinsic one`,
      await bench.measure('Bench.ExtendedRaises', Math.ceil(2_000_000 / (handlers + 2))),
    );
  }
  report.table('Calls, events, allocation (ns of processor time)', ['', 'min', 'median', 'max', 'in calls'], rows);
}
