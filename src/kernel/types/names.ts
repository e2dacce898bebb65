/**
 * Types spelled as people would write them, for reports. Never used to compare types.
 *
 * A spelling is cut at a depth and a length, so that recursive and hostile types have short ones, too.
 */
import type { RuntimeType } from './runtime-type.ts';

const MAX_LENGTH = 120;
const MAX_DEPTH = 3;
const MAX_PARTS = 6;

export interface NameSource {
  /** The name under which an interface declares the type, if one does. */
  declaredName(type: RuntimeType): string | undefined;
  exceptionName(exception: number): string;
}

export function spell(type: RuntimeType, names: NameSource): string {
  const text = names.declaredName(type) ?? structure(type, names, 0);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 3)}...` : text;
}

function part(type: RuntimeType, names: NameSource, depth: number): string {
  const declared = names.declaredName(type);
  if (declared !== undefined) return declared;
  return depth > MAX_DEPTH ? '...' : structure(type, names, depth);
}

function list(parts: readonly string[], total: number, separator: string): string {
  return total > parts.length ? [...parts, '...'].join(separator) : parts.join(separator);
}

function structure(type: RuntimeType, names: NameSource, depth: number): string {
  const inner = (t: RuntimeType) => part(t, names, depth + 1);
  switch (type.kind) {
    case 'ordinal':
      return ordinal(type, inner);
    case 'float':
      return type.def.toUpperCase();
    case 'text':
    case 'refany':
    case 'null':
    case 'procany':
      return type.kind.toUpperCase();
    case 'set':
      return `SET OF ${inner(type.element)}`;
    case 'record': {
      const fields = type.fields.slice(0, MAX_PARTS).map((f) => `${f.name}: ${inner(f.type)}`);
      return `RECORD ${list(fields, type.fields.length, '; ')} END`;
    }
    case 'array':
      return `ARRAY ${inner(type.index)} OF ${inner(type.element)}`;
    case 'openarray':
      return `ARRAY OF ${inner(type.element)}`;
    case 'packed':
      return `BITS ${type.bits} FOR ${inner(type.base)}`;
    case 'ref':
      return `REF ${inner(type.target)}`;
    case 'object': {
      if (!type.super) return 'ROOT';
      const fields = type.fields.slice(0, MAX_PARTS).map((f) => `${f.name}: ${inner(f.type)}`);
      const methods = type.methods.slice(0, MAX_PARTS).map((m) => `${m.name}()`);
      const body = [list(fields, type.fields.length, '; ')];
      if (methods.length > 0) body.push(`METHODS ${list(methods, type.methods.length, '; ')}`);
      if (type.overrides.length > 0) body.push(`OVERRIDES ${type.overrides.slice(0, MAX_PARTS).map((o) => o.name)}`);
      return `${inner(type.super)} OBJECT ${body.filter((b) => b).join(' ')} END`.replace('  ', ' ');
    }
    case 'opaque':
      return 'an opaque type';
    case 'procedure': {
      const flag = type.functional ? 'FUNCTIONAL ' : type.ephemeral ? 'EPHEMERAL ' : '';
      const params = type.params
        .slice(0, MAX_PARTS)
        .map((p) => `${p.mode === 'value' ? '' : `${p.mode.toUpperCase()} `}${inner(p.type)}`);
      const result = type.result ? `: ${inner(type.result)}` : '';
      return `${flag}PROCEDURE (${list(params, type.params.length, '; ')})${result}${raises(type.raises, names)}`;
    }
  }
}

function ordinal(type: Extract<RuntimeType, { kind: 'ordinal' }>, inner: (t: RuntimeType) => string): string {
  switch (type.def) {
    case 'enum':
      return `{${list((type.names ?? []).slice(0, MAX_PARTS), type.names?.length ?? 0, ', ')}}`;
    case 'subrange':
      return `${type.base && type.base.kind === 'ordinal' && type.base.def !== 'integer' ? `${inner(type.base)} ` : ''}[${type.lo}..${type.hi}]`;
    default:
      return type.def.toUpperCase();
  }
}

function raises(set: readonly number[] | 'any', names: NameSource): string {
  if (set === 'any') return ' RAISES ANY';
  if (set.length === 0) return '';
  const shown = set.slice(0, MAX_PARTS).map((e) => names.exceptionName(e));
  return ` RAISES {${list(shown, set.length, ', ')}}`;
}
