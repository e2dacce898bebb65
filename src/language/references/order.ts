/**
 * Orders of units: interfaces such that imports come first (2.5.1), and the order in which an extension's units are initialised (2.5.6).
 */
import type { Loaded } from './load.ts';
import type { UnitLinks } from './unit-facts.ts';

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
export function initialisationOrder<U extends UnitLinks>(units: readonly U[], exportsMain: (unit: U) => boolean): U[] {
  const isModule = (unit: U) => unit.kind === 'module';
  const byName = new Map<string, U>(units.filter((u) => !isModule(u)).map((u) => [u.name, u]));
  const exporters = new Map<string, U[]>();
  for (const unit of units) {
    for (const exported of unit.exports) exporters.set(exported, [...(exporters.get(exported) ?? []), unit]);
  }
  const interfacesOf = reachableInterfaces(byName);
  const before = (unit: U): U[] => {
    const interfaces = interfacesOf(unit);
    if (!isModule(unit)) return interfaces;
    return [...interfaces, ...interfaces.flatMap((i) => exporters.get(i.name) ?? [])].filter((u) => u !== unit);
  };
  const roots = [
    ...units.filter((u) => isModule(u) && !exportsMain(u)),
    ...units.filter((u) => isModule(u) && exportsMain(u)),
    ...units.filter((u) => !isModule(u)),
  ];
  return depthFirst(roots, before);
}

/** Whether a module of the program says so, or is the module Main and says nothing. */
export function exportsMain(loaded: Loaded, { name }: UnitLinks): boolean {
  const named = loaded.modules.get(name)!.parsed.references.filter((r) => r.kind === 'export');
  return named.length === 0 ? name === 'Main' : named.some((r) => r.name === 'Main');
}

/** Own interfaces that a unit uses directly or through interfaces, imports before importers. */
function reachableInterfaces<U extends UnitLinks>(byName: ReadonlyMap<string, U>): (unit: U) => U[] {
  const direct = (unit: U) => unit.imports.flatMap((name) => byName.get(name) ?? []);
  return (unit) => depthFirst([unit], direct).filter((u) => u !== unit);
}

interface Visit<U> {
  readonly unit: U;
  readonly before: readonly U[];
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
function depthFirst<U extends object>(roots: readonly U[], before: (unit: U) => readonly U[]): U[] {
  const visits = new Map<U, Visit<U>>();
  const placed = new Set<U>();
  const order: U[] = [];
  /** Left, but not yet placed: those that were begun first may still be reached from one that is open. */
  const left: Visit<U>[] = [];
  for (const root of roots) {
    if (visits.has(root)) continue;
    const stack: Visit<U>[] = [];
    const begin = (unit: U): void => {
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
function placeTogether<U>(left: Visit<U>[], since: number, placed: Set<U>, order: U[]): void {
  const first = left.findIndex(({ begun }) => begun >= since);
  for (const { unit } of left.splice(first)) {
    placed.add(unit);
    order.push(unit);
  }
}
