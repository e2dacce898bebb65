/**
 * A module as assembly text, which `assemble.ts` reads back to an equal module. Indices in it need not make sense: what was decoded, or built
 * by hand to be refused, can be shown.
 */
import type { ExportedInterface, ImportedInterface, ProcedureDef, Revelation, SpxModule, UnitDef } from '../module.ts';
import { spacesOf, typeNames } from '../spaces.ts';
import { type BrandDef, BUILTIN_TYPES, type ConstDef, type FieldDef, type ProcIndex, type TypeDef } from '../types.ts';
import { type Labels, labelsOf } from './names.ts';
import { type CodeContext, printCode } from './print-code.ts';
import { quote, spellNumber } from './tokens.ts';

export function printModule(m: SpxModule): string {
  const spaces = spacesOf(m);
  const labels = labelsOf(m, spaces);
  const context: CodeContext = { module: m, spaces, labels, typeNames: typeNames(m) };
  const [proc, global, exception] = [spaces.importedProcedures, spaces.importedGlobals, spaces.importedExceptions];
  const out = [`extension ${quote(m.name)}`, ''];
  const part = (lines: readonly string[]) => {
    if (lines.length > 0) out.push(...lines, '');
  };
  part(m.texts.map((text, i) => `text ${labels.text(i)} = ${quote(text)}`));
  part(m.types.flatMap((def, i) => printType(context, def, i + BUILTIN_TYPES.length)));
  const next = { proc: 0, global: 0, exception: 0 };
  for (const from of m.imports) part(printImport(labels, from, next));
  for (const unit of m.interfaces) part(printInterface(labels, unit));
  m.units.forEach((unit, i) => {
    part(printUnit(labels, unit, i));
  });
  part(
    m.globals.map(
      (g, i) => `global ${labels.global(i + global)} ${quote(g.name)} ${labels.unit(g.unit)} ${labels.type(g.type)}`,
    ),
  );
  part(
    m.exceptions.map(
      (e, i) =>
        `exception ${labels.exception(i + exception)} ${quote(e.name)} ${labels.unit(e.unit)}${printArgument(labels, e)}`,
    ),
  );
  m.procedures.forEach((p, i) => {
    part(printProcedure(context, p, i + proc));
  });
  return `${out.join('\n').trimEnd()}\n`;
}

const block = (head: string, lines: readonly string[]): string[] => [
  `${head} {`,
  ...lines.map((line) => `  ${line}`),
  '}',
];

function printType(context: CodeContext, def: TypeDef, index: number): string[] {
  const name = def.kind === 'opaque' ? undefined : context.typeNames.get(index);
  const { labels } = context;
  const head = `type ${labels.type(index)} = ${def.kind}`;
  const { first, rest } = typeParts(context.labels, def);
  const note = name === undefined ? '' : `  ; ${name}`;
  const line = `${head}${first}`;
  return rest === undefined ? [line + note] : [`${line} {${note}`, ...rest.map((part) => `  ${part}`), '}'];
}

/** What follows the kind on the first line, and the lines in braces of those kinds that have them. */
function typeParts(labels: Labels, def: TypeDef): { first: string; rest?: string[] } {
  switch (def.kind) {
    case 'enum':
      return { first: def.names.map((n) => ` ${quote(n)}`).join('') };
    case 'subrange':
      return { first: ` ${labels.type(def.base)} ${def.lo} ${def.hi}` };
    case 'set':
    case 'openarray':
      return { first: ` ${labels.type(def.element)}` };
    case 'array':
      return { first: ` ${labels.type(def.index)} ${labels.type(def.element)}` };
    case 'packed':
      return { first: ` ${def.bits} ${labels.type(def.base)}` };
    case 'ref':
      return { first: ` ${labels.type(def.target)}${printBrand(def.brand)}` };
    case 'opaque':
      return { first: ` ${quote(def.unit)} ${quote(def.name)} ${labels.type(def.super)}` };
    case 'record':
      return { first: '', rest: def.fields.map((f) => printField(labels, f)) };
    case 'object':
      return {
        first: ` ${labels.type(def.super)}${printBrand(def.brand)}`,
        rest: [
          ...def.fields.map((f) => printField(labels, f)),
          ...def.methods.map(
            (m) => `method ${quote(m.name)} ${labels.type(m.signature)}${printImplementation(labels, m.default)}`,
          ),
          ...def.overrides.map((o) => `override ${quote(o.name)}${printImplementation(labels, o.proc)}`),
        ],
      };
    case 'procedure':
      return {
        first: `${def.ephemeral ? ' ephemeral' : ''}${def.functional ? ' functional' : ''}`,
        rest: [
          ...def.params.map((p) => `${p.mode} ${labels.type(p.type)}`),
          ...(def.result === undefined ? [] : [`result ${labels.type(def.result)}`]),
          ...(def.raises === 'any'
            ? ['raises any']
            : def.raises.length === 0
              ? []
              : [`raises ${def.raises.map((e) => labels.exception(e)).join(' ')}`]),
        ],
      };
    default:
      return { first: '' };
  }
}

