/**
 * The registry of types: every type of the running kernel once, whichever files mention it.
 *
 * A file's table is minimised first (`partition.ts`), so that recursive types that are written differently but unfold alike become one node. Then its
 * strongly connected components are looked up from the leaves upward: a type outside any cycle by its label and the numbers of its component types, a
 * cycle by its canonical numbering. Both keys are exact, so equality is never approximated by a hash.
 *
 * An opaque type is named by its interface's identity. Where another type is built from its revelation, the opaque type stands in the key: so
 * REF T and REF (revelation of T) are one type, as they are in a scope that sees the revelation.
 */
import type { SpxModule } from '../../bytecode/module.ts';
import { T, type TypeDef, type TypeIndex } from '../../bytecode/types.ts';
import { TypeLinkError } from './errors.ts';
import { type NameSource, spell } from './names.ts';
import { buildGraph, components, type Graph, partition } from './partition.ts';
import { above, mentionedBy, resolved, sameType } from './relations.ts';
import { checkBound, checkFits, checkRevealed } from './revelations.ts';
import { type DefaultKind, fillType, newShell, type Shell } from './runtime-shell.ts';
import type { OpaqueRT, RuntimeType } from './runtime-type.ts';
import { readTable, type TableImage } from './same-entries.ts';
import { componentsOf, type DeclarerOf, type TypeEnv } from './shape.ts';

export type { TypeEnv } from './shape.ts';

const EMPTY: SpxModule = {
  name: '',
  types: [],
  texts: [],
  imports: [],
  interfaces: [],
  units: [],
  globals: [],
  exceptions: [],
  procedures: [],
};
const NO_UNITS: TypeEnv = {
  unitIdentity: () => 0,
  slotOf: () => 0,
  exceptionId: () => 0,
};

/** A file's table on its way into the registry. */
interface Table {
  readonly env: TypeEnv;
  readonly defs: readonly TypeDef[];
  readonly declarerOf: DeclarerOf;
  /** Where an index is the full revelation of one of the file's own opaque types: that opaque type. */
  readonly opaqueOf: ReadonlyMap<TypeIndex, TypeIndex>;
  /** Class of each index after minimisation. */
  readonly classOf: Int32Array;
  /** One index of each class. */
  readonly memberOf: Int32Array;
  /** The type of each class, as far as known. */
  readonly types: (RuntimeType | undefined)[];
}

export class TypeRegistry implements NameSource {
  /** By typecode. An opaque type has the typecode of its revelation, which is what stands here. */
  private readonly byId: (RuntimeType | undefined)[] = [undefined];
  private readonly freeIds: number[] = [];
  /** Typecodes that opaque types had before they were revealed. */
  private readonly firstIds = new Map<RuntimeType, number>();
  /** Types by label and component keys. */
  private readonly nodes = new Map<string, RuntimeType>();
  /** Cycles by canonical form: their types in canonical order. */
  private readonly cycles = new Map<string, readonly RuntimeType[]>();
  /** What stands for a type in keys; distinct types have distinct numbers, an opaque type and its revelation the same. */
  private readonly keys = new Map<RuntimeType, number>();
  private nextKey = 1;
  /** The opaque type that a type reveals. */
  private readonly revelationOf = new Map<RuntimeType, OpaqueRT>();
  private readonly declared = new Map<RuntimeType, string>();
  private readonly exceptionNames = new Map<number, string>();
  private readonly fieldDefaults = new Map<RuntimeType, readonly DefaultKind[]>();
  /** Types whose chain of supertypes is known to end. */
  private readonly grounded = new WeakSet<RuntimeType>();
  readonly builtins: readonly RuntimeType[];

  /** Made once: types keep it, and must keep nothing of the file that they came from. */
  private readonly spelled = (type: RuntimeType): string => spell(type, this);

  constructor() {
    this.builtins = this.internTypes(EMPTY, NO_UNITS);
    this.declared.set(this.builtins[T.CARDINAL]!, 'CARDINAL');
    this.declared.set(this.builtins[T.MUTEX]!, 'MUTEX');
  }

