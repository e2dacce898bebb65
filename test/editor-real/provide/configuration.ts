/** The configurations that docs/editors.md gives: the tests use these very texts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENT = join(import.meta.dirname, '../../../docs/editors.md');

/** The last code block of a language below a heading. */
export function configurationFor(editor: string, language: string): string {
  const section = readFileSync(DOCUMENT, 'utf8')
    .split(/^## /m)
    .find((s) => s.startsWith(`${editor}\n`));
  const blocks = [...(section ?? '').matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))];
  const last = blocks.at(-1)?.[1];
  if (last === undefined) throw new Error(`docs/editors.md has no ${language} for ${editor}`);
  return last;
}
