/** Rename, across files and packages; what would clash is refused with the reason. */
import {
  LSPErrorCodes,
  type Range,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { planRename, Refusal, type RenamePlan, renameable } from '../rename/plan.ts';
import { verifyRename } from '../rename/verify.ts';
import type { Feature, Session } from '../session.ts';

export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true, workDoneProgress: true } },
  register(session) {
    const { connection } = session;
    connection.onPrepareRename(({ textDocument, position }): { range: Range; placeholder: string } =>
      refusing(() => {
        const { name, path, map } = nameAt(session, textDocument.uri, position);
        return { range: map.range(name.span), placeholder: renameable(session, path, name).text };
      }),
    );
    connection.onRenameRequest(async ({ textDocument, position, newName }, token, workDone) => {
      try {
        const { name, path } = nameAt(session, textDocument.uri, position);
        workDone.begin(`Renaming ${name.used.name} to ${newName}`, 0, undefined, true);
        const plan = await planRename(session, path, name, newName, token, (done, total) =>
          workDone.report(Math.floor((100 * done) / total), `${done} of ${total} files`),
        );
        if (!plan) return null;
        if (plan.oldName === newName) return { changes: {} };
        workDone.report('checking the result');
        return (await verifyRename(session, plan, token)) ? workspaceEdit(session, plan) : null;
      } catch (error) {
        throw refused(error);
      } finally {
        workDone.done();
      }
    });
  },
};

function nameAt(session: Session, uri: string, position: Range['start']): NonNullable<ReturnType<Session['at']>> {
  const at = session.at(uri, position);
  if (!at) throw new Refusal('There is no name here that could be renamed.');
  return at;
}

function refusing<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw refused(error);
  }
}

function refused(error: unknown): unknown {
  return error instanceof Refusal ? new ResponseError(LSPErrorCodes.RequestFailed, error.message) : error;
}

/** With versions and file renames where the client knows them. */
function workspaceEdit({ client, analysis, host, documents }: Session, plan: RenamePlan): WorkspaceEdit {
  const { documentChanges, resourceOperations } = client.workspace?.workspaceEdit ?? {};
  const edits = new Map<string, TextEdit[]>();
  for (const [path, places] of plan.places) {
    const map = analysis.map(path)!;
    edits.set(
      host.uriOf(path),
      places.map((place) => ({ range: map.range(place), newText: plan.newName })),
    );
  }
  if (!documentChanges) return { changes: Object.fromEntries(edits) };
  const changes: NonNullable<WorkspaceEdit['documentChanges']> = [...edits].map(
    ([uri, list]): TextDocumentEdit => ({
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits: list,
    }),
  );
  if (resourceOperations?.includes('rename'))
    for (const { from, to } of plan.files)
      changes.push({ kind: 'rename', oldUri: host.uriOf(from), newUri: host.uriOf(to) });
  return { documentChanges: changes };
}
