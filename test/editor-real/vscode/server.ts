/** code-server in a process of its own, with empty folders for the user's data and for extensions, so that a run finds nothing of the one before. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CodeServer } from '../provide/code-server.ts';

export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
}

export interface ServerOptions {
  /** For everything that the editor writes. */
  readonly folder: string;
  readonly vsix: string;
  /** Whether every workspace is trusted. */
  readonly trusted: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** No questions, no greetings, nothing that looks outside. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 0,
  'files.autoSave': 'off',
  // So that what stands in a terminal can be read from the page.
  'terminal.integrated.gpuAcceleration': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.confirmBeforeClose': 'never',
};

export async function startCodeServer(program: CodeServer, options: ServerOptions): Promise<RunningServer> {
  const { folder } = options;
  const data = join(folder, 'data');
  const extensions = join(folder, 'extensions');
  // Settings that belong to the machine are the server's, the others may stand in either place.
  for (const place of ['User', 'Machine']) {
    mkdirSync(join(data, place), { recursive: true });
    writeFileSync(join(data, place, 'settings.json'), JSON.stringify({ ...QUIET, ...options.settings }));
  }
  const where = ['--user-data-dir', data, '--extensions-dir', extensions, '--config', join(folder, 'config.yaml')];
  writeFileSync(join(folder, 'config.yaml'), '');
  const env = { ...process.env, HOME: folder };
  await promisify(execFile)(program.node, [program.entry, ...where, '--install-extension', options.vsix], { env });
  const child = spawn(
    program.node,
    [
      program.entry,
      ...where,
      ...['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check'],
      '--disable-getting-started-override',
      ...(options.trusted ? ['--disable-workspace-trust'] : []),
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  return { url: await address(child), process: child };
}

/** What it says about where it listens; fails with everything it said if it ends before. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (url) found(url);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.on('exit', (status) => failed(new Error(`code-server ended with ${status}:\n${said}`)));
  });
}

/** Ends it with everything it started: extension hosts, language servers, terminals. */
export async function stopCodeServer({ process: child }: RunningServer): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((done) => child.on('exit', done));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}
