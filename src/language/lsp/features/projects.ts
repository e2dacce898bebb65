/** `spin.json` and the client's settings: read at the start and whenever they change; what they change is shown again. */

import { readSettings } from '../projects.ts';
import type { Feature } from '../session.ts';

export const projects: Feature = {
  capabilities: {},
  register(session) {
    const { connection } = session;
    connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
      session.projects.settings = readSettings((settings as { spin?: unknown } | null)?.spin);
      session.addFolders(session.projects.settingsFolders(session.folders));
      session.refresh();
    });
  },
};
