/** Limits of domains: each kind of going wild is stopped at its limit, with a report that names the domain; who is beside it hardly notices. */
import { describe, expect, it } from 'vitest';
import { initialise, run } from '../../../src/kernel/control.ts';
import type { Domain } from '../../../src/kernel/domain/domain.ts';
import { type Kind, setLimit } from '../../../src/kernel/natives/quota.ts';
import { Quotas, USUAL_LIMITS } from '../../../src/kernel/strands/quota.ts';
import { type SourceMachine, sourceMachine } from '../source.ts';
import { ATTACKS, SERVER, wild as wildly } from './attacks.ts';

const program = (imports: string, declarations: string, body: string) => ({
  'Wild.m3': `MODULE Wild EXPORTS Main; IMPORT ${imports}; ${declarations} BEGIN ${body} END Wild.`,
});

async function wild(
  limits: Partial<Record<Kind, number>>,
  files: Readonly<Record<string, string>>,
  before?: (m: SourceMachine) => Promise<void>,
) {
  const m = sourceMachine();
  await before?.(m);
  const domain = await m.load('wild', files);
  limit(m, domain, limits);
  const outcome = await initialise(m.kernel, domain);
  const rest = await run(m.kernel);
  return { m, domain, shown: m.shown(), outcome, rest };
}

function limit(m: SourceMachine, domain: Domain, limits: Partial<Record<Kind, number>>): void {
  for (const e of domain.extensions) {
    for (const [kind, n] of Object.entries(limits)) setLimit(m.kernel, e.account, kind as Kind, n);
  }
}

const FORKER = `TYPE C = Thread.Closure OBJECT OVERRIDES apply := A END; VAR n := 0;
  PROCEDURE A(<*UNUSED*> c: C): REFANY = BEGIN Thread.Pause(0.001d0); RETURN NIL END A;`;

async function withEvent(m: SourceMachine): Promise<void> {
  await m.start('ev', {
    'Ev.i3': 'INTERFACE Ev; PROCEDURE P(); END Ev.',
    'Ev.m3': 'MODULE Ev; PROCEDURE P() = BEGIN END P; BEGIN END Ev.',
  });
}

describe('a domain that', () => {
  it('allocates without end gets no more memory', async () => {
    const { shown } = await wild(
      { memory: 4 * 2 ** 20 },
      program(
        'IO, SpinException',
        'TYPE L = REF RECORD a: ARRAY [1..100] OF INTEGER; next: L END; VAR l: L;',
        'TRY LOOP l := NEW(L, next := l) END EXCEPT SpinException.Exception(e) => l := NIL; IO.Put(e.msg) END',
      ),
    );
    expect(shown).toBe('spin: quota: domain wild is at its limit: it may have 4 MB of memory\nout of memory');
  });

  it('forks without end gets an exception, and may fork again when strands have ended', async () => {
    const { shown, rest, m, domain } = await wild(
      { strands: 20 },
      program(
        'IO, Fmt, Thread, Quota',
        FORKER,
        `TRY LOOP EVAL Thread.Fork(NEW(C)); INC(n) END EXCEPT Quota.Exceeded(t) => IO.Put(Fmt.Int(n) & " " & t & "\\n") END;
         Thread.Pause(0.1d0); EVAL Thread.Join(Thread.Fork(NEW(C))); IO.Put("again")`,
      ),
    );
    const what = 'domain wild is at its limit: it may have 20 strands';
    expect(shown).toBe(`spin: quota: ${what}\n20 ${what}\nagain`);
    expect(rest).toEqual({ kind: 'ended' });
    expect(m.kernel.quotas.of([...domain.extensions][0]!.account).used.strands).toBe(0);
  });

  it('asks again and again for what it may not have pays for every refusal', async () => {
    const fuelOf = async (refusals: number) => {
      const { m, shown } = await wild(
        { handlers: 0 },
        program(
          'IO, Fmt, Dispatcher, Quota, Ev',
          'VAR n := 0; PROCEDURE H() = BEGIN END H; <*FATAL Dispatcher.Error*>',
          `FOR i := 1 TO ${refusals} DO TRY EVAL Dispatcher.InstallHandler(Ev.P, NIL, H) EXCEPT Quota.Exceeded => INC(n) END END; IO.Put(Fmt.Int(n))`,
        ),
        withEvent,
      );
      expect(shown.endsWith(`\n${refusals}`)).toBe(true);
      return m.kernel.strands.clock.fuel;
    };
    expect(((await fuelOf(60)) - (await fuelOf(10))) / 50).toBeGreaterThan(20_000);
  });

  it('installs without end gets an exception, and may install again when it has uninstalled', async () => {
    const { shown } = await wild(
      { handlers: 5 },
      program(
        'IO, Fmt, Dispatcher, Quota, Ev',
        `VAR n := 0; b: ARRAY [0..99] OF Dispatcher.Binding; PROCEDURE H() = BEGIN INC(n) END H; <*FATAL Dispatcher.Error*>`,
        `TRY LOOP b[n] := Dispatcher.InstallHandler(Ev.P, NIL, H); INC(n) END EXCEPT Quota.Exceeded => IO.Put(Fmt.Int(n) & " ") END;
         Dispatcher.Uninstall(b[0]); EVAL Dispatcher.InstallHandler(Ev.P, NIL, H); n := 0; Ev.P(); IO.Put(Fmt.Int(n))`,
      ),
      withEvent,
    );
    expect(shown).toBe('spin: quota: domain wild is at its limit: it may have 5 handlers\n5 5');
  });

  it('recurses without end overflows its stack, and nobody else', async () => {
    const { outcome, shown } = await wild(
      {},
      program('IO', 'PROCEDURE P(n: INTEGER): INTEGER = BEGIN RETURN P(n + 1) + 1 END P;', 'EVAL P(0)'),
    );
    expect(outcome.kind).toBe('failed');
    expect(shown).toContain('StackOverflow');
  });

  it('spins, or raises without end, is terminated when its fuel is used up', async () => {
    for (const [imports, declarations, body] of [
      ['IO', 'VAR n := 0;', 'LOOP INC(n) END'],
      ['IO', 'EXCEPTION E; PROCEDURE P() RAISES {E} = BEGIN RAISE E END P;', 'LOOP TRY P() EXCEPT E => END END'],
      [
        'Thread, IO',
        `${FORKER} VAR x := 0;`,
        'EVAL Thread.Fork(NEW(C)); TRY LOOP INC(x) END FINALLY IO.Put("not said") END',
      ],
    ] as const) {
      const { shown, rest } = await wild({ fuel: 3_000_000 }, program(imports, declarations, body));
      expect(shown).toContain('quota: domain wild is at its limit: it may use 3000000 units of fuel, and is stopped');
      expect(shown).toContain('strand wild (main)');
      expect(shown).not.toContain('not said');
      expect(rest).toEqual({ kind: 'ended' });
    }
  });
});

