/** Semantic tokens: what each name is, so that editors can show it. Everything else is seen by the lexical grammar of the editor. */
import { type Range, type SemanticTokens, SemanticTokensBuilder } from 'vscode-languageserver';
import { isErrorEntity } from '../../types/builtins.ts';
import type { ProcedureType, Type, Used } from '../../types/model.ts';
import type { Name } from '../names/names.ts';
import { isWritten } from '../names/writes.ts';
import type { TextMap } from '../positions.ts';
import type { Feature, Session } from '../session.ts';

const TYPES = [
  'namespace',
  'type',
  'class',
  'enum',
  'struct',
  'parameter',
  'variable',
  'property',
  'enumMember',
  'event',
  'function',
  'method',
] as const;
type TokenType = (typeof TYPES)[number];

/** The last two are SPIN's own; clients that do not know them pass them over. */
const MODIFIERS = [
  'declaration',
  'readonly',
  'deprecated',
  'modification',
  'defaultLibrary',
  'ephemeral',
  'functional',
] as const;
type Modifier = (typeof MODIFIERS)[number];

export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  },
  register(session) {
    const { connection, host, analysis } = session;
    /** The last answer for each file, which the next one is compared with. */
    const builders = new Map<string, SemanticTokensBuilder>();
    const build = (uri: string, builder: SemanticTokensBuilder, range?: Range): SemanticTokensBuilder => {
      const path = host.pathOf(uri);
      const map = analysis.map(path);
      if (map) push(session, path, map, builder, range);
      return builder;
    };
    const next = (uri: string): SemanticTokensBuilder => {
      for (const other of builders.keys()) if (!session.documents.has(other)) builders.delete(other);
      const builder = builders.get(uri) ?? new SemanticTokensBuilder();
      builders.set(uri, builder);
      return builder;
    };
    connection.languages.semanticTokens.on(({ textDocument: { uri } }): SemanticTokens => {
      builders.delete(uri);
      return build(uri, next(uri)).build();
    });
    connection.languages.semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }) => {
      const builder = next(uri);
      builder.previousResult(previousResultId);
      return build(uri, builder).buildEdits();
    });
    connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }) =>
      build(uri, new SemanticTokensBuilder(), range).build(),
    );
  },
};

function push(session: Session, path: string, map: TextMap, builder: SemanticTokensBuilder, range?: Range): void {
  const { names, analysis } = session;
  const from = range ? map.offset(range.start) : 0;
  const to = range ? map.offset(range.end) : map.text.length;
  const units = analysis.units(path);
  let end = -1;
  for (const name of names.of(path)) {
    const { span, used } = name;
    // In generic units a name can mean several things; the first counts.
    if (span.start < end || span.end <= from || span.start >= to) continue;
    const type = tokenType(used);
    if (!type) continue;
    end = span.end;
    const { line, character } = map.position(span.start);
    const modifiers = modifiersOf(session, name);
    if (isVariable(used) && name.role === 'use' && isWritten(name, map.text, units)) modifiers.push('modification');
    const bits = modifiers.reduce((all, m) => all | (1 << MODIFIERS.indexOf(m)), 0);
    builder.push(line, character, span.end - span.start, TYPES.indexOf(type), bits);
  }
}

function tokenType(used: Used): TokenType | undefined {
  if ('signature' in used) return 'method';
  if (!('kind' in used)) return 'mode' in used ? 'parameter' : 'property';
  switch (used.kind) {
    case 'element':
      return 'enumMember';
    case 'unit':
      return 'namespace';
    case 'procedure':
    case 'builtin':
      return 'function';
    case 'exception':
      return 'event';
    case 'type':
      return typeTokenType(used.type);
    case 'const':
      return isErrorEntity(used) ? undefined : 'variable';
    case 'variable':
      if (isErrorEntity(used)) return undefined;
      return used.role === 'param' ? 'parameter' : 'variable';
  }
}

function typeTokenType(type: Type): TokenType | undefined {
  switch (type.kind) {
    case 'error':
      return undefined;
    case 'object':
    case 'opaque':
      return 'class';
    case 'record':
      return 'struct';
    case 'enum':
      return type.builtin ? 'type' : 'enum';
    default:
      return 'type';
  }
}

const isVariable = (used: Used): boolean => !('signature' in used) && (!('kind' in used) || used.kind === 'variable');

function modifiersOf({ analysis }: Session, { used, role }: Name): Modifier[] {
  const found: Modifier[] = [];
  if (role === 'declaration' || role === 'alias') found.push('declaration');
  if ('obsolete' in used && used.obsolete) found.push('deprecated');
  if (used.span.file === '' || analysis.isLibrary(used.span.file)) found.push('defaultLibrary');
  const signature = signatureOf(used);
  if (signature?.functional) found.push('functional');
  else if (signature?.ephemeral) found.push('ephemeral');
  const isConstant = 'kind' in used && (used.kind === 'const' || (used.kind === 'variable' && !used.writable));
  if (isConstant || (!('kind' in used) && 'mode' in used && used.mode === 'readonly')) found.push('readonly');
  return found;
}

function signatureOf(used: Used): ProcedureType | undefined {
  if ('signature' in used) return used.signature;
  return 'kind' in used && used.kind === 'procedure' ? used.type : undefined;
}
