/**
 * The fingerprint of an interface: SHA-256 of a canonical text of everything that a client can depend on.
 *
 * Equal for the interface as its own extension exports it and as a client was compiled against it, for both are made from the checked source. Comments, layout, the
 * order of imports and names of imported units do not count. Types are written out in full, so that a change of a type behind a type counts too.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type {
  Brand,
  CheckedUnit,
  ConstValue,
  Entity,
  ExceptionEntity,
  Field,
  Param,
  ProcedureEntity,
  ProcedureType,
  RevelationFact,
  Type,
} from '../language/types/model.ts';

export function fingerprint(unit: CheckedUnit): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(unit))));
}

/** One line for each declaration, by name. */
export function canonicalText(unit: CheckedUnit): string {
  const writer = new CanonicalWriter();
  const lines = [`interface ${unit.entity.name}`];
  const members = [...unit.entity.members].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, entity] of members) {
    const line = writer.entity(entity);
    if (line !== undefined) lines.push(`${name} ${line}`);
  }
  lines.push(...unit.revelations.map((fact) => writer.revelation(fact)).sort());
  return lines.join('\n');
}

/** Types that were written before are referred to by number, which also ends recursion. */
class CanonicalWriter {
  readonly #numbers = new Map<Type, number>();

  entity(entity: Entity): string | undefined {
    switch (entity.kind) {
      case 'const':
        return `const ${this.type(entity.type)} = ${this.value(entity.value)}`;
      case 'type':
        return `type ${this.type(entity.type)}`;
      case 'exception':
        return `exception${entity.implicit ? ' implicit' : ''}${entity.argument ? ` ${this.type(entity.argument)}` : ''}`;
      case 'variable':
        return `var ${this.type(entity.type)}`;
      case 'procedure':
        return `procedure ${this.procedure(entity.type)}`;
      default:
        return undefined;
    }
  }

  revelation(fact: RevelationFact): string {
    return `reveal ${this.type(fact.opaque)} ${fact.full ? '=' : '<:'} ${this.type(fact.type)}`;
  }

  type(type: Type): string {
    switch (type.kind) {
      case 'integer':
      case 'float':
      case 'builtin':
        return type.name;
      case 'error':
        return 'error';
      default: {
        const number = this.#numbers.get(type);
        if (number !== undefined) return `#${number}`;
        this.#numbers.set(type, this.#numbers.size);
        return this.#structure(type);
      }
    }
  }

  #structure(type: Exclude<Type, { kind: 'integer' | 'float' | 'builtin' | 'error' }>): string {
    switch (type.kind) {
      case 'enum':
        return type.builtin ?? `{${type.elements.join(',')}}`;
      case 'subrange':
        return `[${type.lo}..${type.hi}] of ${this.type(type.base)}`;
      case 'set':
        return `set(${this.type(type.element)})`;
      case 'record':
        return `record(${this.#fields(type.fields)})`;
      case 'array':
        return `array(${this.type(type.index)};${this.type(type.element)})`;
      case 'openarray':
        return `array(;${this.type(type.element)})`;
      case 'packed':
        return `bits(${type.bits};${this.type(type.base)})`;
      case 'ref':
        return `${type.traced ? '' : 'untraced '}ref(${brandText(type.brand)}${this.type(type.target)})`;
      case 'object': {
        const methods = type.methods.map(
          (m) => `${m.name}${this.procedure(m.signature)}${m.default ? `:=${procedureName(m.default)}` : ''}`,
        );
        const overrides = type.overrides.map((o) => `${o.name}:=${o.proc ? procedureName(o.proc) : 'NIL'}`);
        return (
          `${type.traced ? '' : 'untraced '}object(${brandText(type.brand)}${this.type(type.super)};${this.#fields(type.fields)};` +
          `${methods.join(';')};${overrides.join(';')})`
        );
      }
      case 'opaque':
        return `opaque(${type.entity.unit?.name ?? ''}.${type.entity.name}<:${this.type(type.bound)})`;
      case 'procedure':
        return `procedure${this.procedure(type)}`;
    }
  }

  #fields(fields: readonly Field[]): string {
    return fields
      .map((f) => `${f.name}:${this.type(f.type)}${f.default ? `:=${this.value(f.default)}` : ''}`)
      .join(',');
  }

  procedure(type: ProcedureType): string {
    const params = type.params.map((p) => this.#param(p)).join(';');
    const result = type.result ? this.type(type.result) : '';
    const raises = type.raises === 'any' ? 'any' : [...new Set(type.raises.map(exceptionName))].sort().join(',');
    const flags = `${type.ephemeral ? 'E' : ''}${type.functional ? 'F' : ''}`;
    return `${flags}(${params}):${result} raises(${raises})`;
  }

  #param(param: Param): string {
    const value = param.default ? `:=${this.value(param.default)}` : '';
    return `${param.mode} ${param.name}:${this.type(param.type)}${value}`;
  }

  value(value: ConstValue): string {
    switch (value.kind) {
      case 'int':
        return `${value.value}`;
      case 'real':
        return Object.is(value.value, -0) ? '-0.0' : `${value.value}r`;
      case 'text':
        return `${value.wide ? 'W' : ''}${JSON.stringify(value.value)}`;
      case 'nil':
        return 'nil';
      case 'proc':
        return procedureName(value.proc);
      case 'set':
        return `{${value.elements.join(',')}}`;
      case 'record':
        return `{${value.fields.map((f) => this.value(f)).join(',')}}`;
      case 'array':
        return `[${value.elements.map((e) => this.value(e)).join(',')}]`;
    }
  }
}

function brandText(brand: Brand | undefined): string {
  return brand ? `brand ${brand.unit.unitKind} ${brand.unit.name} ${JSON.stringify(brand.text)} ` : '';
}

/** A procedure counts by the interface it is declared in, or by its module if by none. */
function procedureName(procedure: ProcedureEntity): string {
  const heading = procedure.implements[0] ?? procedure;
  return `${heading.unit?.name ?? ''}.${heading.name}`;
}

function exceptionName(exception: ExceptionEntity): string {
  return `${exception.unit?.name ?? ''}.${exception.name}`;
}
