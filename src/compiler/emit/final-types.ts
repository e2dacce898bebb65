/** Entries of the type table with the file's final indices of procedures and exceptions. */
import type { ConstDef, FieldDef, TypeDef } from '../../bytecode/types.ts';
import type { FinalIndex } from './indices.ts';

export function finalType(def: TypeDef, final: FinalIndex): TypeDef {
  switch (def.kind) {
    case 'record':
      return { ...def, fields: finalFields(def.fields, final) };
    case 'object':
      return {
        ...def,
        fields: finalFields(def.fields, final),
        methods: def.methods.map((m) => (m.default === undefined ? m : { ...m, default: final('proc', m.default) })),
        overrides: def.overrides.map((o) => (o.proc === undefined ? o : { ...o, proc: final('proc', o.proc) })),
      };
    case 'procedure':
      return def.raises === 'any' ? def : { ...def, raises: def.raises.map((e) => final('exception', e)) };
    default:
      return def;
  }
}

function finalFields(fields: readonly FieldDef[], final: FinalIndex): FieldDef[] {
  return fields.map((f) => (f.default ? { ...f, default: finalConstant(f.default, final) } : f));
}

function finalConstant(constant: ConstDef, final: FinalIndex): ConstDef {
  if (constant.kind === 'proc') return { kind: 'proc', proc: final('proc', constant.proc) };
  if (constant.kind === 'aggregate') return { ...constant, parts: constant.parts.map((p) => finalConstant(p, final)) };
  return constant;
}
