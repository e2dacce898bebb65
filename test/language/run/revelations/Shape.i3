INTERFACE Shape;
TYPE T <: Public; Public = OBJECT name := "?" METHODS area (): INTEGER END;
PROCEDURE Square (side: INTEGER): T;
PROCEDURE Show (t: T);
END Shape.
