/**
 * What events cost: raises by arguments and handlers, guards that compare one value with many constants, installation, asynchrony.
 *
 * The programs are generated: a thousand guards differ by a constant each.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guards } from './guards.ts';
import { Bench, compileExtension } from './harness.ts';
import type { Cell, Report } from './report.ts';
import { cells, type Figures, figures } from './statistics.ts';

export const GUARDS = 1000;
const HANDLERS = [1, 5, 10, 50];
/** Numbers of handlers whose calls are also written out, without any event. */
const WRITTEN = [10, 50];

interface Shape {
  readonly name: string;
  readonly formals: string;
  readonly actuals: string;
  readonly sum: string;
}
const SHAPES: readonly Shape[] = [
  { name: 'Zero', formals: '', actuals: '', sum: '1' },
  { name: 'One', formals: 'a: INTEGER', actuals: '1', sum: 'a' },
  { name: 'Five', formals: 'a, b, c, d, e: INTEGER', actuals: '1, 2, 3, 4, 5', sum: 'a + b + c + d + e' },
];

/** A procedure that the engine does not expand where it is called: what it never does is too much for that. */
const kept = (s: Shape): string =>
  `<*NOWARN*> PROCEDURE Kept${s.name}(${s.formals}) = BEGIN IF n < 0 THEN ${'n := 3 * n MOD 1001;'.repeat(60)} END; INC(n) END Kept${s.name};`;

const all = (each: (s: Shape) => string): string => SHAPES.map(each).join('\n');

const PORTS = [
  {
    path: 'Ports.i3',
    text: `INTERFACE Ports; ${all((s) => `PROCEDURE ${s.name}(${s.formals}); PROCEDURE Kept${s.name}(${s.formals});`)} PROCEDURE To(port: INTEGER); END Ports.`,
  },
  {
    path: 'Ports.m3',
    text: `MODULE Ports; VAR n := 0;
      ${all((s) => `<*NOWARN*> PROCEDURE ${s.name}(${s.formals}) = BEGIN INC(n) END ${s.name};`)}
      ${all(kept)}
      PROCEDURE To(<*UNUSED*> port: INTEGER) = BEGIN INC(n) END To;
      BEGIN END Ports.`,
  },
];

