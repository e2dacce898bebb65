/**
 * Checking a program of which an earlier check has kept something: what is said about a unit alone is kept with it, and so is what the rules between units need to know of it.
 * Only units are checked again for which something else has changed, and those that these see.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type CheckInput, programDiagnostics } from '../check.ts';
import { namesSought, type UnitGraph, unitChecker, unitGraph } from '../check-units.ts';
import type { UnitResult } from '../references/check-unit.ts';
import { type Loaded, type LoadedUnit, loadProgram } from '../references/load.ts';
import { exportsMain, initialisationOrder } from '../references/order.ts';
import { checkProgramRules } from '../references/program-rules.ts';
import { NO_UNITS } from '../references/provider.ts';
import { factsOf } from '../references/unit-facts.ts';
import { FileTable } from './file-table.ts';
import type { KeptCheck, KeptFiles } from './kept.ts';
import { type UnitKeys, unitKeys } from './keys.ts';

export interface Rechecked {
  /** Those that `checkProgram` gives. */
  readonly diagnostics: readonly Diagnostic[];
  source(path: string): string | undefined;
  /** For the next time. */
  readonly files: KeptFiles;
}

/** Two texts must never have the same `hash`. */
export function recheckProgram(
  { files, provider = NO_UNITS, partial = false }: Pick<CheckInput, 'files' | 'provider' | 'partial'>,
  kept: KeptFiles,
  hash: (text: string) => string,
): Rechecked {
  const table = new FileTable(kept, hash);
  const loaded = loadProgram(files, provider, (file) => table.parse(file));
  const graph = unitGraph(loaded);
  const units = [...graph.order.map((name) => loaded.interfaces.get(name)!), ...loaded.modules.values()];
  const keys = unitKeys(loaded, graph, provider, table);
  const checks = new Map<LoadedUnit, KeptCheck>();
  for (const unit of units) {
    const known = stillTrue(unit, kept.get(placeOf(unit))?.check, keys);
    if (known) checks.set(unit, known);
  }
  const wanted = withSeen(
    units.filter((unit) => !checks.has(unit)),
    graph,
  );
  const check = unitChecker(loaded, graph, provider);
  for (const unit of units.filter((u) => wanted.has(u))) {
    const result = check(unit);
    if (!checks.has(unit)) checks.set(unit, checkToKeep(unit, keys, result));
  }
  const found = units.map((unit) => checks.get(unit)!.diagnostics);
  const rules = partial ? undefined : () => ruleDiagnostics(loaded, units, checks);
  return {
    diagnostics: programDiagnostics(loaded, files, found, rules),
    source: (path) => files.find((f) => f.path === path)?.text ?? table.text(path),
    files: table.toKeep(new Map(units.map((unit) => [placeOf(unit), checks.get(unit)!]))),
  };
}

/** The path of the file that asks for the unit: of an instance, not the generic's. */
const placeOf = ({ parsed }: LoadedUnit): string => parsed.nameSpan.file;

function stillTrue(unit: LoadedUnit, check: KeptCheck | undefined, keys: UnitKeys): KeptCheck | undefined {
  const exact = keys.exact.get(unit)!;
  if (check?.exact === exact) return check;
  return check?.loose !== undefined && check.loose === keys.loose(unit) ? { ...check, exact } : undefined;
}

function checkToKeep(unit: LoadedUnit, keys: UnitKeys, { diagnostics, checked }: UnitResult): KeptCheck {
  const exact = keys.exact.get(unit)!;
  if (diagnostics.some((d) => d.severity === 'error')) return { exact, diagnostics };
  const facts = factsOf(checked);
  if (!speaksOfItself(unit, diagnostics)) return { exact, diagnostics, facts };
  return { exact, loose: keys.loose(unit), diagnostics, facts };
}

/** Whether all places are in the texts of which the unit consists. */
function speaksOfItself(unit: LoadedUnit, diagnostics: readonly Diagnostic[]): boolean {
  const own = [placeOf(unit), unit.parsed.path];
  return diagnostics.every((d) =>
    [d.span, ...(d.related ?? []).map((r) => r.span)].every((span) => own.includes(span.file)),
  );
}

/** The units, and all that they see. */
function withSeen(units: readonly LoadedUnit[], graph: UnitGraph): Set<LoadedUnit> {
  const found = new Set(units);
  for (const unit of found) {
    for (const name of namesSought(unit.parsed)) {
      const link = graph.link(unit, name);
      if (link.kind === 'unit') found.add(link.unit);
    }
  }
  return found;
}

/** Of a program without errors: then there are facts of every unit. */
function ruleDiagnostics(
  loaded: Loaded,
  units: readonly LoadedUnit[],
  checks: ReadonlyMap<LoadedUnit, KeptCheck>,
): Diagnostic[] {
  const facts = (own: boolean) => units.filter((u) => u.own === own).map((unit) => checks.get(unit)!.facts!);
  const own = initialisationOrder(facts(true), (unit) => exportsMain(loaded, unit));
  return checkProgramRules(own, [...own, ...facts(false)]);
}
