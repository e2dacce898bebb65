MODULE Compiler;

(* Only calls through variables come here. *)

PROCEDURE ThisFile(): TEXT =
  BEGIN
    RETURN ""
  END ThisFile;

PROCEDURE ThisPath(): TEXT =
  BEGIN
    RETURN ""
  END ThisPath;

PROCEDURE ThisLine(): CARDINAL =
  BEGIN
    RETURN 0
  END ThisLine;

BEGIN
END Compiler.
