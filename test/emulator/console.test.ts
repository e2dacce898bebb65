import { describe, expect, it } from 'vitest';
import { powerOn } from '../../src/emulator/board.ts';
import { ConsoleDevice } from '../../src/emulator/devices/console.ts';
import type { Host } from '../../src/emulator/host/host.ts';

function hostWith(input: (string | undefined)[]): { host: Host; shown: string[] } {
  const shown: string[] = [];
  const host: Host = {
    write: (stream, bytes) => void shown.push(`${stream}:${new TextDecoder().decode(bytes)}`),
    read: async () => {
      const piece = input.shift();
      return piece === undefined ? undefined : new TextEncoder().encode(piece);
    },
    monotonic: () => 0,
    wallClock: () => 0,
    turn: async () => {},
    sleep: async () => {},
    parameters: [],
    environment: new Map(),
  };
  return { host, shown };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const text = async (piece: Uint8Array | Promise<Uint8Array>) => new TextDecoder().decode(await piece);

describe('the console', () => {
  it('gathers output, and keeps the order of the two ports', () => {
    const { host, shown } = hostWith([]);
    const c = new ConsoleDevice(host);
    c.write('output', bytes('a'));
    c.write('output', bytes('b'));
    expect(shown).toEqual([]);
    c.write('error', bytes('!'));
    c.write('output', bytes('c'));
    c.flush();
    c.flush();
    expect(shown).toEqual(['stdout:ab', 'stderr:!', 'stdout:c']);
  });

  it('shows what was written before it waits for input', () => {
    const { host, shown } = hostWith(['x']);
    const c = new ConsoleDevice(host);
    c.write('output', bytes('name? '));
    void c.read(10);
    expect(shown).toEqual(['stdout:name? ']);
  });

  it('shows what was written when the program runs or sleeps for long', async () => {
    const { host, shown } = hostWith([]);
    const machine = powerOn(host);
    machine.console.write('output', bytes('a'));
    await machine.turn();
    machine.console.write('output', bytes('b'));
    await machine.pause(1);
    expect(shown).toEqual(['stdout:a', 'stdout:b']);
  });

  it('does not gather without bound', () => {
    const { host, shown } = hostWith([]);
    const c = new ConsoleDevice(host);
    for (let i = 0; i < 100; i++) c.write('output', new Uint8Array(1000));
    expect(shown.length).toBeGreaterThan(3);
  });

  it('hands out input in pieces as they are asked for, then its end for ever', async () => {
    const c = new ConsoleDevice(hostWith(['abcdef', 'gh']).host);
    expect(await text(c.read(4))).toBe('abcd');
    expect(c.read(4)).not.toBeInstanceOf(Promise);
    expect(await text(c.read(4))).toBe('gh');
    expect(await text(c.read(4))).toBe('');
    expect(await text(c.read(4))).toBe('');
  });

  it('is ready when input has arrived or ended', async () => {
    const c = new ConsoleDevice(hostWith(['x']).host);
    expect(c.ready()).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(c.ready()).toBe(true);
    expect(await text(c.read(1))).toBe('x');
    expect(c.ready()).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(c.ready()).toBe(true);
  });
});
