INTERFACE Instruction;

(* What the program of a pattern is made of. *)

TYPE
  Op = {
    Char,         (* go on if the next character is in "chars" *)
    Fork,         (* go on at "first" or, with less preference, at "second" *)
    Save,         (* remember the place as number "first" *)
    Beginning,    (* go on at the beginning of the text only *)
    End,
    Found         (* the pattern has matched *)
  };

  T = RECORD
      op: Op;
      first, second: CARDINAL := 0;
      chars := SET OF CHAR {};
    END;

CONST Brand = "Instruction";

END Instruction.
