/** The edit that imports an interface into a unit. */
import type { TextEdit } from 'vscode-languageserver';
import type * as ast from '../generated/ast.ts';
import { nextTokenStart } from '../parser/scan.ts';
import { spanOf } from '../parser/spans.ts';
import type { TextMap } from './positions.ts';

/** The longest line that names are added to. */
const LINE = 100;

/** Adds `name` to the unit's last plain IMPORT, or makes one behind the other imports or the heading. */
export function importEdit(unit: ast.Unit, map: TextMap, name: string): TextEdit {
  const insert = (offset: number, newText: string): TextEdit => {
    const at = map.position(offset);
    return { range: { start: at, end: at }, newText };
  };
  const plain = unit.imports.findLast((clause) => clause.$type === 'ImportDecl');
  if (plain) {
    const { end } = spanOf(plain);
    const semicolon = map.text[end - 1] === ';' ? end - 1 : end;
    const { character } = map.position(semicolon);
    const long = character + name.length + 3 > LINE;
    const { character: indent } = map.position(spanOf(plain).start);
    return insert(semicolon, long ? `,\n${' '.repeat(indent + 'IMPORT '.length)}${name}` : `, ${name}`);
  }
  const last = unit.imports.at(-1);
  if (last) return insert(spanOf(last).end, `\nIMPORT ${name};`);
  return insert(headingEnd(unit, map.text), `\n\nIMPORT ${name};`);
}

/** Behind the `;` of the heading. */
function headingEnd(unit: ast.Unit, text: string): number {
  const heading = /^(?:UNSAFE\s+)?(?:GENERIC\s+)?(?:INTERFACE|MODULE)\b/;
  const { start } = spanOf(unit);
  let at = start + (heading.exec(text.slice(start))?.[0].length ?? 0);
  for (at = nextTokenStart(text, at); at < text.length; at = nextTokenStart(text, at + 1)) {
    if (text[at] === ';') return at + 1;
    if (/^(?:IMPORT|FROM|CONST|TYPE|VAR|PROCEDURE|BEGIN|REVEAL|EXCEPTION|END)\b/.test(text.slice(at, at + 12))) break;
  }
  return at;
}
