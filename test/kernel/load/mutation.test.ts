/**
 * Hostile files: mutations of good ones. Whatever happens to a file, the kernel refuses it with a diagnostic, or runs it within the rules: nothing is thrown but a
 * LinkError, no engine trap, no mistake of the kernel.
 */
import { describe, expect, it } from 'vitest';
import { decodeModule } from '../../../src/bytecode/decode.ts';
import { encodeModule } from '../../../src/bytecode/encode.ts';
import type { SpxModule } from '../../../src/bytecode/module.ts';
import { initialise, resolveAll } from '../../../src/kernel/control.ts';
import type { Domain } from '../../../src/kernel/domain/domain.ts';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { createFromModule } from '../../../src/kernel/load/create.ts';
import { LinkError } from '../../../src/kernel/load/link-error.ts';
import { compile, sourceMachine } from '../source.ts';

const ROUNDS = Number(process.env['MUTATIONS'] ?? 150);

const COUNTER = {
  'Counter.i3': `INTERFACE Counter;
    TYPE T <: Public; Public = OBJECT METHODS next(): INTEGER; set(n: INTEGER) RAISES {Bad} END;
         R = RECORD a: INTEGER; b: TEXT END;
    EXCEPTION Bad(TEXT);
    VAR limit: [5..10];
    PROCEDURE New(a: INTEGER := 3): T;
    PROCEDURE Sum(READONLY a: ARRAY OF INTEGER): INTEGER;
    PROCEDURE Rec(r: R): R RAISES {Bad};
    END Counter.`,
  'Counter.m3': `MODULE Counter; IMPORT Fmt;
    REVEAL T = Public BRANDED OBJECT n: INTEGER := 40; t: TEXT := "x" OVERRIDES next := Next; set := Set END;
    PROCEDURE Next(t: T): INTEGER = BEGIN INC(t.n); RETURN t.n END Next;
    PROCEDURE Set(t: T; n: INTEGER) RAISES {Bad} = BEGIN IF n < 0 THEN RAISE Bad("neg" & Fmt.Int(n)) END; t.n := n END Set;
    PROCEDURE New(a: INTEGER): T = BEGIN RETURN NEW(T, n := a) END New;
    PROCEDURE Sum(READONLY a: ARRAY OF INTEGER): INTEGER = VAR s := 0; BEGIN FOR i := 0 TO LAST(a) DO INC(s, a[i]) END; RETURN s END Sum;
    PROCEDURE Rec(r: R): R RAISES {Bad} = BEGIN r.a := r.a + 1; IF r.b = NIL THEN RAISE Bad("nil") END; RETURN r END Rec;
    BEGIN limit := 7 END Counter.`,
};

const CLIENT = {
  'Client.m3': `MODULE Client EXPORTS Main; IMPORT Counter, Fmt, Text, IO;
    TYPE S = Counter.T OBJECT extra: INTEGER := 9 METHODS twice(): INTEGER := Twice OVERRIDES next := MyNext END;
         E = {Red, Green, Blue}; A = ARRAY E OF INTEGER; P = PROCEDURE (a: INTEGER): INTEGER;
    VAR s := NEW(S); a := A{1, 2, 3}; r: Counter.R; st := SET OF E{E.Red}; fp: P := Fib; x: LONGREAL := 1.5D0; list := NEW(REF ARRAY OF INTEGER, 10);
    PROCEDURE MyNext(s: S): INTEGER = BEGIN RETURN Counter.T.next(s) + s.extra END MyNext;
    PROCEDURE Twice(s: S): INTEGER = BEGIN RETURN 2 * s.next() END Twice;
    PROCEDURE Fib(n: INTEGER): INTEGER = BEGIN IF n < 2 THEN RETURN n END; RETURN Fib(n - 1) + Fib(n - 2) END Fib;
    PROCEDURE Apply(p: PROCEDURE (i: INTEGER)) = BEGIN FOR i := 0 TO 3 DO p(i) END END Apply;
    PROCEDURE Nest(): INTEGER = VAR t := 0; PROCEDURE Add(i: INTEGER) = BEGIN INC(t, i) END Add; BEGIN Apply(Add); RETURN t END Nest;
    BEGIN
      IO.Put(Fmt.Int(s.twice()) & " " & Fmt.Int(fp(10)) & " " & Fmt.Int(Nest()) & "\\n");
      TRY s.set(-1) EXCEPT Counter.Bad(t) => IO.Put(t & "\\n") ELSE IO.Put("other\\n") END;
      r.b := "q"; TRY r := Counter.Rec(r) EXCEPT Counter.Bad => END;
      FOR e := FIRST(E) TO LAST(E) DO IF e IN st THEN INC(a[e]) ELSE list[ORD(e)] := a[e] END END;
      IO.Put(Fmt.Int(Counter.Sum(list^)) & Fmt.Int(Counter.Sum(SUBARRAY(a, 1, 2))) & Fmt.LongReal(x * 2.0D0) & Fmt.Int(Counter.limit) & Fmt.Int(Text.Length(r.b)) & "\\n");
    END Client.`,
};

