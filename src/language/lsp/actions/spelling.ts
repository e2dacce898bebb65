/** Mistakes of a token: misspelt names, missing semicolons and closing words; and silencing a warning where it is meant. */
import { CodeActionKind } from 'vscode-languageserver';
import { type Action, type ActionRequest, insertion } from './action.ts';

/** "did you mean X?": X instead of the last word of what is marked. */
export function* misspelt({ diagnostics, map, path }: ActionRequest): Generator<Action> {
  for (const d of diagnostics) {
    const better = /^did you mean (\w+)\?/.exec(d.hint ?? '')?.[1];
    if (better === undefined) continue;
    const word = /\w+$/.exec(map.text.slice(d.span.start, d.span.end))?.[0];
    if (word === undefined) continue;
    yield {
      title: `Write ${better}`,
      kind: CodeActionKind.QuickFix,
      edits: [{ path, start: d.span.end - word.length, end: d.span.end, text: better }],
      mends: d,
      preferred: true,
    };
  }
}

/** What the parser says is missing. */
export function* missingTokens({ diagnostics, map, path }: ActionRequest): Generator<Action> {
  for (const d of diagnostics) {
    if (d.code !== 'P1010' && d.code !== 'P1011' && d.code !== 'P1017') continue;
    const word = /^expected (?:`([^`\s]+)`|([A-Z]{2,}))(?! or)\b| here/.exec(d.message);
    const token = d.code === 'P1011' ? ';' : (word?.[1] ?? word?.[2]);
    if (token === undefined) continue;
    const at = d.code === 'P1010' || d.code === 'P1011' ? d.span.start : d.span.end;
    const isWord = /^\w/.test(token);
    const before = isWord && /\w/.test(map.text[at - 1] ?? ' ') ? ' ' : '';
    const after = isWord && /\w/.test(map.text[at] ?? ' ') ? ' ' : '';
    const edits = [insertion(path, at, `${before}${token}${after}`)];
    yield { title: `Insert ${token}`, kind: CodeActionKind.QuickFix, edits, mends: d, preferred: true };
  }
}

/** A warning that is known and accepted. */
export function* silenced({ diagnostics, map, path }: ActionRequest): Generator<Action> {
  for (const d of diagnostics) {
    if (d.severity !== 'warning') continue;
    if (d.code === 'W4401') {
      yield {
        title: 'Mark as <*UNUSED*>',
        kind: CodeActionKind.QuickFix,
        edits: [insertion(path, d.span.start, '<*UNUSED*> ')],
        mends: d,
      };
    }
    const newline = map.text.indexOf('\n', d.span.end);
    const end = newline < 0 ? map.text.length : newline;
    const at = map.text[end - 1] === '\r' ? end - 1 : end;
    yield {
      title: `No ${d.code} for this line: <*NOWARN*>`,
      kind: CodeActionKind.QuickFix,
      edits: [insertion(path, at, ' <*NOWARN*>')],
      mends: d,
    };
  }
}
