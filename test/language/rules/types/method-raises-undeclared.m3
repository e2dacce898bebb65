(* 2.2.9 Objects: the RAISES of a method lists exceptions. *)
=== errors
MODULE Main;
TYPE T = OBJECT METHODS m() RAISES {Missing} END;
(*                                  ^ M3103: Missing is not declared *)
BEGIN
END Main.