function printBrand(brand: BrandDef | undefined): string {
  return brand === undefined ? '' : ` brand ${brand.unitKind} ${quote(brand.unit)} ${quote(brand.text)}`;
}

function printImplementation(labels: Labels, proc: ProcIndex | undefined): string {
  return proc === undefined ? '' : ` = ${labels.proc(proc)}`;
}

function printField(labels: Labels, f: FieldDef): string {
  return `field ${quote(f.name)} ${labels.type(f.type)}${f.default === undefined ? '' : ` = ${printConstant(labels, f.default)}`}`;
}

function printConstant(labels: Labels, c: ConstDef): string {
  switch (c.kind) {
    case 'int':
      return `${c.value}`;
    case 'real':
      return `real ${spellNumber(c.value)}`;
    case 'text':
      return `text ${labels.text(c.text)}`;
    case 'nil':
      return 'nil';
    case 'proc':
      return `proc ${labels.proc(c.proc)}`;
    case 'set':
      return `[${c.words.join(' ')}]`;
    case 'aggregate':
      return `(${c.parts.map((part) => printConstant(labels, part)).join(' ')})`;
  }
}

function printRevelation(labels: Labels, r: Revelation): string {
  return `reveal ${labels.type(r.opaque)} ${r.full ? '=' : '<:'} ${labels.type(r.type)}`;
}

function printArgument(labels: Labels, e: { readonly argument?: number; readonly implicit: boolean }): string {
  return `${e.argument === undefined ? '' : ` of ${labels.type(e.argument)}`}${e.implicit ? ' implicit' : ''}`;
}

function printImport(
  labels: Labels,
  from: ImportedInterface,
  next: { proc: number; global: number; exception: number },
): string[] {
  return block(`import ${quote(from.name)} ${quote(from.fingerprint)}`, [
    ...from.procedures.map((p) => `procedure ${labels.proc(next.proc++)} ${quote(p.name)} ${labels.type(p.type)}`),
    ...from.globals.map((g) => `global ${labels.global(next.global++)} ${quote(g.name)} ${labels.type(g.type)}`),
    ...from.exceptions.map(
      (e) => `exception ${labels.exception(next.exception++)} ${quote(e.name)}${printArgument(labels, e)}`,
    ),
    ...from.opaques.map((t) => `opaque ${labels.type(t)}`),
    ...from.revelations.map((r) => printRevelation(labels, r)),
  ]);
}

function printInterface(labels: Labels, unit: ExportedInterface): string[] {
  const source = unit.source === '' ? [] : block('source', unit.source.split(/(?<=\n)/).map(quote));
  return block(`interface ${quote(unit.name)} ${quote(unit.fingerprint)}`, [
    ...unit.procedures.map((p) => `procedure ${quote(p.name)} ${labels.proc(p.proc)}`),
    ...unit.globals.map((g) => `global ${quote(g.name)} ${labels.global(g.global)}`),
    ...unit.exceptions.map((e) => `exception ${quote(e.name)} ${labels.exception(e.exception)}`),
    ...unit.types.map((t) => `type ${quote(t.name)} ${labels.type(t.type)}`),
    ...unit.revelations.map((r) => printRevelation(labels, r)),
    ...source,
  ]);
}

function printUnit(labels: Labels, unit: UnitDef, index: number): string[] {
  return block(`unit ${labels.unit(index)} ${unit.kind} ${quote(unit.name)}`, [
    ...unit.exports.map((name) => `exports ${quote(name)}`),
    ...(unit.body === undefined ? [] : [`body ${labels.proc(unit.body)}`]),
    ...unit.revelations.map((r) => printRevelation(labels, r)),
    ...(unit.sourcePath === '' ? [] : [`path ${quote(unit.sourcePath)}`]),
  ]);
}

function printProcedure(context: CodeContext, p: ProcedureDef, index: number): string[] {
  const { labels } = context;
  const event = p.event === undefined ? '' : ` event ${labels.type(p.event)}`;
  const parent = p.parent === undefined ? '' : ` parent ${labels.proc(p.parent)}`;
  const head = `procedure ${labels.proc(index)} ${quote(p.name)} ${labels.unit(p.unit)} ${labels.type(p.type)}${event}${parent}${p.native ? ' native' : ''}`;
  const locals = p.locals.map(
    (l, i) =>
      `local l${i} ${l.kind} ${labels.type(l.type)}${l.captured ? ' captured' : ''}${l.name === '' ? '' : ` ${quote(l.name)}`}`,
  );
  const code = printCode(context, p, '  ');
  return block(head, [...locals, ...(code.length === 0 ? [] : ['code {', ...code, '}'])]);
}
