INTERFACE Json;

(* Values of JSON (RFC 8259). Texts hold any characters: readers and writers of the console and of texts take and give them.

   A value never changes once it is made. *)

IMPORT RefSeq, TextSeq, Thread, Wr;

TYPE
  T <: Public;
  Public = OBJECT
    METHODS
      kind(): Kind;
      write(wr: Wr.T; indent := -1) RAISES {Wr.Failure, Thread.Alerted};
      (* In one line or, if "indent" is not negative, with one member in each, "indent" deep. *)
    END;

  Kind = {Null, Bool, Number, String, Array, Object};

  Array <: T;
  Object <: T;

EXCEPTION Missing(TEXT);
(* Something was looked for and is not there; the text says what. *)

PROCEDURE Null(): T;
PROCEDURE Bool(b: BOOLEAN): T;
PROCEDURE Number(lexeme: TEXT): T;
(* "lexeme" is a number as JSON spells it. It is kept as it is: nothing is lost on the way through. *)
PROCEDURE String(t: TEXT): T;
PROCEDURE MakeArray(elements: RefSeq.T): Array;
PROCEDURE MakeObject(names: TextSeq.T; values: RefSeq.T): Object;
(* If a name comes twice, the last value counts, at the place of the first. *)

PROCEDURE Text(v: T): TEXT RAISES {Missing};
(* Of a string or number. *)
PROCEDURE Size(v: T): CARDINAL;
(* The number of elements or members; 0 of anything else. *)
PROCEDURE Element(a: T; i: CARDINAL): T RAISES {Missing};
PROCEDURE Name(o: T; i: CARDINAL): TEXT RAISES {Missing};
PROCEDURE Member(o: T; name: TEXT): T RAISES {Missing};

PROCEDURE Select(v: T; path: TEXT): T RAISES {Missing};
(* "path" is names and numbers with "." between: "servers.0.name". *)

PROCEDURE Equal(a, b: T): BOOLEAN;
(* The same value; the order of members does not count. *)

END Json.
