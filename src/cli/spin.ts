/**
 * spin: the emulated machine. Only a table and a loop, as in `spinc.ts`.
 */
import './older-engines.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArguments } from './arguments.ts';
import { serveDeepStack } from './deep-stack.ts';
import { EXIT } from './exit.ts';
import { type Command, crashed, finish, ignoreClosedPipes, runCommand } from './output.ts';
import { VERSION } from './version.ts';

const COMMANDS: Record<string, { summary: string; load: () => Promise<{ command: Command }> }> = {
  run: { summary: 'boot a kernel, load extensions, and run them', load: () => import('./commands/run.ts') },
};

const HELP = `spin ${VERSION} — an emulated machine with an extensible kernel

Usage:
  spin run EXTENSION... [OPTION...] [-- ARGUMENT...]

Commands:
${Object.entries(COMMANDS)
  .map(([name, c]) => `  ${name.padEnd(10)}${c.summary}`)
  .join('\n')}

"spin COMMAND --help" tells more about one.

Exit status:
  0  all ended normally       1  an extension could not be compiled or loaded
  2  an uncaught exception    64 wrong usage    N  after Process.Exit(N)
`;

async function main(argv: readonly string[]): Promise<number> {
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-V') {
    process.stdout.write(`spin ${VERSION}\n`);
    return EXIT.ok;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    process.stdout.write(HELP);
    return EXIT.ok;
  }
  if (first === undefined || !(first in COMMANDS)) {
    process.stderr.write(first === undefined ? HELP : `spin: there is no command ${first}\nTry "spin --help".\n`);
    return EXIT.usage;
  }
  if (!('Suspending' in WebAssembly)) return inNewerNode(argv);
  const { command } = await COMMANDS[first]!.load();
  return runCommand(command, rest, parseArguments);
}

/** Strands need stack switching, which older engines do not have. The right Node.js may be installed beside this file. */
async function inNewerNode(argv: readonly string[]): Promise<number> {
  const beside = ['..', '../..', '../../..']
    .map((up) => join(import.meta.dirname, up, 'node_modules/.bin/node'))
    .find(existsSync);
  if (beside === undefined || process.env['SPIN_NODE_TRIED']) {
    process.stderr.write(
      `spin: this needs Node.js 26 or newer (WebAssembly stack switching); this is ${process.version}\n`,
    );
    return EXIT.usage;
  }
  const { spawnSync } = await import('node:child_process');
  const child = spawnSync(beside, [process.argv[1]!, ...argv], {
    stdio: 'inherit',
    env: { ...process.env, SPIN_NODE_TRIED: '1' },
  });
  if (child.signal) process.kill(process.pid, child.signal);
  return child.status ?? EXIT.input;
}

ignoreClosedPipes();
serveDeepStack()
  .then(async (served) => served || finish(await main(process.argv.slice(2))))
  .catch((e: unknown) => finish(crashed(e)));
