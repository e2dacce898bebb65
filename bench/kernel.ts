/** Strands, domains and quotas, beside what the papers report of SPIN on an Alpha of 133 MHz. */
import { destroy } from '../src/kernel/control.ts';
import { setLimit } from '../src/kernel/natives/quota.ts';
import { Bench, type Figures, figures, number, table } from './harness.ts';

/**
 * Microseconds of SPIN: SOSP '95 (protected in-kernel call, threads). A procedure call there took about 0.10 (OSDI '96), which makes multiples.
 */
const PAPER_CALL = 0.1;
const PAPER: Readonly<Record<string, number>> = { call: 0.13, fork: 22, ping: 17 };

const micro = (nanoseconds: number): string =>
  nanoseconds < 1000 ? (nanoseconds / 1000).toPrecision(2) : number(nanoseconds / 1000);

export async function strands(): Promise<void> {
  const bench = new Bench();
  await bench.load('server');
  await bench.load('events');
  await bench.load('strands');
  const call = await bench.measure('Bench.LocalCalls', 5_000_000);
  const rows: string[][] = [];
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
  table('Strands and domains (us)', ['', 'min', 'median', 'in calls', 'SPIN us', 'SPIN in calls'], rows);
}

async function domainCycle(bench: Bench): Promise<Figures> {
  const bytes = bench.compile('guest');
  const times: number[] = [];
  for (let round = 0; round < 300; round++) {
    const from = process.hrtime.bigint();
    const domain = await bench.load('guest', bytes);
    destroy(bench.kernel, domain);
    if (round >= 100) times.push(Number(process.hrtime.bigint() - from));
  }
  return figures(times);
}

/** How much of its throughput a domain keeps beside ten strands that never give up the processor. */
export async function neighbours(): Promise<void> {
  const rows: string[][] = [];
  const work = async (share: number | undefined) => {
    const bench = new Bench();
    await bench.load('strands');
    if (share !== undefined) {
      const [wild] = (await bench.load('strands')).extensions;
      setLimit(bench.kernel, wild!.account, 'share', share);
      await bench.call('Strands.Spin', 10n);
      for (const s of bench.kernel.strands.strands) if (s.domain !== wild!.account) throw new Error('not its own');
    }
    const clock = bench.kernel.strands.clock;
    const times: { real: number; virtual: number }[] = [];
    for (let i = 0; i < 5; i++) {
      const from = clock.now;
      const { nanoseconds } = await bench.call('Strands.Work', 100_000_000n);
      times.push({ real: nanoseconds, virtual: clock.now - from });
    }
    return { real: figures(times.map((t) => t.real)).median, virtual: figures(times.map((t) => t.virtual)).median };
  };
  const alone = await work(undefined);
  const kept = (f: typeof alone) => [
    `${((100 * alone.virtual) / f.virtual).toFixed(1)} %`,
    `${((100 * alone.real) / f.real).toFixed(1)} %`,
  ];
  rows.push(['alone', ...kept(alone)]);
  for (const share of [5, 10, 100])
    rows.push([`beside ten spinning strands, limited to ${share} %`, ...kept(await work(share))]);
  table('Throughput of a domain', ['', 'virtual time', 'real time'], rows);
}
