/** The commands read `spin.json`: what they run and check without being told, paths, warnings, and a wrong one. */
import { afterAll, describe, expect, it } from 'vitest';
import { Folder } from './tools.ts';

const folder = new Folder();
afterAll(() => folder.remove());
folder.write({
  'p/spin.json': '{ "run": ["bell", "ringer"], "libraryPath": ["shared"], "warnings": { "off": ["W4402"] } }',
  'p/bell/Bell.i3': 'INTERFACE Bell;\nPROCEDURE Ring();\nEND Bell.\n',
  'p/bell/Bell.m3':
    'MODULE Bell;\nIMPORT IO, Tone;\nPROCEDURE Ring() =\n  BEGIN\n    IO.Put(Tone.Name & "\\n");\n  END Ring;\nBEGIN\nEND Bell.\n',
  'p/ringer/Ringer.m3': 'MODULE Ringer EXPORTS Main;\nIMPORT Bell, Fmt;\nBEGIN\n  Bell.Ring();\nEND Ringer.\n',
  'p/shared/Tone.i3': 'INTERFACE Tone;\nCONST Name = "dong";\nEND Tone.\n',
  'strict/spin.json': '{ "warnings": { "asErrors": true } }',
  'strict/M.m3': 'MODULE M EXPORTS Main;\nIMPORT IO;\nBEGIN\nEND M.\n',
  'wrong/spin.json': '{\n  "run": ["a"],\n  "runs": []\n}\n',
  'wrong/a/M.m3': 'MODULE M EXPORTS Main;\nBEGIN\nEND M.\n',
});
const inFolder = (name: string) => {
  const at = Object.create(folder, { path: { value: `${folder.path}/${name}` } }) as Folder;
  return at;
};

describe('a project', () => {
  it('is run and checked without naming its extensions, from its folder and from below', async () => {
    for (const place of ['p', 'p/ringer']) {
      expect(await inFolder(place).spin('run')).toEqual({ status: 0, out: 'dong\n', err: '' });
      expect(await inFolder(place).spinc('check')).toEqual({ status: 0, out: '', err: '' });
    }
  });

  it('gives its paths and its choice of warnings to what is named, too', async () => {
    expect(await folder.spin('run', 'p/bell', 'p/ringer')).toEqual({ status: 0, out: 'dong\n', err: '' });
    expect(await folder.spinc('check', 'p/bell')).toEqual({ status: 0, out: '', err: '' });
    const built = await folder.spinc('p/ringer', '-o', 'ringer.spx', '--interface-path', 'p/bell');
    expect(built).toEqual({ status: 0, out: '', err: '' });
    const strict = await folder.spinc('check', 'strict');
    expect([strict.status, strict.err]).toEqual([1, expect.stringContaining('error[W4402]')]);
    expect((await folder.spinc('check', 'strict', '--no-warn=W4402')).status).toBe(0);
  });

  it('that is wrong is refused with the place of the mistake', async () => {
    for (const ran of [await inFolder('wrong').spin('run'), await folder.spinc('check', 'wrong/a')]) {
      expect(ran.status).toBe(1);
      expect(ran.err).toMatch(/spin\.json:3:3: error\[P2002\]: spin\.json has no "runs"/);
      expect(ran.err).toMatch(/spin\.json must be mended first/);
    }
  });

  it('is no must', async () => {
    const none = await folder.spin('run');
    expect([none.status, none.err]).toEqual([64, expect.stringContaining('which extensions?')]);
    expect((await folder.spinc('check')).status).toBe(64);
  });
});
