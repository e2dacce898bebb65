/**
 * Events beside what JavaScript has for the purpose, in the same process: Node's EventEmitter, tapable's SyncHook (which generates code for its handlers, too), and an array of closures.
 */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HookMap, SyncHook } from 'tapable';
import { alternate, processorTime, type Work } from './alternate.ts';
import { GUARDS, loadRaiser } from './dispatch.ts';
import { Bench } from './harness.ts';
import type { Cell, Report } from './report.ts';
import { cells, figures } from './statistics.ts';

type Handler = (port: number) => void;

/** An event of one argument in JavaScript. */
interface Peer {
  readonly name: string;
  add(handler: Handler): void;
  readonly raise: (rounds: number) => void;
}

const hits = 0;
let last = 0;

/** What `SmallOne` does in the language. */
const small = (): Handler => (port) => {
  if (hits !== port) last = hits;
  if (last > 7 + port) last = 5;
  else if (last < -3 + port) last = 3;
};
/** What `GuardOne` asks. */
const asks = (port: number): boolean => last < 100 + port;
const guarded = (): Handler => {
  const handler = small();
  return (port) => {
    if (asks(port)) handler(port);
  };
};

type Tapable = typeof import('tapable');

/** Undefined if it is not installed. */
async function tapable(): Promise<Tapable | undefined> {
  try {
    const { default: module } = (await import('tapable')) as unknown as { default: Tapable };
    return module;
  } catch {
    return undefined;
  }
}

// Each has a loop of its own, so that the engine knows what is called there.

function emitter(): Peer {
  const event = new EventEmitter();
  event.setMaxListeners(0);
  return {
    name: 'EventEmitter',
    add: (handler) => event.on('raised', handler),
    raise: (rounds) => {
      for (let i = 0; i < rounds; i++) event.emit('raised', 1);
    },
  };
}

function hook({ SyncHook }: Tapable): Peer {
  const event: SyncHook<[number]> = new SyncHook(['port']);
  let handlers = 0;
  return {
    name: 'tapable',
    add: (handler) => event.tap(`handler ${handlers++}`, handler),
    raise: (rounds) => {
      for (let i = 0; i < rounds; i++) event.call(1);
    },
  };
}

function closures(): Peer {
  const handlers: Handler[] = [];
  return {
    name: 'closures',
    add: (handler) => handlers.push(handler),
    raise: (rounds) => {
      for (let i = 0; i < rounds; i++) for (let k = 0; k < handlers.length; k++) handlers[k]!(1);
    },
  };
}

const peersWith = (module: Tapable | undefined): Peer[] => [emitter(), ...(module ? [hook(module)] : []), closures()];

const SAMPLES = 15;
const HANDLERS = [1, 5, 10, 50];

