INTERFACE TextRd;

(* Readers whose source is a text, wide characters included. They are seekable. *)

IMPORT Rd;

TYPE
  T <: Public;
  Public = Rd.T OBJECT METHODS init(t: TEXT): T END;

PROCEDURE New(t: TEXT): T;

END TextRd.
