/** Quick fixes, refactorings, and source actions; what each can do is in `actions/`. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Action, ActionProvider, ActionRequest, Edit } from '../actions/action.ts';
import { missingBranches } from '../actions/branches.ts';
import { effects } from '../actions/effects.ts';
import { unhandled } from '../actions/exceptions.ts';
import { extractExpression, extractProcedure, inlineConstant, inlineWith } from '../actions/extract.ts';
import { missingImports, organisedImports, qualification, unusedImports } from '../actions/imports.ts';
import { moveToInterface } from '../actions/move.ts';
import { differentSignatures, missingBodies, revelation } from '../actions/procedures.ts';
import { missingTokens, misspelt, silenced } from '../actions/spelling.ts';
import { unusedDeclarations } from '../actions/unused.ts';
import { toLspDiagnostics } from '../diagnostics.ts';
import type { Feature, Session } from '../session.ts';

/** In the order in which they are shown. */
const PROVIDERS: readonly ActionProvider[] = [
  missingTokens,
  misspelt,
  missingImports,
  unusedImports,
  unusedDeclarations,
  differentSignatures,
  missingBodies,
  revelation,
  unhandled,
  missingBranches,
  effects,
  qualification,
  extractExpression,
  extractProcedure,
  inlineWith,
  inlineConstant,
  moveToInterface,
  silenced,
];

export const codeAction: Feature = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.RefactorExtract,
        CodeActionKind.RefactorInline,
        CodeActionKind.RefactorMove,
        CodeActionKind.RefactorRewrite,
        CodeActionKind.SourceOrganizeImports,
        CodeActionKind.SourceFixAll,
      ],
    },
  },
  register(session) {
    session.connection.onCodeAction((params) => actionsFor(session, params));
  },
};

function actionsFor(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  const path = session.host.pathOf(textDocument.uri);
  const { analysis } = session;
  const parsed = analysis.parse(path);
  const checked = analysis.checked(path);
  if (!parsed || !checked || analysis.isLibrary(path)) return [];
  const { unit, map } = parsed;
  const [start, end] = [map.offset(range.start), map.offset(range.end)];
  const diagnostics = analysis.diagnostics(path).filter((d) => d.span.start <= end && start <= d.span.end);
  const request: ActionRequest = { session, path, map, unit, checked, start, end, diagnostics };
  const wanted = (kind: string): boolean =>
    !context.only || context.only.some((k) => kind === k || kind.startsWith(`${k}.`));
  const found = PROVIDERS.flatMap((provider) => [...provider(request)]).filter(({ kind }) => wanted(kind));
  const actions = found.map((action) => toCodeAction(session, action));
  // Source actions are asked for by name, when saving or from a menu of their own.
  if (context.only)
    actions.push(
      ...sourceActions(request)
        .filter(({ kind }) => wanted(kind))
        .map((a) => toCodeAction(session, a)),
    );
  return actions;
}

function sourceActions(request: ActionRequest): Action[] {
  const found: Action[] = [];
  const imports = organisedImports(request);
  if (imports.length > 0)
    found.push({ title: 'Organise imports', kind: CodeActionKind.SourceOrganizeImports, edits: imports });
  const all = fixedAll(request);
  if (all.length > 0)
    found.push({ title: 'Fix all that has one obvious fix', kind: CodeActionKind.SourceFixAll, edits: all });
  return found;
}

/** The preferred fix of every diagnostic of the file, where they do not get in each other's way. */
function fixedAll(request: ActionRequest): Edit[] {
  const { session, path } = request;
  const diagnostics = session.analysis.diagnostics(path);
  const everywhere: ActionRequest = { ...request, diagnostics };
  const edits: Edit[] = [];
  for (const provider of [missingTokens, misspelt, missingImports, unusedImports]) {
    for (const action of provider(everywhere)) {
      if (!action.preferred) continue;
      const clashes = action.edits.some((e) => edits.some((o) => o.start <= e.end && e.start <= o.end));
      if (!clashes) edits.push(...action.edits);
    }
  }
  return edits;
}

function toCodeAction(session: Session, action: Action): CodeAction {
  const { title, kind, mends, preferred, disabled } = action;
  const { analysis, host } = session;
  return {
    title,
    kind,
    ...(mends
      ? {
          diagnostics: toLspDiagnostics(
            [mends],
            (f) => analysis.map(f),
            (f) => host.uriOf(f),
          ),
        }
      : {}),
    ...(preferred ? { isPreferred: true } : {}),
    ...(disabled === undefined ? { edit: workspaceEdit(session, action) } : { disabled: { reason: disabled } }),
  };
}

function workspaceEdit(session: Session, { edits, creates }: Action): WorkspaceEdit {
  const { host, client, documents } = session;
  const perFile = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const uri = host.uriOf(edit.path);
    const list = perFile.get(uri) ?? [];
    list.push(textEdit(session, edit));
    perFile.set(uri, list);
  }
  if (!client.workspace?.workspaceEdit?.documentChanges) return { changes: Object.fromEntries(perFile) };
  const changes = [...perFile].map(
    ([uri, list]): TextDocumentEdit => ({
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits: list,
    }),
  );
  return {
    documentChanges: creates === undefined ? changes : [{ kind: 'create', uri: host.uriOf(creates) }, ...changes],
  };
}

function textEdit({ analysis }: Session, { path, start, end, text }: Edit): TextEdit {
  const map = analysis.map(path);
  const zero = { line: 0, character: 0 };
  return { range: map ? map.range({ start, end }) : { start: zero, end: zero }, newText: text };
}
