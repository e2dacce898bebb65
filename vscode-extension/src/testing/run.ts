/** Runs a program of a test, and takes down what it prints. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { RunOrder } from '../runs.ts';
import { nodeFor, settingsOptions, type Tools } from '../tools.ts';
import { inputFile, type Outcome } from './expected.ts';

export type Program =
  | { readonly kind: 'folder' | 'project'; readonly folder: string }
  | { readonly kind: 'module'; readonly folder: string; readonly module: string };

/** Seconds of real time after which a test's machine stops. */
const TIME_LIMIT = 60;

export interface RunOutcome extends Outcome {
  readonly errors: string;
}

export async function runProgram(
  program: Program,
  expectation: string,
  tools: Tools,
  runOrder: RunOrder,
  token: vscode.CancellationToken,
): Promise<RunOutcome> {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(expectation));
  const input = inputFile(expectation);
  const args = [
    tools.file('spin'),
    'run',
    ...(await extensions(program, runOrder)),
    ...settingsOptions(folder),
    `--time-limit=${TIME_LIMIT}`,
  ];
  const child = spawn(nodeFor(folder), args, { cwd: program.folder, env: { ...process.env, NO_COLOR: '1' } });
  const stop = token.onCancellationRequested(() => child.kill());
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  // A program that does not read its input closes it.
  child.stdin.on('error', () => {});
  child.stdin.end(existsSync(input) ? readFileSync(input) : '');
  try {
    const exit = await new Promise<number>((done, failed) => {
      child.on('error', failed);
      child.on('close', (code) => done(code ?? -1));
    });
    return { exit, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() };
  } finally {
    stop.dispose();
  }
}

/** What `spin run` is given: nothing for a project, whose `spin.json` says it. */
async function extensions(program: Program, runOrder: RunOrder): Promise<string[]> {
  switch (program.kind) {
    case 'project':
      return [];
    case 'folder': {
      const source = readdirSync(program.folder).find((name) => /\.[im]3$/.test(name));
      return source ? runOrder(vscode.Uri.file(path.join(program.folder, source))) : [program.folder];
    }
    case 'module': {
      // The folder itself comes last in the order; of it only this module and what it imports make the program.
      const order = await runOrder(vscode.Uri.file(program.module));
      return [...order.slice(0, -1), program.module, '--library-path', program.folder];
    }
  }
}
