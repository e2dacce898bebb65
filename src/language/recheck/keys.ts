/**
 * Keys of checks: what a check of a unit comes to follows from its own text and from the interfaces that it sees, and from what these see in their turn.
 *
 * The *exact* key is made from all these texts as they are. The *loose* one takes of the interfaces only their tokens and pragmas: what a unit is told about itself does not
 * depend on where in its interfaces something stands, unless a message speaks of such a place.
 */
import { candidates, namesSought, type UnitGraph } from '../check-units.ts';
import type { Loaded, LoadedUnit } from '../references/load.ts';
import { isInterface } from '../references/outline.ts';
import type { SourceFile } from '../references/parsed-unit.ts';
import type { UnitProvider } from '../references/provider.ts';

export interface Keys {
  readonly exact: string;
  readonly loose: string;
}

export interface Hashes {
  of(text: string): string;
  ofFile(file: SourceFile): string;
  /** Without comments and the way it is laid out. */
  ofTokens(file: SourceFile): string;
}

/** The keys of every unit. */
export function unitKeys(
  loaded: Loaded,
  graph: UnitGraph,
  provider: UnitProvider,
  hashes: Hashes,
): ReadonlyMap<LoadedUnit, Keys> {
  const keys = new Map<LoadedUnit, Keys>();
  /** Of interfaces, as others see them. */
  const seen = new Map<LoadedUnit, Keys>();
  let hinted: string | undefined;
  const hints = (): string => (hinted ??= hashes.of(JSON.stringify([...candidates(loaded, provider)])));
  const linkKey = (unit: LoadedUnit, name: string, way: keyof Keys): unknown => {
    const link = graph.link(unit, name);
    if (link.kind === 'unit') return [name, link.unit.own, seen.get(link.unit)![way]];
    return [name, link, link.kind === 'missing' ? hints() : ''];
  };
  const linksKey = (unit: LoadedUnit, way: keyof Keys): unknown => {
    const { parsed } = unit;
    const names = [...namesSought(parsed)].filter((name) => name !== parsed.name || !isInterface(parsed));
    const kernel = [...graph.kernelLinks(unit)].map(([name, link]) => [name, link.own, seen.get(link)![way]]);
    return [names.map((name) => linkKey(unit, name, way)), kernel];
  };
  const key = (own: unknown, links: unknown): string => hashes.of(JSON.stringify([own, links]));
  const add = (unit: LoadedUnit): void => {
    const text = ownKey(unit, (file) => hashes.ofFile(file));
    const loose = linksKey(unit, 'loose');
    const own = { exact: key(text, linksKey(unit, 'exact')), loose: key(text, loose) };
    keys.set(unit, own);
    if (!isInterface(unit.parsed)) return;
    // Of what cannot be read nobody knows what its tokens are.
    const isSound = unit.parsed.diagnostics.length === 0;
    const tokens = () => ownKey(unit, (file) => hashes.ofTokens(file));
    seen.set(unit, { exact: own.exact, loose: isSound ? key(tokens(), loose) : own.exact });
  };
  for (const name of graph.order) add(loaded.interfaces.get(name)!);
  for (const unit of loaded.modules.values()) add(unit);
  return keys;
}

/** Paths and texts that the unit consists of: of an instance, its own and the generic's. */
function ownKey({ parsed }: LoadedUnit, hashOf: (file: SourceFile) => string): unknown {
  const files = parsed.instance ? [parsed.instance.file, parsed] : [parsed];
  return files.map((file) => [file.path, hashOf(file)]);
}
