INTERFACE RandomPerm;

(* Permutations of the numbers 0 to n - 1 as if drawn by lot.

   Abstract state of a permutation: its "size()", its members in order, and "index()", how many of them "next" has given. It serves one thread at a time. *)

IMPORT Random;

EXCEPTION Exhausted;

TYPE
  T = OBJECT METHODS
    size(): CARDINAL;
    index(): CARDINAL;

    copy(): T;
    (* Another one in the same state and of the same type. *)

    next(): CARDINAL RAISES {Exhausted};
    (* The member after those already given. After the last: "Exhausted", and then from the first again. *)
  END;

TYPE
  LowQuality <: T OBJECT METHODS init(n: CARDINAL; r: Random.T): LowQuality END;
  (* Needs no room, and is easily seen through: an arithmetic progression modulo n. "n" is less than 2^31. *)

  HighQuality <: T OBJECT METHODS init(n: CARDINAL; r: Random.T): HighQuality END;
  (* Each permutation is as likely as any other; takes room for "n" numbers. *)

(* "init" makes a new permutation of "n" numbers with the help of "r", and returns its object. *)

PROCEDURE Fill(VAR perm: ARRAY OF CARDINAL; r: Random.T);
(* Fill "perm" with a permutation of 0 to LAST(perm): each is as likely as any other. *)

END RandomPerm.
