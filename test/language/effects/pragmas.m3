MODULE Main;
<*PRAGMA MINE, OURS*>
<*MINE 1*> <*OURS*> <*SPEC P(x) MODIFIES x*> <*LL = 0*>
<*INLINE*> PROCEDURE P() = BEGIN x := 1; <*NOSUCH a*> <*NOSUCH b*> END P;
(*                                       ^ W4501: the pragma NOSUCH is not known and has no effect *)
<*UNSED*> VAR y: INTEGER;
(*@1 W4501: the pragma UNSED is not known and has no effect *)
VAR x: INTEGER;
BEGIN
  P(); x := y;
END Main.
