/**
 * The opcode table: every instruction, its immediates and what it does to the operand stack.
 *
 * One table serves encoder, decoder, printer, assembler, verifier, code generator and `docs/bytecode.md`.
 *
 * Operand classes (see `verify/operands.ts`): `int` an ordinal with a known interval (every ordinal type but BOOLEAN; 64 bits),
 * `bool`, `real` (32-bit float), `long` (64-bit float: LONGREAL, EXTENDED), `set` (at most 64 elements), `ref` (traced references, TEXT, objects),
 * `proc` (procedure values; `closure` where a nested one may be), `addr` (address of a variable of a type, maybe read-only), `exn`.
 * A *scalar* is any of these but `addr` and `exn`; records, fixed arrays and sets of more than 64 elements are *aggregates* and are handled by address.
 */

/** Immediates: `type proc global exception local field method text` are indices (LEB128); `count label level` unsigned; `int` signed LEB128 of 64 bits. */
export type Immediate =
  | 'type'
  | 'proc'
  | 'global'
  | 'exception'
  | 'local'
  | 'field'
  | 'method'
  | 'text'
  | 'count'
  | 'label'
  | 'level'
  | 'int'
  | 'f32'
  | 'f64'
  | 'block'
  | 'labels'
  | 'fault';

export interface OpcodeInfo {
  readonly name: string;
  readonly code: number;
  readonly immediates: readonly Immediate[];
  /** Stack effect for people: inputs -> outputs. */
  readonly effect: string;
  readonly doc: string;
  /** May allocate, and therefore collect. */
  readonly allocates?: boolean;
  /** May raise a checked run-time error. */
  readonly faults?: boolean;
}

/** Block types of `block`, `loop`, `if`: nothing, or one boolean. */
export const BLOCK_VOID = 0;
export const BLOCK_BOOL = 1;

/** Codes of checked run-time errors; the order is that of `SpinException.ExceptionCode`. */
export const FAULTS = [
  'NoException',
  'ProtectionFault',
  'BadAddress',
  'UnhandledException',
  'NotInRaisesList',
  'ASSERTFailed',
  'ValueOutOfRange',
  'SubscriptOutOfRange',
  'IncompatibleArrayShapes',
  'AttemptToDereferenceNIL',
  'NARROWFailed',
  'FunctionDidNotReturnValue',
  'UnhandledValueInCASEStatement',
  'UnhandledTypeInTYPECASEStatement',
  'StackOverflow',
  'ViewSize',
  'ViewAlignment',
  'NoHandlerInvoked',
  'UnalignedFault',
  'ArithmeticFault',
  'UnknownException',
] as const;
export type Fault = (typeof FAULTS)[number];

type Row = [name: string, immediates: Immediate[], effect: string, doc: string, flags?: string];

