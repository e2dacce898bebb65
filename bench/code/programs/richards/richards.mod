MODULE richards;

FROM Measure IMPORT measure;
FROM SysStorage IMPORT ALLOCATE, DEALLOCATE;
FROM SYSTEM IMPORT CAST;

CONST Letters = 4;  (* that a packet carries *)

TYPE
  Id = (Idle, Worker, HandlerA, HandlerB, DeviceA, DeviceB);
  Kind = (Device, Work);

  Packet = POINTER TO PacketRecord;
  PacketRecord = RECORD
    link: Packet;
    id: Id;  (* where it goes to; on its way, where it comes from *)
    kind: Kind;
    datum: INTEGER;
    letters: ARRAY [0 .. Letters - 1] OF INTEGER
  END;

  (* "run" does a step with the packet at hand, if any, and returns the task to go on with. *)
  Task = POINTER TO TaskRecord;
  Step = PROCEDURE (Task, Packet): Task;
  TaskRecord = RECORD
    run: Step;
    link: Task;
    priority: INTEGER;
    queue: Packet;
    pending, waiting, held: BOOLEAN;
    CASE id: Id OF
      Idle: seed, count: INTEGER |
      Worker: destination: Id; letter: INTEGER |
      HandlerA, HandlerB: work, devices: Packet |
      DeviceA, DeviceB: packet: Packet
    END
  END;

VAR
  tasks: Task;  (* the one of the highest priority first *)
  table: ARRAY Id OF Task;
  current: Task;
  queued, holds: LONGINT;

(* The queue with the packet at its end. *)
PROCEDURE Append(packet, queue: Packet): Packet;
VAR last: Packet;
BEGIN
  packet^.link := NIL;
  IF queue = NIL THEN RETURN packet END;
  last := queue;
  WHILE last^.link # NIL DO last := last^.link END;
  last^.link := packet;
  RETURN queue
END Append;

PROCEDURE Hold(): Task;
BEGIN
  INC(holds);
  current^.held := TRUE;
  RETURN current^.link
END Hold;

PROCEDURE Wait(): Task;
BEGIN
  current^.waiting := TRUE;
  RETURN current
END Wait;

PROCEDURE Release(id: Id): Task;
VAR task: Task;
BEGIN
  task := table[id];
  task^.held := FALSE;
  IF task^.priority > current^.priority THEN RETURN task END;
  RETURN current
END Release;

PROCEDURE Send(packet: Packet): Task;
VAR task: Task;
BEGIN
  task := table[packet^.id];
  INC(queued);
  packet^.id := current^.id;
  IF task^.queue = NIL THEN
    packet^.link := NIL;
    task^.queue := packet;
    task^.pending := TRUE;
    IF task^.priority > current^.priority THEN RETURN task END
  ELSE
    task^.queue := Append(packet, task^.queue)
  END;
  RETURN current
END Send;

PROCEDURE RunIdle(task: Task; packet: Packet): Task;
VAR odd: BOOLEAN;
BEGIN
  odd := ODD(task^.seed);
  DEC(task^.count);
  IF task^.count = 0 THEN RETURN Hold() END;
  task^.seed := task^.seed DIV 2;
  IF NOT odd THEN RETURN Release(DeviceA) END;
  task^.seed := CAST(INTEGER, CAST(BITSET, task^.seed) / CAST(BITSET, 0D008H));
  RETURN Release(DeviceB)
END RunIdle;

PROCEDURE RunWorker(task: Task; packet: Packet): Task;
VAR i: INTEGER;
BEGIN
  IF packet = NIL THEN RETURN Wait() END;
  IF task^.destination = HandlerA THEN task^.destination := HandlerB ELSE task^.destination := HandlerA END;
  packet^.id := task^.destination;
  packet^.datum := 0;
  FOR i := 0 TO Letters - 1 DO
    INC(task^.letter);
    IF task^.letter > 26 THEN task^.letter := 1 END;
    packet^.letters[i] := task^.letter
  END;
  RETURN Send(packet)
END RunWorker;

PROCEDURE RunHandler(task: Task; packet: Packet): Task;
VAR work, device: Packet;
BEGIN
  IF packet # NIL THEN
    IF packet^.kind = Work THEN
      task^.work := Append(packet, task^.work)
    ELSE
      task^.devices := Append(packet, task^.devices)
    END
  END;
  work := task^.work;
  IF work # NIL THEN
    IF work^.datum >= Letters THEN
      task^.work := work^.link;
      RETURN Send(work)
    END;
    device := task^.devices;
    IF device # NIL THEN
      task^.devices := device^.link;
      device^.datum := work^.letters[work^.datum];
      INC(work^.datum);
      RETURN Send(device)
    END
  END;
  RETURN Wait()
