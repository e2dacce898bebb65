MODULE Service;

PROCEDURE Request(<*UNUSED*> n: INTEGER) =
  BEGIN
  END Request;

BEGIN
  handled := 0;
END Service.
