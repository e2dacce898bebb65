(* A module that does not use a module that uses it is initialised before it, whoever imports whom in a circle (2.5.6). *)
MODULE Main;
IMPORT Even, IO, Log;
BEGIN
  IO.Put(Log.text & " " & Log.Truth(Even.Is(10)) & " " & Log.Truth(Even.Is(7)) & "\n")
END Main.
