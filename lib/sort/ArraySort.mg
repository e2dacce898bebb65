GENERIC MODULE ArraySort(Elem);

(* Runs of a few elements are sorted by insertion, then merged: from "a" to a copy and back, until one is left. *)

CONST Run = 12;

PROCEDURE Sort(VAR a: ARRAY OF Elem.T; cmp := Elem.Compare) =
  VAR
    width: CARDINAL := Run;
    copy: REF ARRAY OF Elem.T;
  BEGIN
    FOR start := 0 TO LAST(a) BY Run DO
      WITH run = SUBARRAY(a, start, MIN(Run, NUMBER(a) - start)) DO Insertion(run, cmp) END;
    END;
    IF NUMBER(a) <= Run THEN RETURN END;
    copy := NEW(REF ARRAY OF Elem.T, NUMBER(a));
    WHILE width < NUMBER(a) DO
      MergeRuns(a, copy^, width, cmp);
      width := 2 * width;
      IF width < NUMBER(a) THEN
        MergeRuns(copy^, a, width, cmp);
        width := 2 * width;
      ELSE
        a := copy^;
      END;
    END;
  END Sort;

PROCEDURE Insertion(VAR a: ARRAY OF Elem.T; cmp := Elem.Compare) =
  VAR
    x: Elem.T;
    j: CARDINAL;
  BEGIN
    FOR i := 1 TO LAST(a) DO
      x := a[i];
      j := i;
      WHILE j > 0 AND cmp(a[j - 1], x) > 0 DO
        a[j] := a[j - 1];
        DEC(j);
      END;
      a[j] := x;
    END;
  END Insertion;

(* Two sorted runs of that width become one, all along "from". *)
PROCEDURE MergeRuns(VAR from, to: ARRAY OF Elem.T; width: CARDINAL; cmp := Elem.Compare) =
  VAR
    start: CARDINAL := 0;
    middle, end: CARDINAL;
  BEGIN
    WHILE start < NUMBER(from) DO
      middle := MIN(start + width, NUMBER(from));
      end := MIN(middle + width, NUMBER(from));
      Merge(from, to, start, middle, end, cmp);
      start := end;
    END;
  END MergeRuns;

PROCEDURE Merge(VAR from, to: ARRAY OF Elem.T; start, middle, end: CARDINAL; cmp := Elem.Compare) =
  VAR
    i := start;
    j := middle;
  BEGIN
    (* Often enough they are in order already. *)
    IF middle = end OR cmp(from[middle - 1], from[middle]) <= 0 THEN
      SUBARRAY(to, start, end - start) := SUBARRAY(from, start, end - start);
      RETURN;
    END;
    FOR k := start TO end - 1 DO
      IF j = end OR i < middle AND cmp(from[i], from[j]) <= 0 THEN
        to[k] := from[i];
        INC(i);
      ELSE
        to[k] := from[j];
        INC(j);
      END;
    END;
  END Merge;

BEGIN
END ArraySort.
