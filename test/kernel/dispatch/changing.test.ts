/**
 * Random events whose handlers change, also while they are raised: against a list in the language beside it, in which every handler is put where it must stand.
 *
 * First, Last, Before, After and neither; guards with one constant, with two and with further conditions, on a parameter, on a variable that handlers change, and on their own closures; handlers with and
 * without closures that install, uninstall, collect garbage and throw their own bindings away. Results and the raiser's variable must agree, and a raise goes on with what there was when it began.
 */
import { describe, expect, it } from 'vitest';
import { SPREAD } from '../../../src/kernel/dispatch/table/keys.ts';
import { sourceMachine } from '../source.ts';

const SERVER = {
  'Server.i3': 'INTERFACE Server; PROCEDURE Ev(x, y: INTEGER; VAR log: INTEGER): INTEGER; END Server.',
  'Server.m3': `MODULE Server;
    IMPORT Dispatcher;
    <*FATAL Dispatcher.Error*>
    PROCEDURE Ev(x: INTEGER; <*UNUSED*> y: INTEGER; <*UNUSED*> VAR log: INTEGER): INTEGER = BEGIN RETURN x END Ev;
    PROCEDURE Nobody(<*UNUSED*> x: INTEGER; y: INTEGER; VAR log: INTEGER): INTEGER = BEGIN INC(log); RETURN -y END Nobody;
    BEGIN
      Dispatcher.Uninstall(Dispatcher.GetOriginalHandler(Ev));
      Dispatcher.InstallDefaultHandler(Ev, Nobody, THIS_MODULE())
    END Server.`,
};

const PARAMETERS = 'x, y: INTEGER; VAR log: INTEGER';
const CONSTANTS = 24;

/** Values with the same hash. */
const SAME = Array.from({ length: CONSTANTS }, (_, n) => {
  const low = BigInt(Math.imul(n, SPREAD.high) >>> 0);
  return BigInt.asIntN(64, (BigInt(Math.imul(-n, SPREAD.low)) << 32n) | low);
});

/** Kinds of guards: each has one for every constant. */
const CONDITIONS = [
  (c: number) => `x = ${c}`,
  (c: number) => `x = ${c * 7919}`,
  (c: number) => `x = ${c} AND y > 1`,
  (c: number) => `y = ${c % 3} AND x = ${c}`,
  (c: number) => `x = ${c} AND log MOD 2 = ${c % 2}`,
  (c: number) => `x = ${SAME[c]}`,
  (c: number) => `x = ${SAME[c]} AND y < 3`,
  (c: number) => `log = ${c}`,
  // What a handler makes of the variable is for the same guard again, which must not be asked again.
  (c: number) => `log = ${c} OR log = ${(3 * c + 1) % 25}`,
  (c: number) => `x = ${c} OR x = ${c + 2}`,
  (c: number) => `${20 * c} DIV (x - y) = ${c}`,
];

