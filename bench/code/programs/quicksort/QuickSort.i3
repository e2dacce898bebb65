INTERFACE QuickSort;

PROCEDURE Run(n: INTEGER): INTEGER;
(* Sorts "n" records of three words by their keys; a checksum of the sorted keys. *)

END QuickSort.
