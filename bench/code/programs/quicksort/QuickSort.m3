MODULE QuickSort;

TYPE Item = RECORD key, a, b: INTEGER END;

VAR items := NEW(REF ARRAY OF Item, 100000);

PROCEDURE Sort(VAR x: ARRAY OF Item; low, high: INTEGER) =
  VAR
    i := low;
    j := high;
    pivot: INTEGER;
    t: Item;
  BEGIN
    IF low >= high THEN RETURN END;
    pivot := x[(low + high) DIV 2].key;
    WHILE i <= j DO
      WHILE x[i].key < pivot DO INC(i) END;
      WHILE x[j].key > pivot DO DEC(j) END;
      IF i <= j THEN
        t := x[i];
        x[i] := x[j];
        x[j] := t;
        INC(i);
        DEC(j);
      END;
    END;
    Sort(x, low, j);
    Sort(x, i, high);
  END Sort;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR
    seed := 12345;
    sum := 0;
  BEGIN
    FOR i := 0 TO n - 1 DO
      seed := seed * 16807 MOD 2147483647;
      items[i] := Item{seed, i, -i};
    END;
    Sort(items^, 0, n - 1);
    FOR i := 0 TO n - 1 BY 100 DO sum := (sum * 31 + items[i].key) MOD 1000000007 END;
    RETURN sum;
  END Run;

BEGIN
END QuickSort.
