INTERFACE Scan;

(* Truth values and numbers from texts: what "Lex" takes from a reader, with blanks before and behind it and nothing else. "Lex.Error" if the text is
   anything else; "FloatMode.Trap" as in "Lex". *)

IMPORT FloatMode, Lex, Long, Word;

PROCEDURE Bool(txt: TEXT): BOOLEAN RAISES {Lex.Error};

PROCEDURE Int(txt: TEXT; defaultBase: [2 .. 16] := 10): INTEGER RAISES {Lex.Error, FloatMode.Trap};
PROCEDURE LongInt(txt: TEXT; defaultBase: [2 .. 16] := 10): LONGINT RAISES {Lex.Error, FloatMode.Trap};
PROCEDURE Unsigned(txt: TEXT; defaultBase: [2 .. 16] := 16): Word.T RAISES {Lex.Error, FloatMode.Trap};
PROCEDURE LongUnsigned(txt: TEXT; defaultBase: [2 .. 16] := 16): Long.T RAISES {Lex.Error, FloatMode.Trap};

PROCEDURE Real(txt: TEXT): REAL RAISES {Lex.Error, FloatMode.Trap};
PROCEDURE LongReal(txt: TEXT): LONGREAL RAISES {Lex.Error, FloatMode.Trap};
PROCEDURE Extended(txt: TEXT): EXTENDED RAISES {Lex.Error, FloatMode.Trap};

END Scan.
