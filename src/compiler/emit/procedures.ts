/**
 * From lowered bodies to procedures of the file: bytes, final indices, lines.
 */

import { CodeWriter } from '../../bytecode/code.ts';
import type { ImmediateValue } from '../../bytecode/instruction.ts';
import type { ProcedureDef } from '../../bytecode/module.ts';
import { opcode } from '../../bytecode/opcodes.ts';
import type { CodeBuilder, Instr } from '../lower/code-builder.ts';
import type { Body } from '../lower/context.ts';
import type { FinalIndex, Space } from './indices.ts';
import type { Locate } from './lines.ts';

export type ProcedureHead = Pick<ProcedureDef, 'name' | 'unit' | 'type' | 'parent'>;

export function emitProcedure(head: ProcedureHead, body: Body, final: FinalIndex, locate: Locate): ProcedureDef {
  const { code, lines } = emitCode(body.code, final, locate);
  return { ...head, native: false, locals: body.locals.defs, code, lines };
}

/** Where in a statement control comes from matters only at instructions that may fail or call; but marks are cheap. */
function emitCode(builder: CodeBuilder, final: FinalIndex, locate: Locate): Pick<ProcedureDef, 'code' | 'lines'> {
  const writer = new CodeWriter();
  let marked: Instr['span'];
  for (const { name, immediates, span } of builder.instructions) {
    if (span && span !== marked) {
      const place = locate(span);
      if (place) writer.mark(place.line, place.column);
      marked = span;
    }
    writer.emit(name, ...finalImmediates(name, immediates, final));
  }
  writer.emit('end');
  return { code: writer.finish(), lines: writer.lines };
}

function finalImmediates(
  name: string,
  immediates: readonly ImmediateValue[],
  final: FinalIndex,
): readonly ImmediateValue[] {
  const kinds = opcode(name).immediates;
  if (!kinds.some(isSpace)) return immediates;
  return immediates.map((value, i) => {
    const kind = kinds[i]!;
    return isSpace(kind) ? final(kind, value as number) : value;
  });
}

function isSpace(kind: string): kind is Space {
  return kind === 'proc' || kind === 'global' || kind === 'exception';
}
