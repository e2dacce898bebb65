/** Interfaces Strand, Sched, Sema, Mutex, ReaderWriterLock, from the language; deadlocks. */
import { describe, expect, it } from 'vitest';
import { initialise, run } from '../../../src/kernel/control.ts';
import { sourceMachine } from '../source.ts';

async function output(declarations: string, body: string, imports = '') {
  const m = sourceMachine();
  const text = `MODULE Main; IMPORT Fmt, IO, Strand${imports}; <*NOWARN*> VAR n := 0;
    PROCEDURE Say(t: TEXT) = BEGIN IO.Put(t & " ") END Say;
    ${declarations} BEGIN ${body} END Main.`;
  const outcome = await m.start('main', { 'Main.m3': text });
  const rest = await run(m.kernel);
  return { shown: m.shown().trim(), outcome, rest, failures: m.kernel.failures, kernel: m.kernel };
}

/** A subtype of Strand.T with that code. */
const strand = (name: string, code: string, fields = '') => `
  TYPE ${name} = Strand.T OBJECT ${fields} OVERRIDES run := ${name}Run END;
  PROCEDURE ${name}Run(<*NOWARN*> self: ${name}) = BEGIN ${code} END ${name}Run;`;

const ENDED = { outcome: { kind: 'ended' }, rest: { kind: 'ended' }, failures: [] };

