/**
 * Results on the user's disk, by key. Nothing here is relied upon: what cannot be read, or is not whole, is not there; what cannot be written is not kept.
 *
 * An entry is a file of its own that is written beside and renamed, so that processes do not see each other's halves. It begins with a mark of the format and the
 * SHA-256 of what follows. When there is more than the limit, what was not used for longest goes.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

/** Results by all that they follow from, and files of programs by where these are: the endings of their names. */
export type EntryKind = 'res' | 'files';

const MARK = Buffer.from('SPINRES1');
const HEAD = MARK.length + 32;
/** An entry that takes much of the room is not worth the others that it would push out. */
const LARGEST_PART = 1 / 8;
export const USUAL_LIMIT = 256 * 2 ** 20;
/** What a process that died left behind is nobody's after so long. */
const ABANDONED_MS = 3_600_000;

/** Where the environment says, or where this system's programs keep such things; undefined for nowhere. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string | undefined {
  const said = env['SPIN_CACHE'];
  if (said !== undefined) return said === '' ? undefined : said;
  const below = (base: string | undefined, ...parts: string[]): string | undefined =>
    base !== undefined && isAbsolute(base) ? join(base, ...parts) : undefined;
  if (platform === 'win32') return below(env['LOCALAPPDATA'], 'spin', 'cache');
  if (platform === 'darwin') return below(home(env), 'Library', 'Caches', 'spin');
  return below(env['XDG_CACHE_HOME'], 'spin') ?? below(home(env), '.cache', 'spin');
}

function home(env: Readonly<Record<string, string | undefined>>): string | undefined {
  try {
    return env['HOME'] || homedir();
  } catch {
    // This user has none.
    return undefined;
  }
}

export class Store {
  readonly #folder: string;
  readonly #limit: number;

  constructor(folder: string, limit = USUAL_LIMIT) {
    this.#folder = folder;
    this.#limit = limit;
  }

  get(key: string, kind: EntryKind = 'res'): Buffer | undefined {
    const file = this.#fileOf(key, kind);
    try {
      const bytes = readFileSync(file);
      const payload = bytes.subarray(HEAD);
      if (!bytes.subarray(0, MARK.length).equals(MARK)) return undefined;
      if (!bytes.subarray(MARK.length, HEAD).equals(sha256(payload))) return undefined;
      touch(file);
      return payload;
    } catch {
      return undefined;
    }
  }

  put(key: string, payload: Uint8Array, kind: EntryKind = 'res'): void {
    if (payload.length > this.#limit * LARGEST_PART) return;
    const file = this.#fileOf(key, kind);
    const temporary = `${file}.${process.pid}.tmp`;
    try {
      makeFolder(this.#folder);
      writeFileSync(temporary, Buffer.concat([MARK, sha256(payload), payload]), { mode: 0o600, flag: 'wx' });
      renameSync(temporary, file);
    } catch {
      rmQuietly(temporary);
    }
    // Looking at all of it takes longer than one entry: keys are evenly spread, and every sixteenth does.
    if (key.startsWith('0')) this.sweep();
  }

  /** Brings it below the limit. Others may be at it, too. */
  sweep(): void {
    const entries: { file: string; size: number; used: number }[] = [];
    try {
      for (const name of readdirSync(this.#folder)) {
        if (!/\.(res|files|tmp)$/.test(name)) continue;
        const file = join(this.#folder, name);
        const found = statSync(file, { throwIfNoEntry: false });
        if (!found) continue;
        if (name.endsWith('.tmp') && Date.now() - found.mtimeMs > ABANDONED_MS) rmQuietly(file);
        else entries.push({ file, size: found.size, used: found.mtimeMs });
      }
    } catch {
      return;
    }
    let total = entries.reduce((sum, { size }) => sum + size, 0);
    if (total <= this.#limit) return;
    entries.sort((a, b) => a.used - b.used);
    // A quarter more, so that the next entry does not begin it all again.
    for (const { file, size } of entries) {
      if (total <= this.#limit * 0.75) return;
      rmQuietly(file);
      total -= size;
    }
  }

  #fileOf(key: string, kind: EntryKind): string {
    return join(this.#folder, `${key}.${kind}`);
  }
}

/** Node's own way to make those above, too, does not end where the system says that there cannot be a folder (below /proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (e) {
    // Another process was faster.
    if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e;
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // A folder that cannot be written to: it goes by age of writing, then.
  }
}

function rmQuietly(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Gone already, or not ours to remove.
  }
}
