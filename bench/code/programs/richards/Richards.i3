INTERFACE Richards;

PROCEDURE Run(n: INTEGER): INTEGER;
(* Martin Richards's simulation of an operating system's kernel, "n" times over. Each makes 2322 packets go from task to task and holds tasks 928 times; the result is 2322928 times "n". *)

END Richards.
