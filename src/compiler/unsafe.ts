/**
 * UNSAFE units: refused where they do something unsafe, else taken as safe ones.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CheckedUnit } from '../language/types/model.ts';

/** One error for each unsafe construct; a warning for an UNSAFE unit that has none. */
export function unsafeDiagnostics(units: readonly CheckedUnit[]): Diagnostic[] {
  return units.filter((u) => u.entity.unsafe).flatMap(diagnose);
}

function diagnose(unit: CheckedUnit): Diagnostic[] {
  const { entity, unsafeUses = [] } = unit;
  if (unsafeUses.length === 0) {
    if (/<\*\s*NOWARN\b/.test(lineOf(unit.source, entity.span.start))) return [];
    const message = `${entity.unitKind} ${entity.name} is UNSAFE but does nothing unsafe; it is compiled as a safe one`;
    return [
      {
        code: 'L5011',
        severity: 'warning',
        message,
        span: entity.span,
        hint: 'Remove UNSAFE, and write VIEW for LOOPHOLE.',
      },
    ];
  }
  return unsafeUses.map(
    ({ span, what }): Diagnostic => ({
      code: 'L5001',
      severity: 'error',
      message: `${what} makes ${entity.unitKind} ${entity.name} unsafe; verified bytecode has nothing for it`,
      span,
      related: [{ span: entity.span, message: 'declared UNSAFE here' }],
    }),
  );
}

function lineOf(source: string, offset: number): string {
  const end = source.indexOf('\n', offset);
  return source.slice(source.lastIndexOf('\n', offset) + 1, end < 0 ? undefined : end);
}
