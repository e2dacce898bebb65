/** Where something is declared: procedures that the exported interfaces still want, methods to override, opaque types to reveal. */
import { CompletionItemKind } from 'vscode-languageserver';
import type { Probe } from '../../typed/probe.ts';
import { membersOf } from '../../types/members.ts';
import type { CheckedUnit, Entity, ProcedureEntity } from '../../types/model.ts';
import { flagsText, signatureText, typeText } from '../../types/print.ts';
import { type Candidate, escaped, RANK } from './candidate.ts';
import { visible } from './names.ts';

/** Headings of the exported interfaces that the module has no procedure for. */
export function missingProcedures(unit: CheckedUnit): ProcedureEntity[] {
  if (unit.entity.unitKind !== 'module') return [];
  const own = new Set(unit.procedures.map((p) => p.name));
  return unit.exports.flatMap((interfaceUnit) =>
    [...interfaceUnit.members.values()].flatMap((e) =>
      e.kind === 'procedure' && !e.external && !own.has(e.name) ? [e] : [],
    ),
  );
}

/** The whole procedures, as their headings want them; what of a heading is already there stands in the text from `from` to the cursor. */
export function headings(unit: CheckedUnit, from: number, already: string): Candidate[] {
  return missingProcedures(unit).map((heading) => {
    const { name, type } = heading;
    const signature = `${name}${signatureText(type, (t) =>
      typeText(
        t,
        unit.exports.find((u) => u === heading.unit),
      ),
    )}`;
    const start = `${flagsText(type)}PROCEDURE `;
    return {
      label: already ? name : `PROCEDURE ${name}`,
      filter: already ? `${already}${name}` : `PROCEDURE ${name}`,
      kind: CompletionItemKind.Function,
      rank: RANK.fits,
      detail: `of interface ${heading.unit?.name}`,
      of: heading,
      insert: `${start}${signature} =\n  BEGIN\n  END ${name};`,
      snippet: `${escaped(start + signature)} =\n  BEGIN\n    $0\n  END ${name};`,
      from,
    };
  });
}

/** Methods of the supertypes that the type does not override yet. */
export function overridable({ overridden, reveal }: Probe): Candidate[] {
  if (!overridden || !reveal) return [];
  const done = new Set(overridden.overrides.map((o) => o.name));
  return [...membersOf(overridden.super, reveal).values()].flatMap((m) => {
    if (m.kind !== 'method' || done.has(m.method.name)) return [];
    const { name, signature } = m.method;
    return [
      {
        label: name,
        kind: CompletionItemKind.Method,
        rank: RANK.fits,
        detail: signatureText(signature),
        of: m.method,
        insert: `${name} := `,
        snippet: `${name} := \${0:${name[0]!.toUpperCase()}${name.slice(1)}};`,
      },
    ];
  });
}

/** Opaque types that are visible and not revealed here. */
export function revealable(unit: CheckedUnit, probe: Probe): Candidate[] {
  const revealed = new Set(unit.revelations.filter((r) => r.full).map((r) => r.opaque.entity));
  const found: Candidate[] = [];
  const add = (label: string, entity: Entity, rank: number): void => {
    if (entity.kind !== 'type' || entity.type.kind !== 'opaque' || revealed.has(entity.type.entity)) return;
    found.push({ label, kind: CompletionItemKind.Class, rank, detail: `<: ${typeText(entity.type.bound)}` });
  };
  for (const { name, entity } of visible(probe.scope)) {
    add(name, entity, RANK.fits);
    if (entity.kind === 'unit') for (const [n, member] of entity.members) add(`${name}.${n}`, member, RANK.imported);
  }
  return found;
}
