/** Programs and libraries from Debian, installed when they are missing and we may. */
import { spawnSync } from 'node:child_process';

/** Why something that a test needs cannot be had here; the test is skipped and says so. */
export class Unavailable extends Error {}

let updated = false;

/** Makes sure that packages are there; throws `Unavailable` where they cannot be installed. */
export function needPackages(...packages: string[]): void {
  const missing = packages.filter((name) => !installed(name));
  if (missing.length === 0) return;
  const byHand = `apt-get install ${missing.join(' ')}`;
  if (process.platform !== 'linux' || !which('apt-get'))
    throw new Unavailable(`this is not a Debian; wanted: ${missing.join(', ')}`);
  if (process.getuid?.() !== 0)
    throw new Unavailable(`only root may install Debian's ${missing.join(', ')}: ${byHand}`);
  if (!updated) run('apt-get', ['update', '-qq']);
  updated = true;
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]);
}

/** Where the program is, if it is on the PATH. */
export function which(program: string): string | undefined {
  const { stdout, status } = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** The program, from the package of its name if need be. */
export function provideProgram(name: string, ...packages: string[]): string {
  const there = which(name);
  if (there) return there;
  needPackages(...packages);
  const installed = which(name);
  if (!installed) throw new Unavailable(`${packages.join(', ')} brought no ${name}`);
  return installed;
}

function installed(name: string): boolean {
  const { stdout, status } = spawnSync('dpkg-query', ['-W', '-f', '$' + '{Status}', name], { encoding: 'utf8' });
  return status === 0 && stdout === 'install ok installed';
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 5 * 60_000,
  });
  if (status !== 0)
    throw new Unavailable(`${program} ${args.join(' ')} failed: ${(error?.message ?? stderr).trim().slice(-500)}`);
}
