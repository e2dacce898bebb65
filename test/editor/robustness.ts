/**
 * `npm run test:edits [-- EDITS] [--seed S]`: an hour of bad typing in minutes. Random edits (letters, lines taken out or doubled, pieces of other files
 * pasted, brackets and keywords dropped, undo) on the repository's own sources, with requests of every kind between them, some of them cancelled. The
 * server must live, answer everything, grow no further once warm, and say in the end what a fresh server says of the same texts.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CancellationTokenSource, type Position } from 'vscode-languageserver-protocol';
import { Client } from './client.ts';

const FILES = [
  'lib/core/Dispatcher.m3',
  'lib/core/Dispatcher.i3',
  'lib/core/NameServer.m3',
  'lib/io/Rd.i3',
  'lib/io/Wr.i3',
  'lib/table/Table.mg',
  'examples/programs/json/json/JsonParse.m3',
  'examples/programs/lz/lz/Lz.m3',
];

const POSITIONED = [
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/completion',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/linkedEditingRange',
  'textDocument/signatureHelp',
  'textDocument/typeDefinition',
  'textDocument/implementation',
  'textDocument/prepareRename',
  'textDocument/rename',
  'textDocument/declaration',
  'textDocument/prepareCallHierarchy',
  'textDocument/prepareTypeHierarchy',
] as const;
/** What is asked about the items that preparing gives. */
const FOLLOWING: Readonly<Record<string, readonly string[]>> = {
  'textDocument/prepareCallHierarchy': ['callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'],
  'textDocument/prepareTypeHierarchy': ['typeHierarchy/supertypes', 'typeHierarchy/subtypes'],
};
const WHOLE = [
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/semanticTokens/full',
  'textDocument/diagnostic',
  'textDocument/codeLens',
  'textDocument/documentLink',
  'textDocument/inlayHint',
  'textDocument/selectionRange',
  'textDocument/semanticTokens/range',
] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
});
const edits = Number(positionals[0] ?? 20_000);
const random = generator(Number(values.seed));

/** mulberry32 */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

interface Document {
  readonly name: string;
  readonly original: string;
  text: string;
  before: string;
}

const FRAGMENTS = [
  'BEGIN',
  'END',
  'IF x THEN',
  '(*',
  '*)',
  '<*',
  '*>',
  '"',
  "'",
  '(',
  ')',
  '[',
  '{',
  ';',
  '.',
  ':=',
  'PROCEDURE P(',
  'INTERFACE ',
  'MODULE X;',
  'IMPORT ',
  'TYPE T = ',
  'OBJECT ',
  'REVEAL ',
  '\n',
  '\t',
  'é',
  '\u{1F600}',
  '\u0000',
  'x.y^[3](',
  'RAISES {',
  'CASE x OF |',
  'EXCEPT',
  ' ',
];

function mutated(d: Document, documents: readonly Document[]): string {
  const { text } = d;
  const at = random(text.length + 1);
  switch (random(8)) {
    case 0:
      return d.before;
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + random(40));
    case 2:
      return text.slice(0, at) + FRAGMENTS[random(FRAGMENTS.length)]! + text.slice(at);
    case 3: {
      const other = documents[random(documents.length)]!.original;
      const from = random(other.length);
      return text.slice(0, at) + other.slice(from, from + random(400)) + text.slice(at);
    }
    case 4: {
      const lines = text.split('\n');
      lines.splice(random(lines.length), 1 + random(3));
      return lines.join('\n');
    }
    case 5: {
      const lines = text.split('\n');
      const line = random(lines.length);
      lines.splice(line, 0, lines[line]!);
      return lines.join('\n');
    }
    case 6:
      return random(6) === 0 ? d.original : text;
    default:
      return `${text.slice(0, at)}${String.fromCharCode(97 + random(26))}${text.slice(at)}`;
  }
}

function positionIn(text: string): Position {
  const lines = text.split('\n');
  const line = random(lines.length);
  return { line, character: random(lines[line]!.length + 2) };
}

