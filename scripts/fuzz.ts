/**
 * `npm run fuzz [-- NUMBER]`: that many mutants of compiled extensions against decoder, verifier, linker, code generator and kernel. The same test runs with
 * a few mutants in `npm test`; each mutant follows from its seed, which a failure names.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const wanted = process.argv[2] ?? '20000';
if (!/^\d+$/.test(wanted)) {
  console.error(`fuzz: how many mutants? "${wanted}" is no number`);
  process.exit(64);
}
console.log(`${wanted} mutants`);
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    'test/kernel/load/mutation.test.ts',
    'test/kernel/codegen/mutants.test.ts',
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, MUTATIONS: wanted } },
);
process.exit(status ?? 1);
