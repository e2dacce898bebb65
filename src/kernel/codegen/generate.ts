/**
 * Verified bytecode in, WebAssembly out: one module for one extension, generated when it is loaded, when every layout, slot and address is known.
 *
 * Not inside: proving anything about the code (`bytecode/verify` has), resolving names (the linker has), running it.
 */
import type { TypedInstruction } from '../../bytecode/verify/operands.ts';
import { verifyProcedure } from '../../bytecode/verify/verify.ts';
import { clearAt, fillPayload } from './defaults.ts';
import { EngineWork } from './engine-work.ts';
import { Expander } from './expand/expand.ts';
import type { Site } from './expand/site.ts';
import { shapeFrame } from './frame.ts';
import { jam } from './jam/jam.ts';
import type { LayoutService } from './layout-service.ts';
import type { KernelImports, LinkedModule } from './link.ts';
import { type Position, positionsOf } from './position.ts';
import { type CodeMap, generateProcedure } from './procedure.ts';
import { type Program, startProgram } from './program.ts';
import { unroll } from './unroll.ts';

export interface Generated {
  /** Unique among the domains of a kernel; stack traces show it. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Compiles the code and puts it into the table slots; nothing of the extension runs. Throws `GenerateError` when it is too big for the engine. */
  instantiate(): WebAssembly.Instance;
  /** Gives every own global its default value where that is not zero bytes. After `instantiate`, before any unit's body. */
  initialiseGlobals(): void;
  /**
   * The place in the source of an instruction, by function index and offset in `bytes` as stack traces give them. Where calls were expanded it is followed by the places of
   * those calls, outward; empty for what has none.
   */
  positions(functionIndex: number, offset: number): readonly Position[];
}

/** The file passed its verification but cannot be run here: it breaks a limit of the engine. */
export class GenerateError extends Error {
  readonly code = 'K1500';
}

/** Throws `GenerateError` where it is more than the engine can compile in good time. */
export function generate(linked: LinkedModule, k: KernelImports, layout: LayoutService): Generated {
  const p = startProgram(linked, layout, `d${linked.domain}.${linked.module.name}`, k.watch !== undefined);
  const slots = new Map<number, number>();
  const maps = generateProcedures(p, slots);
  generateInitialisers(p, slots);
  generateGlobals(p);
  for (const run of consecutive(slots)) p.builder.element(run.slot, run.functions);
  const { bytes, codeStarts } = p.builder.encode();
  const importedFunctions = p.builder.functions[0]?.index ?? 0;
  const placed = maps.map((m) => ({ ...m, start: codeStarts[m.index - importedFunctions]! }));
  const byFunction = new Map(placed.map((m) => [m.index, m]));
  let instance: WebAssembly.Instance | undefined;
  return {
    name: p.builder.name,
    bytes,
    instantiate: () => (instance ??= instantiateCode(bytes, k)),
    initialiseGlobals: () => {
      (instance?.exports['initialiseGlobals'] as (() => void) | undefined)?.();
    },
    positions: (functionIndex, offset) => {
      const code = byFunction.get(functionIndex);
      return code ? positionsOf(linked, code.own, code, offset - code.start, code.sites) : [];
    },
  };
}

interface GeneratedProcedure extends CodeMap {
  readonly own: number;
  /** Of the function. */
  readonly index: number;
  /** What was expanded in it. */
  readonly sites: readonly Site[];
}

function generateProcedures(p: Program, slots: Map<number, number>): GeneratedProcedure[] {
  const { module, codeSlots } = p.linked;
  const parents = new Set(module.procedures.flatMap((d) => (d.parent === undefined ? [] : [d.parent])));
  const shapes = module.procedures.map((d, own) => shapeFrame(p, d, parents.has(own + p.importedProcedures)));
  const expandedShapes = [...shapes];
  const expander = new Expander(p, shapes, (own) => verified(p, own));
  const work = new EngineWork(module.procedures.reduce((n, { code }) => n + code.length, 0));
  return module.procedures.flatMap((_, own) => {
    const f = p.functions[own];
    if (!f) return [];
    const instructions = expander.instructionsOf(own);
    const expansion = expander.expand(own, instructions);
    const expanded = expansion?.instructions ?? instructions;
    if (expansion) expandedShapes[own] = { ...shapes[own]!, locals: expansion.locals };
    const grow = (more: number): boolean => expander.grow(more);
    const unrolled = unroll(p, expandedShapes[own]!, expanded, grow);
    const plain = unrolled?.instructions ?? expanded;
    const jammed = jam(p, expandedShapes[own]!, plain, grow);
    if (jammed) expandedShapes[own] = { ...shapes[own]!, locals: jammed.locals };
    slots.set(codeSlots[own]!, f.index);
    const written = jammed?.instructions ?? plain;
    const map = generateProcedure(p, own, expandedShapes, f.body, written, undefined, jammed, unrolled?.costs);
    const locals = f.body.params.length + f.body.locals.length;
    if (!work.allows(locals, written))
      throw new GenerateError(
        `${module.procedures[own]!.name} has too many loops and branches for its ${locals} locals`,
      );
    p.builder.finish(f);
    return [{ own, index: f.index, sites: expansion?.sites ?? [], ...map }];
  });
}

function verified(p: Program, own: number): TypedInstruction[] {
  const instructions: TypedInstruction[] = [];
  const error = verifyProcedure(p.linked.module, own + p.importedProcedures, (i) => instructions.push(i));
  if (error) throw new Error(`unverified code was to be run: ${error.message}`);
  return instructions;
}

/** Initialisers of the payloads of this file's types, as far as no other file has provided them. */
function generateInitialisers(p: Program, slots: Map<number, number>): void {
  for (const type of new Set(p.linked.types)) {
    if ((type.kind !== 'ref' && type.kind !== 'object') || p.layout.payloadIsZero(type)) continue;
    const { slot, fresh } = p.layout.reserveInitSlot(type);
    if (!fresh) continue;
    const f = p.builder.function(`NEW(${type.name})`, { params: ['i32'], results: [] });
    fillPayload(p, f.body, type);
    slots.set(slot, f.index);
  }
}

function generateGlobals(p: Program): void {
  const { module, globals, types } = p.linked;
  const f = p.builder.function('initialiseGlobals', { params: [], results: [] });
  const base = f.body.local('i32');
  const imported = module.imports.reduce((n, i) => n + i.globals.length, 0);
  module.globals.forEach((g, n) => {
    const type = types[g.type]!;
    if (p.layout.layoutOf(type).zeroDefault) return;
    f.body.i32(globals[imported + n]!).set(base);
    clearAt(p, f.body, type, base, 0);
  });
  p.builder.export('initialiseGlobals', 'func', f.index);
}

/** Slots in runs, as a segment fills neighbours only. */
function consecutive(slots: ReadonlyMap<number, number>): { slot: number; functions: number[] }[] {
  const runs: { slot: number; functions: number[] }[] = [];
  for (const [slot, f] of [...slots].sort(([a], [b]) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && slot === last.slot + last.functions.length) last.functions.push(f);
    else runs.push({ slot, functions: [f] });
  }
  return runs;
}

/** Throws `GenerateError` where it is too big for the engine. */
export function instantiateCode(bytes: Uint8Array<ArrayBuffer>, k: KernelImports): WebAssembly.Instance {
  let compiled: WebAssembly.Module;
  try {
    compiled = new WebAssembly.Module(bytes);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) throw new GenerateError(error.message, { cause: error });
    throw error;
  }
  return new WebAssembly.Instance(compiled, { k: { ...k, ...k.watch } } as unknown as WebAssembly.Imports);
}
