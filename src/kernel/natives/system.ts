/** Interfaces ConsoleDevice, Process, Params, Env, Time, Tick, and what SpinException adds to its types. */
import { FAULTS } from '../../bytecode/opcodes.ts';
import type { Kernel } from '../kernel.ts';
import { calling, fault, type NativeTable, newText, plain, readText, waiting } from './native.ts';

const PORTS = ['output', 'error'] as const;

function readConsole(k: Kernel, address: number, room: number): bigint | Promise<bigint> {
  if (room === 0) return 0n;
  const store = (bytes: Uint8Array) => {
    k.access.bytes.set(bytes, address);
    return BigInt(bytes.length);
  };
  const input = k.machine.console.read(room);
  return input instanceof Promise ? k.strands.wait(input.then(store)) : store(input);
}

async function exit(k: Kernel, call: (slot: number) => Promise<unknown>, code: bigint): Promise<never> {
  // Each exitor once, whatever the others do; one that calls Exit again finds the rest gone.
  for (let exitor = k.exitors.pop(); exitor !== undefined; exitor = k.exitors.pop()) await call(exitor);
  return k.strands.stop({ kind: 'exit', code: Number(code) });
}

export const SYSTEM_NATIVES: NativeTable = {
  'ConsoleDevice.Write': plain((k, port, address, n) => {
    k.machine.console.write(PORTS[Number(port)]!, k.access.bytes.slice(address, address + n));
  }),
  'ConsoleDevice.Read': waiting(readConsole),
  'ConsoleDevice.Ready': plain((k) => k.machine.console.ready()),

  'Process.Exit': calling((k, call, code) => exit(k, call, code)),
  'Process.Crash': waiting((k, message) => {
    k.log(`spin: crash: ${message === 0 ? '' : readText(k, message)}`);
    return k.strands.stop({ kind: 'exit', code: 2 });
  }),
  'Process.RegisterExitor': plain((k, slot) => {
    if (slot === 0) throw fault(k, 'AttemptToDereferenceNIL');
    k.exitors.push(slot);
  }),

  'Params.Number': plain((k) => BigInt(k.machine.parameters.length)),
  'Params.Get': plain((k, n) => {
    const parameter = k.machine.parameters[Number(n)];
    if (parameter === undefined) throw fault(k, 'ValueOutOfRange');
    return newText(k, parameter);
  }),
  'Env.Number': plain((k) => BigInt(k.machine.environment.size)),
  'Env.Get': plain((k, name) => {
    const value = k.machine.environment.get(readText(k, name));
    return value === undefined ? 0 : newText(k, value);
  }),
  'Env.GetNth': plain((k, n, nameAddress, valueAddress) => {
    const entry = [...k.machine.environment][Number(n)];
    if (!entry) throw fault(k, 'ValueOutOfRange');
    // The first text is reachable from the variable before the second is made.
    k.access.writeRef(nameAddress, 0, newText(k, entry[0]));
    k.access.writeRef(valueAddress, 0, newText(k, entry[1]));
  }),

  'Time.Now': plain((k) => Number(k.machine.poweredOn) / 1e9 + virtualNow(k) / 1e9),
  'Tick.Now': plain((k) => BigInt(Math.floor(virtualNow(k)))),
  'Tick.ToSeconds': plain((_, t) => Number(BigInt.asUintN(64, t)) / 1e9),
  'Tick.Subtract': plain((_, t: bigint, u: bigint) => BigInt.asIntN(64, t - u)),

  'SpinException.CodeName': plain((k, code) => newText(k, FAULTS[Number(code)]!)),
};

/** Nanoseconds since power-on, fuel of the running turn included. */
function virtualNow(k: Kernel): number {
  k.strands.consumed();
  return k.strands.clock.now;
}
