/**
 * The campaign of `npm run fuzz` with a few mutants, and that what looks for broken rules finds them.
 */
import { describe, expect, it } from 'vitest';
import type { SpxModule } from '../../src/bytecode/module.ts';
import { initialise, resolveAll } from '../../src/kernel/control.ts';
import type { Extension } from '../../src/kernel/domain/extension.ts';
import { createFromModule } from '../../src/kernel/load/create.ts';
import { compile } from '../kernel/source.ts';
import { audit } from './audit.ts';
import { run } from './campaign.ts';
import { type Arena, arena, fate } from './fate.ts';
import { seeds } from './seeds.ts';

const VICTIM = `MODULE Victim EXPORTS Main;
  TYPE R = REF ARRAY OF INTEGER; O = OBJECT n: [0..9] END; E = {Red, Green, Blue};
  VAR list := NEW(R, 4); object := NEW(O); small: [5..10] := 7; colours := SET OF E{E.Red}; proc: PROCEDURE () := Touch;
      bits: RECORD a: BITS 4 FOR [0..9]; b: BITS 12 FOR [0..4000] END; sum := 0;
  PROCEDURE Touch() = BEGIN FOR i := 0 TO LAST(list^) DO INC(sum, list[i]) END END Touch;
  BEGIN object.n := 3; Touch() END Victim.`;

async function load(a: Arena, module: SpxModule): Promise<Extension> {
  const extension = createFromModule(a.kernel, module.name, module);
  const domain = a.kernel.domains.create(module.name, [extension]);
  await resolveAll(a.kernel, domain, [a.kernel.publicDomain]);
  expect((await initialise(a.kernel, domain)).kind).toBe('ended');
  return extension;
}

/** An arena with the victim in it, and the address of each of its variables. */
async function victim(): Promise<{ a: Arena; extension: Extension; at: (name: string) => number }> {
  const a = arena(true);
  const extension = await load(a, compile('victim', [{ path: 'Victim.m3', text: VICTIM }], []));
  const { globals } = extension.module;
  const imported = extension.linked!.globals.length - globals.length;
  return {
    a,
    extension,
    at: (name) => extension.linked!.globals[imported + globals.findIndex((g) => g.name === name)]!,
  };
}

describe('good extensions', () => {
  it('run in a watched kernel without touching what is not theirs', { timeout: 60_000 }, async () => {
    const a = arena(true);
    const fates = new Map<string, string>();
    for (const seed of seeds()) fates.set(seed.name, await fate(a, seed.modules));
    expect([...fates].filter(([, end]) => /^[BK]\d/.test(end))).toEqual([]);
    expect(a.guard.accesses).toBeGreaterThan(10_000);
  });
});

describe('mutants', () => {
  it('are refused with a diagnostic, or run within the rules', { timeout: 120_000 }, async () => {
    const { broken, fates } = await run({ seed: 20_261, from: 0, to: 800, step: 1 });
    expect(broken).toEqual([]);
    // They reach beyond the verifier in both directions.
    expect(fates['ended']).toBeGreaterThan(50);
    expect(Object.keys(fates).filter((f) => f.startsWith('B2')).length).toBeGreaterThan(20);
    expect(Object.keys(fates).filter((f) => f.startsWith('K')).length).toBeGreaterThan(1);
  });

  it('follow from their numbers', async () => {
    const campaign = { seed: 7, from: 0, to: 60, step: 1 };
    expect((await run(campaign)).fates).toEqual((await run(campaign)).fates);
  });
});

describe('the watch over memory', () => {
  it('sees code that reads beyond the end of an object', async () => {
    const { a, extension, at } = await victim();
    const { view } = a.kernel.heap.blocks;
    // A length as no program can make it.
    view.setUint32(view.getUint32(at('list'), true), 100_000, true);
    const touch = extension.slots[extension.module.procedures.findIndex((p) => p.name === 'Touch')]!.code;
    expect(() => a.kernel.slots.get(touch)!()).toThrow();
    expect(a.guard.violations.join()).toMatch(/the object there ends at|no cell is there|the cell is free/);
  });

  it('refuses headers, free cells, descriptors, what is nobody’s', async () => {
    const { a, at } = await victim();
    const { view } = a.kernel.heap.blocks;
    const object = view.getUint32(at('object'), true);
    const check = (address: number, bytes: number, write: boolean) => () => a.guard.check(address, bytes, write);
    expect(check(object, 1, true)).not.toThrow();
    expect(check(object - 8, 4, false)).not.toThrow();
    expect(check(object - 8, 4, true)).toThrow('header');
    expect(check(object - 4, 8, false)).toThrow('straddles');
    expect(check(view.getUint32(object - 8, true), 4, true)).toThrow('kernel');
    expect(check(at('small'), 1, true)).not.toThrow();
    expect(check(64, 4, false)).toThrow('nobody');
    expect(check(a.kernel.heap.memory.buffer.byteLength - 4, 8, false)).toThrow();
  });
});

describe('the audit of what variables hold', () => {
  const corruptions: [string, (view: DataView, at: (name: string) => number) => void, RegExp][] = [
    ['a number outside of its bounds', (v, at) => v.setUint8(at('small'), 11), /small.* holds 11/],
    ['a field outside of its bounds', (v, at) => v.setUint8(v.getUint32(at('object'), true), 77), /\.n.* holds 77/],
    ['a packed field outside of its bounds', (v, at) => v.setUint8(at('bits'), 0x0f), /bits\.a.* holds 15/],
    ['a set with an element too many', (v, at) => v.setUint8(at('colours'), 9), /colours.* holds element 3 of 3/],
    [
      'a reference into an object',
      (v, at) => v.setUint32(at('list'), v.getUint32(at('list'), true) + 8, true),
      /no object/,
    ],
    [
      'a reference to another type',
      (v, at) => v.setUint32(at('list'), v.getUint32(at('object'), true), true),
      /object of type/,
    ],
    ['a reference to a code of nothing', (v, at) => v.setUint32(at('list'), 12_345, true), /no object can be there/],
    ['a procedure that is none', (v, at) => v.setUint32(at('proc'), 60_000, true), /no procedure/],
  ];
  it('finds nothing where nothing is wrong', async () => {
    expect(audit((await victim()).a.kernel)).toEqual([]);
  });
  for (const [what, corrupt, expected] of corruptions) {
    it(`finds ${what}`, async () => {
      const { a, at } = await victim();
      corrupt(a.kernel.heap.blocks.view, at);
      expect(audit(a.kernel).join('\n')).toMatch(expected);
    });
  }
});
