INTERFACE MProperty;

(* Sets of properties that several threads may use at once: each method holds "m". *)

IMPORT Property, Thread;

TYPE
  Set <: Set_public;
  Set_public = Property.Set OBJECT
    m: Thread.Mutex;
  END;

PROCEDURE New(): Set;
(* An empty one, with a mutex of its own. *)

END MProperty.
