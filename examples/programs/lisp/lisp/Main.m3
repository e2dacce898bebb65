MODULE Main;

(* Reads expressions and shows their values. An error ends the expression, not the program. *)

IMPORT Builtins, Eval, IO, Rd, Stdio, Sx, Thread;

<*FATAL Rd.Failure, Thread.Alerted*>

VAR
  scope := Eval.NewScope(NIL);
  value: Sx.T;
BEGIN
  Builtins.Install(scope);
  scope := Eval.NewScope(scope);
  LOOP
    TRY
      value := Eval.Eval(Sx.Read(Stdio.stdin), scope);
      IF value # NIL THEN IO.Put(Sx.ToText(value) & "\n") END;
    EXCEPT
    | Sx.EndOfInput => EXIT;
    | Sx.Error(what) => IO.Put("error: " & what & "\n");
    END;
  END;
END Main.
