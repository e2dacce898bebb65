/**
 * Procedures' bytecode as part of a stub: copies of small guards and handlers, what computes the values that guards tell apart, and what is common to guards that are alike.
 *
 * A copy is made by the code generator, like the original: same checks, same fuel, same lines in reports. In a stub that is made for good it stands where it is called: the engine would
 * inline only some of many (V8 lets a large function grow by a tenth). Else it is a function of the stub's module, and the stub is made sooner.
 */
import type { LocalDef } from '../../../bytecode/module.ts';
import { opcode } from '../../../bytecode/opcodes.ts';
import { T } from '../../../bytecode/types.ts';
import type { TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { shapeFrame } from '../../codegen/frame.ts';
import type { LayoutService } from '../../codegen/layout-service.ts';
import { type Position, positionsOf } from '../../codegen/position.ts';
import { type CodeMap, generateProcedure } from '../../codegen/procedure.ts';
import { type Imports, type Program, programIn, qualifiedName } from '../../codegen/program.ts';
import { procedureSignature } from '../../codegen/signature.ts';
import type { Extension } from '../../domain/extension.ts';
import type { ProcedureRT } from '../../types/runtime-type.ts';
import type { FunctionBody } from '../../wasm/function.ts';
import type { ModuleBuilder, Signature } from '../../wasm/module.ts';
import { withParameters } from '../guards/alike.ts';
import type { Alike, CodeOfProcedures, ProcedureCode } from '../guards/code.ts';
import { type Expression, standingAlone } from '../guards/expression.ts';
import type { Bound } from '../model.ts';

interface Variant {
  readonly type: ProcedureRT;
  readonly locals: readonly LocalDef[];
  readonly instructions: readonly TypedInstruction[];
  /** Called instead of what raises a checked run-time error. */
  readonly fault?: number;
}

/** What can be put into a stub. */
export interface Piece {
  readonly name: string;
  readonly code: ProcedureCode;
  readonly program: Program;
  readonly type: ProcedureRT;
  readonly instructions: readonly TypedInstruction[];
  /** Of the function, once there is one. */
  index?: number;
}

/** Where code of a piece lies. */
interface Placed {
  readonly piece: Piece;
  /** Of the function, and offsets in it. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly map: CodeMap;
}

export class StubCode {
  readonly #m: ModuleBuilder;
  readonly #imports: Imports;
  readonly #layouts: LayoutService;
  readonly #source: CodeOfProcedures;
  /** The stub itself. */
  readonly #stub: { readonly index: number; readonly body: FunctionBody };
  readonly #inline: boolean;
  readonly #programs = new Map<Extension, Program>();
  readonly #copies = new Map<number, Piece | undefined>();
  readonly #alike = new Map<Alike, Piece>();
  readonly #placed: Placed[] = [];
  #gaveUp: { tag: number; fault: number } | undefined;

  constructor(
    m: ModuleBuilder,
    imports: Imports,
    layouts: LayoutService,
    source: CodeOfProcedures,
    stub: { readonly index: number; readonly body: FunctionBody },
    inline: boolean,
  ) {
    this.#m = m;
    this.#imports = imports;
    this.#layouts = layouts;
    this.#source = source;
    this.#stub = stub;
    this.#inline = inline;
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

  // ---------------------------------------------------------------- pieces

  /** What does the same as the slot's procedure, if that is small. */
  copyOf(slot: number): Piece | undefined {
    if (!this.#copies.has(slot)) this.#copies.set(slot, this.#copy(slot));
    return this.#copies.get(slot);
  }

  #copy(slot: number): Piece | undefined {
    const code = this.#source.small(slot);
    if (!code) return undefined;
    const { linked, own, instructions, extension } = code;
    const def = linked.module.procedures[own]!;
    const type = linked.types[def.type] as ProcedureRT;
    let program = this.#programs.get(extension);
    if (!program) {
      program = programIn(this.#m, this.#imports, linked, this.#layouts, []);
      this.#programs.set(extension, program);
    }
    return { name: qualifiedName(linked, def), code, program, type, instructions };
  }

  /** Takes what the guard takes and leaves the key, an i64. */
  keyOf(guard: Bound, key: Expression): Piece {
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
    return this.#variant('key', code, {
      type: { ...guard.type, result: code.linked.types[T.INTEGER]! },
      locals: code.linked.module.procedures[code.own]!.locals,
      instructions: [...standingAlone(key.code), leave],
      ...(key.hazards.size > 0 ? { fault: this.#givingUp().fault } : {}),
    });
  }

  /**
   * Takes what the guards take and behind that the constants of which each has its own, each an i64; leaves the answer. It does for all guards that are alike;
   * where one of them would fail it throws `gaveUp`.
   */
  alike(guards: Alike): Piece {
    let piece = this.#alike.get(guards);
    if (!piece) {
      piece = this.#common(guards);
      this.#alike.set(guards, piece);
    }
    return piece;
  }

  #common({ guard, uses, fails }: Alike): Piece {
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
    });
  }

  /** A procedure with another type, and so on, than it has. */
  #variant(name: string, code: ProcedureCode, { type, locals, instructions, fault }: Variant): Piece {
    const { procedures } = code.linked.module;
    const def = { ...procedures[code.own]!, type: code.linked.types.length, locals };
    const linked = {
      ...code.linked,
      types: [...code.linked.types, type],
      module: { ...code.linked.module, procedures: procedures.with(code.own, def) },
    };
    const imports = fault === undefined ? this.#imports : { ...this.#imports, fault };
    const program = programIn(this.#m, imports, linked, this.#layouts, []);
    return { name, code, program, type, instructions };
  }

  // ---------------------------------------------------------------- code

  /** Takes the piece's operands from the stack and leaves its result. */
  call(piece: Piece): void {
    const { body } = this.#stub;
    const signature = procedureSignature(piece.type);
    if (!this.#inline) {
      piece.index ??= this.#function(piece, signature);
      body.call(piece.index);
      return;
    }
    const parameters = signature.params.map((type) => body.local(type));
    for (const local of parameters.toReversed()) body.set(local);
    body.block(signature.results[0]);
    this.#generate(piece, this.#stub, parameters[0] ?? body.local('i32'));
    body.end();
  }

  #function(piece: Piece, signature: Signature): number {
    const f = this.#m.function(piece.name, signature);
    this.#generate(piece, f);
    return f.index;
  }

  #generate(piece: Piece, f: { readonly index: number; readonly body: FunctionBody }, inlined?: number): void {
    const { program, code, instructions } = piece;
    const shapes = [];
    shapes[code.own] = shapeFrame(program, program.linked.module.procedures[code.own]!, false);
    const from = f.body.offset;
    const map = generateProcedure(program, code.own, shapes, f.body, instructions, inlined);
    this.#placed.push({ piece, index: f.index, from, to: f.body.offset, map });
  }

  /** Numbers of the extensions whose code is in the stub. */
  get extensions(): ReadonlySet<number> {
    return new Set(this.#placed.map(({ piece }) => piece.code.extension.number));
  }

  /** Places in the source for the offsets in the finished module. */
  positions(codeStarts: readonly number[], firstOwn: number): (index: number, offset: number) => readonly Position[] {
    return (index, offset) => {
      const at = offset - codeStarts[index - firstOwn]!;
      const found = this.#placed.find((p) => p.index === index && p.from <= at && at < p.to);
      return found ? positionsOf(found.piece.code.linked, found.piece.code.own, found.map, at) : [];
    };
  }
}
