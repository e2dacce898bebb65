/** The pages of `spinc explain`: one for each diagnostic, of every phase: what it means, why, and, where a source text can give it, how it is written wrong and right. */
import { RULES } from '../bytecode/errors.ts';
import { LOWERING_CODES } from '../compiler/refusal.ts';
import { KERNEL_CODES } from '../kernel/load/codes.ts';
import { type CodePage, DECLARATION_CODES } from '../language/codes.ts';
import { EXPRESSION_CODES } from '../language/codes-expressions.ts';
import { SYNTAX_CODES } from '../language/parser/codes.ts';
import { PROJECT_CODES } from '../language/project/codes.ts';
import { EXAMPLES } from './examples/index.ts';

const PAGES: Readonly<Record<string, CodePage>> = {
  ...SYNTAX_CODES,
  ...PROJECT_CODES,
  ...DECLARATION_CODES,
  ...EXPRESSION_CODES,
  ...LOWERING_CODES,
};
const SENTENCES: Readonly<Record<string, string>> = { ...RULES, ...KERNEL_CODES };

export function explanation(code: string): string | undefined {
  const page = PAGES[code];
  if (page === undefined) return SENTENCES[code];
  const example = EXAMPLES[code];
  const shown = example ? `\n\nWrong:\n\n${indented(example.wrong)}\n\nRight:\n\n${indented(example.right)}` : '';
  return `${page.title}\n\n${page.text}${shown}`;
}

function indented(example: string): string {
  return example
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

export const EXPLAINED: readonly string[] = [...Object.keys(PAGES), ...Object.keys(SENTENCES)];
