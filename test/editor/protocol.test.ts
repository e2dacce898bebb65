/** Every file below `protocol/`, against one built server; each has a folder of the workspace to itself. `UPDATE=1` writes the answers anew. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type InitializeResult,
  type Range,
  type SemanticTokensLegend,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { readable } from './answers.ts';
import { Client } from './client.ts';
import { type applyEdits, type Case, type CaseFile, readCase, render, type Step, writeCase } from './protocol.ts';

const FOLDER = join(import.meta.dirname, 'protocol');
const CASES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.txt'))
  .sort();

const client = new Client();
let legend: SemanticTokensLegend;
beforeAll(async () => {
  const { capabilities } = (await client.start()) as InitializeResult;
  legend = capabilities.semanticTokensProvider!.legend;
});
afterAll(() => client.stop());

describe.each(CASES)('%s', (name) => {
  it('answers as expected', async () => {
    const path = join(FOLDER, name);
    const text = readFileSync(path, 'utf8');
    const answers = await run(name.replace(/\W+/g, '-'), readCase(text));
    const actual = writeCase(text, answers);
    if (process.env['UPDATE']) writeFileSync(path, actual);
    else expect(actual).toBe(text);
  });
});

async function run(folder: string, { files, steps }: Case): Promise<string[]> {
  const texts = new Map<string, string>();
  for (const { name, text } of files) client.write(`${folder}/${name}`, text);
  await client.folders([folder], []);
  for (const { name, text } of files) {
    texts.set(client.uri(`${folder}/${name}`), text);
    await client.open(`${folder}/${name}`, text);
  }
  const answers: string[] = [];
  for (const step of steps) answers.push(await answer(folder, files, step, texts));
  for (const { name } of files) await client.close(`${folder}/${name}`);
  await client.folders([], [folder]);
  return answers;
}

async function answer(
  folder: string,
  files: readonly CaseFile[],
  step: Step,
  texts: ReadonlyMap<string, string>,
): Promise<string> {
  const root = `${client.uri(folder)}/`;
  const file = files.find((f) => f.name === step.place || (step.place !== undefined && step.place in f.at));
  if (step.place !== undefined && !file) throw new Error(`no file or mark ${step.place}`);
  const name = file && `${folder}/${file.name}`;
  const show = (value: unknown): string => render(value, root, (uri) => texts.get(uri));
  try {
    if (step.method === 'textDocument/codeAction') return await codeActions(file!, name!, step, root, texts);
    const position = file && step.place !== file.name ? file.at[step.place!] : undefined;
    const params = {
      ...(name ? { textDocument: { uri: client.uri(name) } } : {}),
      ...(position ? { position } : {}),
      ...resolveMarks(step.params, file, root),
    };
    const asked = readable({
      client,
      legend,
      method: step.method,
      params,
      relative: (uri) => uri.replace(root, ''),
      textOf: (uri) => texts.get(uri) ?? '',
    });
    if (asked) return await asked;
    const result = await client.connection.sendRequest<unknown>(step.method, params);
    if (isCompletions(result)) return completions(result.items, step.params as { show?: number; only?: string[] });
    if (name && isTextEdits(result))
      return render({ changes: { [client.uri(name)]: result } }, root, (u) => texts.get(u));
    return show(result);
  } catch (error) {
    return `error: ${(error as Error).message}`;
  }
}

/**
 * Code actions at a mark, or at a range given as `"range": "@from-to"`: their titles, each with what it changes; `only` selects kinds, `title` those
 * whose titles contain a text.
 */
async function codeActions(
  file: CaseFile,
  name: string,
  { place, params }: Step,
  root: string,
  texts: ReadonlyMap<string, string>,
): Promise<string> {
  const { range, only, title } = resolveMarks(params, file, root) as { range?: Range; only?: string[]; title?: string };
  const at = place === file.name ? { line: 0, character: 0 } : file.at[place!]!;
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: client.uri(name) },
    range: range ?? { start: at, end: at },
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
  const shown = actions.filter((a) => !title || a.title.includes(title));
  return (
    shown
      .map((a) => {
        const mark = a.isPreferred ? ' (preferred)' : '';
        const edit = a.edit ? render(a.edit, root, (uri) => texts.get(uri)) : `cannot be done: ${a.disabled?.reason}`;
        return `* ${a.title} [${a.kind}]${mark}\n${edit}`;
      })
      .join('\n') || '(none)'
  );
}

/** In parameters, `"@mark"` is a position, `"@from-to"` a range of the same file, `"@@name"` a file's address. */
function resolveMarks(value: unknown, file: CaseFile | undefined, root: string): object {
  const visit = (v: unknown): unknown => {
    if (Array.isArray(v)) return v.map(visit);
    if (typeof v === 'object' && v !== null)
      return Object.fromEntries(Object.entries(v).map(([k, e]) => [k, visit(e)]));
    if (typeof v !== 'string' || !v.startsWith('@')) return v;
    if (v.startsWith('@@')) return root + v.slice(2);
    const [from, to] = v
      .slice(1)
      .split('-')
      .map((mark) => {
        const position = file?.at[mark];
        if (!position) throw new Error(`no mark ${mark} in ${file?.name}`);
        return position;
      });
    return to ? { start: from, end: to } : from;
  };
  return visit(value) as object;
}

const isCompletions = (v: unknown): v is CompletionList => typeof v === 'object' && v !== null && 'isIncomplete' in v;

/** A line for each proposal in the order shown; the first ones, or those whose names are given as `only`. */
function completions(
  items: readonly CompletionItem[],
  { show = 12, only }: { show?: number; only?: string[] },
): string {
  const sorted = [...items].sort((a, b) =>
    (a.sortText ?? '') < (b.sortText ?? '') ? -1 : a.sortText === b.sortText ? 0 : 1,
  );
  const wanted = only ? sorted.filter((i) => only.includes(i.label)) : sorted.slice(0, show);
  const lines = wanted.map((i) => {
    const edit = (i.textEdit as TextEdit | undefined)?.newText ?? i.label;
    const put = edit === i.label ? '' : ` -> ${JSON.stringify(edit)}`;
    const more = (i.additionalTextEdits ?? []).map((e) => ` + ${JSON.stringify(e.newText)}`).join('');
    return `${i.label}  [${KIND[i.kind!]}] ${i.detail ?? ''}${put}${more}`;
  });
  const rest = items.length - wanted.length;
  return [...lines, ...(rest > 0 && !only ? [`(more)`] : [])].join('\n') || '(none)';
}

const KIND: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(CompletionItemKind).map(([name, number]) => [number, name]),
);

const isTextEdits = (v: unknown): v is Parameters<typeof applyEdits>[1] =>
  Array.isArray(v) && v.length > 0 && v.every((e) => 'range' in e && 'newText' in e);
