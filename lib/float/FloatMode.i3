INTERFACE FloatMode;

(* How floating-point arithmetic rounds, and what it does when a result is not what mathematics would have.

   Abstract state: "rounding", always "NearestElseEven"; and for each flag whether it is set, and its behavior.

   The operators of the language round to the nearest number and go on with NaN and infinities, as IEEE 754 has it without traps, and they set no flags.
   The procedures of the library whose RAISES has "Trap" follow the behavior of the flag: with "Trap" they raise it, with "SetFlag" they set it
   and go on, with "Ignore" they go on. In the beginning "IntOverflow" and "IntDivByZero" trap, and the others set their flags. The state is one
   for all threads of a domain's packages; who needs it for himself alone puts it back. *)

TYPE RoundingMode = {NearestElseEven, TowardMinusInfinity, TowardPlusInfinity, TowardZero, NearestElseAwayFromZero, IBM370, Other};

CONST
  IEEE: BOOLEAN = TRUE;
  RoundDefault = RoundingMode.NearestElseEven;

EXCEPTION Failure;  (* this machine cannot do that *)

PROCEDURE SetRounding(md: RoundingMode) RAISES {Failure};
(* "Failure" for any mode but "NearestElseEven". *)

PROCEDURE GetRounding(): RoundingMode;

TYPE Flag = {Invalid, Inexact, Overflow, Underflow, DivByZero, IntOverflow, IntDivByZero};

CONST NoFlags = SET OF Flag{};

PROCEDURE GetFlags(): SET OF Flag;

PROCEDURE SetFlags(s: SET OF Flag): SET OF Flag RAISES {Failure};
(* Makes "s" the flags that are set, and returns those that were. *)

PROCEDURE ClearFlag(f: Flag);

EXCEPTION Trap(Flag);

TYPE Behavior = {Trap, SetFlag, Ignore};

PROCEDURE SetBehavior(f: Flag; b: Behavior) RAISES {Failure};
PROCEDURE GetBehavior(f: Flag): Behavior;

PROCEDURE Signal(f: Flag) RAISES {Trap};
(* What a procedure of the library does when "f" happens; for those who write more of them. *)

END FloatMode.
