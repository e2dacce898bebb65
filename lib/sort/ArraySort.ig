GENERIC INTERFACE ArraySort(Elem);

(* Sorting of arrays. "Elem.T" is any type but an open array; "Elem" has

|    PROCEDURE Compare(a, b: T): [-1 .. 1];

   a total order, with parameters of any mode. *)

PROCEDURE Sort(VAR a: ARRAY OF Elem.T; cmp := Elem.Compare);
(* Puts the elements of "a" in ascending order by "cmp"; those that compare as 0 stay in the order in which they were. Time
   is in the order of n log n, whatever the array, and needs room for as many elements again while it works. *)

END ArraySort.
