/** A syntax tree in one line, for comparing: `(Type property=value …)`, properties in the order of the grammar's interfaces. */
import type { AstNode } from 'langium';
import { parseUnit } from '../../../src/language/parser/parse.ts';

/** Parses without errors, or throws with the messages. */
export function parse(text: string) {
  const { unit, diagnostics } = parseUnit(text, 'test.m3');
  if (diagnostics.length > 0) throw new Error(diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  return unit;
}

export function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const node = value as AstNode & Record<string, unknown>;
  const parts: string[] = [node.$type];
  for (const [name, part] of Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (name.startsWith('$') || part === false || (Array.isArray(part) && part.length === 0)) continue;
    parts.push(part === true ? name : `${name}=${show(part)}`);
  }
  return parts.length === 1 ? node.$type : `(${parts.join(' ')})`;
}

/** Expressions in the notation of Lisp, types and other parts as `show` has them. */
export function showExpr(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const node = value as AstNode & Record<string, never>;
  switch (node.$type) {
    case 'BinaryExpr':
      return `(${node['operator']} ${showExpr(node['left'])} ${showExpr(node['right'])})`;
    case 'UnaryExpr':
      return `(${node['operator']} ${showExpr(node['operand'])})`;
    case 'SelectExpr':
      return `${showExpr(node['base'])}.${node['name']}`;
    case 'DerefExpr':
      return `${showExpr(node['base'])}^`;
    case 'IndexExpr':
      return `${showExpr(node['base'])}[${list(node['indices'])}]`;
    case 'CallExpr':
      return `${showExpr(node['callee'])}(${list(node['args'])})`;
    case 'ConstructorExpr':
      return `${showExpr(node['type'])}{${list(node['elements'])}${node['rest'] ? ' ..' : ''}}`;
    case 'Actual':
    case 'ConstructorElement': {
      const name = node['name'] === undefined ? '' : `${node['name']}:=`;
      return `${name}${showExpr(node['value'])}${node['high'] === undefined ? '' : `..${showExpr(node['high'])}`}`;
    }
    case 'NameExpr':
      return node['name'] ?? '?';
    case 'IntLiteral':
    case 'RealLiteral':
    case 'CharLiteral':
    case 'TextLiteral':
      return node['text'] ?? '?';
    case 'TypeExpr':
      return `<${show(node['type'])}>`;
    default:
      return show(node);
  }
}

function list(items: readonly unknown[] | undefined): string {
  return (items ?? []).map(showExpr).join(' ');
}
