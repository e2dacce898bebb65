(* 2.3.18: A branch may list types; NULL is of use if it comes first; the variable of a branch is writable. *)
MODULE Main;
IMPORT IO;
TYPE A = OBJECT END; B = A OBJECT END; C = A OBJECT END;
PROCEDURE P(a: A) =
  BEGIN
    TYPECASE a OF
    | NULL => IO.Put("nil ")
    | B, C => IO.Put("b or c ")
    | A (x) => x := NIL; IF x = NIL AND a # NIL THEN IO.Put("a ") END
    END
  END P;
BEGIN
  P(NIL); P(NEW(A)); P(NEW(B)); P(NEW(C)); IO.Put("\n");
END Main.
