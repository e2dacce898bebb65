(* 2.3.1: the designator is evaluated before the value, and what is wrong with it is found first, with packed elements and fields as with others. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE Small = BITS 3 FOR [0 .. 7];
     Object = OBJECT small: Small END;
VAR a: ARRAY [1 .. 3] OF Small; i := 4; o: Object; none: REF INTEGER;
PROCEDURE Value (): INTEGER = BEGIN IO.Put("value "); i := 2; RETURN 5 END Value;
PROCEDURE Try (p: PROCEDURE ()) =
  BEGIN
    TRY p(); IO.Put("done\n")
    EXCEPT SpinException.Exception (e) => IO.Put(SpinException.CodeName(e.code)); IO.Put("\n")
    END;
  END Try;
PROCEDURE Element () = BEGIN a[i] := Value() END Element;
PROCEDURE Field () = BEGIN o.small := Value() END Field;
PROCEDURE Both () = BEGIN a[i] := none^ END Both;
BEGIN
  Try(Element);
  Try(Field);
  Try(Both);
  i := 3;
  Try(Element);
  IO.PutInt(a[3]);
  IO.PutInt(a[2]);
  IO.Put("\n");
END Main.
