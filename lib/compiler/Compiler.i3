INTERFACE Compiler;

(* What the compiler knows about a place in a program, and what the program runs on. *)

TYPE
  OS = {POSIX, WIN32};
  Platform = {SPIN};

CONST
  ThisOS = OS.POSIX;  (* names of files are separated by "/" *)
  ThisPlatform = Platform.SPIN;

PROCEDURE ThisFile(): TEXT;
(* The name, without folders, of the file in which the call stands. *)

PROCEDURE ThisPath(): TEXT;
(* That name with the folders, as the compiler was given it. *)

PROCEDURE ThisLine(): CARDINAL;
(* The number of the line on which the call begins; the first is 1. *)

(* A call is a constant where it names the procedure, "Compiler.ThisLine()" or "ThisLine()" after "FROM Compiler IMPORT ThisLine", or a constant that is the
   procedure. A call through a variable gives "" or 0. In a generic unit the place is in the generic's file. *)

END Compiler.
