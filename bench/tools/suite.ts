/**
 * How fast the tools are: commands on a program of a thousand lines beside other compilers on the same program, the steps from bytecode to code that runs, and a tree of 100 000 lines.
 * All times are processor time.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ASSEMBLYSCRIPT, assemblyScriptCompiler } from '../code/languages.ts';
import { compileExtension } from '../harness.ts';
import { askScript, missing, timed } from '../processes.ts';
import type { Cell, Report } from '../report.ts';
import { cells, type Figures, figures } from '../statistics.ts';
import { generateWorkspace } from '../workspace.ts';
import { generateProgram } from './program.ts';
import type { Step } from './steps.ts';

const LINES = 1000;
const LONG_LINES = 20_000;
const TREE_LINES = 100_000;
const RUNS = 7;

const HELLO = 'MODULE Hello EXPORTS Main;\nIMPORT IO;\nBEGIN IO.Put("Hello, world!\\n") END Hello.\n';

const DIST = join(import.meta.dirname, '../../dist');

interface Tool {
  readonly name: string;
  readonly missing?: string | undefined;
  readonly command: readonly [string, ...string[]];
}

export function tools(report: Report): void {
  const scratch = mkdtempSync(join(tmpdir(), 'spin-bench-'));
  // The tools keep results from one process to the next: here in an empty place, and where that is not meant, not at all.
  const { SPIN_CACHE } = process.env;
  process.env['SPIN_CACHE'] = join(scratch, 'cache');
  try {
    commands(scratch, report);
    steps(scratch, report);
    tree(scratch, report);
  } finally {
    if (SPIN_CACHE === undefined) delete process.env['SPIN_CACHE'];
    else process.env['SPIN_CACHE'] = SPIN_CACHE;
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Milliseconds; the first time, which fills the caches, does not count. */
function repeated(command: readonly [string, ...string[]], runs: number, cwd: string): Figures {
  const [program, ...args] = command;
  const times: number[] = [];
  for (let i = 0; i <= runs; i++) {
    const { time } = timed(program, args, cwd);
    if (i > 0) times.push(time);
  }
  return figures(times);
}

const onNode = (script: string, ...args: string[]): [string, ...string[]] => [process.execPath, script, ...args];

function commands(scratch: string, report: Report): void {
  const path = (language: Parameters<typeof generateProgram>[0]): string => {
    const { file, text } = generateProgram(language, LINES);
    writeFileSync(join(scratch, file), text);
    // AssemblyScript's compiler takes no path that leads out of where it is called.
    return file;
  };
  const [m3, m2, c, ts, as] = [path('modula3'), path('modula2'), path('c'), path('typescript'), path('assemblyscript')];
  const hello = join(scratch, 'Hello.m3');
  writeFileSync(hello, HELLO);
  const out = (name: string): string => join(scratch, name);
  const [spinc, spin] = [join(DIST, 'spinc.mjs'), join(DIST, 'spin.mjs')];
  const [gcc, gm2, noAsc] = [missing('gcc'), missing('gm2'), ASSEMBLYSCRIPT.missing()];
  const asc = noAsc === undefined ? assemblyScriptCompiler() : '';
  const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
  const all: readonly Tool[] = [
    { name: 'node --eval 0', command: [process.execPath, '--eval', '0'] },
    { name: 'spinc --version', command: onNode(spinc, '--version') },
    { name: 'spinc check', command: onNode(spinc, 'check', m3, '--no-cache') },
    { name: 'spinc check, as before', command: onNode(spinc, 'check', m3) },
    { name: 'spinc (to bytecode)', command: onNode(spinc, m3, '-o', out('program.spx'), '--no-cache') },
    { name: 'spinc (to bytecode), as before', command: onNode(spinc, m3, '-o', out('program.spx')) },
    { name: 'spinc (three lines)', command: onNode(spinc, hello, '-o', out('hello.spx'), '--no-cache') },
    { name: 'spinc verify', command: onNode(spinc, 'verify', out('program.spx')) },
    { name: 'spin run (three lines of bytecode)', command: onNode(spin, 'run', out('hello.spx')) },
    { name: 'spin run (bytecode)', command: onNode(spin, 'run', out('program.spx')) },
    { name: 'gm2 -c', missing: gm2, command: ['gm2', '-c', '-fiso', '-o', out('m2.o'), m2] },
    { name: 'gm2 -c -O2', missing: gm2, command: ['gm2', '-c', '-fiso', '-O2', '-o', out('m2.o'), m2] },
    { name: 'gcc -c', missing: gcc, command: ['gcc', '-c', '-o', out('c.o'), c] },
    { name: 'gcc -c -O2', missing: gcc, command: ['gcc', '-c', '-O2', '-o', out('c.o'), c] },
    { name: 'asc', missing: noAsc, command: onNode(asc, as, '--outFile', out('as.wasm')) },
    { name: 'asc -O3', missing: noAsc, command: onNode(asc, as, '-O3', '--outFile', out('as.wasm')) },
    { name: 'tsc --noEmit', command: onNode(tsc, '--noEmit', '--strict', '--types', '', ts) },
  ];
  const rows: Cell[][] = [];
  for (const { name, missing, command } of all) {
    if (missing) report.note(`${name} is left out: ${missing}`);
    else rows.push([name, ...cells(repeated(command, RUNS, scratch))]);
  }
  report.table(
    `Commands on a program of ${LINES} lines (ms of processor time of the whole process)`,
    ['', 'min', 'median', 'max'],
    rows,
  );
}

