/**
 * Measures one program in a process of its own, so that no other one has left its mark on the engine. Arguments: `spin`, `javascript` or `assemblyscript`; the compiled extension,
 * the JavaScript module or the WebAssembly; what to call in an extension; N; RUNS. Prints JSON as `measure.c` does.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { stopwatch } from './stopwatch.ts';

type Loader = (path: string, procedure: string, n: bigint) => Promise<() => Promise<bigint>>;

const LOADERS: Readonly<Record<string, Loader>> = {
  async spin(path, procedure, n) {
    const { Machine } = await import('../machine.ts');
    const machine = new Machine();
    await machine.load('bench', readFileSync(path));
    return async () => (await machine.call(procedure, n)).result;
  },
  async javascript(path, _procedure, n) {
    const { run } = await import(pathToFileURL(path).href);
    return async () => BigInt(run(Number(n)));
  },
  async assemblyscript(path, _procedure, n) {
    const { run } = await (await import(new URL('assemblyscript.js', import.meta.url).href)).load(path);
    return async () => run(n);
  },
};

const [language, path, procedure, n, runs] = process.argv.slice(2) as [string, string, string, string, string];
const call = await LOADERS[language]!(path, procedure, BigInt(n));
console.log(JSON.stringify(await stopwatch(Number(runs), call)));
