/**
 * Where parsing goes on after an error: how many tokens to skip so that the list being parsed can continue.
 *
 * An error inside an item of a list (statements, declarations, arguments, …) costs at most that item. What ends the skipping
 * depends on the list; brackets and RECORD … END that are skipped are skipped as a whole. Pure functions on the lookahead.
 */
import type { IToken } from './tree.ts';

/** The token at a distance, 1 being the next; EOF tokens behind the last. */
export type Lookahead = (distance: number) => IToken;

/** Nothing is sought further on than this, so that errors without end cost time without end nowhere. */
const HORIZON = 500;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const SECTION_STARTS = words('CONST TYPE VAR EXCEPTION REVEAL PROCEDURE EPHEMERAL FUNCTIONAL');
const STATEMENT_STARTS = words(
  'IF WHILE FOR LOOP REPEAT CASE TYPECASE TRY WITH LOCK RETURN RAISE EVAL EXIT BEGIN ASSERT_OPEN',
);
const STATEMENT_ENDS = words('END ELSE ELSIF UNTIL EXCEPT FINALLY |');
/** What an identifier that begins a statement can be followed by. */
const DESIGNATOR_NEXT = words(':= ( . ^ [');
/** Words behind which a list of statements stands whose own first word may be missing. */
const HEAD_ENDS = words('DO THEN OF EXCEPT FINALLY');

/** What ends an item of each list, besides the end of the text. */
const ITEM_ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  imports: words('; IMPORT FROM CONST TYPE VAR EXCEPTION REVEAL PROCEDURE EPHEMERAL FUNCTIONAL BEGIN END'),
  declarations: words('; CONST TYPE VAR EXCEPTION REVEAL PROCEDURE EPHEMERAL FUNCTIONAL BEGIN END'),
  fields: words('; METHODS OVERRIDES END'),
  methods: words('; METHODS OVERRIDES END'),
  overrides: words('; METHODS OVERRIDES END'),
  formals: words('; ) = BEGIN END PROCEDURE'),
  args: words(', )'),
  elements: words(', }'),
  indices: words(', ] OF'),
  cases: words('| ELSE END'),
  handlers: words('| ELSE END'),
  arms: words('| ELSE END'),
  clauses: words('ELSIF ELSE END'),
};

/** Ends of the enclosing statement or declaration, which no list of expressions reaches beyond. */
const EXPRESSION_LIMITS = words('; := => DO THEN BEGIN END ELSE ELSIF UNTIL PROCEDURE CONST TYPE VAR |');
const EXPRESSION_LISTS = words('args elements indices');

const HEADING_LIMITS = words('BEGIN END PROCEDURE CONST TYPE EXCEPTION REVEAL EOF');

/**
 * The distance of the `=` between a broken heading and its body, or else of the first `;`; undefined if there is neither.
 * Semicolons among the formals are no obstacle, so the `=` must be followed by what can begin a body.
 */
export function distanceToBody(ahead: Lookahead): number | undefined {
  let semicolon: number | undefined;
  for (let distance = 1; distance < HORIZON; distance++) {
    const name = ahead(distance).tokenType.name;
    if (name === '=') {
      const next = ahead(distance + 1).tokenType.name;
      if (next === 'BEGIN' || SECTION_STARTS.has(next)) return distance;
    }
    if (name === ';') semicolon ??= distance;
    if (HEADING_LIMITS.has(name)) return semicolon;
  }
  return semicolon;
}

/** How many tokens to skip so that the list can go on behind a broken item; undefined if only an outer list can. */
export function tokensToSkip(list: string, ahead: Lookahead): number | undefined {
  if (list === 'statements') return skipStatement(ahead);
  const ends = ITEM_ENDS[list];
  if (ends === undefined) return undefined;
  const inner = EXPRESSION_LISTS.has(list);
  let depth = 0;
  for (let distance = 1; ; distance++) {
    if (inner && distance > HORIZON) return undefined;
    const name = ahead(distance).tokenType.name;
    if (name === 'EOF') return inner || list === 'formals' ? undefined : distance - 1;
    if (depth === 0 && ends.has(name)) {
      if (list === 'formals' && name !== ';' && name !== ')') return undefined;
      return distance - 1;
    }
    if (inner && EXPRESSION_LIMITS.has(name)) return undefined;
    depth = Math.max(0, depth + nesting(name));
  }
}

