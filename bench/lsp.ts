/**
 * `npm run bench:lsp [-- LINES]`: what an editor's user waits for. The built server on a generated workspace and on this repository's own sources:
 * from start to the first diagnostics (cold, and again with what the first left behind), then, for many places, edit to diagnostics, completion, hover,
 * references, rename. Milliseconds, as median and 95th percentile; memory is the server's resident set. The last column is the median of the time for
 * which the server's main thread has worked, which other programs on the machine change less.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '../test/editor/client.ts';
import { TextReport } from './report.ts';
import { generateWorkspace } from './workspace.ts';

const ROUNDS = 40;
const REFERENCES = { context: { includeDeclaration: true } };

interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly worked: number;
}

function percentile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
}

async function repeated(client: Client, work: (i: number) => Promise<unknown>, rounds = ROUNDS): Promise<Figures> {
  const times: number[] = [];
  const worked: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const [from, before] = [performance.now(), client.worked()];
    await work(i);
    times.push(performance.now() - from);
    worked.push(client.worked() - before);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), worked: percentile(worked, 0.5) };
}

const ms = (n: number): string => (n < 10 ? n.toFixed(1) : n.toFixed(0));

async function measure(title: string, root: string, file: string, shared: string): Promise<void> {
  const rows: string[][] = [];
  const row = (name: string, { p50, p95, worked }: Figures): void =>
    void rows.push([name, ms(p50), ms(p95), ms(worked)]);
  const once = (name: string, time: number, worked?: number): void =>
    void rows.push([name, ms(time), '', worked === undefined ? '' : ms(worked)]);
  const text = readFileSync(join(root, file), 'utf8');
  for (const how of ['cold', 'warm']) {
    const client = new Client(root);
    const from = performance.now();
    const checked = client.progressEnd();
    await client.start(undefined, { window: { workDoneProgress: true } });
    const published = client.published(file);
    await client.open(file, text);
    await published;
    once(`${how} start to the diagnostics of an open file`, performance.now() - from, client.worked());
    await client.ask('textDocument/completion', file, identifiers(text)[100]!);
    once(`${how} start to the first completion`, performance.now() - from, client.worked());
    once('memory after that, MB', client.memory());
    await checked;
    once(`${how} start until all of the workspace is checked`, performance.now() - from, client.worked());
    once('memory after that, MB', client.memory());
    await client.stop();
  }
  const client = new Client(root);
  await client.start();
  const first = client.published(file);
  await client.open(file, text);
  await first;
  await client.ask('textDocument/documentSymbol', file);
  const places = identifiers(text);
  const place = (i: number) => places[(i * 7919) % places.length]!;
  row('hover', await repeated(client, (i) => client.ask('textDocument/hover', file, place(i))));
  row('definition', await repeated(client, (i) => client.ask('textDocument/definition', file, place(i))));
  row('completion', await repeated(client, (i) => client.ask('textDocument/completion', file, place(i))));
  row('references', await repeated(client, (i) => client.ask('textDocument/references', file, place(i), REFERENCES)));
  row(
    'rename',
    await repeated(
      client,
      (i) => client.ask('textDocument/rename', file, place(i), { newName: `renamed${i}` }).catch(() => null),
      20,
    ),
  );
  row(
    'semantic tokens',
    await repeated(client, () => client.ask('textDocument/semanticTokens/full', file).catch(() => null), 10),
  );
  row(
    'workspace symbols',
    await repeated(
      client,
      (i) => client.connection.sendRequest('workspace/symbol', { query: `Oper${i % 10}` }).catch(() => null),
      10,
    ),
  );
  const before = text.slice(0, text.indexOf('BEGIN\n') + 6).split('\n');
  const editAt = { line: before.length - 1, character: 0 };
  row(
    `edit in a file of ${text.split('\n').length} lines to its diagnostics`,
    await repeated(
      client,
      async (i) => {
        const published = client.published(file);
        await client.edit(file, editAt, editAt, i % 2 === 0 ? '\n' : ' ');
        await published;
      },
      20,
    ),
  );
  row(
    'a letter typed, and completion asked for at once',
    await repeated(
      client,
      async (i) => {
        await client.edit(file, editAt, editAt, i % 2 === 0 ? 'a' : ';');
        await client.ask('textDocument/completion', file, { ...editAt, character: 1 });
      },
      20,
    ),
  );
  const sharedText = readFileSync(join(root, shared), 'utf8');
  const second = client.published(shared);
  await client.open(shared, sharedText);
  await second;
  row(
    'edit in an interface to the diagnostics of an open importer',
    await repeated(
      client,
      async (i) => {
        const name = `Added${i}`;
        const published = client.published(file);
        await client.change(shared, sharedText.replace(/\nEND /, `\nCONST ${name} = ${i};\n\nEND `));
        await published;
      },
      10,
    ),
  );
  once('memory at the end, MB', client.memory());
  await client.stop();
  new TextReport(console.log).table(title, ['', 'p50', 'p95', 'worked'], rows);
}

/** Positions of names in the text, spread over it. */
function identifiers(text: string): { line: number; character: number }[] {
  return text
    .split('\n')
    .flatMap((line, n) =>
      [...line.matchAll(/\b[a-z]\w+\b|\b[A-Z][a-z]\w*\b/g)].map((m) => ({ line: n, character: m.index + 1 })),
    );
}

const lines = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'spin-lsp-bench-'));
try {
  const made = generateWorkspace(folder, lines);
  await measure(`Generated: ${made.lines} lines in ${made.files} files (ms)`, folder, made.long, made.shared);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const repository = resolve(import.meta.dirname, '..');
await measure('This repository (ms)', repository, 'lib/core/Dispatcher.m3', 'lib/core/Dispatcher.i3').catch((error) =>
  console.error(error),
);
