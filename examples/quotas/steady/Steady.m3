MODULE Steady EXPORTS Main;

(* Ten strands spin beside this one, but they have 5 % of the processor together, and in the end their fuel is used up. *)

IMPORT Fmt, IO, Tick;

CONST Work = 50000000;

VAR
  n := 0;
  from := Tick.Now();

BEGIN
  FOR i := 1 TO Work DO n := (7 * n + i) MOD 1001 END;
  IO.Put("steady: done in " & Fmt.Int(ROUND(1000.0D0 * Tick.ToSeconds(Tick.Subtract(Tick.Now(), from)))) & " ms of virtual time\n");
END Steady.
