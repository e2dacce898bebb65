(* 2.6.5: Each kind of quotes stands in the other without a backslash, and in its own with one. *)
MODULE Main;
IMPORT IO;
BEGIN
  IO.PutChar('"'); IO.PutChar('\''); IO.PutChar('\"'); IO.Put("'\"\'"); IO.PutChar('\\'); IO.PutInt(ORD('\n')); IO.PutInt(ORD('\t')); IO.PutInt(ORD('\r')); IO.PutInt(ORD('\f'));
  IO.PutInt(ORD('\101')); IO.PutInt(ORD('\x41')); IO.PutInt(ORD('\X4a')); IO.PutInt(ORD('\377')); IO.PutInt(ORD(W'\x0041')); IO.PutInt(ORD(W'\000101')); IO.Put("\n");
END Main.
