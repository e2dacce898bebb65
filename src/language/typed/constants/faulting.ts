/**
 * Constructors of constants that fault: a part that does not fit its place is assignable by its type, so it is no static error, and evaluating the
 * constructor is a checked run-time error (definition 2.6.8, 2.3.1). Such a constant has a value, which says `faults`; where it is used, the
 * constructor is evaluated.
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type { ConstValue, RecordType, Type } from '../../types/model.ts';
import { baseType, unpacked } from '../../types/ordinals.ts';
import { constNode, intNode, VALUE } from '../nodes.ts';
import type { Expr } from '../tree.ts';
import { constantValue, fitsPlace, spelledOut } from './values.ts';

/** The value of a constructor whose parts are all constant, of which some do not fit; undefined for everything else. */
export function faultingValue(expr: Expr): ConstValue | undefined {
  switch (expr.kind) {
    case 'recordValue': {
      const fields = allParts(expr.fields);
      return fields && { kind: 'record', fields, faults: true };
    }
    case 'arrayValue': {
      const elements = spelledOut(expr, allParts(expr.elements));
      return elements && { kind: 'array', elements, faults: true };
    }
    case 'setValue': {
      const ends = allParts(expr.elements.flatMap(({ low, high }) => (high ? [low, high] : [low])));
      return ends && { kind: 'set', elements: ends.flatMap((v) => (v.kind === 'int' ? [v.value] : [])), faults: true };
    }
    default:
      return undefined;
  }
}

function allParts(parts: readonly Expr[]): ConstValue[] | undefined {
  const values = parts.map((part) => constantValue(part) ?? faultingValue(part));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** The expression that a constant is where it is used. */
export function constantExpr(span: Span, declared: Type, value: ConstValue): Expr {
  const type = unpacked(declared);
  if (!('faults' in value)) return constNode(span, type, value);
  if (value.kind === 'set' && type.kind === 'set') {
    const elements = value.elements.map((at) => ({ low: intNode(span, baseType(type.element), at) }));
    return { kind: 'setValue', span, type, elements, ...VALUE };
  }
  if (value.kind === 'record' && type.kind === 'record') return recordExpr(span, type, value.fields);
  if (value.kind === 'array' && (type.kind === 'array' || type.kind === 'openarray')) {
    const elements = value.elements.map((element) => partExpr(span, type.element, element));
    return { kind: 'arrayValue', span, type, elements, fill: false, ...VALUE };
  }
  return constNode(span, type, value);
}

function recordExpr(span: Span, type: RecordType, values: readonly ConstValue[]): Expr {
  const fields = values.map((value, i) => partExpr(span, type.fields[i]!.type, value));
  return { kind: 'recordValue', span, type, fields, ...VALUE };
}

/** What does not fit has the type that it had before it met its place. */
function partExpr(span: Span, place: Type, value: ConstValue): Expr {
  const type = unpacked(place);
  if (fitsPlace(value, type)) return constantExpr(span, type, value);
  if (type.kind === 'array') return constantExpr(span, { kind: 'openarray', element: type.element }, value);
  return constNode(span, baseType(type), value);
}
