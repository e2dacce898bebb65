/**
 * Types as text, for messages and hovers.
 */
import { CARDINAL, LONGCARD } from './builtins.ts';
import type { ConstValue, Entity, Param, ProcedureType, SubrangeType, Type, TypeEntity, UnitEntity } from './model.ts';

/** The first declared name of a type made by a type expression. */
const names = new WeakMap<Type, TypeEntity>();

export function rememberName(type: Type, entity: TypeEntity): void {
  if (!names.has(type)) names.set(type, entity);
}

export function nameOf(type: Type): TypeEntity | undefined {
  return type.kind === 'opaque' ? type.entity : names.get(type);
}

/** How deep anonymous types are written out. */
const DEPTH = 3;

/** A type's name (qualified unless declared in `here`), or its expression. */
export function typeText(type: Type, here?: UnitEntity): string {
  return text(type, DEPTH, here);
}

/** What a type's name stands for, one level written out. */
export function typeExpansion(type: Type, here?: UnitEntity): string {
  return structure(type, DEPTH, here);
}

function text(type: Type, depth: number, here: UnitEntity | undefined): string {
  const entity = nameOf(type);
  if (entity) return entityText(entity, here);
  return depth > 0 ? structure(type, depth - 1, here) : '...';
}

export function entityText(entity: Entity, here?: UnitEntity): string {
  const { unit } = entity;
  return unit && unit !== here && unit.unitKind === 'interface' && entity.kind !== 'unit'
    ? `${unit.name}.${entity.name}`
    : entity.name;
}

function structure(type: Type, depth: number, here: UnitEntity | undefined): string {
  const sub = (t: Type) => text(t, depth, here);
  switch (type.kind) {
    case 'integer':
    case 'float':
    case 'builtin':
      return type.name;
    case 'enum':
      return type.builtin ?? `{${abbreviated(type.elements, 6)}}`;
    case 'subrange':
      return subrangeText(type);
    case 'set':
      return `SET OF ${sub(type.element)}`;
    case 'record':
      return `RECORD ${fieldsText(type.fields, sub)}END`;
    case 'array':
      return `ARRAY ${sub(type.index)} OF ${sub(type.element)}`;
    case 'openarray':
      return `ARRAY OF ${sub(type.element)}`;
    case 'packed':
      return `BITS ${type.bits} FOR ${sub(type.base)}`;
    case 'ref':
      return `${type.traced ? '' : 'UNTRACED '}${brandText(type.brand)}REF ${sub(type.target)}`;
    case 'object': {
      const above = type.super.kind === 'builtin' && type.super.name === 'ROOT' ? '' : `${sub(type.super)} `;
      const methods =
        type.methods.length > 0
          ? `METHODS ${type.methods.map((m) => m.name + signatureText(m.signature, sub)).join('; ')} `
          : '';
      const overrides = type.overrides.length > 0 ? `OVERRIDES ${type.overrides.map((o) => o.name).join(', ')} ` : '';
      return `${above}${brandText(type.brand)}OBJECT ${fieldsText(type.fields, sub)}${methods}${overrides}END`;
    }
    case 'opaque':
      return type.entity.name;
    case 'procedure':
      return `${flagsText(type)}PROCEDURE ${signatureText(type, sub)}`;
    case 'error':
      return '(unknown type)';
  }
}

function brandText(brand: { readonly text: string } | undefined): string {
  return brand ? 'BRANDED ' : '';
}

function fieldsText(
  fields: readonly { readonly name: string; readonly type: Type }[],
  sub: (t: Type) => string,
): string {
  const shown = fields.slice(0, 8).map((f) => `${f.name}: ${sub(f.type)}; `);
  return shown.join('') + (fields.length > 8 ? '... ' : '');
}

function abbreviated(words: readonly string[], most: number): string {
  return words.slice(0, most).join(', ') + (words.length > most ? ', ...' : '');
}

function subrangeText(type: SubrangeType): string {
  if (type === CARDINAL) return 'CARDINAL';
  if (type === LONGCARD) return 'LONGCARD';
  return `[${ordinalText(type.lo, type.base)}..${ordinalText(type.hi, type.base)}]`;
}

