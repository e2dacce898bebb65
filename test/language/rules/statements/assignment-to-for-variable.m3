(* 2.3.16 For: the variable of a FOR statement is not writable. *)
=== errors
MODULE Main;
BEGIN
  FOR i := 1 TO 10 DO i := 3 END;
(*                    ^ M3702: this cannot be assigned: i is the variable of a FOR statement *)
END Main.
