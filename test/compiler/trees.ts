/** Hand-made typed trees, for what can be tested of lowering without the checker. */
import type { Expr, Stmt } from '../../src/language/typed/tree.ts';
import type {
  CheckedProgram,
  CheckedUnit,
  Param,
  ProcedureEntity,
  Type,
  UnitEntity,
  VariableEntity,
} from '../../src/language/types/model.ts';

export const span = { file: 'M.m3', start: 0, end: 1 };
export const INTEGER: Type = { kind: 'integer', name: 'INTEGER' };

export function unit(name: string, unitKind: 'interface' | 'module' = 'module'): UnitEntity {
  return { kind: 'unit', name, span, unitKind, unsafe: false, path: 'M.m3', members: new Map() };
}

export function checked(entity: UnitEntity, parts: Partial<CheckedUnit> = {}): CheckedUnit {
  return {
    entity,
    source: `MODULE ${entity.name}; END ${entity.name}.\n`,
    imports: [],
    exports: [],
    variables: [],
    exceptions: [],
    procedures: [],
    types: [],
    revelations: [],
    bodyLocals: [],
    uses: [],
    ...parts,
  };
}

export function program(...own: CheckedUnit[]): CheckedProgram {
  return { own, imported: [] };
}

export function variable(name: string, type: Type, parts: Partial<VariableEntity> = {}): VariableEntity {
  return {
    kind: 'variable',
    name,
    span,
    role: 'local',
    type,
    writable: true,
    captured: false,
    addressTaken: false,
    ...parts,
  };
}

export function procedure(
  of: UnitEntity,
  name: string,
  params: readonly VariableEntity[],
  result: Type | undefined,
  body: readonly Stmt[],
): ProcedureEntity {
  const formals = params.map((p): Param => ({ name: p.name, mode: p.mode ?? 'value', type: p.type, span }));
  return {
    kind: 'procedure',
    name,
    span,
    unit: of,
    form: 'body',
    implements: [],
    type: {
      kind: 'procedure',
      params: formals,
      ...(result ? { result } : {}),
      raises: [],
      ephemeral: false,
      functional: false,
    },
    definition: { params, locals: [], nested: [], body: block(body), endSpan: span },
  };
}

export const block = (body: readonly Stmt[]): Stmt => ({ kind: 'block', span, locals: [], body });
export const int = (value: number | bigint, type: Type = INTEGER): Expr => ({
  kind: 'const',
  span,
  type,
  designator: false,
  writable: false,
  value: { kind: 'int', value: BigInt(value) },
});
export const use = (v: VariableEntity): Expr => ({
  kind: 'variable',
  span,
  type: v.type,
  designator: true,
  writable: v.writable,
  variable: v,
});
export const arith = (op: '+' | '-' | '*' | 'DIV' | 'MOD', left: Expr, right: Expr): Expr => ({
  kind: 'arith',
  span,
  type: INTEGER,
  designator: false,
  writable: false,
  op,
  left,
  right,
});
export const assign = (target: Expr, value: Expr): Stmt => ({ kind: 'assign', span, target, value });
export const give = (value: Expr): Stmt => ({ kind: 'return', span, value });
