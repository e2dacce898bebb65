/** A program that a test wants: had, installed, or the test is left out and says so. */
import { Unavailable } from './debian.ts';

/** What `provide` gives, or undefined where it cannot be had. Where SPIN_EDITORS_REQUIRED is set that is an error. */
export function offer<T>(what: string, provide: (log: (line: string) => void) => T): T | undefined {
  const log = (line: string) => process.stderr.write(`test:editor: ${line}\n`);
  try {
    return provide(log);
  } catch (e) {
    if (!(e instanceof Unavailable) || process.env['SPIN_EDITORS_REQUIRED']) throw e;
    log(`SKIPPED: no ${what} here: ${e.message}`);
    return undefined;
  }
}
