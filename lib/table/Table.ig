GENERIC INTERFACE Table(Key, Value);

(* Tables: partial maps from keys to values, which change.

   "Key.T" and "Value.T" are any types but open arrays. "Key" and "Value" have a text constant "Brand"; "Key" has

|    PROCEDURE Equal(k1, k2: T): BOOLEAN;
|    PROCEDURE Hash(k: T): Word.T;

   with parameters by value or READONLY. "Equal" is an equivalence that does not change while a table uses it, and
   equivalent keys have the same hash.

   Abstract state of a table "t": a finite set of pairs (key, value), no two of them with equivalent keys. *)

IMPORT Word;

CONST
  Brand = "(Table " & Key.Brand & " " & Value.Brand & ")";
  DefaultBrand = "(Default " & Brand & ")";

TYPE
  T = OBJECT
    METHODS
      get(READONLY k: Key.T; VAR v: Value.T): BOOLEAN;
      (* Is there a pair with a key equivalent to "k"? If so "v" becomes its value; else "v" stays as it is. *)

      put(READONLY k: Key.T; READONLY v: Value.T): BOOLEAN;
      (* TRUE if there is such a pair, whose value becomes "v" (its key stays as it is); else the pair ("k", "v") is
         added. *)

      delete(READONLY k: Key.T; VAR v: Value.T): BOOLEAN;
      (* TRUE if there is such a pair: "v" becomes its value and the pair is taken out. *)

      size(): CARDINAL;
      (* The number of pairs. *)

      iterate(): Iterator;
      (* A new iterator, at the beginning. *)
    END;

  (* An iterator delivers each pair of its table once, in an order of its own. While it is in use, values may be
     replaced, and the pair that was delivered last may be deleted. After any other change of the table, which pairs are
     still delivered, and how often, is open; it comes to an end all the same. *)
  Iterator = OBJECT
    METHODS
      init(): Iterator;
      (* Back to the beginning; the iterator itself. *)

      next(VAR k: Key.T; VAR v: Value.T): BOOLEAN;
      (* FALSE, and nothing is set, if there are no more pairs. To call it again after that is a checked run-time
         error. *)
    END;

  (* Tables by hashing. All operations but "iterate" take constant time on average if the hash is good, whatever the
     number of pairs, and "init" of a fresh one as long as the hint is large. *)
  Default <: T OBJECT
    METHODS
      init(sizeHint: CARDINAL := 0): Default;
      (* Makes it empty; the table itself. To be called before anything else: without it, the others are checked
         run-time errors. "sizeHint" is a guess how many pairs there will be. *)

      keyEqual(READONLY k1, k2: Key.T): BOOLEAN;
      keyHash(READONLY k: Key.T): Word.T;
      (* What the table uses; a subtype may override both. They are "Key.Equal" and "Key.Hash". *)
    END;

(* Nothing here is locked: while one thread changes a table or moves an iterator, no other may use it. *)

END Table.
