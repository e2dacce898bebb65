/** Parts of messages: names that are nearly right, kinds of entities, "declared here". */
import type { Related, Span } from '../../diagnostics/diagnostic.ts';
import { KEYWORDS } from '../parser/words.ts';
import type { Entity } from '../types/model.ts';
import type { Scope } from './context.ts';

/** The candidate that is nearest to a misspelt name, if one is near enough to be meant. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance && candidate !== name) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Letters added, left out, changed, or in the order of their neighbours: each is one slip. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(
          row[j]! + 1,
          next[j - 1]! + 1,
          row[j - 1]! + change,
          isSwap ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

export function didYouMean(name: string, candidates: Iterable<string>): { hint?: string } {
  const near = nearest(name, candidates);
  return near === undefined ? {} : { hint: `did you mean ${near}?` };
}

/** The same for a name that is not declared, which may also be a keyword in small letters. */
export function undeclaredHint(name: string, candidates: Iterable<string>): { hint?: string } {
  const upper = name.toUpperCase();
  return KEYWORDS.has(upper) ? { hint: `keywords are written in capitals: ${upper}` } : didYouMean(name, candidates);
}

export function declaredHere(entity: { readonly name: string; readonly span: Span }): { related?: readonly Related[] } {
  return entity.span.file === ''
    ? {}
    : { related: [{ span: entity.span, message: `${entity.name} is declared here` }] };
}

const KINDS: { readonly [K in Entity['kind']]: string } = {
  const: 'a constant',
  type: 'a type',
  exception: 'an exception',
  variable: 'a variable',
  procedure: 'a procedure',
  unit: 'an interface',
  builtin: 'a built-in operation',
};

export function kindText(entity: Entity): string {
  return KINDS[entity.kind];
}

/** A scope for what a statement declares. */
export function innerScope(parent: Scope, entities: readonly Entity[]): Scope {
  return {
    parent,
    ...(parent.owner ? { owner: parent.owner } : {}),
    own: (name) => entities.find((entity) => entity.name === name),
    names: () => entities.map((entity) => entity.name),
  };
}
