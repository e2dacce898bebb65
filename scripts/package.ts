/**
 * Makes the VS Code extension, `dist/spin-modula3.vsix`: the client for desktops and for browsers, the two tools, the server as a worker, and what package.json names.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { type BuildOptions, build } from 'esbuild';
import { SOURCES_FILE } from '../src/cli/library.ts';
import { buildWorker } from './worker.ts';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'vscode-extension');
const DIST = join(FOLDER, 'dist');

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST, { recursive: true });
const client: BuildOptions = {
  bundle: true,
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  minify: true,
  logLevel: 'warning',
};
await build({
  ...client,
  entryPoints: [join(FOLDER, 'src/extension.ts')],
  outfile: join(DIST, 'extension.cjs'),
  platform: 'node',
});
await build({
  ...client,
  entryPoints: [join(FOLDER, 'src/browser.ts')],
  outfile: join(DIST, 'browser.cjs'),
  platform: 'browser',
});
await buildWorker(join(DIST, 'server.worker.js'));
for (const part of ['spinc.mjs', 'spin.mjs', 'programs', 'kernel.spx', 'lib', SOURCES_FILE]) {
  // What an engine made of programs is good for that engine only.
  const filter = (path: string): boolean => !path.endsWith('.code');
  cpSync(join(ROOT, 'dist', part), join(DIST, part), { recursive: true, filter });
}
await createVSIX({
  cwd: FOLDER,
  packagePath: join(ROOT, 'dist/spin-modula3.vsix'),
  dependencies: false,
  allowMissingRepository: true,
  skipLicense: false,
});
