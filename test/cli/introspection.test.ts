/** What `spin run` tells of a run: --trace, --events, --stats. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'spin-introspection-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function spin(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/spin.mjs'), 'run', ...args], {
    cwd: join(ROOT, 'examples/guards'),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string; readonly value?: number };
}

describe('spin run --trace', () => {
  it('writes turns of strands and counters of events; the same run gives the same file', () => {
    const [first, second] = ['a.json', 'b.json'].map((name) => {
      const path = join(folder, name);
      expect(spin('port', 'handlers', '--trace', path).status).toBe(0);
      return readFileSync(path, 'utf8');
    });
    expect(second).toBe(first);
    const { traceEvents } = JSON.parse(first!) as { traceEvents: Traced[] };
    const names = traceEvents.filter((e) => e.name === 'process_name').map((e) => e.args?.name);
    expect(names).toEqual(expect.arrayContaining(['kernel', 'port', 'handlers']));
    const turns = traceEvents.filter((e) => e.ph === 'X');
    expect(turns.length).toBeGreaterThan(2);
    // One strand runs at a time.
    turns.sort((a, b) => a.ts! - b.ts!);
    for (const [i, t] of turns.entries()) {
      const next = turns[i + 1]?.ts ?? Number.POSITIVE_INFINITY;
      expect(next + 0.0005).toBeGreaterThan(t.ts! + t.dur!);
    }
    const raises = traceEvents.filter((e) => e.ph === 'C' && e.name.startsWith('raises of '));
    expect(raises.at(-1)?.args?.value).toBeGreaterThan(0);
  });

  it('marks collections', () => {
    const source = join(folder, 'Main.m3');
    writeFileSync(
      source,
      'MODULE Main; VAR r: REF ARRAY OF INTEGER; BEGIN FOR i := 1 TO 400 DO r := NEW(REF ARRAY OF INTEGER, 20000) END END Main.',
    );
    const path = join(folder, 'c.json');
    expect(spin(source, '--trace', path).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain('"name":"collection"');
  });
});

describe('spin run --events', () => {
  it('shows handlers in their order, with domains and guards', () => {
    const { stderr, status } = spin('port', 'handlers', '--events');
    expect(status).toBe(0);
    const lines = stderr.split('\n');
    expect(lines[1]).toMatch(/^event +of domain +raises +handler +of domain +guards +options +invoked +time/);
    expect(lines[2]).toMatch(/^Port\.\w+ +port +\d+ +Port\.\w+ +port +intrinsic/);
    expect(stderr).toMatch(/ {2}Demux\.\w+ +handlers +Demux\.\w+/);
  });

  it('draws them for Graphviz', () => {
    const { stderr } = spin('port', 'handlers', '--events', 'dot');
    expect(stderr).toMatch(/^digraph events \{\n/);
    expect(stderr.match(/\{/g)?.length).toBe(stderr.match(/\}/g)?.length);
    const [, event] = /(event\d+) \[shape=box, label="Port\.\w+\\n\d+ raises"\]/.exec(stderr)!;
    const [, handler] = /(handler\d+) \[shape=ellipse, label="Demux\.\w+"\]/.exec(stderr)!;
    const arrow = new RegExp(`${event} -> ${handler} \\[label="2: Demux\\.\\w+; \\d+ times, [\\d.]+ us"\\]`);
    expect(stderr).toMatch(arrow);
  });

  it('refuses other forms', () => {
    expect(spin('port', '--events=png').status).toBe(64);
  });
});

describe('spin run --stats', () => {
  it('json gives one object, of which all but "host" is the same in every run', () => {
    const [a, b] = [1, 2].map(
      () => JSON.parse(spin('port', 'handlers', '--stats', 'json').stderr) as Record<string, unknown>,
    );
    expect(Object.keys(a!)).toEqual(
      expect.arrayContaining(['domains', 'events', 'fuel', 'strands', 'collections', 'host']),
    );
    expect({ ...a, host: 0 }).toEqual({ ...b, host: 0 });
    expect((a!['domains'] as { name: string }[]).map((d) => d.name)).toEqual(
      expect.arrayContaining(['core', 'port', 'handlers']),
    );
  });

  it('is for people otherwise, and takes nothing of what follows', () => {
    const { stderr } = spin('--stats', 'port', 'handlers');
    expect(stderr).toContain('--- statistics');
    expect(stderr).toMatch(/^handlers +initialised/m);
  });
});

describe('spin run --quota', () => {
  it('says what is wrong with a limit', () => {
    for (const quota of ['port', 'port:disk=1', 'port:cpu=200%', 'port:strands=1M', 'port:memory=', ':memory=1M'])
      expect(spin('port', '--quota', quota).status, quota).toBe(64);
  });
});
