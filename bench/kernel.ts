/** Strands, domains and quotas, beside what the papers report of SPIN on an Alpha of 133 MHz. */
import { destroy } from '../src/kernel/control.ts';
import { Bench, compileExtension } from './harness.ts';
import { type Cell, number, type Report } from './report.ts';
import { type Figures, figures } from './statistics.ts';

/**
 * Microseconds of SPIN: SOSP '95 (protected in-kernel call, threads). A procedure call there took about 0.10 (OSDI '96), which makes multiples.
 */
const PAPER_CALL = 0.1;
const PAPER: Readonly<Record<string, number>> = { call: 0.13, fork: 22, ping: 17 };

const micro = (nanoseconds: number): string =>
  nanoseconds < 1000 ? (nanoseconds / 1000).toPrecision(2) : number(nanoseconds / 1000);

export async function strands(report: Report): Promise<void> {
  const bench = new Bench();
  await bench.load('server');
  await bench.load('events');
  await bench.load('strands');
  const call = await bench.measure('Bench.LocalCalls', 5_000_000);
  const rows: Cell[][] = [];
  const row = (name: string, f: Figures, paper?: string) => {
    const theirs = paper === undefined ? undefined : PAPER[paper]!;
    rows.push([
      name,
      micro(f.min),
      micro(f.median),
      number(f.median / call.median),
      theirs === undefined ? '' : number(theirs),
      theirs === undefined ? '' : number(theirs / PAPER_CALL),
    ]);
  };
  row('procedure call', call);
  row('protected in-kernel call (an event of another domain)', await bench.measure('Bench.Raises', 5_000_000), 'call');
  row('fork and join', await bench.measure('Strands.ForkJoin', 20_000), 'fork');
  row('ping-pong of two strands (Block, Unblock)', await bench.measure('Strands.PingPong', 20_000), 'ping');
  row('ping-pong by semaphores', await bench.measure('Strands.Semaphores', 20_000));
  row('create, link, initialise and destroy a domain', await domainCycle(bench));
  report.table(
    'Strands and domains (us of processor time)',
    ['', 'min', 'median', 'in calls', 'SPIN us', 'SPIN in calls'],
    rows,
  );
}

async function domainCycle(bench: Bench): Promise<Figures> {
  const bytes = compileExtension('guest');
  const times: number[] = [];
  for (let round = 0; round < 300; round++) {
    const from = process.hrtime.bigint();
    const domain = await bench.load('guest', bytes);
    destroy(bench.kernel, domain);
    if (round >= 100) times.push(Number(process.hrtime.bigint() - from));
  }
  return figures(times);
}
