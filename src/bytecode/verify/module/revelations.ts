/**
 * Opaque types and who says what about them.
 *
 * An opaque type belongs to the interface that declares it. The file reveals its own ones; what it believes of others' it has from interfaces that
 * it imports (and whose fingerprints the kernel compares), so a file cannot open a type by declaring what is in it.
 */
import type { Revelation, SpxModule } from '../../module.ts';
import type { TypeDef, TypeIndex } from '../../types.ts';
import { isReference, isSubtype, type TypeTable } from '../relations.ts';
import type { Bound } from './hierarchy.ts';
import type { Report } from './report.ts';

export interface Revelations {
  /** Per entry: what stands for it. */
  readonly alias: Int32Array;
  /** Declared bounds and partial revelations of types that are not fully revealed. */
  readonly bounds: readonly Bound[];
  readonly all: readonly Revelation[];
}

type Opaque = Extract<TypeDef, { kind: 'opaque' }>;

const keyOf = (def: Opaque): string => `${def.unit}\0${def.name}`;

/** Direct checks, and which types stand for opaque ones. Needs well-formed entries; sameness of types is not known yet. */
export function collectRevelations(m: SpxModule, defs: readonly TypeDef[], report: Report): Revelations {
  const own = new Set(m.interfaces.map((i) => i.name));
  const imported = new Set(m.imports.map((i) => i.name));
  const full = new Map<string, TypeIndex>();
  const all: Revelation[] = [];
  const collect = (list: readonly Revelation[], declarers: ReadonlySet<string>, who: string) => {
    for (const r of list) {
      const opaque = defs[r.opaque]!;
      const type = defs[r.type]!;
      if (opaque.kind !== 'opaque') {
        report.add('B2012', `${who} reveals type ${r.opaque}, which is not opaque`);
        continue;
      }
      const name = `${opaque.unit}.${opaque.name}`;
      if (!declarers.has(opaque.unit)) report.add('B2012', `${who} cannot reveal ${name}`);
      if (!isReference(type) || type.kind === 'null')
        report.add('B2012', `${name} is revealed to be no reference type`);
      if (r.full) {
        if ((type.kind !== 'ref' && type.kind !== 'object') || type.brand === undefined) {
          report.add('B2012', `the full revelation of ${name} is no branded REF or object type`);
        }
        if (full.has(keyOf(opaque))) report.add('B2012', `${name} is fully revealed twice`);
        full.set(keyOf(opaque), r.type);
      }
      all.push(r);
    }
  };
  report.section = 'imports';
  for (const from of m.imports) collect(from.revelations, imported, `imported interface ${from.name}`);
  report.section = 'interfaces';
  for (const unit of m.interfaces) collect(unit.revelations, own, `interface ${unit.name}`);
  report.section = 'units';
  for (const unit of m.units) collect(unit.revelations, own, `${unit.kind} ${unit.name}`);

  const alias = Int32Array.from(defs.keys());
  const bounds: Bound[] = [];
  defs.forEach((def, i) => {
    if (def.kind !== 'opaque') return;
    const revealed = full.get(keyOf(def));
    if (revealed !== undefined) alias[i] = revealed;
    else bounds.push({ opaque: i, type: def.super });
  });
  for (const r of all) if (!r.full && alias[r.opaque] === r.opaque) bounds.push({ opaque: r.opaque, type: r.type });
  return { alias, bounds, all };
}

/** What needs subtyping: a full revelation is below every bound that is known. */
export function checkRevelations(revelations: Revelations, table: TypeTable, report: Report): void {
  report.section = 'types';
  table.defs.forEach((def, i) => {
    if (def.kind === 'opaque' && table.alias[i] !== i && !isSubtype(table, i, def.super)) {
      report.add('B2012', `the revelation of ${def.unit}.${def.name} is not below its bound`);
    }
  });
  for (const r of revelations.all) {
    if (!isSubtype(table, r.opaque, r.type)) report.add('B2012', `revelations of opaque type ${r.opaque} disagree`);
  }
}

/** Every opaque type stands once, and is one that an interface of the file names or one listed with an import. */
export function checkOpaques(m: SpxModule, defs: readonly TypeDef[], report: Report): void {
  const known = new Set<string>();
  report.section = 'imports';
  for (const from of m.imports) {
    for (const type of from.opaques) {
      const def = defs[type]!;
      if (def.kind !== 'opaque' || def.unit !== from.name)
        report.add('B2011', `type ${type} is no opaque type of ${from.name}`);
      else known.add(keyOf(def));
    }
  }
  for (const unit of m.interfaces) {
    for (const { name, type } of unit.types) {
      const def = defs[type]!;
      if (def.kind === 'opaque' && def.unit === unit.name && def.name === name) known.add(keyOf(def));
    }
  }
  report.section = 'types';
  const seen = new Set<string>();
  for (const def of defs) {
    if (def.kind !== 'opaque') continue;
    const name = `${def.unit}.${def.name}`;
    if (!known.has(keyOf(def))) report.add('B2011', `${name} is declared by no interface of the file or its imports`);
    if (seen.has(keyOf(def))) report.add('B2011', `${name} stands twice in the type table`);
    seen.add(keyOf(def));
  }
}

/** Brands are made by units of the file, or by interfaces that it imports: nobody else can make a module's private types. */
export function checkBrands(m: SpxModule, defs: readonly TypeDef[], report: Report): void {
  const interfaces = new Set([...m.imports, ...m.interfaces].map((i) => i.name));
  const modules = new Set(m.units.filter((u) => u.kind === 'module').map((u) => u.name));
  report.section = 'types';
  defs.forEach((def, i) => {
    if ((def.kind !== 'ref' && def.kind !== 'object') || def.brand === undefined) return;
    const { unitKind, unit } = def.brand;
    if (!(unitKind === 'module' ? modules : interfaces).has(unit))
      report.add('B2016', `the brand of type ${i} is of ${unitKind} ${unit}`);
  });
}
