INTERFACE NullRd;

(* A reader of nothing: it has no characters, can be sought, and never keeps anybody waiting. *)

IMPORT Rd;

TYPE
  T <: Public;
  Public = Rd.T OBJECT METHODS init(): T END;

END NullRd.
