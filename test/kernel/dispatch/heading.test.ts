/** The type of an event is the one that its interfaces declare (OSDI '96), not that of the body, which may promise more. */
import { expect, it } from 'vitest';
import { sourceMachine } from '../source.ts';

const BELL = {
  'Bell.i3': `INTERFACE Bell; EXCEPTION Broken(INTEGER);
    PROCEDURE Ring(n: INTEGER) RAISES {Broken};
    PROCEDURE Light(n: INTEGER);
    PROCEDURE Twice(n: INTEGER) RAISES {};
    PROCEDURE Careful(n: INTEGER): INTEGER;
    END Bell.`,
  'More.i3': 'INTERFACE More; IMPORT Bell; PROCEDURE Narrow() RAISES {Bell.Broken}; END More.',
  'Most.i3': 'INTERFACE Most; PROCEDURE Narrow() RAISES ANY; END Most.',
  'Bell.m3': `MODULE Bell EXPORTS Bell, More, Most;
    PROCEDURE Ring(<*UNUSED*> n: INTEGER) RAISES {} = BEGIN END Ring;
    EPHEMERAL PROCEDURE Light(<*UNUSED*> n: INTEGER) = BEGIN END Light;
    (* Its own call raises the event, too. *)
    <*NOWARN*> PROCEDURE Twice(n: INTEGER) RAISES {} = BEGIN Ring(n); Ring(n + 1) END Twice;
    PROCEDURE Careful(n: INTEGER): INTEGER = BEGIN TRY Ring(n); RETURN 0 EXCEPT Broken(m) => RETURN m END END Careful;
    PROCEDURE Narrow() RAISES {} = BEGIN END Narrow;
    BEGIN END Bell.`,
};

const client = (body: string) => ({
  'Client.m3': `MODULE Client EXPORTS Main; IMPORT Bell, Dispatcher, Fmt, IO, More, Most, SpinException, Text;
    EXCEPTION Other;
    <*FATAL ANY*>
    PROCEDURE Break(n: INTEGER) RAISES {Bell.Broken} = BEGIN IF n > 1 THEN RAISE Bell.Broken(n) END END Break;
    PROCEDURE Anything(<*UNUSED*> n: INTEGER) RAISES ANY = BEGIN RAISE Other END Anything;
    PROCEDURE Allocates(n: INTEGER) = BEGIN IO.Put(Fmt.Int(n) & " ") END Allocates;
    PROCEDURE Narrow() RAISES {Bell.Broken} = BEGIN RAISE Bell.Broken(9) END Narrow;
    PROCEDURE Wide() RAISES ANY = BEGIN RAISE Other END Wide;
    PROCEDURE Try(event, handler: PROCANY) =
      BEGIN
        TRY EVAL Dispatcher.InstallHandler(event, NIL, handler); IO.Put("ok ");
        EXCEPT Dispatcher.Error => IO.Put(Text.Sub(Dispatcher.LastProblem(), 0, 400) & "; ") END
      END Try;
    BEGIN ${body} END Client.`,
});

async function output(body: string): Promise<string> {
  const m = sourceMachine();
  await m.load('bell', BELL);
  const outcome = await m.start('client', client(body));
  expect(outcome, m.shown()).toEqual({ kind: 'ended' });
  return m.shown().trimEnd();
}

it('lets handlers raise what the heading admits, and who raises the event catches it', async () => {
  const body = `Try(Bell.Ring, Break); Try(Bell.Ring, Anything); Try(Bell.Light, Allocates); Bell.Light(3);
    TRY Bell.Ring(1); IO.Put("rung "); Bell.Ring(2) EXCEPT Bell.Broken(n) => IO.Put("broken " & Fmt.Int(n)) END`;
  expect(await output(body)).toBe(
    'ok handler Client.Anything of event Bell.Ring may raise exceptions that the event does not; ok 3 rung broken 2',
  );
});

it('reaches calls of the module itself: what its own RAISES does not admit is a checked run-time error where it would leave', async () => {
  const body = `Try(Bell.Ring, Break); IO.Put(Fmt.Int(Bell.Careful(5)) & " ");
    TRY Bell.Twice(1) EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code)) END`;
  expect(await output(body)).toBe('ok 5 NotInRaisesList');
});

it('is what all interfaces promise together where there are several', async () => {
  const body = `Try(Most.Narrow, Wide); Try(More.Narrow, Narrow);
    TRY Most.Narrow() EXCEPT Bell.Broken(n) => IO.Put(Fmt.Int(n)) END`;
  expect(await output(body)).toBe(
    'handler Client.Wide of event Bell.Narrow may raise exceptions that the event does not; ok 9',
  );
});
