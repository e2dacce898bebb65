MODULE Main;
VAR i: INTEGER; b: BOOLEAN;
PROCEDURE Proper() = BEGIN IF b THEN RETURN END; i := 1 END Proper;
PROCEDURE ProperValue() = BEGIN RETURN 1 END ProperValue;
(*                                     ^ M3741: ProperValue is a proper procedure: its RETURN has no value *)
PROCEDURE F(): INTEGER = BEGIN RETURN 1 END F;
PROCEDURE NoValue(): INTEGER = BEGIN RETURN END NoValue;
(*                                   ^ M3742: NoValue is a function procedure: its RETURN wants a value of type INTEGER *)
PROCEDURE Wrong(): INTEGER = BEGIN RETURN "x" END Wrong;
(*                                        ^ M3520: cannot assign TEXT to the result of Wrong of type INTEGER *)
PROCEDURE Local(): PROCEDURE () =
  PROCEDURE Inner() = BEGIN i := 1 END Inner;
  BEGIN RETURN Inner END Local;
(*             ^ W4110: Inner is a local procedure; it may be called and passed as a VALUE parameter of a procedure type, but not assigned; this faults at run time *)
PROCEDURE Missing(): INTEGER = BEGIN IF b THEN RETURN 1 END END Missing;
(*                                                              ^ W4201: Missing is a function procedure, and its end can be reached without a RETURN; that faults at run time *)
PROCEDURE Both(): INTEGER = BEGIN IF b THEN RETURN 1 ELSE RETURN 2 END END Both;
PROCEDURE Endless(): INTEGER = BEGIN LOOP i := i + 1 END END Endless;
PROCEDURE Leaves(): INTEGER = BEGIN LOOP IF b THEN EXIT END END END Leaves;
(*                                                                  ^ W4201: Leaves is a function procedure, and its end can be reached without a RETURN; that faults at run time *)
PROCEDURE Cases(): INTEGER = BEGIN CASE b OF TRUE => RETURN 1 | FALSE => RETURN 2 END END Cases;
PROCEDURE Trying(): INTEGER = BEGIN TRY RETURN 1 FINALLY i := 3 END END Trying;
PROCEDURE Dead(): INTEGER = BEGIN RETURN 1; i := 2; i := 3 END Dead;
(*                                          ^ W4202: this is never reached *)
PROCEDURE WhileTrue(): INTEGER = BEGIN WHILE TRUE DO i := 2 END END WhileTrue;
PROCEDURE Asserting(): INTEGER = BEGIN <* ASSERT FALSE *> END Asserting;
PROCEDURE InLoop(): INTEGER = BEGIN LOOP EXIT; i := 3 END; RETURN 4 END InLoop;
(*                                             ^ W4202: this is never reached *)
BEGIN
  Proper(); ProperValue(); EVAL F() + NoValue() + Wrong() + Missing() + Both() + Endless() + Leaves() + Cases() + Trying() + Dead() + WhileTrue() + Asserting() + InLoop();
  EVAL Local();
  RETURN;
(*^ M3740: RETURN is only legal in the body of a procedure *)
END Main.
