(* 2.6.4: A literal with a base is a word, of which the first bit is the sign; letters in numbers are of either case. *)
MODULE Main;
IMPORT IO;
CONST A = 16_FFFFFFFFFFFFFFFF; B = 16_8000000000000000; C = 16_ff; D = 2_101; F = 1.5d2; G = 2.5e-1; H = 1.0x0; L = 16_FFFFFFFFFFFFFFFEl;
BEGIN
  IO.PutInt(A); IO.Put(" "); IF B = FIRST(INTEGER) THEN IO.Put("first ") END; IO.PutInt(C); IO.Put(" "); IO.PutInt(D); IO.Put(" ");
  IO.PutInt(ROUND(F)); IO.Put(" "); IO.PutInt(ROUND(4.0 * G)); IO.Put(" "); IO.PutInt(ROUND(H)); IO.Put(" "); IO.PutInt(VAL(L, INTEGER)); IO.Put("\n");
END Main.
