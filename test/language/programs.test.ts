/**
 * Small programs, filed by section of the definition: `NAME.m3` with `NAME.out` beside it, or a folder `NAME` with `NAME.out` beside it, whose sources are
 * one program. Each is compiled, verified, loaded and run; what it says on the console, and then the first line of the report if it ends in an uncaught
 * exception, must be what stands in the `.out` file.
 *
 * All share one kernel, each in its own domain, so that hundreds take seconds. What needs a kernel of its own, or several extensions, stands below `run`.
 *
 * `BLESS=1` writes `.out` files that are empty; it never changes one with something in it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encodeModule } from '../../src/bytecode/encode.ts';
import { verifyModule } from '../../src/bytecode/verify/verify.ts';
import { destroy, initialise, loadDomain, resolveAll, run } from '../../src/kernel/control.ts';
import type { SourceFile } from '../../src/language/check.ts';
import { bootKernel, compile } from '../compiler/machine.ts';
import { programs } from './programs.ts';

const ROOT = import.meta.dirname;
let shared: ReturnType<typeof bootKernel> | undefined;

function filesOf(path: string): SourceFile[] {
  if (path.endsWith('.m3')) return [{ path: basename(path), text: readFileSync(path, 'utf8') }];
  return readdirSync(path)
    .filter((name) => /\.(i3|m3|ig|mg)$/.test(name))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(join(path, name), 'utf8') }));
}

async function shown(name: string, files: readonly SourceFile[]): Promise<string> {
  const { module, errors } = compile(name, files);
  expect(errors.map((e) => `${e.span.file}@${e.span.start} ${e.code}: ${e.message}`)).toEqual([]);
  expect(verifyModule(module)).toEqual([]);
  shared ??= bootKernel();
  const { kernel, written } = shared;
  Object.assign(written, { output: '', error: '' });
  const domain = loadDomain(kernel, name, encodeModule(module));
  await resolveAll(kernel, domain, [kernel.publicDomain]);
  let outcome = await initialise(kernel, domain);
  if (outcome.kind === 'ended') outcome = await run(kernel);
  // Whatever else than an end or an exception stops the machine.
  if (outcome.kind === 'ended' || outcome.kind === 'failed') destroy(kernel, domain);
  else shared = undefined;
  const report = written.error.split('\n')[0]!;
  const other = outcome.kind === 'exit' ? `exit ${outcome.code}\n` : outcome.kind === 'deadlock' ? 'deadlock\n' : '';
  return written.output + other + (report === '' ? '' : `${report}\n`);
}

describe('programs by section', () => {
  const all = programs(ROOT);

  test('each output belongs to a program', () => {
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((p) => !existsSync(p.source)).map((p) => p.output)).toEqual([]);
  });

  test.each(all.map((p) => ({ name: relative(ROOT, p.output).replace(/\.out$/, ''), ...p })))('$name', async ({
    source,
    output,
  }) => {
    const result = await shown(basename(source, '.m3'), filesOf(source));
    const expected = readFileSync(output, 'utf8');
    if (process.env.BLESS === '1' && expected === '') writeFileSync(output, result, 'utf8');
    else expect(result).toBe(expected);
  });
});