describe('beside domains that use up their share of the processor', () => {
  const WORK = {
    'Good.m3': `MODULE Good EXPORTS Main; IMPORT IO, Fmt, Tick; VAR n := 0; from := Tick.Now();
      BEGIN FOR i := 1 TO 20000000 DO n := (n * 7 + i) MOD 1001 END;
        IO.Put(Fmt.Int(ROUND(Tick.ToSeconds(Tick.Subtract(Tick.Now(), from)) * 1.0d6))) END Good.`,
  };

  it.each(
    ATTACKS.map((a) => [a.name, a] as const),
  )('a well-behaved one keeps nine tenths of its throughput: one that %s', async (_, attack) => {
    const alone = sourceMachine();
    await alone.start('good', WORK);
    const m = sourceMachine();
    // What it hears of limits is for the operator.
    Object.assign(m.kernel, { log: () => {} });
    m.kernel.quotas.report = () => {};
    await m.load('server', SERVER);
    const domain = await m.load('wild', wildly(attack));
    limit(m, domain, { share: 5, memory: 4 * 2 ** 20, strands: 50, handlers: 200 });
    await initialise(m.kernel, domain);
    await m.start('good', WORK);
    const kept = Number(alone.shown()) / Number(m.shown());
    expect(kept).toBeGreaterThan(0.9);
    expect(kept).toBeLessThan(1);
  });
});

describe('interface Quota', () => {
  const self = 'Domain.CreateFromModule("self", THIS_MODULE())';

  it('shows limits and use, and lowers limits only', async () => {
    const { shown } = await wild(
      { strands: 30 },
      program(
        'IO, Fmt, Domain, Quota, Thread',
        `${FORKER} VAR u: Quota.Usage; d := ${self};`,
        `EVAL Thread.Fork(NEW(C));
         Quota.Get(d, Quota.Kind.Strands, u); IO.Put(Fmt.Int(u.used) & "/" & Fmt.Int(u.limit) & " ");
         Quota.Lower(d, Quota.Kind.Strands, 100); Quota.Get(d, Quota.Kind.Strands, u); IO.Put(Fmt.Int(u.limit) & " ");
         Quota.Lower(d, Quota.Kind.Strands, 7); Quota.Get(d, Quota.Kind.Strands, u); IO.Put(Fmt.Int(u.limit) & " ");
         Quota.Get(d, Quota.Kind.Fuel, u); IO.Put(Fmt.Bool(u.limit = LAST(CARDINAL)) & Fmt.Bool(u.used > 0) & " ");
         Quota.Get(d, Quota.Kind.Share, u); IO.Put(Fmt.Int(u.limit) & " ");
         Quota.Get(d, Quota.Kind.Memory, u); IO.Put(Fmt.Bool(u.used > 1000))`,
      ),
    );
    expect(shown).toBe('1/30 30 7 TRUETRUE 100 TRUE');
  });

  it('needs the right to modify, and its trusted half is out of reach', async () => {
    const { shown } = await wild(
      {},
      program(
        'IO, Text, Domain, Quota, SpinPublic',
        '',
        'TRY Quota.Lower(SpinPublic.GetDomain(), Quota.Kind.Share, 1) EXCEPT Domain.Error(t) => IO.Put(Text.Sub(t, 0, 5)) END',
      ),
    );
    expect(shown).toBe('K1106');
    const m = sourceMachine();
    const raiser = program(
      'QuotaNative, Quota, Domain',
      `VAR d := ${self};`,
      'QuotaNative.Set(d, Quota.Kind.Share, 100)',
    );
    await expect(m.load('wild', raiser)).rejects.toThrow(/QuotaNative/);
  });
});

describe('accounts', () => {
  it('count for their creators, so that dividing gains nothing', () => {
    const quotas = new Quotas();
    const lines: string[] = [];
    quotas.report = (line) => void lines.push(line);
    quotas.open(1, 'parent', 0, { ...USUAL_LIMITS, strands: 3 });
    quotas.open(2, 'child', 1);
    quotas.open(3, 'grandchild', 2);
    expect([2, 3, 1].map((d) => quotas.take(d, 'strands'))).toEqual([undefined, undefined, undefined]);
    expect(quotas.take(3, 'strands')?.name).toBe('parent');
    expect(quotas.take(1, 'strands')?.name).toBe('parent');
    expect(lines).toEqual(['spin: quota: domain parent is at its limit: it may have 3 strands']);
    quotas.giveBack(3, 'strands');
    expect(quotas.take(2, 'strands')).toBeUndefined();
    expect(quotas.of(3).used.strands).toBe(0);
  });
});
