INTERFACE Strands;

(* Each procedure does its work "n" times. *)

PROCEDURE ForkJoin(n: INTEGER): INTEGER;     (* a thread that does nothing, and waiting for its end *)
PROCEDURE PingPong(n: INTEGER): INTEGER;     (* two strands wake each other in turn, there and back *)
PROCEDURE Semaphores(n: INTEGER): INTEGER;   (* the same by two semaphores *)
PROCEDURE Work(n: INTEGER): INTEGER;         (* arithmetic *)
PROCEDURE Spin(k: INTEGER);                  (* "k" strands that never end *)
PROCEDURE Blocked(k: INTEGER);               (* "k" strands that wait for ever *)

END Strands.
