/** The cache of results as users meet it: a second run gives what the first gave, and what changed is seen. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Folder, type Ran } from '../tools.ts';

let f: Folder;
let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'spin-cache-'));
  f = new Folder();
});
afterEach(() => {
  f.remove();
  rmSync(cache, { recursive: true, force: true });
});

const run = (tool: 'spinc' | 'spin', ...args: string[]): Promise<Ran> =>
  f.run(tool, args, { env: { SPIN_CACHE: cache } });
/** What stands behind the head of an entry. */
const contents = (entry: Uint8Array): unknown => deserialize(entry.subarray(40));
const entries = (): string[] => readdirSync(cache).filter((name) => name.endsWith('.res'));

const A3 = 'INTERFACE A;\nPROCEDURE P(n: INTEGER): INTEGER;\nEND A.\n';
const AM = 'MODULE A;\nPROCEDURE P(n: INTEGER): INTEGER = BEGIN RETURN n + 1 END P;\nBEGIN END A.\n';
const MAIN =
  'MODULE Main;\nIMPORT A, IO, Fmt;\nVAR unused := 1;\nBEGIN\n  IO.Put(Fmt.Int(A.P(1)) & "\\n");\nEND Main.\n';

describe('the cache of results', () => {
  it('changes nothing in what a command says and writes', async () => {
    f.write({
      'x/A.i3': A3,
      'x/A.m3': AM,
      'x/Main.m3': MAIN,
      'bad/Main.m3': 'MODULE Main;\nIMPORT Fnt;\nBEGIN x := 1 END Main.\n',
    });
    for (const args of [
      ['check', 'x'],
      ['check', 'x', '--format', 'json'],
      ['check', 'bad'],
      ['check', 'x', '--no-warn', 'all'],
      ['check', 'x', '--warn-as-error'],
      ['build', 'x', '-o', 'x.spx'],
      ['build', 'bad', '-o', 'bad.spx'],
    ]) {
      const without = await run('spinc', ...args, '--no-cache');
      const first = await run('spinc', ...args);
      expect(first, args.join(' ')).toEqual(without);
      expect(await run('spinc', ...args), args.join(' ')).toEqual(without);
    }
    const bytes = readFileSync(join(f.path, 'x.spx'));
    await run('spinc', 'build', 'x', '-o', 'x.spx', '--no-cache');
    expect(readFileSync(join(f.path, 'x.spx'))).toEqual(bytes);
    expect(await run('spin', 'run', 'x', '--no-cache')).toEqual(await run('spin', 'run', 'x'));
    expect((await run('spin', 'run', 'x')).out).toBe('2\n');
  });

  it('is used: a result that somebody put in its place comes out', async () => {
    f.write({
      'x/Main.m3': 'MODULE Main;\nBEGIN\nEND Main.\n',
      'y/Main.m3': 'MODULE Main;\nBEGIN\n  x := 1\nEND Main.\n',
    });
    await run('spinc', 'check', 'x');
    const [good] = entries();
    await run('spinc', 'check', 'y');
    const [bad] = entries().filter((name) => name !== good);
    writeFileSync(join(cache, good!), readFileSync(join(cache, bad!)));
    expect(await run('spinc', 'check', 'x')).toMatchObject({ status: 1 });
    expect(await run('spinc', 'check', 'x', '--no-cache')).toMatchObject({ status: 0, err: '' });
  });

  it('sees a change in a file, in an imported interface, and in where interfaces are found', async () => {
    f.write({ 'lib/A.i3': A3, 'x/Main.m3': MAIN });
    const check = (...more: string[]) =>
      run('spinc', 'check', 'x', '--interface-path', 'lib', '--no-warn', 'all', ...more);
    expect(await check()).toMatchObject({ status: 0 });
    expect(await check()).toMatchObject({ status: 0 });
    f.write({ 'lib/A.i3': A3.replace('(n: INTEGER)', '(n: TEXT)') });
    expect(await check()).toMatchObject({ status: 1 });
    f.write({ 'lib/A.i3': A3 });
    expect(await check()).toMatchObject({ status: 0 });
    // A library's interface of that name comes first from now on.
    f.write({ 'lib/Fmt.i3': 'INTERFACE Fmt; END Fmt.\n' });
    expect((await check()).err).toContain('interface Fmt declares no Int');
    rmSync(join(f.path, 'lib/Fmt.i3'));
    expect(await check()).toMatchObject({ status: 0 });
    rmSync(join(f.path, 'lib/A.i3'));
    const missing = await check();
    expect(missing.err).toContain('interface A is not found');
    expect(await check()).toEqual(missing);
    // What could be meant is part of the message.
    f.write({ 'lib/AA.i3': 'INTERFACE AA; END AA.\n' });
    expect(await check()).toEqual(await check('--no-cache'));
  });

  it('sees a change in a compiled interface, and that a folder is gone', async () => {
    f.write({ 'a/A.i3': A3, 'a/A.m3': AM, 'x/Main.m3': MAIN });
    const check = () => run('spinc', 'check', 'x', '--interface-path', 'a.spx', '--no-warn', 'all');
    await run('spinc', 'a', '-o', 'a.spx');
    expect(await check()).toMatchObject({ status: 0 });
    f.write({
      'a/A.i3': A3.replace('): INTEGER', '): TEXT'),
      'a/A.m3': AM.replace('): INTEGER', '): TEXT').replace('n + 1', '""'),
    });
    await run('spinc', 'a', '-o', 'a.spx');
    expect(await check()).toMatchObject({ status: 1 });
    rmSync(join(f.path, 'a.spx'));
    const gone = await check();
    expect(gone.status).not.toBe(0);
    expect(gone.err).toContain('a.spx');
  });

  it('gives way where an entry is broken, and mends it', async () => {
    f.write({ 'x/A.i3': A3, 'x/A.m3': AM, 'x/Main.m3': MAIN });
    const first = await run('spinc', 'check', 'x');
    const [entry] = entries();
    const whole = readFileSync(join(cache, entry!));
    for (const broken of ['', 'SPINRES1', whole.subarray(0, 60), Buffer.concat([whole, Buffer.from('x')])]) {
      writeFileSync(join(cache, entry!), broken);
      expect(await run('spinc', 'check', 'x')).toEqual(first);
      expect(contents(readFileSync(join(cache, entry!)))).toEqual(contents(whole));
    }
  });

  it('costs nothing but time where it cannot be written', async () => {
    f.write({ 'x/Main.m3': 'MODULE Main;\nBEGIN\nEND Main.\n', nowhere: '' });
    for (const place of [join(f.path, 'nowhere'), join(f.path, 'nowhere', 'below'), '/proc/spin', '']) {
      expect(await f.run('spinc', ['check', 'x'], { env: { SPIN_CACHE: place } })).toEqual({
        status: 0,
        out: '',
        err: '',
      });
    }
    chmodSync(cache, 0o500);
    expect(await run('spinc', 'check', 'x')).toEqual({ status: 0, out: '', err: '' });
    chmodSync(cache, 0o700);
  });

  it('says the same after a change in one of the files, from what it has kept of the others', async () => {
    f.write({ 'x/A.i3': A3, 'x/A.m3': AM, 'x/Main.m3': MAIN, 'y/Main.m3': MAIN });
    const check = (...more: string[]) => run('spinc', 'check', 'x', 'y/Main.m3', '--format', 'json', ...more);
    const changes: readonly (readonly [path: string, text: string | undefined])[] = [
      ['x/Main.m3', MAIN.replace('unused := 1', 'unused := "1"')],
      ['x/A.i3', `(* Moved. *)\n${A3}`],
      ['x/A.i3', A3.replace('INTEGER;', 'TEXT;')],
      ['x/A.m3', AM.replace('n + 1', 'n +')],
      ['x/A.m3', undefined],
      ['x/A.i3', A3],
      ['x/A.m3', AM],
      ['x/B.i3', 'INTERFACE B;\nPROCEDURE Q();\nEND B.\n'],
      ['x/Main.m3', MAIN.replace('IMPORT A,', 'IMPORT A, B,')],
      ['x/B.i3', undefined],
      ['y/Main.m3', undefined],
      ['y/Main.m3', 'MODULE Main;\nBEGIN\nEND Main.\n'],
    ];
    for (const [path, text] of changes) {
      if (text === undefined) rmSync(join(f.path, path));
      else f.write({ [path]: text });
      expect(await check(), path).toEqual(await check('--no-cache'));
    }
  });

  it('gives way where what it has kept of the files is broken or something else', async () => {
    f.write({ 'x/A.i3': A3, 'x/A.m3': AM, 'x/Main.m3': MAIN });
    await run('spinc', 'check', 'x');
    const [kept] = readdirSync(cache).filter((name) => name.endsWith('.files'));
    const whole = readFileSync(join(cache, kept!));
    const other = readFileSync(join(cache, entries()[0]!));
    for (const [i, broken] of ['', 'SPINRES1', whole.subarray(0, whole.length - 1), other].entries()) {
      writeFileSync(join(cache, kept!), broken);
      f.write({ 'x/Main.m3': MAIN.replace('unused', `unused${i}`) });
      expect(await run('spinc', 'check', 'x')).toEqual(await run('spinc', 'check', 'x', '--no-cache'));
    }
    expect(contents(readFileSync(join(cache, kept!)))).toBeInstanceOf(Map);
  });

  it('is shared by processes that run at once', async () => {
    f.write({ 'x/A.i3': A3, 'x/A.m3': AM, 'x/Main.m3': MAIN });
    const names = ['1', '2', '3', '4'];
    const all = await Promise.all(names.map((n) => run('spinc', 'build', 'x', '-o', `${n}.spx`, '--no-warn', 'all')));
    expect(all).toEqual(names.map(() => ({ status: 0, out: '', err: '' })));
    const files = names.map((n) => readFileSync(join(f.path, `${n}.spx`)));
    for (const file of files) expect(file).toEqual(files[0]);
    expect(entries()).toHaveLength(1);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it('is left alone with --no-cache', async () => {
    f.write({ 'x/Main.m3': 'MODULE Main;\nBEGIN\nEND Main.\n' });
    await run('spinc', 'check', 'x', '--no-cache');
    await run('spinc', 'build', 'x', '-o', 'x.spx', '--no-cache');
    await run('spin', 'run', 'x', '--no-cache');
    expect(readdirSync(cache)).toEqual([]);
  });
});
