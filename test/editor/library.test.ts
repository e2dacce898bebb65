/** Definitions that lead into the library: files for clients that know nothing else, addresses for those that ask for the text. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Location } from 'vscode-languageserver-protocol';
import { Client, marked } from './client.ts';

const HELLO = marked(`MODULE Hello EXPORTS Main;
IMPORT IO, Wr;
VAR wr: Wr.T := NIL;
BEGIN
  IO.‹put›Put("x", wr);
END Hello.
`);

describe('the library', () => {
  let client: Client;
  const start = async (options?: object) => {
    client = new Client();
    client.write('Hello.m3', HELLO.text);
    await client.start(options);
    await client.open('Hello.m3', HELLO.text);
    return client.ask<Location>('textDocument/definition', 'Hello.m3', HELLO.at['put']);
  };
  afterEach(async () => {
    expect(await client.stop()).toBe(0);
  });

  it('is on the disk for clients that can only open files, and there the same as the one that is checked against', async () => {
    const { uri, range } = await start();
    const path = fileURLToPath(uri);
    expect(existsSync(path)).toBe(true);
    const text = readFileSync(path, 'utf8');
    expect(text.split('\n')[range.start.line]).toMatch(/^PROCEDURE Put\(/);
    // Opened, it is no second unit of its name: its types are still those of the other interfaces.
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'modula3', version: 1, text },
    });
    await client.change('Hello.m3', `${HELLO.text}\n`);
    await client.diagnostics('Hello.m3', (d) => d.length === 0);
    const position = { line: text.split('\n').findIndex((l) => l.startsWith('PROCEDURE Put(')), character: 12 };
    const hover = await client.connection.sendRequest<unknown>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    expect(JSON.stringify(hover)).toContain('PROCEDURE IO.Put');
  });

  it('has addresses of its own for clients that ask for the text', async () => {
    const { uri } = await start({ librarySources: true });
    expect(uri).toBe('spin-library:/lib/io/IO.i3');
    expect(await client.connection.sendRequest('spin/librarySource', { uri })).toContain('PROCEDURE Put(');
  });
});
