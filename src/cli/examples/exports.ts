/** Examples for the pages about what a module exports. */
import type { Example } from './example.ts';

export const EXPORT_EXAMPLES: Readonly<Record<string, Example>> = {
  M3301: {
    wrong: `
INTERFACE Sums;
PROCEDURE Add(a, b: INTEGER): INTEGER;
END Sums.

MODULE Sums;
PROCEDURE Add(a, b: CARDINAL): INTEGER =
  BEGIN
    RETURN a + b;
  END Add;
BEGIN
END Sums.`,
    right: `
INTERFACE Sums;
PROCEDURE Add(a, b: INTEGER): INTEGER;
END Sums.

MODULE Sums;
PROCEDURE Add(x, y: INTEGER): INTEGER =
  BEGIN
    RETURN x + y;
  END Add;
BEGIN
END Sums.`,
  },
  M3302: {
    wrong: `
INTERFACE Sums;
PROCEDURE Add(a, b: INTEGER): INTEGER;
END Sums.

MODULE Sums;
BEGIN
END Sums.`,
    right: `
INTERFACE Sums;
PROCEDURE Add(a, b: INTEGER): INTEGER;
END Sums.

MODULE Sums;
PROCEDURE Add(a, b: INTEGER): INTEGER =
  BEGIN
    RETURN a + b;
  END Add;
BEGIN
END Sums.`,
  },
  M3303: {
    wrong: `
INTERFACE Sums;
PROCEDURE Zero(): INTEGER;
END Sums.

MODULE Sums;
PROCEDURE Zero(): INTEGER = BEGIN RETURN 0 END Zero;
BEGIN
END Sums.

MODULE More EXPORTS Sums;
PROCEDURE Zero(): INTEGER = BEGIN RETURN 1 - 1 END Zero;
BEGIN
END More.`,
    right: `
INTERFACE Sums;
PROCEDURE Zero(): INTEGER;
PROCEDURE One(): INTEGER;
END Sums.

MODULE Sums;
PROCEDURE Zero(): INTEGER = BEGIN RETURN 0 END Zero;
BEGIN
END Sums.

MODULE More EXPORTS Sums;
PROCEDURE One(): INTEGER = BEGIN RETURN 1 END One;
BEGIN
END More.`,
  },
  M3304: {
    wrong: `
INTERFACE Limits;
CONST Lines = 100;
END Limits.

MODULE Limits;
CONST Lines = 100;
BEGIN
  EVAL Lines;
END Limits.`,
    right: `
INTERFACE Limits;
CONST Lines = 100;
END Limits.

MODULE Limits;
BEGIN
  EVAL Lines;
END Limits.`,
  },
  M3305: {
    wrong: `
INTERFACE Guards;
FUNCTIONAL PROCEDURE Always(): BOOLEAN;
END Guards.

MODULE Guards;
PROCEDURE Always(): BOOLEAN = BEGIN RETURN TRUE END Always;
BEGIN
END Guards.`,
    right: `
INTERFACE Guards;
FUNCTIONAL PROCEDURE Always(): BOOLEAN;
END Guards.

MODULE Guards;
FUNCTIONAL PROCEDURE Always(): BOOLEAN = BEGIN RETURN TRUE END Always;
BEGIN
END Guards.`,
  },
  M3306: {
    wrong: `
INTERFACE Files;
EXCEPTION Missing;
PROCEDURE Open(name: TEXT);
END Files.

MODULE Files;
PROCEDURE Open(name: TEXT) RAISES {Missing} =
  BEGIN
    IF name = NIL THEN RAISE Missing END;
  END Open;
BEGIN
END Files.`,
    right: `
INTERFACE Files;
EXCEPTION Missing;
PROCEDURE Open(name: TEXT) RAISES {Missing};
END Files.

MODULE Files;
PROCEDURE Open(name: TEXT) RAISES {Missing} =
  BEGIN
    IF name = NIL THEN RAISE Missing END;
  END Open;
BEGIN
END Files.`,
  },
  M3307: {
    wrong: `
INTERFACE Clock;
<*EXTERNAL*> PROCEDURE Now(): INTEGER;
END Clock.

MODULE Clock;
PROCEDURE Now(): INTEGER = BEGIN RETURN 0 END Now;
BEGIN
END Clock.`,
    right: `
INTERFACE Clock;
PROCEDURE Now(): INTEGER;
END Clock.

MODULE Clock;
PROCEDURE Now(): INTEGER = BEGIN RETURN 0 END Now;
BEGIN
END Clock.`,
  },
};
