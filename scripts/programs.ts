/**
 * The two tools as scripts for Node.js: `spinc.mjs` and `spin.mjs` in `dist/`, which can say their versions and otherwise start a program in `dist/programs/`.
 *
 * Programs are bundles; the compiler is one of its own, which both tools start when they have sources. A program is read as a text of one byte a character and is
 * compiled when it is needed, or not at all if there is code of it from the engine, beside it: that is made here, by running the tools once.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { checksumOf } from '../src/bytecode/decode.ts';
import { ENGINE_FLAGS, OPTIMISE_LANGUAGE, OPTIMISE_MACHINE } from '../src/cli/host/engine-flags.ts';
import { nodeHost } from '../src/cli/host/node.ts';
import { SOURCES_FILE } from '../src/cli/library.ts';
import { powerOn } from '../src/emulator/board.ts';
import { bootImage } from '../src/kernel/boot.ts';
import { decodeImage, encodeImage } from '../src/kernel/codegen/image.ts';

/** Programs by name, and what starts them. */
const ENTRIES = { compiler: 'compiler.ts', spinc: 'spinc.ts', spin: 'spin.ts' };
type Program = keyof typeof ENTRIES;

/** Where another program imports the compiler, the launcher's `require` gets `./compiler`. */
const compilerApart: Plugin = {
  name: 'compiler-apart',
  setup: (b) =>
    b.onResolve({ filter: /\/compiler\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './compiler', external: true } : undefined,
    ),
};

export async function buildPrograms(root: string, version: string): Promise<void> {
  const dist = join(root, 'dist');
  const folder = join(dist, 'programs');
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(ENTRIES) as Program[];
  const make = (name: Program, defined: Record<string, string>): Promise<string> =>
    bundle(join(root, 'src/cli', ENTRIES[name]), { __VERSION__: JSON.stringify(version), ...defined });
  const compiler = await make('compiler', {});
  // What a result depends on besides its sources.
  const identity = sha256(`${compiler}\0${readFileSync(join(dist, SOURCES_FILE), 'utf8')}`);
  const defined = { __COMPILER__: JSON.stringify(identity) };
  const texts = [compiler, await make('spinc', defined), await make('spin', defined)];
  // The engine compares little more than the length of a program with that which the code was made from; the name compares the rest. It takes no code made under other flags.
  const flags = JSON.stringify([flagsOf('spinc'), flagsOf('spin')]);
  const files = Object.fromEntries(
    names.map((name, i) => [name, `${name}.${sha256(`${texts[i]!}${flags}`).slice(0, 16)}`]),
  ) as Record<Program, string>;
  names.forEach((name, i) => {
    writeFileSync(join(folder, `${files[name]}.js`), texts[i]!, 'latin1');
  });
  for (const tool of ['spinc', 'spin'] as const) {
    const path = join(dist, `${tool}.mjs`);
    writeFileSync(path, launcher(tool, version, files));
    chmodSync(path, 0o755);
  }
  const current = new Set(Object.values(files).flatMap((file) => [`${file}.js`, `${file}.code`, `${file}.image`]));
  for (const old of readdirSync(folder)) if (!current.has(old)) rmSync(join(folder, old));
  writeImage(dist, join(folder, `${files.spin}.image`));
  writeCode(dist, files);
}

const flagsOf = (tool: string): string[] => [
  ...ENGINE_FLAGS,
  ...(tool === 'spin' ? OPTIMISE_MACHINE : OPTIMISE_LANGUAGE),
];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    charset: 'ascii',
    // An engine that reports an error shows its line.
    lineLimit: 240,
    supported: { 'dynamic-import': false },
    plugins: [compilerApart],
    define: { ...define, __BUILT__: 'true', __PROGRAM__: 'module.filename', 'import.meta.dirname': '__dirname' },
    logLevel: 'warning',
  });
  return `(function (require, module, exports, __dirname) {${outputFiles[0]!.text}\n})`;
}

/** It imports nothing as it is read: for an import of a built-in module the engine makes all that this exports, which for some takes milliseconds. */
const launcher = (tool: string, version: string, files: Record<Program, string>): string => `#!/usr/bin/env node
const builtin = process.getBuiltinModule ?? (await import('node:module')).createRequire(import.meta.url);
const argument = process.argv[2];
if (argument === '--version' || argument === '-V') {
  // Not process.stdout: making that stream takes longer than all the rest.
  builtin('node:fs').writeSync(1, '${tool} ${version}\\n');
} else {
  // The engine takes its code back only under the flags that it was made with. Another engine takes none, and may not know the flags.
  const known = process.versions.v8 === '${process.versions.v8}';
  const setFlag = (flag) => known && builtin('node:v8').setFlagsFromString(flag);
  ${JSON.stringify(flagsOf(tool))}.forEach(setFlag);
  const { Script } = builtin('node:vm');
  const { readFileSync, writeFileSync } = builtin('node:fs');
  const { dirname, join } = builtin('node:path');
  const folder = dirname(builtin('node:url').fileURLToPath(import.meta.url));
  const write = process.env.SPIN_WRITE_CODE;
  const files = ${JSON.stringify(files)};
  const loaded = {};
  function load(id) {
    const name = id.startsWith('./') ? id.slice(2) : undefined;
    if (!Object.hasOwn(files, name)) return builtin(id) ?? builtin('node:module').createRequire(import.meta.url)(id);
    if (loaded[name]) return loaded[name].exports;
    if (name === 'compiler') ${JSON.stringify(OPTIMISE_LANGUAGE)}.forEach(setFlag);
    const filename = join(folder, 'programs', files[name] + '.js');
    const module = (loaded[name] = { exports: {}, filename });
    let cachedData;
    try {
      cachedData = readFileSync(filename.slice(0, -2) + 'code');
    } catch {
      // There is none; the program is compiled as it is needed. Code for another engine is refused by the engine.
    }
    const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
    if (write)
      process.on('exit', () => {
        writeFileSync(join(write, files[name] + '.code'), script.createCachedData());
      });
    script.runInThisContext()(load, module, module.exports, folder);
    return module.exports;
  }
  load('./${tool}');
}
`;

/** The kernel that is imported here is the one in the program, and deals out the same numbers. */
function writeImage(dist: string, file: string): void {
  const core = readFileSync(join(dist, 'kernel.spx'));
  if (existsSync(file) && decodeImage(readFileSync(file))?.checksum === checksumOf(core)) return;
  writeFileSync(file, encodeImage(bootImage(powerOn(nodeHost()), core)));
}

/** Runs the tools and keeps what the engine made of those parts of them that ran: half of a short run's time would go there again. A run adds to what those before it have left. */
function writeCode(dist: string, files: Record<Program, string>): void {
  const programs = join(dist, 'programs');
  if (Object.values(files).every((file) => existsSync(join(programs, `${file}.code`)))) return;
  const folder = mkdtempSync(join(tmpdir(), 'spin-build-'));
  const run = (tool: string, ...args: string[]): void => {
    const { status, stderr } = spawnSync(process.execPath, [join(dist, `${tool}.mjs`), ...args], {
      env: { ...process.env, SPIN_WRITE_CODE: programs, SPIN_CACHE: join(folder, 'cache') },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the built ${tool} does not run\n${stderr}`);
  };
  try {
    const source = join(folder, 'Main.m3');
    writeFileSync(source, WARM_UP);
    run('spinc', 'build', folder, '-o', join(folder, 'x.spx'));
    run('spinc', 'check', folder);
    // A check of what has changed since the last one.
    appendFileSync(source, '\n');
    run('spinc', 'check', folder);
    run('spin', 'run', join(folder, 'x.spx'));
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
