/**
 * Orders of units: interfaces such that imports come first (2.5.1), and the order in which an extension's units are initialised (2.5.6).
 */
import type { CheckedUnit, UnitEntity } from '../types/model.ts';

export interface ImportGraph {
  /** Every interface, imports before importers. */
  readonly order: readonly string[];
  /** Per interface, the imports that close a circle; the circle from the import to the interface. */
  readonly circles: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

/** Depth first, in the order given; without recursion, since chains of imports may be long. */
export function orderInterfaces(names: Iterable<string>, importsOf: (name: string) => readonly string[]): ImportGraph {
  const state = new Map<string, 'open' | 'done'>();
  const order: string[] = [];
  const circles = new Map<string, Map<string, readonly string[]>>();
  for (const root of names) {
    if (state.has(root)) continue;
    const stack = [{ name: root, imports: importsOf(root), next: 0 }];
    state.set(root, 'open');
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const name = top.imports[top.next++];
      if (name === undefined) {
        state.set(top.name, 'done');
        order.push(top.name);
        stack.pop();
      } else if (state.get(name) === 'open') {
        const path = stack.map((s) => s.name);
        if (!circles.has(top.name)) circles.set(top.name, new Map());
        circles.get(top.name)!.set(name, path.slice(path.indexOf(name)));
      } else if (!state.has(name)) {
        state.set(name, 'open');
        stack.push({ name, imports: importsOf(name), next: 0 });
      }
    }
  }
  return { order, circles };
}

/**
 * A module comes after the modules that implement the interfaces it uses, directly or through other interfaces or modules, unless they use it
 * as well; an interface comes before the first module that uses it. The module that exports Main comes last. Otherwise the given order holds.
 */
export function initialisationOrder(
  units: readonly CheckedUnit[],
  exportsMain: (unit: CheckedUnit) => boolean,
): CheckedUnit[] {
  const byEntity = new Map<UnitEntity, CheckedUnit>(units.map((u) => [u.entity, u]));
  const exporters = new Map<UnitEntity, CheckedUnit[]>();
  for (const unit of units) {
    for (const exported of unit.exports) exporters.set(exported, [...(exporters.get(exported) ?? []), unit]);
  }
  const interfacesOf = reachableInterfaces(byEntity);
  const before = (unit: CheckedUnit): CheckedUnit[] => {
    const interfaces = interfacesOf(unit);
    if (unit.entity.unitKind === 'interface') return interfaces;
    return [...interfaces, ...interfaces.flatMap((i) => exporters.get(i.entity) ?? [])].filter((u) => u !== unit);
  };
  const isModule = (u: CheckedUnit) => u.entity.unitKind === 'module';
  const roots = [
    ...units.filter((u) => isModule(u) && !exportsMain(u)),
    ...units.filter((u) => isModule(u) && exportsMain(u)),
    ...units.filter((u) => !isModule(u)),
  ];
  return depthFirst(roots, before);
}

/** Own interfaces that a unit uses directly or through interfaces, imports before importers. */
function reachableInterfaces(byEntity: ReadonlyMap<UnitEntity, CheckedUnit>): (unit: CheckedUnit) => CheckedUnit[] {
  const direct = (unit: CheckedUnit) => unit.imports.flatMap((entity) => byEntity.get(entity) ?? []);
  return (unit) => depthFirst([unit], direct).filter((u) => u !== unit);
}

interface Visit {
  readonly unit: CheckedUnit;
  readonly before: readonly CheckedUnit[];
  next: number;
  /** When it was begun. */
  readonly begun: number;
  /** The earliest begun, of those still open, that it is known to reach. */
  reaches: number;
}

/**
 * Depth first, so that what is before a unit comes before it. Units that are before each other (strongly connected; Tarjan's algorithm) come together, after
 * everything that is before any of them, in the order in which the search leaves them.
 */
function depthFirst(
  roots: readonly CheckedUnit[],
  before: (unit: CheckedUnit) => readonly CheckedUnit[],
): CheckedUnit[] {
  const visits = new Map<CheckedUnit, Visit>();
  const placed = new Set<CheckedUnit>();
  const order: CheckedUnit[] = [];
  /** Left, but not yet placed: those that were begun first may still be reached from one that is open. */
  const left: Visit[] = [];
  for (const root of roots) {
    if (visits.has(root)) continue;
    const stack: Visit[] = [];
    const begin = (unit: CheckedUnit): void => {
      const visit = { unit, before: before(unit), next: 0, begun: visits.size, reaches: visits.size };
      visits.set(unit, visit);
      stack.push(visit);
    };
    begin(root);
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const unit = top.before[top.next++];
      const known = unit && visits.get(unit);
      if (unit && !known) begin(unit);
      else if (unit && known) {
        if (!placed.has(unit)) top.reaches = Math.min(top.reaches, known.begun);
      } else {
        stack.pop();
        left.push(top);
        const around = stack.at(-1);
        if (around) around.reaches = Math.min(around.reaches, top.reaches);
        if (top.reaches === top.begun) placeTogether(left, top.begun, placed, order);
      }
    }
  }
  return order;
}

/** Those of `left` that were begun at that moment or later. */
function placeTogether(left: Visit[], since: number, placed: Set<CheckedUnit>, order: CheckedUnit[]): void {
  const first = left.findIndex(({ begun }) => begun >= since);
  for (const { unit } of left.splice(first)) {
    placed.add(unit);
    order.push(unit);
  }
}
