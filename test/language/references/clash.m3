=== errors
=== Tools.i3 imported
INTERFACE Tools;
PROCEDURE Plus(a, b: INTEGER): INTEGER;
END Tools.
=== M.m3
MODULE M EXPORTS Main;

(* A name for two things is one mistake, whichever of them is meant where it is used. *)

IMPORT Tools;

PROCEDURE Tools(x: INTEGER): INTEGER = BEGIN RETURN x END Tools;
(*        ^ M3006: Tools is already the name of something imported *)
PROCEDURE Other(): INTEGER = BEGIN RETURN Tools.Plus(1, 2) END Other;

BEGIN
  EVAL Tools(Other());
END M.
