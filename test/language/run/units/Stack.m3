MODULE Stack;
IMPORT Log;
REVEAL T = Public BRANDED "Stack.T" OBJECT items: REF ARRAY OF INTEGER; count := 0 OVERRIDES push := Push; pop := Pop; size := Size END;
PROCEDURE New (): T = BEGIN INC(made); RETURN NEW(T, items := NEW(REF ARRAY OF INTEGER, Limit)) END New;
PROCEDURE Push (self: T; n: INTEGER) =
  BEGIN
    IF self.count = NUMBER(self.items^) THEN
      WITH more = NEW(REF ARRAY OF INTEGER, 2 * self.count) DO SUBARRAY(more^, 0, self.count) := self.items^; self.items := more; Log.Note("grown") END;
    END;
    self.items[self.count] := n; INC(self.count);
  END Push;
PROCEDURE Pop (self: T): INTEGER RAISES {Empty} = BEGIN IF self.count = 0 THEN RAISE Empty END; DEC(self.count); RETURN self.items[self.count] END Pop;
PROCEDURE Size (self: T): CARDINAL = BEGIN RETURN self.count END Size;
BEGIN
  Log.Note("stack ready");
END Stack.
