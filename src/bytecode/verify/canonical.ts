/**
 * Which entries of a type table are the same type.
 *
 * Modula-3 calls two types the same when their infinite expansions are equal (section 2.2.0), so entries are the states of an automaton whose
 * edges are the mentions of other types, and sameness is its coarsest stable partition. Hopcroft's algorithm ("process the smaller half")
 * finds it in n log n, also for types that a hostile file makes recursive over many entries.
 */
import type { ConstDef, TypeDef, TypeIndex } from '../types.ts';

/** The types that an entry mentions and that take part in its identity, in a fixed order. An opaque type's bound does not. */
export function mentions(def: TypeDef): readonly TypeIndex[] {
  switch (def.kind) {
    case 'subrange':
    case 'packed':
      return [def.base];
    case 'set':
    case 'openarray':
      return [def.element];
    case 'array':
      return [def.index, def.element];
    case 'record':
      return def.fields.map((f) => f.type);
    case 'ref':
      return [def.target];
    case 'object':
      return [def.super, ...def.fields.map((f) => f.type), ...def.methods.map((m) => m.signature)];
    case 'procedure':
      return [...def.params.map((p) => p.type), ...(def.result === undefined ? [] : [def.result])];
    default:
      return [];
  }
}

/** Everything about an entry but the types that it mentions, as text. */
function shape(def: TypeDef, nameId: (name: string) => number, text: (index: number) => number): string {
  const constant = (c: ConstDef): string => {
    switch (c.kind) {
      case 'int':
        return `${c.value}`;
      case 'real':
        return Object.is(c.value, -0) ? 'r-0' : `r${c.value}`;
      case 'text':
        return `t${text(c.text)}`;
      case 'nil':
        return 'n';
      case 'proc':
        return `p${c.proc}`;
      case 'set':
        return `s${c.words.join('.')}`;
      case 'aggregate':
        return `(${c.parts.map(constant).join(' ')})`;
    }
  };
  const brand = (b: { unitKind: string; unit: string; text: string } | undefined) =>
    b === undefined ? '' : `${b.unitKind} ${nameId(b.unit)} ${nameId(b.text)}`;
  const fields = (list: readonly { name: string; default?: ConstDef }[]) =>
    list.map((f) => nameId(f.name) + (f.default === undefined ? '' : `=${constant(f.default)}`)).join(',');
  switch (def.kind) {
    case 'enum':
      return `enum ${def.names.map(nameId).join(',')}`;
    case 'subrange':
      return `subrange ${def.lo} ${def.hi}`;
    case 'packed':
      return `packed ${def.bits}`;
    case 'record':
      return `record ${fields(def.fields)}`;
    case 'ref':
      return `ref ${brand(def.brand)}`;
    case 'opaque':
      return `opaque ${nameId(def.unit)} ${nameId(def.name)}`;
    case 'object': {
      const methods = def.methods.map((m) => `${nameId(m.name)}=${m.default ?? ''}`).join(',');
      const overrides = def.overrides.map((o) => `${nameId(o.name)}=${o.proc ?? ''}`).join(',');
      return `object ${brand(def.brand)}|${fields(def.fields)}|${methods}|${overrides}`;
    }
    case 'procedure': {
      const raises = def.raises === 'any' ? 'any' : [...new Set(def.raises)].sort((a, b) => a - b).join(',');
      const flags = def.functional ? 2 : def.ephemeral ? 1 : 0;
      return `procedure ${def.params.map((p) => p.mode).join(',')} ${def.result === undefined ? 0 : 1} ${raises} ${flags}`;
    }
    default:
      return def.kind;
  }
}

/**
 * A class number per entry; equal numbers mean the same type. `alias[i]` is the entry that entry i stands for: itself, or for an opaque type
 * its full revelation.
 */
export function canonicalClasses(defs: readonly TypeDef[], texts: readonly string[], alias: Int32Array): Int32Array {
  const n = defs.length;
  const nameIds = new Map<string, number>();
  const intern = (name: string) => {
    const known = nameIds.get(name);
    if (known !== undefined) return known;
    nameIds.set(name, nameIds.size);
    return nameIds.size - 1;
  };
  const textId = (index: number) => intern(texts[index] ?? '');

  const blockOf = new Int32Array(n);
  const shapes = new Map<string, number>();
  const edges = defs.map((def, i) => (alias[i] === i ? mentions(def).map((t) => alias[t]!) : []));
  for (let i = 0; i < n; i++) {
    if (alias[i] !== i) continue;
    const key = shape(defs[i]!, intern, textId);
    let block = shapes.get(key);
    if (block === undefined) shapes.set(key, (block = shapes.size));
    blockOf[i] = block;
  }
  refine(edges, blockOf, shapes.size, (i) => alias[i] === i);
  for (let i = 0; i < n; i++) if (alias[i] !== i) blockOf[i] = blockOf[alias[i]!]!;
  return blockOf;
}

/** Splits the blocks until members of one block agree, edge by edge, in the blocks they lead to. */
function refine(
  edges: readonly (readonly number[])[],
  blockOf: Int32Array,
  blocks: number,
  present: (i: number) => boolean,
): void {
  // Incoming edges, by target: pairs (slot, source).
  const incoming: number[][] = edges.map(() => []);
  edges.forEach((targets, source) => {
    targets.forEach((target, slot) => {
      incoming[target]!.push(slot, source);
    });
  });
  const members: Set<number>[] = Array.from({ length: blocks }, () => new Set<number>());
  for (let i = 0; i < edges.length; i++) if (present(i)) members[blockOf[i]!]!.add(i);

  const work = members.map((_, block) => block);
  const waiting = new Set(work);
  for (let block = work.pop(); block !== undefined; block = work.pop()) {
    waiting.delete(block);
    const bySlot = new Map<number, number[]>();
    for (const target of members[block]!) {
      const pairs = incoming[target]!;
      for (let k = 0; k < pairs.length; k += 2) {
        const sources = bySlot.get(pairs[k]!);
        if (sources) sources.push(pairs[k + 1]!);
        else bySlot.set(pairs[k]!, [pairs[k + 1]!]);
      }
    }
    for (const sources of bySlot.values()) {
      const touched = new Map<number, number[]>();
      for (const source of sources) {
        const list = touched.get(blockOf[source]!);
        if (list) list.push(source);
        else touched.set(blockOf[source]!, [source]);
      }
      for (const [old, marked] of touched) {
        const whole = members[old]!;
        if (marked.length === whole.size) continue;
        const fresh = members.length;
        // The smaller half gets the new number; walking the larger one would cost too much.
        for (const i of marked) whole.delete(i);
        const markedSet = new Set(marked);
        const smaller = marked.length <= whole.size ? markedSet : whole;
        members[old] = smaller === markedSet ? whole : markedSet;
        members.push(smaller);
        for (const i of smaller) blockOf[i] = fresh;
        work.push(fresh);
        waiting.add(fresh);
      }
    }
  }
}
