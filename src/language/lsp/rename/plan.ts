/** What a rename would change: which names in which files, and which files get other names. Refused with the reason, as an error. */
import type { CancellationToken } from 'vscode-languageserver';
import { tokenize } from '../../parser/tokens.ts';
import { KEYWORDS } from '../../parser/words.ts';
import { BUILTINS, isErrorEntity } from '../../types/builtins.ts';
import type { Used } from '../../types/model.ts';
import type { Name } from '../names/names.ts';
import { related, type World } from '../names/related.ts';
import { candidates, findNames, wordTest } from '../names/search.ts';

/** Why something cannot be renamed, for people. */
export class Refusal extends Error {}

/** Half-open ranges of offsets, ascending. */
export type Places = readonly { readonly start: number; readonly end: number }[];

export interface RenamePlan {
  readonly oldName: string;
  readonly newName: string;
  /** What is renamed: all that belongs together. */
  readonly renamed: readonly Used[];
  readonly places: ReadonlyMap<string, Places>;
  readonly files: readonly { readonly from: string; readonly to: string }[];
}

/** What is called at that name; refuses what has no declaration in the workspace. */
export function renameable(world: World, path: string, name: Name): { readonly text: string; readonly local: boolean } {
  const { used, span } = name;
  const text = world.workspace.text(path)!.slice(span.start, span.end);
  if (world.analysis.isLibrary(path))
    throw new Refusal('This file belongs to the library or to a compiled extension, which cannot be changed.');
  const local = text !== used.name;
  if (local) return { text, local };
  if ('kind' in used && used.kind !== 'element' && isErrorEntity(used))
    throw new Refusal(`${text} is not declared, so it cannot be renamed.`);
  if (used.span.file === '') throw new Refusal(`${text} is predeclared, so it cannot be renamed.`);
  for (const { span } of related(world, used))
    if (world.analysis.isLibrary(span.file))
      throw new Refusal(`${text} is declared in the library, which cannot be changed.`);
  return { text, local };
}

/** The rules for names that need no look at any file (2.8.1). */
export function checkNewName(name: string): void {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name))
    throw new Refusal(`${name} is not an identifier: a letter, then letters, digits and underscores.`);
  if (KEYWORDS.has(name)) throw new Refusal(`${name} is a keyword of the language.`);
  if (BUILTINS.has(name)) throw new Refusal(`${name} is predeclared; to declare it anew would hide it.`);
}

/** Undefined when cancelled. */
export async function planRename(
  world: World,
  path: string,
  name: Name,
  newName: string,
  token: CancellationToken,
  progress: (done: number, total: number) => void,
): Promise<RenamePlan | undefined> {
  const { text, local } = renameable(world, path, name);
  checkNewName(newName);
  if (local) return planLocal(world, path, name, text, newName);
  const renamed = related(world, name.used);
  refuseLibraryUnit(world, renamed, newName);
  const found = await findNames(world, renamed, { token, progress });
  if (!found) return undefined;
  refuseBroken(world, renamed, text);
  const places = new Map<string, Places>();
  for (const [file, names] of found) {
    const source = world.workspace.text(file)!;
    const own = names.filter(({ start, end }) => source.slice(start, end) === text);
    if (own.length === 0) continue;
    if (world.analysis.isLibrary(file)) throw new Refusal(`The library mentions ${text}, and cannot be changed.`);
    places.set(file, distinct(own));
  }
  return { oldName: text, newName, renamed, places, files: renamedFiles(world, renamed, text, newName) };
}

/** The name that an import AS or a generic formal gives to an interface, in this file only. */
function planLocal(world: World, path: string, name: Name, text: string, newName: string): RenamePlan {
  const source = world.workspace.text(path)!;
  const own = world.names.of(path).filter((n) => source.slice(n.span.start, n.span.end) === text && isUnit(n.used));
  if (!own.some((n) => n.role === 'alias'))
    throw new Refusal(`${text} stands for ${name.used.name} here, and is not declared in this file.`);
  const places = distinct(own.map((n) => n.span));
  return { oldName: text, newName, renamed: [], places: new Map([[path, places]]), files: [] };
}

export const isUnit = (used: Used): boolean => 'kind' in used && used.kind === 'unit';

/** Several instances of a generic unit have the same names in the same places. */
function distinct(names: Places): Places {
  const starts = new Map(names.map(({ start, end }) => [start, { start, end }]));
  return [...starts.values()].sort((a, b) => a.start - b.start);
}

/** In a text that cannot be read in full uses could be overlooked, unless it is known of each word of the name what it means. */
function refuseBroken(world: World, renamed: readonly Used[], text: string): void {
  const mentions = wordTest([text]);
  for (const path of candidates(world, renamed)) {
    if (!mentions.test(world.workspace.text(path) ?? '')) continue;
    const syntax = world.names.occurrences(path).errors.find((d) => d.code.startsWith('P'));
    if (syntax && !isEachKnown(world, path, text))
      throw new Refusal(
        `${fileName(path)} has a syntax error (${placeText(world, path, syntax.span.start)}: ${syntax.message}), so not every use of ${text} can be found.`,
      );
  }
}

function isEachKnown(world: World, path: string, text: string): boolean {
  const known = new Set<number>();
  for (const { span, used } of world.names.of(path)) if (used.span.file !== '') known.add(span.start);
  const { visible, hidden } = tokenize(world.workspace.text(path)!);
  const mentions = wordTest([text]);
  // Names in pragmas mean something, too.
  if (hidden.some((token) => token.image.startsWith('<*') && mentions.test(token.image))) return false;
  return visible.every((token) => token.image !== text || known.has(token.offset));
}

/** Files that are called like the unit in them stay so. */
function renamedFiles(world: World, renamed: readonly Used[], text: string, newName: string): RenamePlan['files'] {
  return renamed.filter(isUnit).flatMap(({ span: { file } }) => {
    const m = /^(.*[/\\])?([^/\\]+)\.(i3|m3|ig|mg)$/.exec(file);
    if (!m || m[2] !== text) return [];
    const to = `${m[1] ?? ''}${newName}.${m[3]}`;
    if (world.workspace.text(to) !== undefined)
      throw new Refusal(`There is already a file ${fileName(to)} beside ${fileName(file)}.`);
    return [{ from: file, to }];
  });
}

/** The library's interfaces are everywhere; other packages may have interfaces of the new name (`checkUnits` looks at who sees which). */
function refuseLibraryUnit(world: World, renamed: readonly Used[], newName: string): void {
  for (const used of renamed.filter(isUnit)) {
    const other = world.workspace.interfaceFile(newName, used.span.file);
    if (other !== undefined && world.analysis.isLibrary(other))
      throw new Refusal(`There is already an interface ${newName} in the library.`);
  }
}

export function fileName(path: string): string {
  return path.replace(/^.*[/\\]/, '');
}

/** `12:3` */
export function placeText(world: World, path: string, offset: number): string {
  const at = world.analysis.map(path)?.position(offset);
  return at ? `${at.line + 1}:${at.character + 1}` : '?';
}
