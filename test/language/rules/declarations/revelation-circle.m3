(* 2.4.7 Revelations: no type is a supertype of itself. One circle is one mistake. *)
=== errors
=== Main.i3
INTERFACE Main;
TYPE T <: ROOT; U <: ROOT;
END Main.
=== Main.m3
MODULE Main;
REVEAL
  T = U BRANDED OBJECT END;
(*    ^ M3102: T is revealed to be a subtype of itself *)
  U = T BRANDED OBJECT END;
BEGIN
END Main.
