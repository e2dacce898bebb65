/** The dispatcher's books on the host's side: what nobody can name any more is not kept. */
import { expect, it } from 'vitest';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { sourceMachine } from '../source.ts';
import { output, SERVER } from './server.ts';

function books({ dispatcher, heap }: Kernel): Record<string, number> {
  const { roots } = heap;
  // The second one finishes sweeping what the first one has found.
  for (let n = 0; n < 2; n++) heap.collect();
  const { memoryBytes, freeBytes } = heap.statistics();
  return {
    ...dispatcher.counts(),
    handles: roots.handleCount,
    attached: roots.attached.size,
    used: memoryBytes - freeBytes,
  };
}

const ROUNDS = {
  'Rounds.i3': 'INTERFACE Rounds; PROCEDURE Handlers(n: INTEGER); PROCEDURE Everything(n: INTEGER); END Rounds.',
  'Rounds.m3': `MODULE Rounds; IMPORT Dispatcher, Server; <*FATAL Dispatcher.Error*>
    VAR hits := 0;
    PROCEDURE Hit(c: REF INTEGER; x: INTEGER) = BEGIN INC(hits, x + c^) END Hit;
    FUNCTIONAL PROCEDURE Guard(c: REF INTEGER; x: INTEGER): BOOLEAN = BEGIN RETURN x = c^ END Guard;
    PROCEDURE Seven(<*UNUSED*> x: INTEGER): INTEGER = BEGIN RETURN 7 END Seven;
    PROCEDURE Handlers(n: INTEGER) =
      BEGIN FOR i := 1 TO n DO Dispatcher.Uninstall(Dispatcher.InstallHandler(Server.Quiet, NIL, Hit, NIL, NEW(REF INTEGER))) END END Handlers;
    PROCEDURE Everything(n: INTEGER) =
      VAR b, other: Dispatcher.Binding;
      BEGIN
        FOR i := 1 TO n DO
          b := Dispatcher.InstallHandler(Server.Quiet, NIL, Hit, NIL, NEW(REF INTEGER));
          other := Dispatcher.Create(Server.Quiet, NIL, Hit, NIL, NEW(REF INTEGER));
          Dispatcher.OrderAfter(b, other);
          (* Never uninstalled: it goes with its binding. *)
          EVAL Dispatcher.ImposeGuard(b, Guard, NEW(REF INTEGER));
          EVAL Dispatcher.CreateImposedGuard(b, Guard, NEW(REF INTEGER));
          Server.Default(Server.Sum, Seven, NIL);
          IF i MOD 100 = 0 THEN Server.Quiet(0) END;
          Dispatcher.Uninstall(b);
        END;
      END Everything;
    BEGIN END Rounds.`,
};

async function after(call: string): Promise<Record<string, number>> {
  const m = sourceMachine();
  await m.load('server', SERVER);
  const outcome = await m.start('rounds', {
    ...ROUNDS,
    'Main.m3': `MODULE Main; IMPORT Rounds; BEGIN Rounds.${call} END Main.`,
  });
  expect(outcome, m.shown()).toEqual({ kind: 'ended' });
  return books(m.kernel);
}

it.each([
  ['Handlers', 20_000, 100_000],
  ['Everything', 2_000, 10_000],
])(
  'do not grow with what was taken away and dropped: %s',
  async (what, few, many) => {
    const { used: early, ...some } = await after(`${what}(${few})`);
    const { used: late, ...most } = await after(`${what}(${many})`);
    expect(most).toEqual(some);
    expect(late).toBeLessThanOrEqual(early! + 2 ** 16);
  },
  120_000,
);

it('keep what somebody can still name, and closures of guards while their handler is not installed', async () => {
  const declarations = `
    TYPE Box = REF RECORD n: INTEGER END;
    VAR junk: REF ARRAY OF INTEGER; guard: Dispatcher.ImposedGuard;
    PROCEDURE Churn() = BEGIN FOR i := 1 TO 3000 DO junk := NEW(REF ARRAY OF INTEGER, 1000) END END Churn;
    PROCEDURE With(b: Box; x: INTEGER) = BEGIN IO.Put("W" & Fmt.Int(b.n + x) & " ") END With;
    FUNCTIONAL PROCEDURE Is(b: Box; x: INTEGER): BOOLEAN = BEGIN RETURN b.n = x END Is;`;
  const body = `
    keep[0] := Dispatcher.Create(Server.Quiet, Is, With, NEW(Box, n := 5), NEW(Box, n := 100));
    EVAL Dispatcher.ImposeGuard(keep[0], Is, NEW(Box, n := 5));
    guard := Dispatcher.CreateImposedGuard(keep[0], NIL, NIL, Is, NEW(Box, n := 6));
    Churn(); Dispatcher.Install(keep[0]); Server.Quiet(5); Server.Quiet(6);
    Dispatcher.Uninstall(keep[0]); Churn(); Dispatcher.Install(keep[0]); Churn(); Server.Quiet(5); Server.Quiet(6);
    Dispatcher.InstallGuard(guard); Server.Quiet(5); guard := NIL; Churn(); Server.Quiet(5);
    IO.Put(Fmt.Int(Dispatcher.GetStatistics(keep[0]).invocations))`;
  expect(await output(declarations, body)).toBe('W105 W105 2');
});

it('of the original handler: its object is always the same, and goes with the event', async () => {
  const m = sourceMachine();
  const body = `
    keep[0] := Dispatcher.GetOriginalHandler(Server.Note);
    keep[1] := Dispatcher.InstallHandler(Server.Note, NIL, Plus);
    WITH all = Server.Handlers(Server.Note) DO
      IO.Put(Fmt.Int(NUMBER(all^)) & Fmt.Bool(all[0] = keep[0] AND all[1] = keep[1]))
    END;
    Dispatcher.Uninstall(keep[0]);
    WITH all = Server.Handlers(Server.Note) DO IO.Put(Fmt.Int(NUMBER(all^)) & Fmt.Bool(all[0] = keep[1])) END`;
  expect(await output('', body, m)).toBe('2TRUE1TRUE');
});
