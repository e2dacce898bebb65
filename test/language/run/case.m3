(* CASE by table, by search, over every ordinal type; TYPECASE in order. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE Color = {Red, Green, Blue}; 
     A = OBJECT x := 1 END; B = A OBJECT y := 2 END; C = B OBJECT END; R = REF INTEGER;

PROCEDURE P (t: TEXT) = BEGIN IO.Put(t); IO.Put(" ") END P;
PROCEDURE Dense (i: INTEGER): TEXT =
  BEGIN CASE i OF 0 => RETURN "zero" | 1, 3 => RETURN "odd" | 4 .. 6 => RETURN "mid" | 2 => RETURN "two" ELSE RETURN "else" END END Dense;
PROCEDURE Sparse (i: INTEGER): TEXT =
  BEGIN
    CASE i OF FIRST(INTEGER) => RETURN "first" | -1000000 .. -1 => RETURN "neg" | 1000 => RETURN "k" | 1000000 .. 2000000 => RETURN "m"
    | LAST(INTEGER) => RETURN "last" ELSE RETURN "else" END
  END Sparse;
PROCEDURE Name (c: Color): TEXT =
  BEGIN CASE c OF Color.Red => RETURN "red" | Color.Green => RETURN "green" | Color.Blue => RETURN "blue" END END Name;
PROCEDURE Yes (b: BOOLEAN): TEXT = BEGIN CASE b OF TRUE => RETURN "yes" | FALSE => RETURN "no" END END Yes;
PROCEDURE Kind (c: CHAR): TEXT =
  BEGIN CASE c OF 'a' .. 'z' => RETURN "lower" | 'A' .. 'Z' => RETURN "upper" | '0' .. '9' => RETURN "digit" | '\n', ' ' => RETURN "blank" ELSE RETURN "other" END END Kind;
PROCEDURE Type (r: REFANY): TEXT =
  BEGIN
    TYPECASE r OF NULL => RETURN "nil" | C => RETURN "c" | B (b) => IO.PutInt(b.y); RETURN "b" | A (a) => IO.PutInt(a.x); RETURN "a"
    | R (i) => IO.PutInt(i^); RETURN "r" | TEXT => RETURN "text" ELSE RETURN "?" END
  END Type;
PROCEDURE Two (r: REFANY): TEXT = BEGIN TYPECASE r OF TEXT, R => RETURN "textOrR" | A, B => RETURN "object" ELSE RETURN "else" END END Two;
VAR r := NEW(R);
BEGIN
  FOR i := -1 TO 7 DO P(Dense(i)) END; IO.Put("\n");
  P(Sparse(FIRST(INTEGER))); P(Sparse(-5)); P(Sparse(0)); P(Sparse(1000)); P(Sparse(1999999)); P(Sparse(LAST(INTEGER))); P(Sparse(-1000001)); IO.Put("\n");
  FOR c := FIRST(Color) TO LAST(Color) DO P(Name(c)) END; P(Yes(TRUE)); P(Yes(FALSE)); IO.Put("\n");
  P(Kind('q')); P(Kind('Q')); P(Kind('7')); P(Kind(' ')); P(Kind('#')); IO.Put("\n");
  r^ := 9;
  P(Type(NIL)); P(Type(NEW(A))); P(Type(NEW(B))); P(Type(NEW(C))); P(Type(r)); P(Type("x")); P(Type(NEW(REF BOOLEAN))); IO.Put("\n");
  P(Two("x")); P(Two(r)); P(Two(NEW(C))); P(Two(NEW(REF BOOLEAN))); IO.Put("\n");
  TRY CASE ORD('x') OF 1 => P("no") END EXCEPT SpinException.Exception (e) => P("missing"); IO.PutInt(ORD(e.code)) END; IO.Put("\n");
END Main.
