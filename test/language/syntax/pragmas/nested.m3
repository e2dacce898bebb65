(* 2.8.5 Pragmas: they nest, go over lines, hold comments and texts, and change nothing. *)
MODULE Main;
IMPORT IO;
<* PRAGMA OURS *>
<* OURS <* inner "*>" *> (* a comment *> *)
   over lines *>
PROCEDURE P(<*UNUSED*> x: INTEGER) = BEGIN IO.Put("p") END P;
BEGIN
  P(1) <* OURS *>; <* OURS *> P(2); IO.Put("\n");
END Main.
