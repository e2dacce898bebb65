/**
 * Builds everything in `dist/`: the parser from its grammar, the kernel and the packages from `lib/`, the two command-line tools as one file each.
 * Steps whose inputs have not changed are skipped.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { ENGINE_FLAGS } from '../src/cli/host/engine-flags.ts';
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

interface CompiledLibrary {
  /** Of what it was made from. */
  readonly key: string;
  /** Files as texts, for the bundle; packages by folder. */
  readonly kernel: string;
  readonly packages: Readonly<Record<string, string>>;
}

/** A hash of the library's sources and of everything that compiles them; kernel and machine have no part in that. */
function libraryKey(): string {
  const hash = createHash('sha256').update(JSON.stringify(readLibrary(ROOT)));
  for (const file of readdirSync(at('src'), { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.ts') && !/^(kernel|emulator)\b/.test(file))
      hash.update(`${file}\0`).update(readFileSync(at('src', file)));
  }
  return hash.digest('hex');
}

async function compileLibrary(): Promise<CompiledLibrary> {
  const key = libraryKey();
  const known = existsSync(at('dist/library.json'))
    ? (JSON.parse(readFileSync(at('dist/library.json'), 'utf8')) as CompiledLibrary)
    : undefined;
  const library = known?.key === key ? known : await makeLibrary(key);
  const write = (file: string, base64: string): void => {
    mkdirSync(dirname(at('dist', file)), { recursive: true });
    writeFileSync(at('dist', file), Buffer.from(base64, 'base64'));
  };
  write('kernel.spx', library.kernel);
  rmSync(at('dist/lib'), { recursive: true, force: true });
  for (const [folder, base64] of Object.entries(library.packages)) write(packageFile(folder), base64);
  if (library !== known) writeFileSync(at('dist/library.json'), JSON.stringify(library));
  return library;
}

async function makeLibrary(key: string): Promise<CompiledLibrary> {
  const { compileKernel, compilePackage } = await import('../src/cli/compile.ts');
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const kernel = text(compileKernel());
  const packages = Object.fromEntries([...packageSources().keys()].map((f) => [f, text(compilePackage(f))]));
  return { key, kernel, packages };
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
  // The engine compares little more than the length of a program with that which the code was made from; the name compares the rest.
  const code = `${name}.${createHash('sha256').update(program).digest('hex').slice(0, 16)}.code`;
  const launcher = `#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
const argument = process.argv[2];
if (argument === '--version' || argument === '-V') {
  // Not process.stdout: making that stream takes longer than all the rest.
  writeSync(1, '${name} ${version}\\n');
} else {
  const require = createRequire(import.meta.url);
  // The engine takes its code back only under the flags that it was made with.
  for (const flag of ${JSON.stringify(ENGINE_FLAGS)}) require('node:v8').setFlagsFromString(flag);
  const { Script } = require('node:vm');
  const { readFileSync, writeFileSync } = require('node:fs');
  const file = fileURLToPath(import.meta.url);
  const write = process.env.SPIN_WRITE_CODE;
  let cachedData;
  try {
    if (!write) cachedData = readFileSync(join(dirname(file), ${JSON.stringify(code)}));
  } catch {
    // There is none; the program is compiled as it is needed. Code for another engine is refused by the engine.
  }
  const script = new Script(program(), { filename: file, cachedData });
  if (write) process.on('exit', () => writeFileSync(write, script.createCachedData()));
  const module = { exports: {} };
  script.runInThisContext()(require, module, module.exports, dirname(file));
}
function program() {
  return ${JSON.stringify(program)};
}
`;
  const outfile = at('dist', `${name}.mjs`);
  writeFileSync(outfile, launcher);
  chmodSync(outfile, 0o755);
  for (const old of readdirSync(at('dist')))
    if (old.startsWith(`${name}.`) && old.endsWith('.code') && old !== code) rmSync(at('dist', old));
  if (!existsSync(at('dist', code))) writeCode(outfile, at('dist', code));
}

/** Runs the tool once and keeps what the engine made of those parts of it that ran: half of a short run's time would go there again. */
function writeCode(tool: string, code: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'spin-build-'));
  try {
    writeFileSync(join(folder, 'Main.m3'), WARM_UP);
    const args = tool.endsWith('spinc.mjs') ? ['build', folder, '-o', join(folder, 'x.spx')] : ['run', folder];
    const { status, stderr } = spawnSync(process.execPath, [tool, ...args], {
      env: { ...process.env, SPIN_WRITE_CODE: code },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the built ${tool} does not run\n${stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const WARM_UP = `MODULE Main;

IMPORT IO, Fmt;

TYPE T = REF RECORD next: T; n := 0 END;

VAR list: T := NIL;

PROCEDURE Add(n: INTEGER) =
  BEGIN
    IF n > 0 THEN list := NEW(T, next := list, n := n); END;
  END Add;

BEGIN
  FOR i := 1 TO 3 DO Add(i); END;
  WHILE list # NIL DO
    IO.Put(Fmt.Int(list.n) & "\\n");
    list := list.next;
  END;
END Main.
`;

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