const PROGRAM = (seed: number, calm: boolean): string => `MODULE Client EXPORTS Main;
  IMPORT Dispatcher, Fmt, IO, RTCollector, Server, Word;
  <*FATAL Dispatcher.Error*>
  TYPE
    Closure = REF RECORD number, limit: INTEGER; self: Mine END;
    Place = {First, Middle, Last};
    Mine = REF RECORD
      place: Place; cancel: BOOLEAN; guard: Guard; guardClosure: Closure; handler: Handler; closure: Closure; closed: Closed; closedGuard: ClosedGuard;
      binding: Dispatcher.Binding END;
    Handler = PROCEDURE(${PARAMETERS}): INTEGER;
    Closed = PROCEDURE(self: Closure; ${PARAMETERS}): INTEGER;
    Guard = FUNCTIONAL PROCEDURE(${PARAMETERS}): BOOLEAN;
    ClosedGuard = FUNCTIONAL PROCEDURE(self: Closure; ${PARAMETERS}): BOOLEAN;
    List = REF ARRAY OF Mine;
  VAR
    state: Word.T := ${seed};
    now: List := NEW(List, 0);
    naive := FALSE; agreed, different, depth, changes := 0;
    same := ARRAY [0..${CONSTANTS - 1}] OF INTEGER{${SAME.join(', ')}};
    guards := ARRAY [0..${CONDITIONS.length * CONSTANTS - 1}] OF Guard{${CONDITIONS.flatMap((_, k) => Array.from({ length: CONSTANTS }, (_x, c) => `G${k}x${c}`)).join(', ')}};

  PROCEDURE Random(n: INTEGER): INTEGER =
    BEGIN
      state := Word.Plus(Word.Times(state, 6364136223846793005), 1442695040888963407);
      RETURN Word.Mod(Word.RightShift(state, 33), n)
    END Random;

  ${CONDITIONS.flatMap((condition, k) =>
    Array.from(
      { length: CONSTANTS },
      (_, c) =>
        `<*NOWARN*> FUNCTIONAL PROCEDURE G${k}x${c}(${PARAMETERS}): BOOLEAN = BEGIN RETURN ${condition(c)} END G${k}x${c};`,
    ),
  ).join('\n')}
  <*NOWARN*> FUNCTIONAL PROCEDURE Own(self: Closure; ${PARAMETERS}): BOOLEAN = BEGIN RETURN x = self.limit END Own;

  (* Handlers. The last two change things, in a real raise. *)
  <*NOWARN*> PROCEDURE Small(${PARAMETERS}): INTEGER = BEGIN log := (log * 3 + 1) MOD 25; RETURN x + y END Small;
  <*NOWARN*> PROCEDURE Quiet(${PARAMETERS}): INTEGER = BEGIN RETURN 7 END Quiet;
  <*NOWARN*> PROCEDURE Calls(${PARAMETERS}): INTEGER = BEGIN log := (log + Deep(x)) MOD 25; RETURN log END Calls;
  PROCEDURE Deep(x: INTEGER): INTEGER = BEGIN IF x > 3 THEN RETURN Deep(x DIV 2) END; RETURN x END Deep;
  <*NOWARN*> PROCEDURE Numbered(self: Closure; ${PARAMETERS}): INTEGER = BEGIN log := (log + self.number) MOD 25; RETURN self.number END Numbered;
  <*NOWARN*> PROCEDURE Busy(self: Closure; ${PARAMETERS}): INTEGER =
    BEGIN
      IF NOT naive AND Random(4) = 0 THEN
        (* Perhaps itself, which is then nowhere but in this raise. *)
        IF Random(3) = 0 THEN Remove(self.self) ELSE Change() END;
        Meanwhile()
      END;
      log := (log * 2 + self.number) MOD 25;
      RETURN self.number + y
    END Busy;
  <*NOWARN*> PROCEDURE Stirs(${PARAMETERS}): INTEGER =
    BEGIN
      IF NOT naive AND Random(3) = 0 THEN Change(); Change(); Meanwhile() END;
      RETURN log
    END Stirs;
  (* The event is raised with the handlers that it has now, and what only the raise in progress has is collected and overwritten. *)
  PROCEDURE Meanwhile() =
    VAR r: REF ARRAY OF INTEGER; log := Random(25);
    BEGIN
      IF depth < 2 THEN INC(depth); TRY EVAL Server.Ev(Random(${CONSTANTS}), 1, log) EXCEPT ELSE END; DEC(depth) END;
      IF Random(4) = 0 THEN RTCollector.Collect() END;
      FOR i := 1 TO 6 DO r := NEW(REF ARRAY OF INTEGER, 10 + Random(3000)); FOR j := 0 TO LAST(r^) DO r[j] := -1 END END
    END Meanwhile;

  PROCEDURE Create(kind: INTEGER): Mine =
    VAR m := NEW(Mine, place := Place.Middle); options := Dispatcher.DefaultOptions; guard, handler: PROCANY := NIL;
    BEGIN
      CASE Random(12) OF
      | 0 => m.place := Place.First; options := options + Dispatcher.Options{Dispatcher.Opt.First}
      | 1 => m.place := Place.Last; options := options + Dispatcher.Options{Dispatcher.Opt.Last}
      ELSE
      END;
      IF Random(15) = 0 THEN m.cancel := TRUE; options := options + Dispatcher.Options{Dispatcher.Opt.Cancel} END;
      CASE Random(12) OF
      | 0 => 
      | 1 => m.closedGuard := Own; guard := m.closedGuard; m.guardClosure := NEW(Closure, number := 0, limit := Random(${CONSTANTS}))
      ELSE m.guard := guards[${CONSTANTS} * kind + Random(${CONSTANTS})]; guard := m.guard
      END;
      m.closure := NEW(Closure, number := Random(1000), limit := 0, self := m);
      CASE Random(${calm ? 4 : 7}) OF
      | 0 => m.handler := Quiet
      | 1 => m.handler := Calls
      | 2 => m.closed := Numbered
      | 4, 5 => m.closed := Busy
      | 6 => m.handler := Stirs
      ELSE m.handler := Small
      END;
      IF m.handler # NIL THEN m.closure := NIL; handler := m.handler ELSE handler := m.closed END;
      m.binding := Dispatcher.Create(Server.Ev, guard, handler, m.guardClosure, m.closure, options);
      RETURN m
    END Create;

  PROCEDURE At(m: Mine; at: INTEGER) =
    VAR new := NEW(List, NUMBER(now^) + 1);
    BEGIN
      SUBARRAY(new^, 0, at) := SUBARRAY(now^, 0, at); new[at] := m;
      SUBARRAY(new^, at + 1, NUMBER(now^) - at) := SUBARRAY(now^, at, NUMBER(now^) - at);
      now := new
    END At;
  PROCEDURE Add(kind: INTEGER) =
    VAR m := Create(kind); at := Random(MAX(1, NUMBER(now^)));
    BEGIN
      IF m.place = Place.Middle AND Random(6) = 0 AND NUMBER(now^) > 0 AND now[at].place = Place.Middle THEN
        IF Random(2) = 0 THEN Dispatcher.InstallBefore(m.binding, now[at].binding); At(m, at)
        ELSE Dispatcher.InstallAfter(m.binding, now[at].binding); At(m, at + 1)
        END;
        RETURN
      END;
      Dispatcher.Install(m.binding);
      at := NUMBER(now^);
      IF m.place = Place.First THEN at := 0
      ELSIF m.place = Place.Middle THEN WHILE at > 0 AND now[at - 1].place = Place.Last DO DEC(at) END
      END;
      At(m, at)
    END Add;
  PROCEDURE Remove(m: Mine) =
    VAR new: List; at := -1;
    BEGIN
      FOR i := 0 TO LAST(now^) DO IF now[i] = m THEN at := i END END;
      IF at < 0 THEN RETURN END;
      Dispatcher.Uninstall(m.binding); m.binding := NIL;
      new := NEW(List, NUMBER(now^) - 1);
      SUBARRAY(new^, 0, at) := SUBARRAY(now^, 0, at);
      SUBARRAY(new^, at, NUMBER(new^) - at) := SUBARRAY(now^, at + 1, NUMBER(new^) - at);
      now := new
    END Remove;
  VAR kind := 0;
  PROCEDURE Change() =
    BEGIN
      INC(changes);
      IF Random(12) = 0 THEN kind := Random(${CONDITIONS.length}) END;
      IF NUMBER(now^) > 0 AND Random(60) < NUMBER(now^) THEN Remove(now[Random(NUMBER(now^))]) ELSE Add(kind) END
    END Change;

  (* What a raise means, with the handlers that there were when it began. *)
  PROCEDURE Naive(list: List; ${PARAMETERS}; VAR yes: INTEGER): INTEGER RAISES ANY =
    VAR result := -y; ran := FALSE;
    BEGIN
      FOR i := 0 TO LAST(list^) DO
        WITH m = list[i] DO
          IF (m.guard = NIL OR m.guard(x, y, log)) AND (m.closedGuard = NIL OR m.closedGuard(m.guardClosure, x, y, log)) THEN
            ran := TRUE; INC(yes);
            IF m.handler # NIL THEN result := m.handler(x, y, log) ELSE result := m.closed(m.closure, x, y, log) END;
            IF m.cancel THEN RETURN result END
          END
        END
      END;
      IF NOT ran THEN INC(log) END;
      RETURN result
    END Naive;

  VAR invoked := 0;
  PROCEDURE Compare() =
    VAR before := now; x := Random(${CONSTANTS}); y := Random(4); start := Random(${CONSTANTS}); log: ARRAY BOOLEAN OF INTEGER; result, failed: ARRAY BOOLEAN OF INTEGER;
    BEGIN
      CASE Random(8) OF 0, 1 => x := x * 7919 | 2, 3, 4 => x := same[x] ELSE END;
      FOR which := FALSE TO TRUE DO
        naive := which; log[which] := start; result[which] := -1; failed[which] := 0;
        TRY
          IF which THEN result[which] := Naive(before, x, y, log[which], invoked) ELSE result[which] := Server.Ev(x, y, log[which]) END
        EXCEPT ELSE failed[which] := 1
        END
      END;
      naive := FALSE;
      IF log[TRUE] = log[FALSE] AND result[TRUE] = result[FALSE] AND failed[TRUE] = failed[FALSE] THEN INC(agreed); RETURN END;
      INC(different);
      IF different <= 3 THEN
        IO.Put("x " & Fmt.Int(x) & " y " & Fmt.Int(y) & " of " & Fmt.Int(NUMBER(before^)) & ": " & Fmt.Int(log[FALSE]) & " " & Fmt.Int(result[FALSE]) & " " & Fmt.Int(failed[FALSE])
          & ", should be " & Fmt.Int(log[TRUE]) & " " & Fmt.Int(result[TRUE]) & " " & Fmt.Int(failed[TRUE]) & "\\n")
      END
    END Compare;
  BEGIN
    FOR round := 1 TO 8 DO
      kind := Random(${CONDITIONS.length});
      WHILE NUMBER(now^) > 0 AND Random(3) # 0 DO Remove(now[0]) END;
      FOR i := 1 TO 5 + Random(60) DO Add(kind) END;
      FOR i := 1 TO 150 DO Compare(); IF Random(2) = 0 THEN Change() END END;
      FOR i := 1 TO 700 DO Compare() END
    END;
    IO.Put(Fmt.Int(agreed) & " agreed, " & Fmt.Int(different) & " differed");
    IF invoked < agreed DIV 2 OR changes < 300 THEN IO.Put("; too little happened: " & Fmt.Int(invoked) & " " & Fmt.Int(changes)) END
  END Client.`;

describe('an event whose handlers change', () => {
  for (const [seed, calm] of [
    [1, false],
    [2, true],
    [3, false],
  ] as const) {
    it(`is raised as its list of handlers says (seed ${seed}, ${calm ? 'between' : 'during'} raises)`, async () => {
      const m = sourceMachine();
      await m.load('server', SERVER);
      const outcome = await m.start('client', { 'Client.m3': PROGRAM(seed, calm) });
      expect(outcome, m.shown()).toEqual({ kind: 'ended' });
      expect(m.shown()).toBe('6800 agreed, 0 differed');
    }, 120_000);
  }
});
