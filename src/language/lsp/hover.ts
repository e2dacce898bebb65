/** Hover: declaration, effects and the comment of what a name stands for. */
import type { Entity, Field, Method, Type } from '../types/model.ts';
import { entityDeclaration, signatureText, typeText } from '../types/print.ts';

export type Used = Entity | Field | Method;

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
