INTERFACE AutoFlushWr;

(* A writer that hands on what it is given to another one, "ch", and flushes it soon, whether anybody asks for that or not.
   After "init" only the new writer may be used; closing it closes "ch". *)

IMPORT Time, Wr;

TYPE
  T <: Public;
  Public = Wr.T OBJECT METHODS
    init(ch: Wr.T; p: Time.T := -1.0D0): T;
    (* What is written reaches the target of "ch" at most about "p" seconds later; a negative "p" leaves the time to the writer.
       A failure of "ch" that nobody waits for is told by the next operation that needs "ch". *)
  END;

END AutoFlushWr.
