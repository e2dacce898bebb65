/**
 * What people bring from other languages, undone among the tokens before a second parse: keywords in small letters or other words for
 * them, braces around statements and fields, keywords as names. Each habit is reported once, and the rest of the text is understood.
 *
 * It is asked only after a parse has failed, and changes only what can be nothing else where it stands.
 */
import { mendConfusions, mendStatementsOfC } from './confusions.ts';
import { ELSEWHERE } from './hints.ts';
import type { SyntaxProblem } from './problems.ts';
import { Token, type TokenType } from './tree.ts';
import { KEYWORDS } from './words.ts';

export interface Mended {
  readonly tokens: readonly Token[];
  readonly problems: readonly SyntaxProblem[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Types of tokens that no name follows, and that follow no name. */
const OPERAND_ENDS = words('ID INT_LITERAL REAL_LITERAL TEXT_LITERAL CHAR_LITERAL ) ] } ^ END');
const OPERAND_STARTS = words('ID INT_LITERAL REAL_LITERAL TEXT_LITERAL CHAR_LITERAL NOT');
/** What the first word of a statement, declaration or type can follow. */
const BEFORE_WORDS = words('; THEN DO ELSE BEGIN LOOP REPEAT TRY EXCEPT FINALLY => = : EOF keyword');
/** Keywords that begin a statement or a part of one: in small letters they are names only if one of these follows. */
const STATEMENT_WORDS = words(
  'BEGIN END IF THEN ELSE ELSIF WHILE DO FOR LOOP REPEAT UNTIL CASE TRY EXCEPT FINALLY RETURN EXIT RAISE EVAL WITH LOCK VAR CONST TYPE PROCEDURE',
);
const FOLLOWS_NAMES = words(':= : . ^ [ , = ) ..');
/** Before the name in a declaration. */
const BEFORE_NAMES = words('VAR CONST VALUE READONLY RECORD OBJECT ; ( ,');
const NO_NAMES = words('ELSE THEN DO OF ANY');
/** Words whose condition or bounds end in THEN or DO. */
const HEADS: Readonly<Record<string, string>> = {
  IF: 'THEN',
  ELSIF: 'THEN',
  WHILE: 'DO',
  FOR: 'DO',
  WITH: 'DO',
  LOCK: 'DO',
};
const CONTINUES_EXPRESSION = words('{ THEN DO AND OR = # < > <= >= + - * / IN DIV MOD & . ) ] , } ^ TO BY');
const NEEDS_NO_SEMICOLON = words('; END ELSE ELSIF UNTIL EXCEPT FINALLY | } ) EOF');
const UNIT_STARTS = words('INTERFACE MODULE GENERIC UNSAFE');
/** In tokens. */
const LONGEST_BLOCK = 2000;

export function mendHabits(tokens: readonly Token[], types: Readonly<Record<string, TokenType>>): Mended {
  // Prose and other languages have no habits.
  if (!UNIT_STARTS.has(tokens[0]?.image.toUpperCase() ?? '')) return { tokens, problems: [] };
  const steps = [mendStatementsOfC, spellKeywords, keywordsAsNames, mendConfusions, replaceBraces];
  return steps.reduce<Mended>(
    (done, step) => {
      const { tokens: mended, problems } = step(done.tokens, types);
      return { tokens: mended, problems: [...done.problems, ...problems] };
    },
    { tokens, problems: [] },
  );
}

const kindOf = (token: Token | undefined): string => token?.tokenType.name ?? 'EOF';

function as(types: Readonly<Record<string, TokenType>>, name: string, at: Token): Token {
  return new Token(types[name]!, name, at.startOffset, at.startLine, at.startColumn, false);
}

/** The keyword that a name is meant as; ELSIF's other spellings are for `confusions.ts`. */
function keywordFor(token: Token): string | undefined {
  if (kindOf(token) !== 'ID') return undefined;
  const upper = token.image.toUpperCase();
  if (isCapitalised(token)) return KEYWORDS.has(upper) ? upper : undefined;
  if (upper !== token.image && token.image !== token.image.toLowerCase()) return undefined;
  const keyword = upper !== token.image && KEYWORDS.has(upper) ? upper : ELSEWHERE[upper];
  return keyword === 'ELSIF' ? undefined : keyword;
}

/** Like `Procedure`; a name may well be written so, too. */
function isCapitalised({ image }: Token): boolean {
  return image.length > 1 && image === image[0]!.toUpperCase() + image.slice(1).toLowerCase();
}

function spellKeywords(tokens: readonly Token[], types: Readonly<Record<string, TokenType>>): Mended {
  const meant = new Map<Token, string>();
  const consider = (when: (previous: string, next: string, keyword: string, token: Token) => boolean): void => {
    tokens.forEach((token, i) => {
      const keyword = keywordFor(token);
      if (keyword === undefined || meant.has(token)) return;
      const before = tokens[i - 1];
      const previous = before && meant.has(before) ? 'keyword' : kindOf(before);
      const next = kindOf(tokens[i + 1]);
      // Other languages' words are names here.
      if (next === '(' && keyword !== token.image.toUpperCase()) return;
      if (!FOLLOWS_NAMES.has(next) && previous !== '.' && when(previous, next, keyword, token))
        meant.set(token, keyword);
    });
  };
  // Two names in a row are none.
  consider((previous, next, _, token) => {
    if (OPERAND_STARTS.has(next) && BEFORE_WORDS.has(previous)) return true;
    return OPERAND_ENDS.has(previous) && !isCapitalised(token);
  });
  if (meant.size === 0) return { tokens, problems: [] };
  consider(
    (previous, _, keyword, token) =>
      STATEMENT_WORDS.has(keyword) && !OPERAND_ENDS.has(previous) && previous !== ',' && !isCapitalised(token),
  );
  const found = tokens.filter((token) => meant.has(token));
  const first = found[0]!;
  const others = [...new Set(found.slice(1).map((token) => meant.get(token)!))].filter((k) => k !== meant.get(first));
  const likewise = others.length === 0 ? '' : ` Likewise ${others.slice(0, 6).join(', ')}.`;
  const keyword = meant.get(first)!;
  const hint =
    keyword === first.image.toUpperCase()
      ? `Keywords are written in capitals: ${keyword}.${likewise}`
      : `${first.image} is written ${keyword}.${likewise}`;
  const { startOffset: start, end } = first;
  const problem = { code: 'P1013', message: `expected ${keyword}, found \`${first.image}\``, start, end, hint };
  const respelt = tokens.flatMap((token, i) => {
    const before = tokens[i - 1];
    // `else if` of other languages has one END.
    if (meant.get(token) === 'IF' && before !== undefined && meant.get(before) === 'ELSE') return [];
    const after = tokens[i + 1];
    const elsif = meant.get(token) === 'ELSE' && after !== undefined && meant.get(after) === 'IF';
    return [meant.has(token) ? as(types, elsif ? 'ELSIF' : meant.get(token)!, token) : token];
  });
  return { tokens: respelt, problems: [problem] };
}

/** Nothing but a name has a `:` behind it, and nothing but one stands behind METHODS. */
function keywordsAsNames(tokens: readonly Token[], types: Readonly<Record<string, TokenType>>): Mended {
  const problems: SyntaxProblem[] = [];
  const result = tokens.flatMap((token, i) => {
    const { image, startOffset: start, end } = token;
    if (image === 'PROCEDURE' && kindOf(tokens[i - 1]) === 'METHODS') {
      const hint = 'Methods are declared without PROCEDURE.';
      problems.push({ code: 'P1013', message: 'expected a name, found PROCEDURE', start, end, hint });
      return [];
    }
    const isKeyword = KEYWORDS.has(image) && kindOf(token) === image && !NO_NAMES.has(image);
    if (!isKeyword || kindOf(tokens[i + 1]) !== ':' || !BEFORE_NAMES.has(kindOf(tokens[i - 1]))) return [token];
    const hint = `${image} is a keyword and cannot be a name.`;
    problems.push({ code: 'P1020', message: `expected a name, found ${image}`, start, end, hint });
    return [new Token(types['ID']!, image, start, token.startLine, token.startColumn, false)];
  });
  return { tokens: result, problems };
}

/** `IF a { … } ELSE { … }`, `RECORD { … }`. */
function replaceBraces(tokens: readonly Token[], types: Readonly<Record<string, TokenType>>): Mended {
  const problems: SyntaxProblem[] = [];
  /** What stands for the token at a position. */
  const instead = new Map<number, readonly Token[]>();
  let head: string | undefined;
  let open = 0;
  tokens.forEach((token, i) => {
    const kind = kindOf(token);
    if (kind === '{') open++;
    else if (kind === '}' && --open < 0) {
      open = 0;
      if (kindOf(tokens[i - 1]) !== ';') return;
      const { startOffset: start, end } = token;
      problems.push({ code: 'P1013', message: 'expected END, found `}`', start, end });
      instead.set(i, [as(types, 'END', token)]);
    }
    const loop = kind !== 'FOR' || kindOf(tokens[i + 2]) === ':=';
    if (HEADS[kind] !== undefined && loop) head = HEADS[kind];
    else if (kind === 'THEN' || kind === 'DO' || kind === ';') head = undefined;
    // A statement, whose head lacks its end.
    else if (kind === ':=' && kindOf(tokens[i - 2]) !== 'FOR') head = undefined;
    if (kind !== '{') return;
    const before = kindOf(tokens[i - 1]);
    const members = before === 'RECORD' || before === 'METHODS';
    if (head === undefined && before !== 'ELSE' && !members) return;
    const close = blockEnd(tokens, i, head !== undefined);
    if (close === undefined) return;
    const ended = as(types, 'END', tokens[close]!);
    const next = kindOf(tokens[close + 1]);
    const goesOn = next === 'ELSE' || next === 'ELSIF';
    instead.set(i, head === undefined ? [] : [as(types, head, token)]);
    instead.set(close, goesOn ? [] : NEEDS_NO_SEMICOLON.has(next) ? [ended] : [ended, as(types, ';', tokens[close]!)]);
    const opener = members ? before : (head ?? before);
    head = undefined;
    if (before === 'ELSE') return;
    const { startOffset: start, end } = token;
    const what = members ? 'Fields' : 'Statements';
    const hint = `${what} stand between ${opener} and END, without braces.`;
    const expected = members ? 'a name' : opener;
    problems.push({ code: 'P1013', message: `expected ${expected}, found \`{\``, start, end, hint });
  });
  return { tokens: instead.size === 0 ? tokens : tokens.flatMap((token, i) => instead.get(i) ?? [token]), problems };
}

/** The `}` of a brace that may open a block; undefined if it is that of a constructor. */
function blockEnd(tokens: readonly Token[], open: number, maybeConstructor: boolean): number | undefined {
  let depth = 0;
  let statements = !maybeConstructor || kindOf(tokens[open - 1]) !== 'ID';
  for (let i = open; i < Math.min(tokens.length, open + LONGEST_BLOCK); i++) {
    const kind = kindOf(tokens[i]);
    if (kind === '{') depth++;
    else if (depth === 1 && (kind === ';' || kind === ':=' || kind === '(')) statements = true;
    else if (kind === '}' && --depth === 0)
      return statements && !CONTINUES_EXPRESSION.has(kindOf(tokens[i + 1])) ? i : undefined;
  }
  return undefined;
}
