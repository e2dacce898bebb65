/**
 * What there is to say of a file's type table before its types become those of the kernel: which types declare the methods that it overrides, and
 * which entries are the same type.
 */
import type { SpxModule } from '../../bytecode/module.ts';
import { BUILTIN_TYPES, type TypeDef, type TypeIndex } from '../../bytecode/types.ts';
import { overridden } from '../../bytecode/verify/relations.ts';
import { typeTableOf } from '../../bytecode/verify/verify.ts';
import { TypeLinkError } from './errors.ts';
import { buildGraph, partition } from './partition.ts';
import { type SortedRevelations, sortRevelations } from './revelations.ts';
import { componentsOf, type DeclarerOf, labelOf, type TypeEnv } from './shape.ts';

export interface Entries {
  readonly defs: readonly TypeDef[];
  readonly revelations: SortedRevelations;
  /** Where an index is the full revelation of an opaque type: that opaque type. */
  readonly opaqueOf: ReadonlyMap<TypeIndex, TypeIndex>;
  readonly declarerOf: DeclarerOf;
  readonly labels: readonly string[];
  /** Class of each entry: entries of one class are the same type. */
  readonly classOf: Int32Array;
}

/** The answers for the kernel's own file, which are found when the kernel is built. */
export interface TableImage {
  /** Of each entry: the declarers of its overrides, in their order. */
  readonly declarers: readonly (readonly TypeIndex[])[];
  readonly classOf: readonly number[];
}

/** Throws TypeLinkError where a file reveals or overrides what it may not. */
export function readTable(module: SpxModule, env: TypeEnv, image?: TableImage): Entries {
  const defs: readonly TypeDef[] = [...BUILTIN_TYPES, ...module.types];
  const declarerOf = image ? declarersIn(image, defs) : declarersOf(module);
  const revelations = sortRevelations(module, defs);
  const opaqueOf = new Map([...revelations.own, ...revelations.believed].map((r) => [r.type, r.opaque]));
  const labels = defs.map((def) => labelOf(def, module.texts, env));
  const classOf = image ? Int32Array.from(image.classOf) : classesOf(defs, labels, declarerOf, opaqueOf);
  return { defs, revelations, opaqueOf, declarerOf, labels, classOf };
}

export function tableImage(module: SpxModule, env: TypeEnv): TableImage {
  const { defs, declarerOf, classOf } = readTable(module, env);
  const declarers = defs.map((def, i) =>
    def.kind === 'object' ? def.overrides.map((o) => declarerOf(i, o.name)) : [],
  );
  return { declarers, classOf: [...classOf] };
}

function classesOf(
  defs: readonly TypeDef[],
  labels: readonly string[],
  declarerOf: DeclarerOf,
  opaqueOf: Entries['opaqueOf'],
): Int32Array {
  const edges = defs.map((def, i) => componentsOf(i, def, declarerOf).map((t) => opaqueOf.get(t) ?? t));
  return partition(buildGraph(labels, edges)).classOf;
}

/** Asks the verifier, whose tables of a verified file are at hand; only for files that override anything. */
function declarersOf(module: SpxModule): DeclarerOf {
  let table: ReturnType<typeof typeTableOf> | undefined;
  return (object, name) => {
    table ??= typeTableOf(module);
    if ('error' in table) throw new TypeLinkError('K1208', table.error.message);
    const found = overridden(table, object, name);
    if (found) return found.declarer;
    throw new TypeLinkError('K1208', `an override names ${name}, which no supertype declares as a method`);
  };
}

function declarersIn({ declarers }: TableImage, defs: readonly TypeDef[]): DeclarerOf {
  return (object, name) => {
    const { overrides } = defs[object] as TypeDef & { kind: 'object' };
    return declarers[object]![overrides.findIndex((o) => o.name === name)]!;
  };
}
