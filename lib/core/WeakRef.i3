INTERFACE WeakRef;

(* References that do not keep what they refer to from the collector.

   Abstract state of a weak reference "w": the object that it refers to, or none: then it is dead; and a procedure that is
   called once when it has died, or NIL.

   A weak reference dies when the collector finds that no way leads to its object: from variables, from the stacks of
   threads, or from another object with a weak reference that has a procedure. So, if one such object leads to another,
   that one ends first; of several that lead to each other in a circle, any one. *)

TYPE
  T = RECORD
      cell: Cell := NIL;
    END;
  (* Weak references can be assigned, compared, and used with the procedures below. The default is dead. *)

  Cell <: REFANY;

  CleanUpProc = PROCEDURE(READONLY w: T; r: REFANY);

PROCEDURE FromRef(r: REFANY; p: CleanUpProc := NIL): T;
(* A new weak reference to the object of "r", which is not NIL. If "p" is not NIL, then, some time after it has died,
   "p(w, r)" is called by a thread of the domain that called "FromRef"; the object stays until that returns, and longer if
   "p" made a way to it. Calls of one domain come one after the other, so "p" should be done soon. *)

PROCEDURE ToRef(w: T): REFANY;
(* The object; NIL if "w" is dead. It does not come back to life. *)

END WeakRef.
