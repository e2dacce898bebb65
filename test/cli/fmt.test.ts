/** `spinc fmt`: what it writes, lists, reports and leaves alone. */
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Folder } from './tools.ts';

const UGLY = 'MODULE Ugly EXPORTS Main;IMPORT IO;\nBEGIN\n IO.Put( "x" )   END Ugly.\n';
const NICE = 'MODULE Ugly EXPORTS Main;\nIMPORT IO;\nBEGIN\n  IO.Put("x")\nEND Ugly.\n';
const WRONG = 'MODULE Wrong;\nBEGIN\n x := ;\nEND Wrong.\n';

const folders: Folder[] = [];
function folder(files: Parameters<Folder['write']>[0]): Folder {
  const made = new Folder().write(files);
  folders.push(made);
  return made;
}
afterAll(() => {
  for (const f of folders) f.remove();
});
const read = (f: Folder, name: string) => readFileSync(join(f.path, name), 'utf8');

describe('spinc fmt', () => {
  it.concurrent('formats files and folders in place, says how many, and leaves nothing else behind', async () => {
    const f = folder({
      'a/Ugly.m3': UGLY,
      'a/b/Nice.m3': NICE,
      'a/notes.txt': UGLY,
      'Other.i3': 'INTERFACE  Other; END Other.',
    });
    expect(await f.spinc('fmt', 'a', 'Other.i3')).toEqual({ status: 0, out: '', err: '3 files, 2 changed\n' });
    expect(read(f, 'a/Ugly.m3')).toBe(NICE);
    expect(read(f, 'a/notes.txt')).toBe(UGLY);
    expect(read(f, 'Other.i3')).toBe('INTERFACE Other;\nEND Other.\n');
    expect(readdirSync(join(f.path, 'a')).sort()).toEqual(['Ugly.m3', 'b', 'notes.txt']);
    expect(await f.spinc('fmt', '.')).toMatchObject({ status: 0, err: '3 files, 0 changed\n' });
  });

  it.concurrent('with --check lists what would change and writes nothing', async () => {
    const f = folder({ 'Ugly.m3': UGLY, 'Nice.m3': NICE });
    expect(await f.spinc('fmt', '--check', '.')).toEqual({
      status: 1,
      out: 'Ugly.m3\n',
      err: '2 files, 1 would change\n',
    });
    expect(read(f, 'Ugly.m3')).toBe(UGLY);
    expect(await f.spinc('fmt', '--check', 'Nice.m3')).toEqual({ status: 0, out: '', err: '1 file, 0 would change\n' });
  });

  it.concurrent('leaves files with syntax errors alone and goes on', async () => {
    const f = folder({ 'Wrong.m3': WRONG, 'Ugly.m3': UGLY });
    const ran = await f.spinc('fmt', '.');
    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.err).toMatch(
      /Wrong\.m3:3:7: error\[P1\d\d\d\][\s\S]*2 files, 1 changed, 1 left alone because of errors\n$/,
    );
    expect([read(f, 'Wrong.m3'), read(f, 'Ugly.m3')]).toEqual([WRONG, NICE]);
  });

  it.concurrent('formats standard input', async () => {
    const f = folder({});
    expect(await f.run('spinc', ['fmt', '--stdin'], { input: UGLY })).toEqual({ status: 0, out: NICE, err: '' });
    expect(await f.run('spinc', ['fmt', '--stdin', '--check'], { input: UGLY })).toEqual({
      status: 1,
      out: '',
      err: '',
    });
    expect(await f.run('spinc', ['fmt', '--stdin', '--check'], { input: NICE })).toEqual({
      status: 0,
      out: '',
      err: '',
    });
    const wrong = await f.run('spinc', ['fmt', '--stdin'], { input: WRONG });
    expect(wrong).toMatchObject({ status: 1, out: '', err: expect.stringContaining('<stdin>:3:7: error') });
    expect(await f.run('spinc', ['fmt', '--stdin'], { input: '' })).toEqual({
      status: 1,
      out: '',
      err: expect.any(String),
    });
  });

  it.concurrent('keeps encoding, mark, line ends and mode', async () => {
    const latin = Buffer.from('MODULE  M;(* \xe9 *)\r\nBEGIN END M.\r\n', 'latin1');
    const marked = Buffer.from('\ufeffMODULE  M;(* é *)\r\nBEGIN END M.\r\n', 'utf8');
    const f = folder({ 'Latin.m3': latin, 'Marked.m3': marked });
    chmodSync(join(f.path, 'Latin.m3'), 0o640);
    expect((await f.spinc('fmt', '.')).status).toBe(0);
    const wanted = (mark: string, encoding: BufferEncoding) =>
      Buffer.from(`${mark}MODULE M;  (* é *)\r\nBEGIN END M.\r\n`, encoding);
    expect(readFileSync(join(f.path, 'Latin.m3')).equals(wanted('', 'latin1'))).toBe(true);
    expect(readFileSync(join(f.path, 'Marked.m3')).equals(wanted('\ufeff', 'utf8'))).toBe(true);
    expect(statSync(join(f.path, 'Latin.m3')).mode & 0o777).toBe(0o640);
  });

  it.concurrent('writes through links, and goes on after one that leads nowhere', async () => {
    const f = folder({ 'real/Ugly.m3': UGLY });
    symlinkSync('real/Ugly.m3', join(f.path, 'Link.m3'));
    symlinkSync('nowhere.m3', join(f.path, 'Gone.m3'));
    const ran = await f.spinc('fmt', '.');
    expect(ran).toMatchObject({ status: 1, err: expect.stringContaining('cannot read Gone.m3: no such file') });
    expect(lstatSync(join(f.path, 'Link.m3')).isSymbolicLink()).toBe(true);
    expect(read(f, 'real/Ugly.m3')).toBe(NICE);
  });

  it.concurrent('tells wrong usage', async () => {
    const f = folder({ 'Nice.m3': NICE });
    expect(await f.spinc('fmt')).toMatchObject({ status: 64, err: expect.stringContaining('which files or folders?') });
    expect(await f.spinc('fmt', '--stdin', 'Nice.m3')).toMatchObject({
      status: 64,
      err: expect.stringContaining('either'),
    });
  });

  it.concurrent('formats what nests deeply', async () => {
    const deep = `MODULE Deep;\nBEGIN\n  x :=${'('.repeat(5000)}1${')'.repeat(5000)};\nEND Deep.\n`;
    const f = folder({ 'Deep.m3': deep });
    expect((await f.spinc('fmt', 'Deep.m3')).status).toBe(0);
    expect(read(f, 'Deep.m3')).toMatch(/^MODULE Deep;\nBEGIN\n {2}x :=/);
  });
});
