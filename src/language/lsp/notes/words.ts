/**
 * One line on each word that the language itself gives a meaning to, with the section of the definition ("Systems Programming with Modula-3",
 * chapter 2) or the document that has the rest.
 */
export interface Note {
  /** How it is used. */
  readonly form: string;
  readonly text: string;
  readonly section: string;
}

type Row = readonly [word: string, form: string, text: string, section: string];

const table = (rows: readonly Row[]): ReadonlyMap<string, Note> =>
  new Map(rows.map(([word, form, text, section]) => [word, { form, text, section }]));

const SPIN = 'SPIN';

export const PREDECLARED = table([
  ['ABS', 'ABS(x)', 'The absolute value of a number.', '2.6.10'],
  ['ADR', 'ADR(v): ADDRESS', 'The address of a variable; only in UNSAFE units.', '2.7'],
  [
    'ADRSIZE',
    'ADRSIZE(x or T): CARDINAL',
    'The size in addressable units of a variable or of the variables of a type.',
    '2.6.13',
  ],
  ['BITSIZE', 'BITSIZE(x or T): CARDINAL', 'The size in bits of a variable or of the variables of a type.', '2.6.13'],
  [
    'BYTESIZE',
    'BYTESIZE(x or T): CARDINAL',
    'The size in bytes of a variable or of the variables of a type.',
    '2.6.13',
  ],
  ['CEILING', 'CEILING(x: float): INTEGER', 'The least integer that is not below x.', '2.6.10'],
  ['DEC', 'DEC(v, n := 1)', 'Takes n from an ordinal variable; v is evaluated once.', '2.3.20'],
  ['DISPOSE', 'DISPOSE(VAR r)', 'Frees what an untraced reference refers to (unsafe), and sets it to NIL.', '2.7'],
  [
    'FIRST',
    'FIRST(T or array)',
    "The least value of an ordinal type, of a float type, or of an array's index.",
    '2.6.13',
  ],
  ['FLOAT', 'FLOAT(x, T := REAL): T', 'A number as a value of a floating-point type.', '2.6.10'],
  ['FLOOR', 'FLOOR(x: float): INTEGER', 'The greatest integer that is not above x.', '2.6.10'],
  ['INC', 'INC(v, n := 1)', 'Adds n to an ordinal variable; v is evaluated once.', '2.3.20'],
  [
    'INTERFACE_UNIT',
    'INTERFACE_UNIT(I): RTCode.Interface',
    'An unforgeable name for the code of an imported interface.',
    SPIN,
  ],
  ['ISTYPE', 'ISTYPE(r, T): BOOLEAN', 'Whether a reference is a member of type T.', '2.6.13'],
  [
    'LAST',
    'LAST(T or array)',
    "The greatest value of an ordinal type, of a float type, or of an array's index.",
    '2.6.13',
  ],
  ['LOOPHOLE', 'LOOPHOLE(e, T): T', 'The bits of e taken as a T; only in UNSAFE units. VIEW is the safe way.', '2.7'],
  ['MAX', 'MAX(x, y)', 'The greater of two ordinals or floats.', '2.6.10'],
  ['MIN', 'MIN(x, y)', 'The lesser of two ordinals or floats.', '2.6.10'],
  ['NARROW', 'NARROW(r, T): T', 'The same reference as a T; a checked run-time error if it is none.', '2.6.13'],
  [
    'NEW',
    'NEW(T, sizes or field := value …): T',
    'A reference to a fresh variable: sizes for open arrays, values for fields, procedures for methods.',
    '2.6.9',
  ],
  ['NUMBER', 'NUMBER(T or array): CARDINAL', 'How many values an ordinal type has, or elements an array.', '2.6.13'],
  ['ORD', 'ORD(x): INTEGER', 'The position of an ordinal value, counted from 0.', '2.6.13'],
  ['ROUND', 'ROUND(x: float): INTEGER', 'The nearest integer; of two, the even one.', '2.6.10'],
  [
    'SUBARRAY',
    'SUBARRAY(a, from, n)',
    'n elements of an array from position `from`, counted from 0; a variable if `a` is one.',
    '2.6.3',
  ],
  [
    'THIS_MODULE',
    'THIS_MODULE(): RTCode.Module',
    'An unforgeable name for the code of this module: what it shows as its authority.',
    SPIN,
  ],
  ['TRUNC', 'TRUNC(x: float): INTEGER', 'x without its fraction.', '2.6.10'],
  [
    'TYPECODE',
    'TYPECODE(T or r): CARDINAL',
    'The number of a reference type, or of the type that a reference was made with.',
    '2.6.13',
  ],
  ['VAL', 'VAL(n, T): T', 'The value with position n in an ordinal type; the inverse of ORD.', '2.6.13'],
  ['VIEW', 'VIEW(v, T)', 'The storage of v as a T, without copying; any bits must be a value of T.', SPIN],
  ['INTEGER', 'TYPE INTEGER', 'Whole numbers of 64 bits with a sign.', '2.2.1'],
  ['LONGINT', 'TYPE LONGINT', 'Whole numbers of 64 bits with a sign, a type of its own.', 'CM3'],
  ['CARDINAL', 'TYPE CARDINAL = [0..LAST(INTEGER)]', 'Whole numbers from 0.', '2.2.1'],
  ['LONGCARD', 'TYPE LONGCARD = [0L..LAST(LONGINT)]', 'Whole numbers from 0 among LONGINT.', 'CM3'],
  ['BOOLEAN', 'TYPE BOOLEAN = {FALSE, TRUE}', 'The two truth values.', '2.2.1'],
  ['CHAR', 'TYPE CHAR', 'Characters of ISO Latin-1, 256 of them.', '2.2.1'],
  ['WIDECHAR', 'TYPE WIDECHAR', 'Characters of Unicode.', 'CM3'],
  ['REAL', 'TYPE REAL', 'Floating-point numbers of 32 bits.', '2.2.2'],
  ['LONGREAL', 'TYPE LONGREAL', 'Floating-point numbers of 64 bits; literals have a D.', '2.2.2'],
  ['EXTENDED', 'TYPE EXTENDED', 'Floating-point numbers of 64 bits here; literals have an X.', '2.2.2'],
  ['TEXT', 'TYPE TEXT <: REFANY', 'Immutable sequences of characters; interface Text has their operations.', '2.2.11'],
  ['REFANY', 'TYPE REFANY', 'Every traced reference.', '2.2.7'],
  ['NULL', 'TYPE NULL', 'The type of NIL, a subtype of every reference and procedure type.', '2.2.7'],
  ['ADDRESS', 'TYPE ADDRESS', 'Every untraced reference.', '2.2.7'],
  ['MUTEX', 'TYPE MUTEX <: ROOT', 'What LOCK holds; interface Thread has its operations.', '2.2.11'],
  ['PROCANY', 'TYPE PROCANY', 'Every top-level procedure. What one is asked of the dispatcher.', SPIN],
  ['ROOT', 'TYPE ROOT <: REFANY', 'Every traced object.', '2.2.9'],
  ['FALSE', 'CONST FALSE: BOOLEAN', 'Not true.', '2.2.1'],
  ['TRUE', 'CONST TRUE: BOOLEAN', 'True.', '2.2.1'],
  ['NIL', 'CONST NIL: NULL', 'The reference to nothing.', '2.6.6'],
]);

