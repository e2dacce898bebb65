/**
 * The board: a machine for the kernel, put together from devices on a host.
 */
import type { Machine } from '../kernel/machine/machine.ts';
import { ConsoleDevice } from './devices/console.ts';
import type { Host } from './host/host.ts';

export function powerOn(host: Host): Machine {
  const started = host.monotonic();
  const console = new ConsoleDevice(host);
  return {
    console,
    parameters: host.parameters,
    environment: host.environment,
    elapsed: () => host.monotonic() - started,
    poweredOn: BigInt(Math.floor(host.wallClock())) * 1_000_000n,
    engineStackBytes: host.engineStackBytes,
    // A program that runs or sleeps for long is seen to do so.
    turn: () => {
      console.flush();
      return host.turn();
    },
    pause: (milliseconds) => {
      console.flush();
      return host.sleep(milliseconds);
    },
  };
}
