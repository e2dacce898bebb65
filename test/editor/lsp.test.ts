/** The built language server, over its standard input and output, as an editor uses it. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentSymbol, Hover, Location } from 'vscode-languageserver-protocol';
import { Client, marked } from './client.ts';

const INTERFACE = marked(`INTERFACE Stack;

(* Stacks of integers. *)

TYPE ‹type›T <: REFANY;

PROCEDURE ‹heading›Push(s: T; value: INTEGER);
(* Put *value* on top. *)

FUNCTIONAL PROCEDURE Top(s: T): INTEGER;

END Stack.
`);
const MODULE = marked(`MODULE Stack;

REVEAL T = BRANDED "Stack.T" REF RECORD top: INTEGER; below: T END;

PROCEDURE ‹body›Push(s: T; value: INTEGER) =
  BEGIN
    s.below := NEW(T, top := s.top, below := s.below);
    s.top := value;
  END Push;

FUNCTIONAL PROCEDURE Top(s: T): INTEGER =
  BEGIN
    RETURN s.top;
  END Top;

BEGIN
END Stack.
`);
const CLIENT = marked(`MODULE Client EXPORTS Main;

IMPORT ‹unit›Stack, IO;

VAR
  ‹decl›total := 0;
  s: Stack.‹t›T;

BEGIN
  Stack.‹push›Push(s, 3);
  ‹use›total := total + Stack.Top(s);
  IO.‹put›Put("done\\n");
END Client.
`);

const client = new Client();

beforeAll(async () => {
  client.write('stack/Stack.i3', INTERFACE.text);
  client.write('stack/Stack.m3', MODULE.text);
  client.write('client/Client.m3', CLIENT.text);
  await client.start();
  await client.open('stack/Stack.i3', INTERFACE.text);
  await client.open('stack/Stack.m3', MODULE.text);
  await client.open('client/Client.m3', CLIENT.text);
});
afterAll(() => client.stop().then((status) => expect(status).toBe(0)));

const errors = (d: { severity?: number }[]) => d.filter((x) => x.severity === 1);

describe('diagnostics', () => {
  it('are empty for files that are right', async () => {
    for (const file of ['stack/Stack.i3', 'stack/Stack.m3', 'client/Client.m3']) {
      expect(await client.diagnostics(file, (d) => errors(d).length === 0)).toBeDefined();
    }
  });

  it('appear while typing and go again', async () => {
    await client.edit(
      'client/Client.m3',
      CLIENT.at['use']!,
      { ...CLIENT.at['use']!, character: CLIENT.at['use']!.character + 5 },
      'totel',
    );
    const [found] = errors(await client.diagnostics('client/Client.m3', (d) => errors(d).length === 1)) as [
      { code: string; range: unknown; message: string },
    ];
    expect(found.message).toContain('totel');
    expect(found.code).toMatch(/^M3/);
    expect(found.range).toEqual({
      start: CLIENT.at['use'],
      end: { ...CLIENT.at['use']!, character: CLIENT.at['use']!.character + 5 },
    });
    await client.change('client/Client.m3', CLIENT.text);
    await client.diagnostics('client/Client.m3', (d) => errors(d).length === 0);
  });

  it('follow an edit of an interface into the files that import it', async () => {
    await client.change('stack/Stack.i3', INTERFACE.text.replace('value: INTEGER', 'value: TEXT'));
    await client.diagnostics('client/Client.m3', (d) => errors(d).length > 0);
    await client.diagnostics('stack/Stack.m3', (d) => errors(d).length > 0);
    await client.change('stack/Stack.i3', INTERFACE.text);
    await client.diagnostics('client/Client.m3', (d) => errors(d).length === 0);
    await client.diagnostics('stack/Stack.m3', (d) => errors(d).length === 0);
  });

  it('name a syntax error where something is missing', async () => {
    await client.change('client/Client.m3', CLIENT.text.replace('total := 0;', 'total := 0'));
    const [found] = errors(await client.diagnostics('client/Client.m3', (d) => errors(d).length > 0)) as [
      { code: string; message: string },
    ];
    expect(found.code).toMatch(/^P/);
    expect(found.message).toContain(';');
    await client.change('client/Client.m3', CLIENT.text);
    await client.diagnostics('client/Client.m3', (d) => errors(d).length === 0);
  });
});

describe('hover', () => {
  const hover = async (file: string, at: Client extends never ? never : { line: number; character: number }) =>
    ((await client.ask<Hover | null>('textDocument/hover', file, at))?.contents as { value: string } | undefined)
      ?.value ?? '';

  it('shows the type of a variable', async () => {
    expect(await hover('client/Client.m3', CLIENT.at['use']!)).toContain('total: INTEGER');
  });
  it('shows a procedure with its effects and the comment of its interface', async () => {
    const text = await hover('client/Client.m3', CLIENT.at['push']!);
    expect(text).toMatch(/PROCEDURE .*Push/);
    expect(text).toContain('Put *value* on top.');
  });
  it('knows the standard library', async () => {
    expect(await hover('client/Client.m3', CLIENT.at['put']!)).toContain('TEXT');
  });
  it('is nothing where nothing stands', async () => {
    expect(await client.ask('textDocument/hover', 'client/Client.m3', { line: 1, character: 0 })).toBeNull();
  });
});

describe('definition', () => {
  const definition = (file: string, at: { line: number; character: number }) =>
    client.ask<Location | null>('textDocument/definition', file, at);

  it('goes from a use to the interface', async () => {
    expect(await definition('client/Client.m3', CLIENT.at['push']!)).toMatchObject({
      uri: client.uri('stack/Stack.i3'),
      range: { start: INTERFACE.at['heading'] },
    });
    expect(await definition('client/Client.m3', CLIENT.at['t']!)).toMatchObject({
      uri: client.uri('stack/Stack.i3'),
      range: { start: INTERFACE.at['type'] },
    });
  });
  it('goes from the heading to the body and back', async () => {
    expect(await definition('stack/Stack.i3', INTERFACE.at['heading']!)).toMatchObject({
      uri: client.uri('stack/Stack.m3'),
      range: { start: MODULE.at['body'] },
    });
    expect(await definition('stack/Stack.m3', MODULE.at['body']!)).toMatchObject({
      uri: client.uri('stack/Stack.i3'),
      range: { start: INTERFACE.at['heading'] },
    });
  });
  it('goes from an import to the unit', async () => {
    expect(await definition('client/Client.m3', CLIENT.at['unit']!)).toMatchObject({
      uri: client.uri('stack/Stack.i3'),
    });
  });
  it('goes from a local use to its declaration', async () => {
    expect(await definition('client/Client.m3', CLIENT.at['use']!)).toMatchObject({
      uri: client.uri('client/Client.m3'),
      range: { start: CLIENT.at['decl'] },
    });
  });
});

describe('document symbols', () => {
  it('are a tree of the unit, also while the text does not parse', async () => {
    const names = async () => {
      const [unit] = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'stack/Stack.m3');
      return { unit: unit!.name, inner: unit!.children!.map((c) => c.name) };
    };
    expect(await names()).toEqual({ unit: 'Stack', inner: ['REVEAL T', 'Push', 'Top'] });
    await client.change('stack/Stack.m3', MODULE.text.replace('s.top := value;', 's.top := ;'));
    expect((await names()).inner).toEqual(expect.arrayContaining(['Push', 'Top']));
    await client.change('stack/Stack.m3', MODULE.text);
  });
});

describe('running', () => {
  it('wants the extensions that implement what is imported first', async () => {
    const order = await client.ask<string[]>('spin/runOrder', 'client/Client.m3');
    expect(order.map((folder) => folder.split('/').at(-1))).toEqual(['stack', 'client']);
  });
});

describe('bad input', () => {
  it('files outside the workspace, unknown files and positions beyond the text are answered', async () => {
    expect(await client.ask('textDocument/hover', 'nowhere.m3', { line: 3, character: 3 })).toBeNull();
    expect(await client.ask('textDocument/definition', 'client/Client.m3', { line: 999, character: 999 })).toBeNull();
    expect(await client.ask('textDocument/documentSymbol', 'nowhere.m3')).toEqual([]);
  });
  it('closed files of old trees are read as what they are, Latin-1', async () => {
    writeFileSync(
      join(client.folder, 'Old.i3'),
      Buffer.from('INTERFACE Old;\nPROCEDURE Run();\n(* Fran\xe7ois wrote it. *)\nEND Old.\n', 'latin1'),
    );
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('Old.i3'), type: 1 }],
    });
    await client.open('New.m3', 'MODULE New EXPORTS Main;\nIMPORT Old;\nBEGIN\n  Old.Run();\nEND New.\n');
    const hover = await client.ask<Hover>('textDocument/hover', 'New.m3', { line: 3, character: 7 });
    expect(JSON.stringify(hover.contents)).toContain('François wrote it.');
  });
  it('garbage in a document leaves the server alive', async () => {
    await client.open('Garbage.m3', '\u0000(* <* "MODULE \uFFFF BEGIN ((((');
    await client.diagnostics('Garbage.m3', (d) => errors(d).length > 0);
    await client.change('Garbage.m3', 'MODULE Garbage EXPORTS Main; BEGIN END Garbage.');
    await client.diagnostics('Garbage.m3', (d) => errors(d).length === 0);
  });
});
