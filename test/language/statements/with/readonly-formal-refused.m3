=== errors
(* WITH evaluates its designator once; an alias follows neither reassigned subscripts nor references. *)
MODULE Main;
PROCEDURE P(READONLY a: ARRAY OF INTEGER) =
  BEGIN
    WITH x = a[0] DO
      x := 1;
(*    ^ M3702: this cannot be assigned: x is bound by WITH to something that is not writable *)
    END
  END P;
BEGIN
END Main.
