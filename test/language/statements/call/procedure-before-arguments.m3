(* 2.3.2: the procedure is evaluated before the arguments, which may change the variable it came from. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE P = PROCEDURE (n: INTEGER): INTEGER;
VAR table := ARRAY [0 .. 1] OF P {Double, Negate}; i := 0;
    none: REF INTEGER;
PROCEDURE Double (n: INTEGER): INTEGER = BEGIN RETURN 2 * n END Double;
PROCEDURE Negate (n: INTEGER): INTEGER = BEGIN RETURN -n END Negate;
PROCEDURE Next (): INTEGER = BEGIN INC(i); table[0] := Negate; RETURN 21 END Next;
BEGIN
  IO.PutInt(table[i](Next())); IO.Put("\n");
  IO.PutInt(table[i](Next())); IO.Put("\n");
  TRY
    IO.PutInt(table[i](none^));
  EXCEPT SpinException.Exception (e) => IO.Put(SpinException.CodeName(e.code)); IO.Put("\n");
  END;
END Main.
