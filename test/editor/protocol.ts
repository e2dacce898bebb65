/**
 * Protocol tests as data: a file holds a small workspace, requests to the built server, and the answers expected. README.md beside it describes the form.
 */
import type { Position } from 'vscode-languageserver-protocol';
import { marked } from './client.ts';

export interface CaseFile {
  readonly name: string;
  readonly text: string;
  readonly at: Readonly<Record<string, Position>>;
}

export interface Step {
  /** The heading as written, between the equals signs. */
  readonly heading: string;
  readonly method: string;
  /** Name of a mark, or of a file; both can be left out. */
  readonly place: string | undefined;
  /** Further parameters of the request. */
  readonly params: object;
  readonly expected: string;
}

export interface Case {
  readonly title: string;
  readonly files: readonly CaseFile[];
  readonly steps: readonly Step[];
}

const HEADING = /^== (.*) ==$/;

export function readCase(text: string): Case {
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  for (const line of text.split('\n')) {
    const heading = HEADING.exec(line)?.[1];
    if (heading === undefined) sections.at(-1)!.lines.push(line);
    else sections.push({ heading, lines: [] });
  }
  const files: CaseFile[] = [];
  const steps: Step[] = [];
  for (const { heading, lines } of sections.slice(1)) {
    const body = lines.join('\n').trimEnd();
    const file = /^file (\S+)$/.exec(heading)?.[1];
    if (file !== undefined) files.push({ name: file, ...marked(`${body}\n`) });
    else steps.push({ heading, ...readRequest(heading), expected: body });
  }
  return { title: sections[0]!.lines.join('\n').trim(), files, steps };
}

function readRequest(heading: string): Pick<Step, 'method' | 'place' | 'params'> {
  const m = /^(\S+)(?:\s+([^\s{]\S*))?(?:\s+(\{.*\}))?$/.exec(heading);
  if (!m) throw new Error(`not a request: == ${heading} ==`);
  return { method: m[1]!, place: m[2], params: m[3] ? JSON.parse(m[3]) : {} };
}

export function writeCase(original: string, answers: readonly string[]): string {
  const out: string[] = [];
  let step = -1;
  let inStep = false;
  for (const line of original.split('\n')) {
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) {
      if (inStep) out.push('');
      inStep = !heading.startsWith('file ');
      out.push(line);
      if (inStep) out.push(answers[++step]!);
    } else if (!inStep) out.push(line);
  }
  return `${out.join('\n').trimEnd()}\n`;
}

/** An answer as a text that a person can read and judge: ranges as `3:5-3:9` (from 1), addresses relative to the workspace, edits as lines before and after. */
export function render(value: unknown, root: string, textOf: (uri: string) => string | undefined): string {
  const relative = (uri: string): string => (uri.startsWith(root) ? uri.slice(root.length) : uri);
  const simple = (v: unknown, key = ''): unknown => {
    if (typeof v === 'string') return ['uri', 'target', 'targetUri'].includes(key) ? relative(v) : v;
    if (Array.isArray(v)) return v.map((e) => simple(e));
    if (typeof v !== 'object' || v === null) return v;
    if (isRange(v)) return rangeText(v);
    if (isPosition(v)) return positionText(v);
    if (isWorkspaceEdit(v)) return editLines(v, relative, textOf);
    return Object.fromEntries(Object.entries(v).map(([k, e]) => [k, simple(e, k)]));
  };
  return show(simple(value), '');
}

/** Like YAML: keys without quotes, lists with dashes, strings plain. */
function show(v: unknown, indent: string): string {
  if (typeof v === 'string') return v.includes('\n') ? `|\n${v.replace(/^(?=.)/gm, `${indent}  `)}` : v;
  if (typeof v !== 'object' || v === null) return String(v);
  const entries = Object.entries(v).filter(([, e]) => e !== undefined);
  if (entries.length === 0) return Array.isArray(v) ? '(none)' : '{}';
  const nested = (e: unknown): boolean => typeof e === 'object' && e !== null && Object.keys(e).length > 0;
  if (Array.isArray(v)) {
    return v.map((e) => `${indent}- ${show(e, `${indent}  `).trimStart()}`).join('\n');
  }
  return entries
    .map(([k, e]) => `${indent}${k}:${nested(e) ? `\n${show(e, `${indent}  `)}` : ` ${show(e, indent)}`}`)
    .join('\n');
}

type Range = { start: Position; end: Position };
type TextEdit = { range: Range; newText: string };

const isPosition = (v: object): v is Position => 'line' in v && 'character' in v && Object.keys(v).length === 2;
const isRange = (v: object): v is Range => 'start' in v && 'end' in v && Object.keys(v).length === 2;
const isWorkspaceEdit = (v: object): v is { changes?: Record<string, TextEdit[]>; documentChanges?: never[] } =>
  'changes' in v || 'documentChanges' in v;

const positionText = (p: Position): string => `${p.line + 1}:${p.character + 1}`;
const rangeText = ({ start, end }: Range): string => `${positionText(start)}-${positionText(end)}`;

function editLines(
  edit: { changes?: Record<string, TextEdit[]>; documentChanges?: readonly object[] },
  relative: (uri: string) => string,
  textOf: (uri: string) => string | undefined,
): string {
  const perFile = new Map<string, TextEdit[]>(Object.entries(edit.changes ?? {}));
  const others: string[] = [];
  for (const change of edit.documentChanges ?? []) {
    if ('edits' in change) {
      const { textDocument, edits } = change as { textDocument: { uri: string }; edits: TextEdit[] };
      perFile.set(textDocument.uri, [...(perFile.get(textDocument.uri) ?? []), ...edits]);
    } else {
      const { kind, uri, oldUri, newUri } = change as { kind: string; uri?: string; oldUri?: string; newUri?: string };
      others.push(uri ? `${kind} ${relative(uri)}` : `${kind} ${relative(oldUri!)} -> ${relative(newUri!)}`);
    }
  }
  const parts = [...perFile].map(([uri, edits]) => `${relative(uri)}\n${changedLines(textOf(uri) ?? '', edits)}`);
  return [...others, ...parts].join('\n');
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === '\n') starts.push(i + 1);
  const offset = (p: Position): number => (starts[p.line] ?? text.length) + p.character;
  let result = text;
  for (const e of [...edits].reverse().sort((a, b) => offset(b.range.start) - offset(a.range.start)))
    result = result.slice(0, offset(e.range.start)) + e.newText + result.slice(offset(e.range.end));
  return result;
}

/** The lines that the edits take away and those they bring, the common first and last ones left out. */
function changedLines(text: string, edits: readonly TextEdit[]): string {
  const before = text.split('\n');
  const after = applyEdits(text, edits).split('\n');
  const rows = difference(before, after);
  return rows.length > 0 ? rows.join('\n') : '  (unchanged)';
}

/** Longest common subsequence of lines; workspaces of tests are small. */
function difference(a: readonly string[], b: readonly string[]): string[] {
  const length = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  const rows: string[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (i < a.length && (j === b.length || length[i + 1]![j]! >= length[i]![j + 1]!)) {
      rows.push(`  ${i + 1} - ${a[i++]}`.trimEnd());
    } else rows.push(`  ${j + 1} + ${b[j++]}`.trimEnd());
  }
  return rows;
}
