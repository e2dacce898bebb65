MODULE Table EXPORTS Main;

(* Each takes the fork to the left, then the one to the right. That goes well until all are hungry at the same time. *)

IMPORT Fmt, IO, Thread;

CONST N = 4;

TYPE
  Fork = MUTEX OBJECT END;
  Philosopher = Thread.Closure OBJECT n: [0..N - 1] OVERRIDES apply := Live END;

VAR forks: ARRAY [0..N - 1] OF Fork;

PROCEDURE Live(self: Philosopher): REFANY =
  BEGIN
    LOCK forks[self.n] DO
      IO.Put("philosopher " & Fmt.Int(self.n) & " has one fork\n");
      Thread.Yield();
      LOCK forks[(self.n + 1) MOD N] DO
        IO.Put("philosopher " & Fmt.Int(self.n) & " eats\n");
      END;
    END;
    RETURN NIL;
  END Live;

BEGIN
  FOR i := 0 TO N - 1 DO forks[i] := NEW(Fork) END;
  FOR i := 0 TO N - 1 DO EVAL Thread.Fork(NEW(Philosopher, n := i)) END;
END Table.
