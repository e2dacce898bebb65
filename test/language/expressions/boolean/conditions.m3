(* Conditions of statements go the way of their value, whatever AND, OR and NOT they are made of, and evaluate what matters of it, from left to right. *)
MODULE Main;
IMPORT IO;
VAR asked: INTEGER; values: ARRAY [0 .. 3] OF BOOLEAN; turns, left: INTEGER;
PROCEDURE B(n: [0 .. 3]): BOOLEAN = BEGIN asked := asked * 10 + n + 1; RETURN values[n] END B;
PROCEDURE Say(yes: BOOLEAN) = BEGIN
  IF yes THEN IO.Put("T") ELSE IO.Put("F") END;
  IO.PutInt(asked); asked := 0; IO.Put(" ");
END Say;
PROCEDURE All() =
  BEGIN
    IF B(0) AND B(1) THEN Say(TRUE) ELSE Say(FALSE) END;
    IF B(0) OR B(1) THEN Say(TRUE) ELSE Say(FALSE) END;
    IF NOT B(0) THEN Say(TRUE) ELSE Say(FALSE) END;
    IF NOT (B(0) AND B(1)) THEN Say(TRUE) ELSE Say(FALSE) END;
    IF NOT (B(0) OR NOT B(1)) THEN Say(TRUE) ELSE Say(FALSE) END;
    IF B(0) OR B(1) AND NOT B(2) THEN Say(TRUE) ELSE Say(FALSE) END;
    IF (B(0) OR B(1)) AND (B(2) OR B(3)) THEN Say(TRUE) ELSE Say(FALSE) END;
    IF (B(0) AND B(1)) OR (B(2) AND B(3)) THEN Say(TRUE) ELSE Say(FALSE) END;
    IF FALSE AND B(0) OR TRUE AND B(1) THEN Say(TRUE) ELSIF B(2) OR FALSE THEN Say(TRUE) ELSE Say(FALSE) END;
    IF (B(0) AND B(1)) = (B(2) OR B(3)) THEN Say(TRUE) ELSE Say(FALSE) END;
    turns := 0;
    WHILE turns < 2 AND (B(0) OR NOT B(1) AND B(2)) DO INC(turns) END;
    Say(turns = 2);
    turns := 0;
    REPEAT INC(turns) UNTIL turns > 2 OR B(0) AND NOT (B(1) OR B(2));
    Say(turns > 2);
    IF B(0) AND B(3) THEN RETURN END;
    Say(TRUE);
  END All;
BEGIN
  FOR n := 0 TO 15 DO
    left := n;
    FOR i := 0 TO 3 DO values[i] := left MOD 2 = 1; left := left DIV 2 END;
    All();
    IO.Put("\n");
    asked := 0;
  END;
END Main.