/** An ordinal value as people write it. */
export function ordinalText(value: bigint, type: Type): string {
  const base = type.kind === 'subrange' ? type.base : type.kind === 'packed' ? type.base : type;
  if (base.kind !== 'enum') return `${value}`;
  if (base.builtin === 'CHAR' || base.builtin === 'WIDECHAR') {
    const printable = value >= 32n && value < 127n && value !== 39n && value !== 92n;
    return printable ? `'${String.fromCharCode(Number(value))}'` : `VAL(${value}, ${base.builtin})`;
  }
  return base.elements[Number(value)] ?? `${value}`;
}

export function flagsText(type: ProcedureType): string {
  return type.functional ? 'FUNCTIONAL ' : type.ephemeral ? 'EPHEMERAL ' : '';
}

/** `(a: INTEGER; VAR b: T): R RAISES {E}` */
export function signatureText(type: ProcedureType, sub: (t: Type) => string = typeText): string {
  const parameter = (p: Param) => {
    const mode = p.mode === 'value' ? '' : `${p.mode.toUpperCase()} `;
    return `${mode}${p.name}: ${sub(p.type)}${p.default ? ` := ${constText(p.default, p.type)}` : ''}`;
  };
  const result = type.result ? `: ${sub(type.result)}` : '';
  const raises =
    type.raises === 'any'
      ? ' RAISES ANY'
      : type.raises.length > 0
        ? ` RAISES {${type.raises.map((e) => e.name).join(', ')}}`
        : '';
  return `(${type.params.map(parameter).join('; ')})${result}${raises}`;
}

export function constText(value: ConstValue, type: Type): string {
  switch (value.kind) {
    case 'int':
      return ordinalText(value.value, type);
    case 'real':
      return `${value.value}`;
    case 'text':
      return JSON.stringify(value.value.length > 40 ? `${value.value.slice(0, 40)}...` : value.value);
    case 'nil':
      return 'NIL';
    case 'proc':
      return value.proc.name;
    case 'set':
      return type.kind === 'set'
        ? `{${abbreviated(
            value.elements.map((e) => ordinalText(e, type.element)),
            6,
          )}}`
        : `{${value.elements.length} elements}`;
    case 'record':
      return `{${
        type.kind === 'record'
          ? abbreviated(
              value.fields.map((f, i) => constText(f, type.fields[i]?.type ?? type)),
              4,
            )
          : '...'
      }}`;
    case 'array':
      return `{${value.elements.length} elements}`;
  }
}

/** The declaration of an entity in one line, for hovers; `type` is what the place knows of it beyond the declaration. */
export function entityDeclaration(entity: Entity, type?: Type): string {
  const name = entityText(entity);
  switch (entity.kind) {
    case 'const':
      return `CONST ${name}: ${typeText(entity.type)} = ${constText(entity.value, entity.type)}`;
    case 'type':
      return entity.type.kind === 'opaque'
        ? `TYPE ${name} <: ${typeText(entity.type.bound)}`
        : `TYPE ${name} = ${typeExpansion(entity.type)}`;
    case 'exception':
      return `EXCEPTION ${name}${entity.argument ? `(${typeText(entity.argument)})` : ''}`;
    case 'variable': {
      const mode = entity.mode && entity.mode !== 'value' ? `${entity.mode.toUpperCase()} ` : '';
      const what =
        entity.role === 'param'
          ? '(parameter) '
          : entity.role === 'global' || entity.role === 'local'
            ? 'VAR '
            : `(${entity.role.toUpperCase()}) `;
      return `${what}${mode}${name}: ${typeText(type ?? entity.type)}`;
    }
    case 'procedure':
      return `${flagsText(entity.type)}PROCEDURE ${name}${signatureText(entity.type)}`;
    case 'unit':
      return `${entity.unsafe ? 'UNSAFE ' : ''}${entity.unitKind.toUpperCase()} ${entity.name}`;
    case 'builtin':
      return `${entity.name} (predeclared)`;
  }
}
