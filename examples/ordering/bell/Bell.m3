MODULE Bell;

IMPORT IO;

PROCEDURE Ring() =
  BEGIN
    IO.Put(" ding");
  END Ring;

BEGIN
END Bell.