  /** The types of a file's table, by TypeIndex; `image` is what was found out of that table before. Throws TypeLinkError where they contradict what is known. */
  internTypes(module: SpxModule, env: TypeEnv, image?: TableImage): RuntimeType[] {
    const { defs, declarerOf, opaqueOf, labels, classOf, revelations } = readTable(module, env, image);
    const { own, believed, partial, believedPartial } = revelations;
    const count = classOf.reduce((most, c) => Math.max(most, c + 1), 0);
    const memberOf = new Int32Array(count);
    classOf.forEach((c, i) => {
      memberOf[c] = i;
    });
    const table: Table = { env, defs, declarerOf, opaqueOf, classOf, memberOf, types: new Array(count) };
    const quotient = this.quotient(table, labels);
    for (const component of components(quotient)) this.internComponent(table, quotient, component);
    const types = defs.map((_, i) => table.types[classOf[i]!]!);
    this.settleOpaques(defs, types);
    for (const r of own) this.reveal(types[r.opaque]!, types[r.type]!);
    for (const r of believed) checkRevealed(types[r.opaque]!, types[r.type]!);
    for (const r of partial) checkBound(types[r.opaque]!, types[r.type]!);
    for (const r of believedPartial) {
      if (resolved(types[r.opaque]!).kind !== 'opaque') checkBound(types[r.opaque]!, types[r.type]!);
    }
    for (const i of module.interfaces) {
      for (const t of i.types) this.declare(types[t.type]!, `${i.name}.${t.name}`);
    }
    return types;
  }

  /**
   * REVEAL opaque = type. Idempotent. Who may reveal is for the linker to say; here it is made sure that there is one revelation and that it fits.
   */
  reveal(opaque: RuntimeType, type: RuntimeType): void {
    if (opaque.kind !== 'opaque') throw new TypeLinkError('K1202', `${opaque.name} is not an opaque type`);
    if (opaque.revealed === type) return;
    if (opaque.revealed) {
      throw new TypeLinkError(
        'K1202',
        `${opaque.name} is revealed twice, as ${opaque.revealed.name} and as ${type.name}`,
      );
    }
    const other = this.revelationOf.get(type);
    if (other) throw new TypeLinkError('K1202', `${type.name} reveals both ${other.name} and ${opaque.name}`);
    checkFits(opaque, type);
    opaque.revealed = type;
    this.revelationOf.set(type, opaque);
    this.firstIds.set(opaque, opaque.id);
    (opaque as Shell<OpaqueRT>).id = type.id;
    this.byId[type.id] = type;
    this.keys.set(type, this.keyOf(opaque));
  }

  /** By interface identity and name; undefined when no file has mentioned it. */
  opaque(unitIdentity: number, name: string): OpaqueRT | undefined {
    return this.nodes.get(`${JSON.stringify(['opaque', unitIdentity, name])}|`) as OpaqueRT | undefined;
  }

  byTypecode(id: number): RuntimeType | undefined {
    return this.byId[id];
  }

  /** The opaque type that the type is the revelation of. */
  revealed(type: RuntimeType): OpaqueRT | undefined {
    return this.revelationOf.get(type);
  }

  /** How field `index` of a record or object type starts: with its type's default, with zero bits, or otherwise. */
  defaultOf(recordOrObject: RuntimeType, index: number): DefaultKind {
    return this.fieldDefaults.get(recordOrObject)?.[index] ?? 'type';
  }

  /** Gives the type a name for reports; the first name stays. */
  declare(type: RuntimeType, name: string): void {
    const named = type.kind === 'opaque' || type.kind === 'object' || type.kind === 'record' || type.kind === 'ref';
    if (!named && !(type.kind === 'ordinal' && type.def === 'enum')) return;
    if (this.builtins?.includes(type) || this.declared.has(type)) return;
    this.declared.set(type, name);
  }

