/** What the type that is wanted suggests: elements of enumerations, constructors, keyword arguments, handlers for an event. */
import { CompletionItemKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import type { Probe } from '../../typed/probe.ts';
import { membersOf } from '../../types/members.ts';
import type { Entity, Field, Param, ProcedureType, Type, UnitEntity, Used } from '../../types/model.ts';
import { unpacked } from '../../types/ordinals.ts';
import { nameOf, typeText } from '../../types/print.ts';
import { isSubtype, sameType } from '../../types/relations.ts';
import { concrete } from '../../types/revelations.ts';
import { type Candidate, entityCandidate, RANK } from './candidate.ts';
import { visible } from './names.ts';
import { PROBE_NAME } from './place.ts';

/** How a type is called at the probe: its name, or that of an imported interface and its name. */
function nameHere(type: Type, probe: Probe): string | undefined {
  const entity = nameOf(type);
  if (!entity) return undefined;
  for (const { name, entity: other } of visible(probe.scope)) {
    if (other === entity) return name;
    if (other.kind === 'unit' && other.members.get(entity.name) === entity) return `${name}.${entity.name}`;
  }
  return undefined;
}

export function wantedValues(probe: Probe): Candidate[] {
  const { expected } = probe;
  if (!expected) return [];
  const type = unpacked(expected);
  const base = type.kind === 'subrange' ? type.base : type;
  if (base.kind === 'enum' && !base.builtin)
    return elements(base.elements, nameHere(base, probe) ?? nameHere(type, probe));
  const name = nameHere(type, probe);
  if (!name) return [];
  const construct = (snippet: string, detail: string): Candidate => ({
    label: `${name}{…}`,
    filter: name,
    kind: CompletionItemKind.Constructor,
    rank: RANK.fits + 3,
    insert: `${name}{`,
    snippet: `${name}{${snippet}}`,
    detail,
  });
  switch (type.kind) {
    case 'set':
    case 'array':
      return [construct('$0', typeText(type))];
    case 'record':
      return [
        construct(
          type.fields
            .filter((f) => !f.default)
            .map((f, i) => `${f.name} := \${${i + 1}}`)
            .join(', '),
          typeText(type),
        ),
      ];
    default:
      return [];
  }
}

function elements(names: readonly string[], type: string | undefined): Candidate[] {
  if (!type) return [];
  return names.map((name) => ({
    label: `${type}.${name}`,
    filter: name,
    kind: CompletionItemKind.EnumMember,
    rank: RANK.fits,
  }));
}

// ---------------------------------------------------------------- keywords of calls and constructors

/** `name := ` for the parameters that have no argument yet, or for the fields of a record. */
export function keywordArguments(probe: Probe): Candidate[] {
  if (probe.call) return open(probe.call.signature.params, probe.call.position, probe.call.node.args);
  if (probe.record) {
    const { type, node } = probe.record;
    return open(
      type.fields,
      node.elements.findIndex((e) => isProbe(e.value)),
      node.elements,
    );
  }
  return [];
}

const isProbe = (node: ast.Expr | undefined): boolean => node?.$type === 'NameExpr' && node.name === PROBE_NAME;

function open(
  all: readonly (Param | Field)[],
  position: number,
  given: readonly { readonly name?: string }[],
): Candidate[] {
  const named = new Set(given.map((g) => g.name));
  return all
    .slice(position)
    .filter((p) => !named.has(p.name))
    .map((p) => ({
      label: `${p.name} := `,
      filter: p.name,
      kind: CompletionItemKind.Property,
      rank: RANK.local + 5,
      detail: typeText(p.type),
    }));
}

/** `NEW(T, `: the fields and methods that may be given. */
export function newKeywords(node: ast.Expr, probe: Probe): Candidate[] {
  const actual = node.$container;
  const call = actual?.$container;
  if (actual?.$type !== 'Actual' || call?.$type !== 'CallExpr') return [];
  const { callee, args } = call as ast.CallExpr;
  if (callee?.$type !== 'NameExpr' || callee.name !== 'NEW' || args[0] === actual || !probe.reveal) return [];
  const entity = namedEntity(args[0]?.value, probe);
  if (entity?.kind !== 'type') return [];
  const type = concrete(entity.type, probe.reveal);
  const target = type.kind === 'ref' ? unpacked(type.target) : undefined;
  const fields =
    target?.kind === 'record'
      ? target.fields
      : [...membersOf(entity.type, probe.reveal).values()].map((m) => (m.kind === 'field' ? m.field : m.method));
  const named = new Set(args.map((a) => a.name));
  return fields
    .filter((f) => !named.has(f.name))
    .map((f) => ({
      label: `${f.name} := `,
      filter: f.name,
      kind: 'signature' in f ? CompletionItemKind.Method : CompletionItemKind.Field,
      rank: RANK.fits,
      of: f,
    }));
}

/** Only types of references may follow `NEW(`. */
export function isNewType(node: ast.Expr): boolean {
  const call = node.$container?.$container as ast.CallExpr | undefined;
  return (
    call?.$type === 'CallExpr' &&
    call.callee?.$type === 'NameExpr' &&
    call.callee.name === 'NEW' &&
    call.args[0] === node.$container
  );
}

export const isAllocatable = (used: Used): boolean =>
  'kind' in used &&
  (used.kind === 'unit' || (used.kind === 'type' && ['ref', 'object', 'opaque'].includes(unpacked(used.type).kind)));

function namedEntity(node: ast.Expr | undefined, probe: Probe): Entity | undefined {
  if (node?.$type === 'NameExpr') return lookup(node.name, probe);
  if (node?.$type !== 'SelectExpr') return undefined;
  const base = namedEntity(node.base, probe);
  return base?.kind === 'unit' ? base.members.get(node.name) : undefined;
}

function lookup(name: string, probe: Probe): Entity | undefined {
  for (let at = probe.scope; at; at = at.parent) {
    const entity = at.own(name);
    if (entity) return entity;
  }
  return undefined;
}

// ---------------------------------------------------------------- events

/** In calls of Dispatcher: procedures that could be the event's guard or handler. */
export function handlersAndGuards(probe: Probe, here: UnitEntity | undefined): Candidate[] {
  const { call } = probe;
  const formal = call?.signature.params[call.position]?.name;
  if (!call || (formal !== 'handler' && formal !== 'guard')) return [];
  const at = call.signature.params.findIndex((p) => p.name === 'event');
  const event = at < 0 ? undefined : namedEntity(call.node.args[at]?.value, probe);
  if (event?.kind !== 'procedure') return [];
  const found: Candidate[] = [];
  for (const { name, entity } of visible(probe.scope)) {
    if (entity.kind !== 'procedure' || entity === event || entity.parent) continue;
    if (!(formal === 'guard' ? isGuard : isHandler)(entity.type, event.type, probe)) continue;
    const { snippet: _, ...candidate } = entityCandidate(name, entity, RANK.fits, here);
    found.push({ ...candidate, detail: `${formal} for ${event.name}` });
  }
  return found;
}

/** The event's parameters, possibly behind a closure (interface Dispatcher). */
function takesParameters(handler: ProcedureType, event: ProcedureType, probe: Probe): boolean {
  const extra = handler.params.length - event.params.length;
  if (extra !== 0 && extra !== 1) return false;
  const first = handler.params[0];
  const isReference = (type: Type): boolean =>
    probe.reveal !== undefined && isSubtype(type, { kind: 'builtin', name: 'REFANY' }, probe.reveal);
  if (extra === 1 && first && !isReference(first.type)) return false;
  return event.params.every((p, i) => sameType(p.type, handler.params[i + extra]!.type));
}

function isHandler(handler: ProcedureType, event: ProcedureType, probe: Probe): boolean {
  if (!takesParameters(handler, event, probe)) return false;
  const [a, b] = [handler.result, event.result];
  return a === undefined || b === undefined ? a === b : sameType(a, b);
}

function isGuard(guard: ProcedureType, event: ProcedureType, probe: Probe): boolean {
  const { result } = guard;
  return (
    guard.functional && result?.kind === 'enum' && result.builtin === 'BOOLEAN' && takesParameters(guard, event, probe)
  );
}
