/**
 * Keys of checks: what a check of a unit comes to follows from its own text and from the interfaces that it sees, and from what these see in their turn.
 *
 * The *exact* key is made from all these texts as they are. The *loose* one takes of the interfaces only the tokens and pragmas of what the unit can reach in them: what is
 * said about a unit that has no errors does not depend on anything else, unless a message speaks of a place in another file.
 */
import { candidates, namesSought, type UnitGraph } from '../check-units.ts';
import type { Loaded, LoadedUnit } from '../references/load.ts';
import { isInterface } from '../references/outline.ts';
import type { SourceFile } from '../references/parsed-unit.ts';
import type { UnitProvider } from '../references/provider.ts';
import { Slices } from './slices.ts';

export interface Hashes {
  readonly of: (text: string) => string;
  ofFile(file: SourceFile): string;
}

export interface UnitKeys {
  readonly exact: ReadonlyMap<LoadedUnit, string>;
  loose(unit: LoadedUnit): string;
}

export function unitKeys(loaded: Loaded, graph: UnitGraph, provider: UnitProvider, hashes: Hashes): UnitKeys {
  const exact = new Map<LoadedUnit, string>();
  let hinted: string | undefined;
  const hints = (): string => (hinted ??= hashes.of(JSON.stringify([...candidates(loaded, provider)])));
  const key = (...parts: unknown[]): string => hashes.of(JSON.stringify(parts));
  const own = ({ parsed }: LoadedUnit): unknown => {
    const files = parsed.instance ? [parsed.instance.file, parsed] : [parsed];
    return files.map((file) => [file.path, hashes.ofFile(file)]);
  };
  /** Whom the unit sees, and what it finds instead of others. */
  const links = (unit: LoadedUnit, seen: (other: LoadedUnit) => unknown): unknown => {
    const { parsed } = unit;
    const names = [...namesSought(parsed)].filter((name) => name !== parsed.name || !isInterface(parsed));
    const linked = names.map((name) => {
      const link = graph.link(unit, name);
      if (link.kind === 'unit') return [name, link.unit.own, seen(link.unit)];
      return [name, link, link.kind === 'missing' ? hints() : ''];
    });
    return [linked, [...graph.kernelLinks(unit)].map(([name, other]) => [name, other.own, seen(other)])];
  };
  const addExact = (unit: LoadedUnit): void => {
    exact.set(
      unit,
      key(
        own(unit),
        links(unit, (other) => exact.get(other)!),
      ),
    );
  };
  for (const name of graph.order) addExact(loaded.interfaces.get(name)!);
  for (const unit of loaded.modules.values()) addExact(unit);
  let slices: Slices | undefined;
  /** Without what is seen there, which the slices tell. */
  const bareLinksOf = onceEach((unit) => JSON.stringify(links(unit, () => '')));
  const loose = (unit: LoadedUnit): string => {
    slices ??= new Slices(loaded, graph, hashes.of);
    const seen = slices.of(unit).map((slice) => [slice.unit.parsed.path, bareLinksOf(slice.unit), slice.hashes]);
    return key(own(unit), bareLinksOf(unit), seen);
  };
  return { exact, loose: onceEach(loose) };
}

/** Works out a text for each unit when it is first asked for. */
function onceEach(make: (unit: LoadedUnit) => string): (unit: LoadedUnit) => string {
  const made = new Map<LoadedUnit, string>();
  return (unit) => {
    const before = made.get(unit);
    if (before !== undefined) return before;
    const text = make(unit);
    made.set(unit, text);
    return text;
  };
}
