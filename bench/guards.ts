/**
 * What a raise costs with one guard that compares a value with a constant, and with a thousand: by what else the guards ask, what they look at, and how handlers are made.
 *
 * The programs are generated: guards differ by their constants. Both events of a case are raised in turn, a few thousand times each, so that other work on the machine hits both.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, compileExtension } from './harness.ts';
import type { Cell, Report } from './report.ts';
import { cells, type Figures } from './statistics.ts';

const GUARDS = 1000;
const SAMPLES = 15;
/** Values in the order in which the event is raised with them. */
const VALUES = 4096;

interface Case {
  readonly name: string;
  readonly formals: string;
  /** Of a raise with the value `x`. */
  readonly actuals: string;
  /** What the n-th guard asks, of `port`. */
  readonly guard: (n: number) => string;
  readonly value: (n: number) => number;
  readonly handler: string;
  /** Each handler gets an object of its own. */
  readonly closures?: boolean;
  /** Each guard has a procedure of its own for its handler. */
  readonly different?: boolean;
  readonly result?: boolean;
  /** Each guard finds its constant in an object of its own, where it may change. */
  readonly own?: boolean;
}

const byDistance = (n: number): number => 7 * n;
const simple: Case = {
  name: 'port = 7',
  formals: 'port: INTEGER',
  actuals: 'x',
  guard: (n) => `port = ${byDistance(n)}`,
  value: byDistance,
  handler: 'INC(hits, port)',
};
const scattered = (n: number): number => (Math.imul(n + 1, 0x9e3779b1) >>> 8) & 0x7fffff;

const CASES: readonly Case[] = [
  simple,
  { ...simple, name: '…, ports all over the place', guard: (n) => `port = ${scattered(n)}`, value: scattered },
  {
    ...simple,
    name: 'port = 7 AND length > 10',
    formals: 'port, length: INTEGER',
    actuals: 'x, 20',
    guard: (n) => `port = ${byDistance(n)} AND length > 10`,
  },
  {
    ...simple,
    name: 'protocol = 17 AND port = 7',
    formals: 'port, protocol: INTEGER',
    actuals: 'x, 17 - 11 * (x MOD 2)',
    guard: (n) => `protocol = ${byDistance(n) % 2 === 0 ? 17 : 6} AND port = ${byDistance(n)}`,
  },
  {
    ...simple,
    name: 'packet.port = 7',
    formals: 'READONLY packet: Packet',
    actuals: 'Set(x)',
    guard: (n) => `packet.port = ${byDistance(n)}`,
    handler: 'INC(hits, packet.port)',
  },
  { ...simple, name: 'port = 7, handlers with objects', handler: 'INC(self.hits, port)', closures: true },
  { ...simple, name: 'port = 7, a procedure for each', different: true },
  { ...simple, name: 'port = 7, handlers call others', handler: 'INC(hits, Down(port))' },
  { ...simple, name: 'port = 7, with a result', handler: 'RETURN port + 1', result: true },
];

/** These are asked one after the other. */
const ASKED: readonly Case[] = [
  { ...simple, name: 'port = self.port', guard: () => 'port = self.port', own: true },
  {
    ...simple,
    name: 'port = 7 and length = 7 in turn',
    formals: 'port, length: INTEGER',
    actuals: 'x, 20',
    guard: (n) => `${n % 2 === 0 ? 'port' : 'length'} = ${byDistance(n)}`,
    value: (n) => byDistance(n - (n % 2)),
  },
];

const KINDS = ['One', 'All'] as const;

