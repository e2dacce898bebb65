/**
 * Units: the procedure that initialises a unit's variables and runs its body.
 */
import type { CheckedUnit } from '../../language/types/model.ts';
import { placed } from '../refusal.ts';
import { buildConstant } from './constants.ts';
import { buildInto } from './constructors.ts';
import type { Body, HiddenGlobal, Program } from './context.ts';
import { newBody } from './procedures.ts';
import { lowerStatements } from './statements.ts';
import { unpack } from './types.ts';

/** The unit's initialisation; nothing if there is nothing to do. */
export function lowerUnitBody(program: Program, unit: CheckedUnit): Body | undefined {
  const body = newBody(program, unit.entity);
  for (const { entity, init } of unit.variables) {
    if (!init) continue;
    body.code.mark(entity.span);
    const index = program.indices.global(entity);
    const push = (): void => body.code.emit('global.addr', index);
    body.locals.scope(() => buildInto(body, push, unpack(entity.type), init));
  }
  const { body: statements } = unit;
  if (statements) {
    placed(
      () => body.code.span,
      () => lowerStatements(body, [statements]),
    );
  }
  return body.code.instructions.length > 0 ? body : undefined;
}

/** From so many instructions on another procedure takes over. */
const CHUNK = 30_000;

/** Procedures that fill the hidden variables of aggregate constants. */
export function lowerConstants(program: Program, hidden: readonly HiddenGlobal[]): Body[] {
  const bodies: Body[] = [];
  for (const { index, unit, type, value } of hidden) {
    if (!value) continue;
    const next = (): Body => {
      const last = bodies.at(-1);
      if (last && last.code.instructions.length < CHUNK) return last;
      const body = newBody(program, unit);
      bodies.push(body);
      return body;
    };
    buildConstant(next, (body) => body.code.emit('global.addr', index), value, type);
  }
  return bodies;
}
