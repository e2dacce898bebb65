/** A proposal before it is put into the protocol's form. */
import { CompletionItemKind } from 'vscode-languageserver';
import type { Entity, Field, Method, ProcedureType, UnitEntity, Used } from '../../types/model.ts';
import { entityDeclaration, signatureText, typeText } from '../../types/print.ts';

export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Smaller comes first. */
  readonly rank: number;
  readonly detail?: string;
  /** What is put in, if not the label. */
  readonly insert?: string;
  /** The same with the places to fill in, for clients that know snippets. */
  readonly snippet?: string;
  /** What the typed word is compared with, if not the label. */
  readonly filter?: string;
  readonly deprecated?: boolean;
  /** Whose comment is shown. */
  readonly of?: Used;
  /** An interface that must be imported, too. */
  readonly imports?: string;
  /** Replaces the text from there to the cursor, rather than the word. */
  readonly from?: number;
}

export const RANK = {
  /** Has just the type that is wanted. */
  fits: 0,
  keyword: 20,
  local: 30,
  unit: 40,
  imported: 50,
  builtin: 60,
  qualified: 70,
  other: 80,
  foreign: 90,
} as const;

export function kindOf(used: Used): CompletionItemKind {
  if (!('kind' in used)) return 'signature' in used ? CompletionItemKind.Method : CompletionItemKind.Field;
  switch (used.kind) {
    case 'const':
      return CompletionItemKind.Constant;
    case 'type':
      return used.type.kind === 'enum'
        ? CompletionItemKind.Enum
        : used.type.kind === 'record'
          ? CompletionItemKind.Struct
          : CompletionItemKind.Class;
    case 'element':
      return CompletionItemKind.EnumMember;
    case 'exception':
      return CompletionItemKind.Event;
    case 'variable':
      return CompletionItemKind.Variable;
    case 'unit':
      return CompletionItemKind.Module;
    case 'procedure':
    case 'builtin':
      return CompletionItemKind.Function;
  }
}

export function entityCandidate(name: string, entity: Entity, rank: number, here?: UnitEntity): Candidate {
  const called = entity.kind === 'procedure' ? callSnippet(name, entity.type) : undefined;
  const type = entity.kind === 'variable' || entity.kind === 'const' ? typeText(entity.type, here) : undefined;
  return {
    label: name,
    kind: kindOf(entity),
    rank,
    detail: type ?? entityDeclaration(entity),
    of: entity,
    ...(called ? { snippet: called } : {}),
    ...(entity.obsolete ? { deprecated: true } : {}),
  };
}

export function memberCandidate(member: Field | Method, rank: number, here?: UnitEntity): Candidate {
  const isMethod = 'signature' in member;
  return {
    label: member.name,
    kind: kindOf(member),
    rank,
    detail: isMethod ? signatureText(member.signature) : typeText(member.type, here),
    of: member,
    ...(isMethod ? { snippet: callSnippet(member.name, member.signature) } : {}),
  };
}

/** A call with the cursor where the arguments go. */
function callSnippet(name: string, { params }: ProcedureType): string {
  return params.length === 0 ? `${name}()` : `${name}($0)`;
}

/** A text of a snippet in which nothing is a placeholder. */
export const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
