/**
 * A rename is right when every name means afterwards what it meant before, and nothing is wrong that was not. Both are seen by checking the files again
 * with their new texts, in memory.
 */
import type { CancellationToken } from 'vscode-languageserver';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { Used } from '../../types/model.ts';
import { keyOf, type Name, Names } from '../names/names.ts';
import type { World } from '../names/related.ts';
import { eachFile, reach, wordTest } from '../names/search.ts';
import { fileName, type Places, placeText, Refusal, type RenamePlan } from './plan.ts';

/** Refuses, with the first thing that would go wrong; false when cancelled. */
export async function verifyRename(world: World, plan: RenamePlan, token: CancellationToken): Promise<boolean> {
  const texts = new Map<string, string>();
  for (const [path, places] of plan.places)
    texts.set(path, replaced(world.workspace.text(path)!, places, plan.newName));
  const workspace = world.workspace.withTexts(texts);
  const analysis = world.analysis.of(workspace);
  const after: World = { workspace, analysis, names: new Names(analysis, workspace) };
  const shift = shifts(plan);
  const paths = [...affected(world, plan)].sort((a, b) => Number(plan.places.has(b)) - Number(plan.places.has(a)));
  let changed: string | undefined;
  const completed = await eachFile(
    paths,
    (path) => {
      const known = new Set(
        world.analysis
          .diagnostics(path)
          .filter(isError)
          .map((d) => identity(d, shift)),
      );
      const error = analysis.diagnostics(path).find((d) => isError(d) && !known.has(identity(d, (_, at) => at)));
      if (error)
        throw new Refusal(
          `${plan.oldName} cannot become ${plan.newName}: ${fileName(path)}:${placeText(after, path, error.span.start)}: ${error.message}.`,
        );
      // What is reported as an error says more, in whatever file it is.
      changed ??= changedMeaning(world, after, path, plan, shift);
    },
    { token },
  );
  if (completed && changed !== undefined) throw new Refusal(changed);
  return completed;
}

const isError = (d: Diagnostic): boolean => d.severity === 'error';

type Shift = (file: string, offset: number) => number;

/** Where an offset of an old text is in the new one. */
function shifts({ places, oldName, newName }: RenamePlan): Shift {
  const growth = newName.length - oldName.length;
  return (file, offset) => {
    const before = places.get(file)?.filter((p) => p.start < offset).length ?? 0;
    return offset + before * growth;
  };
}

function identity(d: Diagnostic, shift: Shift): string {
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
 * Files that the rename could harm: all that mention the old or the new name and can see what is renamed. Types with fields and elements are compared by
 * structure (2.2), so these matter to those who do not mention them.
 */
function affected(world: World, plan: RenamePlan): Set<string> {
  const found = new Set(plan.places.keys());
  const mentions = wordTest([plan.oldName, plan.newName]);
  for (const used of plan.renamed)
    for (const path of reach(world, used))
      if (isStructural(used) || mentions.test(world.workspace.text(path) ?? '')) found.add(path);
  for (const path of found) if (world.analysis.isLibrary(path)) found.delete(path);
  return found;
}

const isStructural = (used: Used): boolean => !('kind' in used) || used.kind === 'element';

function changedMeaning(before: World, after: World, path: string, plan: RenamePlan, shift: Shift): string | undefined {
  const now = new Map<number, Set<string>>();
  const meanings = new Map<number, Name>();
  for (const name of after.names.of(path)) {
    const { start } = name.span;
    meanings.set(start, name);
    const keys = now.get(start);
    if (keys) keys.add(keyOf(name.used));
    else now.set(start, new Set([keyOf(name.used)]));
  }
  for (const { span, used } of before.names.of(path)) {
    const start = shift(path, span.start);
    if (used.span.file === '' || now.get(start)?.has(shiftedKey(used, shift))) continue;
    const name = before.workspace.text(path)!.slice(span.start, span.end);
    const other = meanings.get(start);
    const meaning = other ? `mean ${describe(after, other.used)}` : 'mean nothing';
    return `${plan.oldName} cannot become ${plan.newName}: ${name} in ${fileName(path)}:${placeText(before, path, span.start)} would then ${meaning}.`;
  }
  return undefined;
}

function shiftedKey(used: Used, shift: Shift): string {
  const { file, start, end } = used.span;
  return keyOf({ name: used.name, span: { file, start: shift(file, start), end } });
}

function describe(world: World, used: Used): string {
  const { file, start } = used.span;
  if (file === '') return `the predeclared ${used.name}`;
  return `the ${used.name} that is declared in ${fileName(file)}:${placeText(world, file, start)}`;
}
