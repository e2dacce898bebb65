/** What a destroyed domain leaves behind is given back as soon as nothing can mention it, and not before. */
import { describe, expect, it } from 'vitest';
import { destroy, initialise, run } from '../../../src/kernel/control.ts';
import { reclaim } from '../../../src/kernel/domain/reclaim.ts';
import { sourceMachine } from '../source.ts';
import { soak } from './soak.ts';

const THING = {
  'Thing.i3': `INTERFACE Thing; TYPE T = OBJECT METHODS get(): INTEGER := Get END; Priv <: T;
    PROCEDURE Get(t: T): INTEGER; PROCEDURE New(): T; PROCEDURE Call(p: PROCEDURE ()); END Thing.`,
  'Thing.m3': `MODULE Thing; IMPORT IO;
    REVEAL Priv = T BRANDED "Thing.Priv" OBJECT n := 7 OVERRIDES get := PrivGet END;
    PROCEDURE Get(<*UNUSED*> t: T): INTEGER = BEGIN RETURN 1 END Get;
    PROCEDURE PrivGet(t: Priv): INTEGER = BEGIN RETURN t.n END PrivGet;
    PROCEDURE New(): T = BEGIN RETURN NEW(Priv) END New;
    PROCEDURE Call(p: PROCEDURE ()) = BEGIN p(); IO.Put("back in Thing\\n") END Call;
    BEGIN END Thing.`,
};
const filler = (name: string) => ({
  [`${name}.i3`]: `INTERFACE ${name}; PROCEDURE Evil(n: INTEGER): INTEGER; END ${name}.`,
  [`${name}.m3`]: `MODULE ${name}; IMPORT IO; TYPE A = OBJECT METHODS m() := M END;
    PROCEDURE M(<*UNUSED*> a: A) = BEGIN IO.Put("evil method\\n") END M;
    PROCEDURE Evil(n: INTEGER): INTEGER = BEGIN IO.Put("evil\\n"); RETURN n END Evil;
    PROCEDURE P1() = BEGIN IO.Put("evil 1\\n") END P1; PROCEDURE P2() = BEGIN IO.Put("evil 2\\n") END P2;
    VAR a := NEW(A); BEGIN IF a = NIL THEN P1(); P2(); a.m() END END ${name}.`,
});

describe('load and destroy', () => {
  it('again and again leaves slots, types, domains and memory as they were', async () => {
    const rows = await soak(450, 50);
    const most = (f: (r: (typeof rows)[number]) => number, from: number, to: number) =>
      Math.max(...rows.slice(from, to).map(f));
    expect(most((r) => r.slots, 5, 10)).toBeLessThan(rows[0]!.slots + 1600);
    expect(Math.min(...rows.slice(5).map((r) => r.slots))).toBeLessThan(rows[0]!.slots + 1100);
    expect(most((r) => r.types, 5, 10)).toBeLessThan(rows[0]!.types + 2400);
    expect(most((r) => r.domains, 5, 10)).toBeLessThan(250);
    expect(most((r) => r.memory, 5, 10)).toBeLessThan(10 * 2 ** 20);
  }, 60_000);
});