  declaredName(type: RuntimeType): string | undefined {
    return this.declared.get(type);
  }

  /** For people, who know a revelation by the name of its opaque type. */
  publicName(type: RuntimeType): string {
    const opaque = this.revelationOf.get(type);
    return (opaque && this.declared.get(opaque)) ?? this.declared.get(type) ?? type.name;
  }

  declareException(exception: number, name: string): void {
    this.exceptionNames.set(exception, name);
  }

  exceptionName(exception: number): string {
    return this.exceptionNames.get(exception) ?? `#${exception}`;
  }

  /** Every type that is not reached from these. */
  unreached(from: Iterable<RuntimeType>): RuntimeType[] {
    const reached = new Set<RuntimeType>(from);
    for (const type of this.builtins) reached.add(type);
    for (const type of reached) for (const t of mentionedBy(type)) reached.add(t);
    // What an opaque type stands for is reached with it, and the other way round.
    for (const [type, opaque] of this.revelationOf) if (reached.has(type)) reached.add(opaque);
    for (const type of reached) for (const t of mentionedBy(type)) reached.add(t);
    return [...this.keys.keys()].filter((type) => !reached.has(type));
  }

  /** Nothing has anything of these types any more, nor mentions them. Their typecodes will be used again. */
  forget(types: Iterable<RuntimeType>): void {
    const gone = new Set(types);
    for (const [key, type] of this.nodes) if (gone.has(type)) this.nodes.delete(key);
    for (const [key, cycle] of this.cycles) if (cycle.some((t) => gone.has(t))) this.cycles.delete(key);
    for (const type of gone) {
      this.keys.delete(type);
      this.revelationOf.delete(type);
      this.declared.delete(type);
      this.fieldDefaults.delete(type);
      const first = this.firstIds.get(type);
      this.firstIds.delete(type);
      for (const id of first === undefined ? [type.id] : [first]) {
        this.byId[id] = undefined;
        this.freeIds.push(id);
      }
    }
  }

  forgetException(exception: number): void {
    this.exceptionNames.delete(exception);
  }

  get count(): number {
    return this.byId.length - 1 - this.freeIds.length;
  }

  private keyOf(type: RuntimeType): number {
    return this.keys.get(type)!;
  }

  /** The minimised table as a graph, its nodes the classes. */
  private quotient(table: Table, labels: readonly string[]): Graph {
    const { defs, declarerOf, classOf, memberOf, opaqueOf } = table;
    const members = [...memberOf];
    return buildGraph(
      members.map((i) => labels[i]!),
      members.map((i) => componentsOf(i, defs[i]!, declarerOf).map((t) => classOf[opaqueOf.get(t) ?? t]!)),
    );
  }

  private internComponent(table: Table, g: Graph, component: readonly number[]): void {
    const [first] = component as [number];
    if (component.length > 1 || edgesOf(g, first).includes(first)) {
      this.internCycle(table, g, component);
      return;
    }
    const key = this.nodeKey(table, g, first);
    table.types[first] = this.nodes.get(key) ?? this.create(table, g, [first])[0]!;
  }

  private internCycle(table: Table, g: Graph, component: readonly number[]): void {
    const place = new Map(component.map((node, i) => [node, i]));
    const labels = component.map((node) => {
      const outer = edgesOf(g, node).map((t) => (place.has(t) ? '*' : this.keyOf(table.types[t]!)));
      return `${g.labels[node]!}|${outer}`;
    });
    const edges = component.map((node) => edgesOf(g, node).map((t) => place.get(t) ?? -1));
    const whole = partition(buildGraph(labels, edges));
    // All nodes differ, unless the registry knows of revelations that the file does not. One of each kind:
    const members = new Array<number>(whole.count);
    component.forEach((_, i) => {
      members[whole.classOf[i]!] = i;
    });
    const minimal = buildGraph(
      members.map((i) => labels[i]!),
      members.map((i) => edges[i]!.map((t) => (t < 0 ? -1 : whole.classOf[t]!))),
    );
    // Now the numbers of classes are a numbering that any other file's copy of this cycle gets as well.
    const { classOf } = partition(minimal);
    const order = new Array<number>(members.length);
    members.forEach((_, m) => {
      order[classOf[m]!] = m;
    });
    const key = order
      .map((m) => `${minimal.labels[m]!}|${edgesOf(minimal, m).map((t) => (t < 0 ? '-' : classOf[t]!))}`)
      .join('\n');
    let types = this.cycles.get(key);
    if (!types) {
      const nodes = order.map((m) => component[members[m]!]!);
      types = this.create(table, g, nodes, (node) => {
        const i = place.get(node);
        return i === undefined ? node : component[members[whole.classOf[i]!]!]!;
      });
      this.cycles.set(key, types);
    }
    component.forEach((node, i) => {
      table.types[node] = types[classOf[whole.classOf[i]!]!]!;
    });
  }

