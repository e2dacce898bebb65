/** The diagnostics of `spin.json`. A code never changes its meaning. */
import type { CodePage } from '../codes.ts';

export const PROJECT_CODES: Readonly<Record<string, CodePage>> = {
  P2001: {
    title: 'spin.json is not JSON',
    text: 'Names and strings stand in double quotes, items are separated by commas with none after the last, and there are no comments.',
  },
  P2002: {
    title: 'unknown name in spin.json',
    text: 'A project has name, libraryPath, interfacePath, run and warnings; warnings has off and asErrors. $schema is ignored.',
  },
  P2003: {
    title: 'wrong kind of value in spin.json',
    text: 'name is a string; libraryPath, interfacePath, run and warnings.off are lists of strings; warnings.asErrors is true or false.',
  },
  P2004: {
    title: 'not the code of a warning',
    text: 'warnings.off lists codes of warnings, such as W4401, or "all". Errors cannot be left out.',
  },
};
