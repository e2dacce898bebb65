/** Imports, interfaces, units, variables, exceptions: what the tables say about each other. */
import type { ImportedInterface, SpxModule, UnitDef } from '../../module.ts';
import type { Spaces } from '../../spaces.ts';
import type { Report } from './report.ts';
import { isVariableType } from './well-formed.ts';

const SHA256 = /^[0-9a-f]{64}$/;

export function checkParts(m: SpxModule, spaces: Spaces, report: Report): void {
  checkImports(m, spaces, report);
  checkInterfaces(m, spaces, report);
  report.section = 'units';
  const interfaces = new Set(m.interfaces.map((i) => i.name));
  m.units.forEach((unit, i) => {
    checkUnit(spaces, unit, i, interfaces, report);
  });
  checkItems(spaces, report);
}

function checkImports(m: SpxModule, spaces: Spaces, report: Report): void {
  report.section = 'imports';
  const own = new Set(m.interfaces.map((i) => i.name));
  const checkFingerprint = ({ name, fingerprint }: { name: string; fingerprint: string }) => {
    if (!SHA256.test(fingerprint))
      report.add('B2102', `the fingerprint of ${name} is ${JSON.stringify(fingerprint.slice(0, 80))}`);
  };
  for (const from of m.imports) {
    checkFingerprint(from);
    if (own.has(from.name)) report.add('B2101', `interface ${from.name} is both imported and in the file`);
    checkImportedTypes(from, spaces, report);
  }
  report.section = 'interfaces';
  for (const unit of m.interfaces) checkFingerprint(unit);
}

function checkImportedTypes(from: ImportedInterface, spaces: Spaces, report: Report): void {
  for (const { name, type } of from.procedures) {
    if (spaces.types[type]!.kind !== 'procedure')
      report.add('B2014', `procedure ${from.name}.${name} has no procedure type`);
  }
}

function checkInterfaces(m: SpxModule, spaces: Spaces, report: Report): void {
  report.section = 'interfaces';
  for (const unit of m.interfaces) {
    for (const { name, proc } of unit.procedures) {
      const { own } = spaces.procedures[proc]!;
      if (!own || own.parent !== undefined)
        report.add('B2103', `${unit.name}.${name} is no top-level procedure of the file`);
    }
    for (const { name, global } of unit.globals) {
      if (global < spaces.importedGlobals) report.add('B2103', `${unit.name}.${name} is no variable of the file`);
    }
    for (const { name, exception } of unit.exceptions) {
      if (exception < spaces.importedExceptions)
        report.add('B2103', `${unit.name}.${name} is no exception of the file`);
    }
  }
}

function checkUnit(
  spaces: Spaces,
  unit: UnitDef,
  index: number,
  interfaces: ReadonlySet<string>,
  report: Report,
): void {
  const who = `${unit.kind} ${unit.name}`;
  if (unit.kind === 'interface' && !interfaces.has(unit.name))
    report.add('B2103', `${who} is not among the interfaces of the file`);
  for (const name of unit.exports) {
    if (unit.kind !== 'module' || !interfaces.has(name))
      report.add('B2103', `${who} cannot export ${JSON.stringify(name.slice(0, 80))}`);
  }
  if (new Set(unit.exports).size !== unit.exports.length) report.add('B2103', `${who} exports an interface twice`);
  if (unit.body === undefined) return;
  const { own, type } = spaces.procedures[unit.body]!;
  const def = spaces.types[type]!;
  const plain = def.kind === 'procedure' && def.params.length === 0 && def.result === undefined;
  if (!own || own.parent !== undefined || own.unit !== index || own.native || !plain) {
    report.add('B2104', `the body of ${who} is no top-level procedure of it without parameters or result`);
  }
}

function checkItems(spaces: Spaces, report: Report): void {
  report.section = 'globals';
  for (const { name, type } of spaces.globals) {
    if (!isVariableType(spaces.types, type))
      report.add('B2006', `variable ${name} cannot be of type ${type} (${spaces.types[type]!.kind})`);
  }
  report.section = 'exceptions';
  for (const { name, argument } of spaces.exceptions) {
    if (argument !== undefined && !isVariableType(spaces.types, argument)) {
      report.add('B2006', `the argument of ${name} cannot be of type ${argument} (${spaces.types[argument]!.kind})`);
    }
  }
}
