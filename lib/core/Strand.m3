MODULE Strand;

(* The kernel reads and writes these fields: its number for the strand, which is 0 for new ones, and the priority. *)

IMPORT Dispatcher, StrandNative, Word;

REVEAL
  T = Public BRANDED "Strand.T" OBJECT
    id: INTEGER := 0;
    priority: INTEGER := defPriority;
  OVERRIDES
    run := DoNothing;
  END;

PROCEDURE DoNothing(<*UNUSED*> s: T) =
  BEGIN
  END DoNothing;

PROCEDURE Block(s: T) =
  BEGIN
    IF StrandNative.Block(s) THEN StrandNative.Wait() END;
  END Block;

PROCEDURE Checkpoint(<*UNUSED*> s: T) =
  BEGIN
  END Checkpoint;

PROCEDURE Resume(<*UNUSED*> s: T) =
  BEGIN
  END Resume;

PROCEDURE Equal(a, b: T): BOOLEAN =
  BEGIN
    RETURN a = b;
  END Equal;

PROCEDURE Hash(a: T): Word.T =
  BEGIN
    RETURN a.id;
  END Hash;

BEGIN
  TRY
    Dispatcher.RequireEphemeral(Block, TRUE, THIS_MODULE());
    Dispatcher.RequireEphemeral(Unblock, TRUE, THIS_MODULE());
    Dispatcher.RequireEphemeral(Checkpoint, TRUE, THIS_MODULE());
    Dispatcher.RequireEphemeral(Resume, TRUE, THIS_MODULE());
  EXCEPT
  | Dispatcher.Error => <*ASSERT FALSE*>
  END;
END Strand.
