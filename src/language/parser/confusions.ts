/**
 * One sign or word where another is meant, which would upset what follows: `||`, ELSEIF, `:=` in conditions and before bodies, `;` between arguments,
 * variables behind TYPE. And statements that C writes altogether otherwise: `for (;;)` and `switch`. Each is put right among the tokens and reported once.
 *
 * Like `habits.ts`, which calls it, it is asked only after a parse has failed.
 */
import type { SyntaxProblem } from './problems.ts';
import { Token, type TokenType } from './tree.ts';
import { KEYWORDS } from './words.ts';

type Types = Readonly<Record<string, TokenType>>;

interface Mended {
  readonly tokens: readonly Token[];
  readonly problems: readonly SyntaxProblem[];
}

/** What stands for the token at a position. */
type Instead = Map<number, readonly Token[]>;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const BODY_WORDS = words('BEGIN VAR CONST TYPE PROCEDURE EXCEPTION');
const ENDS_CONDITION: Readonly<Record<string, ReadonlySet<string>>> = {
  IF: words('THEN'),
  ELSIF: words('THEN'),
  WHILE: words('DO'),
  UNTIL: words('; END ELSE ELSIF UNTIL EXCEPT FINALLY |'),
};
const SPELT_ELSIF = words('ELSEIF ELIF ELSIF');
const BEFORE_STATEMENT = words('; BEGIN THEN ELSE DO LOOP REPEAT TRY EXCEPT FINALLY => }');
const NEEDS_NO_SEMICOLON = words('; END ELSE ELSIF UNTIL EXCEPT FINALLY | } )');
const CALLED = words('ID ) ] ^');
/** In tokens. */
const LONGEST = 2000;

const kindOf = (token: Token | undefined): string => token?.tokenType.name ?? 'EOF';

function as(types: Types, name: string, at: Token): Token {
  return new Token(types[name]!, name, at.startOffset, at.startLine, at.startColumn, false);
}

function problem(at: Token, expected: string, hint: string, found = `\`${at.image}\``, end = at.end): SyntaxProblem {
  return { code: 'P1013', message: `expected ${expected}, found ${found}`, start: at.startOffset, end, hint };
}

function replaced(tokens: readonly Token[], instead: Instead): readonly Token[] {
  return instead.size === 0 ? tokens : tokens.flatMap((token, i) => instead.get(i) ?? [token]);
}

// ---------------------------------------------------------------- statements of C

/** `for (i = a; i <= b; i++)` and `switch (x) { case a: …; break; default: … }`, whatever the case of their words. */
export function mendStatementsOfC(tokens: readonly Token[], types: Types): Mended {
  const problems: SyntaxProblem[] = [];
  const instead: Instead = new Map();
  tokens.forEach((token, i) => {
    const word = token.image.toUpperCase();
    if (kindOf(tokens[i + 1]) !== '(' || (word !== 'FOR' && word !== 'SWITCH')) return;
    if (instead.has(i) || !BEFORE_STATEMENT.has(kindOf(tokens[i - 1]))) return;
    const close = closing(tokens, i + 1);
    if (close === undefined) return;
    if (word === 'FOR') mendFor(tokens, types, i, close, instead, problems);
    else mendSwitch(tokens, types, i, close, instead, problems);
  });
  return { tokens: replaced(tokens, instead), problems };
}

function mendFor(
  tokens: readonly Token[],
  types: Types,
  at: number,
  close: number,
  instead: Instead,
  problems: SyntaxProblem[],
): void {
  const separators = directlyIn(tokens, at + 1, close).filter((i) => kindOf(tokens[i]) === ';');
  const [first, second] = separators;
  const name = assigned(tokens, at + 2);
  if (separators.length !== 2 || first === undefined || second === undefined || name === undefined) return;
  const bound = directlyIn(tokens, at + 1, close).find(
    (i) => i > first && i < second && /^[<>]=?$|^#$/.test(kindOf(tokens[i])),
  );
  if (bound === undefined || name.value >= first) return;
  const ahead = kindOf(tokens[close + 1]);
  const header = [
    as(types, 'FOR', tokens[at]!),
    name.token,
    as(types, ':=', tokens[name.value - 1]!),
    ...tokens.slice(name.value, first),
    as(types, 'TO', tokens[bound]!),
    ...tokens.slice(relationEnd(tokens, bound), second),
    ...(ahead === '{' || ahead === 'DO' ? [] : [as(types, 'DO', tokens[close]!)]),
  ];
  for (let i = at; i <= close; i++) instead.set(i, i === at ? header : []);
  const end = ahead === '{' ? closing(tokens, close + 1) : undefined;
  if (end !== undefined) {
    instead.set(close + 1, [as(types, 'DO', tokens[close + 1]!)]);
    instead.set(end, blockEnd(tokens, types, end));
  }
  const hint = 'FOR i := first TO last BY step DO … END evaluates its bounds once; WHILE tests a condition.';
  problems.push(
    problem(tokens[at]!, 'FOR i := first TO last', hint, `\`${tokens[at]!.image} (\``, tokens[at + 1]!.end),
  );
}

