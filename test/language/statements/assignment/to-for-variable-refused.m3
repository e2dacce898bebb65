=== errors
(* An assignment v := e evaluates e and stores its value; v must be a writable designator. *)
MODULE Main;
BEGIN
  FOR i := 1 TO 2 DO
    i := 5;
(*  ^ M3702: this cannot be assigned: i is the variable of a FOR statement *)
  END
END Main.