const RAISER = [
  {
    path: 'Other.i3',
    text: `INTERFACE Other; ${all((s) => `PROCEDURE Kept${s.name}(${s.formals});`)} END Other.`,
  },
  {
    path: 'Other.m3',
    text: `MODULE Other; VAR n := 0;
      ${all(kept)}
      BEGIN END Other.`,
  },
  {
    path: 'Raiser.i3',
    text: `INTERFACE Raiser;
      PROCEDURE Small(n: INTEGER); PROCEDURE Large(n: INTEGER); PROCEDURE Clear();
      ${all(
        (
          s,
        ) => `PROCEDURE Raise${s.name}(n: INTEGER): INTEGER; PROCEDURE Call${s.name}(n: INTEGER): INTEGER; PROCEDURE Unhandled${s.name}(n: INTEGER): INTEGER;
      ${WRITTEN.map((k) => `PROCEDURE Small${k}${s.name}(n: INTEGER); PROCEDURE Large${k}${s.name}(n: INTEGER);`).join(' ')}`,
      )}
      PROCEDURE LocalCalls(n: INTEGER): INTEGER; PROCEDURE Guarded(n: INTEGER); PROCEDURE Compared(n: INTEGER); PROCEDURE Hit(n: INTEGER): INTEGER; PROCEDURE Miss(n: INTEGER): INTEGER;
      PROCEDURE InstallAndRaise(n: INTEGER); PROCEDURE Later(n: INTEGER);
      END Raiser.`,
  },
  {
    path: 'Raiser.m3',
    text: `MODULE Raiser; IMPORT Dispatcher, Other, Ports; <*FATAL Dispatcher.Error*>
      VAR hits, last := 0; count := 0; installed: ARRAY [0..4095] OF Dispatcher.Binding; later: REF PROCEDURE(port: INTEGER) := NIL;
      PROCEDURE Down(x: INTEGER): INTEGER = BEGIN IF x < 0 THEN RETURN Down(x + 1) END; RETURN x END Down;
      ${all((s) => `<*NOWARN*> PROCEDURE Small${s.name}(${s.formals}) = BEGIN IF hits # ${s.sum} THEN last := hits END; IF last > 7 + ${s.sum} THEN last := 5 ELSIF last < -3 + ${s.sum} THEN last := 3 END END Small${s.name};`)}
      ${all((s) => `<*NOWARN*> PROCEDURE Large${s.name}(${s.formals}) = BEGIN INC(hits, Down(${s.sum})) END Large${s.name};`)}
      PROCEDURE LocalCalls(n: INTEGER): INTEGER = VAR x := 0; BEGIN FOR i := 1 TO n DO x := Down(x) END; RETURN x END LocalCalls;
      PROCEDURE Keep(b: Dispatcher.Binding) = BEGIN installed[count] := b; INC(count) END Keep;
      PROCEDURE Small(n: INTEGER) = BEGIN FOR i := 1 TO n DO ${all((s) => `Keep(Dispatcher.InstallHandler(Ports.${s.name}, NIL, Small${s.name}));`)} END END Small;
      PROCEDURE Large(n: INTEGER) = BEGIN FOR i := 1 TO n DO ${all((s) => `Keep(Dispatcher.InstallHandler(Ports.${s.name}, NIL, Large${s.name}));`)} END END Large;
      ${all((s) => `<*NOWARN*> FUNCTIONAL PROCEDURE Guard${s.name}(${s.formals}): BOOLEAN = BEGIN RETURN last < 100 + ${s.sum} END Guard${s.name};`)}
      PROCEDURE Guarded(n: INTEGER) = BEGIN FOR i := 1 TO n DO ${all((s) => `Keep(Dispatcher.InstallHandler(Ports.${s.name}, Guard${s.name}, Small${s.name}));`)} END END Guarded;
      PROCEDURE Clear() = BEGIN FOR i := 0 TO count - 1 DO Dispatcher.Uninstall(installed[i]) END; count := 0 END Clear;
      ${all((s) => `PROCEDURE Raise${s.name}(n: INTEGER): INTEGER = BEGIN FOR i := 1 TO n DO Ports.${s.name}(${s.actuals}) END; RETURN hits END Raise${s.name};`)}
      ${all((s) => `PROCEDURE Call${s.name}(n: INTEGER): INTEGER = BEGIN FOR i := 1 TO n DO Other.Kept${s.name}(${s.actuals}) END; RETURN hits END Call${s.name};`)}
      ${all((s) => `PROCEDURE Unhandled${s.name}(n: INTEGER): INTEGER = BEGIN FOR i := 1 TO n DO Ports.Kept${s.name}(${s.actuals}) END; RETURN hits END Unhandled${s.name};`)}
      ${all((s) => WRITTEN.flatMap((k) => ['Small', 'Large'].map((kind) => `PROCEDURE ${kind}${k}${s.name}(n: INTEGER) = BEGIN FOR i := 1 TO n DO ${`${kind}${s.name}(${s.actuals});`.repeat(k)} END END ${kind}${k}${s.name};`)).join('\n'))}
      PROCEDURE Take(port: INTEGER) = BEGIN INC(hits, port) END Take;
      ${Array.from({ length: GUARDS }, (_, n) => `FUNCTIONAL PROCEDURE G${n}(port: INTEGER): BOOLEAN = BEGIN RETURN port = ${n * 7} END G${n};`).join('\n')}
      TYPE Guard = FUNCTIONAL PROCEDURE(port: INTEGER): BOOLEAN;
      VAR guards := ARRAY [0..${GUARDS - 1}] OF Guard{${Array.from({ length: GUARDS }, (_, n) => `G${n}`).join(', ')}};
      PROCEDURE Compared(n: INTEGER) = BEGIN FOR i := 0 TO n - 1 DO Keep(Dispatcher.InstallHandler(Ports.To, guards[i], Take)) END END Compared;
      PROCEDURE Hit(n: INTEGER): INTEGER =
        VAR next := 0;
        BEGIN FOR i := 1 TO n DO Ports.To(7 * next); INC(next); IF next >= count THEN next := 0 END END; RETURN hits END Hit;
      PROCEDURE Miss(n: INTEGER): INTEGER = BEGIN FOR i := 1 TO n DO Ports.To(3) END; RETURN hits END Miss;
      PROCEDURE InstallAndRaise(n: INTEGER) =
        BEGIN FOR i := 1 TO n DO Keep(Dispatcher.InstallHandler(Ports.To, guards[count MOD ${GUARDS}], Take)); Ports.To(7) END END InstallAndRaise;
      PROCEDURE Later(n: INTEGER) =
        BEGIN
          IF later = NIL THEN later := NEW(REF PROCEDURE(port: INTEGER)); Dispatcher.Assign(Dispatcher.GetAsynchAlias(Ports.To), later) END;
          FOR i := 1 TO n DO later^(i) END
        END Later;
      BEGIN END Raiser.`,
  },
];

/** `root`: a folder to put programs in. */
export async function loadRaiser(bench: Bench, root: string): Promise<void> {
  for (const [name, sources] of [['ports', PORTS] as const, ['raiser', RAISER] as const]) {
    mkdirSync(join(root, name));
    for (const { path, text } of sources) writeFileSync(join(root, name, path), text);
  }
  for (const name of ['ports', 'raiser']) await bench.load(name, compileExtension(name, root));
}

export async function dispatch(report: Report): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'spin-bench-'));
  try {
    const bench = new Bench();
    await loadRaiser(bench, root);
    await raises(bench, report);
    await growing(bench, report);
    await guards(bench, root, report);
    await installing(bench, report);
    await asynchronous(bench, report);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const SAMPLES = 15;

async function raises(bench: Bench, report: Report): Promise<void> {
  const rows: Cell[][] = [];
  const row = async (name: string, procedure: (s: Shape) => string) => {
    const row: Cell[] = [name];
    for (const s of SHAPES) {
      const procedures = ['Raiser.LocalCalls', procedure(s)];
      const [call, raise] = await bench.inTurn(procedures, SAMPLES);
      row.push(...cells(raise!), raise!.median / call!.median);
    }
    rows.push(row);
  };
  await row('procedure call, same module', () => 'Raiser.LocalCalls');
  await row('procedure call, another module', ({ name }) => `Raiser.Call${name}`);
  await row('raise, no other handler', ({ name }) => `Raiser.Unhandled${name}`);
  const kinds = { Small: 'small handlers', Guarded: 'small handlers with guards', Large: 'handlers that call' };
  for (const [kind, what] of Object.entries(kinds)) {
    for (const handlers of HANDLERS) {
      await bench.call(`Raiser.${kind}`, BigInt(handlers));
      await row(`${handlers} ${what}`, ({ name }) => `Raiser.Raise${name}`);
      await bench.call('Raiser.Clear');
      if (kind !== 'Guarded' && WRITTEN.includes(handlers))
        await row('… calls written out', (s) => `Raiser.${kind}${handlers}${s.name}`);
    }
  }
  report.table(
    'Raises by handlers besides the intrinsic one (ns; in procedure calls)',
    ['', ...['0 args', '1 arg', '5 args'].flatMap((args) => [`${args}: min`, 'median', 'max', 'calls'])],
    rows,
  );
}

async function growing(bench: Bench, report: Report): Promise<void> {
  const rows: Cell[][] = [];
  let first: Figures | undefined;
  for (const n of [1, 10, 100, GUARDS]) {
    await bench.call('Raiser.Compared', BigInt(n));
    const [hit, miss] = await bench.inTurn(['Raiser.Hit', 'Raiser.Miss'], SAMPLES);
    first ??= hit!;
    rows.push([`${n} guards`, ...cells(hit!), hit!.median / first.median, ...cells(miss!)]);
    await bench.call('Raiser.Clear');
  }
  report.table(
    'Raises to guards that compare the argument with a constant each (ns)',
    ['', 'one says yes: min', 'median', 'max', 'ratio', 'none does: min', 'median', 'max'],
    rows,
  );
}

async function installing(bench: Bench, report: Report): Promise<void> {
  const rows: Cell[][] = [];
  let at = 0;
  for (const upTo of [1, 100, 1000]) {
    await bench.call('Raiser.InstallAndRaise', BigInt(upTo - 1 - at));
    const times: number[] = [];
    for (let n = 0; n < 5; n++) times.push((await bench.call('Raiser.InstallAndRaise', 1n)).nanoseconds / 1000);
    at = upTo + 4;
    const f = figures(times);
    rows.push([`from the ${upTo}. on`, ...cells(f)]);
  }
  const from = process.hrtime.bigint();
  await bench.call('Raiser.Clear');
  rows.push([`uninstalling ${at}, each`, Number(process.hrtime.bigint() - from) / 1000 / at, '', '']);
  report.table('Installing a handler and raising the event (us)', ['', 'min', 'median', 'max'], rows);
}

async function asynchronous(bench: Bench, report: Report): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < 7; n++) {
    const from = process.hrtime.bigint();
    await bench.call('Raiser.Later', 1000n);
    await bench.kernel.strands.run();
    times.push(Number(process.hrtime.bigint() - from) / 1000);
  }
  const f = figures(times);
  report.table(
    'Asynchronous raise, until the handlers have run (ns)',
    ['', 'min', 'median', 'max'],
    [['1 handler', ...cells(f)]],
  );
}