const STEPS = ['decode', 'verify', 'load: decode, verify, link, generate, run'];

/** Each in a process of its own: what one step has made the engine compile is of use to others. */
function steps(scratch: string, report: Report): void {
  const folder = join(scratch, 'long');
  mkdirSync(folder);
  const { file, text } = generateProgram('modula3', LONG_LINES);
  writeFileSync(join(folder, file), text);
  const bytes = compileExtension('long', scratch);
  const compiled = join(scratch, 'long.spx');
  writeFileSync(compiled, bytes);
  const speed = (ms: number): number => bytes.length / 1e3 / ms;
  const rows = STEPS.map((name): Cell[] => {
    const { first, soon, late } = askScript<Step>(join(import.meta.dirname, 'steps.ts'), [compiled, name]);
    return [name, first, speed(first), soon.min, soon.median, speed(soon.median), late.median, speed(late.median)];
  });
  report.table(
    `From bytecode to code that runs: ${LONG_LINES} lines, ${bytes.length} bytes (ms of processor time, the engine's compiling included)`,
    ['', 'first', 'MB/s', '2nd to 8th: min', 'median', 'MB/s', '25th on: median', 'MB/s'],
    rows,
  );
  const whole = repeated(onNode(join(DIST, 'spin.mjs'), 'run', compiled), RUNS, scratch);
  report.table(
    'The same file run from the command line (ms of processor time of the whole process)',
    ['', 'min', 'median', 'max', 'MB/s'],
    [['spin run', ...cells(whole), speed(whole.median)]],
  );
}

function tree(scratch: string, report: Report): void {
  const folder = join(scratch, 'tree');
  mkdirSync(folder);
  const { files, lines, shared } = generateWorkspace(folder, TREE_LINES);
  const folders = readdirSync(folder);
  writeFileSync(join(folder, 'spin.json'), JSON.stringify({ run: folders }));
  const check = [process.execPath, join(DIST, 'spinc.mjs'), 'check'] as const;
  const once = (): number => timed(check[0], check.slice(1), folder).time / 1000;
  const rows: Cell[][] = [['the first time', ...cells(figures([once()]))]];
  rows.push(['again, nothing changed', ...cells(figures([once(), once(), once()]))]);
  type Edit = (text: string, n: number) => string;
  const commented: Edit = (text, n) => `${text}(* Edited ${n} times. *)\n`;
  const extended: Edit = (text, n) => text.replace(/Huge[^}]*}/, `Huge, Other${n}}`);
  const edited = (path: string, edit: Edit): number[] =>
    [1, 2, 3, 4, 5].map((n) => {
      const file = join(folder, path);
      writeFileSync(file, edit(readFileSync(file, 'utf8'), n));
      return once();
    });
  const row = (name: string, path: string, edit: Edit) => rows.push([name, ...cells(figures(edited(path, edit)))]);
  row('again, one module edited', shared.replace('p0', 'p1').replace('.i3', '.m3'), commented);
  row('again, one interface: a comment', shared, commented);
  row('again, one interface: a type that its package uses', shared.replace('p0', 'p2'), extended);
  row('the same, of the package with the long module', shared, extended);
  report.table(
    `spinc check of a tree of ${lines} lines in ${files} files, ${folders.length} extensions (s of processor time)`,
    ['', 'min', 'median', 'max'],
    rows,
  );
}