/** `i = e`, `i := e`, `int i = e`: the name, and where the value begins. */
function assigned(tokens: readonly Token[], at: number): { token: Token; value: number } | undefined {
  for (const i of [at, at + 1]) {
    const sign = kindOf(tokens[i + 1]);
    if (kindOf(tokens[i]) === 'ID' && (sign === '=' || sign === ':=')) return { token: tokens[i]!, value: i + 2 };
  }
  return undefined;
}

/** `<` and `=` apart are two tokens. */
function relationEnd(tokens: readonly Token[], at: number): number {
  return kindOf(tokens[at + 1]) === '=' ? at + 2 : at + 1;
}

function mendSwitch(
  tokens: readonly Token[],
  types: Types,
  at: number,
  close: number,
  instead: Instead,
  problems: SyntaxProblem[],
): void {
  const open = close + 1;
  if (kindOf(tokens[open]) !== '{') return;
  instead.set(at, [as(types, 'CASE', tokens[at]!)]);
  instead.set(open, [as(types, 'OF', tokens[open]!)]);
  problems.push(
    problem(tokens[at]!, 'CASE', 'It is written CASE x OF | 1 => … | 2 => … ELSE … END; no arm goes on into the next.'),
  );
  const end = closing(tokens, open);
  if (end === undefined) return;
  instead.set(end, blockEnd(tokens, types, end));
  let label = false;
  for (const i of directlyIn(tokens, open, end)) {
    const token = tokens[i]!;
    const word = token.image.toUpperCase();
    if (word === 'CASE') {
      label = true;
      instead.set(i, [as(types, '|', token)]);
    } else if (word === 'DEFAULT' && kindOf(tokens[i + 1]) === ':') {
      instead.set(i, [as(types, 'ELSE', token)]);
      instead.set(i + 1, []);
    } else if (label && kindOf(token) === ':') {
      label = false;
      instead.set(i, [as(types, '=>', token)]);
    } else if (word === 'BREAK') {
      instead.set(i, []);
    }
  }
}

/** END for a brace, behind which C has no semicolon. */
function blockEnd(tokens: readonly Token[], types: Types, at: number): Token[] {
  const end = as(types, 'END', tokens[at]!);
  return NEEDS_NO_SEMICOLON.has(kindOf(tokens[at + 1])) ? [end] : [end, as(types, ';', tokens[at]!)];
}

/** Where the bracket that opens there is closed. */
function closing(tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < Math.min(tokens.length, open + LONGEST); i++) {
    const kind = kindOf(tokens[i]);
    if (kind === '(' || kind === '[' || kind === '{') depth++;
    else if ((kind === ')' || kind === ']' || kind === '}') && --depth === 0) return i;
  }
  return undefined;
}

/** What stands between two brackets and in none further in. */
function directlyIn(tokens: readonly Token[], open: number, close: number): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let i = open + 1; i < close; i++) {
    const kind = kindOf(tokens[i]);
    if (kind === ')' || kind === ']' || kind === '}') depth--;
    if (depth === 0) found.push(i);
    if (kind === '(' || kind === '[' || kind === '{') depth++;
  }
  return found;
}

// ---------------------------------------------------------------- signs and words

export function mendConfusions(tokens: readonly Token[], types: Types): Mended {
  const problems: SyntaxProblem[] = [];
  const instead: Instead = new Map();
  const put = (i: number, name: string, hint: string): void => {
    instead.set(i, [as(types, name, tokens[i]!)]);
    problems.push(problem(tokens[i]!, KEYWORDS.has(name) ? name : `\`${name}\``, hint));
  };
  const variables = variablesBehindType(tokens);
  tokens.forEach((token, i) => {
    const kind = kindOf(token);
    const next = tokens[i + 1];
    if (kind === '|' && kindOf(next) === '|' && token.end === next!.startOffset) {
      instead.set(i, [as(types, 'OR', token)]);
      instead.set(i + 1, []);
      problems.push(problem(token, 'OR', '“Or” is written OR.', '`||`', next!.end));
    } else if (kind === 'ID' && SPELT_ELSIF.has(token.image.toUpperCase()) && endsCondition(tokens, i, 'ELSIF')) {
      put(i, 'ELSIF', `${token.image} is written ELSIF.`);
    } else if (kind === ':=' && BODY_WORDS.has(kindOf(next)) && kindOf(tokens[i - 1]) !== 'PROCEDURE') {
      put(i, '=', 'The body of a procedure stands behind `=`.');
    } else if (kind === ':=' && isInCondition(tokens, i)) {
      put(i, '=', 'Equality is written `=`, assignment `:=`.');
    } else if (kind === ';' && isBetweenArguments(tokens, i)) {
      const superfluous = kindOf(next) === ')' || kindOf(next) === ',' || kindOf(tokens[i - 1]) === ',';
      instead.set(i, superfluous ? [] : [as(types, ',', token)]);
      problems.push(problem(token, superfluous ? '`)`' : '`,`', 'Arguments are separated by commas.'));
    } else if (variables.has(i)) {
      instead.set(i, [as(types, 'VAR', token), token]);
      const hint = 'Behind TYPE stand types, `T = …`. Variables are declared behind VAR.';
      problems.push({ code: 'P1013', message: 'expected VAR here', start: token.startOffset, end: token.end, hint });
    }
  });
  return { tokens: replaced(tokens, instead), problems };
}

