/** Whether a blank stands between two tokens on one line. */
import { endsOperand, MATES, OPENERS } from './words.ts';

/** What would be read as one token, comment or pragma if nothing stood between. */
const FUSES = new Set(['(*', '*)', '<*', '*>', ':=', '<=', '>=', '=>', '<:', '..']);

/** `isUnary`: `before` is a sign without a left operand. */
export function spaceBetween(before: string, after: string, isUnary: boolean): boolean {
  if (FUSES.has((before.at(-1) ?? '') + (after[0] ?? ''))) return true;
  if (OPENERS.has(before) || before === '.' || isUnary || MATES.has(after)) return false;
  switch (after) {
    case ',':
    case ';':
    case ':':
    case '.':
    case '^':
      return false;
    case '(':
      return !endsOperand(before) && before !== 'PROCEDURE';
    case '[':
    case '{':
      return !endsOperand(before);
    default:
      return true;
  }
}

/** The same for a token behind a comment or pragma. */
export const spaceBehindHidden = (after: string): boolean =>
  !MATES.has(after) && after !== ',' && after !== ';' && after !== ':';

/** The same for a comment or pragma behind a token. */
export const spaceBeforeHidden = (before: string): boolean => !OPENERS.has(before);