describe('a strand', () => {
  it('runs its method once, and is the same object everywhere', async () => {
    const declarations = `VAR s: Strand.T; ${strand('S', 'Say(Fmt.Bool(Strand.GetCurrent() = self)); IF s = self THEN Say("mine") END')}`;
    const body =
      's := NEW(S); Strand.Run(s); Strand.Yield(); Strand.Run(s); Say(Fmt.Bool(Strand.GetCurrent() = Strand.GetCurrent()) & Fmt.Bool(Strand.GetCurrent() = s))';
    expect(await output(declarations, body)).toMatchObject({ shown: 'TRUE mine TRUEFALSE', ...ENDED });
  });

  it('is stopped in the midst of a loop, and goes on from there', async () => {
    const declarations = `VAR go := TRUE; ${strand('S', 'WHILE go DO INC(n) END; Say("out")')} VAR s := NEW(S); m: INTEGER;`;
    const body = `Strand.Run(s); Strand.Yield(); Say(Fmt.Bool(Strand.Stop(s)) & Fmt.Bool(Strand.Stop(s)));
      m := n; FOR i := 1 TO 3 DO Strand.Yield() END; Say(Fmt.Bool(n = m) & Fmt.Bool(n > 0));
      Strand.Run(s); Strand.Yield(); Say(Fmt.Bool(n > m)); go := FALSE; Strand.Yield(); Say(Fmt.Bool(Strand.Stop(s)))`;
    expect(await output(declarations, body)).toMatchObject({ shown: 'TRUEFALSE TRUETRUE TRUE out FALSE', ...ENDED });
  });

  it('blocks until it is unblocked, and does not lose a wake-up that comes first', async () => {
    const declarations = `${strand('S', 'Strand.Block(self); Say("one"); Strand.Block(self); Say("two")')} VAR s := NEW(S);`;
    const body = `Strand.Run(s); Strand.Yield(); Say("zero"); Strand.Unblock(s); Strand.Unblock(s); Strand.Unblock(s); Strand.Yield(); Strand.Yield()`;
    expect(await output(declarations, body)).toMatchObject({ shown: 'zero one two', ...ENDED });
  });

  it('waits in Block only when it is the caller and was not unblocked before', async () => {
    const declarations = `${strand('S', 'Say("begun"); Strand.Block(self); Say("gone on")')} VAR s := NEW(S); new := NEW(S); none: Strand.T := NIL;`;
    const body = `Strand.Block(new); Say("not me"); Strand.Unblock(Strand.GetCurrent()); Strand.Block(Strand.GetCurrent()); Say("early");
      TRY Strand.Block(none) EXCEPT SpinException.Exception(e) => Say(e.msg) END;
      Strand.Run(s); Strand.Yield(); Strand.Unblock(s); Strand.Yield(); Strand.Block(s); Say("ended")`;
    const result = await output(declarations, body, ', SpinException');
    expect(result).toMatchObject({ ...ENDED });
    expect(result.shown).toMatch(/^not me early .* begun gone on ended$/);
  });

  it('can be blocked by another one', async () => {
    const declarations = `VAR go := TRUE; ${strand('S', 'WHILE go DO INC(n) END; Say("out")')} VAR s := NEW(S); m: INTEGER;`;
    const body = `Strand.Run(s); Strand.Yield(); Strand.Block(s); m := n; Strand.Yield(); Say(Fmt.Bool(m = n)); go := FALSE; Strand.Unblock(s)`;
    expect(await output(declarations, body)).toMatchObject({ shown: 'TRUE out', ...ENDED });
  });

  it('finds its own object and a whole stack, whatever came of those that ran before', async () => {
    // More at once than stacks are kept; every fifth fails, and so gives its stack up. Objects die meanwhile, and what is left of them.
    const code = `Strand.Yield(); IF self.k MOD 5 = 0 THEN EVAL VAL(-self.k - 1, CARDINAL) END; INC(n, self.k + Deep(self.k)); done[self.k] := TRUE`;
    const declarations = `PROCEDURE Deep(k: INTEGER): INTEGER = VAR r := NEW(REF ARRAY OF INTEGER, 1 + k); BEGIN r[k] := k; IF k = 0 THEN RETURN 0 END; RETURN 1 + Deep(k - 1) END Deep;
      VAR wrong: INTEGER; done: ARRAY [0..99] OF BOOLEAN; ${strand('S', code, 'k: INTEGER')}`;
    const body = `FOR round := 1 TO 3 DO
        n := 0; FOR k := 0 TO 99 DO done[k] := FALSE; Strand.Run(NEW(S, k := k)) END; RTCollector.Collect();
        FOR i := 1 TO 4 DO Strand.Yield() END;
        wrong := 0; FOR k := 0 TO 99 DO IF done[k] = (k MOD 5 = 0) THEN INC(wrong) END END; Say(Fmt.Int(n) & "/" & Fmt.Int(wrong))
      END`;
    const { shown, outcome, failures } = await output(declarations, body, ', RTCollector');
    expect(shown.match(/8000\/0/g)).toHaveLength(3);
    expect(outcome).toEqual({ kind: 'ended' });
    expect(failures).toHaveLength(60);
  });

  it('that is more important goes first, at once when it becomes runnable', async () => {
    const declarations = `${strand('S', 'Say(self.name)', 'name: TEXT')} VAR a := NEW(S, name := "low"); b := NEW(S, name := "high");`;
    const body = `Sched.SetPriority(b, Strand.defPriority + 1); Sched.SetPriority(a, -2); Strand.Run(a); Strand.Run(b);
      FOR i := 1 TO 1000 DO INC(n) END; Say("main"); Say(Fmt.Int(Sched.GetPriority(b)) & Fmt.Int(Sched.GetPriority(a)))`;
    expect(await output(declarations, body, ', Sched')).toMatchObject({ shown: 'high main 1001-2 low', ...ENDED });
  });

  it('shares with its domain, not with every strand of others', async () => {
    const m = sourceMachine();
    const counter = (name: string, strands: number) => ({
      [`${name}.i3`]: `INTERFACE ${name}; VAR n: INTEGER; END ${name}.`,
      [`${name}.m3`]: `MODULE ${name}; IMPORT Thread;
        TYPE C = Thread.Closure OBJECT OVERRIDES apply := A END;
        PROCEDURE A(<*UNUSED*> c: C): REFANY = BEGIN LOOP INC(n) END; END A;
        BEGIN FOR i := 1 TO ${strands} DO EVAL Thread.Fork(NEW(C)) END; n := 0 END ${name}.`,
    });
    await m.start('one', counter('One', 1));
    await m.start('many', counter('Many', 9));
    m.kernel.strands.limits = { fuel: m.kernel.strands.clock.fuel + 300_000_000 };
    await run(m.kernel);
    m.kernel.strands.limits = {};
    const report = {
      'Report.m3': `MODULE Report EXPORTS Main; IMPORT IO, Fmt, One, Many; BEGIN IO.Put(Fmt.Int(ROUND(100.0d0 * FLOAT(One.n, LONGREAL) / FLOAT(One.n + Many.n, LONGREAL)))) END Report.`,
    };
    await m.start('report', report);
    expect(Math.abs(Number(m.shown()) - 50)).toBeLessThan(10);
  });
});

