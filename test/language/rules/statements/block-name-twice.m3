(* 2.3.4 Block statement: the names of a block are distinct. *)
=== errors
MODULE Main;
BEGIN
  VAR k := 3; k := 4; BEGIN END;
(*            ^ M3101: k is declared twice in this scope *)
END Main.