END RunHandler;

PROCEDURE RunDevice(task: Task; packet: Packet): Task;
VAR sent: Packet;
BEGIN
  IF packet # NIL THEN
    task^.packet := packet;
    RETURN Hold()
  END;
  sent := task^.packet;
  IF sent = NIL THEN RETURN Wait() END;
  task^.packet := NIL;
  RETURN Send(sent)
END RunDevice;

PROCEDURE Add(id: Id; run: Step; priority: INTEGER; queue: Packet): Task;
VAR task: Task;
BEGIN
  NEW(task);
  task^.run := run;
  task^.link := tasks;
  task^.id := id;
  task^.priority := priority;
  task^.queue := queue;
  task^.pending := queue # NIL;
  task^.waiting := TRUE;
  task^.held := FALSE;
  tasks := task;
  table[id] := task;
  RETURN task
END Add;

PROCEDURE Packets(n: INTEGER; id: Id; kind: Kind): Packet;
VAR
  queue, packet: Packet;
  i, j: INTEGER;
BEGIN
  queue := NIL;
  FOR i := 1 TO n DO
    NEW(packet);
    packet^.link := queue;
    packet^.id := id;
    packet^.kind := kind;
    packet^.datum := 0;
    FOR j := 0 TO Letters - 1 DO packet^.letters[j] := 0 END;
    queue := packet
  END;
  RETURN queue
END Packets;

PROCEDURE Schedule;
VAR packet: Packet;
BEGIN
  current := tasks;
  WHILE current # NIL DO
    IF current^.held OR current^.waiting AND NOT current^.pending THEN
      current := current^.link
    ELSE
      packet := NIL;
      IF current^.waiting THEN
        packet := current^.queue;
        current^.queue := packet^.link;
        current^.waiting := FALSE;
        current^.pending := current^.queue # NIL
      END;
      current := current^.run(current, packet)
    END
  END
END Schedule;

PROCEDURE ReleaseQueue(queue: Packet);
VAR next: Packet;
BEGIN
  WHILE queue # NIL DO
    next := queue^.link;
    DISPOSE(queue);
    queue := next
  END
END ReleaseQueue;

(* The other languages collect garbage in its stead. At the end every packet lies in a queue or with a task. *)
PROCEDURE ReleaseAll;
VAR id: Id;
BEGIN
  FOR id := HandlerA TO HandlerB DO
    ReleaseQueue(table[id]^.work);
    ReleaseQueue(table[id]^.devices)
  END;
  FOR id := DeviceA TO DeviceB DO
    IF table[id]^.packet # NIL THEN DISPOSE(table[id]^.packet) END
  END;
  FOR id := Idle TO DeviceB DO
    ReleaseQueue(table[id]^.queue);
    DISPOSE(table[id])
  END
END ReleaseAll;

PROCEDURE Simulate(): LONGINT;
VAR
  task: Task;
  id: Id;
BEGIN
  tasks := NIL;
  queued := 0;
  holds := 0;
  task := Add(Idle, RunIdle, 0, NIL);
  task^.waiting := FALSE;
  task^.seed := 1;
  task^.count := 1000;
  task := Add(Worker, RunWorker, 1000, Packets(2, Worker, Work));
  task^.destination := HandlerA;
  task^.letter := 0;
  task := Add(HandlerA, RunHandler, 2000, Packets(3, DeviceA, Device));
  task := Add(HandlerB, RunHandler, 3000, Packets(3, DeviceB, Device));
  FOR id := HandlerA TO HandlerB DO
    table[id]^.work := NIL;
    table[id]^.devices := NIL
  END;
  task := Add(DeviceA, RunDevice, 4000, NIL);
  task := Add(DeviceB, RunDevice, 5000, NIL);
  FOR id := DeviceA TO DeviceB DO table[id]^.packet := NIL END;
  Schedule;
  ReleaseAll;
  RETURN queued * 1000 + holds
END Simulate;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR i, sum: LONGINT;
BEGIN
  sum := 0;
  FOR i := 1 TO n DO sum := sum + Simulate() END;
  RETURN sum
END Run;

BEGIN
  measure(Run)
END richards.
