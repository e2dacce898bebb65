/**
 * Measures one program in a process of its own, so that no other one has left its mark on the engine. Arguments: `spin` or `javascript`, the program's folder, its module, N, RUNS. Prints the checksum, then times as `main.c` does.
 */
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Bench } from '../harness.ts';
import { stopwatch } from './stopwatch.ts';

async function spin(folder: string, module: string, n: bigint): Promise<() => Promise<bigint>> {
  const bench = new Bench();
  const name = basename(folder);
  await bench.load(name, bench.compile(name, dirname(folder)));
  return async () => (await bench.call(`${module}.Run`, n)).result;
}

async function javascript(folder: string, _module: string, n: bigint): Promise<() => Promise<bigint>> {
  const { run } = await import(pathToFileURL(join(folder, `${basename(folder)}.js`)).href);
  return async () => BigInt(run(Number(n)));
}

const [language, folder, module, n, runs] = process.argv.slice(2) as [string, string, string, string, string];
const call = await (language === 'spin' ? spin : javascript)(folder, module, BigInt(n));
const { checksum, cold, warm } = await stopwatch(Number(runs), call);
console.log([checksum, cold, ...warm].join('\n'));
