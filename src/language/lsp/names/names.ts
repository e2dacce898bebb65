/**
 * Every name that stands in a file, and what it means: declarations, uses, and what the checker does not look up (names behind END, local names of
 * imports, exceptions in FATAL pragmas, generic units).
 *
 * Meanings survive rechecks: they are compared by where they are declared (`keyOf`), never by object identity.
 */
import type { Span } from '../../../diagnostics/diagnostic.ts';
import type * as ast from '../../generated/ast.ts';
import { nameSpan } from '../../parser/spans.ts';
import { collectPragmas } from '../../references/pragmas.ts';
import type { CheckedUnit, Entity, ProcedureEntity, Type, UnitEntity, Used } from '../../types/model.ts';
import type { Analysis } from '../analysis.ts';
import type { Workspace } from '../workspace.ts';
import { type FileOccurrences, Keys, occurrencesOf } from './occurrences.ts';

export type NameRole = 'declaration' | 'use' | 'end' | 'alias' | 'pragma';

export interface Name {
  readonly span: Span;
  readonly used: Used;
  /** `alias`: the local name that an import AS or a generic formal declares; `pragma`: in `<*FATAL …*>`. */
  readonly role: NameRole;
  /** The type that the use has at this place, where it differs from the declared one. */
  readonly type?: Type;
}

/** Where something is declared; the same after a recheck. */
export function keyOf(used: Pick<Used, 'name' | 'span'>): string {
  return used.span.file === '' ? `:${used.name}` : `${used.span.start}:${used.span.file}`;
}

/** Files whose names are kept ready; of the others only their occurrences are. */
const MOST_FILES = 40;

export class Names {
  readonly keys = new Keys();
  readonly #analysis: Analysis;
  readonly #workspace: Workspace;
  /** Those that were asked for longest ago first. */
  readonly #known = new Map<string, { readonly units: readonly CheckedUnit[]; readonly names: readonly Name[] }>();
  readonly #occurrences = new Map<string, FileOccurrences>();

  constructor(analysis: Analysis, workspace: Workspace) {
    this.#analysis = analysis;
    this.#workspace = workspace;
  }

  /** In order of position; where several instances of a generic unit differ, each meaning once. */
  of(path: string): readonly Name[] {
    const units = this.#analysis.units(path);
    const before = this.#known.get(path);
    this.#known.delete(path);
    const isKnown = before && before.units.length === units.length && before.units.every((u, i) => u === units[i]);
    const entry = isKnown ? before : { units, names: this.#collect(path, units) };
    if (units.length > 0) this.#known.set(path, entry);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_FILES) break;
      this.#known.delete(oldest);
    }
    return entry.names;
  }

  /** Checks the file only if it has not been since it or its imports changed. */
  occurrences(path: string): FileOccurrences {
    let found = this.#occurrences.get(path);
    if (!found) {
      const isReady = this.#known.has(path);
      found = occurrencesOf(this.of(path), this.#analysis.diagnostics(path), this.keys);
      // Searches go through many files that nobody looks at.
      if (!isReady) this.#known.delete(path);
      this.#occurrences.set(path, found);
    }
    return found;
  }

  /** The name at an offset: the one around it, else the one that ends there. */
  at(path: string, offset: number): Name | undefined {
    const names = this.of(path);
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (names[middle]!.span.start <= offset) low = middle + 1;
      else high = middle;
    }
    let found: Name | undefined;
    for (let i = low - 1; i >= 0 && names[i]!.span.end >= offset; i--) {
      if (!found || names[i]!.span.start === found.span.start) found = names[i];
    }
    return found;
  }

  /** The file's text, or that of something it depends on, has changed. */
  forget(path: string): void {
    this.#known.delete(path);
    this.#occurrences.delete(path);
  }

  #collect(path: string, units: readonly CheckedUnit[]): Name[] {
    const found: Name[] = [];
    const add = (name: Name): void => {
      if (name.span.file === path && name.span.end > name.span.start) found.push(name);
    };
    const parsed = this.#analysis.parse(path);
    for (const unit of units) {
      for (const use of unit.uses) add(fromUse(use));
      add({ span: unit.entity.span, used: unit.entity, role: 'declaration' });
      addProcedureEnds(unit, unit.procedures, add);
      if (parsed) {
        addUnitSyntax(path, parsed.unit, unit, add);
        addFatal(path, parsed.map.text, unit, add);
      }
    }
    if (parsed) this.#addGeneric(path, parsed.unit, add);
    found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return found.filter((name, i) => !repeats(found, i, name));
  }

  /** A generic unit has no entity of its own: neither in its own file nor where it is instantiated. */
  #addGeneric(path: string, unit: ast.Unit, add: (name: Name) => void): void {
    if (unit.$type === 'GenericInterfaceUnit' || unit.$type === 'GenericModuleUnit') {
      const used = genericEntity(path, unit);
      add({ span: used.span, used, role: 'declaration' });
      if (unit.endName === unit.name) add({ span: spanAt(path, unit, 'endName'), used, role: 'end' });
      return;
    }
    const instantiation = unit.instantiation;
    if (!instantiation?.generic) return;
    const kind = unit.$type === 'InterfaceUnit' ? 'interface' : 'module';
    const file = this.#workspace.genericFile(kind, instantiation.generic, path);
    const generic = file === undefined ? undefined : this.#analysis.parse(file)?.unit;
    if (file !== undefined && generic)
      add({ span: spanAt(path, instantiation, 'generic'), used: genericEntity(file, generic), role: 'use' });
  }
}

