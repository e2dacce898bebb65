/**
 * Termination may come at any safepoint: at the entry of each procedure, and where a loop has used up its batch of fuel. So the same run is ended with every amount of fuel, and with
 * loops that begin in every part of a batch; how many different places it was ended at is counted. Most loops have bounds that are variables: what counts from a constant to a constant
 * is paid before it, and is no place to end at; nor is the first turn of a loop that is in another one.
 */

import { expect, it } from 'vitest';
import { encodeModule } from '../../../src/bytecode/encode.ts';
import { BATCH } from '../../../src/kernel/codegen/payment.ts';
import { destroy, initialise, loadDomain, resolveAll, run } from '../../../src/kernel/control.ts';
import { compile, sourceMachine } from '../source.ts';
import { output } from './server.ts';

it('of a handler: others run, the heap is whole, and each step of it was the last one once', async () => {
  const declarations = `
    CONST Shifts = ${BATCH};
    TYPE Node = REF RECORD next: Node; n: INTEGER END;
    VAR list: Node; raised, ran, wrong, ended, steps, all, places, last := 0; most := 19; more := 9; seen := NEW(REF ARRAY OF BOOLEAN, 2000);
    EPHEMERAL PROCEDURE Step(n: INTEGER) = BEGIN INC(steps); IF n > 0 THEN Step(n - 1) END; INC(steps) END Step;
    (* Loops, calls, an event with a handler that has a budget of its own, and TRYs that would catch what they must not. *)
    EPHEMERAL PROCEDURE Busy(shift: INTEGER) =
      VAR n := list; a: ARRAY [0..9] OF INTEGER;
      BEGIN
        WHILE shift > 0 DO DEC(shift) END;
        TRY
          FOR i := 0 TO most DO
            INC(steps);
            WHILE n # NIL AND n.n # i DO n := n.next; INC(steps) END;
            a[i MOD 10] := i;
            IF i MOD 4 = 0 THEN Step(2) END;
            TRY IF i = 10 THEN Server.Light(i); INC(steps) END FINALLY last := i END;
            FOR j := 0 TO more DO a[j] := a[j] + 1; INC(steps) END;
          END;
          IF n = NIL OR n.n # 19 OR last # 19 THEN INC(wrong) END
        EXCEPT ELSE wrong := 2000 END;
        INC(ended); all := steps
      END Busy;
    EPHEMERAL PROCEDURE Inner(x: INTEGER) = BEGIN Step(x) END Inner;
    EPHEMERAL PROCEDURE After(<*UNUSED*> x: INTEGER) = BEGIN INC(ran) END After;
    PROCEDURE Raise(budget, shift: INTEGER) RAISES {Dispatcher.Error} =
      VAR before := ended; n := list;
      BEGIN
        Server.Budget(keep[0], budget);
        steps := 0; INC(raised);
        Server.Quick(shift);
        IF ended = before THEN IF NOT seen[steps] THEN seen[steps] := TRUE; INC(places) END END;
        IF ran # raised THEN INC(wrong) END;
        IF raised MOD 100 = 0 THEN RTCollector.Collect() END;
        WITH junk = NEW(REF ARRAY OF INTEGER, 100) DO junk[0] := budget END;
        FOR i := 0 TO 20 DO IF n.n # i THEN INC(wrong) END; n := n.next END;
        IF n # NIL THEN INC(wrong) END
      END Raise;`;
  const body = `
    FOR i := 20 TO 0 BY -1 DO list := NEW(Node, next := list, n := i) END;
    keep[0] := Dispatcher.InstallHandler(Server.Quick, NIL, Busy);
    keep[1] := Dispatcher.InstallHandler(Server.Quick, NIL, After);
    keep[2] := Dispatcher.InstallHandler(Server.Light, NIL, Inner);
    Server.Budget(keep[2], 3);
    FOR budget := 0 TO 300 DO Raise(budget, 0) END;
    FOR shift := 1 TO Shifts DO Raise(400, shift) END;
    Raise(100000, 0);
    WITH s = Dispatcher.GetStatistics(keep[0]), t = Dispatcher.GetStatistics(keep[2]) DO
      IO.Put(Fmt.Int(wrong) & " " & Fmt.Int(raised - s.terminations - ended) & " " & Fmt.Int(all) & " " & Fmt.Int(places) & " " & Fmt.Bool(t.terminations > 10 AND ended > 0))
    END`;
  const shown = (await output(declarations, body)).replace(/spin: handler .*\n/g, '');
  const [wrong, lost, all, places, nested] = shown.split(' ');
  expect([wrong, lost, nested]).toEqual(['0', '0', 'TRUE']);
  expect(Number(places)).toBeGreaterThan(0.75 * Number(all));
}, 60_000);

