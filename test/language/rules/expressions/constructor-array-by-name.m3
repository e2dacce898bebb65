(* 2.6.8 Array constructors: elements are given by position. *)
=== errors
MODULE Main;
VAR a := ARRAY [0 .. 1] OF INTEGER {0 := 1, 1 := 2};
(*                                    ^ P1013: expected `,` or `}`, found `:=` *)
BEGIN
END Main.
