/**
 * Requests whose answers take a second request or are not meant for people's eyes, asked and written so that a person can judge them: hierarchies,
 * lenses, inlay hints, semantic tokens, signatures.
 */
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  InlayHint,
  Location,
  Position,
  Range,
  SemanticTokens,
  SemanticTokensLegend,
  SignatureHelp,
  TypeHierarchyItem,
} from 'vscode-languageserver-protocol/node';
import type { Client } from './client.ts';

export interface Asked {
  readonly client: Client;
  readonly method: string;
  readonly params: Record<string, unknown>;
  readonly legend: SemanticTokensLegend;
  /** A file's address as the test calls it. */
  readonly relative: (uri: string) => string;
  readonly textOf: (uri: string) => string;
}

/** Undefined for requests that need nothing of this. */
export function readable(asked: Asked): Promise<string> | undefined {
  const { method } = asked;
  if (method.startsWith('callHierarchy/') || method.startsWith('typeHierarchy/')) return hierarchy(asked);
  if (method === 'textDocument/codeLens') return lenses(asked);
  if (method === 'textDocument/inlayHint') return inlayHints(asked);
  if (method.startsWith('textDocument/semanticTokens/')) return tokens(asked);
  if (method === 'textDocument/signatureHelp') return signature(asked);
  return undefined;
}

const position = (p: Position): string => `${p.line + 1}:${p.character + 1}`;
const range = (r: Range): string => `${position(r.start)}-${position(r.end)}`;
const lines = (list: readonly string[]): string => list.join('\n') || '(none)';

/** The item at the mark first, then its neighbours. */
async function hierarchy({ client, method, params, relative }: Asked): Promise<string> {
  const prepare = `textDocument/prepare${method.startsWith('call') ? 'Call' : 'Type'}Hierarchy`;
  const items = await client.connection.sendRequest<CallHierarchyItem[] | null>(prepare, params);
  const shown = (i: CallHierarchyItem | TypeHierarchyItem): string =>
    `${i.name} | ${i.detail} | ${relative(i.uri)} ${range(i.selectionRange)} in ${range(i.range)}`;
  const out: string[] = [];
  for (const item of items ?? []) {
    out.push(shown(item));
    type Call = CallHierarchyIncomingCall | CallHierarchyOutgoingCall | TypeHierarchyItem;
    for (const call of (await client.connection.sendRequest<Call[] | null>(method, { item })) ?? []) {
      const other = 'from' in call ? call.from : 'to' in call ? call.to : call;
      const at = 'fromRanges' in call ? ` at ${call.fromRanges.map(range).join(', ')}` : '';
      out.push(`  ${shown(other)}${at}`);
    }
  }
  return lines(out);
}

async function lenses({ client, method, params, relative }: Asked): Promise<string> {
  const found = await client.connection.sendRequest<CodeLens[]>(method, params);
  const out: string[] = [];
  for (const lens of found) {
    const { command } = lens.command ? lens : await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
    const places = ((command?.arguments?.[2] ?? []) as Location[]).map((l) => `${relative(l.uri)} ${range(l.range)}`);
    const shown = command?.command ? ` [${command.command}: ${places.join(', ')}]` : '';
    out.push(`${range(lens.range)} ${command?.title}${shown}`);
  }
  return lines(out);
}

/** `"resolve": true` shows what is seen when one points at a hint. */
async function inlayHints({ client, method, params: { resolve, ...params } }: Asked): Promise<string> {
  const whole = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
  const hints = await client.connection.sendRequest<InlayHint[]>(method, { range: whole, ...params });
  const out: string[] = [];
  for (const hint of hints) {
    const insert = hint.textEdits ? ` [puts in ${JSON.stringify(hint.textEdits[0]!.newText)}]` : '';
    out.push(`${position(hint.position)} ${hint.label}${insert}`);
    if (!resolve) continue;
    const { tooltip } = await client.connection.sendRequest<InlayHint>('inlayHint/resolve', hint);
    if (typeof tooltip === 'object') out.push(tooltip.value.replace(/^/gm, '    '));
  }
  return lines(out);
}

async function tokens({ client, method, params, legend, textOf }: Asked): Promise<string> {
  const { data } = await client.connection.sendRequest<SemanticTokens>(method, params);
  const text = textOf((params['textDocument'] as { uri: string }).uri).split('\n');
  const out: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type, bits] = data.slice(i, i + 5) as [number, number, number, number, number];
    character = down > 0 ? right : character + right;
    line += down;
    const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    const name = text[line]!.slice(character, character + length);
    out.push([position({ line, character }), name, legend.tokenTypes[type], ...modifiers].join(' '));
  }
  return lines(out);
}

/** The active parameter stands between guillemets. */
async function signature({ client, method, params }: Asked): Promise<string> {
  const help = await client.connection.sendRequest<SignatureHelp | null>(method, params);
  const shown = help?.signatures[help.activeSignature ?? 0];
  if (!help || !shown) return '(none)';
  const active = shown.parameters?.[help.activeParameter ?? 0]?.label as [number, number] | undefined;
  const { label, documentation } = shown;
  const marked = active
    ? `${label.slice(0, active[0])}‹${label.slice(...active)}›${label.slice(active[1])}`
    : `${label} (no parameter)`;
  return typeof documentation === 'object' ? `${marked}\n  ${documentation.value}` : marked;
}
