/**
 * What a guard tells apart: a value that it computes from the event's arguments, and the constants for which it may say yes.
 *
 * Proved from the bytecode: for every other value the guard answers FALSE, and computes nothing on the way that could fail once the value itself is computed.
 * So a dispatcher that has the value at hand need not ask the guard. Constants that a guard finds in its closure do not count: they may change.
 */
import type { KeyWords } from '../table/keys.ts';
import type { Expression } from './expression.ts';
import { type Assumption, follow, type GuardCode } from './follow.ts';

export interface Discriminator {
  readonly key: Expression;
  /** Those for which the guard may say yes. */
  readonly values: readonly DiscriminatedValue[];
  /** It is sure to say yes for each of them. */
  readonly sure: boolean;
}

export interface DiscriminatedValue extends KeyWords {
  /** Whether the guard is sure to say yes, so that it need not be asked at all. */
  readonly sure: boolean;
}

/** With more, a table would be larger than what it saves. */
const MOST_VALUES = 64;
/** Values that a guard tells apart, each for itself. */
const MOST_KEYS = 4;

/** In the order in which the guard compares; none if nothing is told apart. */
export function discriminate(code: GuardCode): Discriminator[] {
  const found: Discriminator[] = [];
  for (const [key, constants] of candidates(code)) {
    if (key.closure || constants.size > MOST_VALUES || found.length === MOST_KEYS) continue;
    const answer = (value: Assumption['value']) => follow(code, { key, value });
    if (answer(undefined) !== 'false') continue;
    const values = [...constants].flatMap((value): DiscriminatedValue[] => {
      const said = answer(value);
      if (said === 'false') return [];
      const low = Number(BigInt.asIntN(32, value));
      const high = Number(BigInt.asIntN(32, value >> 32n));
      return [{ value, low, high, sure: said === 'true' }];
    });
    found.push({ key, values, sure: values.every((v) => v.sure) });
  }
  return found;
}

/** Everything that is compared with constants on some way through the code, in the order in which it is. */
function candidates(code: GuardCode): Map<Expression, Set<bigint>> {
  const keys = new Map<string, { key: Expression; constants: Set<bigint> }>();
  follow(code, undefined, (key, constants) => {
    const known = keys.get(key.text);
    if (!known) keys.set(key.text, { key, constants: new Set(constants) });
    else for (const c of constants) known.constants.add(c);
  });
  return new Map([...keys.values()].map((k) => [k.key, k.constants]));
}
