/** The examples of the pages, by code. */
import { CALL_EXAMPLES } from './calls.ts';
import { EFFECT_EXAMPLES } from './effects.ts';
import type { Example } from './example.ts';
import { EXPORT_EXAMPLES } from './exports.ts';
import { EXPRESSION_EXAMPLES } from './expressions.ts';
import { STATEMENT_EXAMPLES } from './statements.ts';
import { SYNTAX_EXAMPLES } from './syntax.ts';
import { TYPE_EXAMPLES } from './types.ts';
import { UNIT_EXAMPLES } from './units.ts';
import { WARNING_EXAMPLES } from './warnings.ts';

export const EXAMPLES: Readonly<Record<string, Example>> = {
  ...SYNTAX_EXAMPLES,
  ...UNIT_EXAMPLES,
  ...EXPORT_EXAMPLES,
  ...TYPE_EXAMPLES,
  ...EXPRESSION_EXAMPLES,
  ...CALL_EXAMPLES,
  ...STATEMENT_EXAMPLES,
  ...EFFECT_EXAMPLES,
  ...WARNING_EXAMPLES,
};
