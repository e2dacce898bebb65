/** Methods and overrides conform to their signatures; constants belong to their types. Needs the relations between types. */
import type { Spaces } from '../../spaces.ts';
import type { ConstDef, MethodDef, ProcIndex, TypeDef, TypeIndex } from '../../types.ts';
import { T } from '../../types.ts';
import {
  admits,
  covers,
  isReference,
  isSubtype,
  ordinalBounds,
  overridden,
  resolve,
  sameHeading,
  setSize,
  type TypeTable,
} from '../relations.ts';
import type { Report } from './report.ts';

export function checkObjects(spaces: Spaces, table: TypeTable, report: Report): void {
  report.section = 'types';
  table.defs.forEach((def, i) => {
    if (def.kind !== 'object' || report.failed) return;
    for (const m of def.methods)
      if (m.default !== undefined) checkImplementation(spaces, table, i, m, m.default, report);
    for (const o of def.overrides) {
      const found = overridden(table, i, o.name);
      const declarer = found && table.defs[found.declarer];
      if (declarer?.kind === 'object') {
        if (o.proc !== undefined)
          checkImplementation(spaces, table, i, declarer.methods[found!.method]!, o.proc, report);
      } else report.add('B2010', `object type ${i} overrides ${o.name}, which no supertype declares`);
    }
  });
}

function checkImplementation(
  spaces: Spaces,
  table: TypeTable,
  object: TypeIndex,
  method: MethodDef,
  proc: ProcIndex,
  report: Report,
): void {
  const { name, type, own } = spaces.procedures[proc]!;
  const wrong = (why: string) =>
    report.add('B2009', `${name} does not implement method ${method.name} of object type ${object}: ${why}`);
  const signature = table.defs[method.signature]!;
  const def = table.defs[type]!;
  if (def.kind !== 'procedure' || signature.kind !== 'procedure') {
    wrong('it is no procedure');
    return;
  }
  if (own?.parent !== undefined) {
    wrong('it is nested');
    return;
  }
  const receiver = def.params[0];
  if (
    receiver?.mode !== 'value' ||
    !isReference(resolve(table, receiver.type)) ||
    !isSubtype(table, object, receiver.type)
  ) {
    wrong('its first parameter does not take the object by value');
    return;
  }
  if (!sameHeading(table, def, signature, 1)) {
    wrong('its parameters or result differ');
    return;
  }
  if (!admits(signature, def)) {
    wrong('it raises more, or is less EPHEMERAL or FUNCTIONAL, than the method');
    return;
  }
}

export function checkConstants(spaces: Spaces, table: TypeTable, report: Report): void {
  report.section = 'types';
  table.defs.forEach((def, i) => {
    if ((def.kind !== 'record' && def.kind !== 'object') || report.failed) return;
    for (const field of def.fields) {
      if (field.default !== undefined && !belongs(spaces, table, field.default, field.type)) {
        report.add('B2015', `the default of field ${field.name} of type ${i} does not belong to its type`);
      }
    }
  });
}

/** Recursion is as deep as the constant, which is bounded, and the type, which is, too. */
function belongs(spaces: Spaces, table: TypeTable, c: ConstDef, type: TypeIndex): boolean {
  const def = resolve(table, type);
  switch (c.kind) {
    case 'int': {
      const bounds = ordinalBounds(table.defs, def.kind === 'packed' ? def.base : type);
      return bounds !== undefined && bounds.lo <= c.value && c.value <= bounds.hi;
    }
    case 'real':
      return def.kind === 'real'
        ? Object.is(Math.fround(c.value), c.value)
        : def.kind === 'longreal' || def.kind === 'extended';
    case 'text':
      return isReference(def) && isSubtype(table, T.TEXT, type);
    case 'nil':
      return isReference(def) || def.kind === 'procedure' || def.kind === 'procany';
    case 'proc': {
      const { type: from, own } = spaces.procedures[c.proc]!;
      return (
        (def.kind === 'procedure' || def.kind === 'procany') && own?.parent === undefined && covers(table, from, type)
      );
    }
    case 'set':
      return setBelongs(table, c.words, def.kind === 'packed' ? resolve(table, def.base) : def);
    case 'aggregate':
      return aggregateBelongs(spaces, table, c.parts, def);
  }
}

function setBelongs(table: TypeTable, words: readonly bigint[], def: TypeDef): boolean {
  if (def.kind !== 'set') return false;
  const size = setSize(table.defs, def);
  return (
    words.length === Math.ceil(size / 64) &&
    words.every((word, i) => word >= 0n && word >> BigInt(Math.min(64, size - i * 64)) === 0n)
  );
}

function aggregateBelongs(spaces: Spaces, table: TypeTable, parts: readonly ConstDef[], def: TypeDef): boolean {
  if (def.kind === 'record') {
    return (
      parts.length === def.fields.length && parts.every((part, i) => belongs(spaces, table, part, def.fields[i]!.type))
    );
  }
  if (def.kind !== 'array') return false;
  const { lo, hi } = ordinalBounds(table.defs, def.index)!;
  const count = lo > hi ? 0 : Number(hi - lo + 1n);
  return parts.length === count && parts.every((part) => belongs(spaces, table, part, def.element));
}
