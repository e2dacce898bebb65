/** Semantic tokens after an edit come as the difference to those before: applied to them it gives what a client that asks anew is told. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';

const client = new Client();
beforeAll(() => client.start());
afterAll(() => client.stop());

const TEXT = `MODULE Deltas EXPORTS Main;
IMPORT IO;
VAR first, second: INTEGER;
BEGIN
  first := 1;
  second := first + 1;
  IO.PutInt(second);
END Deltas.
`;
const FULL = 'textDocument/semanticTokens/full';
const DELTA = 'textDocument/semanticTokens/full/delta';

function applied(data: readonly number[], { edits }: SemanticTokensDelta): number[] {
  const result = [...data];
  for (const { start, deleteCount, data: put } of [...edits].sort((a, b) => b.start - a.start))
    result.splice(start, deleteCount, ...(put ?? []));
  return result;
}

it('follow each other', async () => {
  await client.open('Deltas.m3', TEXT);
  let { data, resultId } = await client.ask<SemanticTokens>(FULL, 'Deltas.m3');
  expect(data.length).toBeGreaterThan(0);
  const later = [
    TEXT.replace('first := 1;', 'first := 1;\n  second := 2;'),
    TEXT.replace('  second := first + 1;\n', ''),
    TEXT,
    TEXT,
    '',
    TEXT,
  ];
  for (const text of later) {
    await client.change('Deltas.m3', text);
    const delta = await client.ask<SemanticTokensDelta>(DELTA, 'Deltas.m3', undefined, { previousResultId: resultId });
    const now = applied(data, delta);
    const other = `Other${later.indexOf(text)}.m3`;
    await client.open(other, text);
    expect(now).toEqual((await client.ask<SemanticTokens>(FULL, other)).data);
    await client.close(other);
    [data, resultId] = [now, delta.resultId];
  }
});

it('with a result that the server does not know are whole', async () => {
  await client.open('Whole.m3', TEXT);
  const full = await client.ask<SemanticTokens>(FULL, 'Whole.m3');
  const answer = await client.ask<SemanticTokens>(DELTA, 'Whole.m3', undefined, { previousResultId: 'long ago' });
  expect(answer.data).toEqual(full.data);
});
