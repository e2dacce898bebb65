/**
 * The diagnostics of expressions, statements, effects, and the warnings (`typed/`); those of declarations are in `codes.ts`. A code never
 * changes its meaning.
 */
import type { CodePage } from './codes.ts';

export const EXPRESSION_CODES: Readonly<Record<string, CodePage>> = {
  // ---------------------------------------------------------------- names
  M3401: {
    title: 'undeclared name',
    text: 'No declaration of this name is in scope: not in the blocks around, the unit, its imports, or the language itself. Each name is reported once in a unit, at its first use.',
  },
  M3402: {
    title: 'no such member of an interface',
    text: 'The interface does not declare this name. Only what the interface itself declares can be selected, not what it imports.',
  },
  M3403: {
    title: 'not an expression',
    text: 'The name denotes a type, interface, exception or built-in operation where a value is wanted.',
  },
  M3404: {
    title: 'no such field or method',
    text: 'Neither the type nor, for objects, any supertype known in this unit declares this field or method. What an opaque type hides needs the interface that reveals it.',
  },
  M3405: {
    title: 'nothing to select from this type',
    text: 'T.name is legal if T is an enumeration (its elements) or an object type (its methods).',
  },
  M3406: {
    title: 'no such element',
    text: 'The enumeration has no element of this name.',
  },
  M3407: {
    title: 'method used as a value',
    text: 'o.m can only be called. The procedure that implements the method for type T is T.m; it takes the object as first parameter.',
  },
  M3408: {
    title: 'no fields here',
    text: 'Only records, references to records, and objects have fields.',
  },
  // ---------------------------------------------------------------- expressions
  M3501: {
    title: 'bad literal',
    text: 'The literal has no value: too large for its type, a wrong base or digit, or not exactly one character.',
  },
  M3502: {
    title: 'not a constant',
    text: 'A constant expression consists of literals, constants, top-level procedures and operations on them; variables, calls, NEW and dereferences are not constant.',
  },
  M3510: {
    title: 'cannot dereference',
    text: 'r^ wants r of a REF type that is known here. Objects are not dereferenced; opaque types only where their revelation is visible.',
  },
  M3511: {
    title: 'cannot subscript',
    text: 'a[i] wants an array or a reference to one.',
  },
  M3520: {
    title: 'not assignable',
    text: 'A value is assignable to a type if its type is a subtype, an ordinal type with a common member, or an array or reference supertype that can be checked at run time. There are no other implicit conversions.',
  },
  M3521: {
    title: 'local procedure as a value',
    text: 'A procedure nested in another must not outlive the variables that it sees, so it can be called and passed as a VALUE parameter of a procedure type, but not bound to a READONLY parameter, a WITH or a PROCANY, nor stand in a constant.',
  },
  M3522: {
    title: 'constant out of range',
    text: 'The constant is not a member of the type that it must have.',
  },
  M3530: {
    title: 'operands of wrong types',
    text: 'The operator is not defined for operands of these types. INTEGER and LONGINT do not mix, nor do the floating-point types.',
  },
  M3531: {
    title: 'overflow in a constant expression',
    text: 'The exact value of the constant expression does not fit its type.',
  },
  M3532: {
    title: 'division by zero in a constant expression',
    text: 'DIV and MOD by a constant zero have no value.',
  },
  M3540: {
    title: 'unsafe operation',
    text: 'ADR, LOOPHOLE, arithmetic on addresses and disposal of untraced references are for UNSAFE units only.',
  },
  M3550: {
    title: 'constructor without a type',
    text: 'Before the braces of a constructor stands a set, array or record type.',
  },
  M3551: {
    title: 'range or ".." in the wrong constructor',
    text: 'Ranges belong to sets; ".." at the end belongs to arrays of fixed length, where it repeats the last element.',
  },
  M3552: {
    title: 'named element',
    text: 'Only the fields of a record can be given by name.',
  },
  M3554: {
    title: 'wrong number of elements',
    text: 'A constructor of a fixed array gives every element, or fewer followed by "..".',
  },
  M3555: {
    title: 'field given twice',
    text: 'Each field of a record constructor is given at most once.',
  },
  M3556: {
    title: 'field without a value',
    text: 'Fields without a default must be given in a record constructor.',
  },
  M3557: {
    title: 'too many fields',
    text: 'The record has fewer fields than the constructor gives.',
  },
  // ---------------------------------------------------------------- calls and built-in operations
  M3601: {
    title: 'parameter not bound',
    text: 'Every parameter without a default must be given.',
  },
  M3602: {
    title: 'too many arguments',
    text: 'There are more arguments than parameters.',
  },
  M3603: {
    title: 'no such parameter',
    text: 'The keyword names no parameter of the procedure.',
  },
  M3604: {
    title: 'bound twice',
    text: 'A parameter or field is given twice, by position and by name or by name alone.',
  },
  M3605: {
    title: 'position after keyword',
    text: 'Arguments by position precede those with keywords.',
  },
  M3606: {
    title: 'no result',
    text: 'A proper procedure, or an operation that is a statement, is used where a value is wanted.',
  },
  M3607: {
    title: 'not a procedure',
    text: 'Only procedures, procedure values and methods can be called.',
  },
  M3608: {
    title: 'unknown built-in operation',
    text: 'The operation is predeclared but not implemented.',
  },
  M3610: {
    title: 'argument not assignable',
    text: 'The actual of a VALUE or READONLY parameter must be assignable to the type of the formal.',
  },
  M3611: {
    title: 'VAR parameter wants a variable',
    text: 'The actual of a VAR parameter is a designator: a variable, field, element or dereference.',
  },
  M3612: {
    title: 'VAR parameter wants a writable variable',
    text: 'READONLY parameters, FOR variables and WITH of values cannot be passed as VAR or changed by INC and DEC.',
  },
  M3613: {
    title: 'packed variable passed as VAR',
    text: 'A packed field or element has no address of its own.',
  },
  M3614: {
    title: 'VAR parameter of another type',
    text: 'The actual of a VAR parameter has exactly the type of the formal; only array shapes may differ (open and fixed).',
  },
  M3620: {
    title: 'wrong number of arguments',
    text: 'The built-in operation takes another number of arguments.',
  },
  M3621: {
    title: 'keyword in a built-in operation',
    text: 'Built-in operations take their arguments by position.',
  },
  M3622: {
    title: 'a type is wanted',
    text: 'This argument of the built-in operation is a type.',
  },
  M3623: {
    title: 'wrong argument of a built-in operation',
    text: 'The operation is not defined for an argument like this.',
  },
  M3624: {
    title: 'no first or last element',
    text: 'An empty enumeration has neither FIRST nor LAST.',
  },
  M3625: {
    title: 'never of that type',
    text: 'The two reference types have no value in common but NIL.',
  },
  M3630: {
    title: 'VIEW as an incomplete type',
    text: 'Every bit pattern must be a value of the type: integers, ordinals and sets that fill their bits, and records and arrays of such. References, procedures and floating-point types never are.',
  },
  M3631: {
    title: 'VIEW of a writable variable of incomplete type',
    text: 'Writing through the view could leave in the variable what is no value of its type.',
  },
  M3632: {
    title: 'VIEW does not fit',
    text: 'The type is larger than the variable that is viewed.',
  },
  M3633: {
    title: 'LOOPHOLE between different sizes',
    text: 'LOOPHOLE reinterprets bits, so both types have the same size.',
  },
  M3640: {
    title: 'THIS_MODULE outside of a module',
    text: 'An interface has no module to name.',
  },
  M3641: {
    title: 'INTERFACE_UNIT of something else',
    text: 'The argument is the name of an interface that the unit imports or exports.',
  },
  M3650: {
    title: 'NEW without a type',
    text: 'The first argument of NEW is a reference type.',
  },
  M3651: {
    title: 'NEW of a type that cannot be allocated',
    text: 'NEW allocates REF types and object types; opaque ones where they are known to be such.',
  },
  M3653: {
    title: 'wrong number of lengths',
    text: 'NEW of a REF to an open array wants one length for each open dimension, and for other types none.',
  },
  M3654: {
    title: 'method bound to no top-level procedure',
    text: 'Methods are top-level procedures.',
  },
  M3655: {
    title: 'procedure does not satisfy the method',
    text: 'The procedure takes the object first and otherwise has the signature of the method.',
  },
  M3656: {
    title: 'initial value by position',
    text: 'NEW takes initial values of fields by name.',
  },
  // ---------------------------------------------------------------- statements
  M3701: {
    title: 'assignment to a value',
    text: 'The left side of an assignment is a writable designator.',
  },
  M3702: {
    title: 'assignment to something read-only',
    text: 'READONLY parameters, FOR variables, and WITH of values and read-only variables cannot be assigned.',
  },
  M3703: {
    title: 'expression as a statement',
    text: 'Only a call is a statement by itself; a call has parentheses.',
  },
  M3704: {
    title: 'result not used',
    text: 'A call of a function procedure as a statement needs EVAL.',
  },
  M3705: {
    title: 'message of ASSERT',
    text: 'What follows WITH in an ASSERT is a TEXT.',
  },
  M3706: {
    title: 'condition is no BOOLEAN',
    text: 'IF, WHILE, REPEAT and ASSERT want a BOOLEAN.',
  },
  M3710: {
    title: 'CASE on something else than an ordinal',
    text: 'CASE selects by an ordinal value.',
  },
  M3711: {
    title: 'label not of the type of the selector',
    text: 'Every label is a member of the type of the expression that CASE selects by.',
  },
  M3712: {
    title: 'label twice',
    text: 'The labels of a CASE are disjoint.',
  },
  M3713: {
    title: 'TYPECASE on something without a type at run time',
    text: 'TYPECASE selects by the allocated type of an object or traced reference.',
  },
  M3714: {
    title: 'TYPECASE label is no subtype',
    text: 'The types in a TYPECASE are subtypes of the type of its expression.',
  },
  M3720: {
    title: 'EXIT outside of a loop',
    text: 'EXIT leaves the innermost LOOP, WHILE, REPEAT or FOR of the same procedure.',
  },
  M3721: {
    title: 'FOR over something else than ordinals',
    text: 'The bounds of FOR are ordinals.',
  },
  M3722: {
    title: 'FOR bounds of different types',
    text: 'Both bounds of FOR have the same base type.',
  },
  M3723: {
    title: 'step of FOR',
    text: 'The step is an integer expression. It is evaluated once, before the loop.',
  },
  M3731: {
    title: 'exception handled twice',
    text: 'Each exception has at most one handler in a TRY.',
  },
  M3732: {
    title: 'exception without argument',
    text: 'The handler binds the argument of an exception that has none.',
  },
  M3733: {
    title: 'arguments of different types',
    text: 'One handler variable holds the argument of several exceptions only if their argument types are the same.',
  },
  M3734: {
    title: 'not an exception',
    text: 'RAISE and handlers name exceptions.',
  },
  M3735: {
    title: 'exception takes no argument',
    text: 'The exception is declared without an argument.',
  },
  M3736: {
    title: 'exception wants an argument',
    text: 'The exception is declared with an argument.',
  },
  M3740: {
    title: 'RETURN outside of a procedure',
    text: 'RETURN leaves a procedure; the body of a module is none.',
  },
  M3741: {
    title: 'RETURN with a value from a proper procedure',
    text: 'Only function procedures return values.',
  },
  M3742: {
    title: 'RETURN without a value from a function procedure',
    text: 'A function procedure returns a value.',
  },
  M3750: {
    title: 'LOCK of something else than a MUTEX',
    text: 'LOCK wants a MUTEX or a subtype.',
  },
  // ---------------------------------------------------------------- effects
  M3801: {
    title: 'call breaks EPHEMERAL or FUNCTIONAL',
    text: 'An EPHEMERAL procedure calls only EPHEMERAL ones, a FUNCTIONAL one only FUNCTIONAL ones (which are EPHEMERAL, too).',
  },
  M3802: {
    title: 'allocation breaks EPHEMERAL or FUNCTIONAL',
    text: 'NEW and & allocate and DISPOSE frees; a procedure that may be torn off or has no effects must do neither.',
  },
  M3803: {
    title: 'LOCK breaks EPHEMERAL or FUNCTIONAL',
    text: 'A procedure torn off inside LOCK would leave the mutex locked.',
  },
  M3804: {
    title: 'structured exception argument',
    text: 'The argument of the exception would be copied to the heap.',
  },
  M3810: {
    title: 'nested FUNCTIONAL procedure',
    text: 'A FUNCTIONAL procedure is a top-level one.',
  },
  M3811: {
    title: 'side effect of a FUNCTIONAL procedure',
    text: 'A FUNCTIONAL procedure writes only its own locals and value parameters: no globals, no VAR parameters, nothing behind references, nor aliases of those.',
  },
  // ---------------------------------------------------------------- warnings
  W4101: {
    title: 'constant out of range',
    text: 'The constant is never a member of the type; the check at run time will fail.',
  },
  W4102: {
    title: 'division by zero',
    text: 'The divisor is the constant zero; the check at run time will fail.',
  },
  W4103: {
    title: 'operation of Word faults',
    text: 'The constants given lie outside of the word.',
  },
  W4104: {
    title: 'empty range of labels',
    text: 'The first label exceeds the second, so no value is in the range.',
  },
  W4105: {
    title: 'CASE does not handle every value',
    text: 'A value that no label names faults at run time if there is no ELSE.',
  },
  W4106: {
    title: 'TYPECASE arm is never reached',
    text: 'An arm above takes every value of this type.',
  },
  W4107: {
    title: 'step zero',
    text: 'A FOR with step zero does not end by itself.',
  },
  W4108: {
    title: 'comparison of text references',
    text: 'TEXT is a reference type, so = and # compare references; Text.Equal compares contents.',
  },
  W4109: {
    title: 'overflow of constants',
    text: 'The exact value does not fit its type. Arithmetic on integers wraps around at run time; a conversion from floating point faults.',
  },
  W4110: {
    title: 'local procedure assigned',
    text: 'A procedure nested in another may outlive its variables, so assigning it to a variable, field, element or result faults at run time (definition 2.3.1). Pass it as a VALUE parameter, or declare it at the top level.',
  },
  W4111: {
    title: '".." in an open array',
    text: 'An open array has as many elements as are written; there is nothing to fill up.',
  },
  W4112: {
    title: 'BITS n FOR a record or array',
    text: 'Ordinals and sets of up to 64 elements are packed bit by bit. Records, arrays and larger sets take the whole bytes that they take anywhere; pack their parts.',
  },
  W4201: {
    title: 'function without RETURN',
    text: 'Control can reach the end of a function procedure, which faults.',
  },
  W4202: {
    title: 'unreachable',
    text: 'No path leads to this statement.',
  },
  W4203: {
    title: 'comparison that is always true, or always false',
    text: 'Every value of the type compares with the constant in the same way. Something else was meant, or the test can go. Assertions and generic units may say such things.',
  },
  W4204: {
    title: 'variable without a value',
    text: 'A number or other ordinal is read, and nothing can have assigned it before. It has some value of its type (2.4.3), here zero or the first one, but programs that rely on that say so with an initial value.',
  },
  W4205: {
    title: 'EXIT or RETURN caught by ELSE',
    text: 'EXIT and RETURN are exceptions (definition 2.3.10, 2.3.11), and the ELSE of a TRY EXCEPT catches every exception. Put them behind the TRY, or name the exceptions to be handled.',
  },
  W4301: {
    title: 'exception may be unhandled',
    text: 'An exception that is not in the RAISES set may leave the procedure; that faults (NotInRaisesList). Handle it, add it to RAISES, or say <*FATAL E*>.',
  },
  W4401: {
    title: 'unused declaration',
    text: 'Nothing uses what is declared. <*UNUSED*> before it says that this is meant.',
  },
  W4402: {
    title: 'unused import',
    text: 'Nothing uses what is imported.',
  },
  W4403: {
    title: 'obsolete',
    text: 'The declaration is marked <*OBSOLETE*>.',
  },
  W4501: {
    title: 'unknown pragma',
    text: 'Pragmas that the compiler does not know are skipped. <*PRAGMA NAME*> declares one that is meant for another tool.',
  },
};
