=== errors
(* A method is called with the object as its first argument; subtypes inherit and override. *)
MODULE Main;
TYPE R = REF INTEGER; T = R OBJECT END;
(*                        ^ M3111: R is not an object type, so it has no object subtypes *)
BEGIN
END Main.
