/** Type definitions and constants of the assembly text. */
import { LIMITS } from '../limits.ts';
import type { BrandDef, ConstDef, FieldDef, MethodDef, OverrideDef, ParamDef, TypeDef, TypeIndex } from '../types.ts';
import type { Scope } from './scope.ts';
import type { LineReader, Lines } from './tokens.ts';

/** What follows `type LABEL =`. */
export function readType(reader: LineReader, lines: Lines, scope: Scope): TypeDef {
  const kind = reader.word('a kind of type');
  const type = () => scope.use('type', reader);
  const simple = (def: TypeDef): TypeDef => {
    reader.finish();
    return def;
  };
  switch (kind) {
    case 'enum': {
      const names: string[] = [];
      while (!reader.atEnd) names.push(reader.string('a name'));
      return { kind, names };
    }
    case 'subrange':
      return simple({ kind, base: type(), lo: reader.bigint('the first value'), hi: reader.bigint('the last value') });
    case 'set':
    case 'openarray':
      return simple({ kind, element: type() });
    case 'array':
      return simple({ kind, index: type(), element: type() });
    case 'packed':
      return simple({ kind, bits: reader.natural('a number of bits'), base: type() });
    case 'ref':
      return simple({ kind, target: type(), ...readBrand(reader) });
    case 'opaque':
      return simple({ kind, unit: reader.string('the interface'), name: reader.string('the name'), super: type() });
    case 'record':
      return readRecord(reader, lines, scope);
    case 'object':
      return readObject(reader, lines, scope);
    case 'procedure':
      return readProcedureType(reader, lines, scope);
    default:
      return reader.back().fail('B3001', `${kind} is no kind of type`);
  }
}

function readBrand(reader: LineReader): { brand?: BrandDef } {
  if (!reader.accept('brand')) return {};
  const unitKind = readUnitKind(reader);
  return { brand: { unitKind, unit: reader.string('the unit'), text: reader.string('the brand') } };
}

export function readUnitKind(reader: LineReader): 'interface' | 'module' {
  const kind = reader.word('interface or module');
  return kind === 'interface' || kind === 'module'
    ? kind
    : reader.back().fail('B3001', 'interface or module is wanted here');
}

function readRecord(reader: LineReader, lines: Lines, scope: Scope): TypeDef {
  const fields: FieldDef[] = [];
  lines.block(reader, (line) => {
    line.expect('field');
    fields.push(readField(line, scope));
  });
  return { kind: 'record', fields };
}

function readObject(reader: LineReader, lines: Lines, scope: Scope): TypeDef {
  const above: TypeIndex = scope.use('type', reader);
  const brand = readBrand(reader);
  const fields: FieldDef[] = [];
  const methods: MethodDef[] = [];
  const overrides: OverrideDef[] = [];
  lines.block(reader, (line) => {
    if (line.accept('field')) fields.push(readField(line, scope));
    else if (line.accept('method')) {
      const name = line.string('a name');
      const signature = scope.use('type', line);
      const proc = line.accept('=') ? { default: scope.use('proc', line) } : {};
      line.finish();
      methods.push({ name, signature, ...proc });
    } else {
      line.expect('override');
      const name = line.string('a name');
      const proc = line.accept('=') ? { proc: scope.use('proc', line) } : {};
      line.finish();
      overrides.push({ name, ...proc });
    }
  });
  return { kind: 'object', super: above, ...brand, fields, methods, overrides };
}

function readProcedureType(reader: LineReader, lines: Lines, scope: Scope): TypeDef {
  const ephemeral = reader.accept('ephemeral');
  const functional = reader.accept('functional');
  const params: ParamDef[] = [];
  let result: TypeIndex | undefined;
  let raises: number[] | 'any' = [];
  lines.block(reader, (line) => {
    const word = line.word('a mode, result or raises');
    if (word === 'value' || word === 'var' || word === 'readonly')
      params.push({ mode: word, type: scope.use('type', line) });
    else if (word === 'result') result = scope.use('type', line);
    else if (word !== 'raises') line.back().fail('B3001', 'value, var, readonly, result or raises is wanted here');
    else if (line.accept('any')) raises = 'any';
    else {
      raises = [];
      while (!line.atEnd) raises.push(scope.use('exception', line));
    }
    line.finish();
  });
  return { kind: 'procedure', params, ...(result === undefined ? {} : { result }), raises, ephemeral, functional };
}

function readField(line: LineReader, scope: Scope): FieldDef {
  const name = line.string('a name');
  const type = scope.use('type', line);
  const value = line.accept('=') ? { default: readConstant(line, scope, 0) } : {};
  line.finish();
  return { name, type, ...value };
}

function readConstant(line: LineReader, scope: Scope, depth: number): ConstDef {
  if (depth > LIMITS.constantNesting) line.fail('B3001', `constants nest more than ${LIMITS.constantNesting} deep`);
  if (line.accept('(')) {
    const parts: ConstDef[] = [];
    while (!line.accept(')')) parts.push(readConstant(line, scope, depth + 1));
    return { kind: 'aggregate', parts };
  }
  if (line.accept('[')) {
    const words: bigint[] = [];
    while (!line.accept(']')) words.push(line.bigint('a word'));
    return { kind: 'set', words };
  }
  if (line.accept('nil')) return { kind: 'nil' };
  if (line.accept('real')) return { kind: 'real', value: line.number('a number') };
  if (line.accept('text')) return { kind: 'text', text: scope.use('text', line) };
  if (line.accept('proc')) return { kind: 'proc', proc: scope.use('proc', line) };
  return { kind: 'int', value: line.bigint('a constant') };
}
