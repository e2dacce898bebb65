/**
 * What a unit can see of the interfaces that it imports, directly or through others: a *slice* of their declarations.
 *
 * The checker finds a declaration by a name that is written somewhere: in the unit, or in a declaration that it has found before. So the slice has every declaration
 * whose name is a word of the unit, or a word of a declaration of the slice; whether the word means that declaration does not matter here. What works without being
 * named is in every slice: headers, imports and revelations; of interfaces that the unit exports, all; and of those that cannot be read or are instances of generic
 * units, all.
 */
import { namesSought, type UnitGraph } from '../check-units.ts';
import { isDigit, isWordPart } from '../parser/scan.ts';
import { withoutLayout } from '../parser/without-layout.ts';
import type { Loaded, LoadedUnit } from '../references/load.ts';
import { isInterface } from '../references/outline.ts';
import type { ParsedUnit } from '../references/parsed-unit.ts';

interface Part {
  readonly unit: LoadedUnit;
  /** What is declared here. */
  readonly names: readonly string[];
  /** It matters to all that see the interface. */
  readonly always: boolean;
  /** Without comments and the way it is laid out, where it can be read. */
  readonly text: string;
}

/** What is known of a part that somebody can reach. */
interface Reached {
  readonly words: ReadonlySet<string>;
  readonly hash: string;
}

export interface Slice {
  readonly unit: LoadedUnit;
  /** Of the declarations' texts, in order. */
  readonly hashes: readonly string[];
}

/** The checker looks for it where a unit handles `RuntimeError.E`. */
const UNWRITTEN = ['OfFault'];

export class Slices {
  readonly #graph: UnitGraph;
  readonly #interfaces: readonly LoadedUnit[];
  readonly #parts: ReadonlyMap<LoadedUnit, readonly Part[]>;
  readonly #byName = new Map<string, Part[]>();
  readonly #reached = new Map<Part, Reached>();
  readonly #hash: (text: string) => string;

  constructor(loaded: Loaded, graph: UnitGraph, hash: (text: string) => string) {
    this.#graph = graph;
    this.#hash = hash;
    this.#interfaces = graph.order.map((name) => loaded.interfaces.get(name)!);
    this.#parts = new Map(this.#interfaces.map((unit) => [unit, partsOf(unit)]));
    for (const part of [...this.#parts.values()].flat()) {
      for (const name of part.names) {
        const list = this.#byName.get(name);
        if (list) list.push(part);
        else this.#byName.set(name, [part]);
      }
    }
  }

  /** The interfaces that the unit sees, imports before importers, and of each what it can reach. */
  of(unit: LoadedUnit): readonly Slice[] {
    const seen = this.#seenBy(unit);
    const entire = this.#entire(unit);
    const chosen = new Set<Part>();
    const words = new Set(UNWRITTEN);
    for (const text of textsOf(unit.parsed)) for (const word of wordsIn(text)) words.add(word);
    const choose = (part: Part): void => {
      if (chosen.has(part)) return;
      chosen.add(part);
      for (const word of this.#reach(part).words) words.add(word);
    };
    for (const other of seen) {
      for (const part of this.#parts.get(other)!) if (part.always || entire.has(other)) choose(part);
    }
    // The set grows meanwhile, and what is added has its turn.
    for (const word of words) for (const part of this.#byName.get(word) ?? []) if (seen.has(part.unit)) choose(part);
    return this.#interfaces
      .filter((other) => seen.has(other))
      .map((other) => ({
        unit: other,
        hashes: this.#parts.get(other)!.flatMap((part) => (chosen.has(part) ? [this.#reach(part).hash] : [])),
      }));
  }

  #seenBy(unit: LoadedUnit): Set<LoadedUnit> {
    const found = new Set<LoadedUnit>();
    const addLinks = (from: LoadedUnit): void => {
      for (const name of namesSought(from.parsed)) {
        const link = this.#graph.link(from, name);
        if (link.kind === 'unit') found.add(link.unit);
      }
      for (const kernel of this.#graph.kernelLinks(from).values()) found.add(kernel);
    };
    addLinks(unit);
    for (const other of found) addLinks(other);
    return found;
  }

  /** Interfaces of which every declaration is in the unit's scope, or may be. */
  #entire(unit: LoadedUnit): Set<LoadedUnit> {
    const found = new Set(this.#graph.kernelLinks(unit).values());
    const { parsed } = unit;
    const exported = parsed.references.filter((r) => r.kind === 'export').map((r) => r.name);
    for (const name of isInterface(parsed) ? [] : [parsed.name, ...exported]) {
      const link = this.#graph.link(unit, name);
      if (link.kind === 'unit') found.add(link.unit);
    }
    return found;
  }

  #reach(part: Part): Reached {
    const before = this.#reached.get(part);
    if (before) return before;
    const reached = { words: wordsIn(part.text), hash: this.#hash(part.text) };
    this.#reached.set(part, reached);
    return reached;
  }
}

/** The texts that a unit consists of: of an instance, its own and the generic's. */
const textsOf = ({ instance, text }: ParsedUnit): readonly string[] => (instance ? [instance.file.text, text] : [text]);

/** Places for words that were seen lately; a power of two. */
const RECENT = 1024;

/** Every identifier that can be read in a text, also where one follows a number without a blank. Most words come again soon, and are then not made again. */
function wordsIn(text: string): Set<string> {
  const words = new Set<string>();
  const recent: string[] = new Array(RECENT).fill('');
  for (let at = 0; at < text.length; at++) {
    const start = at;
    let place = 0;
    for (let code = text.charCodeAt(at); isWordPart(code); code = text.charCodeAt(++at))
      place = (place * 31 + code) | 0;
    if (at === start) continue;
    place &= RECENT - 1;
    const before = recent[place]!;
    if (before.length === at - start && text.startsWith(before, start)) continue;
    const word = text.slice(start, at);
    recent[place] = word;
    words.add(word);
    if (isDigit(text.charCodeAt(start))) for (let from = 1; from < word.length; from++) words.add(word.slice(from));
  }
  return words;
}

function partsOf(unit: LoadedUnit): Part[] {
  const { parsed } = unit;
  const isWhole = parsed.instance !== undefined || parsed.diagnostics.length > 0;
  if (isWhole) return textsOf(parsed).map((text) => ({ unit, names: [], always: true, text }));
  const parts: Part[] = [];
  let from = 0;
  const add = (names: readonly string[], end: number): void => {
    const text = parsed.text.slice(from, end);
    parts.push({ unit, names, always: names.length === 0, text: withoutLayout(text) ?? text });
    from = end;
  };
  // What is left before the first: header and imports.
  const [first] = parsed.declarations;
  if (first) add([], first.start);
  for (const { names, end } of parsed.declarations) add(names, end);
  add([], parsed.text.length);
  return parts;
}
