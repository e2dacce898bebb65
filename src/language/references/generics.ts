/**
 * Instances of generic units (2.5.5): the generic's tree under the instance's name, its formals bound to the actual interfaces.
 *
 * No text is substituted: a formal is a local name of the interface given for it, so the one tree serves every instance, and messages
 * point into the generic source.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Instantiation, isGeneric, type UnitReference } from './outline.ts';
import type { ParsedUnit } from './parsed-unit.ts';
import { spanOfProperty } from './spans.ts';

/** Finds a generic unit's source, of the sort that the instance needs. */
export type FindGeneric = (name: string, kind: 'interface' | 'module') => ParsedUnit | undefined;

export type Instantiated = { readonly parsed: ParsedUnit } | { readonly problem: Diagnostic };

export function instantiate(
  parsed: ParsedUnit,
  { generic: name, genericSpan, actuals }: Instantiation,
  find: FindGeneric,
  near: () => readonly string[],
): Instantiated {
  const kind = parsed.kind === 'InterfaceUnit' ? 'interface' : 'module';
  const generic = name ? find(name, kind) : undefined;
  if (!generic || !isGeneric(generic)) {
    const known = near();
    return {
      problem: error(
        'M3016',
        genericSpan,
        `generic ${kind} ${name} is not found`,
        known.length > 0 ? `Known are ${known.join(', ')}.` : undefined,
      ),
    };
  }
  const before = instances.get(parsed);
  if (before?.generic === generic) return { parsed: before.made };
  const { formals } = generic;
  if (formals.length !== actuals.length) {
    return {
      problem: error(
        'M3017',
        genericSpan,
        `generic ${kind} ${name} wants ${formals.length} interfaces, not ${actuals.length}`,
      ),
    };
  }
  const made = instanceOf(parsed, generic, actuals);
  instances.set(parsed, { generic, made });
  return { parsed: made };
}

function instanceOf(parsed: ParsedUnit, generic: ParsedUnit, actuals: Instantiation['actuals']): ParsedUnit {
  const references: readonly UnitReference[] = [
    ...parsed.references.filter(({ kind }) => kind === 'export'),
    ...actuals.map(({ name, span }) => ({ kind: 'import' as const, name, span })),
    ...generic.references,
  ];
  return {
    kind: generic.kind,
    name: parsed.name,
    nameSpan: parsed.nameSpan,
    diagnostics: [...parsed.diagnostics, ...generic.diagnostics],
    references,
    declarations: generic.declarations,
    formals: generic.formals,
    path: generic.path,
    text: generic.text,
    get unit() {
      return generic.unit;
    },
    get pragmas() {
      return generic.pragmas;
    },
    instance: {
      file: { path: parsed.path, text: parsed.text },
      aliases: generic.formals.map((formal, i) => ({ formal, actual: actuals[i]!.name, span: actuals[i]!.span })),
      genericName: generic.name,
    },
  };
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
  if (!instance || !('formals' in unit)) return text;
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
