(* 2.8.4: A comment nests, holds anything, and is a blank between two tokens. *)
MODULE Main;
IMPORT IO;
VAR(**)n(* (* inner " ' <* *) *):(*)*)INTEGER(* *):=(***)5;
BEGIN
  IO.PutInt(n(* 'a *)); IO.Put("(* no comment *)\n"(* " *));
END Main.
