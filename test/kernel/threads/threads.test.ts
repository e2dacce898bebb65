/** Threads, from the language: what interface Thread and LOCK promise. */
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/kernel/control.ts';
import { sourceMachine } from '../source.ts';

async function output(declarations: string, body: string) {
  const m = sourceMachine();
  const outcome = await m.start('main', {
    'Main.m3': `MODULE Main; IMPORT Fmt, IO, SpinException, Thread; <*NOWARN*> VAR lock := NEW(MUTEX); cond := NEW(Thread.Condition); n := 0;
      ${declarations} BEGIN ${body} END Main.`,
  });
  const rest = await run(m.kernel);
  return { shown: m.shown(), outcome, rest, failures: m.kernel.failures };
}
const closure = (name: string, code: string, fields = '') => `
  TYPE ${name} = Thread.Closure OBJECT ${fields} OVERRIDES apply := ${name}Apply END;
  PROCEDURE ${name}Apply(<*NOWARN*> self: ${name}): REFANY = BEGIN ${code} RETURN NIL END ${name}Apply;`;

describe('threads', () => {
  it('run beside their maker, and give their result to who joins, once', async () => {
    const declarations = `
      TYPE C = Thread.Closure OBJECT k: INTEGER OVERRIDES apply := Apply END;
      PROCEDURE Apply(c: C): REFANY = VAR r := NEW(REF INTEGER); BEGIN r^ := c.k * c.k; RETURN r END Apply;
      VAR t: ARRAY [1..5] OF Thread.T; sum := 0;`;
    const body = `
      FOR i := 1 TO 5 DO t[i] := Thread.Fork(NEW(C, k := i)) END;
      FOR i := 1 TO 5 DO INC(sum, NARROW(Thread.Join(t[i]), REF INTEGER)^) END;
      TRY EVAL Thread.Join(t[5]) EXCEPT SpinException.Exception(e) => IO.Put(e.msg & " ") END; IO.Put(Fmt.Int(sum))`;
    expect(await output(declarations, body)).toMatchObject({
      shown: 'Thread.Join of a thread that was joined before 55',
      outcome: { kind: 'ended' },
      rest: { kind: 'ended' },
    });
  });

  it('go on after the main body, and are interrupted while they compute', async () => {
    const declarations = `VAR done := FALSE;
      ${closure('Spinner', 'WHILE NOT done DO INC(n) END; IO.Put("spun ");')}
      ${closure('Stopper', 'IO.Put("stop "); done := TRUE;')}`;
    const body = 'EVAL Thread.Fork(NEW(Spinner)); EVAL Thread.Fork(NEW(Stopper)); IO.Put("main ")';
    const { shown, rest } = await output(declarations, body);
    expect(shown).toBe('main stop spun ');
    expect(rest).toEqual({ kind: 'ended' });
  });

  it('keep each other out with LOCK, whatever way it is left', async () => {
    const declarations = `EXCEPTION Out;
      PROCEDURE Add(i: INTEGER) RAISES {Out} =
        VAR was: INTEGER;
        BEGIN
          LOCK lock DO
            was := n; FOR k := 1 TO 300 DO n := was END; n := was + 1;
            IF i MOD 3 = 0 THEN RETURN ELSIF i MOD 3 = 1 THEN RAISE Out END;
          END
        END Add;
      ${closure('Adder', 'FOR i := 1 TO 3000 DO TRY Add(i) EXCEPT Out => END END;')}
      VAR t: ARRAY [1..4] OF Thread.T;`;
    const body = `FOR i := 1 TO 4 DO t[i] := Thread.Fork(NEW(Adder)) END; FOR i := 1 TO 4 DO EVAL Thread.Join(t[i]) END; IO.Put(Fmt.Int(n))`;
    expect(await output(declarations, body)).toMatchObject({ shown: '12000' });
  });

  it('hand things over by conditions', async () => {
    const declarations = `
      VAR buffer: ARRAY [0..3] OF INTEGER; in, out := 0; sum := 0; notEmpty, notFull := NEW(Thread.Condition);
      ${closure('Producer', 'FOR i := 1 TO 1000 DO LOCK lock DO WHILE in - out = 4 DO Thread.Wait(lock, notFull) END; buffer[in MOD 4] := i; INC(in); Thread.Signal(notEmpty) END END;')}
      ${closure('Consumer', 'FOR i := 1 TO 500 DO LOCK lock DO WHILE in = out DO Thread.Wait(lock, notEmpty) END; INC(sum, buffer[out MOD 4]); INC(out); Thread.Broadcast(notFull) END END;')}
      VAR a, b, c: Thread.T;`;
    const body = `a := Thread.Fork(NEW(Consumer)); b := Thread.Fork(NEW(Producer)); c := Thread.Fork(NEW(Consumer));
      EVAL Thread.Join(a); EVAL Thread.Join(b); EVAL Thread.Join(c); IO.Put(Fmt.Int(sum))`;
    expect(await output(declarations, body)).toMatchObject({ shown: '500500', rest: { kind: 'ended' } });
  });

  it('can be alerted while they wait, pause or join, or ask for it', async () => {
    const declarations = `
      ${closure('Waits', 'TRY LOCK lock DO Thread.AlertWait(lock, cond) END EXCEPT Thread.Alerted => IO.Put("wait ") END;')}
      ${closure('Pauses', 'TRY Thread.AlertPause(1.0D6) EXCEPT Thread.Alerted => IO.Put("pause ") END;')}
      ${closure('Asks', 'WHILE NOT Thread.TestAlert() DO INC(n) END; IO.Put("ask" & Fmt.Bool(Thread.TestAlert()) & " ");')}
      VAR t: ARRAY [1..3] OF Thread.T;`;
    const body = `t[1] := Thread.Fork(NEW(Waits)); t[2] := Thread.Fork(NEW(Pauses)); t[3] := Thread.Fork(NEW(Asks));
      Thread.Pause(0.1D0);
      FOR i := 1 TO 3 DO Thread.Alert(t[i]); EVAL Thread.Join(t[i]) END;
      Thread.Alert(Thread.Self()); TRY EVAL Thread.AlertJoin(Thread.Fork(NEW(Pauses))) EXCEPT Thread.Alerted => IO.Put("join") END`;
    expect((await output(declarations, body)).shown).toBe('wait pause askFALSE join');
  });

  it('fail by themselves: the others go on, and the report is kept', async () => {
    const declarations = closure('Fails', 'n := 1 DIV n;');
    const body = 'IF Thread.Join(Thread.Fork(NEW(Fails))) = NIL THEN IO.Put("joined") END';
    const { shown, failures, outcome } = await output(declarations, body);
    expect(shown).toContain('joined');
    expect(outcome).toEqual({ kind: 'ended' });
    expect(failures).toHaveLength(1);
    expect(failures[0]!.what).toContain('ArithmeticFault');
  });

  it('that wait for what never comes are a deadlock', async () => {
    const { outcome } = await output('', 'LOCK lock DO Thread.Wait(lock, cond) END');
    expect(outcome).toMatchObject({ kind: 'deadlock' });
  });

  it('keep what they hold through collections while they are suspended', async () => {
    const declarations = `
      TYPE List = REF RECORD v: INTEGER; next: List END; VAR junk: REF ARRAY OF INTEGER;
      ${closure('Holder', 'VAR l: List := NIL; s := 0; BEGIN FOR i := 1 TO 100 DO l := NEW(List, v := i, next := l); Thread.Pause(0.001D0) END; WHILE l # NIL DO INC(s, l.v); l := l.next END; LOCK lock DO INC(n, s) END END;')}
      VAR t: ARRAY [1..10] OF Thread.T;`;
    const body = `FOR i := 1 TO 10 DO t[i] := Thread.Fork(NEW(Holder)) END;
      FOR i := 1 TO 300 DO junk := NEW(REF ARRAY OF INTEGER, 20000); Thread.Pause(0.0005D0) END;
      FOR i := 1 TO 10 DO EVAL Thread.Join(t[i]) END; IO.Put(Fmt.Int(n))`;
    expect((await output(declarations, body)).shown).toBe('50500');
  });

  it('take the same turns in every run', async () => {
    const declarations = closure(
      'Writer',
      'FOR i := 1 TO 20 DO FOR k := 1 TO 100000 DO INC(n) END; IO.Put(self.name) END;',
      'name: TEXT;',
    );
    const body = 'EVAL Thread.Fork(NEW(Writer, name := "a")); EVAL Thread.Fork(NEW(Writer, name := "b"))';
    const first = await output(declarations, body);
    expect(first.shown).toMatch(/a.*b.*a/);
    expect((await output(declarations, body)).shown).toBe(first.shown);
  });

  it('locking twice, and releasing what is not held, are checked run-time errors', async () => {
    const declarations = 'PROCEDURE Twice() = BEGIN LOCK lock DO LOCK lock DO END END END Twice;';
    const body =
      'TRY Twice() EXCEPT ELSE IO.Put("twice ") END; TRY Thread.Release(lock) EXCEPT ELSE IO.Put("free") END';
    expect((await output(declarations, body)).shown).toBe('twice free');
  });
});
