/**
 * Procedures' bytecode turned into functions of a stub's own module, so that the engine can inline them where the stub calls them; and the functions that compute what
 * guards tell apart.
 *
 * A copy is made by the code generator, like the original: same checks, same fuel, same lines in reports.
 */

import { opcode } from '../../bytecode/opcodes.ts';
import { T } from '../../bytecode/types.ts';
import { shapeFrame } from '../codegen/frame.ts';
import type { LayoutService } from '../codegen/layout-service.ts';
import { type Position, positionOf } from '../codegen/position.ts';
import { type CodeMap, generateProcedure } from '../codegen/procedure.ts';
import { type Imports, type Program, programIn, qualifiedName, signatureOf } from '../codegen/program.ts';
import { procedureSignature } from '../codegen/signature.ts';
import type { Extension } from '../domain/extension.ts';
import type { ProcedureRT } from '../types/runtime-type.ts';
import type { ModuleBuilder } from '../wasm/module.ts';
import { Op } from '../wasm/opcodes.ts';
import type { CodeOfProcedures, ProcedureCode } from './guards/code.ts';
import { standingAlone } from './guards/expression.ts';
import type { Bound } from './model.ts';

interface Copy {
  readonly index: number;
  readonly code: ProcedureCode;
  readonly map: CodeMap;
}

export class StubCode {
  readonly #m: ModuleBuilder;
  readonly #imports: Imports;
  readonly #layouts: LayoutService;
  readonly #source: CodeOfProcedures;
  readonly #programs = new Map<Extension, Program>();
  readonly #copies = new Map<number, Copy | undefined>();
  #noKey: { tag: number; fault: number } | undefined;

  constructor(m: ModuleBuilder, imports: Imports, layouts: LayoutService, source: CodeOfProcedures) {
    this.#m = m;
    this.#imports = imports;
    this.#layouts = layouts;
    this.#source = source;
  }

  /** The function that does what the slot's would, if the procedure is small. */
  copyOf(slot: number): number | undefined {
    if (!this.#copies.has(slot)) this.#copies.set(slot, this.#copy(slot));
    return this.#copies.get(slot)?.index;
  }

  #copy(slot: number): Copy | undefined {
    const code = this.#source.small(slot);
    if (!code) return undefined;
    const def = code.linked.module.procedures[code.own]!;
    const f = this.#m.function(qualifiedName(code.linked, def), signatureOf(code.linked, def));
    const shapes = [];
    const program = this.#programOf(code);
    shapes[code.own] = shapeFrame(program, def, false);
    return { index: f.index, code, map: generateProcedure(program, code.own, shapes, f.body, code.instructions) };
  }

  #programOf(code: ProcedureCode): Program {
    let program = this.#programs.get(code.extension);
    if (!program) {
      program = programIn(this.#m, this.#imports, code.linked, this.#layouts, []);
      this.#programs.set(code.extension, program);
    }
    return program;
  }

  /** The tag that is thrown when a key cannot be computed, as the guard itself would then fail. */
  get noKey(): number {
    return this.#faultlessly().tag;
  }

  #faultlessly(): { tag: number; fault: number } {
    if (!this.#noKey) {
      const tag = this.#m.tag([]);
      const f = this.#m.function('no key', { params: ['i32'], results: [] });
      f.body.throw(tag);
      this.#noKey = { tag, fault: f.index };
    }
    return this.#noKey;
  }

  /** A function with the guard's parameters that computes the key, an i64. */
  keyFunction(guard: Bound): number {
    const code = this.#source.of(guard.slot)!;
    const { key } = this.#source.discriminatorOf(guard)!;
    const integer = code.linked.types[T.INTEGER]!;
    const type: ProcedureRT = { ...guard.type, result: integer };
    const def = { ...code.linked.module.procedures[code.own]!, type: code.linked.types.length };
    const procedures = code.linked.module.procedures.with(code.own, def);
    const linked = {
      ...code.linked,
      types: [...code.linked.types, type],
      module: { ...code.linked.module, procedures },
    };
    const imports = key.hazards.size > 0 ? { ...this.#imports, fault: this.#faultlessly().fault } : this.#imports;
    const program = programIn(this.#m, imports, linked, this.#layouts, []);
    const last = key.code[key.code.length - 1]!;
    const leave = {
      offset: last.offset,
      op: opcode('return').code,
      immediates: [],
      inputs: last.outputs,
      outputs: [],
      height: 0,
      unreachable: false,
    };
    const f = this.#m.function('key', procedureSignature(type));
    const shapes = [];
    shapes[code.own] = shapeFrame(program, def, false);
    generateProcedure(program, code.own, shapes, f.body, [...standingAlone(key.code), leave]);
    f.body.op(Op.unreachable);
    return f.index;
  }

  /** Places in the source for the offsets in the finished module. */
  positions(codeStarts: readonly number[], firstOwn: number): (index: number, offset: number) => Position | undefined {
    const byIndex = new Map([...this.#copies.values()].flatMap((c) => (c ? [[c.index, c] as const] : [])));
    return (index, offset) => {
      const copy = byIndex.get(index);
      return copy && positionOf(copy.code.linked, copy.code.own, copy.map, offset - codeStarts[index - firstOwn]!);
    };
  }
}
