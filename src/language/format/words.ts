/** What the formatter knows of single words and signs. */

export const SECTIONS: ReadonlySet<string> = new Set(['CONST', 'TYPE', 'VAR', 'EXCEPTION', 'REVEAL']);
const PROCEDURES = new Set(['PROCEDURE', 'EPHEMERAL', 'FUNCTIONAL']);
export const COMPOUNDS: ReadonlySet<string> = new Set(
  'IF CASE TYPECASE TRY WHILE FOR WITH LOCK LOOP REPEAT'.split(' '),
);
/** Words that begin a statement and stand nowhere else. */
export const STATEMENTS: ReadonlySet<string> = new Set(
  'IF CASE TYPECASE TRY WHILE LOCK LOOP REPEAT RETURN RAISE EVAL EXIT <*ASSERT'.split(' '),
);
/** What continues a compound statement, and which. */
export const BRANCHES: ReadonlyMap<string, readonly string[]> = new Map([
  ['ELSIF', ['IF']],
  ['ELSE', ['IF', 'CASE', 'TYPECASE', 'TRY']],
  ['EXCEPT', ['TRY']],
  ['FINALLY', ['TRY']],
  ['UNTIL', ['REPEAT']],
  ['|', ['CASE', 'TYPECASE', 'TRY']],
]);
/** What ends the head of a compound statement. */
export const HEAD_ENDS: ReadonlySet<string> = new Set(['THEN', 'DO', 'OF', '=>']);
/** An expression follows that lines up with its first token. */
export const EXPRESSION_BEHIND: ReadonlySet<string> = new Set(
  'IF ELSIF WHILE UNTIL RETURN EVAL CASE TYPECASE LOCK WITH IMPORT EXPORTS'.split(' '),
);

export const OPENERS: ReadonlySet<string> = new Set(['(', '[', '{']);
export const MATES: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** Binary operators, and how bad a line end before one is: the tighter it binds the worse. */
export const OPERATORS: ReadonlyMap<string, number> = new Map(
  ['OR', 'AND', '&', '= # < <= > >= IN', '+ -', '* / DIV MOD'].flatMap((line, i) =>
    line.split(' ').map((operator): [string, number] => [operator, i + 1]),
  ),
);

const ENDS_OPERAND = new Set(['name', 'literal', ')', ']', '}', '^', 'END']);
export const endsOperand = (key: string): boolean => ENDS_OPERAND.has(key);

export const startsProcedure = (key: string): boolean => PROCEDURES.has(key);
/** Ends a section of declarations. */
export const startsDeclarations = (key: string): boolean =>
  SECTIONS.has(key) || PROCEDURES.has(key) || key === 'BEGIN' || key === 'IMPORT' || key === 'FROM';
