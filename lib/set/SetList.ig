GENERIC INTERFACE SetList(ElemSet);

(* Sets as lists, for a few elements, or for such that can be compared but have no hash. "member", "insert" and "delete" take
   time in the order of the number of elements. "ElemSet" is "Set(Elem)". *)

TYPE
  T <: Public;
  Public = ElemSet.T OBJECT
    METHODS
      init(): T;
      (* Makes it empty, as a new one is; the set itself. *)
    END;

  Iterator <: ElemSet.Iterator;

END SetList.
