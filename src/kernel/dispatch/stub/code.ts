/**
 * Procedures' bytecode turned into functions of a stub's own module, so that the engine can inline them where the stub calls them; and the functions that compute what
 * guards tell apart, or ask besides.
 *
 * A copy is made by the code generator, like the original: same checks, same fuel, same lines in reports.
 */
import type { LocalDef } from '../../../bytecode/module.ts';
import { opcode } from '../../../bytecode/opcodes.ts';
import { T } from '../../../bytecode/types.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { shapeFrame } from '../../codegen/frame.ts';
import type { LayoutService } from '../../codegen/layout-service.ts';
import { type Position, positionOf } from '../../codegen/position.ts';
import { type CodeMap, generateProcedure } from '../../codegen/procedure.ts';
import { type Imports, type Program, programIn, qualifiedName, signatureOf } from '../../codegen/program.ts';
import { procedureSignature } from '../../codegen/signature.ts';
import type { Extension } from '../../domain/extension.ts';
import type { ProcedureRT } from '../../types/runtime-type.ts';
import type { ModuleBuilder } from '../../wasm/module.ts';
import { Op } from '../../wasm/opcodes.ts';
import { withParameters } from '../guards/alike.ts';
import type { Alike, CodeOfProcedures, ProcedureCode } from '../guards/code.ts';
import { type Expression, standingAlone } from '../guards/expression.ts';
import type { Bound } from '../model.ts';

interface Copy {
  readonly index: number;
  readonly code: ProcedureCode;
  readonly map: CodeMap;
}

interface Variant {
  readonly type: ProcedureRT;
  readonly locals: readonly LocalDef[];
  readonly instructions: readonly TypedInstruction[];
  /** Called instead of what raises a checked run-time error. */
  readonly fault?: number;
}

type Func = ReturnType<ModuleBuilder['function']>;

export class StubCode {
  readonly #m: ModuleBuilder;
  readonly #imports: Imports;
  readonly #layouts: LayoutService;
  readonly #source: CodeOfProcedures;
  readonly #programs = new Map<Extension, Program>();
  readonly #copies = new Map<number, Copy | undefined>();
  #gaveUp: { tag: number; fault: number } | undefined;

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

  /** The tag that is thrown when something cannot be computed on behalf of a guard, as the guard itself would then fail. */
  get gaveUp(): number {
    return this.#givingUp().tag;
  }

  #givingUp(): { tag: number; fault: number } {
    if (!this.#gaveUp) {
      const tag = this.#m.tag([]);
      const f = this.#m.function('give up', { params: ['i32'], results: [] });
      f.body.throw(tag);
      this.#gaveUp = { tag, fault: f.index };
    }
    return this.#gaveUp;
  }

  /** A function with the guard's parameters that computes the key, an i64. */
  keyFunction(guard: Bound, key: Expression): number {
    const code = this.#source.of(guard.slot)!;
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
    const f = this.#variant('key', code, {
      type: { ...guard.type, result: code.linked.types[T.INTEGER]! },
      locals: code.linked.module.procedures[code.own]!.locals,
      instructions: [...standingAlone(key.code), leave],
      ...(key.hazards.size > 0 ? { fault: this.#givingUp().fault } : {}),
    });
    f.body.op(Op.unreachable);
    return f.index;
  }

  /**
   * A function with the guards' parameters and, behind them, the constants of which each has its own, each an i64. It does for all guards that are alike;
   * where one of them would fail it throws `gaveUp`.
   */
  alikeFunction({ guard, uses, fails }: Alike): number {
    const code = this.#source.of(guard.slot)!;
    const { locals } = code.linked.module.procedures[code.own]!;
    const { params } = guard.type;
    const integer = code.linked.types[T.INTEGER]!;
    const constants = uses.map(() => ({ kind: 'value', type: T.INTEGER, captured: false, name: 'constant' }) as const);
    return this.#variant('alike', code, {
      type: { ...guard.type, params: [...params, ...uses.map(() => ({ mode: 'value', type: integer }) as const)] },
      locals: locals.toSpliced(params.length, 0, ...constants),
      instructions: withParameters(code.instructions, uses, params.length),
      ...(fails ? { fault: this.#givingUp().fault } : {}),
    }).index;
  }

  /** A procedure with another type, and so on, than it has. */
  #variant(name: string, code: ProcedureCode, { type, locals, instructions, fault }: Variant): Func {
    const { procedures } = code.linked.module;
    const def = { ...procedures[code.own]!, type: code.linked.types.length, locals };
    const linked = {
      ...code.linked,
      types: [...code.linked.types, type],
      module: { ...code.linked.module, procedures: procedures.with(code.own, def) },
    };
    const imports = fault === undefined ? this.#imports : { ...this.#imports, fault };
    const program = programIn(this.#m, imports, linked, this.#layouts, []);
    const f = this.#m.function(name, procedureSignature(type));
    const shapes = [];
    shapes[code.own] = shapeFrame(program, def, false);
    generateProcedure(program, code.own, shapes, f.body, instructions);
    return f;
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
