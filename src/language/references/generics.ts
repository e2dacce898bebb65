/**
 * Instances of generic units (2.5.5): the generic's tree under the instance's name, its formals bound to the actual interfaces.
 *
 * No text is substituted: a formal is a local name of the interface given for it, so the one tree serves every instance, and messages
 * point into the generic source.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../generated/ast.ts';
import type { ParsedUnit, UnitReference } from './parsed-unit.ts';
import { spanOfProperty } from './spans.ts';

export function isGeneric(unit: ast.Unit): unit is ast.GenericInterfaceUnit | ast.GenericModuleUnit {
  return unit.$type === 'GenericInterfaceUnit' || unit.$type === 'GenericModuleUnit';
}

export function instantiationOf(unit: ast.Unit): ast.Instantiation | undefined {
  return isGeneric(unit) ? undefined : unit.instantiation;
}

/** Finds a generic unit's source, of the sort that the instance needs. */
export type FindGeneric = (name: string, kind: 'interface' | 'module') => ParsedUnit | undefined;

export type Instantiated = { readonly parsed: ParsedUnit } | { readonly problem: Diagnostic };

export function instantiate(
  parsed: ParsedUnit,
  node: ast.Instantiation,
  find: FindGeneric,
  near: () => readonly string[],
): Instantiated {
  const { unit, path } = parsed;
  const kind = unit.$type === 'InterfaceUnit' ? 'interface' : 'module';
  const at = spanOfProperty(path, node, 'generic');
  const generic = node.generic ? find(node.generic, kind) : undefined;
  if (!generic || !isGeneric(generic.unit)) {
    const known = near();
    return {
      problem: error(
        'M3016',
        at,
        `generic ${kind} ${node.generic} is not found`,
        known.length > 0 ? `Known are ${known.join(', ')}.` : undefined,
      ),
    };
  }
  const before = instances.get(parsed);
  if (before?.generic === generic) return { parsed: before.made };
  const { formals } = generic.unit;
  if (formals.length !== node.actuals.length) {
    return {
      problem: error(
        'M3017',
        at,
        `generic ${kind} ${node.generic} wants ${formals.length} interfaces, not ${node.actuals.length}`,
      ),
    };
  }
  const aliases = formals.map((formal, i) => ({
    formal: formal.name,
    actual: node.actuals[i]!,
    span: spanOfProperty(path, node, 'actuals', i),
  }));
  const references: UnitReference[] = [];
  if (unit.$type === 'ModuleUnit') {
    for (const [i, name] of unit.exports.entries()) {
      references.push({ kind: 'export', name, span: spanOfProperty(path, unit, 'exports', i) });
    }
  }
  for (const { actual, span } of aliases) references.push({ kind: 'import', name: actual, span });
  const made: ParsedUnit = {
    path: generic.path,
    text: generic.text,
    unit: generic.unit,
    name: parsed.name,
    diagnostics: [...parsed.diagnostics, ...generic.diagnostics],
    pragmas: generic.pragmas,
    instance: { aliases, references, genericName: generic.name, nameSpan: spanOfProperty(path, unit, 'name') },
  };
  instances.set(parsed, { generic, made });
  return { parsed: made };
}

/** Instances by the file that asks for them, so that an unchanged one is the same object and need not be checked again. */
const instances = new WeakMap<ParsedUnit, { readonly generic: ParsedUnit; readonly made: ParsedUnit }>();

function error(code: string, span: Diagnostic['span'], message: string, hint?: string): Diagnostic {
  return { code, severity: 'error', message, span, ...(hint ? { hint } : {}) };
}

/**
 * An instance's text as a unit of its own: what the definition says that `INTERFACE I = G(A) END I.` stands for. Other units carry their own text.
 */
export function standaloneText(parsed: ParsedUnit): string {
  const { instance, unit, text, path } = parsed;
  if (!instance || !isGeneric(unit)) return text;
  const last = unit.formals.length - 1;
  const formals =
    last < 0 ? spanOfProperty(path, unit, 'name').end : spanOfProperty(path, unit.formals[last]!, 'name').end;
  const header = afterSemicolon(text, formals);
  const end = spanOfProperty(path, unit, 'endName');
  const kind = unit.$type === 'GenericInterfaceUnit' ? 'INTERFACE' : 'MODULE';
  const imports = instance.aliases.map(({ formal, actual }) => ` IMPORT ${actual} AS ${formal};`).join('');
  const start = unit.$cstNode?.offset ?? 0;
  return `${text.slice(0, start)}${unit.unsafe ? 'UNSAFE ' : ''}${kind} ${parsed.name};${imports}${text.slice(header, end.start)}${parsed.name}${text.slice(end.end)}`;
}

/** The place behind the next `;` that is in no comment. */
function afterSemicolon(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text.startsWith('(*', at)) depth++;
    else if (text.startsWith('*)', at)) depth--;
    else if (text[at] === ';' && depth === 0) return at + 1;
  }
  return text.length;
}
