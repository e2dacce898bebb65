/** Renaming to a fresh name breaks nothing, and renaming back restores every text: tried on names all over the example programs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic, Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';
import { applyEdits } from './protocol.ts';

const PROGRAMS = join(import.meta.dirname, '../../examples/programs');
const TRIES = 40;

const client = new Client();
const texts = new Map<string, string>();

beforeAll(async () => {
  for (const file of readdirSync(PROGRAMS, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.[im][3g]$/.test(file)) texts.set(file, readFileSync(join(PROGRAMS, file), 'utf8'));
  for (const [file, text] of texts) client.write(file, text);
  await client.start();
  for (const [file, text] of texts) await client.open(file, text);
});
afterAll(() => client.stop());

/** What the server wants changed; the reason if it refuses. */
async function rename(file: string, position: Position, newName: string): Promise<Map<string, TextEdit[]> | string> {
  const textDocument = { uri: client.uri(file) };
  try {
    const edit = await client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument,
      position,
      newName,
    });
    const changes = (edit.documentChanges ?? []).filter((c) => 'edits' in c);
    return new Map(changes.map((c) => [c.textDocument.uri.slice(client.uri('').length + 1), c.edits as TextEdit[]]));
  } catch (error) {
    return (error as Error).message;
  }
}

async function apply(changes: ReadonlyMap<string, TextEdit[]>): Promise<void> {
  for (const [file, edits] of changes) {
    texts.set(file, applyEdits(texts.get(file)!, edits));
    await client.change(file, texts.get(file)!);
  }
}

async function errors(): Promise<string[]> {
  const found: string[] = [];
  for (const file of texts.keys()) {
    const { items } = await client.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', file);
    for (const d of items) if (d.severity === 1) found.push(`${file}:${d.range.start.line + 1}: ${d.message}`);
  }
  return found;
}

it('changes no meaning, and can be taken back', { timeout: 120_000 }, async () => {
  const names = [...texts].flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, n) =>
        [...line.matchAll(/(?<![\w"'])[A-Za-z]\w*/g)].map((m) => ({ file, at: { line: n, character: m.index } })),
      ),
  );
  const before = new Map(texts);
  const wrong: string[] = [];
  const clean = await errors();
  let renamed = 0;
  for (let i = 0; i < TRIES * 8 && renamed < TRIES; i++) {
    const { file, at } = names[(i * 104_729) % names.length]!;
    const old = /^\w+/.exec(texts.get(file)!.split('\n')[at.line]!.slice(at.character))![0];
    const there = await rename(file, at, `fresh${i}`);
    if (typeof there === 'string') continue;
    renamed++;
    const where = `${old} in ${file}:${at.line + 1}`;
    await apply(there);
    const after = await errors();
    if (after.length > clean.length) wrong.push(`${where}: ${after.find((e) => !clean.includes(e))}`);
    const moved = movedBy(there.get(file)!, at);
    const back = await rename(file, moved, old);
    if (typeof back === 'string') wrong.push(`${where} cannot be taken back: ${back}`);
    else await apply(back);
    for (const [name, text] of before) {
      if (texts.get(name) === text) continue;
      wrong.push(`${where} is not restored in ${name}`);
      texts.set(name, text);
      await client.change(name, text);
    }
  }
  expect(wrong).toEqual([]);
  expect(renamed).toBe(TRIES);
});

/** Where a place is when the names before it in its line have changed their lengths. */
function movedBy(edits: readonly TextEdit[], at: Position): Position {
  let { character } = at;
  for (const { range, newText } of edits)
    if (range.start.line === at.line && range.start.character < at.character)
      character += newText.length - (range.end.character - range.start.character);
  return { line: at.line, character };
}
