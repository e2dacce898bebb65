/**
 * Procedures written in TypeScript as entries of the function table.
 *
 * A table holds WebAssembly functions only, so each native procedure gets a small WebAssembly function around it. That function also keeps the
 * arguments visible to the collector (in the shadow stack) while the native runs: a native may allocate without holding its arguments itself.
 * No JavaScript frame is added, so a native may be a `WebAssembly.Suspending` function.
 */

import { FAULTS } from '../../bytecode/opcodes.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { ModuleBuilder, type Signature } from '../wasm/module.ts';
import { Op } from '../wasm/opcodes.ts';
import type { KernelImports } from './link.ts';
import { pushRegister, setRegister } from './registers.ts';

export interface NativeFunction {
  /** `Interface.Procedure`, for stack traces. */
  readonly name: string;
  /** Of `procedureSignature`. */
  readonly signature: Signature;
  /** A function or a Suspending one; or the instruction that does it all. */
  readonly implementation: WebAssembly.ImportValue | Instruction;
  /** Takes the calls first. */
  readonly fast?: FastPath;
}

/** An instruction on the arguments. */
export interface Instruction {
  readonly instruction: number;
}

/**
 * WebAssembly that does in the usual cases what the native does, on the same parameters. It returns when it has; by a branch out of the block that it is in, or at its end,
 * the call goes on to the native as if nothing had been. It keeps no reference from the collector: nothing that it calls may collect.
 */
export type FastPath = (body: FunctionBody, m: FastPaths) => void;

/** What fast paths may call. */
export interface FastPaths {
  /** allocText(domain, bytes) -> ref or 0, as in `heap/fast-path.ts`. */
  readonly allocText: number;
  /** textCat(a, b, domain) -> ref. It may collect, and keeps its arguments. */
  readonly textCat: number;
  /** A function that they share, made when it is first wanted. */
  helper(name: string, signature: Signature, fill: (body: FunctionBody) => void): number;
}

const isInstruction = (i: NativeFunction['implementation']): i is Instruction =>
  typeof i === 'object' && 'instruction' in i;

/** A WebAssembly module with the functions around some natives, and what it was made for. */
export interface NativesCode {
  readonly made: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The functions to be put into table slots, in the order given, from one WebAssembly module for all of them; `ready` is used if it was made for the same natives by
 * the same kernel.
 */
export function wrapNatives(
  natives: readonly NativeFunction[],
  k: Pick<KernelImports, 'memory' | 'fault' | 'allocText' | 'textCat'>,
  ready?: NativesCode,
): WebAssembly.ExportValue[] {
  const { bytes } = ready?.made === likeness(natives) ? ready : nativesCode(natives);
  const implementations = Object.fromEntries(
    natives.flatMap(({ implementation }, i) => (isInstruction(implementation) ? [] : [[String(i), implementation]])),
  );
  const imports = { k: { ...k }, n: implementations };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports as unknown as WebAssembly.Imports);
  return natives.map((_, i) => instance.exports[String(i)]!);
}

/** What the functions around natives depend on besides the kernel's own text. */
function likeness(natives: readonly NativeFunction[]): string {
  const each = natives.map(({ name, signature: { params, results }, implementation, fast }) => {
    const kind = isInstruction(implementation) ? String(implementation.instruction) : fast ? 'fast' : '';
    return `${name} ${params.join()}>${results.join()} ${kind}`;
  });
  return each.join('\n');
}

export function nativesCode(natives: readonly NativeFunction[]): NativesCode {
  const m = new ModuleBuilder('natives');
  m.importMemory('k', 'memory', { min: 0 });
  const fault = m.importFunction('k', 'fault', { params: ['i32'], results: [] });
  const allocText = m.importFunction('k', 'allocText', { params: ['i32', 'i32'], results: ['i32'] });
  const textCat = m.importFunction('k', 'textCat', { params: ['i32', 'i32', 'i32'], results: ['i32'] });
  const imported = natives.map((n, i) =>
    isInstruction(n.implementation) ? undefined : m.importFunction('n', String(i), n.signature),
  );
  const helpers = new Map<string, number>();
  const fastPaths: FastPaths = {
    allocText,
    textCat,
    helper: (name, signature, fill) => {
      let index = helpers.get(name);
      if (index === undefined) {
        const made = m.function(name, signature);
        index = made.index;
        helpers.set(name, index);
        fill(made.body);
      }
      return index;
    },
  };
  natives.forEach((n, i) => {
    const f = m.function(n.name, n.signature);
    m.export(String(i), 'func', n.fast ? before(m, n, f.index, n.fast, fastPaths) : f.index);
    const b = f.body;
    const references = n.signature.params.flatMap((t, p) => (t === 'i32' ? [p] : []));
    const frame = b.local('i32');
    const size = (references.length * 4 + 15) & ~15;
    if (references.length > 0) {
      pushRegister(b, 'sp').tee(frame).i32(size).op(Op.i32_add);
      pushRegister(b, 'spLimit').op(Op.i32_gt_u).ifUnlikely();
      b.i32(FAULTS.indexOf('StackOverflow')).call(fault).op(Op.unreachable).end();
      references.forEach((p, slot) => {
        b.get(frame)
          .get(p)
          .memory(Op.i32_store, slot * 4);
      });
      setRegister(b, 'sp', () => b.get(frame).i32(size).op(Op.i32_add));
    }
    n.signature.params.forEach((_, p) => {
      b.get(p);
    });
    if (isInstruction(n.implementation)) b.op(n.implementation.instruction);
    else b.call(imported[i]!);
    if (references.length > 0) setRegister(b, 'sp', () => b.get(frame));
  });
  return { made: likeness(natives), bytes: m.encode().bytes };
}

/** The function that tries the fast path and calls the native otherwise. */
function before(m: ModuleBuilder, n: NativeFunction, native: number, fast: FastPath, shared: FastPaths): number {
  const f = m.function(n.name, n.signature);
  f.body.block();
  fast(f.body, shared);
  f.body.end();
  n.signature.params.forEach((_, p) => {
    f.body.get(p);
  });
  f.body.call(native);
  return f.index;
}
