import type { OptionSpec, ParsedArguments } from './arguments.ts';
import { type FoundProject, fromProject } from './project.ts';
import type { ProviderOptions } from './provider.ts';

export const PATH_OPTIONS = {
  'library-path': {
    type: 'string',
    multiple: true,
    value: 'DIR',
    help: 'units found there are compiled in where they are imported; may be repeated',
  },
  'interface-path': {
    type: 'string',
    multiple: true,
    value: 'DIR|FILE.spx',
    help: 'interfaces found there are implemented by another domain at load time; may be repeated',
  },
} as const satisfies Record<string, OptionSpec>;

/** What the command line says, before the project. */
export function pathOptions(args: ParsedArguments, found: FoundProject | undefined): ProviderOptions {
  return {
    libraryPaths: [...args.values('library-path'), ...fromProject(found, 'libraryPath')],
    interfacePaths: [...args.values('interface-path'), ...fromProject(found, 'interfacePath')],
  };
}
