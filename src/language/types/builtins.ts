/**
 * The predeclared types and names (definition 2.2 and appendix; CM3's LONGINT and WIDECHAR; SPIN's PROCANY, VIEW and units as values).
 *
 * The types here are singletons: compare them with `===`. Nothing in a program can hide them except a declaration of the same name
 * in an inner scope.
 */
import type { Span } from '../../diagnostics/diagnostic.ts';
import type {
  BuiltinType,
  ConstValue,
  Entity,
  EnumType,
  ErrorType,
  FloatType,
  IntegerType,
  SubrangeType,
  Type,
  VariableEntity,
} from './model.ts';

export const INTEGER_FIRST = -(2n ** 63n);
export const INTEGER_LAST = 2n ** 63n - 1n;

export const INTEGER: IntegerType = { kind: 'integer', name: 'INTEGER' };
export const LONGINT: IntegerType = { kind: 'integer', name: 'LONGINT' };
export const CARDINAL: SubrangeType = { kind: 'subrange', base: INTEGER, lo: 0n, hi: INTEGER_LAST };
export const LONGCARD: SubrangeType = { kind: 'subrange', base: LONGINT, lo: 0n, hi: INTEGER_LAST };
export const BOOLEAN: EnumType = { kind: 'enum', builtin: 'BOOLEAN', elements: ['FALSE', 'TRUE'], size: 2 };
export const CHAR: EnumType = { kind: 'enum', builtin: 'CHAR', elements: [], size: 256 };
export const WIDECHAR: EnumType = { kind: 'enum', builtin: 'WIDECHAR', elements: [], size: 0x110000 };
export const REAL: FloatType = { kind: 'float', name: 'REAL' };
export const LONGREAL: FloatType = { kind: 'float', name: 'LONGREAL' };
export const EXTENDED: FloatType = { kind: 'float', name: 'EXTENDED' };
export const TEXT: BuiltinType = { kind: 'builtin', name: 'TEXT' };
export const REFANY: BuiltinType = { kind: 'builtin', name: 'REFANY' };
/** The type of NIL, whose only member it is. */
export const NULL: BuiltinType = { kind: 'builtin', name: 'NULL' };
export const ADDRESS: BuiltinType = { kind: 'builtin', name: 'ADDRESS' };
export const MUTEX: BuiltinType = { kind: 'builtin', name: 'MUTEX' };
export const PROCANY: BuiltinType = { kind: 'builtin', name: 'PROCANY' };
export const ROOT: BuiltinType = { kind: 'builtin', name: 'ROOT' };
export const UNTRACED_ROOT: BuiltinType = { kind: 'builtin', name: 'UNTRACED ROOT' };
export const ERROR: ErrorType = { kind: 'error' };

/** Where builtins are declared: nowhere. */
export const NOWHERE: Span = { file: '', start: 0, end: 0 };

const TYPES: readonly (readonly [string, Type])[] = [
  ['INTEGER', INTEGER],
  ['LONGINT', LONGINT],
  ['CARDINAL', CARDINAL],
  ['LONGCARD', LONGCARD],
  ['BOOLEAN', BOOLEAN],
  ['CHAR', CHAR],
  ['WIDECHAR', WIDECHAR],
  ['REAL', REAL],
  ['LONGREAL', LONGREAL],
  ['EXTENDED', EXTENDED],
  ['TEXT', TEXT],
  ['REFANY', REFANY],
  ['NULL', NULL],
  ['ADDRESS', ADDRESS],
  ['MUTEX', MUTEX],
  ['PROCANY', PROCANY],
  ['ROOT', ROOT],
];

const CONSTANTS: readonly (readonly [string, Type, ConstValue])[] = [
  ['FALSE', BOOLEAN, { kind: 'int', value: 0n }],
  ['TRUE', BOOLEAN, { kind: 'int', value: 1n }],
  ['NIL', NULL, { kind: 'nil' }],
];

/** Operations that look like procedures (2.6); `typed/expressions` knows what each means. */
export const BUILTIN_PROCEDURES = [
  'ABS',
  'ADR',
  'ADRSIZE',
  'BITSIZE',
  'BYTESIZE',
  'CEILING',
  'DEC',
  'DISPOSE',
  'FIRST',
  'FLOAT',
  'FLOOR',
  'INC',
  'INTERFACE_UNIT',
  'ISTYPE',
  'LAST',
  'LOOPHOLE',
  'MAX',
  'MIN',
  'NARROW',
  'NEW',
  'NUMBER',
  'ORD',
  'ROUND',
  'SUBARRAY',
  'THIS_MODULE',
  'TRUNC',
  'TYPECODE',
  'VAL',
  'VIEW',
] as const;

function predeclared(): Map<string, Entity> {
  const names = new Map<string, Entity>();
  for (const [name, type] of TYPES) names.set(name, { kind: 'type', name, type, span: NOWHERE });
  for (const [name, type, value] of CONSTANTS) names.set(name, { kind: 'const', name, type, value, span: NOWHERE });
  for (const name of BUILTIN_PROCEDURES) names.set(name, { kind: 'builtin', name, builtin: name, span: NOWHERE });
  return names;
}

/** Every predeclared name. */
export const BUILTINS: ReadonlyMap<string, Entity> = predeclared();

/**
 * What a name stands for whose declaration is missing or wrong: a writable variable of the error type. Whoever uses an entity looks at
 * its type before anything else and stays silent when that is the error type, whatever the entity's kind.
 */
export function errorEntity(name: string, span: Span): VariableEntity {
  return {
    kind: 'variable',
    name,
    span,
    role: 'global',
    type: ERROR,
    writable: true,
    captured: false,
    addressTaken: false,
  };
}

export function isErrorEntity(entity: Entity): boolean {
  return (
    (entity.kind === 'variable' || entity.kind === 'type' || entity.kind === 'const') && entity.type.kind === 'error'
  );
}
