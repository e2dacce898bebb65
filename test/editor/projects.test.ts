/** `spin.json` and the client's settings, as the server takes them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';

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
