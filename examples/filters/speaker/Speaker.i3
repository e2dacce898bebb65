INTERFACE Speaker;

PROCEDURE Say(msg: TEXT);
(* Say "msg". *)

END Speaker.
