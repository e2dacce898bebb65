/**
 * What people bring from other languages or mistype, and how it is written here: one sentence beside a syntax error.
 */
import type { IToken } from './tree.ts';
import { KEYWORDS } from './words.ts';

/** How other languages spell some keywords; slips of the fingers are found by `keywordLike`. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
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
  '/*': 'A comment is written (* … *).',
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
    // What is assigned to or selected from is a name.
    const isName = word === token && (next?.image === ':=' || next?.image === '.');
    const hint = word?.tokenType.name === 'ID' && !isName ? keywordHint(word.image) : undefined;
    if (hint !== undefined) return hint;
  }
  const declared = declarationHint(previous, token, next, rule);
  if (declared !== undefined) return declared;
  if (previous?.image === 'END' && NAMED.has(rule))
    return `END is followed by the name of the ${rule === 'Procedure' ? 'procedure' : 'unit'} that it ends.`;
  if (token.image === '=' && previous !== undefined) return 'Assignment is written `:=`.';
  if (token.image === ':=' && CONDITIONS.has(rule)) return 'Equality is written `=`, assignment `:=`.';
  if (token.image === '.' && next?.tokenType.name === 'INT_LITERAL' && adjoins)
    return `A number begins with a digit: 0.${next.image}.`;
  if (token.image === ':=' && (rule === 'Constant' || rule === 'TypeDeclaration'))
    return 'Constants and types are declared with `=`; `:=` gives a variable its first value.';
  if (token.image === ':' && (rule === 'CaseRule' || rule === 'TypecaseRule' || rule === 'HandlerRule'))
    return 'Labels are followed by `=>`.';
  if (token.image === '#' && previous !== undefined && /^[0-9]+$/.test(previous.image))
    return `Numbers in another base are written like ${previous.image}_10.`;
  return undefined;
}

/** What is ended with its name. */
const NAMED = new Set(['Procedure', 'Interface', 'Module', 'GenericInterface', 'GenericModule']);
/** Nodes with a condition, which an assignment is not. */
const CONDITIONS = new Set(['IfArm', 'StatementRule']);

/** C's order of type and name, and other slips in declarations; `rule` may be the list that an item of is not ended. */
function declarationHint(
  previous: IToken | undefined,
  token: IToken,
  next: IToken | undefined,
  rule: string,
): string | undefined {
  const named = token.tokenType.name === 'ID';
  const typed = previous?.tokenType.name === 'ID' && named && previous.startLine === token.startLine;
  if (typed && ['declarations', 'fields', 'formals'].includes(rule) && ENDS_ITEM.has(next?.image ?? ''))
    return `The name comes first: ${token.image}: ${previous.image}.`;
  if (named && (rule === 'Declarations' || rule === 'Imports') && next?.tokenType.name === 'ID')
    return `A variable is declared like this: VAR ${next.image}: ${token.image};`;
  if (token.image === '=' && rule === 'SignatureRule') return 'A procedure without parameters has empty parentheses.';
  if (token.image === ':' && rule === 'Exceptions') return 'The type of the argument stands in parentheses.';
  if (token.image === ']' && rule === 'KeywordType')
    return 'An array type names its first and last index: ARRAY [0 .. 9] OF T.';
  return undefined;
}

const ENDS_ITEM = new Set([';', ':=', '=', ',', ')']);

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
  '?': 'There are no conditional expressions: use IF.',
};

/** The same for what the lexer does not understand: its code and the text from there on. */
export function lexicalHint(code: string, text: string): string | undefined {
  if (code === 'P1004') return FOREIGN[text[0]!];
  if (code === 'P1007' && text.length > 2) return 'Texts stand in double quotes.';
  return undefined;
}
