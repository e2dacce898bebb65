GENERIC INTERFACE ListSort(Elem, ElemList);

(* Sorting of lists. "ElemList" is "List(Elem)"; "Elem" has a text constant "Brand" and

|    PROCEDURE Compare(e1, e2: T): [-1 .. 1];

   a total order, without side effects. *)

CONST Brand = "(ListSort " & Elem.Brand & ")";

TYPE T = ElemList.T;

PROCEDURE Sort(l: T; c := Elem.Compare): T;
PROCEDURE SortD(l: T; c := Elem.Compare): T;
(* The elements of "l" in ascending order by "c"; those that compare as 0 stay in the order in which they were. "Sort" makes
   new cells, "SortD" changes the "tail" fields of the cells of "l". Time is in the order of n log n, whatever the list. *)

END ListSort.
