INTERFACE Trees;

PROCEDURE Run(n: INTEGER): INTEGER;
(* Builds and counts 20 binary trees of depth "n"; the sum of their nodes. *)

END Trees.