describe('what others still have of a destroyed domain', () => {
  it('keeps its meaning, whatever comes after: procedure values, objects, methods', async () => {
    const m = sourceMachine();
    const thing = await m.load('thing', THING);
    await m.start('user', {
      'User.i3': 'INTERFACE User; PROCEDURE Try(); PROCEDURE Drop(); END User.',
      'User.m3': `MODULE User; IMPORT IO, Fmt, SpinException;
        TYPE P = PROCEDURE (t: REFANY): INTEGER;
        VAR held: REFANY; p: PROCANY;
        PROCEDURE Try() =
          BEGIN
            IO.Put(Fmt.Bool(held # NIL) & Fmt.Bool(p # NIL) & " " & Fmt.Bool(ISTYPE(held, ROOT)) & "\\n");
          END Try;
        PROCEDURE Drop() = BEGIN held := NIL; p := NIL END Drop;
        BEGIN END User.`,
    });
    // A user that is linked keeps the domain's slots by itself; this one only has values of it.
    await m.start('giver', {
      'Giver.i3': 'INTERFACE Giver; VAR get: PROCEDURE (): REFANY; object: REFANY; END Giver.',
      'Giver.m3': 'MODULE Giver; BEGIN END Giver.',
    });
    const link = await m.load('link', {
      'Link.m3':
        'MODULE Link EXPORTS Main; IMPORT Giver, Thing; PROCEDURE G(): REFANY = BEGIN RETURN Thing.New() END G; BEGIN Giver.get := G; Giver.object := Thing.New() END Link.',
    });
    await initialise(m.kernel, link);
    destroy(m.kernel, link);
    destroy(m.kernel, thing);
    await run(m.kernel);
    reclaim(m.kernel);
    expect(m.kernel.remains.slots.size).toBeGreaterThan(0);
    for (let i = 0; i < 10; i++) await m.start(`filler${i}`, filler(`Filler${i}`));
    await m.start('try', {
      'Try.m3': `MODULE Try EXPORTS Main; IMPORT IO, Giver, SpinException;
        BEGIN
          TRY EVAL Giver.get() EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & "\\n") END;
          IF ISTYPE(Giver.object, MUTEX) THEN IO.Put("evil") ELSE IO.Put("object is still itself\\n") END;
          Giver.get := NIL; Giver.object := NIL;
        END Try.`,
    });
    expect(m.shown()).toBe('ProtectionFault\nobject is still itself\n');
    reclaim(m.kernel);
    expect(m.kernel.remains.slots.size).toBe(0);
  });

  it('a method of its objects raises ProtectionFault', async () => {
    const m = sourceMachine();
    const thing = await m.load('thing', THING);
    await m.start('user', {
      'User.i3': 'INTERFACE User; PROCEDURE Again(); END User.',
      'User.m3': `MODULE User; IMPORT IO, Fmt, Thing, SpinException; VAR t := Thing.New();
        PROCEDURE Again() = BEGIN TRY IO.Put(Fmt.Int(t.get())) EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code)) END; IO.Put("\\n") END Again;
        BEGIN Again() END User.`,
    });
    destroy(m.kernel, thing);
    reclaim(m.kernel);
    await m.start('again', { 'Again.m3': 'MODULE Again EXPORTS Main; IMPORT User; BEGIN User.Again() END Again.' });
    expect(m.shown()).toBe('7\nProtectionFault\n');
  });
});

describe('a domain that is destroyed while a strand of another is in its code', () => {
  it('lets that strand finish, and gives everything back only then', async () => {
    const m = sourceMachine();
    const thing = await m.load('thing', THING);
    const user = await m.load('user', {
      'User.i3': 'INTERFACE User; VAR go: BOOLEAN; END User.',
      'User.m3': `MODULE User; IMPORT IO, Thing, Strand;
        TYPE S = Strand.T OBJECT OVERRIDES run := Run END;
        PROCEDURE Run(<*UNUSED*> s: S) = BEGIN Thing.Call(Wait); IO.Put("back in User\\n") END Run;
        PROCEDURE Wait() = BEGIN WHILE NOT go DO Strand.Block(Strand.GetCurrent()) END END Wait;
        BEGIN waiter := NEW(S); Strand.Run(waiter) END User.`.replace('BEGIN waiter', 'VAR waiter: S; BEGIN waiter'),
    });
    await initialise(m.kernel, user);
    expect((await run(m.kernel)).kind).toBe('deadlock');
    destroy(m.kernel, thing);
    reclaim(m.kernel);
    expect([...thing.extensions][0]!.left).toBeUndefined();
    await m.start('waker', {
      'Waker.m3': 'MODULE Waker EXPORTS Main; IMPORT User; BEGIN User.go := TRUE END Waker.',
    });
    const [blocked] = m.kernel.strands.strands.values();
    m.kernel.strands.ready.unblock(blocked!);
    expect((await run(m.kernel)).kind).toBe('ended');
    expect(m.shown()).toBe('back in Thing\nback in User\n');
    expect([...thing.extensions][0]!.left).toBe(true);
  });
});

