/** Reserved identifiers (2.8.2): those that Modula-3 always had; no declaration gives them another meaning. */
import type { Span } from '../../diagnostics/diagnostic.ts';

const RESERVED: ReadonlySet<string> = new Set(
  (
    'ABS ADDRESS ADR ADRSIZE BITSIZE BOOLEAN BYTESIZE CARDINAL CEILING CHAR DEC DISPOSE EXTENDED FALSE FIRST FLOAT FLOOR INC INTEGER ISTYPE ' +
    'LAST LONGREAL LOOPHOLE MAX MIN MUTEX NARROW NEW NIL NULL NUMBER ORD REAL REFANY ROUND SUBARRAY TEXT TRUE TRUNC TYPECODE VAL'
  ).split(' '),
);

interface Reporter {
  report(code: string, at: Span, message: string): void;
}

/** To be asked of every name that a scope gets. */
export function reportReserved(ctx: Reporter, name: string, at: Span): void {
  if (RESERVED.has(name)) ctx.report('M3137', at, `${name} is a reserved name and cannot be declared`);
}
