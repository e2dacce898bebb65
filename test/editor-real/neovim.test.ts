/** Neovim's own client, with the configuration of docs/editors.md: diagnostics, definition, rename. */
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { configurationFor } from './provide/configuration.ts';
import { provideProgram } from './provide/debian.ts';
import { offer } from './provide/offer.ts';
import { trial } from './provide/trial.ts';

const nvim = offer('Neovim', () => provideProgram('nvim', 'neovim'));

describe.skipIf(!nvim)('Neovim', () => {
  it('shows diagnostics, goes to a definition, renames in all files', () =>
    trial(nvim!, { name: 'init.lua', text: configurationFor('Neovim', 'lua') }, (init) => [
      ...['--headless', '-n', '-u', init],
      ...['-S', join(import.meta.dirname, 'neovim.lua')],
    ]));
});
