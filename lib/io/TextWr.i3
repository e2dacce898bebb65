INTERFACE TextWr;

(* Writers whose target is a text, wide characters included. "TextWr.New()" or "NEW(TextWr.T).init()" makes an empty one. *)

IMPORT Wr;

TYPE
  T <: Public;
  Public = Wr.T OBJECT METHODS init(): T END;

PROCEDURE New(): T;

PROCEDURE ToText(wr: T): TEXT;
(* What has been written since the writer was made or last asked; the writer is empty afterwards. *)

END TextWr.
