/**
 * A rename is right when every name means afterwards what it meant before, and nothing is wrong that was not. Both are seen by checking files again with
 * their new texts, in memory.
 */
import type { CancellationToken } from 'vscode-languageserver';
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { Used } from '../../types/model.ts';
import { keyOf, type Name, Names } from '../names/names.ts';
import { occurrenceAt } from '../names/occurrences.ts';
import type { World } from '../names/related.ts';
import { eachFile, reach, wordTest } from '../names/search.ts';
import { fileName, isUnit, type Places, placeText, Refusal, type RenamePlan } from './plan.ts';

/** Refuses, with the first thing that would go wrong; false when cancelled. */
export async function verifyRename(
  world: World,
  plan: RenamePlan,
  token: CancellationToken,
  progress?: (done: number, total: number) => void,
): Promise<boolean> {
  const texts = new Map<string, string>();
  for (const [path, places] of plan.places)
    texts.set(path, replaced(world.workspace.text(path)!, places, plan.newName));
  const workspace = world.workspace.withTexts(texts);
  const analysis = world.analysis.of(workspace);
  const after: World = { workspace, analysis, names: new Names(analysis, workspace) };
  if (plan.renamed.some(isUnit)) checkUnits(world, after, plan);
  const shift = shifts(plan);
  let changed: string | undefined;
  const completed = await eachFile(
    affected(world, plan),
    (path) => {
      const known = new Set(world.names.occurrences(path).errors.map((d) => identity(d, shift)));
      const errors = analysis.diagnostics(path).filter((d) => d.severity === 'error');
      const error = errors.find((d) => !known.has(identity(d, (_, at) => at)));
      if (error)
        throw new Refusal(
          `${plan.oldName} cannot become ${plan.newName}: ${fileName(path)}:${placeText(after, path, error.span.start)}: ${error.message}.`,
        );
      // What is reported as an error says more, in whatever file it is.
      changed ??= changedMeaning(world, after, path, plan, shift);
      if (workspace.head(path)?.kind === 'module') {
        after.names.forget(path);
        analysis.release(path);
      }
    },
    { token, ...(progress ? { progress } : {}) },
  );
  if (completed && changed !== undefined) throw new Refusal(changed);
  return completed;
}

/** Who imports or exports an interface of the new name must still see the same one, the nearest (2.5); and there must be one of a name in a folder. */
function checkUnits(world: World, after: World, { newName, renamed }: RenamePlan): void {
  for (const path of world.workspace.paths) {
    const head = world.workspace.head(path);
    if (!head || renamed.some((used) => used.span.file === path)) continue;
    if (head.name === newName && head.kind === 'interface' && renamed.some((used) => isBeside(used.span.file, path)))
      throw new Refusal(`There is already an interface ${newName} beside it (${fileName(path)}).`);
    if (!head.imports.includes(newName) && !head.exports.includes(newName)) continue;
    const before = world.workspace.interfaceFile(newName, path);
    const now = after.workspace.interfaceFile(newName, path);
    if (before === now) continue;
    const verb = head.exports.includes(newName) ? 'exports' : 'imports';
    const meant = before === undefined ? 'and there is none yet' : `and means the one in ${fileName(before)}`;
    throw new Refusal(`${fileName(path)} ${verb} an interface ${newName}, ${meant}: it would then be this one.`);
  }
}

const folderOf = (path: string): string => path.replace(/[^/\\]*$/, '');
const isBeside = (a: string, b: string): boolean => folderOf(a) === folderOf(b);

type Shift = (file: string, offset: number) => number;

/** Where an offset of an old text is in the new one. */
function shifts({ places, oldName, newName }: RenamePlan): Shift {
  const growth = newName.length - oldName.length;
  return (file, offset) => {
    const before = places.get(file)?.filter((p) => p.start < offset).length ?? 0;
    return offset + before * growth;
  };
}

