/** What may follow a dot: members of an interface, fields and methods, elements of an enumeration; and statements about the value before it. */
import { CompletionItemKind } from 'vscode-languageserver';
import type { Probe } from '../../typed/probe.ts';
import { isErrorEntity } from '../../types/builtins.ts';
import { membersOf } from '../../types/members.ts';
import type { Entity, Type, UnitEntity } from '../../types/model.ts';
import { isOrdinal, unpacked } from '../../types/ordinals.ts';
import { isObject, isReference } from '../../types/relations.ts';
import { concrete } from '../../types/revelations.ts';
import { type Candidate, entityCandidate, escaped, memberCandidate, RANK } from './candidate.ts';
import { fits } from './names.ts';

export function membersFor(
  probe: Probe,
  wanted: Entity['kind'] | undefined,
  here: UnitEntity | undefined,
): Candidate[] {
  const { base, reveal } = probe;
  if (!base) return [];
  if (base.kind === 'unit') return unitMembers(base.unit, probe, wanted, here);
  if (!reveal) return [];
  if (base.kind === 'type') {
    const type = unpacked(base.type);
    if (type.kind === 'enum')
      return type.elements.map((label) => ({ label, kind: CompletionItemKind.EnumMember, rank: RANK.unit }));
    return [...membersOf(base.type, reveal).values()].flatMap((m) =>
      m.kind === 'method' ? [withoutCall(memberCandidate(m.method, RANK.unit, here))] : [],
    );
  }
  const record = recordBehind(base.type, probe);
  if (record) return record.map((f) => memberCandidate(f, RANK.unit, here));
  if (!isObject(base.type, reveal)) return [];
  return [...membersOf(base.type, reveal).values()].map((m) =>
    memberCandidate(m.kind === 'field' ? m.field : m.method, RANK.unit, here),
  );
}

const withoutCall = ({ snippet: _, ...candidate }: Candidate): Candidate => candidate;

function recordBehind(type: Type, { reveal }: Probe) {
  const known = concrete(type, reveal!);
  const target = known.kind === 'ref' ? unpacked(known.target) : unpacked(known);
  return target.kind === 'record' ? target.fields : undefined;
}

export function unitMembers(
  unit: UnitEntity,
  probe: Probe,
  wanted: Entity['kind'] | undefined,
  here: UnitEntity | undefined,
): Candidate[] {
  return [...unit.members].flatMap(([name, entity]) => {
    if (isErrorEntity(entity) || (wanted && entity.kind !== wanted)) return [];
    const rank = fits(entity, probe.expected, probe) ? RANK.fits : RANK.unit;
    return [entityCandidate(name, entity, rank, here)];
  });
}

// ---------------------------------------------------------------- postfix

/**
 * `x.if` and the like: the value is taken up into a statement or an expression about it.
 * `from` is where the value begins in the text, `text` what it says.
 */
export function postfixes(
  type: Type,
  { reveal }: Probe,
  text: string,
  from: number,
  isStatement: boolean,
): Candidate[] {
  if (!reveal) return [];
  const value = escaped(text);
  const bare = unpacked(type);
  const found: Candidate[] = [];
  const add = (label: string, snippet: string, detail: string): void => {
    found.push({
      label,
      kind: CompletionItemKind.Snippet,
      rank: RANK.other,
      snippet,
      insert: snippet.replace(/\$\{\d+:([^}]*)\}|\$\d/g, '$1').replace(/\\(.)/g, '$1'),
      detail,
      from,
      filter: `${text}.${label}`,
    });
  };
  const isBoolean = bare.kind === 'enum' && bare.builtin === 'BOOLEAN';
  if (isBoolean) add('not', `NOT ${value}`, 'NOT …');
  if (!isStatement) return found;
  if (isBoolean) {
    add('if', `IF ${value} THEN\n  $0\nEND;`, 'IF … THEN … END');
    add('while', `WHILE ${value} DO\n  $0\nEND;`, 'WHILE … DO … END');
  }
  add('eval', `EVAL ${value};`, 'EVAL …');
  add('return', `RETURN ${value};`, 'RETURN …');
  add('with', `WITH \${1:name} = ${value} DO\n  $0\nEND;`, 'WITH name = … DO … END');
  if (isOrdinal(bare) && !isBoolean) add('case', `CASE ${value} OF\n| \${1:label} => $0\nEND;`, 'CASE … OF … END');
  if (isReference(type)) {
    add('typecase', `TYPECASE ${value} OF\n| \${1:Type}(\${2:r}) => $0\nELSE\nEND;`, 'TYPECASE … OF … END');
    add('ifnil', `IF ${value} = NIL THEN\n  $0\nEND;`, 'IF … = NIL THEN … END');
  }
  const known = concrete(type, reveal);
  const target = known.kind === 'ref' ? unpacked(known.target) : unpacked(known);
  if (target.kind === 'array' || target.kind === 'openarray') {
    const array = known.kind === 'ref' ? `${value}^` : value;
    add(
      'for',
      `FOR \${1:i} := FIRST(${array}) TO LAST(${array}) DO\n  $0\nEND;`,
      'FOR i := FIRST(…) TO LAST(…) DO … END',
    );
  }
  if (bare.kind === 'builtin' && bare.name === 'MUTEX') add('lock', `LOCK ${value} DO\n  $0\nEND;`, 'LOCK … DO … END');
  return found;
}
