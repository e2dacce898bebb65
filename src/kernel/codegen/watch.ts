/**
 * A build that watches memory: every load, store, copy and fill of generated code becomes a call that is shown the bytes it is about to touch, and what was proved, to leave
 * out checks, is checked.
 *
 * For tests of the verifier and the code generator (`npm run fuzz`); a hundred times slower. The kernel's own WebAssembly, stubs and allocation, is not watched.
 */
import { BULK } from '../wasm/function.ts';
import type { ModuleBuilder, Signature } from '../wasm/module.ts';
import { Op, type ValType } from '../wasm/opcodes.ts';

/** Shown each access before it happens. What it throws ends the strand as a crash of the kernel. */
export type MemoryWatch = (address: number, bytes: number, write: boolean) => void;

interface Access {
  readonly bytes: number;
  readonly type: ValType;
  readonly read?: (view: DataView, at: number) => number | bigint;
  readonly write?: (view: DataView, at: number, value: never) => void;
}

const load = (bytes: number, type: ValType, read: Access['read']): Access => ({ bytes, type, read });
const store = (bytes: number, type: ValType, write: Access['write']): Access => ({ bytes, type, write });
const LE = true;

const ACCESSES: ReadonlyMap<number, Access> = new Map<number, Access>([
  [Op.i32_load, load(4, 'i32', (v, a) => v.getInt32(a, LE))],
  [Op.i64_load, load(8, 'i64', (v, a) => v.getBigInt64(a, LE))],
  [Op.f32_load, load(4, 'f32', (v, a) => v.getFloat32(a, LE))],
  [Op.f64_load, load(8, 'f64', (v, a) => v.getFloat64(a, LE))],
  [Op.i32_load8_s, load(1, 'i32', (v, a) => v.getInt8(a))],
  [Op.i32_load8_u, load(1, 'i32', (v, a) => v.getUint8(a))],
  [Op.i32_load16_s, load(2, 'i32', (v, a) => v.getInt16(a, LE))],
  [Op.i32_load16_u, load(2, 'i32', (v, a) => v.getUint16(a, LE))],
  [Op.i64_load8_s, load(1, 'i64', (v, a) => BigInt(v.getInt8(a)))],
  [Op.i64_load8_u, load(1, 'i64', (v, a) => BigInt(v.getUint8(a)))],
  [Op.i64_load16_s, load(2, 'i64', (v, a) => BigInt(v.getInt16(a, LE)))],
  [Op.i64_load16_u, load(2, 'i64', (v, a) => BigInt(v.getUint16(a, LE)))],
  [Op.i64_load32_s, load(4, 'i64', (v, a) => BigInt(v.getInt32(a, LE)))],
  [Op.i64_load32_u, load(4, 'i64', (v, a) => BigInt(v.getUint32(a, LE)))],
  [Op.i32_store, store(4, 'i32', (v, a, n: number) => v.setInt32(a, n, LE))],
  [Op.i64_store, store(8, 'i64', (v, a, n: bigint) => v.setBigInt64(a, n, LE))],
  [Op.f32_store, store(4, 'f32', (v, a, n: number) => v.setFloat32(a, n, LE))],
  [Op.f64_store, store(8, 'f64', (v, a, n: number) => v.setFloat64(a, n, LE))],
  [Op.i32_store8, store(1, 'i32', (v, a, n: number) => v.setInt8(a, n))],
  [Op.i32_store16, store(2, 'i32', (v, a, n: number) => v.setInt16(a, n, LE))],
  [Op.i64_store8, store(1, 'i64', (v, a, n: bigint) => v.setUint8(a, Number(n & 0xffn)))],
  [Op.i64_store16, store(2, 'i64', (v, a, n: bigint) => v.setUint16(a, Number(n & 0xffffn), LE))],
  [Op.i64_store32, store(4, 'i64', (v, a, n: bigint) => v.setUint32(a, Number(n & 0xffffffffn), LE))],
]);
/** (to, from, bytes) and (to, byte, bytes). */
const BULK_SIGNATURE: Signature = { params: ['i32', 'i32', 'i32'], results: [] };

function signatureOf(access: Access): Signature {
  return access.read
    ? { params: ['i32', 'i32'], results: [access.type] }
    : { params: ['i32', access.type, 'i32'], results: [] };
}

/** Lets the functions of a module that is begun reach memory through `watchedAccesses` only. Returns the function that is told of proofs that were wrong. */
export function watchAccesses(builder: ModuleBuilder): number {
  const functions = new Map<number, number>();
  for (const [op, access] of ACCESSES)
    functions.set(op, builder.importFunction('k', `watch.${op}`, signatureOf(access)));
  for (const op of Object.values(BULK)) functions.set(op, builder.importFunction('k', `watch.${op}`, BULK_SIGNATURE));
  builder.watch = (op) => {
    const index = functions.get(op);
    if (index === undefined) throw new Error(`accesses by opcode ${op} are not watched`);
    return index;
  };
  return builder.importFunction('k', 'watch.disproved', { params: ['i32'], results: [] });
}

/** What such a module imports. */
export function watchedAccesses(
  memory: WebAssembly.Memory,
  watch: MemoryWatch,
): Record<string, WebAssembly.ImportValue> {
  let current = new DataView(memory.buffer);
  const view = (): DataView => {
    if (current.buffer !== memory.buffer) current = new DataView(memory.buffer);
    return current;
  };
  const imports: Record<string, WebAssembly.ImportValue> = {};
  for (const [op, { bytes, read, write }] of ACCESSES) {
    imports[`watch.${op}`] = read
      ? (address: number, offset: number) => {
          const at = (address >>> 0) + (offset >>> 0);
          watch(at, bytes, false);
          return read(view(), at);
        }
      : (address: number, value: never, offset: number) => {
          const at = (address >>> 0) + (offset >>> 0);
          watch(at, bytes, true);
          write!(view(), at, value);
        };
  }
  imports[`watch.${BULK.copy}`] = (to: number, from: number, bytes: number) => {
    watch(from >>> 0, bytes >>> 0, false);
    watch(to >>> 0, bytes >>> 0, true);
    new Uint8Array(memory.buffer).copyWithin(to >>> 0, from >>> 0, (from >>> 0) + (bytes >>> 0));
  };
  imports[`watch.${BULK.fill}`] = (to: number, byte: number, bytes: number) => {
    watch(to >>> 0, bytes >>> 0, true);
    new Uint8Array(memory.buffer).fill(byte, to >>> 0, (to >>> 0) + (bytes >>> 0));
  };
  imports['watch.disproved'] = (offset: number) => {
    throw new Error(`a check was left out at ${offset} that would have failed`);
  };
  return imports;
}
