/** The language server as one script for a browser's worker. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { readLibrary } from '../src/cli/library.ts';

const ROOT = resolve(import.meta.dirname, '..');

export async function buildWorker(outfile: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  await build({
    entryPoints: [join(ROOT, 'src/web/language-server.ts')],
    outfile,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    define: { __VERSION__: JSON.stringify(version), __LIBRARY__: JSON.stringify(readLibrary(ROOT)) },
    logLevel: 'warning',
  });
}
