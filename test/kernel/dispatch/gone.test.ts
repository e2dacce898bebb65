/** What is left in others' hands of a domain that was destroyed: each use of it is an error or exception that the interface declares, and harms nobody. */
import { describe, expect, it } from 'vitest';
import { destroy, run } from '../../../src/kernel/control.ts';
import { sourceMachine } from '../source.ts';
import { SERVER } from './server.ts';

const GUEST = {
  'Guest.i3': `INTERFACE Guest; IMPORT Auth, Strand, Thread;
    TYPE Box = OBJECT METHODS get(): INTEGER := Get END;
    PROCEDURE Get(b: Box): INTEGER;
    PROCEDURE Handle(x: INTEGER); PROCEDURE With(b: Box; x: INTEGER); FUNCTIONAL PROCEDURE Guard(x: INTEGER): BOOLEAN;
    PROCEDURE Seven(x: INTEGER): INTEGER;
    PROCEDURE NewAuth(): Auth.T; PROCEDURE NewClosure(): Thread.Closure; PROCEDURE NewStrand(): Strand.T;
    END Guest.`,
  'Guest.m3': `MODULE Guest; IMPORT Auth, IO, Strand, Thread;
    TYPE A = Auth.T OBJECT OVERRIDES authorize := Yes END; C = Thread.Closure OBJECT OVERRIDES apply := Apply END; S = Strand.T OBJECT OVERRIDES run := Run END;
    PROCEDURE Get(<*UNUSED*> b: Box): INTEGER = BEGIN RETURN 1 END Get;
    PROCEDURE Handle(<*UNUSED*> x: INTEGER) = BEGIN END Handle;
    PROCEDURE With(<*UNUSED*> b: Box; <*UNUSED*> x: INTEGER) = BEGIN IO.Put("with ") END With;
    FUNCTIONAL PROCEDURE Guard(x: INTEGER): BOOLEAN = BEGIN RETURN x = 1 END Guard;
    PROCEDURE Seven(<*UNUSED*> x: INTEGER): INTEGER = BEGIN RETURN 7 END Seven;
    PROCEDURE Yes(<*UNUSED*> a: A; <*UNUSED*> key: Auth.Key; <*UNUSED*> arg: REFANY): BOOLEAN = BEGIN RETURN TRUE END Yes;
    PROCEDURE Apply(<*UNUSED*> c: C): REFANY = BEGIN IO.Put("evil "); RETURN NIL END Apply;
    PROCEDURE Run(<*UNUSED*> s: S) = BEGIN IO.Put("evil ") END Run;
    PROCEDURE NewAuth(): Auth.T = BEGIN RETURN NEW(A) END NewAuth;
    PROCEDURE NewClosure(): Thread.Closure = BEGIN RETURN NEW(C) END NewClosure;
    PROCEDURE NewStrand(): Strand.T = BEGIN RETURN NEW(S) END NewStrand;
    BEGIN END Guest.`,
};

/** `before` runs while the guest lives, `after` when it is destroyed; they share what \`declarations\` declares. */
async function gone(declarations: string, before: string, after: string): Promise<string> {
  const m = sourceMachine();
  await m.load('server', SERVER);
  const guest = await m.load('guest', GUEST);
  const outcome = await m.start('holder', {
    'Holder.i3': 'INTERFACE Holder; PROCEDURE After(); END Holder.',
    'Holder.m3': `MODULE Holder;
      <*NOWARN*> IMPORT Auth, Dispatcher, Fmt, Guest, IO, RTCollector, Server, SpinException, Strand, Thread;
      <*NOWARN*> PROCEDURE Mine(<*UNUSED*> x: INTEGER) = BEGIN IO.Put("mine ") END Mine;
      <*NOWARN*> FUNCTIONAL PROCEDURE Even(x: INTEGER): BOOLEAN = BEGIN RETURN x MOD 2 = 0 END Even;
      ${declarations}
      <*FATAL ANY*>
      PROCEDURE After() = BEGIN ${after} END After;
      BEGIN ${before} END Holder.`,
  });
  expect(outcome, m.shown()).toEqual({ kind: 'ended' });
  destroy(m.kernel, guest);
  await run(m.kernel);
  const last = await m.start('last', {
    'Last.m3': 'MODULE Last EXPORTS Main; IMPORT Holder; BEGIN Holder.After() END Last.',
  });
  expect(last, m.shown()).toEqual({ kind: 'ended' });
  await run(m.kernel);
  return m.shown();
}

