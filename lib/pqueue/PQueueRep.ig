GENERIC INTERFACE PQueueRep(PQ);

(* What priority queues are made of, for those who need their elements in bulk. "PQ" is "PQueue(Priority)". *)

REVEAL PQ.Default <: DefaultPub;

TYPE
  EltsArray = REF ARRAY OF PQ.Elt;

  (* The elements are "heap[1]" to "heap[sz]", and none has a lesser priority than that of "heap[i]" at 2i and 2i + 1. *)
  DefaultPub = PQ.DefaultPub OBJECT
      sz: CARDINAL := 0;
      heap: EltsArray := NIL;
    END;

END PQueueRep.
