(* 2.2.10 Subtyping: an object type and a REF type are unrelated. *)
=== errors
MODULE Main;
TYPE T = OBJECT END;
VAR r: REF INTEGER; t: T;
BEGIN
  t := r;
(*     ^ M3520: cannot assign REF INTEGER to t of type T: neither is a subtype of the other *)
END Main.
