/** Emacs with eglot, with the configuration of docs/editors.md: diagnostics, definition, rename. */
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { configurationFor } from './provide/configuration.ts';
import { needPackages, provideProgram } from './provide/debian.ts';
import { offer } from './provide/offer.ts';
import { trial } from './provide/trial.ts';

const emacs = offer('Emacs', () => {
  const program = provideProgram('emacs', 'emacs-nox');
  needPackages('elpa-eglot');
  return program;
});

describe.skipIf(!emacs)('Emacs', () => {
  it('shows diagnostics, goes to a definition, renames in all files', () =>
    trial(emacs!, { name: 'init.el', text: configurationFor('Emacs', 'elisp') }, (init) => [
      ...['--batch', '--eval', '(package-initialize)', '-l', init],
      ...['-l', join(import.meta.dirname, 'emacs.el')],
    ]));
});
