import { DECLARATION_CODES } from './codes.ts';
import { EXPRESSION_CODES } from './codes-expressions.ts';

/** Whether a code is that of a warning, which may be left out. The checker's are `W…`; among the compiler's own messages one is a warning. */
export const isWarningCode = (code: string): boolean =>
  code === 'L5011' || (code.startsWith('W') && (code in DECLARATION_CODES || code in EXPRESSION_CODES));
