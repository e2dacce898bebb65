(* Several exported interfaces share the module's scope. *)
=== errors
=== I.i3
INTERFACE I;
TYPE T = INTEGER;
PROCEDURE Both();
PROCEDURE Left();
END I.

=== J.i3
INTERFACE J;
TYPE T = INTEGER;
PROCEDURE Both();
PROCEDURE Right();
END J.

=== M.m3
MODULE M EXPORTS I, J, I;
(*     ^ M3013: the exported interfaces I and J both declare T *)
(*                     ^ M3006: I is exported twice *)
FROM Other IMPORT Left;
(*                ^ M3006: Left is already declared by the exported interface I *)
IMPORT Other AS Right;
(*              ^ M3006: Right is already declared by the exported interface J *)
PROCEDURE Both() = BEGIN Left() END Both;
BEGIN
  Right.Left();
END M.

=== Other.i3
INTERFACE Other;
PROCEDURE Left();
END Other.
