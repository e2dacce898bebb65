const LETTERS = 4; // that a packet carries

const [IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B] = [0, 1, 2, 3, 4, 5];
const [DEVICE, WORK] = [0, 1];

let tasks = null; // the one of the highest priority first
let table = [];
let current = null;
let queued = 0;
let holds = 0;

class Packet {
  datum = 0;
  letters = [0, 0, 0, 0];
  // `id` is where it goes to; on its way, where it comes from.
  constructor(link, id, kind) {
    this.link = link;
    this.id = id;
    this.kind = kind;
  }
}

// The queue with the packet at its end.
function append(packet, queue) {
  packet.link = null;
  if (queue === null) return packet;
  let last = queue;
  while (last.link !== null) last = last.link;
  last.link = packet;
  return queue;
}

function hold() {
  holds++;
  current.held = true;
  return current.link;
}

function wait() {
  current.waiting = true;
  return current;
}

function release(id) {
  const task = table[id];
  task.held = false;
  return task.priority > current.priority ? task : current;
}

function send(packet) {
  const task = table[packet.id];
  queued++;
  packet.id = current.id;
  if (task.queue === null) {
    packet.link = null;
    task.queue = packet;
    task.pending = true;
    if (task.priority > current.priority) return task;
  } else {
    task.queue = append(packet, task.queue);
  }
  return current;
}

// `run` does a step with the packet at hand, if any, and returns the task to go on with.
class Task {
  held = false;
  waiting = true;
  constructor(id, priority, queue) {
    this.link = tasks;
    this.id = id;
    this.priority = priority;
    this.queue = queue;
    this.pending = queue !== null;
    tasks = this;
    table[id] = this;
  }
}

class IdleTask extends Task {
  seed = 1;
  count = 1000;
  run() {
    const odd = this.seed % 2 === 1;
    this.count--;
    if (this.count === 0) return hold();
    this.seed >>= 1;
    if (!odd) return release(DEVICE_A);
    this.seed ^= 0xd008;
    return release(DEVICE_B);
  }
}

class WorkerTask extends Task {
  destination = HANDLER_A;
  letter = 0;
  run(packet) {
    if (packet === null) return wait();
    this.destination = this.destination === HANDLER_A ? HANDLER_B : HANDLER_A;
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
  work = null;
  devices = null;
  run(packet) {
    if (packet !== null) {
      if (packet.kind === WORK) this.work = append(packet, this.work);
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
  packet = null;
  run(packet) {
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

function packets(n, id, kind) {
  let queue = null;
  for (let i = 0; i < n; i++) queue = new Packet(queue, id, kind);
  return queue;
}

function schedule() {
  current = tasks;
  while (current !== null) {
    if (current.held || (current.waiting && !current.pending)) {
      current = current.link;
    } else {
      let packet = null;
      if (current.waiting) {
        packet = current.queue;
        current.queue = packet.link;
        current.waiting = false;
        current.pending = current.queue !== null;
      }
      current = current.run(packet);
    }
  }
}

function simulate() {
  tasks = null;
  table = [];
  queued = 0;
  holds = 0;
  const idle = new IdleTask(IDLE, 0, null);
  idle.waiting = false;
  new WorkerTask(WORKER, 1000, packets(2, WORKER, WORK));
  new HandlerTask(HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE));
  new HandlerTask(HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE));
  new DeviceTask(DEVICE_A, 4000, null);
  new DeviceTask(DEVICE_B, 5000, null);
  schedule();
  return queued * 1000 + holds;
}

export function run(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += simulate();
  return sum;
}
