/** What the status bar says of the kernel (what runs, or how the last run ended), and beside the language of the server. */
import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { SpinTask } from './tasks.ts';

export function registerKernelStatus(): vscode.Disposable[] {
  const item = vscode.window.createStatusBarItem('spin.kernel', vscode.StatusBarAlignment.Left, 5);
  item.name = 'SPIN kernel';
  item.command = 'workbench.action.terminal.focus';
  const started = new Map<vscode.TaskExecution, number>();
  const isRun = (execution: vscode.TaskExecution) => {
    const definition = execution.task.definition as SpinTask;
    return definition.type === 'spin' && definition.task === 'run';
  };
  return [
    item,
    vscode.tasks.onDidStartTaskProcess(({ execution }) => {
      if (!isRun(execution)) return;
      started.set(execution, Date.now());
      item.text = '$(loading~spin) SPIN: running';
      item.tooltip = `${execution.task.name} since ${new Date().toLocaleTimeString()}`;
      item.backgroundColor = undefined;
      item.show();
    }),
    vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      const since = started.get(execution);
      if (since === undefined) return;
      started.delete(execution);
      const seconds = ((Date.now() - since) / 1000).toFixed(1);
      const good = exitCode === 0;
      item.text = `${good ? '$(check)' : '$(error)'} SPIN: ${exitCode === undefined ? 'stopped' : `exit ${exitCode}`}, ${seconds} s`;
      item.tooltip = `${execution.task.name}, ended at ${new Date().toLocaleTimeString()}${good ? '' : `: ${meaning(exitCode)}`}`;
      item.backgroundColor = good ? undefined : new vscode.ThemeColor('statusBarItem.warningBackground');
      item.show();
    }),
  ];
}

/** What `spin run --help` says of its exit statuses. */
function meaning(exitCode: number | undefined): string {
  switch (exitCode) {
    case undefined:
      return 'it was ended from outside';
    case 1:
      return 'an extension could not be compiled or loaded';
    case 2:
      return 'an uncaught exception or run-time error, a limit, or strands that nothing can wake';
    case 64:
      return 'wrong usage';
    default:
      return `the program called Process.Exit(${exitCode})`;
  }
}

export function registerServerStatus(client: BaseLanguageClient): vscode.Disposable[] {
  const item = vscode.languages.createLanguageStatusItem('spin.server', { language: 'modula3' });
  item.name = 'SPIN language server';
  item.command = { command: 'spin.restartServer', title: 'Restart' };
  const show = (state: State) => {
    item.busy = state === State.Starting;
    item.severity =
      state === State.Stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.text =
      state === State.Running
        ? `Language server ${client.initializeResult?.serverInfo?.version ?? ''}`.trim()
        : state === State.Starting
          ? 'Language server is starting'
          : 'Language server has stopped';
  };
  show(client.state);
  return [item, client.onDidChangeState(({ newState }) => show(newState))];
}
