/**
 * Random sets of guarded handlers: the stub that the dispatcher makes against a dispatcher of six lines, written in the language beside it.
 *
 * Both raise the same event with the same arguments and note what they call; the notes must agree. Handlers change arguments and memory that guards look at, guards fail, handlers
 * are installed and removed between raises, and each set is raised often enough to be dispatched from tables and from code of its own.
 */
import { describe, expect, it } from 'vitest';
import { sourceMachine } from '../source.ts';

const CONSTANTS = 6;

const PARAMETERS = 'x: INTEGER; VAR v: INTEGER; READONLY r: Server.Rec; p: Server.Ref; READONLY a: ARRAY OF CHAR';

const SERVER = {
  'Server.i3': `INTERFACE Server;
    IMPORT RTCode;
    TYPE Rec = RECORD f: INTEGER; g: BITS 4 FOR [0..15]; h: BITS 12 FOR [0..4095] END;
         Ref = REF RECORD f: INTEGER; inner: Rec; next: REF INTEGER END;
    PROCEDURE Ev(${PARAMETERS.replaceAll('Server.', '')});
    PROCEDURE Isolate(on: BOOLEAN);
    PROCEDURE Me(): RTCode.Module;
    END Server.`,
  'Server.m3': `MODULE Server;
    IMPORT Dispatcher, RTCode;
    <*FATAL Dispatcher.Error*>
    PROCEDURE Ev(<*UNUSED*>x: INTEGER; <*UNUSED*>VAR v: INTEGER; <*UNUSED*>READONLY r: Rec; <*UNUSED*>p: Ref; <*UNUSED*>READONLY a: ARRAY OF CHAR) = BEGIN END Ev;
    PROCEDURE Isolate(on: BOOLEAN) = BEGIN Dispatcher.SetIsolation(Ev, on, THIS_MODULE()) END Isolate;
    PROCEDURE Me(): RTCode.Module = BEGIN RETURN THIS_MODULE() END Me;
    BEGIN END Server.`,
};

/** Conditions with a constant `c`, on what may and may not change during a raise, and on what may fail. */
const CONDITIONS = [
  (c: number) => `RETURN x = ${c}`,
  (c: number) => `RETURN ${c} = x`,
  (c: number) => `RETURN x = ${c} AND v > 1`,
  (c: number) => `RETURN v = ${c}`,
  (c: number) => `RETURN r.f = ${c}`,
  (c: number) => `RETURN r.g = ${c} AND x # 3`,
  (c: number) => `RETURN p.f = ${c}`,
  (c: number) => `RETURN p.f = ${c} AND p.next^ > 2`,
  (c: number) => `RETURN p.inner.h = ${c}`,
  (c: number) => `RETURN p.next^ = ${c}`,
  (c: number) => `RETURN a[2] = '${String.fromCharCode(97 + c)}'`,
  (c: number) =>
    `WITH w = VIEW(SUBARRAY(a, 0, 4), ARRAY [0..1] OF BITS 16 FOR [0..65535]) DO RETURN w[0] = ${97 + c + 256 * 98} END`,
  (c: number) => `RETURN x = ${c} OR x = ${c + 1}`,
  (c: number) => `IF x # ${c} THEN RETURN FALSE END; RETURN p.f > 0`,
  (c: number) => `CASE v OF ${c}, ${c + 2} => RETURN TRUE ELSE RETURN FALSE END`,
  (c: number) => `RETURN x IN SET OF [0..9]{${c}, ${c + 3}}`,
  (c: number) => `RETURN Word.And(x, 3) = ${c}`,
  (c: number) => `RETURN x > ${c}`,
  (c: number) => `RETURN p # NIL AND p.f = ${c}`,
  (c: number) => `RETURN NOT (x = ${c})`,
  (c: number) => `RETURN limit = ${c}`,
];

const HANDLERS = [
  'Note(100)',
  'Note(101); IF p # NIL THEN p.f := (p.f + 1) MOD 6 END',
  'Note(102); v := (v + 1) MOD 6',
  'Note(103); IF p # NIL AND p.next # NIL THEN INC(p.next^) END',
  'Note(104); IF x = 5 THEN Note(p.f) END',
  'Note(105); box^ := x',
];

