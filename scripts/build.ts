/**
 * Builds everything in `dist/`: the parser from its grammar, the kernel and the packages from `lib/`, the two command-line tools.
 * Steps whose inputs have not changed are skipped.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { packageFile, packageSources, readLibrary, SOURCES_FILE } from '../src/cli/library.ts';
import { buildPrograms } from './programs.ts';

const ROOT = resolve(import.meta.dirname, '..');
const at = (...parts: string[]): string => join(ROOT, ...parts);
const newer = (a: string, b: string): boolean => !existsSync(b) || statSync(a).mtimeMs > statSync(b).mtimeMs;
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { version: string };

function generateParser(): void {
  const grammar = at('src/language/modula3.langium');
  const generated = at('src/language/generated/ast.ts');
  if (newer(grammar, generated) || newer(at('langium-config.json'), generated)) {
    // Its warnings are the grammar's author's; they are shown when it fails.
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [at('node_modules/langium-cli/bin/langium.js'), 'generate'],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    if (status !== 0 || newer(grammar, generated)) throw new Error(`langium generate failed\n${stdout}${stderr}`);
  }
}

interface CompiledLibrary {
  /** Of what it was made from. */
  readonly key: string;
  /** Files in base 64; packages by folder. */
  readonly kernel: string;
  readonly packages: Readonly<Record<string, string>>;
}

/** A hash of the library's sources and of everything that compiles them; kernel and machine have no part in that. */
function libraryKey(): string {
  const hash = createHash('sha256').update(JSON.stringify(readLibrary(ROOT)));
  for (const file of readdirSync(at('src'), { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.ts') && !/^(kernel|emulator)\b/.test(file))
      hash.update(`${file}\0`).update(readFileSync(at('src', file)));
  }
  return hash.digest('hex');
}

async function compileLibrary(): Promise<void> {
  const key = libraryKey();
  const known = existsSync(at('dist/library.json'))
    ? (JSON.parse(readFileSync(at('dist/library.json'), 'utf8')) as CompiledLibrary)
    : undefined;
  const library = known?.key === key ? known : await makeLibrary(key);
  const write = (file: string, base64: string): void => {
    mkdirSync(dirname(at('dist', file)), { recursive: true });
    writeFileSync(at('dist', file), Buffer.from(base64, 'base64'));
  };
  write('kernel.spx', library.kernel);
  rmSync(at('dist/lib'), { recursive: true, force: true });
  for (const [folder, base64] of Object.entries(library.packages)) write(packageFile(folder), base64);
  if (library !== known) writeFileSync(at('dist/library.json'), JSON.stringify(library));
}

async function makeLibrary(key: string): Promise<CompiledLibrary> {
  const { compileKernel, compilePackage } = await import('../src/cli/compile.ts');
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const kernel = text(compileKernel());
  const packages = Object.fromEntries([...packageSources().keys()].map((f) => [f, text(compilePackage(f))]));
  return { key, kernel, packages };
}

generateParser();
await compileLibrary();
writeFileSync(at('dist', SOURCES_FILE), JSON.stringify(readLibrary(ROOT)));
await buildPrograms(ROOT, version);