export const KEYWORD_NOTES = table([
  ['ALIGNED', 'ALIGNED n FOR T', 'T at multiples of n bits.', 'CM3'],
  ['AND', 'p AND q', 'Both; q is evaluated only if p is TRUE.', '2.6.12'],
  ['ANY', 'RAISES ANY', 'Every exception.', '2.2.8'],
  [
    'ARRAY',
    'ARRAY Index OF Element',
    'Elements by index; without an index type it is open, its length known at run time.',
    '2.2.3',
  ],
  ['AS', 'IMPORT I AS J', 'A local name for an interface.', '2.5.1'],
  ['BEGIN', 'BEGIN statements END', 'The statements of a block.', '2.3.4'],
  ['BITS', 'BITS n FOR T', 'T in just n bits, as a part of records and arrays.', '2.2.5'],
  ['BRANDED', 'BRANDED "name" REF T', 'A reference type that is equal to no other.', '2.2.7'],
  ['BY', 'FOR i := a TO b BY n', 'The step of a FOR.', '2.3.16'],
  [
    'CASE',
    'CASE e OF v, w..x => S | … ELSE S END',
    'Takes the arm with the value; a checked run-time error if there is none and no ELSE.',
    '2.3.17',
  ],
  ['CONST', 'CONST n: T = e', 'A name for a value that is known at compile time.', '2.4.2'],
  ['DIV', 'x DIV y', 'The quotient of integers, rounded down.', '2.6.10'],
  ['DO', '… DO statements END', 'Opens the body of WHILE, FOR, WITH and LOCK.', '2.3'],
  ['ELSE', 'ELSE statements', 'When no arm before it is taken.', '2.3'],
  ['ELSIF', 'ELSIF condition THEN statements', 'A further arm of an IF.', '2.3.12'],
  ['END', 'END', 'Closes what was opened.', '2.8'],
  [
    'EPHEMERAL',
    'EPHEMERAL PROCEDURE',
    'May be terminated at any moment, so it calls only EPHEMERAL procedures, allocates nothing and holds no lock.',
    SPIN,
  ],
  ['EVAL', 'EVAL e', 'Evaluates an expression for its effects.', '2.3.3'],
  ['EXCEPT', 'TRY S EXCEPT E (v) => S | … ELSE S END', 'Handles exceptions that S raises.', '2.3.7'],
  ['EXCEPTION', 'EXCEPTION E(T)', 'Declares an exception, with or without an argument.', '2.4.5'],
  ['EXIT', 'EXIT', 'Leaves the innermost LOOP, WHILE, REPEAT or FOR.', '2.3.10'],
  [
    'EXPORTS',
    'MODULE M EXPORTS I, J',
    'The interfaces that the module implements; without it, the one of its own name.',
    '2.5.3',
  ],
  ['FINALLY', 'TRY S FINALLY S END', 'The second part runs however the first one ends.', '2.3.8'],
  [
    'FOR',
    'FOR i := a TO b BY n DO S END',
    'Counts; the bounds are evaluated once, and i cannot be assigned.',
    '2.3.16',
  ],
  ['FROM', 'FROM I IMPORT a, b', 'Imports single names of an interface.', '2.5.1'],
  ['FUNCTIONAL', 'FUNCTIONAL PROCEDURE', 'Without side effects, such as a guard; implies EPHEMERAL.', SPIN],
  [
    'GENERIC',
    'GENERIC INTERFACE G(A, B)',
    'A unit with interfaces as parameters; `INTERFACE I = G(X, Y) END I.` makes one.',
    '2.5.5',
  ],
  ['IF', 'IF p THEN S ELSIF q THEN S ELSE S END', 'Takes the first arm whose condition is TRUE.', '2.3.12'],
  ['IMPORT', 'IMPORT I, J AS K', 'Makes the names of interfaces known, as I.name.', '2.5.1'],
  ['IN', 'e IN s', 'Whether a set has an element.', '2.6.11'],
  ['INTERFACE', 'INTERFACE I; … END I.', 'What a module shows to others: a list of declarations.', '2.5.2'],
  ['LOCK', 'LOCK m DO S END', 'Holds a mutex while S runs, however S ends.', '2.3.19'],
  ['LOOP', 'LOOP S END', 'Repeats until EXIT, RETURN or an exception.', '2.3.9'],
  ['METHODS', 'METHODS m(x: T): R := P', 'New methods of an object type, with or without a default.', '2.2.9'],
  ['MOD', 'x MOD y', 'The remainder of DIV; it has the sign of y.', '2.6.10'],
  [
    'MODULE',
    'MODULE M EXPORTS I; … BEGIN … END M.',
    'Implements interfaces; its body runs once, before those who import them.',
    '2.5.3',
  ],
  ['NOT', 'NOT p', 'The other truth value.', '2.6.12'],
  [
    'OBJECT',
    'Super OBJECT fields METHODS … OVERRIDES … END',
    'A reference to a record with methods; a subtype of Super.',
    '2.2.9',
  ],
  ['OF', '… OF', 'Before an element type, or the arms of CASE and TYPECASE.', '2.8'],
  ['OR', 'p OR q', 'Either; q is evaluated only if p is FALSE.', '2.6.12'],
  ['OVERRIDES', 'OVERRIDES m := P', 'Gives methods of a supertype other procedures.', '2.2.9'],
  [
    'PROCEDURE',
    'PROCEDURE P(a: T; VAR b: U): R RAISES {E} = … END P',
    'Declares a procedure, or is the type of some. One that an interface exports is an event.',
    '2.4.4',
  ],
  ['RAISE', 'RAISE E(x)', 'Goes to the innermost handler of the exception.', '2.3.6'],
  ['RAISES', 'RAISES {E, I.F}', 'The exceptions that may leave a procedure; none when nothing is said.', '2.2.8'],
  ['READONLY', 'READONLY a: T', 'A parameter that cannot be assigned and need not be copied.', '2.3.2'],
  ['RECORD', 'RECORD a, b: T; c := 0 END', 'Named fields, stored together.', '2.2.4'],
  ['REF', 'REF T', 'References to variables of type T in the heap.', '2.2.7'],
  ['REPEAT', 'REPEAT S UNTIL p', 'Runs S until the condition is TRUE, at least once.', '2.3.14'],
  ['RETURN', 'RETURN e', 'Ends the procedure, with its result.', '2.3.11'],
  [
    'REVEAL',
    'REVEAL T = BRANDED REF U',
    'Says what an opaque type is (`=`), or what it is a subtype of (`<:`).',
    '2.4.7',
  ],
  ['ROOT', 'ROOT', 'The supertype of all traced objects.', '2.2.9'],
  ['SET', 'SET OF T', 'Sets of values of an ordinal type.', '2.2.6'],
  ['THEN', 'IF p THEN S', 'Opens an arm of an IF.', '2.3.12'],
  ['TO', 'FOR i := a TO b', 'The last value of a FOR.', '2.3.16'],
  ['TRY', 'TRY S EXCEPT … END, TRY S FINALLY S END', 'Runs S and handles exceptions, or cleans up behind it.', '2.3.7'],
  [
    'TYPE',
    'TYPE T = U, TYPE T <: U',
    'Names a type; with `<:` an opaque one, of which only a supertype is known.',
    '2.4.1',
  ],
  [
    'TYPECASE',
    'TYPECASE r OF T (v) => S | … ELSE S END',
    'Takes the first arm with a type that the reference has.',
    '2.3.18',
  ],
  [
    'UNSAFE',
    'UNSAFE MODULE',
    'Admits operations that the language cannot check; the kernel loads none of them.',
    '2.5.7',
  ],
  ['UNTIL', 'REPEAT S UNTIL p', 'The condition that ends a REPEAT.', '2.3.14'],
  ['UNTRACED', 'UNTRACED REF T', 'Not looked at by the garbage collector.', '2.2.7'],
  ['VALUE', 'VALUE a: T', 'A parameter that is a copy of the argument; the same as no mode.', '2.3.2'],
  [
    'VAR',
    'VAR v: T := e; VAR a: T',
    "Declares variables; as a mode, the parameter stands for the caller's variable.",
    '2.4.3',
  ],
  ['WHILE', 'WHILE p DO S END', 'Runs S as long as the condition is TRUE.', '2.3.13'],
  ['WITH', 'WITH v = e DO S END', 'A name for a variable or a value, evaluated once.', '2.3.15'],
]);

