(* 2.6.9: The value of a field is given by :=; an = instead is one mistake. *)
=== Main.m3
MODULE Main;
VAR r := NEW(REF RECORD port, other := 0 END, port = 53, other := 4);
(*                                            ^ M3656: NEW takes the initial values of fields by name: field := value *)
BEGIN
  EVAL r;
END Main.
