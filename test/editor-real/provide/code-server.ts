/**
 * A real VS Code: code-server has its workbench and its extension host, and shows them in a browser.
 *
 * It is no dependency of this project (it is large, builds native modules and wants a Node of its own), but lives in a folder of its own
 * below the user's cache, installed when the tests run for the first time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { needPackages, Unavailable } from './debian.ts';

const VERSION = '4.139.1';
const NODE = '24.9.0';
/** What its native modules are built against. */
const LIBRARIES = [
  'libkrb5-dev',
  'libsecret-1-dev',
  'libx11-dev',
  'libxkbfile-dev',
  'g++',
  'make',
  'python3',
  'pkg-config',
];

export interface CodeServer {
  readonly node: string;
  readonly entry: string;
}

/** The folder that installed editors are kept in: `SPIN_EDITORS`, or one below the user's cache. */
export function cacheFolder(): string {
  return (
    process.env['SPIN_EDITORS'] ??
    join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'spin-for-today-editors')
  );
}

const programs = (folder: string): CodeServer => ({
  node: join(folder, 'node_modules/node/bin/node'),
  entry: join(folder, 'node_modules/code-server/out/node/entry.js'),
});

/** Installs it if it is not there, which takes minutes; throws `Unavailable` where that is not possible. */
export function provideCodeServer(log: (line: string) => void): CodeServer {
  const folder = join(cacheFolder(), `code-server-${VERSION}`);
  if (existsSync(folder)) return programs(folder);
  needPackages(...LIBRARIES);
  log(`installing code-server ${VERSION} in ${folder}; this takes some minutes, once`);
  // Built beside its place: what stands in its place is whole.
  const unfinished = `${folder}.unfinished-${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true });
    const scripts = { node: true, 'code-server': true };
    writeFileSync(join(unfinished, 'package.json'), JSON.stringify({ private: true, allowScripts: scripts }));
    npm(unfinished, `node@${NODE}`);
    npm(unfinished, `code-server@${VERSION}`);
    const { node, entry } = programs(unfinished);
    const { status, stderr } = spawnSync(node, [entry, '--version'], { encoding: 'utf8' });
    if (status !== 0) throw new Unavailable(`the installed code-server does not start: ${stderr.trim().slice(-500)}`);
    renameSync(unfinished, folder);
    return programs(folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function npm(cwd: string, what: string): void {
  // What the npm that started us tells its children (which Node it runs on, its settings) must not reach another one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const { status, stdout, stderr, error } = spawnSync('npm', ['install', '--no-audit', '--no-fund', what], {
    cwd,
    encoding: 'utf8',
    env: { ...env, PATH: [join(cwd, 'node_modules/.bin'), env['PATH']].join(delimiter) },
    timeout: 10 * 60_000,
    maxBuffer: 2 ** 26,
  });
  if (status !== 0)
    throw new Unavailable(`npm install ${what} failed: ${(error?.message ?? `${stdout}${stderr}`).trim().slice(-800)}`);
}
