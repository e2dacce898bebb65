/**
 * The languages of the suite: how a program is built and run in each, and how to see whether its tools are there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { encodeModule } from '../../src/bytecode/encode.ts';
import { compile } from '../../src/cli/compile.ts';
import { createProvider } from '../../src/cli/provider.ts';
import { gatherSources } from '../../src/cli/sources.ts';
import { ask, askScript, execute, missing } from '../processes.ts';
import type { Program } from './programs.ts';
import type { Measured } from './stopwatch.ts';

export interface Language {
  readonly name: string;
  /** Why it cannot be measured here; undefined if it can. */
  missing(): string | undefined;
  /** `scratch` is a folder for what building makes. */
  build(program: Program, scratch: string): Built;
}

export interface Built {
  measure(n: number, runs: number): Measured;
  /** A command that calls the program once, from nothing, and prints the checksum. */
  start(n: number): readonly [command: string, ...args: string[]];
  /** In what that command prints. */
  checksum(output: string): string;
}

const ROOT = join(import.meta.dirname, 'programs');
const CHILD = join(import.meta.dirname, 'child.ts');

/** How a program of a few lines for Node is run. */
const onNode = (text: string): readonly [string, ...string[]] => [
  process.execPath,
  '--input-type=module',
  '--eval',
  text,
];

export function compileProgram(folder: string, name: string, more: readonly string[] = []): Uint8Array {
  const { module, diagnostics } = compile(
    name,
    gatherSources([join(ROOT, folder), ...more]),
    createProvider({ libraryPaths: [], interfacePaths: [] }),
  );
  if (!module) throw new Error(`${folder} does not compile: ${diagnostics.map((d) => d.message).join('\n')}`);
  return encodeModule(module);
}

export const SPIN: Language = {
  name: 'SPIN',
  missing: () => undefined,
  build({ folder, module }, scratch) {
    const extension = join(scratch, `${folder}.spx`);
    writeFileSync(extension, compileProgram(folder, folder));
    return {
      measure: (n, runs) => askScript(CHILD, ['spin', extension, `${module}.Run`, String(n), String(runs)]),
      start(n) {
        const main = join(scratch, `${folder}-main`);
        mkdirSync(main, { recursive: true });
        writeFileSync(
          join(main, 'Main.m3'),
          `MODULE Main; IMPORT Fmt, IO, ${module}; BEGIN IO.Put(Fmt.Int(${module}.Run(${n})) & "\\n") END Main.\n`,
        );
        writeFileSync(`${main}.spx`, compileProgram(folder, `${folder}-main`, [main]));
        return [process.execPath, join(import.meta.dirname, '../../dist/spin.mjs'), 'run', `${main}.spx`];
      },
      checksum: (output) => output.trim(),
    };
  },
};

const binary = (path: string): Built => ({
  measure: (n, runs) => ask(path, [String(n), String(runs)]),
  start: (n) => [path, String(n), '0'],
  checksum: (output) => (JSON.parse(output) as Measured).checksum,
});

/** A multiplication fused with an addition rounds once where the other languages round twice. */
const OPTIONS = ['-O2', '-ffp-contract=off'];

export const C: Language = {
  name: 'gcc -O2',
  missing: () => missing('gcc'),
  build({ folder }, scratch) {
    const path = join(scratch, folder);
    const sources = [join(import.meta.dirname, 'main.c'), join(import.meta.dirname, 'measure.c')];
    const options = [...OPTIONS, '-std=gnu11', '-Wall', '-Werror'];
    execute('gcc', [...options, '-o', path, ...sources, join(ROOT, folder, `${folder}.c`), '-lm']);
    return binary(path);
  },
};

/** The run-time checks that SPIN's code makes, too. The others are of overflow, which is none in Modula-3. */
const CHECKS = ['-fnil', '-frange', '-findex', '-fwholediv', '-fcase', '-freturn'];

export const MODULA2: Language = {
  name: 'gm2 -O2',
  missing: () => missing('gm2') ?? missing('gcc'),
  build({ folder }, scratch) {
    const path = join(scratch, `${folder}-m2`);
    const stopwatch = join(scratch, 'measure.o');
    execute('gcc', [...OPTIONS, '-c', '-o', stopwatch, join(import.meta.dirname, 'measure.c')]);
    const source = join(ROOT, folder, `${folder}.mod`);
    const options = [...OPTIONS, '-fiso', ...CHECKS, '-I', import.meta.dirname];
    execute('gm2', [...options, '-o', path, source, stopwatch, '-lm'], scratch);
    return binary(path);
  },
};

export const JAVASCRIPT: Language = {
  name: 'JavaScript',
  missing: () => undefined,
  build({ folder }) {
    const path = join(ROOT, folder, `${folder}.js`);
    const module = JSON.stringify(pathToFileURL(path).href);
    return {
      measure: (n, runs) => askScript(CHILD, ['javascript', path, '', String(n), String(runs)]),
      start: (n) => onNode(`import { run } from ${module}; console.log(run(${n}))`),
      checksum: (output) => output.trim(),
    };
  },
};

export const ASSEMBLYSCRIPT: Language = {
  name: 'AssemblyScript',
  missing() {
    try {
      assemblyScriptCompiler();
      return undefined;
    } catch {
      return 'assemblyscript is not installed';
    }
  },
  build({ folder }, scratch) {
    const path = join(scratch, `${folder}.wasm`);
    // The compiler takes no source that lies outside of where it is called.
    const source = `${folder}.as.ts`;
    execute(process.execPath, [assemblyScriptCompiler(), source, '-O3', '--outFile', path], join(ROOT, folder));
    const loader = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'assemblyscript.js')).href);
    return {
      measure: (n, runs) => askScript(CHILD, ['assemblyscript', path, '', String(n), String(runs)]),
      start: (n) =>
        onNode(
          `import { load } from ${loader}; const { run } = await load(${JSON.stringify(path)}); console.log(String(run(${n}n)))`,
        ),
      checksum: (output) => output.trim(),
    };
  },
};

/** The command's script; throws if it is not installed. */
export const assemblyScriptCompiler = (): string => {
  const { resolve } = createRequire(import.meta.url);
  return join(resolve('assemblyscript/package.json'), '../bin/asc.js');
};

export const LANGUAGES: readonly Language[] = [SPIN, C, MODULA2, JAVASCRIPT, ASSEMBLYSCRIPT];
