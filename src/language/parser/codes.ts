/** The diagnostics of lexer and parser: code and page. A code never changes its meaning. */
import type { CodePage } from '../codes.ts';

export const SYNTAX_CODES: Readonly<Record<string, CodePage>> = {
  P1001: {
    title: 'comment not closed',
    text: 'A comment begins with (* and ends with *). Comments nest: each (* inside wants its own *).',
  },
  P1002: {
    title: 'pragma not closed',
    text: 'A pragma begins with <* and ends with *>. Comments, texts and pragmas inside it are skipped as wholes.',
  },
  P1003: {
    title: 'literal not closed on its line',
    text: 'Text and character literals end on the line they begin on. Write \\n for a line break and join long texts with &.',
  },
  P1004: {
    title: 'character without meaning',
    text: 'This character is not part of any token of the language outside comments and texts.',
  },
  P1005: {
    title: 'malformed number',
    text: 'Numbers are decimal (42), based (16_FF, base 2 to 16, digits below the base), LONGINT (42L), or floating: digits on both sides of the point, then perhaps an exponent (1.5E3, 1.5D3, 1.5X3).',
  },
  P1006: {
    title: 'unknown escape',
    text: 'After a backslash stands one of n t r f \\ \' " or three octal digits (\\101); in wide literals also x with hexadecimal digits.',
  },
  P1007: {
    title: 'not one character',
    text: "A character literal holds exactly one character or escape: 'a', '\\n', '\\101'. Texts stand in double quotes.",
  },
  P1008: { title: 'not a text file', text: 'The file contains NUL characters, so it is no source text.' },
  P1010: {
    title: 'something is missing',
    text: 'The place is right behind the last token before the gap. What is expected there is the only thing that can go on.',
  },
  P1011: {
    title: 'semicolon missing',
    text: 'Statements are separated, and declarations and imports ended, by semicolons. The place is where the semicolon should stand.',
  },
  P1012: {
    title: 'expression, type, statement or name expected',
    text: 'Something else stands where one of these must begin.',
  },
  P1013: {
    title: 'something does not belong here',
    text: 'The token cannot stand at this place; the message says what can.',
  },
  P1014: {
    title: 'text behind the end of the unit',
    text: 'A file holds one unit. It ends with END, its name, and a period; nothing but comments may follow.',
  },
  P1015: {
    title: 'no unit',
    text: 'A file begins with INTERFACE, MODULE, GENERIC INTERFACE or GENERIC MODULE, perhaps after UNSAFE.',
  },
  P1016: {
    title: 'nested too deeply',
    text: 'Blocks, types or expressions are nested more deeply than the tool can follow. Name inner parts, or build the value step by step.',
  },
  P1017: {
    title: 'END missing',
    text: 'A statement, block or type that ends with END is not closed. Indentation and the names behind END tell which.',
  },
  P1018: { title: 'END too many', text: 'This END closes nothing: what it could close has been closed before.' },
  P1019: {
    title: 'more syntax errors',
    text: 'A file with very many errors is probably not what it seems; only the first ones are listed.',
  },
  P1020: {
    title: 'keyword where a name is wanted',
    text: 'Keywords are written in capitals and cannot be names. Names that differ from them in case are free.',
  },
};
