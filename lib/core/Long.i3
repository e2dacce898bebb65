INTERFACE Long;

(* A "T" seen as a row of "Size" bits, bit 0 the lowest, or as the unsigned number that they are in base 2. *)

TYPE T = LONGINT;

CONST Size: INTEGER = BITSIZE(T);

<*EXTERNAL*> FUNCTIONAL PROCEDURE Plus(x, y: T): T;              (* x + y modulo 2^Size *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE Times(x, y: T): T;             (* x * y modulo 2^Size *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE Minus(x, y: T): T;             (* x - y modulo 2^Size *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE Divide(x, y: T): T;            (* the unsigned quotient; "y = 0" is a checked run-time error *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE Mod(x, y: T): T;               (* the unsigned remainder; "y = 0" is a checked run-time error *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE LT(x, y: T): BOOLEAN;          (* x < y, unsigned *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE LE(x, y: T): BOOLEAN;          (* x <= y, unsigned *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE GT(x, y: T): BOOLEAN;          (* x > y, unsigned *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE GE(x, y: T): BOOLEAN;          (* x >= y, unsigned *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE And(x, y: T): T;               (* bit by bit *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE Or(x, y: T): T;                (* bit by bit *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE Xor(x, y: T): T;               (* bit by bit *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE Not(x: T): T;                  (* bit by bit *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE Shift(x: T; n: INTEGER): T;
(* Bit "i" of the result is bit "i - n" of "x", or 0 where "x" has no such bit: left for positive "n", right for negative. *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE LeftShift(x: T; n: [0 .. Size - 1]): T;
(* Shift(x, n) *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE RightShift(x: T; n: [0 .. Size - 1]): T;
(* Shift(x, -n) *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE Rotate(x: T; n: INTEGER): T;
(* Bit "i" of the result is bit "(i - n) MOD Size" of "x". *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE LeftRotate(x: T; n: [0 .. Size - 1]): T;
(* Rotate(x, n) *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE RightRotate(x: T; n: [0 .. Size - 1]): T;
(* Rotate(x, -n) *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE Extract(x: T; i, n: CARDINAL): T;
(* Bits "i" to "i + n - 1" of "x" as an unsigned number. "i + n > Size" is a checked run-time error. *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE Insert(x, y: T; i, n: CARDINAL): T;
(* "x" with bits "i" to "i + n - 1" replaced by the lowest "n" bits of "y". "i + n > Size" is a checked run-time error. *)

END Long.
