/**
 * The codes that expressions, statements, effects and warnings report (`typed/`), with what `--explain` says about each.
 * M34xx names, M35xx expressions, M36xx calls and built-in operations, M37xx statements, M38xx effects, W4xxx warnings.
 */

export interface CodeExplanation {
  readonly title: string;
  readonly explanation: string;
}

type Row = readonly [code: string, title: string, explanation: string];

const NAMES: readonly Row[] = [
  [
    'M3401',
    'undeclared name',
    'No declaration of this name is in scope: not in the blocks around, the unit, its imports, or the language itself.',
  ],
  [
    'M3402',
    'no such member of an interface',
    'The interface does not declare this name. Only what the interface itself declares can be selected, not what it imports.',
  ],
  [
    'M3403',
    'not an expression',
    'The name denotes a type, interface, exception or built-in operation where a value is wanted.',
  ],
  [
    'M3404',
    'no such field or method',
    'Neither the type nor, for objects, any supertype known in this unit declares this field or method. What an opaque type hides needs the interface that reveals it.',
  ],
  [
    'M3405',
    'nothing to select from this type',
    'T.name is legal if T is an enumeration (its elements) or an object type (its methods).',
  ],
  ['M3406', 'no such element', 'The enumeration has no element of this name.'],
  [
    'M3407',
    'method used as a value',
    'o.m can only be called. The procedure that implements the method for type T is T.m; it takes the object as first parameter.',
  ],
  ['M3408', 'no fields here', 'Only records, references to records, and objects have fields.'],
];

const EXPRESSIONS: readonly Row[] = [
  [
    'M3501',
    'bad literal',
    'The literal has no value: too large for its type, a wrong base or digit, or not exactly one character.',
  ],
  [
    'M3502',
    'not a constant',
    'A constant expression consists of literals, constants, top-level procedures and operations on them; variables, calls, NEW and dereferences are not constant.',
  ],
  [
    'M3510',
    'cannot dereference',
    'r^ wants r of a REF type that is known here. Objects are not dereferenced; opaque types only where their revelation is visible.',
  ],
  ['M3511', 'cannot subscript', 'a[i] wants an array or a reference to one.'],
  [
    'M3520',
    'not assignable',
    'A value is assignable to a type if its type is a subtype, an ordinal type with a common member, or an array or reference supertype that can be checked at run time. There are no other implicit conversions.',
  ],
  [
    'M3521',
    'local procedure as a value',
    'A procedure nested in another may outlive its variables, so it can be called and passed as a VALUE parameter of a procedure type but not assigned.',
  ],
  ['M3522', 'constant out of range', 'The constant is not a member of the type that it must have.'],
  [
    'M3530',
    'operands of wrong types',
    'The operator is not defined for operands of these types. INTEGER and LONGINT do not mix, nor do the floating-point types.',
  ],
  ['M3531', 'overflow in a constant expression', 'The exact value of the constant expression does not fit its type.'],
  ['M3532', 'division by zero in a constant expression', 'DIV and MOD by a constant zero have no value.'],
  [
    'M3540',
    'unsafe operation',
    'ADR, LOOPHOLE, arithmetic on addresses and disposal of untraced references are for UNSAFE units only.',
  ],
  ['M3550', 'constructor without a type', 'Before the braces of a constructor stands a set, array or record type.'],
  [
    'M3551',
    'range or ".." in the wrong constructor',
    'Ranges belong to sets; ".." at the end belongs to arrays of fixed length, where it repeats the last element.',
  ],
  ['M3552', 'named element', 'Only the fields of a record can be given by name.'],
  ['M3553', '".." in an open array', 'An open array has as many elements as are written; there is nothing to fill up.'],
  [
    'M3554',
    'wrong number of elements',
    'A constructor of a fixed array gives every element, or fewer followed by "..".',
  ],
  ['M3555', 'field given twice', 'Each field of a record constructor is given at most once.'],
  ['M3556', 'field without a value', 'Fields without a default must be given in a record constructor.'],
  ['M3557', 'too many fields', 'The record has fewer fields than the constructor gives.'],
];

