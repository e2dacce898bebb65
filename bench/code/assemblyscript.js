/**
 * Loads what AssemblyScript's compiler has made.
 */
import { readFileSync } from 'node:fs';

export async function load(path) {
  const abort = (_message, _file, line, column) => {
    throw new Error(`${path} gave up at ${line}:${column}`);
  };
  const { instance } = await WebAssembly.instantiate(readFileSync(path), { env: { abort } });
  return instance.exports;
}
