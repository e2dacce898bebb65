GENERIC INTERFACE SortedTable(Key, Tbl);

(* Tables whose pairs can be had in the order of their keys.

   "Tbl" is an instance "Table(Key, Value)". "Key" has a text constant "Brand" and

|    PROCEDURE Compare(k1, k2: T): [-1 .. 1];

   with parameters by value or READONLY: a total order that does not change while a table uses it, -1 if "k1" comes first.

   Abstract state of a table "t": that of a "Tbl.T", where keys are equivalent if they compare as 0. *)

CONST
  Brand = "(Sorted " & Tbl.Brand & ")";
  DefaultBrand = "(Default " & Brand & ")";

TYPE
  T = Tbl.T OBJECT
    METHODS
      iterateOrdered(up: BOOLEAN := TRUE): Iterator;
      (* A new iterator that goes from the least key to the greatest or, unless "up", from the greatest to the least. *)
    END;

  (* Delivers pairs in order. The table may change while it is in use: what is delivered next is always the pair with the
     next key, at that moment, after the one that was delivered last. *)
  Iterator = Tbl.Iterator OBJECT
    METHODS
      seek(READONLY key: Key.T);
      (* Go to where "next" delivers the first pair, in the order of this iterator, whose key is "key" or comes after it.
         This may lead forward or back. A checked run-time error after "next" has returned FALSE. *)
    END;

  (* Tables by balanced trees. "get", "put", "delete", "seek" take time in the order of the logarithm of the size,
     whatever the keys and their order; "next" takes constant time on average. "iterate" is "iterateOrdered(TRUE)". *)
  Default <: T OBJECT
    METHODS
      init(): Default;
      (* Makes it empty; the table itself. *)

      keyCompare(READONLY k1, k2: Key.T): [-1 .. 1];
      (* What the table uses; a subtype may override it. It is "Key.Compare". *)
    END;

(* Nothing here is locked: while one thread changes a table or moves an iterator, no other may use it. *)

END SortedTable.
