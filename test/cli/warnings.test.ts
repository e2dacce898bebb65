/** --no-warn, --warn-as-error, --syntax-only, and what folders and files can be. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Folder } from './tools.ts';

const folder = new Folder();
afterAll(() => folder.remove());
folder.write({
  'warn/M.m3': 'MODULE M EXPORTS Main;\nIMPORT IO;\nPROCEDURE P(x: INTEGER) =\n  BEGIN\n  END P;\nBEGIN\nEND M.\n',
  'wrong/M.m3': 'MODULE M EXPORTS Main;\nIMPORT IO;\nBEGIN\n  x := 1\nEND M.\n',
  'trees/a/A.i3': 'INTERFACE A;\nEND A.',
  'trees/a/deep/B.m3': 'MODULE B;\nBEGIN\nEND B.\n',
  'trees/C.ig': 'GENERIC INTERFACE C();\nEND C.\n',
  'trees/C.mg': 'GENERIC MODULE C();\nBEGIN\nEND C.\n',
  'trees/notes.txt': 'INTERFACE',
  'broken/A.i3': 'INTERFACE A;\nCONST a = 1\nTYPE T = TEXT;\nCONST b = ;\nEND A.\n',
  'broken/B.i3': 'INTERFACE B; END B.\n',
  'loop/a/A.i3': 'INTERFACE A; END A.\n',
});

describe('warnings', () => {
  it('are left out by code, or all', async () => {
    expect((await folder.spinc('check', 'warn')).err).toMatch(/W4402[\s\S]*W4401/);
    const some = await folder.spinc('check', 'warn', '--no-warn=W4402,w4301');
    expect(some.err).toContain('W4401');
    expect(some.err).not.toContain('W4402');
    expect((await folder.spinc('check', 'warn', '--no-warn', 'W4402', '--no-warn', 'W4401')).err).toBe('');
    expect((await folder.spinc('check', 'warn', '--no-warn=all')).err).toBe('');
  });

  it('are errors where that is wanted, and then nothing is written', async () => {
    const { status, err } = await folder.spinc('warn', '-o', 'x.spx', '--warn-as-error');
    expect(status).toBe(1);
    expect(err).toContain('error[W4402]');
    expect((await folder.spinc('verify', 'x.spx')).status).toBe(1);
    const fine = await folder.spinc('warn', '-o', 'x.spx', '--warn-as-error', '--no-warn=all');
    expect([fine.status, fine.err]).toEqual([0, '']);
    expect((await folder.spinc('verify', 'x.spx')).status).toBe(0);
  });

  it('are shown by a run too, on standard error, and do not change how it ends', async () => {
    const ran = await folder.spin('run', 'warn');
    expect([ran.status, ran.out, ran.err]).toEqual([0, '', expect.stringMatching(/W4402[\s\S]*W4401/)]);
    expect((await folder.spin('run', 'warn', '--no-warn=W4402')).err).not.toContain('W4402');
    expect(await folder.spin('run', 'warn', '--no-warn=all')).toEqual({ status: 0, out: '', err: '' });
    const refused = await folder.spin('run', 'warn', '--warn-as-error');
    expect([refused.status, refused.err]).toEqual([1, expect.stringContaining('error[W4402]')]);
  });

  it('do not hide errors, and codes are looked at', async () => {
    const { status, err } = await folder.spinc('check', 'wrong', '--no-warn=all');
    expect(status).toBe(1);
    expect(err).toContain('M3401');
    const error = await folder.spinc('check', 'wrong', '--no-warn=M3401');
    expect([error.status, error.err]).toEqual([
      64,
      expect.stringContaining('M3401 is an error, and errors cannot be left out'),
    ]);
    expect((await folder.spinc('check', 'wrong', '--no-warn=W9999')).err).toContain('there is no diagnostic "W9999"');
  });
});

describe('--syntax-only', () => {
  it('parses whole trees, and says how much there was', async () => {
    const { status, err, out } = await folder.spinc('check', '--syntax-only', 'trees');
    expect([status, out, err]).toEqual([0, '', '4 files, 10 lines, 0 errors\n']);
  });

  it('counts errors, and goes on behind them', async () => {
    const { status, err } = await folder.spinc('check', '--syntax-only', 'broken', 'trees/a');
    expect(status).toBe(1);
    expect(err).toMatch(/P1011[\s\S]*P1012[\s\S]*4 files, 11 lines, 2 errors\n$/);
  });

  it('gives JSON lines, only diagnostics', async () => {
    const { out, err } = await folder.spinc('check', '--syntax-only', '--format=json', 'broken');
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).code),
    ).toEqual(['P1011', 'P1012']);
    expect(err).toBe('2 files, 6 lines, 2 errors\n');
  });
});

describe('folders', () => {
  it('with links into themselves are read once, and files named in several ways, too', async () => {
    symlinkSync('..', join(folder.path, 'loop/a/up'), 'dir');
    symlinkSync('a', join(folder.path, 'loop/again'), 'dir');
    const { status, err } = await folder.spinc('check', '--syntax-only', 'loop', 'loop/a/A.i3', './loop/a/../a/A.i3');
    expect([status, err]).toEqual([0, '1 file, 1 line, 0 errors\n']);
  });

  it('links that lead nowhere are files that cannot be read', async () => {
    symlinkSync('nowhere', join(folder.path, 'trees/Gone.i3'));
    const { status, err } = await folder.spinc('check', '--syntax-only', 'trees');
    expect(status).toBe(1);
    expect(err).toMatch(/cannot read .*Gone\.i3: no such file or folder\n5 files, 10 lines, 1 error\n$/);
  });
});
