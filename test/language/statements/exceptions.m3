MODULE Main;
TYPE R = RECORD a, b: INTEGER END;
EXCEPTION None; Int(INTEGER); Other(INTEGER); Rec(R); Text(TEXT);
VAR i: INTEGER;
PROCEDURE P() RAISES ANY =
  BEGIN
    TRY RAISE None EXCEPT None => i := 1 | Int, Other (n) => i := n | Rec (r) => i := r.a; r.b := 2 ELSE i := 3 END;
    TRY RAISE Int(3) FINALLY i := 4 END;
    TRY RAISE None EXCEPT None => i := 1 | None => i := 2 END;
(*  ^ W4202: this is never reached *)
(*                                         ^ M3731: None is already handled by this TRY *)
    TRY RAISE None EXCEPT None, Int, None => i := 1 END;
(*                                   ^ M3731: None is already handled by this TRY *)
    TRY i := 1 EXCEPT None (n) => i := n END;
(*                          ^ M3732: exception None has no argument to bind *)
    TRY i := 1 EXCEPT Int, Text (n) => i := n END;
(*                               ^ M3733: Int and Text do not have arguments of one type, so one variable cannot hold both *)
    TRY i := 1 EXCEPT Int, None (n) => i := n END;
(*                               ^ M3733: Int and None do not have arguments of one type, so one variable cannot hold both *)
    TRY i := 1 EXCEPT i => i := 1 | R => i := 2 | Undefined => i := 3 END;
(*                    ^ M3734: i is a variable, not an exception *)
(*                                  ^ M3734: R is a type, not an exception *)
(*                                                ^ M3401: Undefined is not declared *)
    TRY i := 1 EXCEPT Int => i := n END;
(*                                ^ M3401: n is not declared *)
    RAISE None(1);
(*             ^ M3735: exception None takes no argument *)
  END P;
PROCEDURE Q() RAISES ANY = BEGIN RAISE Int END Q;
(*                               ^ M3736: exception Int wants an argument of type INTEGER *)
PROCEDURE S() RAISES ANY = BEGIN RAISE Int("x") END S;
(*                                         ^ M3520: cannot assign TEXT to the argument of exception Int of type INTEGER *)
PROCEDURE T() RAISES ANY = BEGIN RAISE i END T;
(*                                     ^ M3734: i is a variable, not an exception *)
PROCEDURE U() RAISES ANY = BEGIN RAISE Undefined(4) END U;
PROCEDURE V() RAISES ANY = BEGIN RAISE Rec(R{1, 2}) END V;
PROCEDURE W() =
  BEGIN
    LOOP
      TRY
        IF i = 1 THEN EXIT ELSIF i = 2 THEN RETURN END;
(*                    ^ W4205: the ELSE of the TRY catches this EXIT *)
(*                                          ^ W4205: the ELSE of the TRY catches this RETURN *)
        LOOP EXIT END;
        TRY RETURN EXCEPT None => EXIT ELSE i := 3; RETURN END;
(*          ^ W4205: the ELSE of the TRY catches this RETURN *)
(*                                ^ W4205: the ELSE of the TRY catches this EXIT *)
(*                                                  ^ W4205: the ELSE of the TRY catches this RETURN *)
        TRY RETURN FINALLY i := 4 END
(*      ^ W4202: this is never reached *)
(*          ^ W4205: the ELSE of the TRY catches this RETURN *)
      EXCEPT
      | None => EXIT
      ELSE RETURN
      END
    END
  END W;
BEGIN
  W();
  P(); Q(); S(); T(); U(); V();
(*^ W4301: this call may raise any exception, and nothing handles it *)
(*     ^ W4301: this call may raise any exception, and nothing handles it *)
(*          ^ W4301: this call may raise any exception, and nothing handles it *)
(*               ^ W4301: this call may raise any exception, and nothing handles it *)
(*                    ^ W4301: this call may raise any exception, and nothing handles it *)
(*                         ^ W4301: this call may raise any exception, and nothing handles it *)
END Main.