  private nodeKey(table: Table, g: Graph, node: number, same: (node: number) => number = itself): string {
    return `${g.labels[node]!}|${edgesOf(g, node).map((t) => this.keyOf(table.types[same(t)]!))}`;
  }

  /** New types for classes that refer to each other and to known ones only; `same` leads from a class to the one that stands for it. */
  private create(
    table: Table,
    g: Graph,
    order: readonly number[],
    same: (node: number) => number = itself,
  ): RuntimeType[] {
    const shells = order.map((node) => {
      const def = table.defs[table.memberOf[node]!]!;
      const id = this.freeIds.pop() ?? this.byId.length;
      const shell = newShell(def, id, this.spelled);
      this.byId[id] = shell;
      this.keys.set(shell, this.nextKey++);
      table.types[node] = shell;
      return shell;
    });
    order.forEach((node, i) => {
      const { defs, declarerOf, memberOf, classOf, env, opaqueOf } = table;
      const index = memberOf[node]!;
      const defaults = fillType(
        shells[i]!,
        index,
        defs[index]!,
        declarerOf,
        env,
        (t) => table.types[same(classOf[opaqueOf.get(t) ?? t]!)]!,
      );
      if (defaults) this.fieldDefaults.set(shells[i]!, defaults);
      this.nodes.set(this.nodeKey(table, g, node, same), shells[i]!);
    });
    return shells;
  }

  /** Opaque types get their bounds last, for a bound may be built from the opaque type. */
  private settleOpaques(defs: readonly TypeDef[], types: readonly RuntimeType[]): void {
    const settled: Shell<OpaqueRT>[] = [];
    try {
      defs.forEach((def, i) => {
        if (def.kind !== 'opaque') return;
        const type = types[i] as Shell<OpaqueRT>;
        const bound = types[def.super]!;
        if (!type.super) {
          type.super = bound;
          settled.push(type);
          this.declare(type, `${def.unit}.${def.name}`);
        } else if (!sameType(type.super, bound)) {
          const was = `a subtype of ${type.super.name}`;
          throw new TypeLinkError(
            'K1201',
            `${type.name} is declared as ${was}, but was compiled against as one of ${bound.name}`,
          );
        }
      });
      this.checkChains(types);
    } catch (error) {
      for (const type of settled) (type as { super?: RuntimeType }).super = undefined;
      throw error;
    }
  }

  /** Every chain of supertypes ends: subtyping walks along it. */
  private checkChains(types: readonly RuntimeType[]): void {
    for (const type of types) {
      const chain = new Set<RuntimeType>();
      let t: RuntimeType | undefined = type;
      for (; t && !this.grounded.has(t); t = above(t)) {
        if (chain.has(t)) throw new TypeLinkError('K1207', 'a reference type is its own supertype');
        chain.add(t);
      }
      for (const good of chain) this.grounded.add(good);
    }
  }
}

function itself(node: number): number {
  return node;
}

function edgesOf(g: Graph, node: number): number[] {
  return [...g.targets.subarray(g.starts[node]!, g.starts[node + 1]!)];
}
