INTERFACE NullWr;

(* A writer that forgets what it is given and only counts: "Wr.Index" and "Wr.Length" are the number of characters written since "init".
   It cannot be sought. *)

IMPORT Wr;

TYPE
  T <: Public;
  Public = Wr.T OBJECT METHODS init(): T END;

END NullWr.
