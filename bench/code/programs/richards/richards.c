#include "../../program.h"

enum { LETTERS = 4 /* that a packet carries */ };

typedef enum { IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B, TASKS } Id;
typedef enum { DEVICE, WORK } Kind;

typedef struct Packet {
  struct Packet *link;
  Id id; /* where it goes to; on its way, where it comes from */
  Kind kind;
  int64_t datum, letters[LETTERS];
} Packet;

/* `run` does a step with the packet at hand, if any, and returns the task to go on with. */
typedef struct Task {
  struct Task *(*run)(struct Task *, Packet *);
  struct Task *link;
  Id id;
  int64_t priority;
  Packet *queue;
  bool pending, waiting, held;
} Task;

typedef struct {
  Task task;
  int64_t seed, count;
} IdleTask;

typedef struct {
  Task task;
  Id destination;
  int64_t letter;
} WorkerTask;

typedef struct {
  Task task;
  Packet *work, *devices;
} HandlerTask;

typedef struct {
  Task task;
  Packet *packet;
} DeviceTask;

static Task *tasks; /* the one of the highest priority first */
static Task *table[TASKS];
static Task *current;
static int64_t queued, holds;

/* The queue with the packet at its end. */
static Packet *append(Packet *packet, Packet *queue) {
  packet->link = NULL;
  if (!queue) return packet;
  Packet *last = queue;
  while (last->link) last = last->link;
  last->link = packet;
  return queue;
}

static Task *hold(void) {
  holds++;
  current->held = true;
  return current->link;
}

static Task *wait(void) {
  current->waiting = true;
  return current;
}

static Task *release(Id id) {
  Task *task = table[id];
  task->held = false;
  return task->priority > current->priority ? task : current;
}

static Task *send(Packet *packet) {
  Task *task = table[packet->id];
  queued++;
  packet->id = current->id;
  if (!task->queue) {
    packet->link = NULL;
    task->queue = packet;
    task->pending = true;
    if (task->priority > current->priority) return task;
  } else
    task->queue = append(packet, task->queue);
  return current;
}

static Task *run_idle(Task *self, Packet *packet) {
  IdleTask *task = (IdleTask *)self;
  bool odd = task->seed % 2 == 1;
  (void)packet;
  task->count--;
  if (task->count == 0) return hold();
  task->seed /= 2;
  if (!odd) return release(DEVICE_A);
  task->seed ^= 0xD008;
  return release(DEVICE_B);
}

static Task *run_worker(Task *self, Packet *packet) {
  WorkerTask *task = (WorkerTask *)self;
  if (!packet) return wait();
  task->destination = task->destination == HANDLER_A ? HANDLER_B : HANDLER_A;
  packet->id = task->destination;
  packet->datum = 0;
  for (int64_t i = 0; i < LETTERS; i++) {
    task->letter++;
    if (task->letter > 26) task->letter = 1;
    packet->letters[i] = task->letter;
  }
  return send(packet);
}

static Task *run_handler(Task *self, Packet *packet) {
  HandlerTask *task = (HandlerTask *)self;
  if (packet) {
    if (packet->kind == WORK)
      task->work = append(packet, task->work);
    else
      task->devices = append(packet, task->devices);
  }
  Packet *work = task->work;
  if (work) {
    if (work->datum >= LETTERS) {
      task->work = work->link;
      return send(work);
    }
    Packet *device = task->devices;
    if (device) {
      task->devices = device->link;
      device->datum = work->letters[work->datum];
      work->datum++;
      return send(device);
    }
  }
  return wait();
}

static Task *run_device(Task *self, Packet *packet) {
  DeviceTask *task = (DeviceTask *)self;
  if (packet) {
    task->packet = packet;
    return hold();
  }
  Packet *sent = task->packet;
  if (!sent) return wait();
  task->packet = NULL;
  return send(sent);
}

static void *zeroed(size_t size) { return calloc(1, size); }

static void *add(void *allocated, Task *(*run)(Task *, Packet *), Id id, int64_t priority, Packet *queue) {
  Task *task = allocated;
  *task = (Task){run, tasks, id, priority, queue, .pending = queue, .waiting = true};
  tasks = task;
  table[id] = task;
  return allocated;
}

static Packet *packets(int64_t n, Id id, Kind kind) {
  Packet *queue = NULL;
  for (int64_t i = 0; i < n; i++) {
    Packet *packet = zeroed(sizeof *packet);
    packet->link = queue;
    packet->id = id;
    packet->kind = kind;
    queue = packet;
  }
  return queue;
}

static void schedule(void) {
  current = tasks;
  while (current) {
    if (current->held || (current->waiting && !current->pending)) {
      current = current->link;
    } else {
      Packet *packet = NULL;
      if (current->waiting) {
        packet = current->queue;
        current->queue = packet->link;
        current->waiting = false;
        current->pending = current->queue;
      }
      current = current->run(current, packet);
    }
  }
}

static void release_queue(Packet *queue) {
  while (queue) {
    Packet *next = queue->link;
    free(queue);
    queue = next;
  }
}

/* The other languages collect garbage in its stead. At the end every packet lies in a queue or with a task. */
static void release_all(void) {
  for (int i = HANDLER_A; i <= HANDLER_B; i++) {
    release_queue(((HandlerTask *)table[i])->work);
    release_queue(((HandlerTask *)table[i])->devices);
  }
  for (int i = DEVICE_A; i <= DEVICE_B; i++) free(((DeviceTask *)table[i])->packet);
  for (int i = 0; i < TASKS; i++) {
    release_queue(table[i]->queue);
    free(table[i]);
  }
}

static int64_t simulate(void) {
  tasks = NULL;
  queued = 0;
  holds = 0;
  IdleTask *idle = add(zeroed(sizeof *idle), run_idle, IDLE, 0, NULL);
  idle->task.waiting = false;
  idle->seed = 1;
  idle->count = 1000;
  WorkerTask *worker = add(zeroed(sizeof *worker), run_worker, WORKER, 1000, packets(2, WORKER, WORK));
  worker->destination = HANDLER_A;
  add(zeroed(sizeof(HandlerTask)), run_handler, HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE));
  add(zeroed(sizeof(HandlerTask)), run_handler, HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE));
  add(zeroed(sizeof(DeviceTask)), run_device, DEVICE_A, 4000, NULL);
  add(zeroed(sizeof(DeviceTask)), run_device, DEVICE_B, 5000, NULL);
  schedule();
  release_all();
  return queued * 1000 + holds;
}

int64_t run(int64_t n) {
  int64_t sum = 0;
  for (int64_t i = 0; i < n; i++) sum += simulate();
  return sum;
}
