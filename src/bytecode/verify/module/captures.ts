/**
 * Which aliases of enclosing procedures a nested procedure needs to be set.
 *
 * A `memory` local always holds a value, but an alias (a WITH) that a nested procedure reads with `up.get` holds an address only after
 * `local.set`. So whoever calls that procedure, or makes a value of it, must have set the alias or be itself a nested procedure which needs it.
 */
import { instructions } from '../../code.ts';
import { Malformed } from '../../leb.ts';
import type { ProcedureDef, SpxModule } from '../../module.ts';
import { opcode } from '../../opcodes.ts';
import type { Spaces } from '../../spaces.ts';
import type { CapturedLocal } from '../context.ts';

/** Captured aliases of the procedure that are not parameters. */
export function capturedAliases(spaces: Spaces, procedure: ProcedureDef): number[] {
  const type = spaces.types[procedure.type]!;
  const parameters = type.kind === 'procedure' ? type.params.length : 0;
  return procedure.locals.flatMap((l, i) =>
    i >= parameters && l.captured && (l.kind === 'address' || l.kind === 'readonly') ? [i] : [],
  );
}

interface Uses {
  /** Per alias (`procedure:local`): the own procedures whose code reads it. */
  readonly readers: ReadonlyMap<string, readonly number[]>;
  /** Per own procedure: the procedures whose code calls it or makes a closure of it. */
  readonly namedBy: readonly Set<number>[];
}

/** Per own procedure. Parents are known to precede their nested procedures. */
export function neededAliases(m: SpxModule, spaces: Spaces): readonly (readonly CapturedLocal[])[] {
  const needs: CapturedLocal[][] = m.procedures.map(() => []);
  const owners = m.procedures.map((p) => capturedAliases(spaces, p));
  if (owners.every((aliases) => aliases.length === 0)) return needs;
  const uses = collectUses(m, spaces);
  owners.forEach((aliases, procedure) => {
    for (const local of aliases) {
      const seen = new Set<number>();
      const work = [...(uses.readers.get(`${procedure}:${local}`) ?? [])];
      for (let at = work.pop(); at !== undefined; at = work.pop()) {
        if (seen.has(at) || at === procedure) continue;
        seen.add(at);
        needs[at]!.push({ procedure, local });
        work.push(...uses.namedBy[at]!);
      }
    }
  });
  return needs;
}

function collectUses(m: SpxModule, spaces: Spaces): Uses {
  const readers = new Map<string, number[]>();
  const namedBy = m.procedures.map(() => new Set<number>());
  const [upGet, call, closure] = [opcode('up.get').code, opcode('call').code, opcode('closure').code];
  m.procedures.forEach((procedure, position) => {
    try {
      for (const { op, immediates } of instructions(procedure.code)) {
        if (op === upGet) {
          const owner = outward(m, spaces, position, immediates[0] as number);
          if (owner === undefined) continue;
          const key = `${owner}:${immediates[1]}`;
          const list = readers.get(key) ?? [];
          if (list.at(-1) !== position) list.push(position);
          readers.set(key, list);
        } else if (op === call || op === closure) {
          const callee = (immediates[0] as number) - spaces.importedProcedures;
          if (m.procedures[callee]?.parent !== undefined) namedBy[callee]!.add(position);
        }
      }
    } catch (failure) {
      // The code itself is checked, and refused, later.
      if (!(failure instanceof Malformed)) throw failure;
    }
  });
  return { readers, namedBy };
}

function outward(m: SpxModule, spaces: Spaces, position: number, level: number): number | undefined {
  let at: number | undefined = position;
  for (let i = 0; i < level && at !== undefined; i++) {
    const parent: number | undefined = m.procedures[at]?.parent;
    at = parent === undefined ? undefined : parent - spaces.importedProcedures;
  }
  return at;
}
