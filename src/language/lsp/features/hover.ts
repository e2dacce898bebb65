/** Hover: declaration, effects and the comment of what a name stands for. */
import type { Type } from '../../types/model.ts';
import { entityDeclaration, signatureText, typeText } from '../../types/print.ts';
import type { Feature } from '../session.ts';
import type { Used } from '../target.ts';

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(session) {
    session.connection.onHover(({ textDocument, position }) => {
      const found = session.at(textDocument.uri, position);
      if (!found) return null;
      const { target, map } = found;
      return {
        contents: { kind: 'markdown', value: hoverText(target.used, target.type, session.analysis.docOf(target.used)) },
        range: map.range(target.span),
      };
    });
  },
};

/** Markdown for a used entity; `doc` is the comment at its declaration. */
export function hoverText(used: Used, type: Type | undefined, doc: string | undefined): string {
  const code = `\`\`\`modula3\n${declaration(used, type)}\n\`\`\``;
  return doc ? `${code}\n\n${doc}` : code;
}

function declaration(used: Used, type: Type | undefined): string {
  if ('kind' in used) return entityDeclaration(used, type);
  if ('signature' in used) return `${used.name}${signatureText(used.signature)}`;
  return `${used.name}: ${typeText(used.type)}`;
}
