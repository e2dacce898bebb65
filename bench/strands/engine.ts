/**
 * What the engine itself takes for stacks of WebAssembly, with a scheduler of two lines: the least that strands on JSPI can take.
 */
import { ModuleBuilder } from '../../src/kernel/wasm/module.ts';
import { Op } from '../../src/kernel/wasm/opcodes.ts';

type Entry = (...args: number[]) => unknown;
const JSPI = WebAssembly as unknown as {
  promising(entry: unknown): (...args: number[]) => Promise<void>;
  readonly Suspending: new (wait: () => unknown) => WebAssembly.ImportValue;
};

/** `wait(n)` calls the import n times; `nothing` is done at once. */
function exportsWith(wait: () => unknown): { readonly wait: Entry; readonly nothing: Entry } {
  const m = new ModuleBuilder('engine');
  const imported = m.importFunction('k', 'wait', { params: [], results: [] });
  const waiting = m.function('wait', { params: ['i32'], results: [] });
  waiting.body.loop().call(imported);
  waiting.body.get(0).i32(1).op(Op.i32_sub).tee(0).brIf(0).end();
  const nothing = m.function('nothing', { params: [], results: [] });
  m.export('wait', 'func', waiting.index);
  m.export('nothing', 'func', nothing.index);
  const imports = { k: { wait: new JSPI.Suspending(wait) } } as unknown as WebAssembly.Imports;
  return new WebAssembly.Instance(new WebAssembly.Module(m.encode().bytes), imports).exports as never;
}

/** There and back that often: two stacks give way to each other. */
export async function engineSwitches(rounds: number): Promise<void> {
  const ready: (() => void)[] = [];
  const wait = () =>
    new Promise<void>((resolve) => {
      ready.push(resolve);
      ready.shift()!();
    });
  const entry = JSPI.promising(exportsWith(wait).wait);
  if (rounds > 0) await Promise.all([entry(rounds), entry(rounds)]);
}

/** A stack that is made and over, while another one waits for it. */
export async function engineForks(rounds: number): Promise<void> {
  const nothing = JSPI.promising(exportsWith(() => {}).nothing);
  const fork = JSPI.promising(exportsWith(() => nothing()).wait);
  if (rounds > 0) await fork(rounds);
}
