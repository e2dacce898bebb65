/** Exit statuses that other tools rely on. */
export const EXIT = {
  ok: 0,
  /** Errors in the input: source, bytecode, or a domain that could not be loaded. */
  input: 1,
  /** An extension ended with an uncaught exception or checked run-time error. */
  uncaught: 2,
  usage: 64,
  /** The tool itself failed. */
  internal: 70,
} as const;

/** A wrong command line. The message says what is wrong; the caller adds where to find help. */
export class UsageError extends Error {}

/** Input that cannot be read or used; already told apart from a wrong command line. */
export class InputError extends Error {}