function identity(d: { readonly code: string; readonly span: Span }, shift: Shift): string {
  return `${d.code} ${shift(d.span.file, d.span.start)}`;
}

function replaced(text: string, places: Places, by: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of places) {
    result += text.slice(at, start) + by;
    at = end;
  }
  return result + text.slice(at);
}

/**
 * Files that the rename could harm. Where the new name is nowhere in reach nothing can be hidden by it or hide it: then only those need a look who see
 * the new name without mentioning it, the declaring units and the modules that export them. Otherwise it is all who mention one of the names.
 *
 * Fields and elements are parts of types, which are compared by structure (2.2): if somebody has a part of the old name still, his type may have been
 * equal to ours, and whoever used that may be anywhere in reach.
 */
function affected(world: World, plan: RenamePlan): string[] {
  const { workspace } = world;
  const text = (path: string): string => workspace.text(path) ?? '';
  const found = new Set<string>();
  const inReach = new Set(plan.renamed.flatMap((used) => [...reach(world, used)]));
  if (plan.renamed.length === 0) for (const path of plan.places.keys()) inReach.add(path);
  const mentionsNew = wordTest([plan.newName]);
  // Which of several units of a name is meant depends on where one stands.
  const isFresh = !plan.renamed.some(isUnit) && ![...inReach].some((path) => mentionsNew.test(text(path)));
  for (const { span } of plan.renamed) {
    found.add(span.file);
    const head = workspace.head(span.file);
    if (head?.kind === 'interface') for (const path of workspace.exporters(head.name, span.file)) found.add(path);
    if (head?.generic) for (const path of workspace.instances(head.kind, head.name)) found.add(path);
  }
  if (!isFresh) {
    for (const path of plan.places.keys()) found.add(path);
    for (const path of inReach) if (mentionsNew.test(text(path))) found.add(path);
  }
  if (plan.renamed.some(isPart) && [...inReach].some((path) => keepsOldName(text(path), path, plan)))
    for (const path of inReach) found.add(path);
  return [...found].filter((path) => !world.analysis.isLibrary(path));
}

const isPart = (used: Used): boolean => !('kind' in used) || used.kind === 'element';

/** Is the old name in the text still, when all that is renamed has been? */
function keepsOldName(text: string, path: string, { oldName, places }: RenamePlan): boolean {
  const all = [...text.matchAll(new RegExp(wordTest([oldName]), 'g'))].length;
  return all > (places.get(path)?.length ?? 0);
}

function changedMeaning(before: World, after: World, path: string, plan: RenamePlan, shift: Shift): string | undefined {
  const meanings = new Map<number, Name[]>();
  for (const name of after.names.of(path)) {
    const there = meanings.get(name.span.start);
    if (there) there.push(name);
    else meanings.set(name.span.start, [name]);
  }
  const { keys } = before.names;
  const old = before.names.occurrences(path);
  for (let i = 0; i < old.keys.length; i++) {
    const { start, end } = occurrenceAt(old, i);
    const declared = keys.place(old.keys[i]!);
    if (declared.file === '') continue;
    const there = meanings.get(shift(path, start)) ?? [];
    const { file } = declared;
    const key = keyOf({ name: '', span: { file, start: shift(file, declared.start), end: 0 } });
    if (there.some((name) => keyOf(name.used) === key)) continue;
    const name = before.workspace.text(path)!.slice(start, end);
    const meaning = there[0] ? `mean ${describe(after, there[0].used)}` : 'mean nothing';
    return `${plan.oldName} cannot become ${plan.newName}: ${name} in ${fileName(path)}:${placeText(before, path, start)} would then ${meaning}.`;
  }
  return undefined;
}

function describe(world: World, used: Used): string {
  const { file, start } = used.span;
  if (file === '') return `the predeclared ${used.name}`;
  return `the ${used.name} that is declared in ${fileName(file)}:${placeText(world, file, start)}`;
}