const ROWS: readonly Row[] = [
  // Control: structured as in WebAssembly. Labels count enclosing block/loop/if/try outward from 0; a branch to a loop goes to its head.
  ['block', ['block'], '-> ', 'Begin a block; a branch to it goes to its end.'],
  ['loop', ['block'], '-> ', 'Begin a loop; a branch to it goes to its head. The back-edge is a safepoint.'],
  ['if', ['block'], 'bool -> ', 'Begin a conditional.'],
  ['else', [], '->', 'The other arm of `if`.'],
  [
    'end',
    [],
    '->',
    'End block, loop, if or try; the last `end` ends the procedure (falling off it is only legal without a result).',
  ],
  ['br', ['label'], '->', 'Branch.'],
  ['br_if', ['label'], 'bool ->', 'Branch when true. The target takes no value.'],
  [
    'br_table',
    ['int', 'labels'],
    'int ->',
    'Branch by value minus the immediate; the last label is the default. Targets take no value.',
  ],
  ['return', [], '[value | addr] ->', 'Return. With an aggregate result the operand is the address it is copied from.'],
  [
    'try',
    [],
    '->',
    'Begin a guarded body. Followed by body, then any of `catch`, at most one `catch_all` as the last, then `end`.',
  ],
  [
    'catch',
    ['exception'],
    '-> [argument]',
    'Begin the handler of one exception. Pushes its argument: a scalar, or a read-only address of an aggregate.',
  ],
  ['catch_all', [], '-> exn', 'Begin the handler of every other exception (not of termination). Pushes the exception.'],
  [
    'raise',
    ['exception'],
    '[argument] ->',
    'Raise. An aggregate argument is given by address and copied to the heap.',
    'a',
  ],
  ['rethrow', [], 'exn ->', 'Raise again an exception in flight.'],
  ['fault', ['fault'], '->', 'Raise SpinException.Exception with this code.', 'f'],
  ['assert', ['text'], 'bool ->', 'Raise ASSERTFailed with this text as message when false.', 'f'],
  ['assert_message', [], 'bool ref(TEXT) ->', 'Raise ASSERTFailed with that message when false.', 'f'],

  // Constants
  ['int.const', ['int'], '-> int', ''],
  ['bool.const', ['count'], '-> bool', '0 or 1.'],
  ['real.const', ['f32'], '-> real', ''],
  ['long.const', ['f64'], '-> long', ''],
  ['set.const', ['type', 'int'], '-> set', 'Bits as a signed word; only elements of the type.'],
  ['nil', [], '-> ref(NULL)', ''],
  ['nil.proc', ['type'], '-> proc', 'The nil value of a procedure type or PROCANY.'],
  ['text.const', ['text'], '-> ref(TEXT)', 'An immutable object made when the file is linked; the same each time.'],
  ['proc.const', ['proc'], '-> proc', 'A top-level procedure as a value: for an exported or imported one, its event.'],
  [
    'closure',
    ['proc'],
    '-> closure',
    'A nested procedure of this procedure or of one around it, with its environment. Lives as long as this frame.',
  ],

  // Locals, globals
  [
    'local.get',
    ['local'],
    '-> value',
    'Value of a `value` local, or the address held by an `address`/`readonly` one, or the exception held.',
  ],
  [
    'local.set',
    ['local'],
    'value ->',
    'Sets what local.get reads. An `address` local takes a writable address, a `readonly` one any.',
  ],
  ['local.addr', ['local'], '-> addr', 'Address of a `memory` local.'],
  [
    'up.addr',
    ['level', 'local'],
    '-> addr',
    'Address of a captured `memory` local of the procedure `level` (>= 1) outward.',
  ],
  [
    'up.get',
    ['level', 'local'],
    '-> addr',
    'The address held by a captured `address`/`readonly` local of the procedure `level` outward.',
  ],
  ['global.addr', ['global'], '-> addr', 'Address of a variable of a unit of this file or of an imported interface.'],
  ['drop', [], 'any ->', ''],
  ['dup', [], 'any -> any any', 'Also duplicates addresses.'],

  // Memory
  ['load', [], 'addr(scalar) -> value', 'Read a scalar variable.'],
  [
    'store',
    [],
    'addr(scalar) value ->',
    'Write a scalar variable; the address is writable, the value belongs to the type.',
  ],
  [
    'copy',
    [],
    'addr(A) addr(A) ->',
    'Assign the second aggregate (or array) to the first, overlap-safe. Open arrays: shapes must agree.',
    'f',
  ],
  [
    'equal',
    [],
    'addr(A) addr(A) -> bool',
    'Compare aggregates value by value; open arrays of different shapes differ.',
  ],
  ['clear', [], 'addr ->', "Give a variable its type's default value."],
  ['field', ['type', 'field'], 'addr(record) -> addr', 'Address of a field of a record (not of a packed one).'],
  [
    'object.field',
    ['type', 'field'],
    'ref(object) -> addr',
    'Address of a field declared by that object type; NIL faults.',
    'f',
  ],
  ['field.get', ['type', 'field'], 'addr(record) -> value', 'Read a packed field.'],
  ['field.set', ['type', 'field'], 'addr(record) value ->', 'Write a packed field.'],
  ['object.field.get', ['type', 'field'], 'ref(object) -> value', 'Read a packed field.', 'f'],
  ['object.field.set', ['type', 'field'], 'ref(object) value ->', 'Write a packed field.', 'f'],
  ['deref', [], 'ref(REF A) -> addr(A)', 'NIL faults.', 'f'],
  [
    'element',
    [],
    'addr(array) int -> addr',
    'Address of an element (of an open array of arrays: an open array address); bounds are checked unless the interval proves them.',
    'f',
  ],
  ['element.get', [], 'addr(array) int -> value', 'Read an element of packed type.', 'f'],
  ['element.set', [], 'addr(array) int value ->', 'Write an element of packed type.', 'f'],
  [
    'array.length',
    ['count'],
    'addr(open array) -> int',
    'Number of elements in dimension `count` (from 0) of an open array.',
  ],
  [
    'open',
    ['type'],
    'addr(array) -> addr(open array)',
    'See a fixed array (or arrays of arrays) as an open array of that type.',
  ],
  [
    'fix',
    ['type'],
    'addr(array) -> addr(array)',
    'See an open array as a fixed one of that type, or one with fewer open dimensions; other shapes fault.',
    'f',
  ],
  [
    'subarray',
    ['type'],
    'addr(array) int int -> addr(open array)',
    'SUBARRAY(a, from, for): zero-based; the immediate is the open array type.',
    'f',
  ],
  ['view', ['type'], 'addr -> addr', 'VIEW: see the storage as that complete type; sizes are checked.', 'f'],
  ['readonly', [], 'addr -> addr', 'Give up the right to write.'],
  [
    'view.array',
    ['type'],
    'addr -> addr(open array)',
    'VIEW into an open array of bytes or other complete elements.',
    'f',
  ],

  // Integers (every ordinal but BOOLEAN)
  ['int.add', [], 'int int -> int', 'Wraps modulo 2**64.'],
  ['int.sub', [], 'int int -> int', 'Wraps.'],
  ['int.mul', [], 'int int -> int', 'Wraps.'],
  ['int.neg', [], 'int -> int', 'Wraps.'],
  ['int.abs', [], 'int -> int', 'Wraps.'],
  ['int.div', [], 'int int -> int', 'Floor division; by zero faults.', 'f'],
  ['int.mod', [], 'int int -> int', 'x - y * floor(x / y); by zero faults.', 'f'],
  ['int.min', [], 'int int -> int', ''],
  ['int.max', [], 'int int -> int', ''],
  ['int.eq', [], 'int int -> bool', ''],
  ['int.ne', [], 'int int -> bool', ''],
  ['int.lt', [], 'int int -> bool', ''],
  ['int.le', [], 'int int -> bool', ''],
  ['int.gt', [], 'int int -> bool', ''],
  ['int.ge', [], 'int int -> bool', ''],
  ['int.of_bool', [], 'bool -> int', ''],
  ['check.range', ['int', 'int'], 'int -> int', 'ValueOutOfRange unless within both bounds (inclusive).', 'f'],
  ['word.divide', [], 'int int -> int', 'Unsigned; by zero faults.', 'f'],
  ['word.mod', [], 'int int -> int', 'Unsigned; by zero faults.', 'f'],
  ['word.lt', [], 'int int -> bool', 'Unsigned.'],
  ['word.le', [], 'int int -> bool', 'Unsigned.'],
  ['word.and', [], 'int int -> int', ''],
  ['word.or', [], 'int int -> int', ''],
  ['word.xor', [], 'int int -> int', ''],
  ['word.not', [], 'int -> int', ''],
  ['word.shift', [], 'int int -> int', 'Left for positive counts, right (zero fill) for negative; 0 beyond the width.'],
  ['word.rotate', [], 'int int -> int', 'Left for positive counts, modulo the width.'],
  ['word.extract', [], 'int int int -> int', 'Word.Extract(x, offset, n); offset + n > 64 is ValueOutOfRange.', 'f'],
  ['word.insert', [], 'int int int int -> int', 'Word.Insert(x, y, offset, n).', 'f'],

  // Booleans
  ['bool.not', [], 'bool -> bool', ''],
  ['bool.eq', [], 'bool bool -> bool', ''],
  ['bool.of_int', [], 'int -> bool', 'Only for an interval within 0..1.'],

  // Floating point: real = 32 bits, long = 64 bits
  ...(['real', 'long'] as const).flatMap((k): Row[] => [
    [`${k}.add`, [], `${k} ${k} -> ${k}`, ''],
    [`${k}.sub`, [], `${k} ${k} -> ${k}`, ''],
    [`${k}.mul`, [], `${k} ${k} -> ${k}`, ''],
    [`${k}.div`, [], `${k} ${k} -> ${k}`, 'IEEE.'],
    [`${k}.mod`, [], `${k} ${k} -> ${k}`, 'x - y * FLOOR(x / y).'],
    [`${k}.neg`, [], `${k} -> ${k}`, ''],
    [`${k}.abs`, [], `${k} -> ${k}`, ''],
    [`${k}.sqrt`, [], `${k} -> ${k}`, ''],
    [`${k}.min`, [], `${k} ${k} -> ${k}`, ''],
    [`${k}.max`, [], `${k} ${k} -> ${k}`, ''],
    [`${k}.eq`, [], `${k} ${k} -> bool`, ''],
    [`${k}.ne`, [], `${k} ${k} -> bool`, ''],
    [`${k}.lt`, [], `${k} ${k} -> bool`, ''],
    [`${k}.le`, [], `${k} ${k} -> bool`, ''],
    [`${k}.gt`, [], `${k} ${k} -> bool`, ''],
    [`${k}.ge`, [], `${k} ${k} -> bool`, ''],
    [`${k}.of_int`, [], `int -> ${k}`, 'Nearest.'],
    [`${k}.round`, [], `${k} -> int`, 'Nearest, ties to even; ValueOutOfRange if it does not fit or is NaN.', 'f'],
    [`${k}.trunc`, [], `${k} -> int`, 'Toward zero.', 'f'],
    [`${k}.floor`, [], `${k} -> int`, 'Down.', 'f'],
    [`${k}.ceiling`, [], `${k} -> int`, 'Up.', 'f'],
  ]),
  ['real.of_long', [], 'long -> real', ''],
  ['long.of_real', [], 'real -> long', ''],

  // Sets of at most 64 elements; the immediate is the set type
  ['set.union', ['type'], 'set set -> set', ''],
  ['set.difference', ['type'], 'set set -> set', ''],
  ['set.intersection', ['type'], 'set set -> set', ''],
  ['set.symmetric', ['type'], 'set set -> set', ''],
  ['set.eq', ['type'], 'set set -> bool', ''],
  ['set.le', ['type'], 'set set -> bool', 'Subset.'],
  ['set.in', ['type'], 'int set -> bool', 'FALSE for a value outside the element type.'],
  ['set.with', ['type'], 'set int -> set', 'Include one element; ValueOutOfRange outside the element type.', 'f'],
  ['set.with_range', ['type'], 'set int int -> set', 'Include lo..hi (nothing if empty).', 'f'],
  // Larger sets, by address: `big.*` write to the first operand
  ['big.union', ['type'], 'addr addr addr ->', 'dst, a, b.'],
  ['big.difference', ['type'], 'addr addr addr ->', ''],
  ['big.intersection', ['type'], 'addr addr addr ->', ''],
  ['big.symmetric', ['type'], 'addr addr addr ->', ''],
  ['big.le', ['type'], 'addr addr -> bool', ''],
  ['big.in', ['type'], 'int addr -> bool', ''],
  ['big.include', ['type'], 'addr int ->', 'ValueOutOfRange outside the element type.', 'f'],
  ['big.include_range', ['type'], 'addr int int ->', '', 'f'],

  // References and types
  ['ref.eq', [], 'ref ref -> bool', ''],
  [
    'new',
    ['type'],
    '-> ref',
    'A new referent or object with default values. The type is a `ref` (not to an open array), `object`, or an opaque type known to be an object.',
    'af',
  ],
  ['new.open', ['type'], 'int... -> ref', 'A new open array, one size per open dimension (0 .. 2**31-1).', 'af'],
  ['istype', ['type'], 'ref -> bool', 'NIL is a member of every reference type.'],
  ['narrow', ['type'], 'ref -> ref', 'NARROWFailed unless NIL or a member.', 'f'],
  ['typecode', ['type'], '-> int', ''],
  ['ref.typecode', [], 'ref -> int', 'TYPECODE of the allocated type; NIL has that of NULL, 0. TEXT has 1.'],
  ['text.cat', [], 'ref(TEXT) ref(TEXT) -> ref(TEXT)', 'NIL faults.', 'af'],

  // Procedures
  ['proc.eq', [], 'proc proc -> bool', 'Also of closures.'],
  ['proc.toplevel', [], 'closure -> proc', 'ValueOutOfRange if it is a nested procedure.', 'f'],
  [
    'call',
    ['proc'],
    'arguments -> [result]',
    'Call a procedure of this file or raise the event of an exported or imported one. An aggregate result goes to an address pushed before the arguments.',
  ],
  [
    'call.value',
    ['type'],
    'arguments proc -> [result]',
    'Call a procedure value; NIL faults. The immediate is its procedure type.',
    'f',
  ],
  [
    'call.method',
    ['type', 'method'],
    'ref(object) arguments -> [result]',
    "Call a method declared by that object type (receiver first, an aggregate result's address before it); NIL faults.",
    'f',
  ],
  ['method.const', ['type', 'method', 'type'], '-> proc', 'T.m as a procedure value of the second type.', 'f'],

  // Names of code
  ['this_module', ['type'], '-> ref', 'THIS_MODULE(); the immediate is the opaque type RTCode.Module.'],
  [
    'interface_unit',
    ['text', 'type'],
    '-> ref',
    'INTERFACE_UNIT(I) by name; the immediate is the opaque type RTCode.Interface.',
  ],

  // Mutexes
  ['lock', [], 'ref(MUTEX) ->', 'Acquire; NIL faults.', 'f'],
  ['unlock', [], 'ref(MUTEX) ->', 'Release.', 'f'],

  // RAISES
  [
    'admit',
    [],
    'exn ->',
    "Raise again an exception in flight that is implicit or in this procedure's RAISES; NotInRaisesList for any other. Never falls through.",
    'f',
  ],
];

export const OPCODES: readonly OpcodeInfo[] = ROWS.map(([name, immediates, effect, doc, flags = ''], code) => ({
  name,
  code,
  immediates,
  effect,
  doc,
  allocates: flags.includes('a'),
  faults: flags.includes('f'),
}));

const BY_NAME = new Map(OPCODES.map((o) => [o.name, o]));

/** The opcode of that name; asking for an unknown one is a programming error. */
export function opcode(name: string): OpcodeInfo {
  const found = BY_NAME.get(name);
  if (!found) throw new Error(`no opcode ${name}`);
  return found;
}

export function opcodeOrUndefined(name: string): OpcodeInfo | undefined {
  return BY_NAME.get(name);
}
