/** What is wrong in a generic unit is shown in its text, as its instances have it, and follows edits of it and of what they are made of. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client } from './client.ts';

const client = new Client();
beforeAll(() => client.start());
afterAll(() => client.stop());

const MODULE = `GENERIC MODULE Cell(Elem);
PROCEDURE Put(VAR c: T; READONLY e: Elem.T) =
  BEGIN
    c.value := e;
  END Put;
BEGIN
END Cell.
`;

it('in its own file', async () => {
  const files = {
    'Cell.ig':
      'GENERIC INTERFACE Cell(Elem);\nTYPE T = RECORD value: Elem.T END;\nPROCEDURE Put(VAR c: T; READONLY e: Elem.T);\nEND Cell.\n',
    'Cell.mg': MODULE,
    'Age.i3': 'INTERFACE Age;\nTYPE T = INTEGER;\nEND Age.\n',
    'AgeCell.i3': 'INTERFACE AgeCell = Cell(Age) END AgeCell.\n',
    'AgeCell.m3': 'MODULE AgeCell = Cell(Age) END AgeCell.\n',
  };
  for (const [name, text] of Object.entries(files)) await client.open(name, text);
  await client.diagnostics('Cell.mg', (d) => d.length === 0);
  await client.change('Cell.mg', MODULE.replace('c.value', 'c.valve'));
  const [wrong] = await client.diagnostics('Cell.mg', (d) => d.length === 1);
  expect(wrong!.message).toMatch(/^type AgeCell\.T has no field valve/);
  await client.change('Cell.mg', MODULE.replace('c.value := e', 'c.value := e + 1'));
  await client.diagnostics('Cell.mg', (d) => d.length === 0);
  await client.change('Age.i3', 'INTERFACE Age;\nTYPE T = TEXT;\nEND Age.\n');
  const [later] = await client.diagnostics('Cell.mg', (d) => d.length === 1);
  expect(later!.range.start.line).toBe(3);
});
