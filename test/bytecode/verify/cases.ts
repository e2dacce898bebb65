/**
 * Verifier tests as data: `*.spxt` files hold assembly text, cut into cases by headers.
 *
 *     ;; prelude                      what follows stands before every case of the file
 *     ;; case NAME: ok                the module must pass
 *     ;; case NAME: B2301             it must be refused with that code, first of all
 *     ;; case NAME: ok trusted        verified as a trusted file
 *     ;; times N TEXT                 N lines of that text
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Case {
  readonly file: string;
  readonly name: string;
  /** A code, or `ok`. */
  readonly expected: string;
  readonly trusted: boolean;
  readonly text: string;
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const HEADER = /^;; (?:(prelude)|case (.+): (ok|B\d{4})( trusted)?)$/;

export function readCases(): Case[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.spxt'))
    .sort()
    .flatMap((file) => splitCases(file, readFileSync(FOLDER + file, 'utf8')));
}

function splitCases(file: string, content: string): Case[] {
  const cases: Case[] = [];
  let prelude = '';
  let body: string[] = [];
  let header: RegExpExecArray | null = null;
  const finish = () => {
    if (!header) return;
    const text = body.join('\n');
    if (header[1] !== undefined) prelude = text;
    else
      cases.push({
        file,
        name: header[2]!,
        expected: header[3]!,
        trusted: header[4] !== undefined,
        text: `${prelude}\n${text}`,
      });
  };
  for (const line of content.split('\n')) {
    const times = /^;; times (\d+) (.+)$/.exec(line);
    if (times) {
      body.push(...Array<string>(Number(times[1])).fill(times[2]!));
      continue;
    }
    if (!line.startsWith(';; ')) {
      body.push(line);
      continue;
    }
    finish();
    header = HEADER.exec(line);
    if (!header) throw new Error(`${file}: this is no header: ${line}`);
    body = [];
  }
  finish();
  return cases;
}
