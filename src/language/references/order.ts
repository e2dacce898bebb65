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
 * A module comes after the modules that implement the interfaces it uses, directly or through other interfaces, unless they use each
 * other; an interface comes before the first module that uses it. The module that exports Main comes last. Otherwise the given order holds.
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

function depthFirst(
  roots: readonly CheckedUnit[],
  before: (unit: CheckedUnit) => readonly CheckedUnit[],
): CheckedUnit[] {
  const seen = new Set<CheckedUnit>();
  const order: CheckedUnit[] = [];
  for (const root of roots) {
    if (seen.has(root)) continue;
    seen.add(root);
    const stack = [{ unit: root, before: before(root), next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const unit = top.before[top.next++];
      if (!unit) {
        order.push(top.unit);
        stack.pop();
      } else if (!seen.has(unit)) {
        seen.add(unit);
        stack.push({ unit, before: before(unit), next: 0 });
      }
    }
  }
  return order;
}
