/** Names that are visible at the cursor, and what only becomes visible by an import. */
import { CompletionItemKind } from 'vscode-languageserver';
import type { Scope } from '../../typed/context.ts';
import type { Probe } from '../../typed/probe.ts';
import { isErrorEntity } from '../../types/builtins.ts';
import type { Entity, Type, UnitEntity } from '../../types/model.ts';
import { isAssignable } from '../../types/relations.ts';
import { type Candidate, entityCandidate, RANK } from './candidate.ts';

export type Wanted = 'statement' | 'expression' | 'type' | 'exception' | 'any';

/** Every visible entity under the name it has here, inner ones first. */
export function* visible(scope: Scope | undefined): Generator<{ name: string; entity: Entity; depth: number }> {
  const seen = new Set<string>();
  let depth = 0;
  for (let at = scope; at !== undefined; at = at.parent, depth++) {
    for (const name of at.names?.() ?? []) {
      if (seen.has(name)) continue;
      seen.add(name);
      const entity = at.own(name);
      if (entity && !isErrorEntity(entity)) yield { name, entity, depth };
    }
  }
}

export function namesFor(probe: Probe, wanted: Wanted, prefix: string, here: UnitEntity | undefined): Candidate[] {
  const found: Candidate[] = [];
  for (const { name, entity } of visible(probe.scope)) {
    if (!isWanted(entity, wanted)) continue;
    found.push(entityCandidate(name, entity, rankOf(entity, wanted, probe, here), here));
    if (entity.kind === 'unit' && prefix.length >= 2) found.push(...qualified(name, entity, wanted, probe, prefix));
  }
  return found;
}

/** Members of an imported interface, found by their own names. */
function* qualified(
  alias: string,
  unit: UnitEntity,
  wanted: Wanted,
  probe: Probe,
  prefix: string,
): Generator<Candidate> {
  for (const [name, entity] of unit.members) {
    if (!startsWith(name, prefix) || isErrorEntity(entity) || !isWanted(entity, wanted)) continue;
    const candidate = entityCandidate(name, entity, RANK.qualified);
    const label = `${alias}.${name}`;
    const snippet = candidate.snippet && `${alias}.${candidate.snippet}`;
    const rank = fits(entity, probe.expected, probe) ? RANK.fits + 2 : RANK.qualified;
    yield { ...candidate, label, filter: name, rank, ...(snippet ? { snippet } : {}) };
  }
}

const startsWith = (name: string, prefix: string): boolean => name.toLowerCase().startsWith(prefix.toLowerCase());

function isWanted(entity: Entity, wanted: Wanted): boolean {
  if (entity.kind === 'unit') return true;
  switch (wanted) {
    case 'statement':
      return entity.kind === 'variable' || entity.kind === 'procedure' || isProper(entity);
    case 'expression':
      return entity.kind !== 'exception' && !isProper(entity);
    case 'type':
      return entity.kind === 'type';
    case 'exception':
      return entity.kind === 'exception';
    case 'any':
      return true;
  }
}

/** Built-in procedures without a result. */
const PROPER = new Set(['INC', 'DEC', 'DISPOSE']);
const isProper = (entity: Entity): boolean => entity.kind === 'builtin' && PROPER.has(entity.name);

function rankOf(entity: Entity, wanted: Wanted, probe: Probe, here: UnitEntity | undefined): number {
  if (entity.name === 'NIL') return RANK.local;
  if (fits(entity, probe.expected, probe)) return RANK.fits + (isLocal(entity) ? 0 : 1);
  if (wanted === 'statement' && entity.kind === 'procedure' && entity.type.result) return RANK.other;
  if (entity.kind === 'unit') return RANK.imported;
  if (isLocal(entity)) return RANK.local;
  if (!entity.unit) return RANK.builtin;
  return here && entity.unit.path === here.path ? RANK.unit : RANK.imported;
}

const isLocal = (entity: Entity): boolean => entity.kind === 'variable' && entity.role !== 'global';

/** Would it, or its result, do where a type is wanted? */
export function fits(entity: Entity, expected: Type | undefined, { reveal }: Probe): boolean {
  if (!expected || !reveal || expected.kind === 'error') return false;
  const does = (type: Type): boolean => type.kind !== 'error' && isAssignable(type, expected, reveal);
  switch (entity.kind) {
    case 'const':
    case 'variable':
      return does(entity.type);
    case 'procedure':
      return does(entity.type) || (entity.type.result !== undefined && does(entity.type.result));
    default:
      return false;
  }
}

/** Interfaces that could be imported. */
export function foreignUnits(names: Iterable<string>, scope: Scope | undefined): Candidate[] {
  const here = new Set<string>();
  for (const { name, entity } of visible(scope)) {
    here.add(name);
    if (entity.kind === 'unit') here.add(entity.name);
  }
  const found: Candidate[] = [];
  for (const name of new Set(names)) {
    if (here.has(name)) continue;
    found.push({
      label: name,
      kind: CompletionItemKind.Module,
      rank: RANK.foreign,
      detail: `import ${name}`,
      imports: name,
    });
  }
  return found;
}