describe('events of the scheduler', () => {
  const HANDLERS = `
    VAR watched: Strand.T; log: ARRAY [0..63] OF CHAR; k := 0;
    EPHEMERAL PROCEDURE Note(s: Strand.T; c: CHAR) = BEGIN IF s = watched AND k < 64 THEN log[k] := c; INC(k) END END Note;
    EPHEMERAL PROCEDURE B(s: Strand.T) = BEGIN Note(s, 'B') END B;
    EPHEMERAL PROCEDURE U(s: Strand.T) = BEGIN Note(s, 'U') END U;
    EPHEMERAL PROCEDURE C(s: Strand.T) = BEGIN Note(s, 'C') END C;
    EPHEMERAL PROCEDURE R(s: Strand.T) = BEGIN Note(s, 'R') END R;
    PROCEDURE Install() =
      <*FATAL Dispatcher.Error*>
      BEGIN
        EVAL Dispatcher.InstallHandler(Strand.Block, NIL, B, options := Dispatcher.Options{Dispatcher.Opt.First});
        EVAL Dispatcher.InstallHandler(Strand.Unblock, NIL, U);
        EVAL Dispatcher.InstallHandler(Strand.Checkpoint, NIL, C);
        EVAL Dispatcher.InstallHandler(Strand.Resume, NIL, R);
      END Install;`;
  const show = 'Say(Text.FromChars(SUBARRAY(log, 0, k)))';

  it('tell when a strand gets and loses the processor, waits, goes on and ends', async () => {
    const declarations = `${HANDLERS} ${strand('S', 'Strand.Yield(); Strand.Block(self); LOCK mu DO END')} VAR mu := NEW(MUTEX);`;
    const body = `Install(); watched := NEW(S); Strand.Run(watched); Strand.Yield(); Strand.Yield(); Thread.Acquire(mu); Strand.Unblock(watched);
      Strand.Yield(); Thread.Release(mu); Strand.Yield(); Strand.Yield(); ${show}`;
    const result = await output(declarations, body, ', Dispatcher, Thread, Text');
    expect(result).toMatchObject({ shown: 'RCRBCURCBURCB', ...ENDED });
  });

  it('survive a handler that does not come to an end, and say whose fault it is', async () => {
    const declarations = `EPHEMERAL PROCEDURE C(<*UNUSED*> s: Strand.T) = BEGIN LOOP INC(n) END END C; <*FATAL Dispatcher.Error*>`;
    const body = `WITH b = Dispatcher.InstallHandler(Strand.Checkpoint, NIL, C) DO Strand.Yield(); Dispatcher.Uninstall(b) END; Say("alive")`;
    const result = await output(declarations, body, ', Dispatcher');
    expect(result.shown).toContain('handlers of Strand.Checkpoint took more than 50000 units');
    expect(result.shown).toContain('alive');
    expect(result.rest).toEqual({ kind: 'ended' });
  });

  it('have handlers from when they are installed until they are gone, however often', async () => {
    const declarations = `EPHEMERAL PROCEDURE C(<*UNUSED*> s: Strand.T) = BEGIN INC(n) END C; VAR heard: INTEGER; <*FATAL Dispatcher.Error*>`;
    const body = `FOR i := 1 TO 3 DO
        Strand.Yield(); heard := n;
        WITH b = Dispatcher.InstallHandler(Strand.Checkpoint, NIL, C) DO Strand.Yield(); Dispatcher.Uninstall(b) END;
        IF n > heard THEN Say("heard") END;
        Strand.Yield(); heard := n; Strand.Yield();
        IF n = heard THEN Say("quiet") END;
      END`;
    expect((await output(declarations, body, ', Dispatcher')).shown).toBe('heard quiet heard quiet heard quiet');
  });

  it('end with the run when its fuel is used up in a handler', async () => {
    const m = sourceMachine();
    const text = `MODULE Main; IMPORT Strand, Dispatcher; VAR n := 0; <*FATAL Dispatcher.Error*>
      EPHEMERAL PROCEDURE C(<*UNUSED*> s: Strand.T) = BEGIN FOR i := 1 TO 1000 DO INC(n) END END C;
      BEGIN EVAL Dispatcher.InstallHandler(Strand.Checkpoint, NIL, C); LOOP Strand.Yield() END END Main.`;
    const domain = await m.load('main', { 'Main.m3': text });
    m.kernel.strands.limits = { fuel: m.kernel.strands.clock.fuel + 350_000 };
    expect(await initialise(m.kernel, domain)).toEqual({ kind: 'limit', limit: 'fuel' });
  });

  it('survive a handler that fails', async () => {
    const declarations = `VAR z := 0; EPHEMERAL PROCEDURE C(<*UNUSED*> s: Strand.T) = BEGIN n := 1 DIV z END C; <*FATAL Dispatcher.Error*>`;
    const body = `WITH b = Dispatcher.InstallHandler(Strand.Resume, NIL, C) DO Strand.Yield(); Dispatcher.Uninstall(b) END; Say("alive")`;
    const result = await output(declarations, body, ', Dispatcher');
    expect(result.shown).toContain('ArithmeticFault');
    expect(result.shown).toContain('alive');
  });

  it('admit EPHEMERAL handlers only', async () => {
    const declarations = 'PROCEDURE C(<*UNUSED*> s: Strand.T) = BEGIN END C;';
    const body =
      'TRY EVAL Dispatcher.InstallHandler(Strand.Checkpoint, NIL, C) EXCEPT Dispatcher.Error(e) => Say(Fmt.Int(ORD(e))) END';
    expect((await output(declarations, body, ', Dispatcher')).shown).toBe('6');
  });
});

