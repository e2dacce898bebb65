/**
 * What people bring from other languages or mistype, and how it is written here: one sentence beside a syntax error.
 */
import type { IToken } from './tree.ts';
import { KEYWORDS } from './words.ts';

/** How other languages spell some keywords; slips of the fingers are found by `keywordLike`. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  ELIF: 'ELSIF',
  ELSEIF: 'ELSIF',
  CATCH: 'EXCEPT',
  THROW: 'RAISE',
  THROWS: 'RAISES',
  FUNCTION: 'PROCEDURE',
  PROC: 'PROCEDURE',
  SWITCH: 'CASE',
  BREAK: 'EXIT',
  STRUCT: 'RECORD',
  CLASS: 'OBJECT',
  POINTER: 'REF',
  DOWNTO: 'TO',
};

const PAIRS: Readonly<Record<string, string>> = {
  '<>': '“Not equal” is written `#`.',
  '==': 'Equality is written `=`, assignment `:=`.',
  '&&': '“And” is written AND; `&` joins texts.',
  '||': '“Or” is written OR.',
  '++': 'To add one, write INC(x).',
  '+=': 'To add to a variable, write INC(x, n).',
  '--': 'To subtract one, write DEC(x).',
  '-=': 'To subtract from a variable, write DEC(x, n).',
  '//': 'A comment is written (* … *).',
};

/** What the first token that does not fit, with its neighbours, probably should have been. `rule` is what was being parsed. */
export function hintFor(
  previous: IToken | undefined,
  token: IToken,
  next: IToken | undefined,
  rule = '',
): string | undefined {
  const adjoins = next !== undefined && next.startOffset === token.startOffset + token.image.length;
  const pair =
    PAIRS[`${previous?.image}${token.image}`] ?? (adjoins ? PAIRS[`${token.image}${next.image}`] : undefined);
  if (pair !== undefined) return pair;
  for (const word of [token, previous]) {
    const hint = word?.tokenType.name === 'ID' ? keywordHint(word.image) : undefined;
    if (hint !== undefined) return hint;
  }
  if (token.image === '=' && previous !== undefined) return 'Assignment is written `:=`.';
  if (token.image === ':=' && (rule === 'Constant' || rule === 'TypeDeclaration'))
    return 'Constants and types are declared with `=`; `:=` gives a variable its first value.';
  if (token.image === ':' && (rule === 'CaseRule' || rule === 'TypecaseRule' || rule === 'HandlerRule'))
    return 'Labels are followed by `=>`.';
  if (previous?.image === '0' && /^x[0-9a-f]+$/i.test(token.image))
    return `Numbers in base sixteen are written 16_${token.image.slice(1).toUpperCase()}.`;
  if (token.image === '#' && previous !== undefined && /^[0-9]+$/.test(previous.image))
    return `Numbers in another base are written like ${previous.image}_10.`;
  return undefined;
}

function keywordHint(word: string): string | undefined {
  const upper = word.toUpperCase();
  const other = ELSEWHERE[upper];
  if (other !== undefined) return `${upper} is written ${other}.`;
  if (upper !== word) return KEYWORDS.has(upper) ? `Keywords are written in capitals: ${upper}.` : undefined;
  const keyword = keywordLike(word);
  return keyword === undefined ? undefined : `Is ${keyword} meant?`;
}

/** The keyword that a word becomes when two neighbours are swapped, or a letter is added, dropped or changed. Short words are too near to too many. */
function keywordLike(word: string): string | undefined {
  if (word.length < 4) return undefined;
  for (const keyword of KEYWORDS) if (keyword.length > 3 && isOneSlipFrom(word, keyword)) return keyword;
  return undefined;
}

function isOneSlipFrom(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const rest = (text: string, skip: number): string => text.slice(start + skip);
  if (rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)) return a !== b;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2);
}

/** What characters without meaning mean elsewhere. */
const FOREIGN: Readonly<Record<string, string>> = {
  '!': '“Not” is written NOT, “not equal” `#`.',
  '%': 'The remainder is written MOD.',
  '~': '“Not” is written NOT.',
  '@': 'An address is taken by ADR, in unsafe units only.',
};

/** The same for what the lexer does not understand: its code and the text from there on. */
export function lexicalHint(code: string, text: string): string | undefined {
  if (code === 'P1004') return FOREIGN[text[0]!];
  if (code === 'P1007' && text.length > 2) return 'Texts stand in double quotes.';
  return undefined;
}
