/**
 * Checking the units of a program: which interfaces each of them sees, and each after those that it sees.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type CheckUnitOptions, checkUnit, type UnitResult } from './references/check-unit.ts';
import type { Dependency } from './references/imports.ts';
import type { Loaded, LoadedUnit } from './references/load.ts';
import { orderInterfaces } from './references/order.ts';
import type { ParsedUnit } from './references/parsed-unit.ts';
import type { UnitProvider } from './references/provider.ts';
import { KERNEL_INTERFACES, type KernelInterface } from './typed/context.ts';
import type { Probe } from './typed/probe.ts';
import type { CheckedUnit } from './types/model.ts';

/** What a unit finds under the name of an interface. */
export type Link =
  | { readonly kind: 'unit'; readonly unit: LoadedUnit }
  /** `why` when something was found that is not the interface. */
  | { readonly kind: 'missing'; readonly why?: string }
  /** The circle of imports that this one closes. */
  | { readonly kind: 'cycle'; readonly path: readonly string[] };

export interface UnitGraph {
  /** Every interface, imports before importers. */
  readonly order: readonly string[];
  link(from: LoadedUnit, name: string): Link;
  /** Interfaces of the kernel whose declarations the unit may mean without importing them. */
  kernelLinks(from: LoadedUnit): ReadonlyMap<KernelInterface, LoadedUnit>;
}

export function unitGraph(loaded: Loaded): UnitGraph {
  const importsOf = (name: string) =>
    loaded.interfaces
      .get(name)!
      .parsed.references.map((r) => r.name)
      .filter((n) => loaded.interfaces.has(n));
  const { order, circles } = orderInterfaces(loaded.interfaces.keys(), importsOf);
  const ranks = new Map(order.map((name, rank) => [name, rank]));
  const isInterface = (unit: LoadedUnit): boolean => loaded.interfaces.get(unit.parsed.name) === unit;
  /** An interface sees those before it; a module sees all. */
  const seen = (from: LoadedUnit, name: string): LoadedUnit | undefined => {
    const unit = loaded.interfaces.get(name);
    if (!unit || !isInterface(from)) return unit;
    return ranks.get(name)! < ranks.get(from.parsed.name)! ? unit : undefined;
  };
  return {
    order,
    link(from, name) {
      const path = isInterface(from) ? circles.get(from.parsed.name)?.get(name) : undefined;
      if (path) return { kind: 'cycle', path };
      const unit = seen(from, name);
      if (unit) return { kind: 'unit', unit };
      const why = loaded.unusable.get(name);
      return { kind: 'missing', ...(why ? { why } : {}) };
    },
    kernelLinks: (from) =>
      new Map(
        KERNEL_INTERFACES.flatMap((name) => {
          const unit = seen(from, name);
          return unit ? [[name, unit]] : [];
        }),
      ),
  };
}

/** Every name under which a unit may look for an interface. */
export function namesSought({ references, name }: ParsedUnit): Set<string> {
  return new Set([...references.map((r) => r.name), name]);
}

/** Interfaces that could be found, for hints. */
export function* candidates(loaded: Loaded, provider: UnitProvider): Generator<string> {
  yield* loaded.interfaces.keys();
  yield* provider.interfaceNames?.() ?? [];
}

/** Checks a unit that sees others; `kernel` gives those that it may need without importing them. */
export type CheckAlone = (
  parsed: ParsedUnit,
  options: CheckUnitOptions,
  kernel: () => readonly CheckedUnit[],
) => UnitResult;

/** Checks a unit, once, and those that it sees before. Who has many does them in order, so that no chain of imports costs stack. */
export type CheckOne = (unit: LoadedUnit) => UnitResult;

export function unitChecker(
  loaded: Loaded,
  graph: UnitGraph,
  provider: UnitProvider,
  check: CheckAlone = checkSafely,
  probeOf: (parsed: ParsedUnit) => Probe | undefined = () => undefined,
): CheckOne {
  const results = new Map<LoadedUnit, UnitResult>();
  const dependency = (from: LoadedUnit, name: string, probing: boolean): Dependency => {
    const link = graph.link(from, name);
    if (link.kind === 'unit') {
      const { checked } = checkOne(link.unit);
      return { kind: 'unit', unit: probing ? asReadable(checked) : checked, own: link.unit.own };
    }
    if (link.kind === 'cycle') return link;
    return {
      ...link,
      get candidates() {
        return [...candidates(loaded, provider)];
      },
    };
  };
  const checkOne = (unit: LoadedUnit): UnitResult => {
    const before = results.get(unit);
    if (before) return before;
    const probe = probeOf(unit.parsed);
    const kernel = graph.kernelLinks(unit);
    const options: CheckUnitOptions = {
      dependencies: (name) => dependency(unit, name, probe !== undefined),
      kernelEntity: (name, member) => {
        const found = kernel.get(name);
        return found && checkOne(found).checked.entity.members.get(member);
      },
      ...(probe ? { probe } : {}),
    };
    const result = check(unit.parsed, options, () => [...kernel.values()].map((k) => checkOne(k).checked));
    results.set(unit, result);
    return result;
  };
  return checkOne;
}

/** What can be read of an interface with syntax errors: who asks about a place wants to hear of that. */
function asReadable(unit: CheckedUnit): CheckedUnit {
  const { readable } = unit.entity;
  return readable ? { ...unit, entity: { ...unit.entity, members: readable } } : unit;
}

/** Types or expressions nested beyond what the checker's own stack can follow are the program's fault, not a crash. */
export function checkSafely(parsed: ParsedUnit, options: CheckUnitOptions): UnitResult {
  try {
    return checkUnit(parsed, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const empty = checkUnit(
      { ...parsed, unit: { ...parsed.unit, imports: [], declarations: [], body: undefined } as never },
      {
        dependencies: () => ({ kind: 'missing', candidates: [] }),
      },
    );
    const diagnostic: Diagnostic = {
      code: 'M3099',
      severity: 'error',
      message: 'declarations of this unit are nested too deeply to be checked',
      span: empty.checked.entity.span,
    };
    return { ...empty, diagnostics: [diagnostic] };
  }
}
