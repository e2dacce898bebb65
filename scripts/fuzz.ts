/**
 * `npm run fuzz [-- NUMBER] [--seed S] [--only MUTANT]`: so many mutants of compiled and of hand-assembled extensions against decoder, verifier, linker, code
 * generator and kernel, in a build that watches every access to memory; after each, everything reachable is checked against its type.
 *
 * Each mutant follows from the seed and its number, which a failure names. Exit status 1 when a rule of the kernel was broken.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { RULES } from '../src/bytecode/errors.ts';
import { KERNEL_CODES } from '../src/kernel/load/codes.ts';
import { readCases } from '../test/bytecode/verify/cases.ts';
import type { Campaign, Results } from '../test/fuzz/campaign.ts';

/** A process makes so many; the engine keeps what it has compiled for kernels that are long gone. */
const PER_PROCESS = 4000;
const WORKER = join(resolve(import.meta.dirname, '..'), 'test/fuzz/worker.ts');

function usage(problem: string): never {
  console.error(`fuzz: ${problem}\nusage: npm run fuzz [-- NUMBER] [--seed S] [--only MUTANT]`);
  process.exit(64);
}

function campaigns(): Campaign[] {
  let parsed: ReturnType<typeof parse>;
  const parse = () =>
    parseArgs({ allowPositionals: true, options: { seed: { type: 'string' }, only: { type: 'string' } } });
  try {
    parsed = parse();
  } catch (e) {
    usage((e as Error).message);
  }
  const number = (what: string, text: string): number => {
    if (!/^\d{1,9}$/.test(text)) usage(`${what}: "${text}" is no number`);
    return Number(text);
  };
  if (parsed.positionals.length > 1) usage('one number of mutants, please');
  const seed = number('--seed', parsed.values.seed ?? '1');
  if (parsed.values.only !== undefined) {
    const only = number('--only', parsed.values.only);
    return [{ seed, from: only, to: only + 1, step: 1 }];
  }
  const mutants = number('mutants', parsed.positionals[0] ?? '200000');
  const chunks = Math.ceil(mutants / PER_PROCESS);
  return Array.from({ length: chunks }, (_, i) => ({
    seed,
    from: i * PER_PROCESS,
    to: Math.min(mutants, (i + 1) * PER_PROCESS),
    step: 1,
  }));
}

function work(campaign: Campaign): Promise<Results> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [WORKER, JSON.stringify(campaign)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data: Buffer) => {
      errors = (errors + data).slice(-2000);
      if (process.stderr.isTTY) process.stderr.write(`\r${campaign.from}: ${String(data).trim()} `);
    });
    child.on('close', (status) => {
      if (status === 0) done(JSON.parse(out.trimEnd().split('\n').pop()!) as Results);
      else fail(new Error(`a process of the fuzzer died with status ${status}:\n${errors}`));
    });
  });
}

const started = performance.now();
const all = campaigns();
const waiting = [...all];
const results: Results[] = [];
await Promise.all(
  Array.from({ length: Math.min(availableParallelism(), 8) }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await work(next));
  }),
);
const seconds = (performance.now() - started) / 1000;

const fates = new Map<string, number>();
for (const r of results) for (const [f, n] of Object.entries(r.fates)) fates.set(f, (fates.get(f) ?? 0) + n);
const byHand = new Map<string, number>();
for (const c of readCases()) byHand.set(c.expected, (byHand.get(c.expected) ?? 0) + 1);

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const rules = Object.entries({ ...RULES, ...KERNEL_CODES }).filter(([code]) => !code.startsWith('B3'));
console.log(`${sum(results.map((r) => r.mutants))} mutants, seed ${all[0]!.seed}, ${seconds.toFixed(0)} s\n`);
console.log('rule    mutants  by hand');
for (const [code, rule] of rules) {
  const [mutants, cases] = [fates.get(code) ?? 0, byHand.get(code) ?? 0];
  if (code.startsWith('B') || mutants > 0) {
    console.log(`${code} ${String(mutants).padStart(9)} ${String(cases).padStart(8)}  ${rule}`);
  }
}
console.log('\nran');
for (const [end, n] of [...fates].filter(([f]) => !/^[BK]\d/.test(f))) console.log(`${String(n).padStart(15)}  ${end}`);
console.log(`\n${sum(results.map((r) => r.accesses))} accesses to memory watched`);

const broken = results.flatMap((r) => r.broken);
for (const b of broken) {
  console.log(
    `\nBROKEN: mutant ${b.mutant} of ${b.from} (npm run fuzz -- --seed ${all[0]!.seed} --only ${b.mutant})\n${b.what}`,
  );
}
console.log(broken.length === 0 ? 'nothing broke a rule' : `${broken.length} broke a rule`);
process.exit(broken.length === 0 ? 0 : 1);
