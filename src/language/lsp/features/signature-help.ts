/**
 * Signature help: what a call, NEW, or a record constructor wants, while it is being written. The bracket that is open at the cursor is found among the
 * tokens, since the text does not parse yet; then the text is checked with a made-up name as its only argument, and the checker says what it goes to.
 */
import type { ParameterInformation, SignatureHelp } from 'vscode-languageserver';
import { lastTokenAt, tokenize } from '../../parser/tokens.ts';
import type { Token } from '../../parser/tree.ts';
import { parseUnit } from '../../references/parsed-unit.ts';
import type { Probe } from '../../typed/probe.ts';
import type { Field, Param, Type } from '../../types/model.ts';
import { constText, signatureText, typeText } from '../../types/print.ts';
import { withoutOtherBodies } from '../completion/bodies.ts';
import { PROBE_NAME } from '../completion/place.ts';
import { type Note, PREDECLARED } from '../notes/words.ts';
import type { Feature, Session } from '../session.ts';

export const signatureHelp: Feature = {
  capabilities: { signatureHelpProvider: { triggerCharacters: ['(', ',', '{'], retriggerCharacters: ['=', ')'] } },
  register(session) {
    session.connection.onSignatureHelp(({ textDocument, position }) => {
      const path = session.host.pathOf(textDocument.uri);
      const map = session.analysis.map(path);
      return map ? help(session, path, map.text, map.offset(position)) : null;
    });
  },
};

/** The innermost open bracket that belongs to a name, and what is written behind it. */
interface OpenCall {
  readonly callee: Token;
  readonly open: Token;
  /** Commas before the cursor. */
  readonly position: number;
  /** `name :=` begins the argument at the cursor. */
  readonly keyword: string | undefined;
  /** The first argument, for NEW(T, …). */
  readonly first: Token | undefined;
  /** Where the call ends, as far as one can tell. */
  readonly end: number;
}

interface Shown {
  readonly label: string;
  readonly parameters: readonly { readonly name: string; readonly start: number; readonly end: number }[];
  readonly documentation?: string | undefined;
}

function help(session: Session, path: string, text: string, offset: number): SignatureHelp | null {
  const call = openCall(text, offset);
  if (!call) return null;
  const shown = shownFor(session, path, text, call);
  if (!shown) return null;
  const named = call.keyword === undefined ? -1 : shown.parameters.findIndex((p) => p.name === call.keyword);
  const active = call.keyword === undefined ? call.position : named;
  const parameters: ParameterInformation[] = shown.parameters.map(({ start, end }) => ({ label: [start, end] }));
  return {
    signatures: [
      {
        label: shown.label,
        ...(shown.documentation ? { documentation: { kind: 'markdown', value: shown.documentation } } : {}),
        parameters,
      },
    ],
    activeSignature: 0,
    activeParameter: active >= 0 ? active : parameters.length,
  };
}

// ---------------------------------------------------------------- the text

/** Words that no argument contains: whatever is open before them was left open by mistake. */
const OUTSIDE = new Set(
  '; BEGIN END THEN DO ELSE ELSIF UNTIL RETURN IF WHILE FOR WITH TRY EXCEPT FINALLY LOOP REPEAT CASE EVAL RAISE'.split(
    ' ',
  ),
);

function openCall(text: string, offset: number): OpenCall | undefined {
  const { visible: tokens, hidden } = tokenize(text);
  const comment = hidden[lastTokenAt(hidden, offset)];
  if (comment && comment.offset < offset && offset < comment.end) return undefined;
  let last = lastTokenAt(tokens, offset - 1);
  if (last >= 0 && tokens[last]!.end > offset && !isName(tokens[last])) last--;
  let depth = 0;
  let position = 0;
  let argument = last + 1;
  for (let i = last; i >= 0; i--) {
    const { image } = tokens[i]!;
    if (')]}'.includes(image)) depth++;
    else if (!'([{'.includes(image)) {
      if (depth === 0 && OUTSIDE.has(image)) return undefined;
      if (depth === 0 && image === ',') {
        if (position++ === 0) argument = i + 1;
      }
    } else if (depth > 0) depth--;
    else if (image !== '[' && isCallee(tokens, i - 1)) {
      if (position === 0) argument = i + 1;
      const keyword =
        isName(tokens[argument]) && tokens[argument + 1]?.image === ':=' ? tokens[argument]!.image : undefined;
      const end = closing(tokens, i) ?? tokens[last]!.end;
      return { callee: tokens[i - 1]!, open: tokens[i]!, position, keyword, first: tokens[i + 1], end };
    } else {
      position = 0;
      argument = last + 1;
    }
  }
  return undefined;
}

const isName = (token: Token | undefined): boolean => token?.tokenType.name === 'ID';

