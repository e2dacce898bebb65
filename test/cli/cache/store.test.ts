import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, Store } from '../../../src/cli/cache/store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spin-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (n: number): string => `f${n}`.padEnd(64, '0');
const bytes = (n: number, size = 10): Buffer => Buffer.alloc(size, n);

describe('a store of results', () => {
  it('gives back what was put, and nothing else', () => {
    const store = new Store(join(folder, 'new', 'one'));
    expect(store.get(key(1))).toBeUndefined();
    store.put(key(1), bytes(7));
    expect(store.get(key(1))).toEqual(bytes(7));
    expect(store.get(key(2))).toBeUndefined();
    store.put(key(1), bytes(8));
    expect(new Store(join(folder, 'new', 'one')).get(key(1))).toEqual(bytes(8));
  });

  it('keeps entries of different kinds apart', () => {
    const store = new Store(folder);
    store.put(key(1), bytes(7));
    store.put(key(1), bytes(8), 'files');
    expect(store.get(key(1))).toEqual(bytes(7));
    expect(store.get(key(1), 'files')).toEqual(bytes(8));
    new Store(folder, 1).sweep();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('has no entry whose file is not whole, wherever it is damaged, and takes a new one in its place', () => {
    const store = new Store(folder);
    store.put(key(1), bytes(7));
    const file = join(folder, readdirSync(folder)[0]!);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 0x10;
      writeFileSync(file, damaged);
      expect(store.get(key(1)), `byte ${at}`).toBeUndefined();
      writeFileSync(file, whole.subarray(0, at));
      expect(store.get(key(1)), `cut at ${at}`).toBeUndefined();
    }
    store.put(key(1), bytes(9));
    expect(store.get(key(1))).toEqual(bytes(9));
  });

  it('leaves out what was not used for longest when there is too much, and what was abandoned', () => {
    const store = new Store(folder, 100_000);
    for (let n = 0; n < 10; n++) {
      store.put(key(n), bytes(n, 12_000));
      utimesSync(join(folder, `${key(n)}.res`), 1000 + n, 1000 + n);
    }
    writeFileSync(join(folder, 'x.1.tmp'), 'half');
    utimesSync(join(folder, 'x.1.tmp'), 1000, 1000);
    writeFileSync(join(folder, 'README'), "not the store's");
    expect(store.get(key(0))).toBeDefined();
    store.sweep();
    const left = readdirSync(folder);
    expect(left).toContain('README');
    expect(left).not.toContain('x.1.tmp');
    // The first was used just now; of the others the latest are there.
    expect(Array.from({ length: 10 }, (_, n) => n).filter((n) => store.get(key(n)))).toEqual([0, 5, 6, 7, 8, 9]);
  });

  it('keeps itself below the limit while entries are put', () => {
    const store = new Store(folder, 100_000);
    for (let n = 0; n < 200; n++) store.put(`${(n % 16).toString(16)}${n}`.padEnd(64, '0'), bytes(n, 5000));
    // Every sixteenth entry looks.
    expect(readdirSync(folder).length * 5000).toBeLessThan(100_000 + 16 * 5000);
  });

  it('does not keep what would push out most of the others', () => {
    const store = new Store(folder, 100_000);
    store.put(key(1), bytes(1, 20_000));
    expect(store.get(key(1))).toBeUndefined();
  });

  it('is empty where there is no place for it', () => {
    writeFileSync(join(folder, 'file'), '');
    const store = new Store(join(folder, 'file', 'below'));
    store.put(key(0), bytes(1));
    store.put(key(1), bytes(1));
    expect(store.get(key(1))).toBeUndefined();
    store.sweep();
  });

  it('does not wait for a folder that cannot be', () => {
    const store = new Store('/proc/spin/cache');
    store.put(key(1), bytes(1));
    expect(store.get(key(1))).toBeUndefined();
  });

  it('can still be read where it cannot be written', () => {
    const store = new Store(folder);
    store.put(key(1), bytes(7));
    chmodSync(folder, 0o500);
    try {
      expect(store.get(key(1))).toEqual(bytes(7));
      store.put(key(2), bytes(8));
      store.sweep();
      expect(store.get(key(1))).toEqual(bytes(7));
    } finally {
      chmodSync(folder, 0o700);
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('is where the system keeps such things, unless the environment says otherwise', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/x', HOME: '/home/u' }, 'linux')).toBe('/x/spin');
    expect(cacheFolder({ XDG_CACHE_HOME: 'relative', HOME: '/home/u' }, 'linux')).toBe('/home/u/.cache/spin');
    expect(cacheFolder({ HOME: '/Users/u' }, 'darwin')).toBe('/Users/u/Library/Caches/spin');
    expect(cacheFolder({ LOCALAPPDATA: '/l' }, 'win32')).toBe('/l/spin/cache');
    expect(cacheFolder({}, 'win32')).toBeUndefined();
    expect(cacheFolder({ SPIN_CACHE: '/s', XDG_CACHE_HOME: '/x' }, 'linux')).toBe('/s');
    expect(cacheFolder({ SPIN_CACHE: '', XDG_CACHE_HOME: '/x' }, 'linux')).toBeUndefined();
    expect(existsSync('/x/spin')).toBe(false);
  });
});
