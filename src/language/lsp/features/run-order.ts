/**
 * Which extensions of a workspace must be loaded, and in what order, to run one of them: a folder is an extension, and needs the folders that
 * implement the interfaces it imports.
 */
import { below } from '../projects.ts';
import type { Feature } from '../session.ts';
import type { Workspace } from '../workspace.ts';

/** `spin/runOrder`: folders of the extensions to load for running the one that the file is part of, in order. */
export const runOrderRequest: Feature = {
  capabilities: {},
  register({ connection, host, workspace, analysis, projects }) {
    connection.onRequest('spin/runOrder', ({ textDocument }: { textDocument: { uri: string } }): string[] => {
      const path = host.pathOf(textDocument.uri);
      const folder = folderOf(path);
      // What the project says about running comes before what imports tell.
      const project = projects.of(path);
      const named = project?.project.run.map((at) => below(project.folder, at)) ?? [];
      return named.includes(folder) ? named : runOrder(workspace, folder, (file) => analysis.isLibrary(file));
    });
  },
};

/** Folders, each after those it needs; the one asked for comes last. `isLibrary` says what the kernel has itself. */
export function runOrder(workspace: Workspace, folder: string, isLibrary: (path: string) => boolean): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (at: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    const inside = workspace.paths.filter((path) => folderOf(path) === at);
    for (const path of inside) {
      for (const name of [...(workspace.head(path)?.imports ?? []), ...(workspace.head(path)?.exports ?? [])]) {
        const file = workspace.interfaceFile(name, path);
        if (!file || isLibrary(file)) continue;
        // Where the interface is may not be where it is implemented.
        for (const implementation of [file, ...workspace.exporters(name, file).slice(0, 1)])
          visit(folderOf(implementation));
      }
    }
    order.push(at);
  };
  visit(folder);
  return order;
}

export function folderOf(path: string): string {
  return path.replace(/[/\\][^/\\]*$/, '');
}
