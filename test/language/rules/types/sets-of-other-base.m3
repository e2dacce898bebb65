(* 2.2.10 Subtyping: sets are related if their element types are the same. *)
=== errors
MODULE Main;
VAR s: SET OF [0 .. 3]; t: SET OF BOOLEAN;
BEGIN
  s := t;
(*     ^ M3520: cannot assign SET OF BOOLEAN to s of type SET OF [0..3] *)
END Main.
