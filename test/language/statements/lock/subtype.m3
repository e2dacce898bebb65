(* 2.3.19 Lock: a subtype of MUTEX is locked like one. *)
MODULE Main;
IMPORT IO;
TYPE Account = MUTEX OBJECT balance := 0 END;
VAR a := NEW(Account);
BEGIN
  LOCK a DO INC(a.balance, 5) END;
  LOCK a DO IO.PutInt(a.balance) END;
  IO.Put("\n");
END Main.