/** Has one before it in the same place the same meaning? */
function repeats(names: readonly Name[], index: number, { span, used }: Name): boolean {
  for (let i = index - 1; i >= 0 && names[i]!.span.start === span.start; i--)
    if (keyOf(names[i]!.used) === keyOf(used)) return true;
  return false;
}

function fromUse({ span, entity, type }: CheckedUnit['uses'][number]): Name {
  const own = entity.span.file === span.file && entity.span.start === span.start;
  return { span, used: entity, role: own ? 'declaration' : 'use', ...(type ? { type } : {}) };
}

function genericEntity(path: string, unit: ast.Unit): UnitEntity {
  const unitKind = unit.$type === 'GenericInterfaceUnit' ? 'interface' : 'module';
  return {
    kind: 'unit',
    name: unit.name ?? '',
    span: spanAt(path, unit, 'name'),
    unitKind,
    unsafe: unit.unsafe === true,
    path,
    members: new Map(),
  };
}

function spanAt(path: string, node: Parameters<typeof nameSpan>[0], property: string, index = 0): Span {
  return { file: path, ...nameSpan(node, property, index) };
}

function addProcedureEnds(unit: CheckedUnit, procedures: readonly ProcedureEntity[], add: (name: Name) => void): void {
  for (const used of procedures) {
    if (!used.definition) continue;
    const { endSpan, nested } = used.definition;
    if (unit.source.slice(endSpan.start, endSpan.end) === used.name) add({ span: endSpan, used, role: 'end' });
    addProcedureEnds(unit, nested, add);
  }
}

/** The unit's name behind END, local names that imports and generic formals declare. */
function addUnitSyntax(path: string, syntax: ast.Unit, unit: CheckedUnit, add: (name: Name) => void): void {
  if (syntax.name === unit.entity.name && syntax.endName === syntax.name)
    add({ span: spanAt(path, syntax, 'endName'), used: unit.entity, role: 'end' });
  const imported = (name: string): UnitEntity | undefined => unit.imports.find((u) => u.name === name);
  for (const clause of syntax.imports) {
    if (clause.$type === 'FromImport') continue;
    for (const node of clause.units) {
      const used = node.alias ? imported(node.unit) : undefined;
      if (used) add({ span: spanAt(path, node, 'alias'), used, role: 'alias' });
    }
  }
  if (syntax.$type !== 'GenericInterfaceUnit' && syntax.$type !== 'GenericModuleUnit') return;
  for (const formal of syntax.formals) {
    const use = unit.uses.find(
      (u) => 'kind' in u.entity && u.entity.kind === 'unit' && textAt(unit, u.span) === formal.name,
    );
    if (use) add({ span: spanAt(path, formal, 'name'), used: use.entity, role: 'alias' });
  }
}

/** What is written there; spans of an instance's own file are not in the generic's text. */
const textAt = (unit: CheckedUnit, { file, start, end }: Span): string =>
  file === unit.entity.path ? unit.source.slice(start, end) : '';

/** `<*FATAL I.E, F*>` mentions exceptions. */
function addFatal(path: string, text: string, unit: CheckedUnit, add: (name: Name) => void): void {
  if (!text.includes('FATAL')) return;
  for (const pragma of collectPragmas(text)) {
    if (pragma.name !== 'FATAL') continue;
    const from = text.indexOf('FATAL', pragma.start) + 'FATAL'.length;
    for (const m of text.slice(from, pragma.end - 2).matchAll(/([A-Za-z]\w*)(?:(\s*\.\s*)([A-Za-z]\w*))?/g)) {
      const start = from + m.index;
      const head = meaning(unit, m[1]!);
      if (!head) continue;
      add({ span: { file: path, start, end: start + m[1]!.length }, used: head, role: 'pragma' });
      const member = m[3] && 'members' in head ? head.members.get(m[3]) : undefined;
      if (!member) continue;
      const second = start + m[1]!.length + m[2]!.length;
      add({ span: { file: path, start: second, end: second + m[3]!.length }, used: member, role: 'pragma' });
    }
  }
}

/** What a name means at the unit's top level, as far as the unit's own names, exports and imports tell. */
function meaning(unit: CheckedUnit, name: string): Entity | undefined {
  const own = unit.entity.members.get(name);
  if (own) return own;
  for (const exported of unit.exports) if (exported.members.has(name)) return exported.members.get(name);
  for (const { span, entity } of unit.uses)
    if ('kind' in entity && entity.kind !== 'element' && textAt(unit, span) === name && entity.unit !== unit.entity)
      return entity;
  return undefined;
}
