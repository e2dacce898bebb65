/** Hover: declaration, effects and the comment of what a name stands for. */
import type { Type, Used } from '../../types/model.ts';
import { constText, entityDeclaration, signatureText, typeText } from '../../types/print.ts';
import type { Feature } from '../session.ts';

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(session) {
    session.connection.onHover(({ textDocument, position }) => {
      const at = session.at(textDocument.uri, position);
      if (!at) return null;
      const { used, type, span } = at.name;
      return {
        contents: { kind: 'markdown', value: hoverText(used, type, session.analysis.docOf(used)) },
        range: at.map.range(span),
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
  if ('signature' in used) return `${used.name}${signatureText(used.signature)}`;
  if ('kind' in used) {
    if (used.kind !== 'element') return entityDeclaration(used, type);
    return `${typeText(used.type)}.${used.name} (* ORD ${used.value} of ${used.type.size} *)`;
  }
  const mode = 'mode' in used ? `(parameter) ${used.mode === 'value' ? '' : `${used.mode.toUpperCase()} `}` : '';
  const value = used.default ? ` := ${constText(used.default, used.type)}` : '';
  return `${mode}${used.name}: ${typeText(used.type)}${value}`;
}
