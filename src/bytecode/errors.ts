/**
 * What is wrong with a file: one error type for container, type table, code and assembly text.
 *
 * `B1xxx` decoding (`decode.ts`, `indices.ts`), `B2xxx` verification (`verify/`), `B3xxx` assembly text (`text/`). A code is stable for ever.
 */
import { printable } from './printable.ts';

export interface BytecodeError {
  readonly code: string;
  readonly message: string;
  /** The section of the file, or the part of the module. */
  readonly section?: string;
  /** Name of the procedure. */
  readonly procedure?: string;
  /** Byte offset: in the procedure's code when `procedure` is given, else in the file. */
  readonly offset?: number;
  /** The rule that is broken, in general words. */
  readonly rule?: string;
}

/** The rule behind each code. `docs/bytecode.md` shows this table. */
export const RULES: Readonly<Record<string, string>> = {
  // Container
  B1001: 'a file begins with the magic number',
  B1002: 'a file holds all the bytes that it promises',
  B1003: 'the version is one that this reader knows',
  B1004: 'the checksum fits the contents',
  B1005: 'sections are known, in order, and each there once',
  B1006: 'a section is read exactly to its end',
  B1007: 'a file is no longer than its bound',
  // Items
  B1101: 'an integer fits its width',
  B1102: 'an integer has its shortest form',
  B1103: 'a count is possible in the bytes that are left',
  B1104: 'a NaN is the canonical one',
  B1105: 'a string is well-formed UTF-8',
  B1106: 'a tag is one that the format knows',
  B1107: 'constants nest to a bounded depth',
  // Indices
  B1201: 'an index means an entry that exists',
  // Instructions
  B1301: 'an opcode is in the opcode table',
  B1302: 'a block type is 0 or 1',
  B1303: 'a run-time error is one of the table',

  // Types
  B2001: 'builtin types are not stored',
  B2002: 'a type does not contain itself',
  B2003: 'types are of bounded size, nesting and number',
  B2004: 'a subrange has an ordinal base and bounds within it',
  B2005: 'array indices and set elements are of ordinal types',
  B2006: 'variables are of types that variables can have',
  B2007: 'a packed type holds its base',
  B2008: 'supertypes of objects are objects, without cycles',
  B2009: 'a method is implemented by a procedure that conforms',
  B2010: 'an override names a method of a supertype',
  B2011: 'an opaque type is a reference type declared by an interface that this file has or imports, and stands once',
  B2012: 'revelations are made by the right unit, agree, and are at most one in full',
  B2013: 'names are sane and unique in their scope',
  B2014: 'a procedure type has proper parameters, result and exceptions',
  B2015: 'a constant belongs to its type',
  B2016: 'a brand is made by a unit that this file has or imports',

  // Module
  B2101: 'an import stands once and is not an interface of the file',
  B2102: 'a fingerprint is a SHA-256 in lower-case hexadecimal',
  B2103: 'an interface exports own top-level procedures, variables, exceptions',
  B2104: 'a unit body is an own top-level procedure of it without parameters or result',
  B2105: 'only trusted files hold native procedures',
  B2106: 'the first locals are the parameters; locals fit their kinds',
  B2107: 'a nested procedure follows its parent, in the same unit',
  B2108: 'procedures are of bounded size',
  B2109: 'an event promises no more than its procedure keeps',

  // Structure of code
  B2201: 'code ends with the `end` of the procedure',
  B2202: '`else`, `catch`, `catch_all` and `end` belong to what they close',
  B2203: 'a label means an enclosing block',
  B2204: 'blocks nest to a bounded depth',
  B2205: 'the operand stack is balanced where paths join',
  B2206: 'no path falls off the end of a procedure with a result',
  B2207: 'an instruction finds its operands',
  B2208: 'a local that holds an address or exception is set before it is used',
  B2209: 'the operand stack has a bounded height',

  // Operands
  B2301: 'an operand is of the class that the instruction wants',
  B2302: 'an integer is proved to be within the bounds of its target',
  B2303: 'the types of two variables are the same',
  B2304: 'a reference belongs to a subtype of what is wanted',
  B2305: 'the type named by an instruction is of the kind that it wants',
  B2306: 'a field, method or dimension exists',
  B2307: 'a local is of the kind that the instruction wants',

  // Addresses
  B2401: 'a read-only variable is not written',
  B2402: 'VIEW sees storage as a complete type, and writes only complete storage',
  B2403: 'a packed field or element has no address',
  B2404: 'array types fit each other',
  B2405: 'scalars are loaded and stored, aggregates copied',

  // Procedures
  B2501: 'a procedure value that may be nested does not escape',
  B2502: 'a nested procedure is used only where its environment exists',
  B2503: 'an outer local is captured and of the right kind',
  B2504: 'a procedure type covers the value assigned to it',

  // Effects
  B2601: 'an EPHEMERAL procedure calls only EPHEMERAL ones, allocates nothing and does not wait',
  B2602: 'a FUNCTIONAL procedure writes only its own locals',
  B2603: 'a FUNCTIONAL procedure calls only FUNCTIONAL ones',
  B2604: 'a procedure raises only what its RAISES admits',
  B2605: 'an exception local gets all that it may hold before it is read',

  // Names of code
  B2701: 'THIS_MODULE and INTERFACE_UNIT give values of the imported RTCode types',

  // Assembly text
  B3001: 'assembly text follows the grammar',
  B3002: 'a label is defined',
  B3003: 'a label is defined once',
  B3004: 'an instruction has the immediates of the opcode table',
};

export type Place = Pick<BytecodeError, 'section' | 'procedure' | 'offset'>;

/** An error of that code at that place. An unknown code is a programming error. */
/** Messages quote names of the file. */
const LONGEST_MESSAGE = 1000;

export function bytecodeError(code: string, message: string, place: Place = {}): BytecodeError {
  const rule = RULES[code];
  if (rule === undefined) throw new Error(`no rule has the code ${code}`);
  return { code, message: printable(message, LONGEST_MESSAGE), ...place, rule };
}

/** One line for people: where, then what. */
export function describeError(error: BytecodeError): string {
  const where = [
    error.section,
    error.procedure === undefined ? undefined : `procedure ${error.procedure}`,
    error.offset === undefined ? undefined : `offset ${error.offset}`,
  ].filter((part) => part !== undefined);
  return where.length === 0 ? error.message : `${where.join(', ')}: ${error.message}`;
}
