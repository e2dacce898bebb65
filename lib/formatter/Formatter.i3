INTERFACE Formatter;

(* Pretty printing: expressions, which are texts and groups of expressions, with places between them where lines may be broken. A formatter chooses
   among these places so that lines do not become too long, and lets lines begin below what they belong to.

   Abstract state of a formatter: the expressions and operators that were put since the last "Flush"; the writer that they go to; the column that it is in,
   from 0; the width that lines should have at most. Nothing is written before "Flush" or "Close". A formatter serves one thread at a time.

   Each group has a left margin, which is that of the group around it or, with "Begin", its own. Lines that are begun in it are indented by the margin and
   the break's "offset". *)

IMPORT Wr;

TYPE T <: REFANY;

PROCEDURE New(wr: Wr.T; width: CARDINAL := 75): T;
PROCEDURE UnderlyingWr(t: T): Wr.T;

PROCEDURE Flush(t: T) RAISES {Wr.Failure};
(* End all groups that are open, write everything, and flush the writer. *)

PROCEDURE Close(t: T) RAISES {Wr.Failure};
(* The same for the last time. The writer stays open. *)

(* Texts *)

PROCEDURE PutText(t: T; text: TEXT; raw := FALSE) RAISES {Wr.Failure};
(* An expression that is "text", if "raw". Else each word and each blank of "text" is one, and each newline is a "NewLine(t)". *)

PROCEDURE PutChar(t: T; c: CHAR) RAISES {Wr.Failure};
(* The same for one character; characters that follow one another, other than blanks and newlines, are one word. *)

(* Breaks. What a break decides upon are the expressions from there to the next break that binds as weakly as it does or weaker, or to the end of its group.
   A "Break" that is "NonOptimal" binds strongest, then come the other kinds of "Break", "PartialBreak", "NewLine", "UnitedBreak". If "freshLine", a new line
   begins only if the column is beyond its indentation; else blanks lead there. *)

TYPE BreakType = {NonOptimal, OptimalBreak, OptimalNoBreak};

PROCEDURE Break(t: T; offset := 0; type := BreakType.OptimalBreak; freshLine := TRUE) RAISES {Wr.Failure};
(* Perhaps a new line.
   "NonOptimal": if what follows does not fit into this line.
   The others: if with it what follows takes fewer lines within the width than without; of two ways that are equally good, "OptimalBreak" takes the new line.
   What fits into this line stays in it. Breaks that decide upon parts of what follows count as "NonOptimal" in this comparison. *)

PROCEDURE PartialBreak(t: T; offset := 0; freshLine := TRUE) RAISES {Wr.Failure};
(* A new line if the innermost object between "Begin" and "End" has taken more than one so far. *)

PROCEDURE NewLine(t: T; offset := 0; freshLine := TRUE) RAISES {Wr.Failure};
(* A new line. *)

PROCEDURE UnitedBreak(t: T; offset := 0; freshLine := TRUE) RAISES {Wr.Failure};
(* A new line if the innermost group does not fit into the line in which it begins: all of its breaks of this kind are taken, or none. *)

(* Groups *)

PROCEDURE Group(t: T) RAISES {Wr.Failure};
(* What follows up to the matching "End" is one expression. *)

PROCEDURE Begin(t: T; offset := 0; width: CARDINAL := LAST(CARDINAL)) RAISES {Wr.Failure};
(* The same, with a left margin "offset" to the right of where it begins, or that of the group around it if "offset = LAST(INTEGER)"; and with another width
   for lines, if one is given. *)

TYPE
  AlignPred = OBJECT METHODS
    pred(column, maxWidth, width: CARDINAL): BOOLEAN;
    (* May an entry in this column, which is "width" wide, be lined up with entries above it, of which the widest is "maxWidth" wide? *)
  END;

PROCEDURE Align(t: T; columns: CARDINAL; tryOneLine: BOOLEAN := TRUE; offset: INTEGER := 0; alignPred: AlignPred := NIL) RAISES {Wr.Failure};
(* What follows up to the matching "End" is a table. Each expression in it is a row; those of a group are the row's entries, at most "columns". Each row begins a
   line, indented by margin and "offset", and entries stand below one another in columns as wide as the widest of them, as long as these columns fit into lines and
   "alignPred", if given, has no objection; a row with which that is not so is printed as it is, and those after it are a table of their own. All rows
   stand in one line if "tryOneLine", they fit into it, and the innermost object between "Begin" and "End" has taken no more than one line. *)

PROCEDURE NoAlign(t: T) RAISES {Wr.Failure};
(* The expression that follows, in a table, is no row: it is printed without a new line before it. *)

PROCEDURE Col(t: T; column: INTEGER; relative := FALSE; space: CARDINAL := 0) RAISES {Wr.Failure};
(* Blanks up to "column", counted from the left margin if "relative"; or "space" of them, if that is passed or reached. *)

PROCEDURE End(t: T) RAISES {Wr.Failure};
(* The end of the group that was begun last. It is a checked run-time error if there is none. *)

END Formatter.
