/**
 * Everything of a module but the code of its procedures. Reads as the list of checks; each one relies on those before it, so the first that
 * finds something wrong is the last.
 */
import type { BytecodeError } from '../../errors.ts';
import { checkIndices } from '../../indices.ts';
import type { SpxModule } from '../../module.ts';
import { type Spaces, spacesOf } from '../../spaces.ts';
import type { TypeDef, TypeIndex } from '../../types.ts';
import { canonicalClasses } from '../canonical.ts';
import type { ModuleContext } from '../context.ts';
import { operandsOfTypes, type TypeTable } from '../relations.ts';
import { neededAliases } from './captures.ts';
import { checkConstants, checkObjects } from './conformance.ts';
import { buildForest } from './hierarchy.ts';
import { checkNames } from './names.ts';
import { checkParts } from './parts.ts';
import { checkProcedures, checkProcedureTypes } from './procedures.ts';
import { Report } from './report.ts';
import { checkBrands, checkOpaques, checkRevelations, collectRevelations, type Revelations } from './revelations.ts';
import { measureTypes, type Sizes } from './sizes.ts';
import { checkTypes } from './well-formed.ts';

export interface Analysis {
  /** Present when nothing is wrong. */
  readonly context?: ModuleContext;
  readonly errors: readonly BytecodeError[];
}

export function analyse(m: SpxModule, trusted: boolean): Analysis {
  const spaces = spacesOf(m);
  const badIndex = checkIndices(m, spaces);
  if (badIndex) return { errors: [badIndex] };
  const report = new Report();
  const state: { revelations?: Revelations; sizes?: Sizes; table?: TypeTable } = {};
  const stages: readonly (() => void)[] = [
    () => checkNames(m, report),
    () => checkTypes(spaces.types, report),
    () => {
      state.sizes = measureTypes(spaces.types, report);
    },
    () => checkProcedureTypes(m, spaces, report),
    () => checkParts(m, spaces, report),
    () => checkOpaques(m, spaces.types, report),
    () => checkBrands(m, spaces.types, report),
    () => {
      state.revelations = collectRevelations(m, spaces.types, report);
    },
    () => {
      state.table = relateTypes(m, spaces, state.revelations!, state.sizes!, report);
    },
    () => checkRevelations(state.revelations!, state.table!, report),
    () => checkObjects(spaces, state.table!, report),
    () => checkConstants(spaces, state.table!, report),
    () => checkProcedures({ m, spaces, table: state.table!, sizes: state.sizes!, report }, trusted),
  ];
  for (const stage of stages) {
    stage();
    if (report.failed) return { errors: report.errors };
  }
  return { context: { module: m, trusted, spaces, table: state.table!, needs: neededAliases(m, spaces) }, errors: [] };
}

/** The tables behind `relations.ts`. */
function relateTypes(
  m: SpxModule,
  spaces: Spaces,
  { alias, bounds }: Revelations,
  { complete }: Sizes,
  report: Report,
): TypeTable {
  const defs = spaces.types;
  const classOf = canonicalClasses(defs, m.texts, alias);
  const count = classOf.reduce((most, c) => Math.max(most, c + 1), 0);
  const representative: TypeIndex[] = new Array(count).fill(0);
  for (let i = defs.length - 1; i >= 0; i--) if (alias[i] === i) representative[classOf[i]!] = i;
  const forest = buildForest(defs, classOf, representative, bounds, report);
  const methods = new Map<TypeIndex, ReadonlyMap<string, number>>();
  defs.forEach((def, i) => {
    if (def.kind === 'object') methods.set(i, new Map(def.methods.map(({ name }, k) => [name, k])));
  });
  return {
    defs,
    alias,
    classOf,
    ...forest,
    methods,
    headings: numberHeadings(defs, classOf, representative),
    complete,
    operands: operandsOfTypes(defs, alias),
    addresses: new Array(4 * defs.length),
  };
}

/** Procedure types with the same parameters and result get the same number; others none that matters. */
function numberHeadings(
  defs: readonly TypeDef[],
  classOf: Int32Array,
  representative: readonly TypeIndex[],
): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(representative, (entry) => {
    const def = defs[entry]!;
    if (def.kind !== 'procedure') return -1;
    const key = [
      ...def.params.map((p) => p.mode + classOf[p.type]),
      def.result === undefined ? '' : classOf[def.result],
    ].join(' ');
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
}
