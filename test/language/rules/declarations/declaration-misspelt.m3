(* 2.4: A declaration that is misspelt is one mistake: it is not said to be unused, too. *)
=== Main.m3
MODULE Main;
TYPE Servcie = REF INTEGER;
VAR cuont := 3;
PROCEDURE P() = VAR s: Service := NIL; BEGIN EVAL s; EVAL count END P;
(*                     ^ M3103: Service is not declared *)
(*                                                        ^ M3401: count is not declared *)
BEGIN
  P();
END Main.
