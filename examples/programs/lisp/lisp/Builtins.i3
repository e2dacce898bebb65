INTERFACE Builtins;

IMPORT Sx;

PROCEDURE Install(scope: Sx.Scope);
(* + - * / mod = < cons car cdr list null? pair? equal? apply display newline error; and, written in the language itself: not,
   length, append, reverse, map, filter, fold, range. *)

END Builtins.