const documents: Document[] = FILES.map((name) => {
  const text = readFileSync(name, 'utf8');
  return {
    name: name
      .replace(/\//g, '-')
      .replace(/.*-([^-]+-[^-]+)$/, '$1')
      .replace('-', '/'),
    original: text,
    text,
    before: text,
  };
});
const client = new Client();
for (const d of documents) client.write(d.name, d.original);
await client.start();
for (const d of documents) await client.open(d.name, d.text);

const failures: string[] = [];
let answered = 0;
let cancelled = 0;
let died = false;
client.server.on('exit', (code) => {
  if (!died) failures.push(`the server ended with status ${code}`);
  died = true;
});

async function ask(d: Document): Promise<void> {
  const cancel = random(5) === 0;
  const source = new CancellationTokenSource();
  const uri = client.uri(d.name);
  const positioned = random(3) > 0;
  const method = positioned ? POSITIONED[random(POSITIONED.length)]! : WHOLE[random(WHOLE.length)]!;
  const params = {
    textDocument: { uri },
    ...(positioned
      ? { position: positionIn(d.text), context: { includeDeclaration: true }, newName: random(2) ? 'fresh' : 'x' }
      : { range: { start: positionIn(d.text), end: positionIn(d.text) }, positions: [positionIn(d.text)] }),
  };
  const answer = client.connection.sendRequest(method, params, source.token);
  if (cancel) source.cancel();
  try {
    const items = await answer;
    answered++;
    for (const following of FOLLOWING[method] ?? []) {
      for (const item of (items as object[] | null) ?? []) {
        await client.connection.sendRequest(following, { item });
        answered++;
      }
    }
  } catch (error) {
    const { code, message } = error as { code?: number; message: string };
    // Cancelled by us, changed meanwhile, refused with a reason, not offered.
    if (code === -32800 || code === -32801 || code === -32803 || code === -32601) cancelled++;
    else failures.push(`${method} at ${JSON.stringify(params)} of ${d.name}: ${message}`);
  }
}

const memory: number[] = [];
const from = Date.now();
for (let i = 0; i < edits && failures.length < 10; i++) {
  const d = documents[random(documents.length)]!;
  const next = mutated(d, documents);
  d.before = d.text;
  d.text = next.length > 3 * d.original.length ? d.original : next;
  await client.change(d.name, d.text);
  if (random(2) === 0)
    await Promise.race([
      ask(d),
      new Promise((_, no) => setTimeout(() => no(new Error(`no answer within 60 s after edit ${i}`)), 60_000).unref()),
    ]).catch((e) => failures.push(String(e.message)));
  if ((i + 1) % Math.ceil(edits / 20) === 0) {
    memory.push(client.memory());
    console.log(
      `${i + 1} edits, ${answered} answers, ${cancelled} cancelled or refused, ${memory.at(-1)!.toFixed(0)} MB`,
    );
  }
}

const fresh = new Client();
for (const d of documents) fresh.write(d.name, d.text);
await fresh.start();
for (const d of documents) await fresh.open(d.name, d.text);
const said = async (c: Client, d: Document): Promise<string> => {
  const report = await c.ask<{ items: { relatedInformation?: { location: { uri: string } }[] }[] }>(
    'textDocument/diagnostic',
    d.name,
  );
  return JSON.stringify(report.items).replaceAll(c.uri(''), '');
};
if (!died) {
  for (const d of documents) {
    const [a, b] = [await said(client, d), await said(fresh, d)];
    if (a !== b)
      failures.push(
        `diagnostics of ${d.name} differ from a fresh server's:\n  ${a.slice(0, 600)}\n  ${b.slice(0, 600)}`,
      );
  }
}
died = true;
await fresh.stop();
if (client.server.exitCode === null) await client.stop();

const half = memory.slice(Math.floor(memory.length / 2));
console.log(
  `${edits} edits, seed ${values.seed}, ${((Date.now() - from) / 1000).toFixed(0)} s: ${answered} requests answered, ${cancelled} cancelled or refused; ` +
    `memory of the second half ${Math.min(...half).toFixed(0)} to ${Math.max(...half).toFixed(0)} MB`,
);
for (const failure of failures) console.log(`FAILED ${failure}`);
if (failures.length === 0) console.log('the server lived, answered everything, and agrees with a fresh one');
process.exitCode = failures.length === 0 ? 0 : 1;
