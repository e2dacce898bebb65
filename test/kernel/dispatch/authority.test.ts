/** Authority is shown by THIS_MODULE() in code of the module's own domain, and cannot be had by other ways. */
import { describe, expect, it } from 'vitest';
import { sourceMachine } from '../source.ts';

/** Raises events with its own module among the arguments, and gives the module to whoever wants it. */
const VICTIM = {
  'Victim.i3': `INTERFACE Victim; IMPORT Dispatcher, Domain, RTCode;
    PROCEDURE Secret(x: INTEGER); PROCEDURE Other(x: INTEGER);
    (* Events of the shape of procedures that want authority. *)
    PROCEDURE Told(event: PROCANY; on: BOOLEAN; module: RTCode.Module) RAISES {Dispatcher.Error};
    PROCEDURE Named(name: TEXT; module: RTCode.Module): Domain.T;
    PROCEDURE Apply(p: PROCEDURE(event: PROCANY; on: BOOLEAN; module: RTCode.Module) RAISES {Dispatcher.Error}) RAISES {Dispatcher.Error};
    PROCEDURE Run() RAISES {Dispatcher.Error};
    PROCEDURE Me(): RTCode.Module;
    PROCEDURE Isolate(event: PROCANY) RAISES {Dispatcher.Error};
    VAR domain: Domain.T;
    END Victim.`,
  'Victim.m3': `MODULE Victim; IMPORT Dispatcher, Domain, RTCode;
    PROCEDURE Secret(<*UNUSED*> x: INTEGER) = BEGIN END Secret;
    PROCEDURE Other(<*UNUSED*> x: INTEGER) = BEGIN END Other;
    PROCEDURE Told(<*UNUSED*> event: PROCANY; <*UNUSED*> on: BOOLEAN; <*UNUSED*> module: RTCode.Module) RAISES {} = BEGIN END Told;
    PROCEDURE Named(<*UNUSED*> name: TEXT; <*UNUSED*> module: RTCode.Module): Domain.T = BEGIN RETURN NIL END Named;
    PROCEDURE Apply(p: PROCEDURE(event: PROCANY; on: BOOLEAN; module: RTCode.Module) RAISES {Dispatcher.Error}) RAISES {Dispatcher.Error} =
      BEGIN p(Other, TRUE, THIS_MODULE()) END Apply;
    PROCEDURE Run() RAISES {Dispatcher.Error} =
      BEGIN Told(Other, TRUE, THIS_MODULE()); domain := Named("victim", THIS_MODULE()) END Run;
    PROCEDURE Me(): RTCode.Module = BEGIN RETURN THIS_MODULE() END Me;
    PROCEDURE Isolate(event: PROCANY) RAISES {Dispatcher.Error} = BEGIN Dispatcher.SetIsolation(event, TRUE, THIS_MODULE()) END Isolate;
    BEGIN END Victim.`,
};

async function output(declarations: string, body: string): Promise<string> {
  const m = sourceMachine();
  await m.load('victim', VICTIM);
  const outcome = await m.start('thief', {
    'Thief.m3': `MODULE Thief EXPORTS Main; IMPORT Dispatcher, Domain, Fmt, IO, RTCode, Text, Thread, Victim;
      <*NOWARN*> VAR d: Domain.T; linear := NEW(REF PROCEDURE(event: PROCANY; on: BOOLEAN; module: RTCode.Module) RAISES {Dispatcher.Error});
      <*NOWARN*> PROCEDURE Unused() = BEGIN IO.Put(Fmt.Int(0) & Text.FromChar('x')); Thread.Pause(0.0d0) END Unused;
      PROCEDURE Problem() = BEGIN IO.Put(Dispatcher.LastProblem() & "; ") END Problem;
      ${declarations}
      BEGIN TRY ${body} EXCEPT Dispatcher.Error => Problem() | Domain.Error(t) => IO.Put(t & "; ") END END Thief.`,
  });
  expect(outcome, m.shown()).toEqual({ kind: 'ended' });
  return m.shown();
}

const STOLEN = 'the caller shows the module Victim, which is not one of its own; ';

describe('somebody else’s module', () => {
  it('is worth nothing in one’s own hands, nor for a capability of its domain', async () => {
    const body = `TRY Dispatcher.SetIsolation(Victim.Secret, TRUE, Victim.Me()) EXCEPT Dispatcher.Error => Problem() END;
      d := Domain.CreateFromModule("mine", Victim.Me()); IO.Put("stolen")`;
    expect(await output('', body)).toBe(
      'domain thief shows the module Victim, which is not one of its own; K1106: domain thief shows the module Victim, which is not one of its own; ',
    );
  });

  it('is worth nothing in an event: the kernel’s procedures as handlers do not act for who raises it', async () => {
    // The filter changes what the victim has said to what the thief wants.
    const declarations = `PROCEDURE Change(VAR event: PROCANY; <*UNUSED*> VAR on: BOOLEAN; <*UNUSED*> VAR module: RTCode.Module) =
        BEGIN event := Victim.Secret END Change;`;
    const body = `EVAL Dispatcher.InstallHandler(Victim.Told, NIL, Change);
      EVAL Dispatcher.InstallHandler(Victim.Told, NIL, Dispatcher.SetIsolation);
      Victim.Run(); IO.Put("stolen")`;
    expect(await output(declarations, body)).toBe(STOLEN);
  });

  it('is worth nothing in an event for a capability either', async () => {
    const body =
      'EVAL Dispatcher.InstallHandler(Victim.Named, NIL, Domain.CreateFromModule); Victim.Run(); IO.Put("stolen")';
    expect(await output('', body)).toMatch(
      /K1106: the caller shows the module Victim|Domain\.CreateFromModule is the kernel/,
    );
  });

  it('is worth nothing in strands of their own', async () => {
    const body = `WITH b = Dispatcher.InstallHandler(Victim.Told, NIL, Dispatcher.SetIsolation) DO Dispatcher.SetAsynchronousHandler(b, TRUE) END;
      Victim.Run(); Thread.Pause(0.01d0); IO.Put("went on")`;
    expect(await output('', body)).toContain('went on');
  });

  it('is worth nothing by way of a procedure that the kernel has made', async () => {
    const body = `Dispatcher.Assign(Dispatcher.CreateLinear(Dispatcher.SetIsolation, 3), linear); Victim.Apply(linear^); IO.Put("stolen")`;
    expect(await output('', body)).toBe(STOLEN);
  });

  it('is used by a procedure that its owner calls: that is no theft, but what was asked of it', async () => {
    expect(await output('', 'Victim.Apply(Dispatcher.SetIsolation); IO.Put("done")')).toBe('done');
    expect(await output('', 'Victim.Isolate(Victim.Secret); IO.Put("done")')).toBe('done');
  });
});

