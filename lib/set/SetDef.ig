GENERIC INTERFACE SetDef(ElemSet);

(* Sets by hashing: "member", "insert" and "delete" take constant time on average. "ElemSet" is "Set(Elem)", and "Elem" has

|    PROCEDURE Hash(e: T): Word.T;

   which is the same for equivalent elements. *)

TYPE
  T <: Public;
  Public = ElemSet.T OBJECT
    METHODS
      init(sizeHint: CARDINAL := 0): T;
      (* Makes it empty; the set itself. To be called, or "fromArray", before anything else: without it, the others are
         checked run-time errors. "sizeHint" is a guess how many elements there will be. *)
    END;

  Iterator <: ElemSet.Iterator;

END SetDef.
