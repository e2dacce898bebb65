INTERFACE Stack;
TYPE T <: Public; Public = OBJECT METHODS push (n: INTEGER); pop (): INTEGER RAISES {Empty}; size (): CARDINAL END;
EXCEPTION Empty;
CONST Limit = 3;
VAR made := 100;
PROCEDURE New (): T;
END Stack.
