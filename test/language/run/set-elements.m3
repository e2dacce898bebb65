(* 2.6.8 Constructors, 2.3.1 Assignment: elements of a set are assigned, so one outside of the element type faults at run time; & takes any reference that may be a TEXT. *)
MODULE Main;
IMPORT IO, SpinException;
TYPE S = [0..9]; ST = SET OF S; SB = SET OF [0..200];
VAR s: ST; b: SB; n := 15; a: REFANY := "text"; t: TEXT; o: REFANY := NEW(REF INTEGER);
PROCEDURE Try(p: PROCEDURE()) = BEGIN TRY p(); IO.Put("no\n") EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & "\n") END END Try;
PROCEDURE A5() = BEGIN s := ST{15} END A5;
PROCEDURE A6() = BEGIN s := ST{3..11} END A6;
PROCEDURE A7() = BEGIN b := SB{1, 300} END A7;
PROCEDURE A8() = BEGIN b := SB{n..n+200} END A8;
PROCEDURE A9() = BEGIN s := ST{5..1}; s := ST{n..3} END A9;
PROCEDURE A10() = BEGIN t := "x" & a & a; IO.Put(t & "\n"); t := t & o END A10;
BEGIN Try(A5); Try(A6); Try(A7); Try(A8); Try(A9); Try(A10);
END Main.
