(* 2.2.7 References: UNTRACED references and objects in a safe unit; ADDRESS as a value that is only handed on. *)
MODULE Main;

IMPORT IO;

TYPE
  Cell = UNTRACED REF RECORD value: INTEGER; next: Cell := NIL END;
  Counter = UNTRACED ROOT OBJECT n := 0 METHODS next(): INTEGER := Next END;
  Double = Counter OBJECT OVERRIDES next := NextDouble END;

PROCEDURE Next(c: Counter): INTEGER =
  BEGIN INC(c.n); RETURN c.n END Next;

PROCEDURE NextDouble(c: Double): INTEGER =
  BEGIN RETURN 2 * Counter.next(c) END NextDouble;

PROCEDURE Known(a: ADDRESS): TEXT =
  BEGIN IF a = NIL THEN RETURN "nothing " ELSE RETURN "something " END END Known;

VAR
  list: Cell := NIL;
  counter: Counter := NEW(Double, n := 4);
  sum := 0;
  address: ADDRESS := NIL;

BEGIN
  FOR i := 1 TO 1000 DO list := NEW(Cell, value := i, next := list) END;
  WHILE list # NIL DO INC(sum, list.value); list := list.next END;
  IO.PutInt(sum); IO.Put(" ");
  IO.PutInt(counter.next()); IO.Put(" ");
  TYPECASE counter OF Double => IO.Put("Double ") | Counter => IO.Put("Counter ") END;
  IO.Put(Known(address));
  address := counter;
  IO.Put(Known(address));
  IO.Put(Known(list) & "\n");
END Main.
