/** Editors are told when what they show of a file has changed because of another file. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';

const client = new Client();
let refreshed: () => void = () => {};
beforeAll(async () => {
  client.connection.onRequest('workspace/inlayHint/refresh', () => {
    refreshed();
    return null;
  });
  await client.start();
});
afterAll(() => client.stop());

const INTERFACE = 'INTERFACE Size;\nCONST Most = 3;\nEND Size.\n';
const MODULE = 'MODULE Use EXPORTS Main;\nIMPORT Size;\nVAR most := Size.Most;\nBEGIN\n  EVAL most;\nEND Use.\n';

async function typeOfMost(): Promise<string> {
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const textDocument = { uri: client.uri('Use.m3') };
  const hints = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
  return String(hints[0]?.label);
}

it('asks for a refresh of open files that import what has changed', async () => {
  await client.open('Size.i3', INTERFACE);
  await client.open('Use.m3', MODULE);
  await client.diagnostics('Use.m3', (d) => d.length === 0);
  expect(await typeOfMost()).toBe(': INTEGER');
  const asked = new Promise<void>((resolve) => {
    refreshed = resolve;
  });
  await client.change('Size.i3', INTERFACE.replace('3', '"three"'));
  await asked;
  expect(await typeOfMost()).toBe(': TEXT');
});
