/** The projects (`spin.json`) of a workspace, and the client's settings: both say which warnings are shown and where more units are. */

import { bothChoices, type WarningChoice } from '../../diagnostics/choice.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { PROJECT_FILE, type Project, readProject } from '../project/project.ts';
import { isWarningCode } from '../warning-codes.ts';
import type { WorkspaceHost } from './host.ts';

/** What a client may set (`spin.…`). */
export interface Settings {
  readonly warnings: WarningChoice;
  /** Folders of further units, absolute or relative to a workspace folder. */
  readonly paths: readonly string[];
}

export interface FoundProject {
  readonly folder: string;
  readonly project: Project;
}

export class Projects {
  settings: Settings = readSettings(undefined);
  /** A project file was read, and these are the mistakes in it; or it is gone, and has none. */
  onRead: (path: string, text: string, diagnostics: readonly Diagnostic[]) => void = () => {};
  readonly #host: WorkspaceHost;
  /** Files with mistakes. */
  readonly #shown = new Set<string>();
  /** By folder: its own, or that of a folder above; undefined where there is none. */
  readonly #found = new Map<string, FoundProject | undefined>();

  constructor(host: WorkspaceHost) {
    this.#host = host;
  }

  /** The project that a file belongs to: the nearest `spin.json` above it. Mistakes in it are as if they were not there. */
  of(path: string): FoundProject | undefined {
    const folder = folderOf(path);
    if (folder === path) return undefined;
    if (!this.#found.has(folder)) {
      const own = this.read(`${folder}/${PROJECT_FILE}`);
      this.#found.set(folder, own ? { folder, project: own } : this.of(folder));
    }
    return this.#found.get(folder);
  }

  /** Reads a `spin.json`, and tells what is wrong in it. */
  read(path: string): Project | undefined {
    const text = this.#host.read(path);
    if (text === undefined) {
      if (this.#shown.delete(path)) this.onRead(path, '', []);
      return undefined;
    }
    const { project, diagnostics } = readProject(text, path);
    if (diagnostics.length > 0 || this.#shown.has(path)) this.onRead(path, text, diagnostics);
    if (diagnostics.length > 0) this.#shown.add(path);
    else this.#shown.delete(path);
    return project;
  }

  /** A `spin.json` was made, changed or deleted. */
  forget(path: string): void {
    this.#found.clear();
    this.read(path);
  }

  warnings(path: string): WarningChoice {
    const { off, asErrors } = this.of(path)?.project.warnings ?? { off: [], asErrors: false };
    return bothChoices(this.settings.warnings, { hidden: new Set(off), asErrors });
  }

  /** Folders that the settings name, seen from the workspace's own. */
  settingsFolders(workspace: readonly string[]): string[] {
    return workspace.flatMap((folder) => this.settings.paths.map((path) => below(folder, path)));
  }

  /** Folders that a file's project names for further units; they may be outside the workspace. */
  folders(path: string): string[] {
    const found = this.of(path);
    if (!found) return [];
    const { libraryPath, interfacePath } = found.project;
    return [...libraryPath, ...interfacePath].map((at) => below(found.folder, at));
  }
}

/** Reads settings as a client sends them; what has another form than package.json says does not count. */
export function readSettings(sent: unknown): Settings {
  const at = (value: unknown, name: string): unknown => (value as Record<string, unknown> | null | undefined)?.[name];
  const strings = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((item) => typeof item === 'string' && item !== '') : [];
  const warnings = at(sent, 'warnings');
  const hidden = strings(at(warnings, 'off')).filter((code) => code === 'all' || isWarningCode(code));
  return {
    warnings: { hidden: new Set(hidden), asErrors: at(warnings, 'asErrors') === true },
    paths: [...strings(at(sent, 'libraryPath')), ...strings(at(sent, 'interfacePath'))],
  };
}

export const isProject = (path: string): boolean => /(^|[/\\])spin\.json$/.test(path);

/** A compiled extension, which brings the sources of its interfaces. */
export const isCompiled = (path: string): boolean => path.endsWith('.spx');

const folderOf = (path: string): string => path.replace(/[/\\][^/\\]*$/, '');

/** A path as seen from a folder. Works on addresses as on paths of the disk. */
export function below(folder: string, path: string): string {
  if (/^([/\\]|[A-Za-z]:[/\\]|[a-z][a-z+.-]+:)/.test(path)) return path;
  let base = folder;
  const rest: string[] = [];
  for (const part of path.split(/[/\\]/)) {
    if (part === '..' && rest.length === 0) base = folderOf(base);
    else if (part === '..') rest.pop();
    else if (part !== '.' && part !== '') rest.push(part);
  }
  return [base, ...rest].join('/');
}
