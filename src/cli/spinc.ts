/**
 * spinc: compiler and tools for `.spx` files. Only a table and a loop; each command is a file, loaded when it is used.
 */
import './older-engines.ts';
import { parseArguments } from './arguments.ts';
import { serveDeepStack } from './deep-stack.ts';
import { EXIT } from './exit.ts';
import { type Command, crashed, finish, ignoreClosedPipes, runCommand } from './output.ts';
import { VERSION } from './version.ts';

const COMMANDS: Record<string, { summary: string; load: () => Promise<{ command: Command }> }> = {
  build: {
    summary: 'compile sources to one extension (the default command)',
    load: () => import('./commands/build.ts'),
  },
  check: { summary: 'only report errors and warnings', load: () => import('./commands/check.ts') },
  fmt: { summary: 'lay out sources in the usual style', load: () => import('./commands/fmt.ts') },
  verify: { summary: 'prove a .spx file as the kernel would', load: () => import('./commands/verify.ts') },
  disasm: { summary: 'print a .spx file as assembly', load: () => import('./commands/disasm.ts') },
  asm: { summary: 'make a .spx file from assembly', load: () => import('./commands/asm.ts') },
  dump: { summary: 'show what is in a .spx file', load: () => import('./commands/dump.ts') },
  explain: { summary: 'what a diagnostic code means', load: () => import('./commands/explain.ts') },
  lsp: { summary: 'language server over standard input and output', load: () => import('./commands/lsp.ts') },
};

const HELP = `spinc ${VERSION} — Modula-3 with SPIN's extensions, compiled to verified bytecode

Usage:
  spinc FILE|DIR... [-o OUT.spx]     compile one extension
  spinc COMMAND [OPTION...] [ARGUMENT...]

Commands:
${Object.entries(COMMANDS)
  .map(([name, c]) => `  ${name.padEnd(10)}${c.summary}`)
  .join('\n')}

"spinc COMMAND --help" tells more about one. "spinc --explain CODE" is short for "spinc explain CODE".

Exit status:
  0  fine    1  errors in the input    64  wrong usage
`;

async function main(argv: readonly string[]): Promise<number> {
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-V') {
    process.stdout.write(`spinc ${VERSION}\n`);
    return EXIT.ok;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    process.stdout.write(HELP);
    return EXIT.ok;
  }
  if (first === undefined) {
    process.stderr.write(HELP);
    return EXIT.usage;
  }
  if (first === '--explain') return run('explain', rest);
  return first in COMMANDS ? run(first, rest) : run('build', argv);
}

async function run(name: string, argv: readonly string[]): Promise<number> {
  const { command } = await COMMANDS[name]!.load();
  return runCommand(command, argv, parseArguments);
}

ignoreClosedPipes();
serveDeepStack()
  .then(async (served) => served || finish(await main(process.argv.slice(2))))
  .catch((e: unknown) => finish(crashed(e)));
