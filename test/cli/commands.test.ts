/** The commands that other tools call: options, forms of output, exit statuses. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Folder } from './tools.ts';

const HELLO = 'MODULE Hello EXPORTS Main; IMPORT IO; BEGIN IO.Put("hello\\n") END Hello.\n';
const WRONG = 'MODULE Wrong EXPORTS Main;\nIMPORT IO;\nBEGIN\n  IO.Put(3);\nEND Wrong.\n';
const STACK = {
  'stack/Stack.i3':
    'INTERFACE Stack; TYPE T <: REFANY; PROCEDURE New(): T; PROCEDURE Push(s: T; n: INTEGER): INTEGER; END Stack.',
  'stack/Stack.m3':
    'MODULE Stack; IMPORT Helper; REVEAL T = BRANDED "s" REF RECORD n := 0 END; PROCEDURE New(): T = BEGIN RETURN NEW(T) END New; PROCEDURE Push(s: T; n: INTEGER): INTEGER = BEGIN INC(s.n, n); RETURN Helper.Twice(s.n) END Push; BEGIN END Stack.',
  'stack/Helper.i3': 'INTERFACE Helper; PROCEDURE Twice(n: INTEGER): INTEGER; END Helper.',
  'stack/Helper.m3':
    'MODULE Helper; PROCEDURE Twice(n: INTEGER): INTEGER = BEGIN RETURN 2 * n END Twice; BEGIN END Helper.',
};
const USER =
  'MODULE User EXPORTS Main; IMPORT Fmt, IO, Stack; BEGIN IO.Put(Fmt.Int(Stack.Push(Stack.New(), 21)) & "\\n") END User.';

const folders: Folder[] = [];
function folder(files: Parameters<Folder['write']>[0] = {}): Folder {
  const made = new Folder().write(files);
  folders.push(made);
  return made;
}
afterAll(() => {
  for (const f of folders) f.remove();
});

describe('spinc', () => {
  it.concurrent('compiles one extension, to a file named after it or with -o, and verifies it', async () => {
    const f = folder({ 'Hello.m3': HELLO });
    expect(await f.spinc('Hello.m3')).toEqual({ status: 0, out: '', err: '' });
    expect(existsSync(join(f.path, 'Hello.spx'))).toBe(true);
    expect((await f.spinc('build', 'Hello.m3', '-o', 'other.spx')).status).toBe(0);
    expect(readFileSync(join(f.path, 'other.spx')).equals(readFileSync(join(f.path, 'Hello.spx')))).toBe(true);
    expect(await f.spinc('verify', 'other.spx')).toMatchObject({ status: 0, out: expect.stringContaining('verified') });
    expect(await f.spin('run', 'other.spx')).toMatchObject({ status: 0, out: 'hello\n', err: '' });
  });

  it.concurrent('reports path, line, column, code, message, the line and carets; writes nothing; exits 1', async () => {
    const f = folder({ 'Wrong.m3': WRONG });
    const ran = await f.spinc('Wrong.m3');
    expect(ran.status).toBe(1);
    expect(ran.err).toMatch(
      /^Wrong\.m3:4:10: error\[M3\d\d\d\]: .*INTEGER.*TEXT.*\n {4}4 \| {3}IO\.Put\(3\);\n {6}\| {10}\^\n/,
    );
    expect(ran.err).not.toContain('\u001b');
    expect(existsSync(join(f.path, 'Wrong.spx'))).toBe(false);
  });

  it.concurrent('colours only when told to, or on a terminal without NO_COLOR', async () => {
    const f = folder({ 'Wrong.m3': WRONG });
    expect((await f.run('spinc', ['check', 'Wrong.m3', '--color', 'always'])).err).toContain('\u001b[');
    expect((await f.run('spinc', ['check', 'Wrong.m3'], { env: { NO_COLOR: '1' } })).err).not.toContain('\u001b');
    expect((await f.spinc('check', 'Wrong.m3', '--color', 'sometimes')).status).toBe(64);
  });

  it.concurrent('gives JSON lines', async () => {
    const f = folder({ 'Wrong.m3': WRONG });
    const { status, out, err } = await f.spinc('check', '--format', 'json', 'Wrong.m3');
    expect(status).toBe(1);
    expect(err).toBe('');
    const lines = out
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l) as Record<string, unknown>);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      reason: 'diagnostic',
      severity: 'error',
      file: 'Wrong.m3',
      line: 4,
      column: 10,
      endColumn: 11,
    });
  });

  it.concurrent('check reports and writes nothing; --syntax-only looks at each file by itself', async () => {
    const f = folder({ 'Wrong.m3': WRONG, 'sub/Broken.m3': 'MODULE Broken;\nBEGIN\n  x := ;\nEND Broken.\n' });
    expect((await f.spinc('check', 'Wrong.m3')).status).toBe(1);
    expect(await f.spinc('check', '--syntax-only', 'Wrong.m3')).toEqual({
      status: 0,
      out: '',
      err: '1 file, 5 lines, 0 errors\n',
    });
    const both = await f.spinc('check', '--syntax-only', '.');
    expect(both.status).toBe(1);
    expect(both.err).toMatch(/^sub\/Broken\.m3:3:8: error\[P1/);
  });

  it.concurrent('finds interfaces of other domains in folders and in .spx files', async () => {
    const f = folder({ ...STACK, 'user/User.m3': USER });
    expect((await f.spinc('check', 'user')).err).toContain('interface Stack is not found');
    expect((await f.spinc('user', '--interface-path', 'stack', '-o', 'a.spx')).err).toBe('');
    expect((await f.spinc('stack', '-o', 'stack.spx')).err).toBe('');
    expect((await f.spinc('user', '--interface-path', 'stack.spx', '-o', 'b.spx')).err).toBe('');
    expect(await f.spin('run', 'stack.spx', 'b.spx')).toMatchObject({ status: 0, out: '42\n' });
    expect(await f.spin('run', 'stack', 'a.spx')).toMatchObject({ status: 0, out: '42\n' });
  });

  it.concurrent('compiles in what library paths have, with what that needs', async () => {
    const f = folder({ ...STACK, 'user/User.m3': USER });
    expect((await f.spinc('user', '--library-path', 'stack', '-o', 'all.spx')).err).toBe('');
    expect(await f.spin('run', 'all.spx')).toMatchObject({ status: 0, out: '42\n' });
    expect(await f.spin('run', '--library-path', 'stack', 'user')).toMatchObject({ status: 0, out: '42\n' });
  });

  it.concurrent('disasm and asm are a round trip; dump shows sections', async () => {
    const f = folder({ 'Hello.m3': HELLO });
    await f.spinc('Hello.m3');
    const { out } = await f.spinc('disasm', 'Hello.spx');
    f.write({ 'Hello.spxt': out });
    expect(await f.spinc('asm', 'Hello.spxt', '-o', 'again.spx')).toEqual({ status: 0, out: '', err: '' });
    expect(readFileSync(join(f.path, 'again.spx')).equals(readFileSync(join(f.path, 'Hello.spx')))).toBe(true);
    const dumped = JSON.parse((await f.spinc('dump', 'Hello.spx', '--section', 'imports')).out) as { name: string }[];
    expect(dumped.map((i) => i.name)).toContain('IO');
    f.write({ 'Bad.spxt': 'extension "x"\nnonsense\n' });
    expect(await f.spinc('asm', 'Bad.spxt', '-o', 'x.spx')).toMatchObject({
      status: 1,
      err: expect.stringContaining('Bad.spxt:2:'),
    });
  });

  it.concurrent('explains codes and says when there is none', async () => {
    const f = folder();
    expect(await f.spinc('--explain', 'M3001')).toMatchObject({ status: 0, out: expect.stringContaining('interface') });
    expect(await f.spinc('explain', 'm3001')).toMatchObject({ status: 0 });
    expect(await f.spinc('explain', 'X9')).toMatchObject({ status: 1, err: expect.stringContaining('X9') });
  });

  it.concurrent('tells version and help, and refuses wrong usage with 64', async () => {
    const f = folder({ 'Hello.m3': HELLO });
    expect((await f.spinc('--version')).out).toMatch(/^spinc \d+\.\d+\.\d+\n$/);
    expect(await f.spinc('--help')).toMatchObject({ status: 0, out: expect.stringContaining('Usage') });
    for (const command of ['build', 'check', 'verify', 'disasm', 'asm', 'dump', 'explain', 'lsp']) {
      expect(await f.spinc(command, '--help'), command).toMatchObject({
        status: 0,
        out: expect.stringContaining('Exit status'),
      });
    }
    for (const args of [
      [],
      ['check'],
      ['build'],
      ['Hello.m3', '--nonsense'],
      ['Hello.m3', '-o'],
      ['verify'],
      ['disasm', 'a.spx', 'b.spx'],
    ]) {
      const ran = await f.spinc(...args);
      expect(ran.status, args.join(' ')).toBe(64);
      expect(ran.err).not.toBe('');
    }
  });

  it.concurrent('names files that it cannot read or write', async () => {
    const f = folder({ 'Hello.m3': HELLO, 'notes.txt': 'x', 'empty/readme': '' });
    for (const [args, what] of [
      [['check', 'nowhere.m3'], 'nowhere.m3'],
      [['check', 'notes.txt'], 'notes.txt'],
      [['check', 'empty'], 'empty'],
      [['Hello.m3', '-o', 'no/such/folder/x.spx'], 'no/such/folder/x.spx'],
      [['verify', 'Hello.m3'], 'Hello.m3'],
      [['check', 'Hello.m3', '--interface-path', 'nowhere'], 'nowhere'],
    ] as const) {
      const ran = await f.spinc(...args);
      expect(ran.status, args.join(' ')).toBe(1);
      expect(ran.err).toContain(what);
    }
  });

  it.concurrent('survives binary, empty and deeply nested sources', async () => {
    const f = folder({
      'Binary.m3': new Uint8Array(4096).map((_, i) => (i * 37) & 255),
      'Empty.m3': '',
      'Deep.m3': `MODULE Deep EXPORTS Main; VAR x := ${'('.repeat(200000)}1${')'.repeat(200000)}; BEGIN END Deep.`,
    });
    for (const name of ['Binary.m3', 'Empty.m3', 'Deep.m3']) {
      const ran = await f.spinc('check', name);
      expect(ran.status, name).toBe(1);
      expect(ran.err).toMatch(/error\[P1/);
      expect(ran.err.length).toBeLessThan(100_000);
    }
  });
});

describe('spin run', () => {
  it.concurrent('makes one program of all files named directly, one domain of each folder', async () => {
    const f = folder({
      'Main.m3': 'MODULE Main; IMPORT A, IO; BEGIN IO.Put(A.Name() & "\\n") END Main.',
      'A.i3': 'INTERFACE A; PROCEDURE Name(): TEXT; END A.',
      'A.m3': 'MODULE A; PROCEDURE Name(): TEXT = BEGIN RETURN "A" END Name; BEGIN END A.',
    });
    expect(await f.spin('run', 'Main.m3', 'A.i3', 'A.m3')).toEqual({ status: 0, out: 'A\n', err: '' });
    expect((await f.spin('run', 'Main.m3')).status).toBe(1);
  });

  it.concurrent('gives the console to Stdio, arguments after -- to Params', async () => {
    const f = folder({
      'Echo.m3': `MODULE Echo EXPORTS Main; IMPORT IO, Params, Rd, Stdio, Thread, Wr; <*FATAL Wr.Failure, Rd.Failure, Rd.EndOfFile, Thread.Alerted*>
        BEGIN
          FOR i := 1 TO Params.Count - 1 DO IO.Put("[" & Params.Get(i) & "]") END;
          WHILE NOT Rd.EOF(Stdio.stdin) DO IO.Put("<" & Rd.GetLine(Stdio.stdin) & ">") END;
          Wr.PutText(Stdio.stderr, "to stderr\\n");
        END Echo.`,
    });
    const ran = await f.run('spin', ['run', 'Echo.m3', '--', '-x', 'two words'], { input: 'one\ntwo' });
    expect(ran).toEqual({ status: 0, out: '[-x][two words]<one><two>', err: 'to stderr\n' });
  });

  it.concurrent('exits with the number given to Process.Exit', async () => {
    const f = folder({
      'Exit.m3':
        'MODULE Exit EXPORTS Main; IMPORT IO, Process; BEGIN IO.Put("x"); Process.Exit(7); IO.Put("y") END Exit.',
    });
    expect(await f.spin('run', 'Exit.m3')).toEqual({ status: 7, out: 'x', err: '' });
  });

  it.concurrent('reports an uncaught exception with name, argument, position and procedures, and exits 2', async () => {
    const f = folder({
      'Fail.m3': `MODULE Fail EXPORTS Main;
IMPORT IO;
EXCEPTION Bad(INTEGER);
PROCEDURE Inner() RAISES {Bad} =
  BEGIN
    RAISE Bad(42);
  END Inner;
BEGIN
  IO.Put("before\\n");
  Inner();
END Fail.`,
    });
    const { status, out, err } = await f.spin('run', 'Fail.m3');
    expect({ status, out }).toEqual({ status: 2, out: 'before\n' });
    expect(err).toMatch(/Fail\.Bad\(42\) at Fail\.m3:6:/);
    expect(err).toMatch(/Fail\.Inner.*Fail\.m3:6/);
    expect(err).toMatch(/Fail\.m3:10/);
  });

  it.concurrent('bounds a run by fuel and by time, and tells statistics', async () => {
    const f = folder({ 'Spin.m3': 'MODULE Spin EXPORTS Main; BEGIN LOOP END END Spin.', 'Hello.m3': HELLO });
    expect(await f.spin('run', '--fuel', '100000', 'Spin.m3')).toMatchObject({
      status: 2,
      err: expect.stringContaining('fuel'),
    });
    expect(await f.spin('run', '--time-limit', '0.3', 'Spin.m3')).toMatchObject({
      status: 2,
      err: expect.stringContaining('time'),
    });
    expect((await f.spin('run', '--stats', 'Hello.m3')).err).toMatch(/Hello +initialised/);
    for (const value of ['-3', 'many', ''])
      expect((await f.spin('run', '--fuel', value, 'Hello.m3')).status, value).toBe(64);
  });

  it.concurrent('refuses wrong usage with 64', async () => {
    const f = folder({ 'Hello.m3': HELLO });
    for (const args of [[], ['run'], ['walk'], ['run', '--nonsense', 'Hello.m3']])
      expect((await f.spin(...args)).status, args.join(' ')).toBe(64);
    expect(await f.spin('run', '--help')).toMatchObject({ status: 0, out: expect.stringContaining('--fuel') });
  });
});

describe('what cannot be loaded', () => {
  const GOOD = { 'good/Good.m3': 'MODULE Good EXPORTS Main; IMPORT IO; BEGIN IO.Put("alive\\n") END Good.' };
  /** Runs the bad extensions and a good one after them: the kernel goes on, the status is 1. */
  const refused = async (files: Record<string, string | Uint8Array>, extensions: string[]) => {
    const f = folder({ ...files, ...GOOD });
    const ran = await f.spin('run', ...extensions, 'good');
    expect(ran).toMatchObject({ status: 1, out: expect.stringMatching(/alive\n$/) });
    return ran.err;
  };

  it.concurrent('wrong source', async () => {
    expect(await refused({ 'bad/Wrong.m3': WRONG }, ['bad'])).toMatch(/error\[M3/);
  });
  it.concurrent('missing imports', async () => {
    expect(await refused({ 'bad/M.m3': 'MODULE M EXPORTS Main; IMPORT Nowhere; BEGIN END M.' }, ['bad'])).toContain(
      'Nowhere',
    );
  });
  it.concurrent('cyclic imports, with the cycle named', async () => {
    const err = await refused(
      {
        'bad/A.i3': 'INTERFACE A; IMPORT B; TYPE T = B.T; END A.',
        'bad/B.i3': 'INTERFACE B; IMPORT A; TYPE T = A.T; END B.',
      },
      ['bad'],
    );
    expect(err).toMatch(/A.*B.*A|B.*A.*B/);
  });
  it.concurrent('two modules that implement the same procedure of one interface', async () => {
    const body = 'PROCEDURE P() = BEGIN END P; BEGIN END';
    const err = await refused(
      {
        'bad/I.i3': 'INTERFACE I; PROCEDURE P(); END I.',
        'bad/X.m3': `MODULE X EXPORTS I; ${body} X.`,
        'bad/Y.m3': `MODULE Y EXPORTS I; ${body} Y.`,
      },
      ['bad'],
    );
    expect(err).toMatch(/error\[M3.*P/);
  });
  it.concurrent('an interface that was changed since its client was compiled, with its name', async () => {
    const f = folder({ ...STACK, 'user/User.m3': USER, ...GOOD });
    await f.spinc('user', '--interface-path', 'stack', '-o', 'user.spx');
    f.write({ 'stack/Stack.i3': STACK['stack/Stack.i3'].replace('END Stack.', 'CONST More = 1; END Stack.') });
    const ran = await f.spin('run', 'stack', 'user.spx', 'good');
    expect(ran).toMatchObject({
      status: 1,
      out: 'alive\n',
      err: expect.stringMatching(/error\[K1102\].*interface Stack was changed/),
    });
  });
  it.concurrent('truncated, damaged, empty and foreign .spx files', async () => {
    const f = folder({ 'Hello.m3': HELLO, ...GOOD });
    await f.spinc('Hello.m3');
    const bytes = readFileSync(join(f.path, 'Hello.spx'));
    const damaged = Uint8Array.from(bytes);
    damaged[bytes.length >> 1]! ^= 0x10;
    f.write({ 'cut.spx': bytes.subarray(0, 200), 'damaged.spx': damaged, 'empty.spx': '', 'text.spx': 'hello' });
    mkdirSync(join(f.path, 'folder.spx'));
    for (const name of ['cut.spx', 'damaged.spx', 'empty.spx', 'text.spx', 'folder.spx', 'nowhere.spx']) {
      const ran = await f.spin('run', name, 'good');
      expect(ran.status, name).toBe(1);
      expect(ran.err, name).toMatch(/error/);
      expect(ran.err.split('\n').length, ran.err).toBeLessThan(8);
    }
  });
  it.concurrent('handlers and guards that do not fit are exceptions of the extension, with the reason', async () => {
    const f = folder({
      ...GOOD,
      'ev/Ev.i3': 'INTERFACE Ev; PROCEDURE E(x: INTEGER); END Ev.',
      'ev/Ev.m3': 'MODULE Ev; PROCEDURE E(<*UNUSED*> x: INTEGER) = BEGIN END E; BEGIN END Ev.',
      'guard/G.m3': `MODULE G EXPORTS Main; IMPORT Dispatcher, Ev, IO; <*FATAL Dispatcher.Error*>
        PROCEDURE Guard(x: INTEGER): BOOLEAN = BEGIN IO.Put(""); RETURN x > 0 END Guard;
        PROCEDURE H(<*UNUSED*> x: INTEGER) = BEGIN END H;
        BEGIN EVAL Dispatcher.InstallHandler(Ev.E, Guard, H) END G.`,
      'type/T.m3': `MODULE T EXPORTS Main; IMPORT Dispatcher, Ev; <*FATAL Dispatcher.Error*>
        PROCEDURE H(<*UNUSED*> x: TEXT) = BEGIN END H;
        BEGIN EVAL Dispatcher.InstallHandler(Ev.E, NIL, H) END T.`,
    });
    const ran = await f.spin('run', 'ev', 'guard', 'type', 'good');
    expect(ran).toMatchObject({ status: 2, out: 'alive\n' });
    expect(ran.err).toMatch(/Dispatcher\.Error\(TypeError\).*guard G\.Guard of event Ev\.E is not FUNCTIONAL/);
    expect(ran.err).toMatch(/Dispatcher\.Error\(TypeError\).*handler T\.H of event Ev\.E/);
  });
  it.concurrent('an extension whose body fails, and whatever needs it', async () => {
    const f = folder({
      ...GOOD,
      'bad/Bad.i3': 'INTERFACE Bad; PROCEDURE P(); END Bad.',
      'bad/Bad.m3': 'MODULE Bad; PROCEDURE P() = BEGIN END P; BEGIN <*ASSERT FALSE*> END Bad.',
      'user/U.m3': 'MODULE U EXPORTS Main; IMPORT Bad; BEGIN Bad.P() END U.',
    });
    const ran = await f.spin('run', 'bad', 'user', 'good');
    expect(ran).toMatchObject({ status: 2, out: 'alive\n' });
    expect(ran.err).toContain('ASSERTFailed');
    expect(ran.err).toMatch(/cannot load user.*bad/);
  });
});

describe('a reader that goes away', () => {
  it('ends the machine', async () => {
    const f = folder({ 'Yes.m3': 'MODULE Yes EXPORTS Main; IMPORT IO; BEGIN LOOP IO.Put("y\\n") END END Yes.' });
    const script = join(f.path, 'head.sh');
    writeFileSync(script, `"$1" "$2" run Yes.m3 | head -1\n`);
    chmodSync(script, 0o755);
    const { execFileSync } = await import('node:child_process');
    const spin = join(import.meta.dirname, '../../dist/spin.mjs');
    expect(
      execFileSync('sh', [script, process.execPath, spin], { cwd: f.path, encoding: 'utf8', timeout: 20_000 }),
    ).toBe('y\n');
  });
});
