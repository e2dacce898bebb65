/**
 * Builds everything in `dist/`: the parser from its grammar, the kernel and the packages from `lib/`, the two command-line tools as one file each.
 * Steps whose inputs have not changed are skipped.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { packageFile, packageSources, readLibrary } from '../src/cli/library.ts';

const ROOT = resolve(import.meta.dirname, '..');
const at = (...parts: string[]): string => join(ROOT, ...parts);
const newer = (a: string, b: string): boolean => !existsSync(b) || statSync(a).mtimeMs > statSync(b).mtimeMs;
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };

function generateParser(): void {
  const grammar = at('src/language/modula3.langium');
  const generated = at('src/language/generated/ast.ts');
  if (newer(grammar, generated) || newer(at('langium-config.json'), generated)) {
    // Its warnings are the grammar's author's; they are shown when it fails.
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [at('node_modules/langium-cli/bin/langium.js'), 'generate'],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    if (status !== 0 || newer(grammar, generated)) throw new Error(`langium generate failed\n${stdout}${stderr}`);
  }
}

/** The kernel and the packages of the library, as texts for the bundle. */
async function compileLibrary(): Promise<{ kernel: string; packages: Record<string, string> }> {
  const { compileKernel, compilePackage } = await import('../src/cli/compile.ts');
  const write = (file: string, bytes: Uint8Array): string => {
    mkdirSync(dirname(at('dist', file)), { recursive: true });
    writeFileSync(at('dist', file), bytes);
    return Buffer.from(bytes).toString('base64');
  };
  const kernel = write('kernel.spx', compileKernel());
  rmSync(at('dist/lib'), { recursive: true, force: true });
  const packages: Record<string, string> = {};
  for (const folder of packageSources().keys()) packages[folder] = write(packageFile(folder), compilePackage(folder));
  return { kernel, packages };
}

/**
 * One file for a tool. The program itself is in it as a text, so that the engine does not have to parse a megabyte and a half before it
 * can say its version; it is compiled when there is something to do.
 */
async function bundle(name: string, define: Record<string, string>): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [at('src/cli', `${name}.ts`)],
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    // An engine that reports an error shows its line.
    lineLimit: 240,
    define: { ...define, 'import.meta.dirname': '__dirname' },
    logLevel: 'warning',
  });
  const program = `(function (require, module, exports, __dirname) {${outputFiles[0]!.text}\n})`;
  const launcher = `#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
const argument = process.argv[2];
if (argument === '--version' || argument === '-V') {
  // Not process.stdout: making that stream takes longer than all the rest.
  writeSync(1, '${name} ${version}\\n');
} else {
  const { Script } = createRequire(import.meta.url)('node:vm');
  const file = fileURLToPath(import.meta.url);
  const module = { exports: {} };
  new Script(program(), { filename: file }).runInThisContext()(createRequire(import.meta.url), module, module.exports, dirname(file));
}
function program() {
  return ${JSON.stringify(program)};
}
`;
  const outfile = at('dist', `${name}.mjs`);
  writeFileSync(outfile, launcher);
  chmodSync(outfile, 0o755);
}

generateParser();
const { kernel, packages } = await compileLibrary();
const define = {
  __VERSION__: JSON.stringify(version),
  __LIBRARY__: JSON.stringify(readLibrary(ROOT)),
  __KERNEL__: JSON.stringify(kernel),
  __PACKAGES__: JSON.stringify(packages),
};
await bundle('spinc', { ...define, __KERNEL__: 'undefined', __PACKAGES__: 'undefined' });
await bundle('spin', define);