function client(seed: number): string {
  const unused = '<*NOWARN*>';
  const guards = CONDITIONS.flatMap((condition, n) =>
    Array.from(
      { length: CONSTANTS },
      (_, c) =>
        `${unused}FUNCTIONAL PROCEDURE G${n}x${c}(${PARAMETERS}): BOOLEAN = BEGIN ${condition(c)} END G${n}x${c};`,
    ),
  );
  const handlers = HANDLERS.map((body, n) => `${unused}PROCEDURE H${n}(${PARAMETERS}) = BEGIN ${body} END H${n};`);
  return `MODULE Client EXPORTS Main;
    IMPORT Dispatcher, Fmt, IO, Server, SpinException, Word;
    <*FATAL Dispatcher.Error*>
    TYPE
      Handler = PROCEDURE(${PARAMETERS});
      Filter = PROCEDURE(VAR ${PARAMETERS});
      Guard = FUNCTIONAL PROCEDURE(${PARAMETERS}): BOOLEAN;
      Mine = REF RECORD handler: Handler; filter: Filter; guard, before, after: Guard; cancel: BOOLEAN; binding: Dispatcher.Binding END;
    VAR
      state: Word.T := ${seed};
      limit: INTEGER := 2;
      notes: ARRAY BOOLEAN OF ARRAY [0..4095] OF INTEGER;
      count: ARRAY BOOLEAN OF INTEGER;
      naive := FALSE;
      mine: ARRAY [0..199] OF Mine;
      total := 0;
      isolated := FALSE;
      box := NEW(REF INTEGER);
    PROCEDURE Note(n: INTEGER) = BEGIN notes[naive][count[naive]] := n; INC(count[naive]) END Note;
    PROCEDURE Random(n: INTEGER): INTEGER =
      BEGIN
        state := Word.Plus(Word.Times(state, 6364136223846793005), 1442695040888963407);
        RETURN Word.Mod(Word.RightShift(state, 33), n)
      END Random;
    ${guards.join('\n')}
    ${handlers.join('\n')}
    ${unused}PROCEDURE Change(VAR ${PARAMETERS}) = BEGIN Note(200); x := (x + 1) MOD 6 END Change;
    VAR
      guards := ARRAY [0..${CONDITIONS.length * CONSTANTS - 1}] OF Guard{${CONDITIONS.flatMap((_, n) => Array.from({ length: CONSTANTS }, (_x, c) => `G${n}x${c}`)).join(', ')}};
      handlers := ARRAY [0..${HANDLERS.length - 1}] OF Handler{${HANDLERS.map((_, n) => `H${n}`).join(', ')}};
    PROCEDURE Some(): Guard = BEGIN RETURN guards[Random(NUMBER(guards))] END Some;

    (* What a raise means. *)
    PROCEDURE Naive(${PARAMETERS}) RAISES ANY =
      VAR yes: BOOLEAN;
      BEGIN
        FOR i := 0 TO total - 1 DO
          WITH m = mine[i] DO
            TRY
              yes := (m.before = NIL OR m.before(x, v, r, p, a)) AND (m.guard = NIL OR m.guard(x, v, r, p, a)) AND (m.after = NIL OR m.after(x, v, r, p, a));
              IF yes THEN IF m.filter # NIL THEN m.filter(x, v, r, p, a) ELSE m.handler(x, v, r, p, a) END END;
              IF yes AND m.cancel THEN RETURN END
            EXCEPT SpinException.Exception(e) => IF NOT isolated THEN RAISE SpinException.Exception(e) END
            END
          END
        END
      END Naive;

    PROCEDURE Add(kind, run: INTEGER) =
      VAR m := NEW(Mine); options := Dispatcher.DefaultOptions; event: PROCANY := Server.Ev; handler: PROCANY;
      BEGIN
        IF total > LAST(mine) THEN RETURN END;
        (* In runs of one kind of guard, so that there is something to look up. *)
        IF run = 0 THEN m.guard := Some() ELSIF run = 1 THEN m.guard := guards[${CONSTANTS} * kind + Random(${CONSTANTS})] END;
        IF Random(12) = 0 THEN m.cancel := TRUE; options := Dispatcher.Options{Dispatcher.Opt.Cancel} END;
        IF Random(15) = 0 THEN m.filter := Change; handler := Change ELSE m.handler := handlers[Random(NUMBER(handlers))]; handler := m.handler END;
        m.binding := Dispatcher.Create(event, m.guard, handler, options := options);
        Dispatcher.Install(m.binding);
        IF Random(10) = 0 THEN m.before := Some(); EVAL Dispatcher.ImposeGuard(m.binding, m.before) END;
        IF Random(10) = 0 THEN m.after := Some(); EVAL Dispatcher.ImposeGuard(m.binding, NIL, NIL, m.after) END;
        mine[total] := m; INC(total)
      END Add;
    PROCEDURE Remove() =
      VAR i: INTEGER;
      BEGIN
        IF total = 0 THEN RETURN END;
        i := Random(total);
        Dispatcher.Uninstall(mine[i].binding);
        FOR j := i TO total - 2 DO mine[j] := mine[j + 1] END;
        DEC(total)
      END Remove;

    PROCEDURE Compare() =
      VAR
        x := Random(7); v0, v: INTEGER; f0, n0: INTEGER; r: Server.Rec; p: Server.Ref;
        a: ARRAY [0..3] OF CHAR; failed: ARRAY BOOLEAN OF INTEGER;
      BEGIN
        v0 := Random(6); f0 := Random(6); n0 := Random(6);
        r.f := Random(6); r.g := Random(6); r.h := Random(6);
        FOR i := 0 TO 3 DO a[i] := VAL(ORD('a') + Random(6), CHAR) END;
        IF Random(8) # 0 THEN
          p := NEW(Server.Ref, inner := r);
          IF Random(8) # 0 THEN p.next := NEW(REF INTEGER) END
        END;
        FOR which := FALSE TO TRUE DO
          naive := which; count[which] := 0; failed[which] := -1; v := v0;
          IF p # NIL THEN p.f := f0; IF p.next # NIL THEN p.next^ := n0 END END;
          TRY
            IF which THEN Naive(x, v, r, p, SUBARRAY(a, 0, 3 + x MOD 2)) ELSE Server.Ev(x, v, r, p, SUBARRAY(a, 0, 3 + x MOD 2)) END
          EXCEPT
          | SpinException.Exception(e) => failed[which] := ORD(e.code)
          ELSE failed[which] := -2
          END;
          Note(1000 + v); IF p # NIL THEN Note(p.f); IF p.next # NIL THEN Note(p.next^) END END
        END;
        IF failed[TRUE] # failed[FALSE] OR count[TRUE] # count[FALSE] THEN Report(failed[FALSE], failed[TRUE]); RETURN END;
        FOR i := 0 TO count[TRUE] - 1 DO
          IF notes[TRUE][i] # notes[FALSE][i] THEN Report(failed[FALSE], failed[TRUE]); RETURN END
        END;
        INC(agreed)
      END Compare;
    VAR agreed := 0; different := 0;
    PROCEDURE Report(a, b: INTEGER) =
      BEGIN
        INC(different);
        IF different > 3 THEN RETURN END;
        IO.Put("different: " & Fmt.Int(a) & " " & Fmt.Int(b) & " of " & Fmt.Int(total) & ":");
        FOR w := FALSE TO TRUE DO
          FOR i := 0 TO count[w] - 1 DO IO.Put(" " & Fmt.Int(notes[w][i])) END; IO.Put(" |") END;
        IO.Put("\\n")
      END Report;
    VAR kind: INTEGER;
    BEGIN
      Dispatcher.Uninstall(Dispatcher.GetOriginalHandler(Server.Ev));
      FOR round := 1 TO 12 DO
        isolated := Random(2) = 0; Server.Isolate(isolated);
        WHILE total > 0 DO Remove() END;
        FOR group := 0 TO Random(5) DO
          kind := Random(${CONDITIONS.length});
          FOR i := 0 TO Random(12) DO Add(kind, MIN(1, Random(8))) END;
          IF Random(3) = 0 THEN Add(kind, 2) END
        END;
        FOR i := 1 TO 40 DO Compare(); IF Random(3) = 0 THEN Add(kind, 1) ELSIF Random(3) = 0 THEN Remove() END END;
        (* Past the point from which the stub is made for good. *)
        FOR i := 1 TO 600 DO Compare() END
      END;
      IO.Put(Fmt.Int(agreed) & " agreed, " & Fmt.Int(different) & " differed");
    END Client.`;
}

describe('dispatch by tables and by code agrees with asking one guard after the other', () => {
  for (const seed of [1, 2, 3, 4]) {
    it(`in random sets of handlers (seed ${seed})`, async () => {
      const m = sourceMachine();
      await m.load('server', SERVER);
      const outcome = await m.start('client', { 'Client.m3': client(seed) });
      const shown = m.shown().replace(/^spin: handler .*\n/gm, '');
      expect(outcome, shown).toEqual({ kind: 'ended' });
      expect(shown).toBe('7680 agreed, 0 differed');
    }, 60_000);
  }
});
