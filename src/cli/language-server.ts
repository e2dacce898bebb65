/** The language server over standard input and output, with this machine's files. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { WorkspaceHost } from '../language/lsp/host.ts';
import { startServer } from '../language/lsp/server.ts';
import { CompiledInterfaces } from './host/compiled-interfaces.ts';
import { LIBRARY_SCHEME, LibraryFiles } from './host/library-files.ts';
import { librarySources } from './library.ts';
import { readSource, sourcesBelow } from './sources.ts';
import { VERSION } from './version.ts';

const library = new LibraryFiles();
const compiled = new CompiledInterfaces();

const host = (): WorkspaceHost => ({
  library: librarySources().map(({ path, text }) => ({ path: `${LIBRARY_SCHEME}/${path}`, text })),
  listSources(folder) {
    try {
      return folder.endsWith('.spx') ? compiled.list(folder) : sourcesBelow(folder);
    } catch {
      return [];
    }
  },
  read(path) {
    try {
      return compiled.text(path) ?? readSource(library.fileOf(path)).text;
    } catch {
      return undefined;
    }
  },
  showLibraryAsFiles(folders) {
    library.useDisk(folders);
    compiled.useDisk();
  },
  pathOf(uri) {
    try {
      if (!uri.startsWith('file:')) return decodeURI(uri);
      const file = fileURLToPath(uri);
      return compiled.pathOf(file) ?? library.pathOf(file);
    } catch {
      return uri;
    }
  },
  uriOf(path) {
    const file = compiled.fileOf(path) ?? library.fileOf(path);
    return /^[a-z][a-z+.-]+:/i.test(file) && !/^[a-z]:[\\/]/i.test(file) ? file : pathToFileURL(file).href;
  },
});

/** Serves until the client goes away. */
export function serveLanguage(): Promise<number> {
  // Trees come and go with every keystroke; left to itself the heap would double before it is swept.
  setFlagsFromString('--heap-growing-percent=40');
  // Standard output belongs to the protocol; whatever a library prints must not get in between.
  console.log = console.error;
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  startServer(connection, host(), VERSION);
  return new Promise((done) => {
    connection.onExit(() => done(0));
    process.stdin.on('end', () => done(0));
    process.stdin.on('close', () => done(0));
  });
}