function nesting(name: string): number {
  switch (name) {
    case '(':
    case '[':
    case '{':
    case 'RECORD':
    case 'OBJECT':
      return 1;
    case ')':
    case ']':
    case '}':
    case 'END':
      return -1;
    default:
      return 0;
  }
}

function skipStatement(ahead: Lookahead): number {
  let records = 0;
  let brackets = 0;
  for (let distance = 1; ; distance++) {
    const token = ahead(distance);
    const name = token.tokenType.name;
    if (name === 'EOF') return distance - 1;
    if (name === 'RECORD' || name === 'OBJECT') records++;
    else if (records > 0) records -= name === 'END' ? 1 : 0;
    else if (name === ';' || STATEMENT_ENDS.has(name) || startsStatement(distance, ahead)) return distance - 1;
    else if (brackets <= 0 && HEAD_ENDS.has(name) && !isTypeOf(distance, ahead)) return distance;
    else if (distance > 1 && brackets <= 0 && startsLineWithStatement(distance, ahead)) return distance - 1;
    else brackets += name === '(' || name === '[' ? 1 : name === ')' || name === ']' ? -1 : 0;
  }
}

/** A word that begins a statement or a declaration, not one that means something else there. */
function startsStatement(distance: number, ahead: Lookahead): boolean {
  const name = ahead(distance).tokenType.name;
  const next = ahead(distance + 1).tokenType.name;
  if (name === 'FOR') return next === 'ID' && ahead(distance + 2).tokenType.name === ':=';
  if (name === 'WITH') return next === 'ID' && ahead(distance + 2).tokenType.name === '=';
  if (name === 'PROCEDURE') return next === 'ID';
  return STATEMENT_STARTS.has(name) || name === 'CONST' || name === 'TYPE' || name === 'EXCEPTION' || name === 'REVEAL';
}

function startsLineWithStatement(distance: number, ahead: Lookahead): boolean {
  const token = ahead(distance);
  const before = ahead(distance - 1);
  if (token.tokenType.name !== 'ID' || token.startLine === before.startLine) return false;
  return DESIGNATOR_NEXT.has(ahead(distance + 1).tokenType.name);
}

/** `ARRAY … OF`, `SET OF`: an OF that ends no statement's head. */
function isTypeOf(distance: number, ahead: Lookahead): boolean {
  if (ahead(distance).tokenType.name !== 'OF') return false;
  for (let back = distance - 1; back >= distance - 20; back--) {
    const name = ahead(back).tokenType.name;
    if (name === 'ARRAY' || name === 'SET') return true;
    if (name === ';' || name === 'CASE' || name === 'TYPECASE' || name === 'EOF') return false;
  }
  return false;
}

/** Whether the last of the tokens to be skipped ends the head of a statement, so that an END will be left over. */
export function skipsHead(count: number, ahead: Lookahead): boolean {
  return count > 0 && HEAD_ENDS.has(ahead(count).tokenType.name);
}

/** What each token that closes or continues something is sought beyond, when other tokens stand in its place. */
const SOUGHT = words('THEN DO OF ) ] } =>');
const HEAD_LIMITS = words(
  '; := => BEGIN END ELSE ELSIF UNTIL PROCEDURE CONST TYPE VAR THEN DO EOF ' +
    'IF WHILE FOR LOOP REPEAT CASE TYPECASE TRY WITH LOCK RETURN RAISE EVAL EXIT',
);
const CLOSER_LIMITS = words('; => THEN DO BEGIN END ELSE ELSIF UNTIL PROCEDURE CONST TYPE VAR | EOF');
const SIGNATURE_LIMITS = words('= BEGIN END PROCEDURE CONST TYPE EOF');

/** The distance of a token that is expected now and stands a little further on; undefined if it is not to be found. */
export function distanceTo(expected: string, inSignature: boolean, ahead: Lookahead): number | undefined {
  if (!SOUGHT.has(expected)) return undefined;
  const closer = nesting(expected) < 0;
  const limits = inSignature ? SIGNATURE_LIMITS : closer ? CLOSER_LIMITS : HEAD_LIMITS;
  let depth = 0;
  for (let distance = 1; distance < HORIZON; distance++) {
    const name = ahead(distance).tokenType.name;
    if (depth === 0 && name === expected) return distance;
    if (depth === 0 && limits.has(name)) return undefined;
    if (name === 'EOF') return undefined;
    depth += nesting(name);
    if (depth < 0 && closer) return undefined;
    depth = Math.max(0, depth);
  }
  return undefined;
}

