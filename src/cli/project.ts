/** The project that a command works in: the nearest `spin.json` in the folder of what it is given, or above. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { PROJECT_FILE, type Project, readProject } from '../language/project/project.ts';
import { InputError } from './exit.ts';
import { type OutputStyle, report } from './output.ts';
import { readSource } from './sources.ts';

export interface FoundProject {
  /** As it is said from the current folder. */
  readonly folder: string;
  readonly project: Project;
}

/** The project of the first path, or of the current folder if there is none. A wrong `spin.json` is reported, and ends the command. */
export function projectFor(paths: readonly string[], style: OutputStyle): FoundProject | undefined {
  const place = resolve(paths[0] ?? '.');
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
  for (let folder = isFolder ? place : dirname(place); ; folder = dirname(folder)) {
    if (existsSync(join(folder, PROJECT_FILE))) return load(relative('.', folder), style);
    if (dirname(folder) === folder) return undefined;
  }
}

function load(folder: string, style: OutputStyle): FoundProject {
  const { path, text } = readSource(join(folder, PROJECT_FILE));
  const { project, diagnostics } = readProject(text, path);
  report(diagnostics, () => text, style);
  if (diagnostics.length > 0) throw new InputError(`${path} must be mended first`);
  return { folder, project };
}

/** Paths that a project names, as they are said from the current folder. */
export function fromProject(
  found: FoundProject | undefined,
  what: 'libraryPath' | 'interfacePath' | 'run',
): readonly string[] {
  if (!found) return [];
  const base = resolve(found.folder);
  return found.project[what].map((path) => relative('.', resolve(base, path)) || '.');
}
