MODULE trees;

FROM Measure IMPORT measure;
FROM SysStorage IMPORT ALLOCATE, DEALLOCATE;

TYPE
  Tree = POINTER TO Node;
  Node = RECORD
    left, right: Tree
  END;

PROCEDURE Make(depth: INTEGER): Tree;
VAR t: Tree;
BEGIN
  NEW(t);
  IF depth = 0 THEN
    t^.left := NIL;
    t^.right := NIL
  ELSE
    t^.left := Make(depth - 1);
    t^.right := Make(depth - 1)
  END;
  RETURN t
END Make;

PROCEDURE Count(t: Tree): INTEGER;
BEGIN
  IF t^.left = NIL THEN RETURN 1 END;
  RETURN 1 + Count(t^.left) + Count(t^.right)
END Count;

(* The other languages collect garbage in its stead. *)
PROCEDURE Release(t: Tree);
BEGIN
  IF t^.left # NIL THEN
    Release(t^.left);
    Release(t^.right)
  END;
  DISPOSE(t)
END Release;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR
  t: Tree;
  i: INTEGER;
  sum: LONGINT;
BEGIN
  sum := 0;
  FOR i := 1 TO 20 DO
    t := Make(VAL(INTEGER, n));
    INC(sum, Count(t));
    Release(t)
  END;
  RETURN sum
END Run;

BEGIN
  measure(Run)
END trees.
