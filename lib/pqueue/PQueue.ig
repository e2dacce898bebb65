GENERIC INTERFACE PQueue(Priority);

(* Priority queues: bags of elements, of which one with the least priority can be had.

   "Priority.T" is any type but an open array. "Priority" has a text constant "Brand" and

|    PROCEDURE Compare(p1, p2: T): [-1 .. 1];

   a total order, with parameters by value or READONLY. *)

CONST EltBrand = "(PQueueElt " & Priority.Brand & ")";

TYPE
  (* An element; subtypes carry what is queued. It is in one queue at a time. While it is in one, its priority is changed
     only by "change". *)
  Elt <: OBJECT
      priority: Priority.T;
    END;

EXCEPTION
  Empty;         (* the queue has no elements *)
  NotInQueue;    (* the element is not in this queue *)

CONST
  Brand = "(PQueue " & Priority.Brand & ")";
  DefaultBrand = "(Default " & Brand & ")";

TYPE
  T = OBJECT
    METHODS
      insert(READONLY elt: Elt);
      (* Adds "elt"; a checked run-time error if it is in a queue already. *)

      delete(elt: Elt) RAISES {NotInQueue};
      (* Takes "elt" out. *)

      size(): CARDINAL;
      (* The number of elements. *)

      min(): Elt RAISES {Empty};
      (* An element with the least priority. *)

      deleteMin(): Elt RAISES {Empty};
      (* Takes "min()" out and returns it. *)

      change(elt: Elt; newP: Priority.T) RAISES {NotInQueue};
      (* Makes "newP" the priority of "elt", which is in the queue. *)
    END;

  Default <: DefaultPub;

  (* Priority queues as heaps: "size" and "min" take constant time, "fromArray" linear time, the others time in the order of
     the logarithm of the size. *)
  DefaultPub = T OBJECT
    METHODS
      init(sizeHint: CARDINAL := 10): Default;
      (* Makes it empty; the queue itself. To be called, or "fromArray", before anything else: without it, the others are
         checked run-time errors. "sizeHint" is a guess how many elements there will be. *)

      fromArray(READONLY e: ARRAY OF Elt): Default;
      (* Gives it those elements; the queue itself. *)

      pCompare(READONLY p1, p2: Priority.T): [-1 .. 1];
      (* What the queue uses; a subtype may override it. It is "Priority.Compare". *)
    END;

(* Nothing here is locked: while one thread changes a queue, no other may use it. *)

END PQueue.
