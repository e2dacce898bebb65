/** Tasks of type `spin`: compile and run, found for every folder with modules and every `spin.json`, or written down in `tasks.json`. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import { PROJECTS } from './client.ts';
import { fileOf, type RunOrder } from './runs.ts';
import { nodeFor, pathFrom, settingsOptions, type Tools } from './tools.ts';

export type Action = 'compile' | 'run';

/** As in `tasks.json`; package.json has its schema. Paths are relative to the workspace folder, or absolute. */
export interface SpinTask extends vscode.TaskDefinition {
  readonly type: 'spin';
  readonly task: Action;
  /** Compile: sources of one extension. Run: extensions in their order. None: what `spin.json` says. */
  readonly paths?: readonly string[];
  /** Where to run the tool. */
  readonly cwd?: string;
  /** Passed on to the program, after `--`. */
  readonly arguments?: readonly string[];
  /** More options of the tool. */
  readonly options?: readonly string[];
}

/** Folders for which tasks are offered; in a larger tree one writes down those that are wanted. */
const MOST_FOLDERS = 60;

export class Tasks implements vscode.TaskProvider {
  readonly #tools: Tools;
  readonly #runOrder: RunOrder;

  constructor(tools: Tools, runOrder: RunOrder) {
    this.#tools = tools;
    this.#runOrder = runOrder;
  }

  async provideTasks(token: vscode.CancellationToken): Promise<vscode.Task[]> {
    const tasks: vscode.Task[] = [];
    for (const project of await vscode.workspace.findFiles(PROJECTS, '**/node_modules/**', MOST_FOLDERS, token)) {
      const folder = vscode.workspace.getWorkspaceFolder(project);
      if (folder) tasks.push(this.#task({ type: 'spin', task: 'run', ...inFolder(folder, project) }, folder));
    }
    const modules = await vscode.workspace.findFiles('**/*.m3', '**/node_modules/**', undefined, token);
    const folders = new Map(modules.map((file) => [path.dirname(file.fsPath), file]));
    for (const file of [...folders.values()].slice(0, MOST_FOLDERS)) {
      if (token.isCancellationRequested) break;
      for (const action of ['compile', 'run'] as const) tasks.push(await this.forFile(action, file));
    }
    return tasks;
  }

  resolveTask(task: vscode.Task): vscode.Task | undefined {
    const definition = task.definition as SpinTask;
    const folder = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
    if (!['compile', 'run'].includes(definition.task)) return undefined;
    return this.#task(definition, folder);
  }

  /** Compiles, or runs with what it needs, the extension that a file is part of. */
  async forFile(action: Action, file: vscode.Uri): Promise<vscode.Task> {
    const folder = vscode.workspace.getWorkspaceFolder(file);
    const cwd = folder?.uri.fsPath ?? path.dirname(file.fsPath);
    const order = action === 'run' ? await this.#runOrder(file) : [path.dirname(file.fsPath)];
    return this.#task({ type: 'spin', task: action, paths: order.map((at) => pathFrom(cwd, at)) }, folder, cwd);
  }

  #task(definition: SpinTask, folder: vscode.WorkspaceFolder | undefined, from?: string): vscode.Task {
    const root = from ?? folder?.uri.fsPath ?? '.';
    const cwd = path.resolve(root, definition.cwd ?? '');
    const paths = definition.paths ?? [];
    const { task: action } = definition;
    const rest = definition.arguments?.length ? ['--', ...definition.arguments] : [];
    const options = [...settingsOptions(folder), ...(definition.options ?? [])];
    const args =
      action === 'compile'
        ? [this.#tools.file('spinc'), 'build', ...paths, ...outputOf(paths, cwd), ...options]
        : [this.#tools.file('spin'), 'run', ...paths, ...options, ...rest];
    const what = paths.at(-1) ?? definition.cwd ?? 'spin.json';
    const task = new vscode.Task(
      definition,
      folder ?? vscode.TaskScope.Workspace,
      `${action} ${what}`,
      'spin',
      new vscode.ProcessExecution(nodeFor(folder), args, { cwd }),
      '$spinc',
    );
    if (action === 'compile') task.group = vscode.TaskGroup.Build;
    task.detail = action === 'run' && paths.length > 1 ? `spin run ${paths.join(' ')}` : undefined;
    task.presentationOptions = {
      reveal: vscode.TaskRevealKind.Always,
      panel: vscode.TaskPanelKind.Dedicated,
      clear: true,
    };
    return task;
  }
}

/** A project's tasks run where its `spin.json` is. */
function inFolder(folder: vscode.WorkspaceFolder, project: vscode.Uri): { cwd?: string } {
  const cwd = pathFrom(folder.uri.fsPath, path.dirname(project.fsPath));
  return cwd === '.' ? {} : { cwd };
}

/** The compiled extension goes beside its sources; sibling folders hold the interfaces of the other extensions of the system. */
function outputOf(paths: readonly string[], cwd: string): string[] {
  const [first] = paths;
  if (first === undefined) return [];
  const sources = path.resolve(cwd, first);
  const folder = path.extname(sources) ? path.dirname(sources) : sources;
  const name = path.basename(sources, path.extname(sources));
  return [
    '-o',
    pathFrom(cwd, path.join(folder, `${name}.spx`)),
    '--interface-path',
    pathFrom(cwd, path.dirname(folder)),
  ];
}

/** The two commands: a task for the file in the editor, run at once. They answer with the exit status. */
export function registerTasks(tasks: Tasks): vscode.Disposable[] {
  const command = (action: Action) => async (uri?: vscode.Uri) => {
    const file = fileOf(uri);
    if (!file) return undefined;
    await vscode.workspace.saveAll(false);
    return execute(await tasks.forFile(action, file));
  };
  return [
    vscode.tasks.registerTaskProvider('spin', tasks),
    vscode.commands.registerCommand('spin.compile', command('compile')),
    vscode.commands.registerCommand('spin.run', command('run')),
  ];
}

async function execute(task: vscode.Task): Promise<number | undefined> {
  const execution = await vscode.tasks.executeTask(task);
  return new Promise((done) => {
    const listener = vscode.tasks.onDidEndTaskProcess((e) => {
      if (e.execution !== execution) return;
      listener.dispose();
      done(e.exitCode);
    });
  });
}