describe('semaphores', () => {
  it('count, wake the longest waiting strand, one by name, or all', async () => {
    const declarations = `VAR s := Sema.Alloc(2); ${strand('S', 'Sema.P(s); Say(self.name)', 'name: TEXT')} VAR t: ARRAY [0..5] OF S;
      <*FATAL Sema.InUse*>`;
    const body = `FOR i := 0 TO 5 DO t[i] := NEW(S, name := Fmt.Int(i)); Strand.Run(t[i]) END; Strand.Yield(); Strand.Yield();
      Say("-"); TRY Sema.Reset(s) EXCEPT Sema.InUse => Say("in use") END;
      Sema.V(s); Strand.Yield(); Strand.Yield(); Sema.VThread(s, t[4]); Sema.VThread(s, t[0]); Strand.Yield(); Strand.Yield();
      Sema.Broadcast(s); Strand.Yield(); Strand.Yield(); Sema.Dealloc(s); Sema.Reset(s, 1); Sema.P(s); Say(".")`;
    expect(await output(declarations, body, ', Sema')).toMatchObject({ shown: '0 1 - in use 2 4 3 5 .', ...ENDED });
  });

  it('pass over strands that were terminated while they waited', async () => {
    const m = sourceMachine();
    const gate = {
      'Gate.i3': 'INTERFACE Gate; IMPORT Sema; VAR s: Sema.T; END Gate.',
      'Gate.m3': 'MODULE Gate; IMPORT Sema; BEGIN s := Sema.Alloc() END Gate.',
    };
    const waiter = (name: string) => ({
      [`${name}.m3`]: `MODULE ${name} EXPORTS Main; IMPORT IO, Gate, Sema, Strand; ${strand('S', `Sema.P(Gate.s); IO.Put("${name}")`)} BEGIN Strand.Run(NEW(S)) END ${name}.`,
    });
    const { destroy, initialise } = await import('../../../src/kernel/control.ts');
    await m.start('gate', gate);
    const doomed = await m.load('doomed', waiter('Doomed'));
    await initialise(m.kernel, doomed);
    await m.start('other', waiter('Other'));
    await run(m.kernel);
    destroy(m.kernel, doomed);
    await m.start('v', { 'V.m3': 'MODULE V EXPORTS Main; IMPORT Gate, Sema; BEGIN Sema.V(Gate.s) END V.' });
    expect(await run(m.kernel)).toEqual({ kind: 'ended' });
    expect(m.shown()).toContain('Other');
    expect(m.shown()).not.toContain('Doomed');
  });
});

