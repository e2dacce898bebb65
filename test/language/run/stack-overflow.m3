(* Endless recursion is a checked run-time error like any other, with small frames and with large ones. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE A = ARRAY [0 .. 100] OF INTEGER;
PROCEDURE Small (n: INTEGER): INTEGER = BEGIN RETURN Small(n + 1) + 1 END Small;
PROCEDURE Large (n: INTEGER; a: A): INTEGER = BEGIN a[3] := n; RETURN Large(n + 1, a) + a[3] END Large;
PROCEDURE Nested (n: INTEGER): INTEGER =
  VAR depth := 0;
  PROCEDURE Down (n: INTEGER): INTEGER = BEGIN INC(depth); TRY RETURN Down(n + 1) FINALLY DEC(depth) END END Down;
  BEGIN TRY RETURN Down(n) EXCEPT SpinException.Exception => RETURN depth END END Nested;
BEGIN
  FOR i := 1 TO 3 DO
    TRY IO.PutInt(Small(0)) EXCEPT SpinException.Exception (e) => IO.PutInt(ORD(e.code)) END; IO.Put(" ");
    TRY IO.PutInt(Large(0, A {0, ..})) EXCEPT SpinException.Exception (e) => IO.Put(e.msg) END; IO.Put(" ");
  END;
  IO.PutInt(Nested(1)); IO.Put("\n");
END Main.
