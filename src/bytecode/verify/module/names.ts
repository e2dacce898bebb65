/** Names: not empty, of bounded length, printable, and unique where they are looked up. */
import { LIMITS } from '../../limits.ts';
import type { SpxModule } from '../../module.ts';
import type { TypeDef } from '../../types.ts';
import type { Report } from './report.ts';

/** No control characters, no characters that hide or reorder others. */
const PRINTABLE = /^[^\p{C}\p{Z}]+$/u;

function checkName(name: string, what: string, report: Report): void {
  if (name.length > LIMITS.name) report.add('B2013', `the name of ${what} has ${name.length} characters`);
  else if (!PRINTABLE.test(name)) report.add('B2013', `${what} has the name ${JSON.stringify(name)}`);
}

function checkUnique(names: readonly string[], what: string, report: Report): void {
  const seen = new Set<string>();
  for (const name of names) {
    checkName(name, what, report);
    if (seen.has(name)) report.add('B2013', `${what} ${name} is there twice`);
    seen.add(name);
    if (report.failed) return;
  }
}

function checkTypeNames(def: TypeDef, report: Report): void {
  const names = (list: readonly { readonly name: string }[]) => list.map((item) => item.name);
  switch (def.kind) {
    case 'enum':
      checkUnique(def.names, 'enumeration value', report);
      return;
    case 'record':
      checkUnique(names(def.fields), 'field', report);
      return;
    case 'object':
      checkUnique(names(def.fields), 'field', report);
      checkUnique(names(def.methods), 'method', report);
      checkUnique(names(def.overrides), 'override', report);
      return;
    case 'opaque':
      checkName(def.unit, 'an interface', report);
      checkName(def.name, 'an opaque type', report);
      return;
  }
}

/** First of all checks: later ones put names into messages and keys. */
export function checkNames(m: SpxModule, report: Report): void {
  const each = (section: string, names: readonly string[], what: string) => {
    report.section = section;
    for (const name of names) checkName(name, what, report);
  };
  const unique = (section: string, names: readonly string[], what: string) => {
    report.section = section;
    checkUnique(names, what, report);
  };
  report.section = 'name';
  if (m.name.length === 0 || m.name.length > LIMITS.name || /\p{Cc}/u.test(m.name))
    report.add('B2013', 'the extension has no proper name');
  report.section = 'types';
  for (const def of m.types) {
    checkTypeNames(def, report);
    if (report.failed) return;
  }
  for (const from of m.imports) {
    const items = [...from.procedures, ...from.globals, ...from.exceptions].map((item) => item.name);
    unique('imports', items, `item of ${from.name.slice(0, LIMITS.name)}:`);
  }
  for (const own of m.interfaces) {
    const items = [...own.procedures, ...own.globals, ...own.exceptions, ...own.types].map((item) => item.name);
    unique('interfaces', items, `item of ${own.name.slice(0, LIMITS.name)}:`);
  }
  unique(
    'imports',
    m.imports.map((i) => i.name),
    'interface',
  );
  unique(
    'interfaces',
    m.interfaces.map((i) => i.name),
    'interface',
  );
  for (const kind of ['interface', 'module'] as const)
    unique(
      'units',
      m.units.filter((u) => u.kind === kind).map((u) => u.name),
      kind,
    );
  each(
    'globals',
    m.globals.map((g) => g.name),
    'a variable',
  );
  each(
    'exceptions',
    m.exceptions.map((e) => e.name),
    'an exception',
  );
  each(
    'procedures',
    m.procedures.map((p) => p.name),
    'a procedure',
  );
}
