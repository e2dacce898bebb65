GENERIC INTERFACE SequenceRep(Elem, Seq);

(* What sequences are made of, for those who need their elements in bulk. "Seq" is "Sequence(Elem)". *)

REVEAL Seq.T <: Public;

TYPE
  RefArray = REF ARRAY OF Elem.T;

  (* A ring: "s[i]" is "s.elem[(s.st + i) MOD NUMBER(s.elem^)]". After "init" or "fromArray", "s.elem" is not NIL and not
     empty, "s.st < NUMBER(s.elem^)", "s.sz <= NUMBER(s.elem^)", and "s.sz" is the number of elements. *)
  Public = Seq.Public OBJECT
      elem: RefArray := NIL;
      st: CARDINAL := 0;
      sz: CARDINAL := 0;
    END;

END SequenceRep.
