/** The test explorer: one test for each expectation in the workspace (`expected.ts` says what one is). */
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { RunOrder } from '../runs.ts';
import type { Tools } from '../tools.ts';
import { EXPECTATIONS, isTranscript, parseExpectation, satisfies, shown } from './expected.ts';
import { type Program, runProgram } from './run.ts';

/** Tests under way at one time: each is a kernel of its own. */
const AT_ONCE = 2;

export function registerTests(tools: Tools, runOrder: RunOrder): vscode.Disposable[] {
  const controller = vscode.tests.createTestController('spin', 'SPIN programs');
  const watcher = vscode.workspace.createFileSystemWatcher(EXPECTATIONS);
  const discover = async () => {
    controller.items.replace([]);
    for (const file of await vscode.workspace.findFiles(EXPECTATIONS, '**/node_modules/**'))
      await add(controller, file);
  };
  controller.resolveHandler = async (item) => {
    if (!item) await discover();
  };
  controller.refreshHandler = discover;
  const run = async (request: vscode.TestRunRequest, token: vscode.CancellationToken) => {
    const testRun = controller.createTestRun(request);
    const excluded = new Set(request.exclude);
    const items = request.include ? [...request.include] : [...controller.items].map(([, item]) => item);
    const waiting = items.filter((item) => !excluded.has(item));
    for (const item of waiting) testRun.enqueued(item);
    const worker = async () => {
      for (let item = waiting.shift(); item; item = waiting.shift()) {
        if (token.isCancellationRequested) testRun.skipped(item);
        else await runTest(item, testRun, tools, runOrder, token);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    testRun.end();
  };
  controller.createRunProfile('Run in emulator', vscode.TestRunProfileKind.Run, run, true);
  return [
    controller,
    watcher,
    watcher.onDidCreate((file) => add(controller, file)),
    watcher.onDidChange((file) => add(controller, file)),
    watcher.onDidDelete((file) => controller.items.delete(file.toString())),
  ];
}

async function add(controller: vscode.TestController, file: vscode.Uri): Promise<void> {
  controller.items.delete(file.toString());
  if (isTranscript(await read(file))) return;
  const program = programOf(file.fsPath);
  if (!program) return;
  const label = vscode.workspace.asRelativePath(program.kind === 'module' ? program.module : program.folder, false);
  const item = controller.createTestItem(file.toString(), label, file);
  item.range = new vscode.Range(0, 0, 0, 0);
  controller.items.add(item);
}

/** Undefined for an expectation without a program beside it: other tools have files of these names, too. */
function programOf(file: string): Program | undefined {
  const folder = path.dirname(file);
  if (path.basename(file) === 'expected.txt')
    return { kind: existsSync(path.join(folder, 'spin.json')) ? 'project' : 'folder', folder };
  const module = file.replace(/\.expected$/, '.m3');
  return existsSync(module) ? { kind: 'module', folder, module } : undefined;
}

async function runTest(
  item: vscode.TestItem,
  run: vscode.TestRun,
  tools: Tools,
  runOrder: RunOrder,
  token: vscode.CancellationToken,
): Promise<void> {
  const file = item.uri!;
  const program = programOf(file.fsPath);
  const started = Date.now();
  run.started(item);
  try {
    if (!program) throw new Error('the program beside this file is gone');
    const outcome = await runProgram(program, file.fsPath, tools, runOrder, token);
    const took = Date.now() - started;
    run.appendOutput(`${outcome.output}${outcome.errors}`.replaceAll('\n', '\r\n'), undefined, item);
    const expected = parseExpectation(await read(file));
    if (satisfies(outcome, expected)) return run.passed(item, took);
    const told = outcome.errors ? `\n${outcome.errors}` : '';
    const message = vscode.TestMessage.diff(
      `exit ${outcome.exit}, and the output ${outcome.output === expected.output ? 'is as expected' : 'differs'}${told}`,
      shown(expected),
      shown(outcome),
    );
    message.location = new vscode.Location(file, new vscode.Range(0, 0, 0, 0));
    run.failed(item, message, took);
  } catch (e) {
    run.errored(item, new vscode.TestMessage((e as Error).message), Date.now() - started);
  }
}

async function read(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
