/** From an offset in generated code back to the place in the source. */
import { printable } from '../../bytecode/printable.ts';
import { framesAt, type Site } from './expand/site.ts';
import type { LinkedModule } from './link.ts';
import type { CodeMap } from './procedure.ts';
import { qualifiedName } from './program.ts';
import { lastNotAfter } from './search.ts';

export interface Position {
  /** `Outer.Inner` for nested procedures. */
  readonly procedure: string;
  readonly unit: string;
  readonly file: string;
  /** 0 when the file carries no line table. */
  readonly line: number;
  readonly column: number;
}

/**
 * `offset` counts from the first instruction of the procedure's function. Innermost first: where a call was expanded, the place in the procedure called comes before that of
 * the call. Empty where no instruction is.
 */
export function positionsOf(
  linked: LinkedModule,
  own: number,
  map: CodeMap,
  offset: number,
  sites: readonly Site[] = [],
): Position[] {
  const instruction = lastNotAfter(map.wasm, (w) => w, offset);
  if (instruction < 0) return [];
  return framesAt(sites, own, map.bytecode[instruction]!).map((frame) => placeOf(linked, frame.own, frame.offset));
}

function placeOf(linked: LinkedModule, own: number, offset: number): Position {
  const def = linked.module.procedures[own]!;
  const mark = def.lines[lastNotAfter(def.lines, (l) => l.offset, offset)];
  const unit = linked.module.units[def.unit];
  const name = unit?.name ?? '?';
  const procedure = qualifiedName(linked, def).slice(name.length + 1);
  return {
    procedure,
    unit: name,
    file: unit ? printable(unit.sourcePath) : `${name}.m3`,
    line: mark?.line ?? 0,
    column: mark?.column ?? 0,
  };
}
