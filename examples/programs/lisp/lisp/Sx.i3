INTERFACE Sx;

(* S-expressions: the values of the language, which are its programs, too.

     NIL              the empty list, and false
     Atom.T           a symbol
     REF INTEGER      a number
     TEXT             a string
     Pair             a pair; lists are chains of them
     Procedure        what can be called *)

IMPORT AtomRefTbl, Atom, Rd, Wr, Thread;

TYPE
  T = REFANY;

  Pair = REF RECORD head, tail: T END;

  Procedure = OBJECT name: Atom.T := NIL END;

  (* Built in. *)
  Primitive = Procedure OBJECT
    METHODS
      apply(arguments: T): T RAISES {Error};
    END;

  (* Made by lambda. *)
  Closure = Procedure OBJECT
      parameters: T;     (* symbols; a symbol in the place of the last tail takes the rest of the arguments *)
      body: T;           (* a list of expressions *)
      scope: Scope;
    END;

  Scope = OBJECT
      names: AtomRefTbl.T;
      outer: Scope;
    END;

EXCEPTION
  Error(TEXT);     (* the program is wrong *)
  EndOfInput;

PROCEDURE Cons(head, tail: T): T;
PROCEDURE Number(n: INTEGER): T;
PROCEDURE Symbol(name: TEXT): Atom.T;
PROCEDURE Bool(b: BOOLEAN): T;
(* The symbol "t", or NIL. *)

PROCEDURE Head(x: T): T RAISES {Error};
PROCEDURE Tail(x: T): T RAISES {Error};
PROCEDURE ToInt(x: T): INTEGER RAISES {Error};
PROCEDURE ToSymbol(x: T): Atom.T RAISES {Error};
(* "Error" if "x" is something else. *)

PROCEDURE Equal(a, b: T): BOOLEAN;
(* The same structure of equal atoms. *)

PROCEDURE Read(rd: Rd.T): T RAISES {Error, EndOfInput, Rd.Failure, Thread.Alerted};
(* The next expression. "'x" is short for "(quote x)"; what follows ";" in a line is a comment. *)

PROCEDURE Print(wr: Wr.T; x: T) RAISES {Wr.Failure, Thread.Alerted};

PROCEDURE ToText(x: T): TEXT;

END Sx.
