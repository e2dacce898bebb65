INTERFACE Random;

(* Sequences of numbers that look as if they were drawn by lot.

   Abstract state of a generator: its place in a sequence. Each method takes the next members, as many as it needs, so that two generators at the same
   place give the same results to the same calls. A generator serves one thread at a time. "min > max" is a checked run-time error. *)

TYPE
  T = OBJECT METHODS
    integer(min := FIRST(INTEGER); max := LAST(INTEGER)): INTEGER;
    (* one of the integers from "min" to "max", each as likely as any other *)
    longint(min := FIRST(LONGINT); max := LAST(LONGINT)): LONGINT;
    real(min := 0.0e0; max := 1.0e0): REAL;
    longreal(min := 0.0d0; max := 1.0d0): LONGREAL;
    extended(min := 0.0x0; max := 1.0x0): EXTENDED;
    (* "min" or more and less than "max", spread evenly; "min" if they are equal *)
    boolean(): BOOLEAN;
  END;

  Default <: T OBJECT METHODS
    init(fixed := FALSE): Default;
    (* Puts it at the beginning of its sequence: always the same one if "fixed", else one that nobody else has had. Returns itself. *)
  END;
(* The generator xoshiro256** by Blackman and Vigna. *)

END Random.