describe('locks', () => {
  it('of readers and writers: many or one, and writers are not starved', async () => {
    const declarations = `VAR l := ReaderWriterLock.Allocate();
      ${strand('W', 'ReaderWriterLock.WriterLock(l); Say("w"); ReaderWriterLock.WriterUnlock(l)')}
      ${strand('R', 'ReaderWriterLock.ReaderLock(l); Say("r"); ReaderWriterLock.ReaderUnlock(l)')}`;
    const body = `ReaderWriterLock.ReaderLock(l); Say(Fmt.Bool(ReaderWriterLock.ReaderTryLock(l)) & Fmt.Bool(ReaderWriterLock.WriterTryLock(l)));
      Strand.Run(NEW(W)); Strand.Yield(); Strand.Run(NEW(R)); Strand.Yield(); Say(Fmt.Bool(ReaderWriterLock.ReaderTryLock(l)));
      ReaderWriterLock.ReaderUnlock(l); ReaderWriterLock.ReaderUnlock(l); FOR i := 1 TO 5 DO Strand.Yield() END;
      Say(Fmt.Bool(ReaderWriterLock.WriterTryLock(l)) & Fmt.Bool(ReaderWriterLock.ReaderTryLock(l)));
      TRY ReaderWriterLock.ReaderUnlock(l) EXCEPT SpinException.Exception => Say("no reader") END`;
    expect(await output(declarations, body, ', ReaderWriterLock, SpinException')).toMatchObject({
      shown: 'TRUEFALSE FALSE w r TRUEFALSE no reader',
      ...ENDED,
    });
  });

  it('can be tried', async () => {
    const declarations = `VAR mu := NEW(MUTEX); ${strand('S', 'Say(Fmt.Bool(Mutex.TryLock(mu)))')}`;
    const body =
      'Say(Fmt.Bool(Mutex.TryLock(mu)) & Fmt.Bool(Mutex.TryLock(mu))); Strand.Run(NEW(S)); Strand.Yield(); Thread.Release(mu); Strand.Run(NEW(S))';
    expect(await output(declarations, body, ', Mutex, Thread')).toMatchObject({
      shown: 'TRUEFALSE FALSE TRUE',
      ...ENDED,
    });
  });
});