export async function peers(report: Report): Promise<void> {
  const module = await tapable();
  if (!module) report.note('tapable is left out: it is not installed');
  const root = mkdtempSync(join(tmpdir(), 'spin-bench-'));
  try {
    const bench = new Bench();
    await loadRaiser(bench, root);
    await raises(bench, module, report);
    await constants(bench, module, report);
    await installing(bench, module, report);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function raises(bench: Bench, module: Tapable | undefined, report: Report): Promise<void> {
  const kinds = [
    { name: 'small handlers', procedure: 'Small', handler: small },
    { name: 'small handlers with guards', procedure: 'Guarded', handler: guarded },
  ];
  for (const { name, procedure, handler } of kinds) {
    const rows: Cell[][] = [];
    for (const k of HANDLERS) {
      await bench.call(`Raiser.${procedure}`, BigInt(k));
      const others = peersWith(module);
      // The intrinsic handler counts in SPIN; there is none in the others.
      for (const peer of others) for (let i = 0; i < k; i++) peer.add(handler());
      const works = [bench.work('Raiser.LocalCalls'), bench.work('Raiser.RaiseOne'), ...others.map((p) => p.raise)];
      const [call, ...measured] = await alternate(works, SAMPLES);
      const [spin] = measured;
      for (const [i, f] of measured.entries()) {
        const event = i === 0 ? 'SPIN' : others[i - 1]!.name;
        rows.push([`${k} in ${event}`, ...cells(f), f.median / k, f.median / call!.median, f.median / spin!.median]);
      }
      await bench.call('Raiser.Clear');
    }
    report.table(
      `Raises to ${name}, one argument (ns)`,
      ['', 'min', 'median', 'max', 'each', 'in procedure calls', 'in SPIN’s'],
      rows,
    );
  }
}

/** One of a thousand handlers is called: each has a guard that compares the port with a constant, or is found by name in the way that the peer has for that. */
async function constants(bench: Bench, module: Tapable | undefined, report: Report): Promise<void> {
  const ports = Array.from({ length: GUARDS }, (_, n) => 7 * n);
  const names = ports.map((port) => `port ${port}`);
  let sum = 0;
  const take: Handler = (port) => {
    sum += port;
  };
  /** As `Hit` goes through the ports in the language. */
  const each =
    (raise: (n: number) => void): Work =>
    (rounds) => {
      for (let i = 0, next = 0; i < rounds; i++) {
        raise(next);
        if (++next === GUARDS) next = 0;
      }
    };
  const event = new EventEmitter();
  for (const name of names) event.on(name, take);
  const guards = ports.map(
    (constant): Handler =>
      (port) => {
        if (port === constant) take(port);
      },
  );
  const table = new Map(ports.map((port) => [port, [take]]));
  const others: { readonly name: string; readonly work: Work }[] = [
    { name: 'EventEmitter, a name for each port', work: each((n) => event.emit(names[n]!, ports[n]!)) },
    {
      name: 'a Map from ports to arrays of closures',
      work: each((n) => table.get(ports[n]!)?.forEach((h) => void h(ports[n]!))),
    },
    {
      name: 'an array of closures, each with its comparison',
      work: each((n) => guards.forEach((h) => void h(ports[n]!))),
    },
  ];
  if (module) {
    const hooks: HookMap<SyncHook<[number]>> = new module.HookMap(() => new module.SyncHook<[number]>(['port']));
    for (const port of ports) hooks.for(port).tap('take', take);
    others.push({
      name: 'tapable, a hook for each port in a HookMap',
      work: each((n) => hooks.get(ports[n]!)!.call(ports[n]!)),
    });
    const all = new module.SyncHook<[number]>(['port']);
    for (const [n, guard] of guards.entries()) all.tap(String(n), guard);
    others.push({ name: 'tapable, each with its comparison', work: each((n) => all.call(ports[n]!)) });
  }
  await bench.call('Raiser.Compared', BigInt(GUARDS));
  const spin = bench.work('Raiser.Hit');
  const rows: Cell[][] = [];
  for (const { name, work } of others) {
    const [ours, theirs] = await alternate([spin, work], SAMPLES);
    if (rows.length === 0) rows.push(['SPIN, each handler with a guard', ...cells(ours!), 1]);
    rows.push([name, ...cells(theirs!), theirs!.median / ours!.median]);
  }
  await bench.call('Raiser.Clear');
  if (sum < 0) throw new Error('no port is negative');
  report.table(
    `${GUARDS} handlers, of which a raise calls the one for its port (ns)`,
    ['', 'min', 'median', 'max', 'in SPIN’s'],
    rows,
  );
}

async function installing(bench: Bench, module: Tapable | undefined, report: Report): Promise<void> {
  const rows: Cell[][] = [];
  const times = async (name: string, install: (k: number) => unknown, clear: () => unknown) => {
    const all: number[] = [];
    const one: number[] = [];
    for (let round = 0; round < 5; round++) {
      all.push((await processorTime(() => install(GUARDS - 1))) / 1000);
      one.push((await processorTime(() => install(1))) / 1000);
      await clear();
    }
    rows.push([name, ...cells(figures(all)), ...cells(figures(one))]);
  };
  await times(
    'SPIN',
    async (k) => {
      await bench.call('Raiser.Compared', BigInt(k));
      await bench.call('Raiser.Miss', 1n);
    },
    () => bench.call('Raiser.Clear'),
  );
  const makers = [emitter, ...(module ? [() => hook(module)] : []), closures];
  for (const make of makers) {
    let peer = make();
    await times(
      peer.name,
      (k) => {
        for (let i = 0; i < k; i++) peer.add(guarded());
        peer.raise(1);
      },
      () => {
        peer = make();
      },
    );
  }
  report.table(
    `Installing ${GUARDS - 1} handlers and raising the event, then one more and raising it again (us)`,
    ['', `${GUARDS - 1}: min`, 'median', 'max', 'one: min', 'median', 'max'],
    rows,
  );
}
