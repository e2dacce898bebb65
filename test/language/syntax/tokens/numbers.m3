(* 2.6.4 Numeric literals: bases up to 16 with digits in either case; exponents e, d and x in either case, with or without sign. *)
MODULE Main;
IMPORT IO, Fmt;
BEGIN
  IO.PutInt(2_101); IO.Put(" "); IO.PutInt(16_aF); IO.Put(" "); IO.PutInt(007); IO.Put(" ");
  IO.Put(Fmt.Real(1.5e+1) & " " & Fmt.LongReal(2.5D-1) & " " & Fmt.LongReal(FLOAT(1.0X0, LONGREAL)) & "\n");
END Main.