/** The types of node whose lists of statements a token can end. */
const STATEMENT_LIST_ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  ELSE: words('IfClause CaseArm TypecaseArm Handler'),
  ELSIF: words('IfClause'),
  '|': words('CaseArm TypecaseArm Handler'),
  UNTIL: words('RepeatStatement'),
  EXCEPT: words('TryStatement'),
  FINALLY: words('TryStatement'),
};

/** Whether a token can end the statements of one of the enclosing nodes, innermost first. */
export function endsStatements(name: string, enclosing: Iterable<string>): boolean {
  if (name === 'END' || name === 'EOF') return true;
  const owners = STATEMENT_LIST_ENDS[name];
  if (owners === undefined) return false;
  for (const type of enclosing) {
    if (owners.has(type)) return true;
    if (type === 'ProcedureDecl') return false;
  }
  return false;
}

/** Whether a token can follow the last declaration: what ends declarations, or a statement whose BEGIN is missing. */
export function endsDeclarations(ahead: Lookahead): boolean {
  const name = ahead(1).tokenType.name;
  if (name === 'BEGIN' || name === 'END' || name === 'EOF' || startsStatement(1, ahead)) return true;
  return name === 'ID' && DESIGNATOR_NEXT.has(ahead(2).tokenType.name) && !beginFollows(ahead);
}

/** Whether a BEGIN is still to come before the first word of a statement: then these are no statements. */
function beginFollows(ahead: Lookahead): boolean {
  for (let distance = 1; distance < HORIZON; distance++) {
    const name = ahead(distance).tokenType.name;
    if (name === 'BEGIN' || SECTION_STARTS.has(name)) return true;
    if (name === 'END' || name === 'EOF' || startsStatement(distance, ahead)) return false;
  }
  return false;
}

/** Whether a name and what follows it begin a statement whose BEGIN is missing. */
export function beginsStatement(ahead: Lookahead): boolean {
  return DESIGNATOR_NEXT.has(ahead(1).tokenType.name) && !beginFollows(ahead);
}

/** Whether a token can follow the last declaration of a section. */
export function endsSection(ahead: Lookahead): boolean {
  return SECTION_STARTS.has(ahead(1).tokenType.name) || endsDeclarations(ahead);
}

/** Whether a token can follow the last field or method: what ends the type, or a declaration if its END is missing. */
export function endsMembers(ahead: Lookahead): boolean {
  const name = ahead(1).tokenType.name;
  return name === 'METHODS' || name === 'OVERRIDES' || name === 'END' || name === 'EOF' || startsStatement(1, ahead);
}

/** How many tokens of declarations without the word that begins their section are to be skipped. */
export function tokensToSection(ahead: Lookahead): number {
  for (let distance = 1; ; distance++) {
    const name = ahead(distance).tokenType.name;
    if (SECTION_STARTS.has(name) || name === 'BEGIN' || name === 'END' || name === 'EOF') return distance - 1;
    if (startsStatement(distance, ahead)) return distance - 1;
  }
}

export function endsImports(ahead: Lookahead): boolean {
  const name = ahead(1).tokenType.name;
  return name === 'END' || endsSection(ahead);
}

/** How many tokens of a branch belong to a statement whose first word is missing: `ELSIF e THEN`, `| 1 =>`, `ELSE`. */
export function orphanBranch(ahead: Lookahead): number {
  const name = ahead(1).tokenType.name;
  const end = name === 'ELSIF' ? 'THEN' : name === '|' ? '=>' : undefined;
  if (end === undefined) return name === 'ELSE' || name === 'EXCEPT' || name === 'FINALLY' ? 1 : 0;
  for (let distance = 2; distance < HORIZON; distance++) {
    const next = ahead(distance).tokenType.name;
    if (next === end) return distance;
    if (next === ';' || next === 'END' || next === 'EOF') return 1;
  }
  return 1;
}
