/**
 * A worker thread. By its data: it answers every message, it answers through shared memory, or it waits; else it ends.
 */
import { parentPort, workerData } from 'node:worker_threads';

if (workerData?.kind === 'messages')
  parentPort.on('message', (m) => (m === 'end' ? parentPort.close() : parentPort.postMessage(m)));
if (workerData?.kind === 'wait') parentPort.once('message', () => {});
if (workerData?.kind === 'memory') {
  const { turn, rounds } = workerData;
  for (let i = 0; i < rounds; i++) {
    Atomics.wait(turn, 0, 0);
    Atomics.store(turn, 0, 0);
    Atomics.notify(turn, 0);
  }
}
