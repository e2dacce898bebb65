/**
 * The house has one direction of imports (ARCHITECTURE.md). This test reads every import of every source file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** What a top folder of `src/` may import besides itself. */
const ALLOWED: Record<string, readonly string[]> = {
  diagnostics: [],
  bytecode: [],
  language: ['diagnostics'],
  compiler: ['language', 'bytecode', 'diagnostics'],
  kernel: ['bytecode', 'diagnostics'],
  emulator: ['kernel', 'diagnostics'],
  web: ['language', 'diagnostics'],
  cli: ['language', 'compiler', 'kernel', 'emulator', 'bytecode', 'diagnostics'],
};
/** No Node built-in may be imported here: the same code runs in a browser. */
const PORTABLE = ['diagnostics', 'bytecode', 'language', 'compiler', 'kernel', 'emulator', 'web'];
const NODE = new Set([...builtinModules, ...builtinModules.map((m) => `node:${m}`)]);

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
    ),
  ].map((m) => (m[1] ?? m[2] ?? m[3])!);

describe('import directions', () => {
  it('finds the sources', () => expect(files.length).toBeGreaterThan(30));

  it('go one way only', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const folder = file.split(sep)[0]!;
      for (const target of importsOf(file)) {
        if (!target.startsWith('.')) continue;
        const to = relative(SRC, resolve(SRC, dirname(file), target)).split(sep)[0]!;
        if (to !== folder && !(ALLOWED[folder] ?? []).includes(to)) wrong.push(`${file} -> ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keep Node out of everything that must run in a browser', () => {
    const wrong = files.flatMap((file) =>
      PORTABLE.includes(file.split(sep)[0]!)
        ? importsOf(file)
            .filter((t) => NODE.has(t))
            .map((t) => `${file} -> ${t}`)
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('every folder of src has a place in the order', () => {
    expect([...new Set(files.map((f) => f.split(sep)[0]!))].filter((f) => !(f in ALLOWED))).toEqual([]);
  });
});

describe('the WebAssembly encoder', () => {
  it('imports nothing but itself', () => {
    const wrong = files
      .filter((f) => f.startsWith(join('kernel', 'wasm')))
      .flatMap((f) =>
        importsOf(f)
          .filter((t) => !t.startsWith('./'))
          .map((t) => `${f} -> ${t}`),
      );
    expect(wrong).toEqual([]);
  });
});