function sources(c: Case, k: number): readonly { readonly path: string; readonly text: string }[] {
  const result = c.result ? ': INTEGER' : '';
  const all = Array.from({ length: GUARDS }, (_, n) => n);
  const self = c.closures ? 'self: Object; ' : '';
  const own = c.own ? 'self: Object; ' : '';
  const handler = (n: number | '') =>
    `<*NOWARN*> PROCEDURE H${n}(${self}${c.formals})${result} = BEGIN ${c.handler} END H${n};`;
  const raise = (kind: string, x: string) => {
    const actuals = c.actuals.replaceAll('x', x).replaceAll(`Set(${x})`, 'packet');
    const set = c.actuals.startsWith('Set') ? `packet.port := ${x};` : '';
    return `${set} ${c.result ? 'hits := ' : ''}Events${k}.${kind}(${actuals})`;
  };
  return [
    {
      path: `events${k}/Events${k}.i3`,
      text: `INTERFACE Events${k}; TYPE Packet = RECORD kind, port: INTEGER END;
        ${KINDS.map((kind) => `PROCEDURE ${kind}(${c.formals})${result};`).join('\n')} END Events${k}.`,
    },
    {
      path: `events${k}/Events${k}.m3`,
      text: `MODULE Events${k}; VAR n := 0;
        ${KINDS.map((kind) => `<*NOWARN*> PROCEDURE ${kind}(${c.formals})${result} = BEGIN INC(n) ${c.result ? '; RETURN 0' : ''} END ${kind};`).join('\n')}
        BEGIN END Events${k}.`,
    },
    {
      path: `raiser${k}/Raiser${k}.i3`,
      text: `INTERFACE Raiser${k}; PROCEDURE Install(); PROCEDURE Mix(seed: INTEGER);
        ${KINDS.map((kind) => `PROCEDURE InOrder${kind}(n: INTEGER); PROCEDURE Random${kind}(n: INTEGER); PROCEDURE Miss${kind}(n: INTEGER);`).join('\n')} END Raiser${k}.`,
    },
    {
      path: `raiser${k}/Raiser${k}.m3`,
      text: `MODULE Raiser${k}; IMPORT Dispatcher, Events${k}; <*FATAL Dispatcher.Error*>
        TYPE Packet = Events${k}.Packet; Object = REF RECORD hits, port: INTEGER := 0 END;
          Guard = FUNCTIONAL PROCEDURE(${own}${c.formals}): BOOLEAN; Handler = PROCEDURE(${self}${c.formals})${result};
        <*NOWARN*> VAR hits := 0; packet: Packet;
          values := ARRAY [0..${GUARDS - 1}] OF INTEGER{${all.map(c.value).join(', ')}};
          inOrder, mixed: ARRAY BOOLEAN OF ARRAY [0..${VALUES - 1}] OF INTEGER;
        <*NOWARN*> PROCEDURE Down(x: INTEGER): INTEGER = BEGIN IF x < 0 THEN RETURN Down(x + 1) END; RETURN x END Down;
        ${all.map((n) => `<*NOWARN*> FUNCTIONAL PROCEDURE G${n}(${own}${c.formals}): BOOLEAN = BEGIN RETURN ${c.guard(n)} END G${n};`).join('\n')}
        ${c.different ? all.map(handler).join('\n') : handler('')}
        VAR guards := ARRAY [0..${GUARDS - 1}] OF Guard{${all.map((n) => `G${n}`).join(', ')}};
          ${c.different ? `handlers := ARRAY [0..${GUARDS - 1}] OF Handler{${all.map((n) => `H${n}`).join(', ')}};` : 'handler: Handler := H;'}
        PROCEDURE Add(event: PROCANY; n: INTEGER) =
          BEGIN EVAL Dispatcher.InstallHandler(event, guards[${c.own ? 0 : 'n'}], ${c.different ? 'handlers[n]' : 'handler'}${c.own ? ', NEW(Object, port := values[n])' : c.closures ? ', NIL, NEW(Object)' : ''}) END Add;
        PROCEDURE Install() =
          BEGIN
            Add(Events${k}.One, 0);
            FOR n := 0 TO LAST(guards) DO Add(Events${k}.All, n) END;
            FOR i := 0 TO ${VALUES - 1} DO inOrder[FALSE][i] := values[0]; inOrder[TRUE][i] := values[i MOD ${GUARDS}] END
          END Install;
        PROCEDURE Mix(seed: INTEGER) =
          BEGIN
            FOR i := 0 TO ${VALUES - 1} DO
              seed := (seed * 1103515245 + 12345) MOD 2147483648;
              mixed[FALSE][i] := values[0]; mixed[TRUE][i] := values[(seed DIV 65536) MOD ${GUARDS}]
            END
          END Mix;
        ${KINDS.map((kind) => {
          const from = kind === 'One' ? 'FALSE' : 'TRUE';
          const loop = (name: string, x: string) =>
            `PROCEDURE ${name}${kind}(n: INTEGER) = BEGIN FOR i := 1 TO n DO ${raise(kind, x)} END END ${name}${kind};`;
          return [
            loop('InOrder', `inOrder[${from}][i MOD ${VALUES}]`),
            loop('Random', `mixed[${from}][i MOD ${VALUES}]`),
            loop('Miss', '3'),
          ].join('\n');
        }).join('\n')}
        BEGIN END Raiser${k}.`,
    },
  ];
}

/** `root`: a folder to put programs in. */
export async function guards(bench: Bench, root: string, report: Report): Promise<void> {
  const tables = { inOrder: [] as Cell[][], random: [] as Cell[][], miss: [] as Cell[][] };
  for (const c of CASES) {
    const measured = await measure(bench, root, c);
    for (const how of ['inOrder', 'random', 'miss'] as const) {
      const { one, all } = measured[how];
      tables[how].push([c.name, ...cells(one), ...cells(all), all.median / one.median]);
    }
  }
  const columns = ['', 'one: min', 'median', 'max', 'all: min', 'median', 'max', 'ratio'];
  const title = `One guard and ${GUARDS} (ns)`;
  report.table(`${title}: one says yes, each in its turn`, columns, tables.inOrder);
  report.table(`${title}: one says yes, at random`, columns, tables.random);
  report.table(`${title}: none says yes`, columns, tables.miss);
  const asked: Cell[][] = [];
  for (const c of ASKED) {
    const { random, miss } = await measure(bench, root, c);
    asked.push([c.name, ...[random, miss].flatMap(({ all }) => [...cells(all), all.median / GUARDS])]);
  }
  report.table(
    `${GUARDS} guards of which one after the other is asked (ns)`,
    ['', 'hit: min', 'median', 'max', 'per guard', 'missed: min', 'median', 'max', 'per guard'],
    asked,
  );
}

/** With one guard and with all. */
interface Pair {
  readonly one: Figures;
  readonly all: Figures;
}

let cases = 0;

async function measure(bench: Bench, root: string, c: Case): Promise<{ inOrder: Pair; random: Pair; miss: Pair }> {
  const k = cases++;
  for (const { path, text } of sources(c, k)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const name of [`events${k}`, `raiser${k}`]) await bench.load(name, compileExtension(name, root));
  await bench.call(`Raiser${k}.Install`);
  const pair = async (how: string): Promise<Pair> => {
    const procedures = KINDS.map((kind) => `Raiser${k}.${how}${kind}`);
    const mix = async (sample: number) => void (await bench.call(`Raiser${k}.Mix`, BigInt(sample)));
    const [one, all] = await bench.inTurn(procedures, SAMPLES, mix);
    return { one: one!, all: all! };
  };
  return { inOrder: await pair('InOrder'), random: await pair('Random'), miss: await pair('Miss') };
}
