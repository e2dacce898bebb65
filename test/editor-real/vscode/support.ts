/** What the tests in VS Code start from: the editor with the packaged extension, and a workspace of its own. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type CodeServer, provideCodeServer } from '../provide/code-server.ts';
import { provideProgram } from '../provide/debian.ts';
import { offer } from '../provide/offer.ts';
import { startCodeServer, stopCodeServer } from './server.ts';
import { Workbench } from './workbench.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Screenshots; git ignores it, and the CI keeps it. */
export const SHOTS = join(ROOT, 'dist/editor-screenshots');

export interface Programs {
  readonly codeServer: CodeServer;
  readonly chromium: string;
}

/** The programs; undefined where they cannot be had. */
export const programs = (): Programs | undefined =>
  offer('VS Code', (log) => ({ codeServer: provideCodeServer(log), chromium: provideProgram('chromium', 'chromium') }));

export interface Session {
  readonly workbench: Workbench;
  /** The workspace's folder. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** Opens VS Code with a workspace: copies of examples by their paths below `examples/`, and files with given texts. */
export async function openWorkspace(
  { codeServer, chromium }: Programs,
  contents: {
    examples: readonly string[];
    files: Readonly<Record<string, string>>;
    settings?: Readonly<Record<string, unknown>>;
    trusted?: boolean;
  },
): Promise<Session> {
  const base = mkdtempSync(join(tmpdir(), 'spin-vscode-'));
  const folder = join(base, 'workspace');
  mkdirSync(folder);
  for (const example of contents.examples) cpSync(join(ROOT, 'examples', example), folder, { recursive: true });
  for (const [path, text] of Object.entries(contents.files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(SHOTS, { recursive: true });
  const vsix = join(ROOT, 'dist/spin-modula3.vsix');
  if (!existsSync(vsix)) throw new Error('dist/spin-modula3.vsix is not there: npm run package');
  const server = await startCodeServer(codeServer, {
    folder: base,
    vsix,
    trusted: contents.trusted ?? true,
    settings: { 'spin.nodePath': process.execPath, ...contents.settings },
  });
  const end = async () => {
    await stopCodeServer(server);
    rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const workbench = await Workbench.open(chromium, server.url, folder, SHOTS);
    return {
      workbench,
      folder,
      stop: async () => {
        await workbench.close();
        await end();
      },
    };
  } catch (e) {
    await end();
    throw e;
  }
}
