MODULE Trees;

TYPE Tree = REF RECORD left, right: Tree := NIL END;

PROCEDURE Make(depth: INTEGER): Tree =
  BEGIN
    IF depth = 0 THEN RETURN NEW(Tree) END;
    RETURN NEW(Tree, left := Make(depth - 1), right := Make(depth - 1));
  END Make;

PROCEDURE Count(t: Tree): INTEGER =
  BEGIN
    IF t.left = NIL THEN RETURN 1 END;
    RETURN 1 + Count(t.left) + Count(t.right);
  END Count;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO 20 DO INC(sum, Count(Make(n))) END;
    RETURN sum;
  END Run;

BEGIN
END Trees.
