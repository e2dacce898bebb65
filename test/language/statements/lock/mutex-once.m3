(* 2.3.19 Lock: the expression is evaluated once; what is locked is freed, whatever becomes of the variable. *)
MODULE Main;
IMPORT IO;
VAR calls := 0; first, second := NEW(MUTEX); m := first;
PROCEDURE Which(): MUTEX = BEGIN INC(calls); RETURN m END Which;
BEGIN
  LOCK Which() DO m := second END;
  LOCK first DO LOCK second DO IO.PutInt(calls) END END;
  IO.Put("\n");
END Main.