describe('a domain that is destroyed while an event that it handles is being raised', () => {
  it('gives everything back when the raise is over, and its handler is not invoked any more', async () => {
    const m = sourceMachine();
    await m.start('ev', {
      'Ev.i3': 'INTERFACE Ev; VAR go: BOOLEAN; PROCEDURE P(); END Ev.',
      'Ev.m3': `MODULE Ev; IMPORT IO, Strand; TYPE S = Strand.T OBJECT OVERRIDES run := Run END;
        PROCEDURE Run(<*UNUSED*> s: S) = BEGIN P(); IO.Put("raised\\n") END Run;
        PROCEDURE P() = BEGIN WHILE NOT go DO Strand.Block(Strand.GetCurrent()) END END P;
        PROCEDURE Go() = BEGIN Strand.Run(NEW(S)) END Go; VAR ready := FALSE;
        BEGIN ready := TRUE; IF ready THEN Go() END END Ev.`,
    });
    const handler = await m.load('handler', {
      'Handler.m3': `MODULE Handler EXPORTS Main; IMPORT IO, Ev, Dispatcher, Strand; <*FATAL Dispatcher.Error*>
        TYPE S = Strand.T OBJECT OVERRIDES run := Run END;
        PROCEDURE Run(<*UNUSED*> s: S) = BEGIN Ev.P() END Run;
        PROCEDURE H() = BEGIN IO.Put("handled\\n") END H;
        BEGIN EVAL Dispatcher.InstallHandler(Ev.P, NIL, H) END Handler.`,
    });
    await initialise(m.kernel, handler);
    await m.start('raiser', {
      'Raiser.m3': `MODULE Raiser EXPORTS Main; IMPORT IO, Ev, Strand, SpinException; TYPE S = Strand.T OBJECT OVERRIDES run := Run END;
        PROCEDURE Run(<*UNUSED*> s: S) = BEGIN TRY Ev.P(); IO.Put("raised\\n") EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & "\\n") END END Run;
        BEGIN Strand.Run(NEW(S)) END Raiser.`,
    });
    expect((await run(m.kernel)).kind).toBe('deadlock');
    destroy(m.kernel, handler);
    reclaim(m.kernel);
    expect([...handler.extensions][0]!.left).toBeUndefined();
    await m.start('goer', { 'Goer.m3': 'MODULE Goer EXPORTS Main; IMPORT Ev; BEGIN Ev.go := TRUE END Goer.' });
    for (const s of m.kernel.strands.strands.values()) m.kernel.strands.ready.unblock(s);
    expect((await run(m.kernel)).kind).toBe('ended');
    expect(m.shown()).not.toContain('handled');
    expect([...handler.extensions][0]!.left).toBe(true);
  });
});

describe('a strand that lives on', () => {
  it('does not keep what it has never been in: a loader gets its memory back', async () => {
    const m = sourceMachine();
    const gate = await m.load('gate', {
      'Gate.i3': 'INTERFACE Gate; PROCEDURE P(); END Gate.',
      'Gate.m3': `MODULE Gate; IMPORT Domain, NameServer; PROCEDURE P() = BEGIN END P; <*FATAL NameServer.Error*>
        BEGIN NameServer.Attach(NIL, "/svc/gate", Domain.CreateFromModule("gate", THIS_MODULE())) END Gate.`,
    });
    await initialise(m.kernel, gate);
    const loader = await m.load('loader', {
      'Loader.m3': `MODULE Loader EXPORTS Main; IMPORT Domain, NameServer, Strand; <*FATAL NameServer.Error*>
        BEGIN
          EVAL Domain.Destroy(NARROW(NameServer.Lookup(NIL, "/svc/gate"), Domain.T));
          Strand.Block(Strand.GetCurrent());
        END Loader.`,
    });
    expect((await initialise(m.kernel, loader)).kind).toBe('deadlock');
    expect([...gate.extensions][0]!.left).toBe(true);
  });
});
