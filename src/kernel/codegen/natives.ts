/**
 * Procedures written in TypeScript as entries of the function table.
 *
 * A table holds WebAssembly functions only, so each native procedure gets a small WebAssembly function around it. That function also keeps the
 * arguments visible to the collector (in the shadow stack) while the native runs: a native may allocate without holding its arguments itself.
 * No JavaScript frame is added, so a native may be a `WebAssembly.Suspending` function.
 */

import { FAULTS } from '../../bytecode/opcodes.ts';
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
}

/** An instruction on the arguments. */
export interface Instruction {
  readonly instruction: number;
}

const isInstruction = (i: NativeFunction['implementation']): i is Instruction =>
  typeof i === 'object' && 'instruction' in i;

/** The functions to be put into table slots, in the order given. One WebAssembly module is made for all of them. */
export function wrapNatives(
  natives: readonly NativeFunction[],
  k: Pick<KernelImports, 'memory' | 'fault'>,
): WebAssembly.ExportValue[] {
  const m = new ModuleBuilder('natives');
  m.importMemory('k', 'memory', { min: 0 });
  const fault = m.importFunction('k', 'fault', { params: ['i32'], results: [] });
  const imported = natives.map((n, i) =>
    isInstruction(n.implementation) ? undefined : m.importFunction('n', String(i), n.signature),
  );
  natives.forEach((n, i) => {
    const f = m.function(n.name, n.signature);
    m.export(String(i), 'func', f.index);
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
  const implementations = Object.fromEntries(
    natives.flatMap(({ implementation }, i) => (isInstruction(implementation) ? [] : [[String(i), implementation]])),
  );
  const imports = { k: { fault: k.fault, memory: k.memory }, n: implementations };
  const instance = new WebAssembly.Instance(new WebAssembly.Module(m.encode().bytes), imports as WebAssembly.Imports);
  return natives.map((_, i) => instance.exports[String(i)]!);
}