const files = (sources: Readonly<Record<string, string>>) =>
  Object.entries(sources).map(([path, text]) => ({ path, text }));

/** A small generator, so that a failure can be repeated by its seed. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Holder = Record<string | number, unknown>;
interface Spot {
  readonly holder: Holder;
  readonly key: string | number;
}

/** Every place in the module that holds a number, a flag, a name, an array or bytes. */
function spotsOf(value: unknown, spots: Spot[] = []): Spot[] {
  if (value instanceof Uint8Array || value === null || typeof value !== 'object') return spots;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'source' || name === 'sourcePath' || name === 'lines') continue;
    const key = Array.isArray(value) ? Number(name) : name;
    spots.push({ holder: value as Holder, key });
    spotsOf(inner, spots);
  }
  return spots;
}

function mutate(m: SpxModule, random: (below: number) => number): void {
  let spots = spotsOf(m);
  // Code is small in number of places, but where most of the rules are.
  if (random(2) === 0) spots = spots.filter((s) => s.holder[s.key] instanceof Uint8Array);
  const names = spots.filter((s) => typeof s.holder[s.key] === 'string');
  for (let n = 1 + random(2); n > 0; n--) {
    const { holder, key } = spots[random(spots.length)]!;
    const value = holder[key];
    if (value instanceof Uint8Array) {
      if (value.length > 0) value[random(value.length)] = random(256);
    } else if (typeof value === 'number') holder[key] = random(3) === 0 ? random(60) : value + (random(2) ? 1 : -1);
    else if (typeof value === 'bigint') holder[key] = value + BigInt(random(20) - 10);
    else if (typeof value === 'boolean') holder[key] = !value;
    else if (typeof value === 'string') {
      const other = names[random(names.length)];
      if (other) holder[key] = other.holder[other.key];
    } else if (Array.isArray(value) && value.length > 0) value.splice(random(value.length), 1);
  }
}

/** What became of the two extensions, one of them mutated. */
async function fate(kernel: Kernel, modules: readonly SpxModule[]): Promise<string> {
  kernel.strands.limits = { fuel: kernel.strands.clock.fuel + 2_000_000 };
  const domains: Domain[] = [kernel.publicDomain];
  for (const module of modules) {
    try {
      const domain = kernel.domains.create(module.name, [createFromModule(kernel, module.name, module)]);
      await resolveAll(kernel, domain, domains);
      domains.unshift(domain);
      const outcome = await initialise(kernel, domain);
      if (outcome.kind === 'failed') return outcome.report.kind;
      if (outcome.kind !== 'ended') return outcome.kind;
    } catch (error) {
      if (error instanceof LinkError) return error.code;
      throw error;
    }
  }
  kernel.heap.collect();
  return 'ended';
}

describe('a mutated file', () => {
  it('is refused with a diagnostic, or runs within the rules', { timeout: 120_000 + 20 * ROUNDS }, async () => {
    const good = [compile('counter', files(COUNTER), []), compile('client', files(CLIENT), files(COUNTER))];
    // One kernel takes many of them in a row: what a bad one leaves behind must not hurt the next.
    let { kernel } = sourceMachine();
    expect(await fate(kernel, good)).toBe('ended');
    const fates = new Map<string, number>();
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = generator(seed * 7919);
      const modules = good.map((m) => structuredClone(m));
      const which = random(2);
      mutate(modules[which]!, random);
      let bytes: Uint8Array;
      try {
        bytes = encodeModule(modules[which]!);
      } catch {
        continue; // Not a module at all.
      }
      const decoded = decodeModule(bytes);
      if ('error' in decoded) continue;
      modules[which] = decoded.module;
      if (seed % 50 === 0) ({ kernel } = sourceMachine());
      const end = await fate(kernel, modules);
      expect(['crash', 'overflow'], `seed ${seed}`).not.toContain(end);
      fates.set(end, (fates.get(end) ?? 0) + 1);
    }
    expect(await fate(kernel, good)).toBe('ended');
    // The mutations reach beyond the verifier in both directions.
    expect(fates.get('K1001') ?? 0).toBeGreaterThan(0);
    expect(fates.get('ended') ?? 0).toBeGreaterThan(0);
  });
});