export const PRAGMA_NOTES = table([
  ['ASSERT', '<*ASSERT p*>', 'A checked run-time error if the condition is FALSE.', 'CM3'],
  ['EXTERNAL', '<*EXTERNAL*>', 'The kernel implements what follows; for the library only.', 'CM3'],
  [
    'FATAL',
    '<*FATAL E, I.F*>',
    'These exceptions are not expected in this scope; raised, they end the program.',
    'CM3',
  ],
  ['IMPLICIT', '<*IMPLICIT*> EXCEPTION E', 'Passes every RAISES.', SPIN],
  ['INLINE', '<*INLINE*>', 'The procedure should be copied to where it is called; understood, not needed.', 'CM3'],
  ['NOWARN', '<*NOWARN*>', 'No warnings on this line.', 'CM3'],
  ['OBSOLETE', '<*OBSOLETE*>', 'What follows should no longer be used; uses give a warning.', 'CM3'],
  ['PRAGMA', '<*PRAGMA a, b*>', 'Declares pragmas, so that they are not warned about.', 'CM3'],
  ['SPEC', '<*SPEC …*>', 'A specification, for tools that read it.', 'CM3'],
  ['LL', '<*LL = …*>', 'The locks that a caller must hold; for people.', 'CM3'],
  ['UNUSED', '<*UNUSED*>', 'What follows is not used, and that is meant.', 'CM3'],
  ['LINE', '<*LINE n "file"*>', 'Where the following text comes from.', 'CM3'],
]);

/** Markdown. */
export function noteText({ form, text, section }: Note): string {
  const source = /^\d/.test(section) ? `Modula-3 definition, ${section}` : `${section}'s addition`;
  return `\`\`\`modula3\n${form}\n\`\`\`\n\n${text}\n\n*${source}*`;
}
