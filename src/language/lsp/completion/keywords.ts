// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the protocol's snippets have placeholders of that form
/** Keywords with what closes them, sections, types, and pragmas. */
import { CompletionItemKind } from 'vscode-languageserver';
import { type Candidate, RANK } from './candidate.ts';

const STATEMENTS: Readonly<Record<string, string>> = {
  IF: 'IF ${1:condition} THEN\n  $0\nEND;',
  WHILE: 'WHILE ${1:condition} DO\n  $0\nEND;',
  REPEAT: 'REPEAT\n  $0\nUNTIL ${1:condition};',
  LOOP: 'LOOP\n  $0\nEND;',
  FOR: 'FOR ${1:i} := ${2:0} TO ${3:n - 1} DO\n  $0\nEND;',
  WITH: 'WITH ${1:name} = ${2:value} DO\n  $0\nEND;',
  CASE: 'CASE ${1:value} OF\n| ${2:label} => $0\nEND;',
  TYPECASE: 'TYPECASE ${1:reference} OF\n| ${2:Type}(${3:r}) => $0\nELSE\nEND;',
  TRY: 'TRY\n  $1\nEXCEPT\n| ${2:Exception} => $0\nEND;',
  'TRY FINALLY': 'TRY\n  $0\nFINALLY\n  $1\nEND;',
  LOCK: 'LOCK ${1:mutex} DO\n  $0\nEND;',
  RETURN: 'RETURN$0;',
  RAISE: 'RAISE ${1:Exception};',
  EVAL: 'EVAL $0;',
  EXIT: 'EXIT;',
  BEGIN: 'BEGIN\n  $0\nEND;',
};

const DECLARATIONS: Readonly<Record<string, string>> = {
  CONST: 'CONST ${1:Name} = ${2:value};',
  TYPE: 'TYPE ${1:T} = $0;',
  VAR: 'VAR ${1:name}: ${2:INTEGER};',
  EXCEPTION: 'EXCEPTION ${1:Error};',
  REVEAL: 'REVEAL ${1:T} = BRANDED ${2:OBJECT}\n  $0\nEND;',
  PROCEDURE: 'PROCEDURE ${1:Name}($2) =\n  BEGIN\n    $0\n  END ${1:Name};',
  EPHEMERAL: 'EPHEMERAL PROCEDURE ${1:Name}($2) =\n  BEGIN\n    $0\n  END ${1:Name};',
  FUNCTIONAL: 'FUNCTIONAL PROCEDURE ${1:Name}($2): ${3:BOOLEAN} =\n  BEGIN\n    RETURN $0;\n  END ${1:Name};',
  IMPORT: 'IMPORT $0;',
  FROM: 'FROM ${1:Interface} IMPORT $0;',
  BEGIN: 'BEGIN\n  $0\nEND',
};

const HEADING = 'PROCEDURE ${1:Name}($2)$0;';

const TYPES: Readonly<Record<string, string>> = {
  ARRAY: 'ARRAY ${1:[0..9]} OF ${0:T}',
  RECORD: 'RECORD\n  $0\nEND',
  OBJECT: 'OBJECT\n  $1\nMETHODS\n  $0\nEND',
  REF: 'REF ${0:T}',
  SET: 'SET OF ${0:T}',
  BITS: 'BITS ${1:8} FOR ${0:T}',
  PROCEDURE: 'PROCEDURE ($1)$0',
  BRANDED: 'BRANDED $0',
  UNTRACED: 'UNTRACED $0',
};

const WORDS = {
  /** Behind an operand. */
  after: 'AND OR NOT IN DIV MOD THEN DO OF TO BY UNTIL WITH',
  statement: 'ELSE ELSIF END EXCEPT FINALLY UNTIL',
  expression: 'NOT',
  declaration: 'END',
  formal: 'VAR READONLY VALUE',
} as const;

/** Every pragma that has a meaning here, with what it says. */
const PRAGMAS: Readonly<Record<string, string>> = {
  ASSERT: 'a condition that must hold, else ASSERTFailed is raised',
  FATAL: 'exceptions that need not be declared in RAISES: they end the program',
  UNUSED: 'the next declaration is not used, and that is meant',
  OBSOLETE: 'who uses the next declaration is warned',
  NOWARN: 'no warnings for this line',
  EXTERNAL: 'the kernel implements the next declaration',
  IMPLICIT: 'every procedure may raise the next exception',
  PRAGMA: 'names of pragmas that are somebody else’s',
  INLINE: 'the next procedure should be expanded where it is called',
};

export function statementKeywords(inLoop = true): Candidate[] {
  return [
    ...snippets(STATEMENTS, RANK.keyword).filter((c) => inLoop || c.label !== 'EXIT'),
    ...words(WORDS.statement, RANK.keyword + 1),
  ];
}

export function declarationKeywords(inInterface: boolean): Candidate[] {
  const sections = snippets(DECLARATIONS, RANK.keyword);
  const fitting = inInterface ? sections.filter((c) => c.label !== 'BEGIN').map((c) => headingOnly(c)) : sections;
  return [...fitting, ...words(WORDS.declaration, RANK.keyword + 1)];
}

function headingOnly(c: Candidate): Candidate {
  if (c.label === 'PROCEDURE') return { ...c, snippet: HEADING };
  if (c.label === 'EPHEMERAL' || c.label === 'FUNCTIONAL') return { ...c, snippet: `${c.label} ${HEADING}` };
  return c;
}

export const typeKeywords = (): Candidate[] => snippets(TYPES, RANK.keyword + 25);
export const expressionKeywords = (): Candidate[] => words(WORDS.expression, RANK.keyword + 25);
export const afterOperand = (): Candidate[] => words(WORDS.after, RANK.keyword);
export const formalKeywords = (): Candidate[] => words(WORDS.formal, RANK.keyword);

export function pragmaNames(): Candidate[] {
  return Object.entries(PRAGMAS).map(([label, detail]) => ({
    label,
    detail,
    kind: CompletionItemKind.Keyword,
    rank: RANK.keyword,
  }));
}

function snippets(table: Readonly<Record<string, string>>, rank: number): Candidate[] {
  return Object.entries(table).map(([label, snippet]) => ({
    label,
    kind: CompletionItemKind.Keyword,
    rank,
    snippet,
    insert: label.split(' ')[0]!,
  }));
}

function words(list: string, rank: number): Candidate[] {
  return list.split(' ').map((label) => ({ label, kind: CompletionItemKind.Keyword, rank }));
}