describe('bindings, guards and result handlers', () => {
  const DECLARATIONS = `
    TYPE Bs = REF ARRAY OF Dispatcher.Binding;
    VAR handled, guarded, mine, spare: Dispatcher.Binding; guard: Dispatcher.ImposedGuard; results: Dispatcher.ResultHandlers;
    PROCEDURE One(b: Dispatcher.Binding): Bs = VAR a := NEW(Bs, 1); BEGIN a[0] := b; RETURN a END One;
    PROCEDURE Do(b: Dispatcher.Binding; what: INTEGER) RAISES {Dispatcher.Error} =
      BEGIN
        CASE what OF
        | 0 => Dispatcher.Install(b) | 1 => Dispatcher.Uninstall(b)
        | 2 => Dispatcher.InstallBefore(b, mine) | 3 => Dispatcher.InstallAfter(b, mine) | 4 => Dispatcher.InstallBefore(spare, b)
        | 5 => Dispatcher.OrderBefore(b, mine) | 6 => Dispatcher.OrderAfter(mine, b) | 7 => Dispatcher.ForgetOrder(b)
        | 8 => Dispatcher.SetOptions(b, Dispatcher.DefaultOptions) | 9 => EVAL Dispatcher.GetOptions(b) | 10 => EVAL Dispatcher.Position(b)
        | 11 => Dispatcher.SetAsynchronousHandler(b, TRUE) | 12 => EVAL Dispatcher.CreateImposedGuard(b, Even) | 13 => EVAL Dispatcher.ImposeGuard(b, Even)
        | 14 => Dispatcher.AtomicSwap(One(b), NIL) | 15 => Dispatcher.AtomicSwap(NIL, One(b)) | 16 => Dispatcher.AtomicSwap(One(mine), One(b))
        | 17 => Server.Budget(b, 10)
        | 18 => Dispatcher.InstallGuard(guard) | 19 => Dispatcher.UninstallGuard(guard)
        | 20 => Dispatcher.InstallResultHandlers(results) | 21 => Dispatcher.UninstallResultHandlers(results)
        ELSE EVAL Dispatcher.InstallHandler(Server.Note, NIL, b.getHandler())
        END
      END Do;
    PROCEDURE All(b: Dispatcher.Binding; last: INTEGER) =
      BEGIN
        FOR what := 0 TO last DO
          TRY Do(b, what); IO.Put("!" & Fmt.Int(what) & " ") EXCEPT Dispatcher.Error(c) => IO.Put(Fmt.Int(ORD(c))) END
        END;
        WITH s = Dispatcher.GetStatistics(b) DO IO.Put(" " & Fmt.Bool(Dispatcher.IsInstalled(b)) & Fmt.Bool(Dispatcher.IsEphemeral(b)) & Fmt.Int(s.invocations)) END;
        IO.Put("\\n")
      END All;`;

  it('of its handlers and guards: Error(InvalidProcedure), whatever is done with them', async () => {
    const before = `
      mine := Dispatcher.InstallHandler(Server.Quiet, NIL, Mine); spare := Dispatcher.Create(Server.Quiet, NIL, Mine);
      handled := Dispatcher.InstallHandler(Server.Quiet, NIL, Guest.Handle);
      guarded := Dispatcher.InstallHandler(Server.Quiet, Guest.Guard, Mine);
      guard := Dispatcher.ImposeGuard(mine, Guest.Guard);
      results := Server.Fold(Server.Sum, NIL);
      Server.Quiet(1)`;
    const after =
      'All(handled, 19); All(guarded, 19); All(handled, 22); IF Dispatcher.IsInstalled(mine) THEN IO.Put("open") END; Server.Quiet(1)';
    const [handled, guarded, once] = (await gone(DECLARATIONS, before, after)).split('\n').slice(-4);
    expect(handled).toBe('mine mine 11111111111111111111 FALSEFALSE0');
    expect(guarded).toBe('11111111111111111111 FALSEFALSE0');
    // The results are the server's own, and are installed; a procedure of the guest is refused as a new handler.
    expect(once).toMatch(/^1{20}!20 !21 1 /);
  });
});

describe('closures', () => {
  it('of its types still are what they were; their methods raise ProtectionFault', async () => {
    const declarations = `
      VAR n := 0;
      PROCEDURE Takes(b: Guest.Box; x: INTEGER) =
        BEGIN TRY n := b.get() EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & Fmt.Int(x) & " ") END END Takes;`;
    const before =
      'EVAL Dispatcher.InstallHandler(Server.Quiet, NIL, Takes, NIL, NEW(Guest.Box)); Server.Quiet(1); IO.Put(Fmt.Int(n) & " ")';
    expect(await gone(declarations, before, 'RTCollector.Collect(); Server.Quiet(2)')).toBe('1 ProtectionFault2 ');
  });

  it('of procedures that the kernel has made of its own are gone with these', async () => {
    const declarations = 'VAR p := NEW(REF PROCEDURE(x: INTEGER));';
    const before = 'Dispatcher.Assign(Dispatcher.CreateLinear(Guest.With, 1, NEW(Guest.Box)), p); p^(1)';
    const after = `TRY p^(1) EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & " ") END;
      TRY Dispatcher.Assign(p^, p) EXCEPT Dispatcher.Error(c) => IO.Put(Fmt.Int(ORD(c))) END`;
    expect(await gone(declarations, before, after)).toBe('with ProtectionFault 1');
  });

  it('that would authorize do not: nobody comes in, and the authority can put another in its place', async () => {
    const before =
      'Server.Authorize(Guest.NewAuth(), Server.Quiet); EVAL Dispatcher.InstallHandler(Server.Quiet, NIL, Mine)';
    const after = `TRY EVAL Dispatcher.InstallHandler(Server.Quiet, NIL, Mine); IO.Put("in ") EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & " ") END;
      Server.Authorize(NEW(Auth.AuthAlways), Server.Quiet); EVAL Dispatcher.InstallHandler(Server.Quiet, NIL, Mine); Server.Quiet(0)`;
    expect(await gone('', before, after)).toBe('ProtectionFault mine mine ');
  });

  it('of threads and strands end with a report', async () => {
    const declarations = 'VAR closure: Thread.Closure; strand: Strand.T;';
    const shown = await gone(
      declarations,
      'closure := Guest.NewClosure(); strand := Guest.NewStrand()',
      'EVAL Thread.Fork(closure); Strand.Run(strand); Thread.Pause(0.01d0); IO.Put("goes on")',
    );
    expect(shown).not.toContain('evil');
    expect(shown.match(/code := ProtectionFault/g)).toHaveLength(2);
    expect(shown).toContain('goes on');
  });
});
