INTERFACE RTParams;

(* What "@M3name" and "@M3name=value" among the program's parameters say. Nothing here listens to any of them, and "Params" has them as well. *)

PROCEDURE IsPresent(n: TEXT): BOOLEAN;
(* Is there a parameter "@M3" & n, with or without a value? *)

PROCEDURE Value(n: TEXT): TEXT;
(* The value of the first one that there is; "" if it has none, NIL if there is no such parameter. *)

END RTParams.
