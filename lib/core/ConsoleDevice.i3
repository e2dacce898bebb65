INTERFACE ConsoleDevice;

(* The machine's console: two ports for output, one source of input, of bytes. A terminal takes them as UTF-8;
   "Stdio" makes writers and readers of characters of it.

   The machine gathers output and shows it in order: at the latest when the program waits for input,
   writes to the other port, uses up its quantum, or ends in whatever way. *)

TYPE Port = {Output, Error};

<*EXTERNAL*>
PROCEDURE Write(port: Port; READONLY chars: ARRAY OF CHAR);
(* Append the bytes "chars" to the port. *)

<*EXTERNAL*>
PROCEDURE Read(VAR chars: ARRAY OF CHAR): CARDINAL;
(* Wait until input is there or has ended; store at most "NUMBER(chars)" bytes from the start of "chars".
   The number stored; 0 at the end of the input (or if "chars" is empty). *)

<*EXTERNAL*>
PROCEDURE Ready(): BOOLEAN;
(* Would "Read" return at once? *)

END ConsoleDevice.