describe('a deadlock', () => {
  it('is reported with who waits for what, and the circle', async () => {
    const declarations = `TYPE Fork = MUTEX OBJECT END; VAR a := NEW(Fork); b := NEW(Fork); s := Sema.Alloc();
      ${strand('P', 'LOCK self.first DO Strand.Yield(); LOCK self.second DO END END', 'first, second: Fork')}
      ${strand('W', 'Sema.P(s)')} ${strand('T', 'Strand.Block(self)')}`;
    const body =
      'Strand.Run(NEW(P, first := a, second := b)); Strand.Run(NEW(P, first := b, second := a)); Strand.Run(NEW(W)); Strand.Run(NEW(T))';
    const { rest } = await output(declarations, body, ', Sema');
    expect(rest.kind).toBe('deadlock');
    const lines = rest.kind === 'deadlock' ? rest.strands : [];
    const numbers = lines.slice(0, 4).map((l) => /#(\d+)/.exec(l)![1]!);
    const [p, q] = numbers;
    expect(lines[0]).toMatch(new RegExp(`#${p} waits for a.*, and strand of main \\(main\\) #${q} has it$`));
    expect(lines[1]).toMatch(new RegExp(`#${q} waits for a.*, and strand of main \\(main\\) #${p} has it$`));
    expect(lines[2]).toMatch(/waits for a Sema\.T$/);
    expect(lines[3]).toMatch(/waits for Strand\.Unblock$/);
    expect(lines[4]).toMatch(new RegExp(`^in a circle: .*#${p} -> .*#${q} -> .*#${p}$`));
  });
});

describe('strands that pass the processor on to each other', () => {
  const yielding = `${strand('Y', 'LOOP Strand.Yield() END')}`;

  it('leave the host its turns, and end with the time of the run', async () => {
    const m = sourceMachine();
    const { turn } = m.kernel.machine;
    let turns = 0;
    const counted = () => {
      turns++;
      return turn.call(m.kernel.machine);
    };
    Object.assign(m.kernel.machine, { turn: counted });
    const text = `MODULE Main; IMPORT Strand; ${yielding} BEGIN Strand.Run(NEW(Y)); Strand.Run(NEW(Y)) END Main.`;
    await m.start('main', { 'Main.m3': text });
    m.kernel.strands.limits = { milliseconds: m.kernel.machine.elapsed() + 100 };
    expect(await run(m.kernel)).toEqual({ kind: 'limit', limit: 'time' });
    expect(turns).toBeGreaterThan(0);
  });

  it('let alarms ring, and events be raised, between their turns', async () => {
    const declarations = `VAR resumed := 0; stop := FALSE;
      EPHEMERAL PROCEDURE Resumed(<*UNUSED*> s: Strand.T) = BEGIN INC(resumed) END Resumed;
      ${strand('Y', 'WHILE NOT stop DO Strand.Yield() END')}`;
    const body = `Strand.Run(NEW(Y)); Strand.Run(NEW(Y)); Thread.Pause(0.001D0);
      TRY EVAL Dispatcher.InstallHandler(Strand.Resume, NIL, Resumed) EXCEPT Dispatcher.Error => Say("refused") END;
      Thread.Pause(0.001D0); stop := TRUE; Say(Fmt.Bool(resumed > 10))`;
    expect(await output(declarations, body, ', Dispatcher, Thread')).toMatchObject({ shown: 'TRUE', ...ENDED });
  });

  it('do not start inside one another: each of three thousand makes the next one and waits for it', async () => {
    const m = sourceMachine();
    const text = `MODULE Main; IMPORT Fmt, IO, Thread; VAR n := 0;
      TYPE C = Thread.Closure OBJECT OVERRIDES apply := Apply END;
      PROCEDURE Apply(c: C): REFANY =
        BEGIN INC(n); IF n < 3000 THEN EVAL Thread.Join(Thread.Fork(c)) END; RETURN NIL END Apply;
      BEGIN EVAL Thread.Join(Thread.Fork(NEW(C))); IO.Put(Fmt.Int(n)) END Main.`;
    expect((await m.start('main', { 'Main.m3': text })).kind).toBe('ended');
    expect(m.shown()).toBe('3000');
  }, 60_000);
});

describe('ten thousand strands', () => {
  it('that wait fit into 512 MB, and all go on', async () => {
    const m = sourceMachine({ memoryBytes: 512 * 2 ** 20 });
    const text = `MODULE Main; IMPORT IO, Fmt, Strand, Sema; VAR n := 0; s := Sema.Alloc();
      ${strand('S', 'Sema.P(s); INC(n)')}
      BEGIN FOR i := 1 TO 10000 DO Strand.Run(NEW(S)) END; Strand.Yield(); Strand.Yield();
        FOR i := 1 TO 10000 DO Sema.V(s) END; Strand.Yield(); Strand.Yield(); Strand.Yield(); IO.Put(Fmt.Int(n)) END Main.`;
    expect((await m.start('main', { 'Main.m3': text })).kind).toBe('ended');
    await run(m.kernel);
    expect(m.shown()).toBe('10000');
  }, 60_000);
});
