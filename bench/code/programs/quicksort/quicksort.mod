MODULE quicksort;

FROM Measure IMPORT measure;

CONST Most = 100000;

TYPE
  Item = RECORD
    key, a, b: LONGINT
  END;
  Items = ARRAY [0 .. Most - 1] OF Item;

VAR items: Items;

PROCEDURE Sort(VAR x: Items; low, high: INTEGER);
VAR
  i, j: INTEGER;
  pivot: LONGINT;
  t: Item;
BEGIN
  IF low >= high THEN RETURN END;
  i := low;
  j := high;
  pivot := x[(low + high) DIV 2].key;
  WHILE i <= j DO
    WHILE x[i].key < pivot DO INC(i) END;
    WHILE x[j].key > pivot DO DEC(j) END;
    IF i <= j THEN
      t := x[i];
      x[i] := x[j];
      x[j] := t;
      INC(i);
      DEC(j)
    END
  END;
  Sort(x, low, j);
  Sort(x, i, high)
END Sort;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR
  last, i: INTEGER;
  seed, sum: LONGINT;
BEGIN
  last := VAL(INTEGER, n) - 1;
  seed := 12345;
  FOR i := 0 TO last DO
    seed := seed * 16807 MOD 2147483647;
    items[i].key := seed;
    items[i].a := VAL(LONGINT, i);
    items[i].b := VAL(LONGINT, -i)
  END;
  Sort(items, 0, last);
  sum := 0;
  FOR i := 0 TO last BY 100 DO sum := (sum * 31 + items[i].key) MOD 1000000007 END;
  RETURN sum
END Run;

BEGIN
  measure(Run)
END quicksort.
