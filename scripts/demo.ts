/**
 * The narrated tour: `npm run demo`. Runs some of the examples as a user would and says what to look for.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const bold = (text: string): string =>
  process.stdout.isTTY && !process.env['NO_COLOR'] ? `\x1b[1m${text}\x1b[0m` : text;

interface Stop {
  readonly example: string;
  readonly run: number;
  readonly say: string;
}

const TOUR: readonly Stop[] = [
  {
    example: 'console',
    run: 0,
    say: 'Two extensions, compiled apart and loaded into two protection domains of one kernel. "Console" gives out capabilities; the\nclient holds one and calls through the interface. Each exported procedure is an event; with one handler, raising it is a procedure call.',
  },
  {
    example: 'console',
    run: 1,
    say: 'Now a third extension is loaded between them. It installs a handler on the event Console.Write. Neither of the others was\nchanged or compiled again, and from now on each raise runs both handlers.',
  },
  {
    example: 'guards',
    run: 0,
    say: 'One handler, installed twice. Each installation has its own guard (FUNCTIONAL: without side effects, proved by the verifier)\nand its own closure. The dispatcher generates a routine for the event at each installation.',
  },
  {
    example: 'authority',
    run: 0,
    say: 'The module that implements an event decides who may handle it. It refuses a thief, lets a guest in behind a guard of its\nown, and a friend without one.',
  },
  {
    example: 'runaway',
    run: 0,
    say: 'A handler that never returns. It had to be EPHEMERAL to be let in, so it may be torn off at any moment: when its budget is\nused up it is terminated, the other handlers of the same raise still run, and the kernel goes on.',
  },
  {
    example: 'webserver',
    run: 0,
    say: 'Why one would want this. An application serves files with three kernel calls a request; an extension inside the kernel saves\ntwo of the three.',
  },
];

let failed = false;

/** Runs one of the tools as a user would, showing the command and what it prints. */
function show(tool: 'spinc' | 'spin', cwd: string, args: readonly string[], expected = 0): void {
  const shown = args.map((a) => (a.startsWith(built) ? basename(a) : a));
  console.log(`  $ ${tool} ${shown.join(' ')}\n`);
  const result = spawnSync(process.execPath, [join(ROOT, 'dist', `${tool}.mjs`), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const output = `${result.stdout}${result.stderr}`.trimEnd();
  if (output) for (const line of [...output.split('\n'), '']) console.log(`    ${line}`);
  if (result.status === expected) return;
  console.log(`This should have ended with status ${expected}, not ${result.status}.`);
  failed = true;
}

const built = mkdtempSync(join(tmpdir(), 'spin-demo-'));
console.log(`
${bold('0. From source to verified bytecode')}

A folder of Modula-3 sources is compiled to one extension. The kernel does not trust the compiler that made it: before anything of
the file runs, a verifier proves its types, its effects, and that no opaque type is looked into. You can ask for the proof yourself.
`);
show('spinc', join(ROOT, 'examples/console'), ['console', '-o', join(built, 'console.spx')]);
show('spinc', built, ['verify', 'console.spx']);
rmSync(built, { recursive: true, force: true });

for (const [i, stop] of TOUR.entries()) {
  const cwd = join(ROOT, 'examples', stop.example);
  const { runs } = JSON.parse(readFileSync(join(cwd, 'run.json'), 'utf8')) as {
    runs: { title: string; arguments: string[]; exit?: number }[];
  };
  const run = runs[stop.run]!;
  console.log(`${bold(`${i + 1}. ${run.title}`)}\n\n${stop.say}\n\n  in examples/${stop.example}:\n`);
  show('spin', cwd, run.arguments, run.exit);
}
console.log(
  `${bold('That was the tour.')} Sources and explanations: examples/. To write your own extension, see README.md.\n`,
);
process.exitCode = failed ? 1 : 0;
