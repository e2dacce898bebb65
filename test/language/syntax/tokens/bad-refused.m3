(* 2.6.4, 2.6.5: malformed literals, each one mistake; what follows is read. *)
=== errors
MODULE Main;
CONST
  A = 1.;
(*    ^ P1005: a real literal has digits on both sides of its point *)
  B = 2e3;
(*    ^ P1005: a real literal has a point: 1.0E5 *)
  C = 16_;
(*    ^ P1005: a based integer needs digits after the `_` *)
  D = 'ab';
(*    ^ P1007: a character literal holds exactly one character *)
  E = '';
(*    ^ P1007: a character literal holds exactly one character *)
  F = "a\q";
(*      ^ P1006: `\q` is not an escape *)
  G = "unclosed;
(*    ^ P1003: this text literal is not closed on its line *)
  H = 1.5E;
(*    ^ P1005: the exponent of a real literal needs digits *)
VAR x: INTEGER := TRUE;
(*                ^ M3520: cannot assign BOOLEAN to variable x of type INTEGER: their base types differ *)
BEGIN
END Main.