/** What domains share: a lock, an event, a list under the lock, and a look at whether all of it is as it should be. */
const SHARED = {
  'Shared.i3': `INTERFACE Shared;
    TYPE List = REF RECORD next: List; n: INTEGER END;
    VAR mu: MUTEX; list: List; entered, left, told: INTEGER;
    PROCEDURE Event(n: INTEGER); PROCEDURE Push(n: INTEGER); PROCEDURE Check(): INTEGER;
    END Shared.`,
  'Shared.m3': `MODULE Shared; IMPORT RTCollector;
    PROCEDURE Event(n: INTEGER) = BEGIN INC(told, n) END Event;
    PROCEDURE Push(n: INTEGER) = BEGIN LOCK mu DO INC(entered); FOR i := 1 TO n DO list := NEW(List, next := list, n := n) END; INC(left) END END Push;
    PROCEDURE Check(): INTEGER =
      VAR count := 0; l: List; from := told;
      BEGIN
        LOCK mu DO l := list; WHILE l # NIL DO INC(count); IF l.n < 1 OR l.n > 3 THEN RETURN -1 END; l := l.next END; list := NIL END;
        RTCollector.Collect();
        Event(1); IF told # from + 1 THEN RETURN -2 END;
        RETURN count
      END Check;
    BEGIN mu := NEW(MUTEX); entered := 0; left := 0; told := 0 END Shared.`,
};

const WILD = {
  'Wild.m3': `MODULE Wild EXPORTS Main; IMPORT Dispatcher, Shared, Thread; <*FATAL ANY*>
    TYPE C = Thread.Closure OBJECT OVERRIDES apply := Apply END; A = REF ARRAY OF TEXT;
    VAR seen := 0; mine := NEW(MUTEX); binding: Dispatcher.Binding; a: A;
    PROCEDURE Apply(<*UNUSED*> c: C): REFANY = BEGIN LOCK mine DO Shared.Push(1) END; RETURN NIL END Apply;
    PROCEDURE Handle(n: INTEGER) = BEGIN FOR i := 1 TO 3 DO INC(seen, n) END; TRY Shared.Push(2) FINALLY INC(seen) END END Handle;
    BEGIN
      WITH thread = Thread.Fork(NEW(C)) DO
        binding := Dispatcher.InstallHandler(Shared.Event, NIL, Handle);
        FOR i := 1 TO 3 DO LOCK mine DO Shared.Push(i); Shared.Event(i); a := NEW(A, 1000); a[i] := "x" & "y" END END;
        Dispatcher.Uninstall(binding);
        EVAL Thread.Join(thread);
        LOCK Shared.mu DO FOR i := 1 TO 10 DO INC(seen) END END;
      END;
    END Wild.`,
};

it('of a strand: locks are given up, handlers are gone, and others go on', async () => {
  const m = sourceMachine();
  await m.load('shared', SHARED);
  await m.start('good', {
    'Good.i3': 'INTERFACE Good; PROCEDURE Check(); END Good.',
    'Good.m3': `MODULE Good; IMPORT Fmt, IO, Shared; PROCEDURE Check() = BEGIN IO.Put(Fmt.Int(Shared.Check()) & " ") END Check; BEGIN END Good.`,
  });
  const check = compile(
    'check',
    [{ path: 'Check.m3', text: 'MODULE Check EXPORTS Main; IMPORT Good; BEGIN Good.Check() END Check.' }],
    m.known,
  );
  const wild = encodeModule(compile('wild', [{ path: 'Wild.m3', text: WILD['Wild.m3'] }], m.known));
  const count = { terminated: 0, ended: 0 };
  for (let fuel = 0; count.ended < 3; fuel++) {
    const domain = loadDomain(m.kernel, 'wild', wild);
    await resolveAll(m.kernel, domain, m.domains);
    const [extension] = domain.extensions;
    const outcome = initialise(m.kernel, domain);
    // A budget around all of the strand: what the kernel does for it, which is charged in lumps, does not count.
    for (const strand of m.kernel.strands.strands.values()) strand.budgets.push({ limit: fuel, exhausted: false });
    const end = await outcome;
    await run(m.kernel);
    const how = end.kind === 'failed' ? end.report.kind : end.kind;
    expect(how, m.shown()).toMatch(/^(terminated|ended)$/);
    count[how as keyof typeof count]++;
    destroy(m.kernel, domain);
    await run(m.kernel);
    const { used } = m.kernel.quotas.of(extension!.account);
    expect([used.strands, used.handlers]).toEqual([0, 0]);
    if (fuel % 5 === 0) expect(await m.startModule(`check${fuel}`, check), m.shown()).toEqual({ kind: 'ended' });
  }
  expect(count.terminated).toBeGreaterThan(100);
  const checks = m
    .shown()
    .replaceAll(/spin: .*\n| {2}strand .*\n/g, '')
    .trim()
    .split(' ')
    .map(Number);
  // Nothing is negative, which would be an error, and the further it came the more there is.
  expect(Math.min(...checks)).toBeGreaterThanOrEqual(0);
  expect(checks.at(-1)).toBeGreaterThan(checks[0]!);
}, 120_000);
