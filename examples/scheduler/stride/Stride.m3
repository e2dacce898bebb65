MODULE Stride;

IMPORT Dispatcher, Strand;

CONST
  Max = 16;
  Unit = 1000000;

TYPE
  Task = RECORD
    strand: Strand.T := NIL;
    stride, pass: INTEGER := 0;
    ready := FALSE;       (* neither ended nor waiting *)
    turns: CARDINAL := 0;
  END;

(* Handlers must not wait and must not allocate, so all is in an array. *)
VAR
  tasks: ARRAY [0..Max - 1] OF Task;
  n: [0..Max] := 0;
  running: [-1..Max - 1] := -1;

PROCEDURE Add(s: Strand.T; tickets: [1..1000]) =
  BEGIN
    tasks[n] := Task{strand := s, stride := Unit DIV tickets, pass := Unit DIV tickets, ready := TRUE};
    INC(n);
  END Add;

PROCEDURE Start() =
  BEGIN
    (* Each is alive, but stopped before it has done anything. *)
    FOR i := 0 TO n - 1 DO
      Strand.Run(tasks[i].strand);
      EVAL Strand.Stop(tasks[i].strand);
    END;
    Next();
  END Start;

PROCEDURE Turns(s: Strand.T): CARDINAL =
  BEGIN
    WITH i = Find(s) DO
      IF i < 0 THEN RETURN 0 ELSE RETURN tasks[i].turns END;
    END;
  END Turns;

EPHEMERAL PROCEDURE Find(s: Strand.T): [-1..Max - 1] =
  BEGIN
    FOR i := 0 TO n - 1 DO
      IF tasks[i].strand = s THEN RETURN i END;
    END;
    RETURN -1;
  END Find;

(* The task that is furthest behind goes on. *)
EPHEMERAL PROCEDURE Next() =
  BEGIN
    running := -1;
    FOR i := 0 TO n - 1 DO
      IF tasks[i].ready AND (running < 0 OR tasks[i].pass < tasks[running].pass) THEN running := i END;
    END;
    IF running >= 0 THEN Strand.Run(tasks[running].strand) END;
  END Next;

(* A task has lost the processor. *)
EPHEMERAL PROCEDURE Checkpoint(s: Strand.T) =
  BEGIN
    WITH i = Find(s) DO
      IF i < 0 THEN RETURN END;
      INC(tasks[i].pass, tasks[i].stride);
      INC(tasks[i].turns);
      IF i = running THEN
        EVAL Strand.Stop(s);
        Next();
      END;
    END;
  END Checkpoint;

(* A task begins to wait, or has ended. *)
EPHEMERAL PROCEDURE Block(s: Strand.T) =
  BEGIN
    WITH i = Find(s) DO
      IF i < 0 THEN RETURN END;
      tasks[i].ready := FALSE;
      IF i = running THEN Next() END;
    END;
  END Block;

EPHEMERAL PROCEDURE Unblock(s: Strand.T) =
  BEGIN
    WITH i = Find(s) DO
      IF i < 0 THEN RETURN END;
      tasks[i].ready := TRUE;
      IF running < 0 THEN Next() ELSIF i # running THEN EVAL Strand.Stop(s) END;
    END;
  END Unblock;

BEGIN
  TRY
    EVAL Dispatcher.InstallHandler(Strand.Block, NIL, Block, options := Dispatcher.Options{Dispatcher.Opt.First});
    EVAL Dispatcher.InstallHandler(Strand.Unblock, NIL, Unblock);
    EVAL Dispatcher.InstallHandler(Strand.Checkpoint, NIL, Checkpoint);
  EXCEPT
  | Dispatcher.Error => <*ASSERT FALSE*>
  END;
END Stride.
