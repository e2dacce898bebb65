/**
 * Where exceptions come from: an Error that holds the stack at the RAISE, spelled out only when it is reported.
 *
 * Taking one costs about a microsecond, and more the deeper the stack is. So a strand takes down so many in a turn, the first few with the whole stack, the
 * others with the inner part of it: a program that lives on exceptions is not slowed, and one that dies of its first has its whole chain shown.
 *
 * A strand knows the last origin per exception. What catches an exception to let it go on (FINALLY, LOCK) keeps the origin with it in the meantime, in a local of the
 * engine's: others may be raised and caught there.
 */
import type { Origin, Strand } from './strand.ts';

/** How many origins are taken down in one turn. */
export const ORIGINS_PER_TURN = 256;
/** How many of them are whole. */
const WHOLE_PER_TURN = 4;
/** Deeper than any stack of a strand. */
const ALL_FRAMES = 1_000_000;
/** Ten, which is usual, are soon those of the kernel itself. Engine errors take as many, too. */
const SOME_FRAMES = 100;
/** What an exception costs in any case; what it costs besides to take down its origin, and all of it, by the bytes of shadow stack that its frames have. */
const RAISE_FUEL = 400;
const ORIGIN_FUEL = 100;
const FUEL_PER_BYTE = 1.5;

export function rememberFrames(): void {
  Error.stackTraceLimit = Math.max(Error.stackTraceLimit, SOME_FRAMES);
}

/** `depth`: bytes of its stack in use. The result is the fuel that this is worth. */
export function noteOrigin(strand: Strand, exception: number, depth: number): number {
  if (strand.originsLeft <= 0) {
    strand.origins?.delete(exception);
    return RAISE_FUEL;
  }
  const usual = Error.stackTraceLimit;
  const whole = strand.originsLeft > ORIGINS_PER_TURN - WHOLE_PER_TURN;
  if (whole) Error.stackTraceLimit = ALL_FRAMES;
  strand.originsLeft--;
  setOrigin(strand, exception, new Error());
  Error.stackTraceLimit = usual;
  return RAISE_FUEL + ORIGIN_FUEL + (whole ? depth * FUEL_PER_BYTE : 0);
}

/** An exception that is raised in the place of another one comes from where that one came. */
export function inheritOrigin(strand: Strand, exception: number, from: number): void {
  const origin = strand.origins?.get(from);
  if (origin) setOrigin(strand, exception, origin);
}

/** An exception goes on after others of its number may have been raised; without an origin if none was taken down for it. */
export function restoreOrigin(strand: Strand, exception: number, origin: Origin | undefined): void {
  if (origin) setOrigin(strand, exception, origin);
  else strand.origins?.delete(exception);
}

function setOrigin(strand: Strand, exception: number, origin: Origin): void {
  strand.origins ??= new Map();
  strand.origins.set(exception, origin);
}
