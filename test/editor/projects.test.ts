/** `spin.json` and the client's settings, as the server takes them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic, Location } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';

const SPINC = resolve(import.meta.dirname, '../../dist/spinc.mjs');
const CLIENT = 'MODULE Client EXPORTS Main;\nIMPORT Bell, Fmt;\nBEGIN\n  Bell.Ring();\nEND Client.\n';
const client = new Client();
const outside = mkdtempSync(join(tmpdir(), 'spin-outside-'));
const codes = (list: Diagnostic[]) => list.map((d) => `${d.severity} ${d.code}`).sort();
const when = (wanted: string[]) =>
  client.diagnostics('client/Client.m3', (d) => JSON.stringify(codes(d)) === JSON.stringify(wanted));
/** The file on the disk is what counts; the client says that it changed. */
const project = (text: string) => {
  client.write('spin.json', text);
  return client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uri('spin.json'), type: 2 }],
  });
};
const configure = (spin: unknown) =>
  client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { spin } });

beforeAll(async () => {
  writeFileSync(join(outside, 'Bell.i3'), 'INTERFACE Bell;\nPROCEDURE Ring();\nEND Bell.\n');
  client.write('client/Client.m3', CLIENT);
  client.write('other/Other.m3', 'MODULE Other EXPORTS Main;\nBEGIN\nEND Other.\n');
  await client.start();
  await client.open('client/Client.m3', CLIENT);
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
  rmSync(outside, { recursive: true });
});

describe('a project', () => {
  it('says where units outside the workspace are', async () => {
    await when(['1 M3001', '2 W4402']);
    await project(JSON.stringify({ interfacePath: [outside], run: ['other', 'client'] }));
    await when(['2 W4402']);
  });

  it('hides warnings or makes errors of them', async () => {
    await project('{ "warnings": { "off": ["W4402"] } }');
    await when([]);
    await project('{ "warnings": { "asErrors": true } }');
    await when(['1 W4402']);
  });

  it('says what is run with an extension', async () => {
    await project('{ "run": ["other", "./client"] }');
    await when(['2 W4402']);
    const order = await client.ask<string[]>('spin/runOrder', 'client/Client.m3');
    expect(order).toEqual([join(client.folder, 'other'), join(client.folder, 'client')]);
  });

  it('that is wrong, or gone, changes nothing', async () => {
    await project('{ "warnings": { "off": "W4402" }, ');
    await when(['2 W4402']);
  });

  it('has its mistakes shown in its own file, until they are mended or it is gone', async () => {
    await project('{\n  "warnings": { "off": "W4402" },\n  "runs": []\n}');
    const wrong = await client.diagnostics('spin.json', (d) => d.length === 2);
    expect(wrong.map((d) => [d.code, d.range.start.line])).toEqual([
      ['P2003', 1],
      ['P2002', 2],
    ]);
    await project('{}');
    await client.diagnostics('spin.json', (d) => d.length === 0);
    await project('{');
    await client.diagnostics('spin.json', (d) => d.length === 1);
    rmSync(join(client.folder, 'spin.json'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('spin.json'), type: 3 }],
    });
    await client.diagnostics('spin.json', (d) => d.length === 0);
  });

  it('may name compiled extensions, whose interfaces are seen, shown and not changed', async () => {
    const source = join(outside, 'gong');
    mkdirSync(source);
    const compile = (text: string): void => {
      writeFileSync(join(source, 'Gong.i3'), `INTERFACE Gong;\n${text}\nEND Gong.\n`);
      writeFileSync(
        join(source, 'Gong.m3'),
        'MODULE Gong;\nPROCEDURE Strike(<*UNUSED*> times: CARDINAL) = BEGIN END Strike;\nBEGIN\nEND Gong.\n',
      );
      execFileSync(process.execPath, [SPINC, source, '-o', join(outside, 'gong.spx')]);
    };
    compile('PROCEDURE Strike(times: CARDINAL);');
    await project(JSON.stringify({ interfacePath: [join(outside, 'gong.spx')], run: ['client'] }));
    const text = 'MODULE Client EXPORTS Main;\nIMPORT Gong;\nBEGIN\n  Gong.Strike(2);\nEND Client.\n';
    await client.change('client/Client.m3', text);
    await when([]);
    const at = { line: 3, character: 8 };
    const place = await client.ask<Location>('textDocument/definition', 'client/Client.m3', at);
    expect(readFileSync(fileURLToPath(place.uri), 'utf8')).toContain('PROCEDURE Strike(times: CARDINAL);');
    expect(place.range.start).toEqual({ line: 1, character: 10 });
    const answer = await client
      .ask('textDocument/rename', 'client/Client.m3', at, { newName: 'Hit' })
      .catch((e: Error) => e.message);
    expect(answer).toBe('Strike is declared in the library, which cannot be changed.');

    compile('(* Made anew. *)\nPROCEDURE Strike(times: CARDINAL);');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(outside, 'gong.spx')).href, type: 2 }],
    });
    const moved = await client.ask<Location>('textDocument/definition', 'client/Client.m3', at);
    expect(moved.range.start.line).toBe(2);
    await client.change('client/Client.m3', CLIENT);
    await project('{}');
  });
});

describe('settings', () => {
  it('are added to the project', async () => {
    await project('{}');
    await configure({ warnings: { off: ['W4402'] } });
    await when([]);
    await configure({ warnings: { off: [], asErrors: true } });
    await when(['1 W4402']);
  });

  it('of a wrong form do not count', async () => {
    await configure({ warnings: { off: 'W4402', asErrors: 'yes' }, libraryPath: [3, null] });
    await when(['2 W4402']);
    await configure(null);
    await when(['2 W4402']);
  });
});