const CALLS: readonly Row[] = [
  ['M3601', 'parameter not bound', 'Every parameter without a default must be given.'],
  ['M3602', 'too many arguments', 'There are more arguments than parameters.'],
  ['M3603', 'no such parameter', 'The keyword names no parameter of the procedure.'],
  ['M3604', 'bound twice', 'A parameter or field is given twice, by position and by name or by name alone.'],
  ['M3605', 'position after keyword', 'Arguments by position precede those with keywords.'],
  ['M3606', 'no result', 'A proper procedure, or an operation that is a statement, is used where a value is wanted.'],
  ['M3607', 'not a procedure', 'Only procedures, procedure values and methods can be called.'],
  ['M3608', 'unknown built-in operation', 'The operation is predeclared but not implemented.'],
  [
    'M3610',
    'argument not assignable',
    'The actual of a VALUE or READONLY parameter must be assignable to the type of the formal.',
  ],
  [
    'M3611',
    'VAR parameter wants a variable',
    'The actual of a VAR parameter is a designator: a variable, field, element or dereference.',
  ],
  [
    'M3612',
    'VAR parameter wants a writable variable',
    'READONLY parameters, FOR variables and WITH of values cannot be passed as VAR or changed by INC and DEC.',
  ],
  ['M3613', 'packed variable passed as VAR', 'A packed field or element has no address of its own.'],
  [
    'M3614',
    'VAR parameter of another type',
    'The actual of a VAR parameter has exactly the type of the formal; only array shapes may differ (open and fixed).',
  ],
  ['M3620', 'wrong number of arguments', 'The built-in operation takes another number of arguments.'],
  ['M3621', 'keyword in a built-in operation', 'Built-in operations take their arguments by position.'],
  ['M3622', 'a type is wanted', 'This argument of the built-in operation is a type.'],
  ['M3623', 'wrong argument of a built-in operation', 'The operation is not defined for an argument like this.'],
  ['M3624', 'no first or last element', 'An empty enumeration has neither FIRST nor LAST.'],
  ['M3625', 'never of that type', 'The two reference types have no value in common but NIL.'],
  [
    'M3630',
    'VIEW as an incomplete type',
    'Every bit pattern must be a value of the type: integers, ordinals and sets that fill their bits, and records and arrays of such. References, procedures and floating-point types never are.',
  ],
  [
    'M3631',
    'VIEW of a writable variable of incomplete type',
    'Writing through the view could leave in the variable what is no value of its type.',
  ],
  ['M3632', 'VIEW does not fit', 'The type is larger than the variable that is viewed.'],
  ['M3633', 'LOOPHOLE between different sizes', 'LOOPHOLE reinterprets bits, so both types have the same size.'],
  ['M3640', 'THIS_MODULE outside of a module', 'An interface has no module to name.'],
  [
    'M3641',
    'INTERFACE_UNIT of something else',
    'The argument is the name of an interface that the unit imports or exports.',
  ],
  ['M3650', 'NEW without a type', 'The first argument of NEW is a reference type.'],
  [
    'M3651',
    'NEW of a type that cannot be allocated',
    'NEW allocates REF types and object types; opaque ones where they are known to be such.',
  ],
  ['M3652', 'NEW of an empty type', 'The referent has no values, so there cannot be a variable of it.'],
  [
    'M3653',
    'wrong number of lengths',
    'NEW of a REF to an open array wants one length for each open dimension, and for other types none.',
  ],
  ['M3654', 'method bound to no top-level procedure', 'Methods are top-level procedures.'],
  [
    'M3655',
    'procedure does not satisfy the method',
    'The procedure takes the object first and otherwise has the signature of the method.',
  ],
  ['M3656', 'initial value by position', 'NEW takes initial values of fields by name.'],
];