/** A name, or what a procedure value comes from; not that of a procedure that is being declared. */
function isCallee(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || tokens[at - 1]?.image === 'PROCEDURE') return false;
  return isName(token) || PREDECLARED.has(token.image) || [')', ']', '^'].includes(token.image);
}

/** Behind the bracket that closes the one at `open`, if it comes before the statement's end. */
function closing(tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    const { image, end } = tokens[i]!;
    if ('([{'.includes(image)) depth++;
    else if (')]}'.includes(image) && --depth === 0) return end;
    else if (OUTSIDE.has(image)) return undefined;
  }
  return undefined;
}

// ---------------------------------------------------------------- its meaning

function shownFor(session: Session, path: string, text: string, call: OpenCall): Shown | undefined {
  const isCall = call.open.image === '(';
  const close = isCall ? ')' : '}';
  const head = text.slice(0, call.open.end);
  const probed = `${head}${PROBE_NAME}${close}${text.slice(call.end)}`;
  const parsed = parseUnit({ path, text: withoutOtherBodies(probed, call.open.end) });
  const { probe } = session.analysis.probe(parsed, PROBE_NAME);
  if (!isCall)
    return probe.record && recordShown(text.slice(call.callee.offset, call.callee.end), probe.record.type.fields);
  if (probe.call) {
    const { signature } = probe.call;
    const name = probe.call.name.replace(/^method /, '');
    const used = session.names.at(path, call.callee.offset)?.used;
    const label = `${name}${signatureText(signature)}`;
    const documentation = used && session.analysis.docOf(used);
    return { label, parameters: places(label, name.length + 1, signature.params), documentation };
  }
  const note = PREDECLARED.get(call.callee.image);
  if (!note?.form.includes('(')) return undefined;
  return (call.callee.image === 'NEW' && newShown(session, path, probe, call)) || noteShown(note);
}

/** Where the parameters stand in a signature. */
function places(label: string, from: number, params: readonly Param[]): Shown['parameters'] {
  let at = from;
  return params.map((p) => {
    const start = at;
    const value = p.default ? ` := ${constText(p.default, p.type)}` : '';
    const mode = p.mode === 'value' ? '' : `${p.mode.toUpperCase()} `;
    const end = start + `${mode}${p.name}: ${typeText(p.type)}${value}`.length;
    at = end + '; '.length;
    return { name: p.name, start, end: Math.min(end, label.length) };
  });
}

function listed(before: string, parts: readonly { name: string; text: string }[], after: string): Shown {
  let label = before;
  const parameters = parts.map(({ name, text }, i) => {
    if (i > 0) label += ', ';
    const start = label.length;
    label += text;
    return { name, start, end: label.length };
  });
  return { label: label + after, parameters };
}

function fieldPart(field: Field): { name: string; text: string } {
  const value = field.default ? ` := ${constText(field.default, field.type)}` : '';
  return { name: field.name, text: `${field.name}: ${typeText(field.type)}${value}` };
}

function recordShown(name: string, fields: readonly Field[]): Shown {
  return listed(`${name}{`, fields.map(fieldPart), '}');
}

/** The sizes or fields that a type known by name wants. */
function newShown(session: Session, path: string, probe: Probe, call: OpenCall): Shown | undefined {
  const { first } = call;
  if (!first) return undefined;
  const text = session.workspace.text(path)!;
  const written = /^[A-Za-z]\w*(?:\s*\.\s*[A-Za-z]\w*)?/.exec(text.slice(first.offset, call.end))?.[0];
  const used = written && session.names.at(path, first.offset + written.length)?.used;
  if (!used || !('kind' in used) || used.kind !== 'type') return undefined;
  return listed('NEW(', [{ name: '', text: written }, ...newParts(used.type, probe)], `): ${written}`);
}

function newParts(type: Type, probe: Probe): { name: string; text: string }[] {
  switch (type.kind) {
    case 'opaque': {
      const known = probe.reveal?.(type) ?? type;
      return known === type ? [] : newParts(known, probe);
    }
    case 'ref': {
      const { target } = type;
      if (target.kind === 'record') return target.fields.map(fieldPart);
      const sizes: { name: string; text: string }[] = [];
      for (let t: Type = target; t.kind === 'openarray'; t = t.element)
        sizes.push({ name: '', text: `size${sizes.length + 1}: CARDINAL` });
      return sizes;
    }
    case 'object':
      return [...newParts(type.super, probe), ...type.fields.map(fieldPart)];
    default:
      return [];
  }
}

function noteShown({ form, text }: Note): Shown {
  const open = form.indexOf('(');
  const close = form.lastIndexOf(')');
  const parts = form.slice(open + 1, close).split(', ');
  const shown = listed(
    form.slice(0, open + 1),
    parts.flatMap((part) => (part ? [{ name: '', text: part }] : [])),
    form.slice(close),
  );
  return { ...shown, documentation: text };
}
