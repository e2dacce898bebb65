MODULE Richards;

IMPORT Word;

CONST
  Letters = 4;  (* that a packet carries *)

TYPE
  Id = {Idle, Worker, HandlerA, HandlerB, DeviceA, DeviceB};
  Kind = {Device, Work};

  Packet = REF RECORD
    link: Packet := NIL;
    id: Id;  (* where it goes to; on its way, where it comes from *)
    kind: Kind;
    datum := 0;
    letters := ARRAY [0 .. Letters - 1] OF INTEGER{0, ..};
  END;

  (* "run" does a step with the packet at hand, if any, and returns the task to go on with. *)
  Task = OBJECT
    link: Task := NIL;
    id: Id;
    priority: INTEGER;
    queue: Packet := NIL;
    pending, waiting, held := FALSE;
  METHODS
    run(packet: Packet): Task;
  END;
  IdleTask = Task OBJECT
    seed := 1;
    count := 1000;
  OVERRIDES
    run := RunIdle;
  END;
  WorkerTask = Task OBJECT
    destination := Id.HandlerA;
    letter := 0;
  OVERRIDES
    run := RunWorker;
  END;
  HandlerTask = Task OBJECT
    work, devices: Packet := NIL;
  OVERRIDES
    run := RunHandler;
  END;
  DeviceTask = Task OBJECT
    packet: Packet := NIL;
  OVERRIDES
    run := RunDevice;
  END;

VAR
  tasks: Task;  (* the one of the highest priority first *)
  table: ARRAY Id OF Task;
  current: Task;
  queued, holds: INTEGER;

(* The queue with the packet at its end. *)
PROCEDURE Append(packet, queue: Packet): Packet =
  VAR last := queue;
  BEGIN
    packet.link := NIL;
    IF queue = NIL THEN RETURN packet END;
    WHILE last.link # NIL DO last := last.link END;
    last.link := packet;
    RETURN queue;
  END Append;

PROCEDURE Hold(): Task =
  BEGIN
    INC(holds);
    current.held := TRUE;
    RETURN current.link;
  END Hold;

PROCEDURE Wait(): Task =
  BEGIN
    current.waiting := TRUE;
    RETURN current;
  END Wait;

PROCEDURE Release(id: Id): Task =
  VAR task := table[id];
  BEGIN
    task.held := FALSE;
    IF task.priority > current.priority THEN RETURN task END;
    RETURN current;
  END Release;

PROCEDURE Send(packet: Packet): Task =
  VAR task := table[packet.id];
  BEGIN
    INC(queued);
    packet.id := current.id;
    IF task.queue = NIL THEN
      packet.link := NIL;
      task.queue := packet;
      task.pending := TRUE;
      IF task.priority > current.priority THEN RETURN task END;
    ELSE
      task.queue := Append(packet, task.queue);
    END;
    RETURN current;
  END Send;

PROCEDURE RunIdle(task: IdleTask; <*UNUSED*> packet: Packet): Task =
  VAR odd := task.seed MOD 2 = 1;
  BEGIN
    DEC(task.count);
    IF task.count = 0 THEN RETURN Hold() END;
    task.seed := task.seed DIV 2;
    IF NOT odd THEN RETURN Release(Id.DeviceA) END;
    task.seed := Word.Xor(task.seed, 16_D008);
    RETURN Release(Id.DeviceB);
  END RunIdle;

PROCEDURE RunWorker(task: WorkerTask; packet: Packet): Task =
  BEGIN
    IF packet = NIL THEN RETURN Wait() END;
    IF task.destination = Id.HandlerA THEN task.destination := Id.HandlerB ELSE task.destination := Id.HandlerA END;
    packet.id := task.destination;
    packet.datum := 0;
    FOR i := 0 TO Letters - 1 DO
      INC(task.letter);
      IF task.letter > 26 THEN task.letter := 1 END;
      packet.letters[i] := task.letter;
    END;
    RETURN Send(packet);
  END RunWorker;

PROCEDURE RunHandler(task: HandlerTask; packet: Packet): Task =
  VAR work, device: Packet;
  BEGIN
    IF packet # NIL THEN
      IF packet.kind = Kind.Work THEN
        task.work := Append(packet, task.work);
      ELSE
        task.devices := Append(packet, task.devices);
      END;
    END;
    work := task.work;
    IF work # NIL THEN
      IF work.datum >= Letters THEN
        task.work := work.link;
        RETURN Send(work);
      END;
      device := task.devices;
      IF device # NIL THEN
        task.devices := device.link;
        device.datum := work.letters[work.datum];
        INC(work.datum);
        RETURN Send(device);
      END;
    END;
    RETURN Wait();
  END RunHandler;

PROCEDURE RunDevice(task: DeviceTask; packet: Packet): Task =
  VAR sent := task.packet;
  BEGIN
    IF packet # NIL THEN
      task.packet := packet;
      RETURN Hold();
    END;
    IF sent = NIL THEN RETURN Wait() END;
    task.packet := NIL;
    RETURN Send(sent);
  END RunDevice;

PROCEDURE Add(task: Task; id: Id; priority: INTEGER; queue: Packet) =
  BEGIN
    task.link := tasks;
    task.id := id;
    task.priority := priority;
    task.queue := queue;
    task.pending := queue # NIL;
    task.waiting := TRUE;
    tasks := task;
    table[id] := task;
  END Add;

PROCEDURE Packets(n: INTEGER; id: Id; kind: Kind): Packet =
  VAR queue: Packet := NIL;
  BEGIN
    FOR i := 1 TO n DO queue := NEW(Packet, link := queue, id := id, kind := kind) END;
    RETURN queue;
  END Packets;

PROCEDURE Schedule() =
  VAR packet: Packet;
  BEGIN
    current := tasks;
    WHILE current # NIL DO
      IF current.held OR current.waiting AND NOT current.pending THEN
        current := current.link;
      ELSE
        packet := NIL;
        IF current.waiting THEN
          packet := current.queue;
          current.queue := packet.link;
          current.waiting := FALSE;
          current.pending := current.queue # NIL;
        END;
        current := current.run(packet);
      END;
    END;
  END Schedule;

PROCEDURE Simulate(): INTEGER =
  VAR idle := NEW(IdleTask);
  BEGIN
    tasks := NIL;
    queued := 0;
    holds := 0;
    Add(idle, Id.Idle, 0, NIL);
    idle.waiting := FALSE;
    Add(NEW(WorkerTask), Id.Worker, 1000, Packets(2, Id.Worker, Kind.Work));
    Add(NEW(HandlerTask), Id.HandlerA, 2000, Packets(3, Id.DeviceA, Kind.Device));
    Add(NEW(HandlerTask), Id.HandlerB, 3000, Packets(3, Id.DeviceB, Kind.Device));
    Add(NEW(DeviceTask), Id.DeviceA, 4000, NIL);
    Add(NEW(DeviceTask), Id.DeviceB, 5000, NIL);
    Schedule();
    RETURN queued * 1000 + holds;
  END Simulate;

PROCEDURE Run(n: INTEGER): INTEGER =
  VAR sum := 0;
  BEGIN
    FOR i := 1 TO n DO INC(sum, Simulate()) END;
    RETURN sum;
  END Run;

BEGIN
END Richards.
