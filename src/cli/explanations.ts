/** The pages of `spinc explain`: one for each diagnostic, of every phase. */
import { RULES } from '../bytecode/errors.ts';
import { LOWERING_CODES } from '../compiler/refusal.ts';
import { KERNEL_CODES } from '../kernel/load/codes.ts';
import { DECLARATION_CODES } from '../language/codes.ts';
import { EXPRESSION_CODES } from '../language/codes-expressions.ts';
import { SYNTAX_CODES } from '../language/parser/codes.ts';
import { PROJECT_CODES } from '../language/project/codes.ts';

const PAGES = { ...SYNTAX_CODES, ...PROJECT_CODES, ...DECLARATION_CODES, ...EXPRESSION_CODES };
const SENTENCES: Readonly<Record<string, string>> = { ...RULES, ...LOWERING_CODES, ...KERNEL_CODES };

export function explanation(code: string): string | undefined {
  const page = PAGES[code];
  return page ? `${page.title}\n\n${page.text}` : SENTENCES[code];
}

export const EXPLAINED: readonly string[] = [...Object.keys(PAGES), ...Object.keys(SENTENCES)];
