/**
 * From an engine's stack trace back to places in the source.
 *
 * V8 writes a frame of generated code as `at M.Unit.Proc (wasm://wasm/M-0123abcd:wasm-function[N]:0xOFF)`, where M is the name of the WebAssembly
 * module, N the function's index (imports counted) and OFF the offset of the instruction in the module's bytes.
 */
import type { Position } from './position.ts';

/** A WebAssembly module whose code has places in the source. */
export interface TracedModule {
  /** Unique among those of a kernel. */
  readonly name: string;
  /** Innermost first; empty for what has no place. */
  positions(functionIndex: number, offset: number): readonly Position[];
}

const FRAME = /wasm:\/\/wasm\/([^\s:()]+):wasm-function\[(\d+)\]:0x([0-9a-f]+)/g;

/** The frames of generated code that have a place in the source, innermost first. Frames of helpers, stubs and JavaScript are left out. */
export function parseStack(stack: string, modules: Iterable<TracedModule>): Position[] {
  const byName = new Map([...modules].map((g) => [g.name, g]));
  const frames: Position[] = [];
  for (const [, url, index, offset] of stack.matchAll(FRAME)) {
    const generated = byName.get(url!.replace(/-[0-9a-f]{8}$/, ''));
    if (generated) frames.push(...generated.positions(Number(index), Number.parseInt(offset!, 16)));
  }
  return frames;
}
