/**
 * Programs in processes of their own: whether they are there, what they print, how much processor time they take.
 */
import { spawnSync } from 'node:child_process';

export interface Finished {
  readonly output: string;
  /** Milliseconds of processor time, of all that the process started. */
  readonly time: number;
}

/** Why a command cannot be used on this machine; undefined if it can. */
export function missing(command: string, args: readonly string[] = ['--version']): string | undefined {
  const { error, status } = spawnSync(command, args, { stdio: 'ignore' });
  if (error) return `${command} is not on this machine`;
  return status === 0 ? undefined : `${command} ${args.join(' ')} ends with status ${status}`;
}

/** Throws with what the program says of itself if it fails. */
export function execute(command: string, args: readonly string[], cwd?: string): string {
  return timed(command, args, cwd).output;
}

const TIMES = /(\d+\.\d+) (\d+\.\d+)\n$/;

export function timed(command: string, args: readonly string[], cwd?: string): Finished {
  // Node does not tell the processor time of other processes; the shell does, in milliseconds.
  const script = 'TIMEFORMAT="%U %S"; time "$@"';
  const { error, status, signal, stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', command, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (error) throw error;
  const times = TIMES.exec(stderr);
  const said = stderr.replace(TIMES, '');
  if (status !== 0 || !times) {
    throw new Error(
      `${[command, ...args].join(' ')} ends with ${signal ? `signal ${signal}` : `status ${status}`}:\n${said}${stdout}`,
    );
  }
  return { output: stdout, time: (Number(times[1]) + Number(times[2])) * 1000 };
}

/** The answer of a process that prints JSON. */
export function ask<T>(command: string, args: readonly string[], cwd?: string): T {
  return JSON.parse(execute(command, args, cwd)) as T;
}

/** A script of this suite on the Node that runs it. */
export const askScript = <T>(script: string, args: readonly string[]): T =>
  ask(process.execPath, [...process.execArgv, script, ...args]);
