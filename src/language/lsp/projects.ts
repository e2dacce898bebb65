/** The projects (`spin.json`) of a workspace, and the client's settings: both say which warnings are shown and where more units are. */
import { bothChoices, type WarningChoice } from '../../diagnostics/choice.ts';
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
  readonly #host: WorkspaceHost;
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
      const text = this.#host.read(`${folder}/${PROJECT_FILE}`);
      const own = text === undefined ? undefined : { folder, project: readProject(text, PROJECT_FILE).project };
      this.#found.set(folder, own ?? this.of(folder));
    }
    return this.#found.get(folder);
  }

  /** A `spin.json` was made, changed or deleted. */
  forget(): void {
    this.#found.clear();
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
