/**
 * The narrated tour: `npm run demo`. Runs some of the examples as a user would and says what to look for.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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
for (const [i, stop] of TOUR.entries()) {
  const cwd = join(ROOT, 'examples', stop.example);
  const { runs } = JSON.parse(readFileSync(join(cwd, 'run.json'), 'utf8')) as {
    runs: { title: string; arguments: string[]; exit?: number }[];
  };
  const run = runs[stop.run]!;
  console.log(
    `\n${bold(`${i + 1}. ${run.title}`)}\n\n${stop.say}\n\n  examples/${stop.example}$ spin ${run.arguments.join(' ')}\n`,
  );
  const result = spawnSync(process.execPath, [join(ROOT, 'dist/spin.mjs'), ...run.arguments], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  for (const line of `${result.stdout}${result.stderr}`.trimEnd().split('\n')) console.log(`    ${line}`);
  if (result.status !== (run.exit ?? 0)) {
    console.log(`\nThis should have ended with status ${run.exit ?? 0}, not ${result.status}.`);
    failed = true;
  }
}
console.log(
  `\n${bold('That was the tour.')} Sources and explanations: examples/. To write your own extension, see README.md.\n`,
);
process.exitCode = failed ? 1 : 0;
