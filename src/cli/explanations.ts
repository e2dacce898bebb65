/** The pages of `spinc explain`: one for each diagnostic, of every phase. */
import { RULES } from '../bytecode/errors.ts';
import { LOWERING_CODES } from '../compiler/refusal.ts';
import { DECLARATION_CODES } from '../language/codes.ts';
import { EXPRESSION_CODES } from '../language/codes-expressions.ts';

export function explanation(code: string): string | undefined {
  const page = DECLARATION_CODES[code] ?? EXPRESSION_CODES[code];
  if (page) return `${page.title}\n\n${page.text}`;
  return RULES[code] ?? (LOWERING_CODES as Readonly<Record<string, string>>)[code];
}
