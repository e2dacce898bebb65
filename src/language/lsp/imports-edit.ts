/** How an interface is imported into a unit. */
import type { TextEdit } from 'vscode-languageserver';
import type * as ast from '../generated/ast.ts';
import { nextTokenStart } from '../parser/scan.ts';
import { spanOf } from '../parser/spans.ts';
import type { TextMap } from './positions.ts';

/** The longest line that names are added to. */
const LINE = 100;

/** Where and how `name` is added: to the unit's last plain IMPORT, or in one of its own behind the other imports or the heading. */
export function importPlace(unit: ast.Unit, map: TextMap, name: string): { offset: number; text: string } {
  const plain = unit.imports.findLast((clause) => clause.$type === 'ImportDecl');
  if (plain) {
    const { start, end } = spanOf(plain);
    const semicolon = map.text[end - 1] === ';' ? end - 1 : end;
    const { character } = map.position(semicolon);
    const isLong = character + name.length + 3 > LINE;
    const { character: indent } = map.position(start);
    const text = isLong ? `,\n${' '.repeat(indent + 'IMPORT '.length)}${name}` : `, ${name}`;
    return { offset: semicolon, text };
  }
  const last = unit.imports.at(-1);
  if (last) return { offset: spanOf(last).end, text: `\nIMPORT ${name};` };
  return { offset: headingEnd(unit, map.text), text: `\n\nIMPORT ${name};` };
}

export function importEdit({ offset, text }: ReturnType<typeof importPlace>, map: TextMap): TextEdit {
  const at = map.position(offset);
  return { range: { start: at, end: at }, newText: text };
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