/** Whether the condition that begins behind the token ends as it should before anything that is in none. */
function endsCondition(tokens: readonly Token[], at: number, word: string): boolean {
  const ends = ENDS_CONDITION[word]!;
  for (let i = at + 1; i < Math.min(tokens.length, at + LONGEST); i++) {
    const kind = kindOf(tokens[i]);
    if (ends.has(kind)) return true;
    if (kind === ';' || kind === '=>' || (KEYWORDS.has(kind) && !OPERATORS.has(kind))) return false;
  }
  return false;
}

/** Keywords that stand in expressions. */
const OPERATORS = words('AND OR NOT IN DIV MOD ARRAY OF SET REF RECORD BITS FOR UNTRACED');

function isInCondition(tokens: readonly Token[], at: number): boolean {
  let depth = 0;
  for (let i = at - 1; i >= Math.max(0, at - LONGEST); i--) {
    const kind = kindOf(tokens[i]);
    if (kind === ')' || kind === ']' || kind === '}') depth++;
    else if ((kind === '(' || kind === '[' || kind === '{') && --depth < 0) return false;
    else if (ENDS_CONDITION[kind] !== undefined) return i < at - 1 && endsCondition(tokens, at, kind);
    else if (kind === ';' || (KEYWORDS.has(kind) && !OPERATORS.has(kind))) return false;
  }
  return false;
}

/** Within the parentheses of a call, which stand on one line and are closed there. */
function isBetweenArguments(tokens: readonly Token[], at: number): boolean {
  const open = openingBefore(tokens, at);
  if (open === undefined || kindOf(tokens[open]) !== '(' || !CALLED.has(kindOf(tokens[open - 1]))) return false;
  // A heading's parameters.
  const before = kindOf(tokens[open - 2]);
  if (before === 'PROCEDURE' || before === 'METHODS' || before === ';')
    return before === ';' && !hasColon(tokens, open);
  return !hasColon(tokens, open) && isClosedOnLine(tokens, open, at);
}

function openingBefore(tokens: readonly Token[], at: number): number | undefined {
  let depth = 0;
  const line = tokens[at]!.startLine;
  for (let i = at - 1; i >= 0 && tokens[i]!.startLine === line; i--) {
    const kind = kindOf(tokens[i]);
    if (kind === ')' || kind === ']' || kind === '}') depth++;
    else if ((kind === '(' || kind === '[' || kind === '{') && --depth < 0) return i;
    else if (kind === ':=' && depth === 0) return undefined;
    else if (KEYWORDS.has(kind) && !OPERATORS.has(kind)) return undefined;
  }
  return undefined;
}

function hasColon(tokens: readonly Token[], open: number): boolean {
  const close = closing(tokens, open);
  return close === undefined || directlyIn(tokens, open, close).some((i) => kindOf(tokens[i]) === ':');
}

function isClosedOnLine(tokens: readonly Token[], open: number, at: number): boolean {
  const close = closing(tokens, open);
  if (close === undefined || tokens[close]!.startLine !== tokens[at]!.startLine) return false;
  // Another statement of the line would have its own parentheses, and these none.
  return !tokens
    .slice(at, close)
    .some((t) => kindOf(t) === ':=' || (KEYWORDS.has(kindOf(t)) && !OPERATORS.has(kindOf(t))));
}

/** First names of what is declared like variables among types: `TYPE T = …; a, b: T;`. */
function variablesBehindType(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  let section = false;
  let depth = 0;
  tokens.forEach((token, i) => {
    const kind = kindOf(token);
    if (kind === 'TYPE' && depth === 0) section = true;
    else if (/^(RECORD|OBJECT|[([{])$/.test(kind)) depth++;
    else if (/^(END|[)\]}])$/.test(kind)) depth = Math.max(0, depth - 1);
    else if (
      KEYWORDS.has(kind) &&
      depth === 0 &&
      /^(VAR|CONST|PROCEDURE|BEGIN|EXCEPTION|REVEAL|EPHEMERAL|FUNCTIONAL)$/.test(kind)
    )
      section = section && kindOf(tokens[i - 1]) !== ';' && kind === 'PROCEDURE';
    if (!section || depth > 0 || kind !== 'ID' || kindOf(tokens[i - 1]) !== ';') return;
    let end = i + 1;
    while (kindOf(tokens[end]) === ',' && kindOf(tokens[end + 1]) === 'ID') end += 2;
    if (kindOf(tokens[end]) !== ':' && kindOf(tokens[end]) !== ':=') return;
    found.add(i);
    section = false;
  });
  return found;
}
