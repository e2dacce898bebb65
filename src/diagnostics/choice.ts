/** Which warnings are shown, and whether they count as errors. */
import type { Diagnostic } from './diagnostic.ts';

export interface WarningChoice {
  /** Codes that are left out; `all` for every warning. */
  readonly hidden: ReadonlySet<string>;
  readonly asErrors: boolean;
}

export const ALL_WARNINGS = 'all';

/** What several say of warnings: hidden if one hides it, an error if one wants that. */
export function bothChoices(a: WarningChoice, b: WarningChoice): WarningChoice {
  return { hidden: new Set([...a.hidden, ...b.hidden]), asErrors: a.asErrors || b.asErrors };
}

/** What is left of the diagnostics, warnings turned into errors where that is wanted. */
export function chosen(diagnostics: readonly Diagnostic[], { hidden, asErrors }: WarningChoice): Diagnostic[] {
  const left = diagnostics.filter((d) => d.severity === 'error' || !(hidden.has(ALL_WARNINGS) || hidden.has(d.code)));
  return asErrors ? left.map((d) => (d.severity === 'warning' ? { ...d, severity: 'error' } : d)) : left;
}
