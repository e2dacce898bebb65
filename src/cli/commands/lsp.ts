import type { CommandSpec } from '../arguments.ts';
import type { Command } from '../output.ts';

const spec: CommandSpec = {
  program: 'spinc',
  name: 'lsp',
  summary: 'language server over standard input and output',
  usage: 'spinc lsp [--stdio]',
  options: {
    stdio: { type: 'boolean', help: 'the default, for clients that insist on saying so' },
    clientProcessId: { type: 'string', value: 'PID', help: 'end when that process is gone' },
  },
  examples: ['spinc lsp --stdio'],
  exitStatus: ['0  the client said goodbye'],
};

export const command: Command = {
  spec,
  async run() {
    const { serveLanguage } = await import('../compiler.ts');
    return serveLanguage();
  },
};
