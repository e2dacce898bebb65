/** --library-path and --interface-path where they are not plain: names that occur twice, implementations in other domains. */
import { afterAll, describe, expect, it } from 'vitest';
import { Folder } from './tools.ts';

const folder = new Folder();
afterAll(() => folder.remove());
const stack = (limit: number): string =>
  `INTERFACE Stack;\nCONST Limit = ${limit};\nPROCEDURE Depth(): INTEGER;\nEND Stack.\n`;
const body = (depth: number): string =>
  `MODULE Stack;\nPROCEDURE Depth(): INTEGER = BEGIN RETURN ${depth} END Depth;\nBEGIN\nEND Stack.\n`;
folder.write({
  'twice/a/Stack.i3': stack(1),
  'twice/a/Stack.m3': body(1),
  'twice/b/Stack.i3': stack(2),
  'copies/a/Stack.i3': stack(1),
  'copies/a/Stack.m3': body(1),
  'copies/b/Stack.i3': stack(1),
  'bodies/a/Stack.i3': stack(1),
  'bodies/a/Stack.m3': body(1),
  'bodies/b/Stack.m3': body(2),
  'server/Stack.i3': stack(7),
  'server/Stack.m3': body(42),
  'old/Stack.i3': 'INTERFACE Stack;\nCONST Limit = 7;\nPROCEDURE Depth(all: BOOLEAN): INTEGER;\nEND Stack.\n',
  'user/Main.m3':
    'MODULE Main;\nIMPORT IO, Stack;\nBEGIN\n  IO.PutInt(Stack.Limit); IO.Put(" "); IO.PutInt(Stack.Depth()); IO.Put("\\n");\nEND Main.\n',
  'old-user/Main.m3':
    'MODULE Main;\nIMPORT IO, Stack;\nBEGIN\n  IO.PutInt(Stack.Depth(TRUE)); IO.Put("\\n");\nEND Main.\n',
});

describe('--library-path', () => {
  it('with two different files for one interface is an error that names both', async () => {
    const { status, err } = await folder.spinc('check', 'user', '--library-path', 'twice');
    expect(status).toBe(1);
    expect(err).toMatch(
      /error\[M3004\]: there are several files for interface Stack: twice.a.Stack\.i3 and twice.b.Stack\.i3/,
    );
    expect(err.match(/error\[/g)).toHaveLength(1);
  });

  it('and so it is with modules', async () => {
    const { err } = await folder.spinc('check', 'user', '--library-path', 'bodies');
    expect(err).toMatch(
      /error\[M3004\]: there are several files for module Stack: bodies.a.Stack\.m3 and bodies.b.Stack\.m3/,
    );
  });

  it('does not mind copies, nor what the sources themselves or an earlier folder have', async () => {
    for (const more of [
      ['--library-path', 'copies'],
      ['--library-path', 'twice/a', '--library-path', 'twice'],
    ]) {
      expect(await folder.spin('run', 'user', ...more)).toEqual({ status: 0, out: '1 1\n', err: '' });
    }
    expect(await folder.spinc('check', 'user', 'twice/a', '--library-path', 'twice')).toMatchObject({
      status: 0,
      err: '',
    });
  });
});

describe('--interface-path', () => {
  it('reads interfaces only: another domain implements them, from sources or from bytecode', async () => {
    expect(await folder.spinc('user', '--interface-path', 'server', '-o', 'user.spx')).toEqual({
      status: 0,
      out: '',
      err: '',
    });
    expect(await folder.spinc('server', '-o', 'server.spx')).toMatchObject({ status: 0 });
    expect(await folder.spin('run', 'server.spx', 'user.spx')).toEqual({ status: 0, out: '7 42\n', err: '' });
    expect(await folder.spinc('user', '--interface-path', 'server.spx', '-o', 'user2.spx')).toMatchObject({
      status: 0,
    });
    expect(await folder.spin('run', 'server', 'user2.spx')).toEqual({ status: 0, out: '7 42\n', err: '' });
  });

  it('without that domain is an error when the extension is loaded', async () => {
    await folder.spinc('user', '--interface-path', 'server', '-o', 'alone.spx');
    const { status, err } = await folder.spin('run', 'alone.spx');
    expect([status, err]).toEqual([1, expect.stringMatching(/K1101.*Stack/)]);
  });

  it('with an implementation of another type is one too, which says what differs', async () => {
    await folder.spinc('old-user', '--interface-path', 'old', '-o', 'old.spx');
    const { status, err } = await folder.spin('run', 'server', 'old.spx');
    expect([status, err]).toEqual([1, expect.stringMatching(/K110[24].*Stack/)]);
  });

  it('is of no use for a module that exports the interface, and the error says so', async () => {
    folder.write({ 'mine/Mine.m3': 'MODULE Mine EXPORTS Stack;\nBEGIN\nEND Mine.\n' });
    const { err } = await folder.spinc('check', 'mine', '--interface-path', 'server');
    expect(err).toContain('error[M3019]');
    expect(err.match(/error\[/g)).toHaveLength(1);
  });

  it('that has two different files for the interface is an error as well', async () => {
    const { err } = await folder.spinc('check', 'user', '--interface-path', 'twice');
    expect(err).toContain('error[M3004]: there are several files for interface Stack');
  });
});
