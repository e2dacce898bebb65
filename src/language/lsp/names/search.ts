/**
 * All names in the workspace that mean one of some things. Only files are looked at that depend on the declaring unit, directly or through others (a
 * field can be used by one who imports only what has a variable of its type), and in whose text the name is.
 */
import type { CancellationToken } from 'vscode-languageserver';
import type { CheckedUnit, Used } from '../../types/model.ts';
import { type Occurrence, withKeys } from './occurrences.ts';
import type { World } from './related.ts';

export interface Search {
  readonly token?: CancellationToken;
  /** Called before each file is looked at. */
  readonly progress?: (done: number, total: number) => void;
}

/** Milliseconds of work after which others get their turn. */
const TURN = 25;

/** By file; undefined when the search was cancelled. */
export async function findNames(
  world: World,
  wanted: readonly Used[],
  search: Search = {},
): Promise<Map<string, Occurrence[]> | undefined> {
  const keys = new Set(wanted.map((used) => world.names.keys.of(used)));
  const found = new Map<string, Occurrence[]>();
  const completed = await eachFile(
    [...candidates(world, wanted)],
    (path) => {
      const names = withKeys(world.names.occurrences(path), keys);
      if (names.length > 0) found.set(path, names);
    },
    search,
  );
  return completed ? found : undefined;
}

/** The checked units that mention one of them. */
export async function eachMention(
  world: World,
  wanted: readonly Used[],
  search: Search,
  visit: (unit: CheckedUnit, path: string) => void,
): Promise<void> {
  const found = await findNames(world, wanted, search);
  await eachFile(
    [...(found?.keys() ?? [])],
    (path) => {
      for (const unit of world.analysis.units(path)) visit(unit, path);
    },
    search,
  );
}

/** Calls back for each file and lets other requests be answered in between; false when cancelled. */
export async function eachFile(
  paths: readonly string[],
  visit: (path: string) => void,
  { token, progress }: Search = {},
): Promise<boolean> {
  let turn = Date.now();
  for (const [done, path] of paths.entries()) {
    if (Date.now() - turn > TURN) {
      progress?.(done, paths.length);
      await new Promise((resume) => setTimeout(resume, 0));
      turn = Date.now();
    }
    if (token?.isCancellationRequested) return false;
    visit(path);
  }
  return true;
}

/** Files that could mention one of them. */
export function candidates(world: World, wanted: readonly Used[]): Set<string> {
  const found = new Set<string>();
  for (const used of wanted) {
    const mentions = wordTest([used.name]);
    // A local name of an import stands where the unit's own name does not.
    const aliased = 'kind' in used && used.kind === 'unit';
    for (const path of reach(world, used))
      if (aliased || mentions.test(world.workspace.text(path) ?? '')) found.add(path);
  }
  return found;
}

/** The file of the declaration, and those that depend on its unit if it can be seen from outside. */
export function reach({ workspace }: World, used: Used): Set<string> {
  const { file } = used.span;
  if (file === '') return new Set(workspace.paths);
  const head = workspace.head(file);
  const isUnit = 'kind' in used && used.kind === 'unit';
  const isLocal = 'kind' in used && used.kind === 'variable' && used.owner !== undefined && used.role !== 'param';
  if (!head || isLocal || (head.kind === 'module' && !head.generic && !isUnit)) return new Set([file]);
  return new Set([file, ...workspace.dependents(head.name)]);
}

export function wordTest(words: readonly string[]): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_])(?:${words.join('|')})(?![A-Za-z0-9_])`);
}
