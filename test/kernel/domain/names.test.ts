/** Names that extensions choose, against those who read reports and tools that read files: nothing is broken or forged. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeError } from '../../../src/bytecode/errors.ts';
import type { SpxModule } from '../../../src/bytecode/module.ts';
import { isPrintable } from '../../../src/bytecode/printable.ts';
import { verifyModule } from '../../../src/bytecode/verify/verify.ts';
import { eventGraph, eventTable } from '../../../src/cli/introspection/events.ts';
import { statisticsJson } from '../../../src/cli/introspection/statistics.ts';
import { TraceFile } from '../../../src/cli/introspection/trace.ts';
import { run } from '../../../src/kernel/control.ts';
import { compile, sourceMachine } from '../source.ts';

const folder = mkdtempSync(join(tmpdir(), 'spin-names-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GUEST = {
  'Guest.i3': 'INTERFACE Guest; EXCEPTION Bad(TEXT); PROCEDURE Serve(x: INTEGER) RAISES {Bad}; END Guest.',
  'Guest.m3': `MODULE Guest; IMPORT Dispatcher, IO;
    FUNCTIONAL PROCEDURE Guard(x: INTEGER): BOOLEAN = BEGIN RETURN x > 0 END Guard;
    PROCEDURE Handle(x: INTEGER) RAISES {Bad} = BEGIN IF x > 1 THEN RAISE Bad(Text) END END Handle;
    PROCEDURE Serve(<*UNUSED*> x: INTEGER) RAISES {Bad} = BEGIN END Serve;
    <*FATAL ANY*>
    BEGIN
      EVAL Dispatcher.InstallHandler(Serve, Guard, Handle);
      Dispatcher.SetIsolation(Serve, FALSE, THIS_MODULE());
      IO.Put("authority is mine\\n");
      Serve(1); Serve(2)
    END Guest.`,
};

const TEXT = '"\\n\\033[2Jspin: forged\\n\\202\\n"';
const sources = Object.entries(GUEST).map(([path, text]) => ({
  path,
  text: text.replace('Bad(Text)', `Bad(${TEXT})`),
}));

/** The module with another name in the place of each of its own. */
function renamed(name: string, sourcePath = 'Guest.m3'): SpxModule {
  const m = compile('guest', sources, []);
  const unit = (n: string) => (n === 'Guest' ? name : n);
  return {
    ...m,
    interfaces: m.interfaces.map((i) => ({
      ...i,
      name: unit(i.name),
      procedures: i.procedures.map((p) => ({ ...p, name })),
      exceptions: i.exceptions.map((x) => ({ ...x, name: `${name}!` })),
    })),
    units: m.units.map((u) => ({ ...u, name: unit(u.name), exports: u.exports.map(unit), sourcePath })),
    exceptions: m.exceptions.map((x) => ({ ...x, name })),
    procedures: m.procedures.map((p) => ({ ...p, name })),
  };
}

describe('names that cannot be shown are refused, in a message that can', () => {
  it.each([
    ['a new line', 'a\nspin: forged'],
    ['a control character', 'a\x1b[2J'],
    ['a control character of the upper half', 'a\x9b2J'],
    ['one that turns the writing around', 'a\u202eb'],
    ['one without width', 'a\u200bb'],
    ['a separator of lines', 'a\u2028b'],
    ['half a character', 'a\ud800'],
    ['a blank', 'a b'],
    ['nothing', ''],
    ['too many characters', 'x'.repeat(256)],
  ])('%s', (_, name) => {
    const [error] = verifyModule(renamed(name));
    expect(error?.code).toBe('B2013');
    expect(isPrintable(describeError(error!))).toBe(true);
    expect(describeError(error!).length).toBeLessThan(1100);
  });
});

