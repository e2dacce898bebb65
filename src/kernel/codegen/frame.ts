/**
 * Where the locals of a procedure live: in WebAssembly locals, in its frame on the shadow stack, or in both.
 *
 * A frame begins with the environment (the frame of the enclosing procedure), if this is a nested procedure that has nested ones itself. Then come
 * the memory locals and the captured ones, at offsets that nested procedures can know; what only this procedure uses follows (see `plan.ts`).
 */
import type { LocalDef, ProcedureDef } from '../../bytecode/module.ts';
import type { RuntimeType } from '../types/runtime-type.ts';
import type { ValType } from '../wasm/opcodes.ts';
import { EXCEPTION_WORDS, type Program, procedureTypeOf, typeOf } from './program.ts';
import { addressTypes, openDimensions, scalarType } from './signature.ts';

export interface LocalShape {
  readonly def: LocalDef;
  readonly type: RuntimeType;
  /** What its WebAssembly locals hold: a value, an address (for an open array VALUE parameter that of the copy), or an exception. None for other memory locals. */
  readonly words: readonly ValType[];
  /** Offset in the frame: of the variable, or for captured addresses and open arrays of a copy of the words. */
  readonly offset?: number;
  /** Of something expanded: nothing is collected between its assignment and its last use, so the collector need not see it. */
  readonly fleeting?: boolean;
}

export interface FrameShape {
  readonly locals: readonly LocalShape[];
  /** Procedures are nested in this one. */
  readonly enclosing: boolean;
  /** Bytes taken by what is described here; 0 when no frame is needed for it. */
  readonly size: number;
}

/** Beyond this a frame cannot fit into any stack; entering the procedure then is a stack overflow. */
export const MAX_FRAME = 2 ** 30;

export function shapeFrame(p: Program, def: ProcedureDef, enclosing: boolean): FrameShape {
  let size = def.parent !== undefined && enclosing ? 8 : 0;
  const reserve = (bytes: number, align: number): number => {
    const offset = Math.ceil(size / align) * align;
    size = Math.min(offset + bytes, MAX_FRAME);
    return offset;
  };
  const locals = def.locals.map((local): LocalShape => {
    if (local.kind === 'exception') return { def: local, type: typeOf(p, 0), words: EXCEPTION_WORDS };
    const type = typeOf(p, local.type);
    if (local.kind === 'value') return { def: local, type, words: [scalarType(type) ?? 'i32'] };
    if (local.kind === 'memory' && type.kind !== 'openarray') {
      const layout = p.layout.layoutOf(type);
      return { def: local, type, words: [], offset: reserve(layout.size, Math.max(layout.align, 1)) };
    }
    const words = addressTypes(type);
    return { def: local, type, words, offset: local.captured ? reserve(4 * words.length, 4) : undefined };
  });
  return { locals, enclosing, size: Math.ceil(size / 8) * 8 };
}

export interface ParameterWords {
  /** First WebAssembly parameter of each formal. */
  readonly first: readonly number[];
  /** Parameter with the address for an aggregate result. */
  readonly result?: number;
  /** Parameter with the environment of a nested procedure. */
  readonly environment?: number;
  readonly count: number;
}

/** `at`: the local in which the first one is. */
export function parameterWords(p: Program, def: ProcedureDef, at = 0): ParameterWords {
  const type = procedureTypeOf(p, def.type);
  let next = at;
  const result = type.result && !scalarType(type.result) ? next++ : undefined;
  const first = type.params.map((formal) => {
    const at = next;
    next += formal.mode === 'value' && scalarType(formal.type) ? 1 : 1 + openDimensions(formal.type);
    return at;
  });
  const environment = def.parent !== undefined ? next++ : undefined;
  return { first, result, environment, count: next - at };
}

/** What the collector must see, as opposed to numbers: references, and procedure values, whose slots must not be used again while there are any. */
export function holdsReference(type: RuntimeType): boolean {
  switch (type.kind) {
    case 'text':
    case 'refany':
    case 'ref':
    case 'object':
    case 'opaque':
    case 'procedure':
    case 'procany':
      return true;
    default:
      return false;
  }
}
