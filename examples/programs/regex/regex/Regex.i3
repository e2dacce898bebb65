INTERFACE Regex;

(* Regular expressions, matched in time that grows only with the product of the lengths of pattern and text.

     c           that character              .          any character
     [a-z_]      one of those                [^a-z]     any other one
     \c          "c" itself; \d \w \s a digit, a letter or digit or "_", a blank; \D \W \S any other one
     ^ $         the beginning, the end of the text
     xy          x, then y                   x|y        x or y
     x* x+ x?    any number, at least one, at most one: as many as possible
     x*? x+? x??  the same, as few as possible
     (x)         x, and where it matched is remembered;  (?:x)  just x

   Of several matches the leftmost counts; of several that begin there, the one that comes first in the order that the
   pattern prefers, as in Perl. *)

TYPE
  T <: Public;
  Public = OBJECT
    METHODS
      match(text: TEXT; start: CARDINAL := 0): Match;
      (* The first match that begins at "start" or later; NIL if there is none. *)
      groups(): CARDINAL;
      (* The number of "(x)" in the pattern. *)
    END;

  (* Where each group matched: group 0 is the whole, the others are numbered by their "(" from 1. *)
  Match = REF ARRAY OF Span;
  Span = RECORD
      from, to: INTEGER := -1;    (* "text[from .. to - 1]"; -1 if the group took no part *)
    END;

EXCEPTION Error(Problem);

TYPE Problem = RECORD at: CARDINAL; message: TEXT END;

PROCEDURE Compile(pattern: TEXT): T RAISES {Error};

PROCEDURE Replace(re: T; text, by: TEXT): TEXT;
(* "text" with each match replaced by "by", where "$n" (one digit) stands for what group "n" matched, and "$$" for "$". *)

END Regex.
