/** Examples for the pages about declarations and types. */
import type { Example } from './example.ts';

export const TYPE_EXAMPLES: Readonly<Record<string, Example>> = {
  M3101: {
    wrong: `
VAR count: INTEGER;
CONST count = 3;`,
    right: `
VAR count: INTEGER;
CONST Count = 3;`,
  },
  M3102: {
    wrong: `
TYPE List = RECORD head: INTEGER; tail: List END;`,
    right: `
TYPE List = REF RECORD head: INTEGER; tail: List END;`,
  },
  M3103: {
    wrong: `
VAR name: String;`,
    right: `
VAR name: TEXT;`,
  },
  M3104: {
    wrong: `
CONST Size = 10;
VAR n: Size;`,
    right: `
CONST Size = 10;
VAR n: [0 .. Size];`,
  },
  M3105: {
    wrong: `
VAR line: ARRAY OF CHAR;`,
    right: `
VAR line := NEW(REF ARRAY OF CHAR, 80);`,
  },
  M3106: {
    wrong: `
TYPE T = [0 .. 'z'];`,
    right: `
TYPE T = ['a' .. 'z'];`,
  },
  M3108: {
    wrong: `
TYPE Table = ARRAY REAL OF INTEGER;`,
    right: `
TYPE Table = ARRAY [1 .. 100] OF INTEGER;`,
  },
  M3109: {
    wrong: `
TYPE Names = SET OF TEXT;`,
    right: `
TYPE Letters = SET OF CHAR;`,
  },
  M3110: {
    wrong: `
TYPE Pixel = RECORD red: BITS 4 FOR [0 .. 255] END;`,
    right: `
TYPE Pixel = RECORD red: BITS 8 FOR [0 .. 255] END;`,
  },
  M3111: {
    wrong: `
TYPE
  Point = RECORD x, y: INTEGER END;
  Dot = Point OBJECT colour: INTEGER END;`,
    right: `
TYPE
  Point = OBJECT x, y: INTEGER END;
  Dot = Point OBJECT colour: INTEGER END;`,
  },
  M3112: {
    wrong: `
TYPE Point = RECORD x, y: INTEGER; x: REAL END;`,
    right: `
TYPE Point = RECORD x, y: INTEGER; z: REAL END;`,
  },
  M3113: {
    wrong: `
TYPE
  Shape = OBJECT METHODS area(): REAL END;
  Dot = Shape OBJECT OVERRIDES size := Nothing END;
PROCEDURE Nothing(self: Dot): REAL =
  BEGIN
    EVAL self;
    RETURN 0.0;
  END Nothing;`,
    right: `
TYPE
  Shape = OBJECT METHODS area(): REAL END;
  Dot = Shape OBJECT OVERRIDES area := Nothing END;
PROCEDURE Nothing(self: Dot): REAL =
  BEGIN
    EVAL self;
    RETURN 0.0;
  END Nothing;`,
  },
  M3114: {
    wrong: `
TYPE
  Shape = OBJECT METHODS area(): REAL END;
  Dot = Shape OBJECT OVERRIDES area := Nothing END;
PROCEDURE Nothing(): REAL =
  BEGIN
    RETURN 0.0;
  END Nothing;`,
    right: `
TYPE
  Shape = OBJECT METHODS area(): REAL END;
  Dot = Shape OBJECT OVERRIDES area := Nothing END;
PROCEDURE Nothing(self: Dot): REAL =
  BEGIN
    EVAL self;
    RETURN 0.0;
  END Nothing;`,
  },
  M3115: {
    wrong: `
CONST Number = 1;
TYPE Key = BRANDED Number REF INTEGER;`,
    right: `
CONST Name = "Main.Key";
TYPE Key = BRANDED Name REF INTEGER;`,
  },
  M3116: {
    wrong: `
TYPE
  Key = BRANDED "ours" REF INTEGER;
  Lock = BRANDED "ours" REF CHAR;`,
    right: `
TYPE
  Key = BRANDED "our keys" REF INTEGER;
  Lock = BRANDED "our locks" REF CHAR;`,
  },
  M3117: {
    wrong: `
INTERFACE Counter;
TYPE T <: INTEGER;
END Counter.

MODULE Counter;
BEGIN
END Counter.`,
    right: `
INTERFACE Counter;
TYPE T <: REFANY;
END Counter.

MODULE Counter;
REVEAL T = BRANDED REF INTEGER;
BEGIN
END Counter.`,
  },
  M3118: {
    wrong: `
VAR count, size;`,
    right: `
VAR count, size := 0;`,
  },
  M3119: {
    wrong: `
VAR none: [1 .. 0];`,
    right: `
VAR one: [1 .. 1];`,
  },
  M3120: {
    wrong: `
PROCEDURE P() =
  EXCEPTION Missing;
  BEGIN
  END P;`,
    right: `
EXCEPTION Missing;
PROCEDURE P() RAISES {Missing} =
  BEGIN
    RAISE Missing;
  END P;`,
  },
  M3121: {
    wrong: `
INTERFACE Stack;
TYPE T <: REFANY;
END Stack.

MODULE Stack;
PROCEDURE P() =
  REVEAL T = BRANDED REF INTEGER;
  BEGIN
  END P;
BEGIN
  P();
END Stack.`,
    right: `
INTERFACE Stack;
TYPE T <: REFANY;
END Stack.

MODULE Stack;
REVEAL T = BRANDED REF INTEGER;
BEGIN
END Stack.`,
  },
  M3123: {
    wrong: `
PROCEDURE Twice(n: INTEGER): INTEGER;`,
    right: `
PROCEDURE Twice(n: INTEGER): INTEGER =
  BEGIN
    RETURN 2 * n;
  END Twice;`,
  },
  M3124: {
    wrong: `
TYPE Missing = TEXT;
PROCEDURE P() RAISES {Missing} =
  BEGIN
  END P;`,
    right: `
EXCEPTION Missing(TEXT);
PROCEDURE P() RAISES {Missing} =
  BEGIN
    RAISE Missing("all");
  END P;`,
  },
  M3125: {
    wrong: `
PROCEDURE P(VAR n: INTEGER := 1) =
  BEGIN
    INC(n);
  END P;`,
    right: `
PROCEDURE P(n: INTEGER := 1): INTEGER =
  BEGIN
    RETURN n + 1;
  END P;`,
  },
  M3126: {
    wrong: `
PROCEDURE P(a, b) =
  BEGIN
    EVAL a + b;
  END P;`,
    right: `
PROCEDURE P(a, b: INTEGER) =
  BEGIN
    EVAL a + b;
  END P;`,
  },
  M3129: {
    wrong: `
TYPE Colour = {Red, Green, Red};`,
    right: `
TYPE Colour = {Red, Green, Blue};`,
  },
  M3130: {
    wrong: `
TYPE Node = UNTRACED REF RECORD name: TEXT END;`,
    right: `
TYPE Node = REF RECORD name: TEXT END;`,
  },
  M3131: {
    wrong: `
TYPE Word = ALIGNED 12 FOR INTEGER;`,
    right: `
TYPE Word = ALIGNED 64 FOR INTEGER;`,
  },
  M3134: {
    wrong: `
TYPE Numbers = SET OF INTEGER;`,
    right: `
TYPE Numbers = SET OF [0 .. 999];`,
  },
  M3135: {
    wrong: `
TYPE Table = ARRAY INTEGER OF CHAR;`,
    right: `
TYPE Table = ARRAY [0 .. 999] OF CHAR;`,
  },
  M3136: {
    wrong: `
PROCEDURE P() =
  TYPE T <: REFANY;
  BEGIN
  END P;`,
    right: `
INTERFACE Stack;
TYPE T <: REFANY;
END Stack.

MODULE Stack;
REVEAL T = BRANDED REF INTEGER;
BEGIN
END Stack.`,
  },
  M3137: {
    wrong: `
VAR NUMBER := 3;`,
    right: `
VAR number := 3;`,
  },
};
