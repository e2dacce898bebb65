/**
 * The diagnostics of units, declarations, types, revelations and exports: code, title, and what there is to know in a sentence or two.
 * Those of expressions and statements are in `codes-expressions.ts`. A code never changes its meaning.
 */
export interface CodePage {
  readonly title: string;
  readonly text: string;
}

export const DECLARATION_CODES: Readonly<Record<string, CodePage>> = {
  // ---------------------------------------------------------------- units and imports
  M3001: {
    title: 'interface not found',
    text: 'An imported or exported interface is neither among the files given nor on an interface path or library path.',
  },
  M3002: {
    title: 'circular imports',
    text: 'Interfaces may not import each other in a circle, directly or through others. Move what both need into a third interface.',
  },
  M3003: {
    title: 'wrong name at END',
    text: 'The name after the END of a unit or procedure must repeat the name that it starts with.',
  },
  M3004: {
    title: 'two units of one name',
    text: 'A program has one interface, one module and one generic unit of each sort of a name; so has each folder that units are searched in, or nobody could tell which one is meant.',
  },
  M3005: {
    title: 'name not in the interface',
    text: 'FROM I IMPORT N wants a name that I itself declares. What I imports is not passed on.',
  },
  M3006: {
    title: 'name introduced twice by imports',
    text: 'A name can be imported once, and what is imported cannot be declared again in the same unit. IMPORT I AS J gives an interface another name.',
  },
  M3012: {
    title: 'unsafe interface in a safe unit',
    text: 'Only UNSAFE units may import or export UNSAFE interfaces. A safe interface may well be exported by an UNSAFE module.',
  },
  M3013: {
    title: 'exported interfaces declare the same name',
    text: 'The interfaces that a module exports share its scope, so their names must differ; only procedures that the module implements for all of them may coincide.',
  },
  M3016: {
    title: 'generic unit not found',
    text: 'The generic interface or module that an instance names is neither among the files given nor on a library path.',
  },
  M3017: {
    title: 'wrong number of generic actuals',
    text: 'An instance gives one interface for every formal name of the generic unit.',
  },
  M3019: {
    title: 'exported interface of another domain',
    text: 'A module exports interfaces of its own extension. What another domain implements can be imported, and its events handled.',
  },
  M3099: {
    title: 'nested too deeply',
    text: 'Types or constants of the unit refer to each other in a chain too long to be followed.',
  },
  // ---------------------------------------------------------------- declarations and types
  M3101: {
    title: 'declared twice',
    text: 'The names declared in one scope must differ, in whatever order they are declared.',
  },
  M3102: {
    title: 'illegal recursion',
    text: 'A declaration may mention itself only through REF, an object type or a procedure type; a constant or an initial value without type never.',
  },
  M3103: {
    title: 'name not declared',
    text: 'No scope around this place declares the name, and it is neither imported nor predeclared.',
  },
  M3104: { title: 'not a type', text: 'A type is wanted here; the name means something else.' },
  M3105: {
    title: 'open array not allowed',
    text: 'An open array type can be the type of a formal parameter, what a REF refers to, the element type of an open array, or the type of a constructor.',
  },
  M3106: { title: 'wrong subrange bounds', text: 'The bounds of a subrange are constants of one ordinal type.' },
  M3108: {
    title: 'index type not ordinal',
    text: 'Arrays are indexed by the values of an ordinal type: an integer subrange, an enumeration, CHAR, BOOLEAN.',
  },
  M3109: { title: 'element type of a set not ordinal', text: 'Sets hold values of an ordinal type.' },
  M3110: {
    title: 'wrong number of bits',
    text: 'BITS n FOR T wants a CARDINAL constant n with room for every value of T; types that are not ordinal take exactly their own size.',
  },
  M3111: {
    title: 'supertype is not an object type',
    text: 'An object type is a subtype of ROOT, UNTRACED ROOT, MUTEX, another object type, or an opaque type known here to be one.',
  },
  M3112: {
    title: 'two members of one name',
    text: 'The fields and methods that one type introduces have different names, also from those that it overrides; those of its supertypes may be hidden.',
  },
  M3113: {
    title: 'no such method to override',
    text: 'OVERRIDES names methods of the supertype. A method of the type itself gets its procedure where it is declared.',
  },
  M3114: {
    title: 'procedure does not fit the method',
    text: 'A method is implemented by a top-level procedure that takes the object first, by value, with a type that accepts it, and whose other parameters, result, RAISES and flags are covered by the signature of the method.',
  },
  M3115: { title: 'brand is not a text constant', text: 'What follows BRANDED is a constant expression of type TEXT.' },
  M3116: { title: 'brand used twice', text: 'Brands keep types apart, so every brand of a program is different.' },
  M3117: {
    title: 'opaque type is not a reference',
    text: 'TYPE T <: U wants a reference type U: REFANY, ADDRESS, ROOT, an object type, another opaque type.',
  },
  M3118: { title: 'no type', text: 'A variable or field needs a type or a value from which its type follows.' },
  M3119: {
    title: 'type without values',
    text: 'A variable, parameter, field, element or result cannot have a type that has no values, such as [1..0], and no reference refers to one.',
  },
  M3120: { title: 'nested exception', text: 'Exceptions are declared at the top level of an interface or module.' },
  M3121: { title: 'nested revelation', text: 'Revelations stand at the top level of an interface or module.' },
  M3123: {
    title: 'body where none may be, or none where one must be',
    text: 'In interfaces procedures are headings without body; in modules and blocks they have a body.',
  },
  M3124: { title: 'not an exception', text: 'RAISES lists exceptions; the name means something else.' },
  M3125: {
    title: 'default of a VAR parameter',
    text: 'A VAR parameter is a variable of the caller, so there can be no default for it.',
  },
  M3126: {
    title: 'parameter without type',
    text: 'A parameter needs a type or a default value from which its type follows.',
  },
  M3129: { title: 'enumeration element twice', text: 'The names of an enumeration differ from each other.' },
  M3130: {
    title: 'untraced reference to traced references',
    text: 'In a safe unit, what an UNTRACED REF refers to, and what an object below UNTRACED ROOT has as fields, holds no traced references: the collector would not see them.',
  },
  M3131: { title: 'wrong alignment', text: 'ALIGNED n FOR T wants 8, 16, 32 or 64 bits.' },
  M3134: {
    title: 'set too large',
    text: 'A set takes one bit for every value of its element type, used or not; take a subrange.',
  },
  M3135: { title: 'type too large', text: 'No variable of this type could fit into memory.' },
  M3136: { title: 'nested opaque type', text: 'Opaque types are declared at the top level of an interface or module.' },
  M3137: {
    title: 'reserved name',
    text: 'INTEGER, TRUE, ORD, TEXT and the other predeclared names are reserved (2.8.2), so that they mean the same in every program. Names that differ from them in case are free.',
  },
  // ---------------------------------------------------------------- revelations
  M3201: {
    title: 'not an opaque type',
    text: 'REVEAL names a type that was declared with <:, here or in an imported interface.',
  },
  M3202: {
    title: 'revealed twice',
    text: 'A program has exactly one full revelation (REVEAL T = ...) of each opaque type.',
  },
  M3203: {
    title: 'revelation is not branded',
    text: 'The type in a full revelation is written out there, as BRANDED REF or BRANDED OBJECT, so that no other type can equal it.',
  },
  M3204: {
    title: 'revelation contradicts what is known',
    text: 'The type in a full revelation is a subtype of the declared bound and of everything revealed as a supertype.',
  },
  M3205: {
    title: 'revealed supertypes are not ordered',
    text: 'Of two types known to be supertypes of an opaque type, one is a subtype of the other.',
  },
  M3206: {
    title: 'never revealed',
    text: 'A program has exactly one full revelation of each opaque type that its interfaces declare.',
  },
  // ---------------------------------------------------------------- exports
  M3301: {
    title: 'body does not match its heading',
    text: 'The body of a procedure has the parameter modes and types and the result of its heading in the exported interface. Names and defaults may differ.',
  },
  M3302: {
    title: 'procedure without body',
    text: 'Every procedure that an interface of the program declares is implemented by one module that exports the interface.',
  },
  M3303: { title: 'two bodies', text: 'A procedure of an interface is implemented by one module only.' },
  M3304: {
    title: 'declared by the exported interface already',
    text: 'The declarations of an exported interface hold in the module; only procedures are declared again, to give them bodies.',
  },
  M3305: {
    title: 'body lacks a flag of its heading',
    text: 'A heading that is EPHEMERAL or FUNCTIONAL needs a body that is. A plain heading may have a flagged body.',
  },
  M3306: {
    title: 'body raises more than its heading',
    text: 'The RAISES set of a body is contained in that of its heading.',
  },
  M3307: {
    title: 'body of an EXTERNAL procedure',
    text: 'The kernel implements EXTERNAL procedures, so no module can.',
  },
};