describe('names that look like something else stay names', () => {
  it.each([
    ['a frame of another', '(wasm://wasm/d1.core-01234567:wasm-function[5]:0x1)'],
    ['a frame of another without parentheses', 'wasm://wasm/natives:wasm-function[1]:0x2'],
    ['a module of the kernel', 'Mutex'],
    ['the name of generated code', 'e1.1.Server.Note'],
    ['the end of a label of Graphviz', '"];evil[label="'],
    ['an escape of Graphviz', '\\N\\n\\'],
    ['HTML of Graphviz', '<b>x</b>'],
    ['JSON', '","ph":"X","x":"'],
    ['something long', 'x'.repeat(254)],
    ['other scripts', 'Überprüfung.данных.检查🙂'],
    ['a column of a table', '0│12'],
    ['a property of objects', '__proto__'],
  ])('%s', async (_, name) => {
    const m = sourceMachine();
    const logged: string[] = [];
    Object.assign(m.kernel, { log: (line: string) => logged.push(line) });
    const trace = new TraceFile(m.kernel, join(folder, 'trace.json'));
    const outcome = await m.startModule('guest', renamed(name));
    await run(m.kernel);
    trace.write();
    // Who calls the kernel is told from the stack: it is this extension whatever its code is called.
    expect(m.shown()).toBe('authority is mine\n');
    const report = logged.join('\n').split('\n');
    expect(outcome.kind).toBe('failed');
    expect(report.every(isPrintable)).toBe(true);
    expect(report).toEqual([
      `spin: uncaught exception ${name}.${name}("\\n\\u{1b}[2Jspin: forged\\n\\u{82}\\n") at Guest.m3:3:69`,
      `    in ${name}.${name} (Guest.m3:3:69)`,
      `    in ${name}.${name} (Guest.m3:10:17)`,
      '  strand guest (main)',
    ]);
    const table = eventTable(m.kernel).trimEnd().split('\n');
    expect(table.length).toBe(4);
    expect(table[2]).toContain(`${name}.${name}`);
    expect(statementsOf(eventGraph(m.kernel))).toMatchObject({ clusters: 1, nodes: 3, arrows: 2 });
    const { traceEvents } = JSON.parse(readFileSync(join(folder, 'trace.json'), 'utf8'));
    expect(traceEvents.map((e: { name: string }) => e.name)).toContain(`raises of ${name}.${name} (guest)`);
    const { events } = JSON.parse(statisticsJson(m.kernel)) as { events: { name: string }[] };
    expect(events.map((e) => e.name)).toEqual([`${name}.${name}`]);
  });
});

/** A reader of the part of Graphviz's language that is used. Throws at anything else. */
function statementsOf(text: string): { clusters: number; nodes: number; arrows: number } {
  const id = String.raw`(?:[A-Za-z_]\w*|"(?:[^"\\]|\\[^])*")`;
  const attributes = String.raw`\[(?:${id}=${id}(?:, )?)+\]`;
  const count = { clusters: 0, nodes: 0, arrows: 0 };
  const kinds: [RegExp, keyof typeof count | undefined][] = [
    [new RegExp(String.raw`^digraph events \{\s*|^rankdir=LR\s*|^label=${id}\s*|^\}\s*`), undefined],
    [/^subgraph cluster_\d+ \{\s*/, 'clusters'],
    [new RegExp(`^${id} -> ${id} ${attributes}\\s*`), 'arrows'],
    [new RegExp(`^${id} ${attributes}\\s*`), 'nodes'],
  ];
  for (let rest = text; rest !== ''; ) {
    const found = kinds.map(([r, what]) => ({ match: r.exec(rest)?.[0], what })).find(({ match }) => match);
    if (!found) throw new Error(`no statement: ${rest}`);
    if (found.what) count[found.what]++;
    rest = rest.slice(found.match!.length);
  }
  return count;
}

it('paths of sources are shown in one line', async () => {
  const m = sourceMachine();
  await m.startModule('guest', renamed('Guest', 'Guest.m3:1:1\nspin: forged\u202e'));
  expect(m.shown()).toContain('at Guest.m3:1:1\\nspin: forged\\u{202e}:3:');
});

it('domains have names of one line', async () => {
  const m = sourceMachine();
  await m.start('test', {
    'Test.m3': `MODULE Test EXPORTS Main; IMPORT Domain, IO, Text;
      PROCEDURE Try(name: TEXT) =
        BEGIN TRY IO.Put(Domain.Name(Domain.Create(name, NIL)) & ";") EXCEPT Domain.Error(t) => IO.Put(Text.Sub(t, 0, 60) & ";") END END Try;
      VAR long := "";
      BEGIN Try("my own"); Try("a\\nspin: forged"); FOR i := 1 TO 30 DO long := long & "0123456789" END; Try(long) END Test.`,
  });
  const [good, forged, long] = m.shown().split(';');
  expect(good).toBe('my own');
  expect(forged).toBe('K1112: "a\\nspin: forged" cannot be the name of a domain: it ');
  expect(long).toMatch(/^K1112: "[0-9]{40}\.\.\." cannot/);
});

it('equal names in two domains are two events, of two domains', async () => {
  const m = sourceMachine();
  for (const domain of ['one', 'two']) await m.startModule(domain, renamed('Guest'));
  expect(statementsOf(eventGraph(m.kernel))).toMatchObject({ clusters: 2, nodes: 6, arrows: 4 });
  const rows = eventTable(m.kernel)
    .split('\n')
    .filter((line) => line.startsWith('Guest.'));
  expect(rows.map((line) => line.split(/ {2,}/)[1])).toEqual(['one', 'two']);
});
