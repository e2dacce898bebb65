(* 2.6.6: NIL is of type NULL, which every reference and procedure type contains. *)
MODULE Main;
IMPORT IO;
VAR n := NIL; r: REFANY := n; a: ADDRESS := n; p: PROCEDURE () := n; o: ROOT := n; t: TEXT := n;
BEGIN
  IF r = NIL AND a = n AND p = n AND o = NIL AND t = NIL THEN IO.Put("all\n") END;
END Main.
