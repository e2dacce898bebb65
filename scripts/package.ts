/**
 * Makes the VS Code extension, `dist/spin-modula3.vsix`: the client, the two tools, and what package.json names.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'vscode-extension');
const DIST = join(FOLDER, 'dist');

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST, { recursive: true });
await build({
  entryPoints: [join(FOLDER, 'src/extension.ts')],
  outfile: join(DIST, 'extension.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  minify: true,
  logLevel: 'warning',
});
for (const tool of ['spinc.mjs', 'spin.mjs']) copyFileSync(join(ROOT, 'dist', tool), join(DIST, tool));
await createVSIX({
  cwd: FOLDER,
  packagePath: join(ROOT, 'dist/spin-modula3.vsix'),
  dependencies: false,
  allowMissingRepository: true,
  skipLicense: false,
});
