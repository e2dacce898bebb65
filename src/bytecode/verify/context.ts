/** What the checks of code know about the module around it. Made once for a module by `module/analyse.ts`. */
import type { SpxModule } from '../module.ts';
import { type Spaces, typeNames } from '../spaces.ts';
import type { TypeIndex } from '../types.ts';
import type { Operand } from './operands.ts';
import type { TypeTable } from './relations.ts';

export interface ModuleContext {
  readonly module: SpxModule;
  readonly trusted: boolean;
  readonly spaces: Spaces;
  readonly table: TypeTable;
  /** Per own procedure: captured locals of the enclosing procedures that it needs to be set; see `module/captures.ts`. */
  readonly needs: readonly (readonly CapturedLocal[])[];
}

/** A captured local that must be set before a nested procedure which needs it is called or becomes a value. */
export interface CapturedLocal {
  /** Own procedure (position in `procedures`) whose local it is. */
  readonly procedure: number;
  readonly local: number;
}

/** A type as reports spell it. */
export function typeName(context: ModuleContext, type: TypeIndex): string {
  const named = typeNames(context.module).get(type);
  if (named !== undefined) return named;
  const def = context.spaces.types[type];
  return def === undefined ? `type ${type}` : `${def.kind} type ${type}`;
}

/** An operand as reports spell it. */
export function operandName(context: ModuleContext, operand: Operand): string {
  switch (operand.k) {
    case 'int':
      return operand.lo === operand.hi ? `int ${operand.lo}` : `int ${operand.lo}..${operand.hi}`;
    case 'set':
    case 'ref':
      return `${operand.k} ${typeName(context, operand.type)}`;
    case 'proc':
      return `${operand.closure ? 'closure' : 'proc'} ${typeName(context, operand.type)}`;
    case 'addr':
      return `${operand.readonly ? 'read-only ' : ''}address of ${typeName(context, operand.type)}`;
    default:
      return operand.k;
  }
}
