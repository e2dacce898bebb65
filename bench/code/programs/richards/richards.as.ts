const LETTERS: i32 = 4; // that a packet carries

enum Id {
  Idle,
  Worker,
  HandlerA,
  HandlerB,
  DeviceA,
  DeviceB,
}
enum Kind {
  Device,
  Work,
}

class Packet {
  datum: i32 = 0;
  letters: StaticArray<i32> = new StaticArray<i32>(LETTERS);
  // `id` is where it goes to; on its way, where it comes from.
  constructor(
    public link: Packet | null,
    public id: Id,
    public kind: Kind,
  ) {}
}

// `run` does a step with the packet at hand, if any, and returns the task to go on with.
abstract class Task {
  link: Task | null = tasks;
  held: bool = false;
  waiting: bool = true;
  pending: bool;
  constructor(
    public id: Id,
    public priority: i32,
    public queue: Packet | null,
  ) {
    this.pending = queue !== null;
    tasks = this;
    table[id] = this;
  }
  abstract run(packet: Packet | null): Task | null;
}

let tasks: Task | null = null; // the one of the highest priority first
const table = new StaticArray<Task | null>(6);
let current: Task | null = null;
let queued: i64 = 0;
let holds: i64 = 0;

// The queue with the packet at its end.
function append(packet: Packet, queue: Packet | null): Packet {
  packet.link = null;
  if (queue === null) return packet;
  let last = queue;
  for (let next = last.link; next !== null; next = last.link) last = next;
  last.link = packet;
  return queue;
}

function hold(): Task | null {
  const task = current!;
  holds++;
  task.held = true;
  return task.link;
}

function wait(): Task | null {
  current!.waiting = true;
  return current;
}

function release(id: Id): Task | null {
  const task = table[id]!;
  task.held = false;
  return task.priority > current!.priority ? task : current;
}

function send(packet: Packet): Task | null {
  const task = table[packet.id]!;
  queued++;
  packet.id = current!.id;
  const queue = task.queue;
  if (queue === null) {
    packet.link = null;
    task.queue = packet;
    task.pending = true;
    if (task.priority > current!.priority) return task;
  } else {
    task.queue = append(packet, queue);
  }
  return current;
}

class IdleTask extends Task {
  seed: i32 = 1;
  count: i32 = 1000;
  run(_packet: Packet | null): Task | null {
    const odd = this.seed % 2 === 1;
    this.count--;
    if (this.count === 0) return hold();
    this.seed >>= 1;
    if (!odd) return release(Id.DeviceA);
    this.seed ^= 0xd008;
    return release(Id.DeviceB);
  }
}

class WorkerTask extends Task {
  destination: Id = Id.HandlerA;
  letter: i32 = 0;
  run(packet: Packet | null): Task | null {
    if (packet === null) return wait();
    this.destination = this.destination === Id.HandlerA ? Id.HandlerB : Id.HandlerA;
    packet.id = this.destination;
    packet.datum = 0;
    for (let i = 0; i < LETTERS; i++) {
      this.letter++;
      if (this.letter > 26) this.letter = 1;
      packet.letters[i] = this.letter;
    }
    return send(packet);
  }
}

class HandlerTask extends Task {
  work: Packet | null = null;
  devices: Packet | null = null;
  run(packet: Packet | null): Task | null {
    if (packet !== null) {
      if (packet.kind === Kind.Work) this.work = append(packet, this.work);
      else this.devices = append(packet, this.devices);
    }
    const work = this.work;
    if (work !== null) {
      if (work.datum >= LETTERS) {
        this.work = work.link;
        return send(work);
      }
      const device = this.devices;
      if (device !== null) {
        this.devices = device.link;
        device.datum = work.letters[work.datum];
        work.datum++;
        return send(device);
      }
    }
    return wait();
  }
}

class DeviceTask extends Task {
  packet: Packet | null = null;
  run(packet: Packet | null): Task | null {
    if (packet !== null) {
      this.packet = packet;
      return hold();
    }
    const sent = this.packet;
    if (sent === null) return wait();
    this.packet = null;
    return send(sent);
  }
}

function packets(n: i32, id: Id, kind: Kind): Packet | null {
  let queue: Packet | null = null;
  for (let i = 0; i < n; i++) queue = new Packet(queue, id, kind);
  return queue;
}

function schedule(): void {
  current = tasks;
  for (let task = current; task !== null; task = current) {
    if (task.held || (task.waiting && !task.pending)) {
      current = task.link;
    } else {
      let packet: Packet | null = null;
      if (task.waiting) {
        packet = task.queue!;
        task.queue = packet.link;
        task.waiting = false;
        task.pending = task.queue !== null;
      }
      current = task.run(packet);
    }
  }
}

function simulate(): i64 {
  tasks = null;
  queued = 0;
  holds = 0;
  const idle = new IdleTask(Id.Idle, 0, null);
  idle.waiting = false;
  new WorkerTask(Id.Worker, 1000, packets(2, Id.Worker, Kind.Work));
  new HandlerTask(Id.HandlerA, 2000, packets(3, Id.DeviceA, Kind.Device));
  new HandlerTask(Id.HandlerB, 3000, packets(3, Id.DeviceB, Kind.Device));
  new DeviceTask(Id.DeviceA, 4000, null);
  new DeviceTask(Id.DeviceB, 5000, null);
  schedule();
  return queued * 1000 + holds;
}

export function run(n: i64): i64 {
  let sum: i64 = 0;
  for (let i: i64 = 0; i < n; i++) sum += simulate();
  return sum;
}
