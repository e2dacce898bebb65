/** Hover: declaration, effects and the comment of what a name stands for; a line on words of the language. */
import type { Hover } from 'vscode-languageserver';
import { spanOf } from '../../parser/spans.ts';
import { lastTokenAt, tokenize } from '../../parser/tokens.ts';
import type { Type, Used } from '../../types/model.ts';
import { constText, entityDeclaration, flagsText, nameOf, signatureText, typeText } from '../../types/print.ts';
import type { Analysis } from '../analysis.ts';
import { related } from '../names/related.ts';
import { KEYWORD_NOTES, noteText, PRAGMA_NOTES, PREDECLARED } from '../notes/words.ts';
import type { TextMap } from '../positions.ts';
import type { Feature, Session } from '../session.ts';

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(session) {
    const { connection, host, analysis } = session;
    connection.onHover(({ textDocument, position }): Hover | null => {
      const at = session.at(textDocument.uri, position);
      const map = at?.map ?? analysis.map(host.pathOf(textDocument.uri));
      if (!at) return map ? wordHover(map, map.offset(position)) : null;
      const { used, type, span } = at.name;
      const doc = analysis.docOf(used) ?? docOfOthers(session, used);
      return {
        contents: {
          kind: 'markdown',
          value: hoverText(analysis, used, type, doc),
        },
        range: map!.range(span),
      };
    });
  },
};

/** A heading without a comment may have a body with one. */
function docOfOthers(session: Session, used: Used): string | undefined {
  for (const other of related(session, used)) {
    const doc = session.analysis.docOf(other);
    if (doc !== undefined) return doc;
  }
  return undefined;
}

/** Markdown for a used entity; `doc` is what is written at its declaration. */
export function hoverText(analysis: Analysis, used: Used, type: Type | undefined, doc: string | undefined): string {
  const note = used.span.file === '' ? PREDECLARED.get(used.name) : undefined;
  if (note) return noteText(note);
  const code = `\`\`\`modula3\n${written(analysis, used) ?? declaration(used, type)}\n\`\`\``;
  const obsolete = 'obsolete' in used && used.obsolete ? '\n\n*Obsolete*' : '';
  return code + obsolete + (doc ? `\n\n${doc}` : '');
}

/** Lines of a type's declaration that are shown. */
const LINES = 24;

/** Types that have parts are shown as they are written, comments and all; of opaque types what everybody knows of them. */
function written(analysis: Analysis, used: Used): string | undefined {
  if (!('kind' in used) || used.kind !== 'type') return undefined;
  if (used.type.kind === 'opaque') {
    const bound = nameOf(used.type.bound);
    const known = bound && written(analysis, bound);
    return known && `${entityDeclaration(used)}\n${known}`;
  }
  if (!['record', 'object', 'ref', 'enum'].includes(used.type.kind)) return undefined;
  const node = analysis.declarationAt(used.span.file, used.span.start);
  const map = analysis.map(used.span.file);
  if (node?.$type !== 'TypeDecl' || !map) return undefined;
  const { start, end } = spanOf(node);
  const indent = map.position(start).character;
  const lines = map.text.slice(start, end).split(/\r?\n/);
  const shown = lines.slice(0, LINES).map((l, i) => (i === 0 ? l : l.replace(new RegExp(`^[ \\t]{0,${indent}}`), '')));
  return `TYPE ${shown.join('\n')}${lines.length > LINES ? '\n...' : ''}`;
}

/** Characters of a signature in one line. */
const WIDTH = 90;

function declaration(used: Used, type: Type | undefined): string {
  if ('signature' in used) {
    const owner = type ? `${typeText(type)}.` : '';
    return wrapped(`(method) ${flagsText(used.signature)}${owner}${used.name}${signatureText(used.signature)}`);
  }
  if ('kind' in used) {
    if (used.kind !== 'element') return wrapped(entityDeclaration(used, type));
    return `${typeText(used.type)}.${used.name} (* ORD ${used.value} of ${used.type.size} *)`;
  }
  const value = used.default ? ` := ${constText(used.default, used.type)}` : '';
  if ('mode' in used) {
    const mode = used.mode === 'value' ? '' : `${used.mode.toUpperCase()} `;
    return `(parameter) ${mode}${used.name}: ${typeText(used.type)}${value}`;
  }
  return `(field) ${type ? `${typeText(type)}.` : ''}${used.name}: ${typeText(used.type)}${value}`;
}

/** A long signature with a line for each parameter. */
function wrapped(text: string): string {
  if (text.length <= WIDTH) return text;
  const open = text.indexOf('(', text.startsWith('(') ? 1 : 0);
  if (open < 0) return text;
  let depth = 0;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (i >= open && '([{'.includes(c)) depth++;
    if (i >= open && ')]}'.includes(c)) depth--;
    if (i === open) out += '(\n  ';
    else if (c === ';' && depth === 1) {
      out += ';\n  ';
      i++;
    } else if (c === ')' && depth === 0 && i > open && !out.includes('\n)')) out += '\n)';
    else out += c;
  }
  return out;
}

/** Keywords and pragmas. */
function wordHover(map: TextMap, offset: number): Hover | null {
  const { visible, hidden } = tokenize(map.text);
  const token = [visible, hidden]
    .map((tokens) => tokens[lastTokenAt(tokens, offset)])
    .find((t) => t && t.offset <= offset && offset <= t.end);
  if (!token) return null;
  const pragma = /^<\*\s*([A-Za-z]\w*)/.exec(token.image);
  const note = token.hidden || pragma ? pragma && PRAGMA_NOTES.get(pragma[1]!) : KEYWORD_NOTES.get(token.image);
  if (!note) return null;
  const end = pragma ? token.offset + pragma[0].length : token.end;
  return {
    contents: { kind: 'markdown', value: noteText(note) },
    range: map.range({ start: token.offset, end }),
  };
}
