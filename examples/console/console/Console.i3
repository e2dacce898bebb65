INTERFACE Console;

(* A console is a capability: who holds a "T" may write and read it, and nobody can make one but this module.

   State of a console: open or closed, and the number of lines written to it. Using a closed one does nothing. *)

TYPE T <: REFANY;

PROCEDURE Open(): T;
PROCEDURE Write(t: T; msg: TEXT);
PROCEDURE Read(t: T; VAR msg: TEXT);
PROCEDURE Close(t: T);

END Console.
