/** Examples for the pages about units, imports and revelations. */
import type { Example } from './example.ts';

export const UNIT_EXAMPLES: Readonly<Record<string, Example>> = {
  M3001: {
    wrong: `
MODULE Main;
IMPORT Txt;
BEGIN
  EVAL Txt.Length("a");
END Main.`,
    right: `
MODULE Main;
IMPORT Text;
BEGIN
  EVAL Text.Length("a");
END Main.`,
  },
  M3002: {
    wrong: `
INTERFACE Shop;
IMPORT Customer;
TYPE T = REF RECORD visitor: Customer.T END;
END Shop.

INTERFACE Customer;
IMPORT Shop;
TYPE T = REF RECORD favourite: Shop.T END;
END Customer.`,
    right: `
INTERFACE Trade;
TYPE
  Shop = REF RECORD visitor: Customer END;
  Customer = REF RECORD favourite: Shop END;
END Trade.`,
  },
  M3003: {
    wrong: `
PROCEDURE Add(a, b: INTEGER): INTEGER =
  BEGIN
    RETURN a + b;
  END Sum;`,
    right: `
PROCEDURE Add(a, b: INTEGER): INTEGER =
  BEGIN
    RETURN a + b;
  END Add;`,
  },
  M3004: {
    wrong: `
INTERFACE Limits;
CONST Lines = 100;
END Limits.

INTERFACE Limits;
CONST Columns = 80;
END Limits.`,
    right: `
INTERFACE Limits;
CONST Lines = 100; Columns = 80;
END Limits.`,
  },
  M3005: {
    wrong: `
MODULE Main;
FROM Text IMPORT Size;
BEGIN
  EVAL Size("a");
END Main.`,
    right: `
MODULE Main;
FROM Text IMPORT Length;
BEGIN
  EVAL Length("a");
END Main.`,
  },
  M3006: {
    wrong: `
MODULE Main;
IMPORT Text;
VAR Text := "a";
BEGIN
END Main.`,
    right: `
MODULE Main;
IMPORT Text AS Txt;
VAR Text := "a";
BEGIN
  EVAL Txt.Length(Text);
END Main.`,
  },
  M3012: {
    wrong: `
UNSAFE INTERFACE Raw;
TYPE Pointer = UNTRACED REF INTEGER;
END Raw.

MODULE Main;
IMPORT Raw;
VAR p: Raw.Pointer := NIL;
BEGIN
  EVAL p;
END Main.`,
    right: `
INTERFACE Raw;
TYPE Pointer = UNTRACED REF INTEGER;
END Raw.

MODULE Main;
IMPORT Raw;
VAR p: Raw.Pointer := NIL;
BEGIN
  EVAL p;
END Main.`,
  },
  M3013: {
    wrong: `
INTERFACE Small;
CONST Limit = 10;
END Small.

INTERFACE Large;
CONST Limit = 1000;
END Large.

MODULE Both EXPORTS Small, Large;
BEGIN
END Both.`,
    right: `
INTERFACE Small;
CONST Limit = 10;
END Small.

INTERFACE Large;
CONST LargeLimit = 1000;
END Large.

MODULE Both EXPORTS Small, Large;
BEGIN
END Both.`,
  },
  M3016: {
    wrong: `
GENERIC INTERFACE Pair(Elem);
TYPE T = RECORD a, b: Elem.T END;
END Pair.

INTERFACE IntPair = Pare(Integer) END IntPair.`,
    right: `
GENERIC INTERFACE Pair(Elem);
TYPE T = RECORD a, b: Elem.T END;
END Pair.

INTERFACE IntPair = Pair(Integer) END IntPair.`,
  },
  M3017: {
    wrong: `
GENERIC INTERFACE Pair(Elem);
TYPE T = RECORD a, b: Elem.T END;
END Pair.

INTERFACE IntPair = Pair(Integer, Integer) END IntPair.`,
    right: `
GENERIC INTERFACE Pair(Elem);
TYPE T = RECORD a, b: Elem.T END;
END Pair.

INTERFACE IntPair = Pair(Integer) END IntPair.`,
  },
  M3019: {
    wrong: `
MODULE Mine EXPORTS Text;
BEGIN
END Mine.`,
    right: `
INTERFACE Texts;
PROCEDURE IsEmpty(t: TEXT): BOOLEAN;
END Texts.

MODULE Texts;
IMPORT Text;
PROCEDURE IsEmpty(t: TEXT): BOOLEAN =
  BEGIN
    RETURN Text.Length(t) = 0;
  END IsEmpty;
BEGIN
END Texts.`,
  },
  M3201: {
    wrong: `
INTERFACE Stack;
TYPE T = REFANY;
END Stack.

MODULE Stack;
REVEAL T = BRANDED REF INTEGER;
BEGIN
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
  M3202: {
    wrong: `
INTERFACE Stack;
TYPE T <: REFANY;
END Stack.

MODULE Stack;
REVEAL T = BRANDED REF INTEGER;
REVEAL T = BRANDED REF CHAR;
BEGIN
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
  M3203: {
    wrong: `
INTERFACE Stack;
TYPE T <: REFANY;
END Stack.

MODULE Stack;
REVEAL T = REF INTEGER;
BEGIN
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
  M3204: {
    wrong: `
INTERFACE Stack;
TYPE T <: ROOT;
END Stack.

MODULE Stack;
REVEAL T = BRANDED REF INTEGER;
BEGIN
END Stack.`,
    right: `
INTERFACE Stack;
TYPE T <: ROOT;
END Stack.

MODULE Stack;
REVEAL T = BRANDED OBJECT top: INTEGER END;
BEGIN
END Stack.`,
  },
  M3205: {
    wrong: `
INTERFACE Stack;
TYPE T <: ROOT; A = OBJECT a: INTEGER END; B = OBJECT b: INTEGER END;
REVEAL T <: A;
REVEAL T <: B;
END Stack.`,
    right: `
INTERFACE Stack;
TYPE T <: ROOT; A = OBJECT a: INTEGER END; B = A OBJECT b: INTEGER END;
REVEAL T <: A;
REVEAL T <: B;
END Stack.

MODULE Stack;
REVEAL T = B BRANDED OBJECT END;
BEGIN
END Stack.`,
  },
  M3206: {
    wrong: `
INTERFACE Stack;
TYPE T <: REFANY;
END Stack.

MODULE Stack;
BEGIN
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
};
