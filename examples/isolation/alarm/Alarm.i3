INTERFACE Alarm;

PROCEDURE Sound(level: INTEGER);

PROCEDURE Isolate(on: BOOLEAN);
(* Whether a listener that fails hurts who sounds the alarm. *)

END Alarm.
