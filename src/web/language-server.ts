/**
 * The language server in a browser's worker. There is no disk: the client sends the sources of its folders at initialisation
 * (`initializationOptions.files`) and those that change later (`spin/file`), and is asked for nothing.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { WorkspaceHost } from '../language/lsp/host.ts';
import { startServer } from '../language/lsp/server.ts';
import { filesOf, SentFiles } from './sent-files.ts';

/** Put in by `scripts/package.ts`. */
declare const __VERSION__: string;
/** Path from the repository, e.g. `lib/io/Wr.i3`, to text. */
declare const __LIBRARY__: Readonly<Record<string, string>>;

const files = new SentFiles();
const host: WorkspaceHost = {
  library: Object.entries(__LIBRARY__).map(([path, text]) => ({ path: `spin-library:/${path}`, text })),
  listSources: (folder) => files.below(folder),
  read: (path) => files.text(path),
  // A file is known by its address, in the one spelling that clients agree upon.
  pathOf: (uri) => uri,
  uriOf: (path) => path,
};

const worker = globalThis as unknown as MessagePort;
const reader = new BrowserMessageReader(worker);
const listen = reader.listen.bind(reader);
// The files must be there before the server looks for them.
reader.listen = (receive) =>
  listen((message) => {
    for (const file of filesOf(message)) files.put(file);
    receive(message);
  });
startServer(createConnection(reader, new BrowserMessageWriter(worker)), host, __VERSION__);
