/**
 * `docs/verifier.md` names, for each rule of reader and verifier, a file written by hand that breaks it. This holds the table: every rule is there, the file gets that
 * code and that diagnostic. UPDATE=1 writes rules and diagnostics anew; which file it is, and what attack the rule stops, is written in the document itself.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { decodeModule } from '../../src/bytecode/decode.ts';
import { type BytecodeError, describeError, RULES } from '../../src/bytecode/errors.ts';
import { assemble } from '../../src/bytecode/text/assemble.ts';
import { verifyModule } from '../../src/bytecode/verify/verify.ts';
import { readHostileFiles } from './hostile.ts';
import { readCases } from './verify/cases.ts';

const DOCUMENT = resolve(import.meta.dirname, '../../docs/verifier.md');
/** Only a module in memory can break it: no file can spell it. */
const UNSPELLABLE = 'B2001';

/** `| code | rule | file | diagnostic | attack |` */
const ROW = /^\| (B\d{4}) \| (.*?) \| `([^`]+)` \| (.*?) \| (.*) \|$/;

function errorOf(file: string): BytecodeError | undefined {
  if (file.endsWith('.hex')) {
    const found = readHostileFiles().find((f) => f.name === file);
    if (!found) throw new Error(`there is no ${file}`);
    const result = decodeModule(found.bytes);
    return 'error' in result ? result.error : verifyModule(result.module)[0];
  }
  const [name, title] = file.split(': ');
  const found = readCases().find((c) => c.file === name && c.name === title);
  if (!found) throw new Error(`there is no case ${file}`);
  const assembled = assemble(found.text);
  if ('error' in assembled) throw new Error(`${file}: ${assembled.error.message}`);
  return verifyModule(assembled.module, { trusted: found.trusted })[0];
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

test('docs/verifier.md shows for each rule a file that breaks it', () => {
  const text = readFileSync(DOCUMENT, 'utf8');
  const shown = new Set<string>();
  const renewed = text
    .split('\n')
    .map((line) => {
      const row = ROW.exec(line);
      if (!row) return line;
      const [, code, , file, , attack] = row as unknown as string[];
      shown.add(code!);
      expect(attack!.length, `${code}: which attack does it stop?`).toBeGreaterThan(10);
      const error = errorOf(file!);
      expect(error?.code, file).toBe(code);
      return `| ${code} | ${cell(RULES[code!]!)} | \`${file}\` | ${cell(describeError(error!))} | ${attack} |`;
    })
    .join('\n');
  if (process.env['UPDATE'] === '1' && !process.env['CI']) writeFileSync(DOCUMENT, renewed);
  else expect(text).toBe(renewed);
  const wanted = Object.keys(RULES).filter((code) => !code.startsWith('B3') && code !== UNSPELLABLE);
  expect([...shown].sort()).toEqual(wanted);
});
