/** The server as the worker that a browser runs: in a context that has what a worker has, and nothing of Node. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  type Diagnostic,
  type Disposable,
  type Location,
  type Message,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver-protocol/node';
import { buildWorker } from '../../scripts/worker.ts';

const BELL = 'INTERFACE Bell;\nPROCEDURE Ring();\nEND Bell.\n';
const CLIENT = 'MODULE Client EXPORTS Main;\nIMPORT Bell, IO;\nBEGIN\n  Bell.Ring();\n  IO.Put(3);\nEND Client.\n';
const FOLDER = 'vscode-vfs://github/someone/repository';
const uri = (path: string): string => `${FOLDER}/${path}`;

const nothing: Disposable = { dispose: () => {} };
const none = () => nothing;

/** A worker's global object, and the two ends of its messages. What goes through is copied, as between threads. */
function startWorker(source: string): { reader: MessageReader; writer: MessageWriter } {
  let toClient: (message: Message) => void = () => {};
  const global: Record<string, unknown> = {
    ...{ console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance },
    ...{ TextDecoder, TextEncoder, URL, structuredClone, crypto },
    postMessage: (message: Message) => {
      const copy = structuredClone(message);
      queueMicrotask(() => toClient(copy));
    },
    addEventListener: () => {},
  };
  global['self'] = global;
  new Script(source, { filename: 'server.worker.js' }).runInContext(createContext(global));
  const receive = global['onmessage'] as (event: { data: unknown }) => void;
  return {
    reader: {
      onError: none,
      onClose: none,
      onPartialMessage: none,
      listen: (callback) => {
        toClient = callback;
        return nothing;
      },
      dispose: () => {},
    },
    writer: {
      onError: none,
      onClose: none,
      write: async (message) => receive({ data: structuredClone(message) }),
      end: () => {},
      dispose: () => {},
    },
  };
}

describe('the server in a worker', () => {
  let connection: MessageConnection;
  const latest = new Map<string, Diagnostic[]>();
  const waiting = new Set<() => void>();
  const folder = mkdtempSync(join(tmpdir(), 'spin-worker-'));

  beforeAll(async () => {
    await buildWorker(join(folder, 'worker.js'));
    const { reader, writer } = startWorker(readFileSync(join(folder, 'worker.js'), 'utf8'));
    connection = createMessageConnection(reader, writer);
    connection.onNotification('textDocument/publishDiagnostics', (p: { uri: string; diagnostics: Diagnostic[] }) => {
      latest.set(p.uri, p.diagnostics);
      for (const wake of waiting) wake();
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: FOLDER,
      workspaceFolders: [{ uri: FOLDER, name: 'repository' }],
      capabilities: {},
      initializationOptions: {
        files: [
          { uri: uri('bell/Bell.i3'), text: BELL },
          { uri: uri('client/Client.m3'), text: CLIENT },
          { uri: 7, text: 'nonsense' },
        ],
      },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uri('client/Client.m3'), languageId: 'modula3', version: 1, text: CLIENT },
    });
  });
  afterAll(() => {
    connection?.dispose();
    rmSync(folder, { recursive: true });
  });

  /** Waits until the client's diagnostics have these codes. */
  const codes = async (wanted: string[]): Promise<void> => {
    for (;;) {
      const list = latest.get(uri('client/Client.m3'))?.map((d) => String(d.code));
      if (list && JSON.stringify(list) === JSON.stringify(wanted)) return;
      await new Promise<void>((wake) => {
        waiting.clear();
        waiting.add(wake);
      });
    }
  };
  const file = async (path: string, text: string | null): Promise<void> => {
    await connection.sendNotification('spin/file', { uri: uri(path), text });
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri(path), type: text === null ? 3 : 2 }],
    });
  };

  it('checks a file with the others that it was sent, and the library', async () => {
    await codes(['M3610']);
  });

  it('goes to a definition in another file, and into the library, whose text it has', async () => {
    const ask = (line: number, character: number) =>
      connection.sendRequest<Location>('textDocument/definition', {
        textDocument: { uri: uri('client/Client.m3') },
        position: { line, character },
      });
    expect(await ask(3, 8)).toMatchObject({ uri: uri('bell/Bell.i3'), range: { start: { line: 1, character: 10 } } });
    const put = await ask(4, 6);
    expect(put.uri).toBe('spin-library:/lib/io/IO.i3');
    expect(await connection.sendRequest('spin/librarySource', { uri: put.uri })).toContain('INTERFACE IO;');
  });

  it('hears of files that change and go', async () => {
    await file('bell/Bell.i3', BELL.replace('Ring', 'Toll'));
    await codes(['M3402', 'M3610']);
    await file('bell/Bell.i3', null);
    await codes(['M3001', 'M3610']);
    await file('bell/Bell.i3', BELL);
    await codes(['M3610']);
  });

  it('reads spin.json among the files', async () => {
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri('client/Client.m3'), version: 2 },
      contentChanges: [{ text: CLIENT.replace('3', '"3"').replace('Bell, IO', 'Bell, Fmt, IO') }],
    });
    await codes(['W4402']);
    await file('spin.json', '{ "warnings": { "off": ["W4402"] } }');
    await codes([]);
  });
});
