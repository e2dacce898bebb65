(* 2.4.7 Revelations: the partial revelations of a type are ordered by the subtype relation. *)
=== errors
=== partial
MODULE Main;
TYPE T <: ROOT;
  A = OBJECT a: INTEGER END;
  B = OBJECT b: INTEGER END;
REVEAL T <: A;
REVEAL T <: B;
(*          ^ M3205: T is already known to be a subtype of A, and neither of the two types is a subtype of the other *)
BEGIN
END Main.