describe('who may raise an event', () => {
  const SERVER = (authorizers: string) => ({
    'Server.i3':
      'INTERFACE Server; PROCEDURE Open(x: INTEGER); PROCEDURE Closed(x: INTEGER); VAR asked: INTEGER; END Server.',
    'Server.m3': `MODULE Server; IMPORT Auth, Dispatcher, Domain, IO, Text;
      TYPE Gate = Auth.T OBJECT OVERRIDES authorize := Ask END;
      PROCEDURE Ask(<*UNUSED*> g: Gate; <*UNUSED*> key: Auth.Key; arg: REFANY): BOOLEAN =
        BEGIN
          INC(asked);
          TYPECASE arg OF Domain.T(d) => RETURN Text.Equal(Domain.Name(d), "friend") ELSE RETURN FALSE END
        END Ask;
      PROCEDURE Open(<*UNUSED*> x: INTEGER) = BEGIN IO.Put("open ") END Open;
      PROCEDURE Closed(<*UNUSED*> x: INTEGER) = BEGIN IO.Put("closed ") END Closed;
      <*NOWARN*> VAR gate := NEW(Gate); <*FATAL ANY*>
      BEGIN asked := 0; ${authorizers} END Server.`,
  });
  const program = (calls: string) => ({
    'Client.m3': `MODULE Client EXPORTS Main; IMPORT Server; BEGIN ${calls} END Client.`,
  });

  it('is said by an authorizer of the event: others are not linked against it, with who, what and why', async () => {
    const m = sourceMachine();
    await m.start('server', SERVER('Dispatcher.InstallAuthorizerForRaise(gate, Closed, THIS_MODULE());'));
    expect(await m.start('stranger', program('Server.Open(1)'))).toEqual({ kind: 'ended' });
    await expect(m.start('stranger', program('Server.Open(1); Server.Closed(1)'))).rejects.toThrow(
      'server does not let stranger link against event Server.Closed: its authorizer refused',
    );
    expect(await m.start('friend', program('Server.Closed(1)'))).toEqual({ kind: 'ended' });
    expect(m.shown()).toBe('open closed ');
  });

  it('is said by an authorizer of the interface', async () => {
    const m = sourceMachine();
    await m.start(
      'server',
      SERVER('Dispatcher.InstallAuthorizerForInterface(gate, INTERFACE_UNIT(Server), THIS_MODULE());'),
    );
    await expect(m.start('stranger', program('Server.Open(1)'))).rejects.toThrow(
      'server does not let stranger link against interface Server: its authorizer refused',
    );
    expect(await m.start('friend', program('Server.Open(1)'))).toEqual({ kind: 'ended' });
  });

  it('can be taken back for those who come later, and is for the event’s own module to say', async () => {
    const m = sourceMachine();
    const gates = `Dispatcher.InstallAuthorizerForRaise(NEW(Auth.AuthNever), Closed, THIS_MODULE()); Dispatcher.InstallAuthorizerForRaise(NIL, Closed, THIS_MODULE());`;
    await m.start('server', SERVER(gates));
    expect(await m.start('stranger', program('Server.Closed(1)'))).toEqual({ kind: 'ended' });
    await m.start('thief', {
      'Thief.m3': `MODULE Thief EXPORTS Main; IMPORT Auth, Dispatcher, IO, Server; BEGIN
        TRY Dispatcher.InstallAuthorizerForRaise(NEW(Auth.AuthNever), Server.Closed, THIS_MODULE())
        EXCEPT Dispatcher.Error => IO.Put(Dispatcher.LastProblem()) END END Thief.`,
    });
    expect(m.shown()).toContain('only the module that implements Server.Closed may do that');
  });

  it('does not come by looking at the interface’s procedures', async () => {
    const m = sourceMachine();
    await m.start('server', SERVER('Dispatcher.InstallAuthorizerForRaise(gate, Closed, THIS_MODULE());'));
    const looking = {
      'Client.m3': `MODULE Client EXPORTS Main; IMPORT IO, RTCode, Server;
        TYPE I = RTCode.Iterator OBJECT OVERRIDES apply := Show END;
        PROCEDURE Show(<*UNUSED*> i: I; <*UNUSED*> p: PROCANY; name: TEXT): BOOLEAN = BEGIN IO.Put(name & " "); RETURN TRUE END Show;
        BEGIN RTCode.IterateOnProceduresInInterface(INTERFACE_UNIT(Server), NEW(I)) END Client.`,
    };
    await m.start('stranger', looking);
    expect(m.shown()).toBe('Open ');
  });
});
