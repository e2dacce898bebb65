/** The files of one check with their hashes: what is known of them by an earlier one is not found out again. */
import type { Outline } from '../references/outline.ts';
import { type ParsedUnit, parsedWhenNeeded, parseUnit, type SourceFile } from '../references/parsed-unit.ts';
import type { KeptCheck, KeptFile, KeptFiles } from './kept.ts';
import type { Hashes } from './keys.ts';

interface Entry {
  readonly parsed: ParsedUnit;
  readonly hash: string;
}

export class FileTable implements Hashes {
  readonly #entries = new Map<string, Entry>();
  readonly #kept: KeptFiles;
  readonly of: (text: string) => string;

  constructor(kept: KeptFiles, hash: (text: string) => string) {
    this.#kept = kept;
    this.of = hash;
  }

  parse(file: SourceFile): ParsedUnit {
    const before = this.#entries.get(file.path);
    if (before?.parsed.text === file.text) return before.parsed;
    const hash = this.of(file.text);
    const kept = this.#kept.get(file.path);
    const known = kept?.text === hash ? kept : undefined;
    const parsed = known ? parsedWhenNeeded(file, known.outline) : parseUnit(file);
    this.#entries.set(file.path, { parsed, hash });
    return parsed;
  }

  text(path: string): string | undefined {
    return this.#entries.get(path)?.parsed.text;
  }

  ofFile({ path, text }: SourceFile): string {
    const entry = this.#entries.get(path);
    return entry?.parsed.text === text ? entry.hash : this.of(text);
  }

  /** What is worth keeping, with checks by path. */
  toKeep(checks: ReadonlyMap<string, KeptCheck>): KeptFiles {
    const files = new Map<string, KeptFile>();
    for (const [path, { parsed, hash }] of this.#entries) {
      const check = checks.get(path);
      files.set(path, {
        text: hash,
        outline: outlineIn(parsed),
        ...(check ? { check } : {}),
      });
    }
    return files;
  }
}

function outlineIn(parsed: ParsedUnit): Outline {
  const { kind, name, nameSpan, diagnostics, references, declarations, formals, instantiation } = parsed;
  const outline = { kind, name, nameSpan, diagnostics, references, declarations, formals };
  return instantiation ? { ...outline, instantiation } : outline;
}