const STATEMENTS: readonly Row[] = [
  ['M3701', 'assignment to a value', 'The left side of an assignment is a writable designator.'],
  [
    'M3702',
    'assignment to something read-only',
    'READONLY parameters, FOR variables, and WITH of values and read-only variables cannot be assigned.',
  ],
  ['M3703', 'expression as a statement', 'Only a call is a statement by itself; a call has parentheses.'],
  ['M3704', 'result not used', 'A call of a function procedure as a statement needs EVAL.'],
  ['M3705', 'message of ASSERT', 'What follows WITH in an ASSERT is a TEXT.'],
  ['M3706', 'condition is no BOOLEAN', 'IF, WHILE, REPEAT and ASSERT want a BOOLEAN.'],
  ['M3710', 'CASE on something else than an ordinal', 'CASE selects by an ordinal value.'],
  [
    'M3711',
    'label not of the type of the selector',
    'Every label is a member of the type of the expression that CASE selects by.',
  ],
  ['M3712', 'label twice', 'The labels of a CASE are disjoint.'],
  [
    'M3713',
    'TYPECASE on something without a type at run time',
    'TYPECASE selects by the allocated type of an object or traced reference.',
  ],
  ['M3714', 'TYPECASE label is no subtype', 'The types in a TYPECASE are subtypes of the type of its expression.'],
  ['M3720', 'EXIT outside of a loop', 'EXIT leaves the innermost LOOP, WHILE, REPEAT or FOR of the same procedure.'],
  ['M3721', 'FOR over something else than ordinals', 'The bounds of FOR are ordinals.'],
  ['M3722', 'FOR bounds of different types', 'Both bounds of FOR have the same base type.'],
  ['M3723', 'step of FOR', 'The step is a constant integer.'],
  ['M3731', 'exception handled twice', 'Each exception has at most one handler in a TRY.'],
  ['M3732', 'exception without argument', 'The handler binds the argument of an exception that has none.'],
  [
    'M3733',
    'arguments of different types',
    'One handler variable holds the argument of several exceptions only if their argument types are the same.',
  ],
  ['M3734', 'not an exception', 'RAISE and handlers name exceptions.'],
  ['M3735', 'exception takes no argument', 'The exception is declared without an argument.'],
  ['M3736', 'exception wants an argument', 'The exception is declared with an argument.'],
  ['M3740', 'RETURN outside of a procedure', 'RETURN leaves a procedure; the body of a module is none.'],
  ['M3741', 'RETURN with a value from a proper procedure', 'Only function procedures return values.'],
  ['M3742', 'RETURN without a value from a function procedure', 'A function procedure returns a value.'],
  ['M3750', 'LOCK of something else than a MUTEX', 'LOCK wants a MUTEX or a subtype.'],
];

const EFFECTS: readonly Row[] = [
  [
    'M3801',
    'call breaks EPHEMERAL or FUNCTIONAL',
    'An EPHEMERAL procedure calls only EPHEMERAL ones, a FUNCTIONAL one only FUNCTIONAL ones (which are EPHEMERAL, too).',
  ],
  [
    'M3802',
    'allocation breaks EPHEMERAL or FUNCTIONAL',
    'NEW and & allocate; a procedure that may be torn off or has no effects must not.',
  ],
  ['M3803', 'LOCK breaks EPHEMERAL or FUNCTIONAL', 'A procedure torn off inside LOCK would leave the mutex locked.'],
  ['M3804', 'structured exception argument', 'The argument of the exception would be copied to the heap.'],
  ['M3810', 'nested FUNCTIONAL procedure', 'A FUNCTIONAL procedure is a top-level one.'],
  [
    'M3811',
    'side effect of a FUNCTIONAL procedure',
    'A FUNCTIONAL procedure writes only its own locals and value parameters: no globals, no VAR parameters, nothing behind references, nor aliases of those.',
  ],
];

const WARNINGS: readonly Row[] = [
  ['W4101', 'constant out of range', 'The constant is never a member of the type; the check at run time will fail.'],
  ['W4102', 'division by zero', 'The divisor is the constant zero; the check at run time will fail.'],
  ['W4103', 'operation of Word faults', 'The constants given lie outside of the word.'],
  ['W4104', 'empty range of labels', 'The first label exceeds the second, so no value is in the range.'],
  ['W4105', 'CASE does not handle every value', 'A value that no label names faults at run time if there is no ELSE.'],
  ['W4106', 'TYPECASE arm is never reached', 'An arm above takes every value of this type.'],
  ['W4107', 'step zero', 'A FOR with step zero does not end by itself.'],
  [
    'W4108',
    'comparison of text references',
    'TEXT is a reference type, so = and # compare references; Text.Equal compares contents.',
  ],
  ['W4201', 'function without RETURN', 'Control can reach the end of a function procedure, which faults.'],
  ['W4202', 'unreachable', 'No path leads to this statement.'],
  [
    'W4301',
    'exception may be unhandled',
    'An exception that is not in the RAISES set may leave the procedure; that faults (NotInRaisesList). Handle it, add it to RAISES, or say <*FATAL E*>.',
  ],
  ['W4401', 'unused declaration', 'Nothing uses what is declared. <*UNUSED*> before it says that this is meant.'],
  ['W4402', 'unused import', 'Nothing uses what is imported.'],
  ['W4403', 'obsolete', 'The declaration is marked <*OBSOLETE*>.'],
];

export const EXPRESSION_CODES: ReadonlyMap<string, CodeExplanation> = new Map(
  [...NAMES, ...EXPRESSIONS, ...CALLS, ...STATEMENTS, ...EFFECTS, ...WARNINGS].map(([code, title, explanation]) => [
    code,
    { title, explanation },
  ]),
);
