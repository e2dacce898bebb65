INTERFACE HashTable;

PROCEDURE Run(n: INTEGER): INTEGER;
(* Counts "n" random words in a table with TEXT keys; a checksum of the counts. *)

END HashTable.
