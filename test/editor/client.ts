/** A small language client: speaks the protocol to the built server over its standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type Diagnostic,
  type MessageConnection,
  type Position,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const SERVER = resolve(import.meta.dirname, '../../dist/spinc.mjs');

/** Text with the places marked `‹name›` taken out. */
export function marked(text: string): { text: string; at: Record<string, Position> } {
  const at: Record<string, Position> = {};
  let plain = '';
  let rest = text;
  for (let m = /‹(\w+)›/.exec(rest); m; m = /‹(\w+)›/.exec(rest)) {
    plain += rest.slice(0, m.index);
    rest = rest.slice(m.index + m[0].length);
    const lines = plain.split('\n');
    at[m[1]!] = { line: lines.length - 1, character: lines.at(-1)!.length };
  }
  return { text: plain + rest, at };
}

/** What a well-equipped editor can do. */
const CAPABILITIES = {
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    inlayHint: { refreshSupport: true },
  },
};

export class Client {
  readonly folder: string;
  readonly connection: MessageConnection;
  readonly server: ChildProcess;
  readonly #latest = new Map<string, Diagnostic[]>();
  readonly #waiting = new Set<() => void>();

  readonly #isOwn: boolean;

  /** Without a folder, one of its own that goes away with it. */
  constructor(folder?: string) {
    this.#isOwn = folder === undefined;
    this.folder = folder ?? mkdtempSync(join(tmpdir(), 'spin-lsp-'));
    this.server = spawn(
      process.env['SPIN_LSP_NODE'] ?? process.execPath,
      [SERVER, 'lsp', '--stdio', `--clientProcessId=${process.pid}`],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    this.connection = createMessageConnection(
      new StreamMessageReader(this.server.stdout!),
      new StreamMessageWriter(this.server.stdin!),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
        this.#latest.set(uri, diagnostics);
        for (const wake of this.#waiting) wake();
      },
    );
    this.connection.listen();
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  write(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** `options` are the client's own, for the server; `capabilities` what it can do besides. */
  async start(options?: object, capabilities: object = {}): Promise<unknown> {
    const result = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(this.folder).href,
      workspaceFolders: [{ uri: pathToFileURL(this.folder).href, name: 'test' }],
      capabilities: { ...CAPABILITIES, ...capabilities },
      ...(options ? { initializationOptions: options } : {}),
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  open(name: string, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(name), languageId: 'modula3', version: 1, text },
    });
  }

  #version = 1;
  change(name: string, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version: ++this.#version },
      contentChanges: [{ text }],
    });
  }

  edit(name: string, from: Position, to: Position, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version: ++this.#version },
      contentChanges: [{ range: { start: from, end: to }, text }],
    });
  }

  ask<R>(method: string, name: string, position?: Position, more: object = {}): Promise<R> {
    return this.connection.sendRequest(method, {
      ...more,
      textDocument: { uri: this.uri(name) },
      ...(position ? { position } : {}),
    });
  }

  /** The next diagnostics that the server sends for the file. */
  published(name: string, timeout = 120_000): Promise<Diagnostic[]> {
    const uri = this.uri(name);
    this.#latest.delete(uri);
    return new Promise((done, fail) => {
      const timer = setTimeout(() => finish(() => fail(new Error(`no diagnostics of ${name}`))), timeout);
      const wake = (): void => {
        const latest = this.#latest.get(uri);
        if (latest) finish(() => done(latest));
      };
      const finish = (then: () => void): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        then();
      };
      this.#waiting.add(wake);
    });
  }

  /** Resolved when a progress that the server shows is over; the client must have said that it shows such things. */
  progressEnd(): Promise<void> {
    return new Promise((done) => {
      this.connection.onRequest('window/workDoneProgress/create', () => null);
      this.connection.onUnhandledProgress(({ value }) => {
        if ((value as { kind?: string }).kind === 'end') done();
      });
    });
  }

  /** Milliseconds for which the server's main thread has worked: what other programs do at the same time does not count. */
  worked(): number {
    return Number(readFileSync(`/proc/${this.server.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  }

  /** The server's resident memory in megabytes. */
  memory(): number {
    const status = readFileSync(`/proc/${this.server.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024;
  }

  /** Waits until the file's diagnostics are as wanted; fails with the last ones after ten seconds. */
  async diagnostics(name: string, wanted: (d: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    const uri = this.uri(name);
    const deadline = Date.now() + 10_000;
    for (;;) {
      const latest = this.#latest.get(uri);
      if (latest && wanted(latest)) return latest;
      if (Date.now() > deadline) throw new Error(`diagnostics of ${name}: ${JSON.stringify(latest, null, 1)}`);
      await new Promise<void>((resolveWait) => {
        const wake = () => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          resolveWait();
        };
        const timer = setTimeout(wake, 200);
        this.#waiting.add(wake);
      });
    }
  }

  close(name: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** Folders of the test's folder that become or cease to be the workspace's. */
  folders(added: string[], removed: string[]): Promise<void> {
    const named = (folders: string[]) => folders.map((f) => ({ uri: this.uri(f), name: f }));
    return this.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: named(added), removed: named(removed) },
    });
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((done) => this.server.on('exit', done));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const status = await ended;
    this.connection.dispose();
    if (this.#isOwn) rmSync(this.folder, { recursive: true, force: true });
    return status;
  }
}
