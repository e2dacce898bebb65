/** Hot replacement: a new version takes over while many strands raise the event; each raise is handled once, by the one or the other. */
import { expect, it } from 'vitest';
import { sourceMachine } from '../source.ts';

const STRANDS = 8;
const RAISES = 1200;
/** Values of the key that guards compare. */
const KEYS = 8;

const keys = (each: (key: number) => string) => Array.from({ length: KEYS }, (_, key) => each(key)).join('\n');

/** The same module under two names, with its bindings. Its procedures are private, so that they can be copied into stubs. */
const version = (name: string, bindings: readonly string[]) => ({
  [`${name}.i3`]: `INTERFACE ${name}; IMPORT Dispatcher; VAR hits, sum: INTEGER; bindings: REF ARRAY OF Dispatcher.Binding; END ${name}.`,
  [`${name}.m3`]: `MODULE ${name}; IMPORT Dispatcher, Server; <*FATAL Dispatcher.Error*>
    <*NOWARN*> PROCEDURE Small(key, x: INTEGER) = BEGIN INC(hits); INC(sum, x) END Small;
    <*NOWARN*> PROCEDURE Large(key, x: INTEGER) = BEGIN Server.Work(x * 10); INC(hits); Server.Work(x * 3); INC(sum, x) END Large;
    <*NOWARN*> PROCEDURE WithClosure(r: REF INTEGER; key, x: INTEGER) = BEGIN r^ := x; Server.Work(x * 10); Large(key, r^ + x - r^) END WithClosure;
    <*NOWARN*> FUNCTIONAL PROCEDURE Odd(key, x: INTEGER): BOOLEAN = BEGIN RETURN x MOD 2 = 1 END Odd;
    <*NOWARN*> FUNCTIONAL PROCEDURE Even(key, x: INTEGER): BOOLEAN = BEGIN RETURN x MOD 2 = 0 END Even;
    ${keys((k) => `<*NOWARN*> FUNCTIONAL PROCEDURE G${k}(key, x: INTEGER): BOOLEAN = BEGIN RETURN key = ${k} END G${k};`)}
    BEGIN
      hits := 0; sum := 0; bindings := NEW(REF ARRAY OF Dispatcher.Binding, ${bindings.length});
      ${bindings.map((b, i) => `bindings[${i}] := ${b};`).join('\n')}
    END ${name}.`,
});

const SERVER = {
  'Server.i3':
    'INTERFACE Server; VAR hits: INTEGER; PROCEDURE Serve(key, x: INTEGER); PROCEDURE Work(n: INTEGER); END Server.',
  'Server.m3': `MODULE Server; VAR sink: INTEGER;
    PROCEDURE Work(n: INTEGER) = BEGIN FOR i := 1 TO n DO sink := i END END Work;
    <*NOWARN*> PROCEDURE Serve(key, x: INTEGER) = BEGIN Work(x * 10); INC(hits) END Serve;
    BEGIN hits := 0 END Server.`,
};

/** Who exchanges is more important: each turn of the others ends with an exchange in the middle of what they do. */
const MAIN = {
  'Main.m3': `MODULE Main; IMPORT Dispatcher, Fmt, IO, New, Old, Sched, Server, Strand, Thread; <*FATAL Dispatcher.Error*>
    TYPE Raiser = Thread.Closure OBJECT OVERRIDES apply := Raise END;
    VAR inside, done, during, swaps := 0;
    PROCEDURE Raise(<*UNUSED*> c: Raiser): REFANY =
      BEGIN
        FOR i := 1 TO ${RAISES} DO INC(inside); Server.Serve(i MOD ${KEYS}, i); DEC(inside) END;
        INC(done); RETURN NIL
      END Raise;
    PROCEDURE Exchange(from, to: REF ARRAY OF Dispatcher.Binding) =
      BEGIN
        IF inside > 0 THEN INC(during) END; INC(swaps);
        Dispatcher.AtomicSwap(from, to); Thread.Pause(1.0d-6)
      END Exchange;
    BEGIN
      Dispatcher.AtomicSwap(NIL, Old.bindings);
      FOR i := 1 TO ${STRANDS} DO EVAL Thread.Fork(NEW(Raiser)) END;
      Sched.SetPriority(Strand.GetCurrent(), Sched.GetPriority(Strand.GetCurrent()) + 1);
      WHILE done < ${STRANDS} DO Exchange(Old.bindings, New.bindings); Exchange(New.bindings, Old.bindings) END;
      IO.Put(Fmt.Int(Old.hits) & " " & Fmt.Int(New.hits) & " " & Fmt.Int(Old.sum + New.sum) & " " & Fmt.Int(Server.hits) & " " & Fmt.Int(swaps) & " " & Fmt.Int(during));
    END Main.`,
};

const create = (handler: string, guard = 'NIL', closure = 'NIL') =>
  `Dispatcher.Create(Server.Serve, ${guard}, ${handler}, NIL, ${closure})`;

it.each<[string, string[]]>([
  ['a handler that is copied into the stub', [create('Small')]],
  ['a handler that is interrupted', [create('Large')]],
  ['a handler with a closure', [create('WithClosure', 'NIL', 'NEW(REF INTEGER)')]],
  // One of several takes each raise: half exchanged, a raise would find none or two.
  ['two handlers together', [create('Large', 'Odd'), create('Small', 'Even')]],
  ['a table of handlers', Array.from({ length: KEYS }, (_, k) => create('Large', `G${k}`))],
])(
  'loses no raise and handles none twice: %s',
  async (_, bindings) => {
    const m = sourceMachine();
    await m.load('server', SERVER);
    for (const name of ['Old', 'New']) {
      const outcome = await m.start(name.toLowerCase(), version(name, bindings));
      expect(outcome, m.shown()).toEqual({ kind: 'ended' });
    }
    expect(await m.start('main', MAIN), m.shown()).toEqual({ kind: 'ended' });
    const [old, young, sum, own, swaps, during] = m.shown().split(' ').map(Number);
    expect([old! + young!, own, sum]).toEqual([
      STRANDS * RAISES,
      STRANDS * RAISES,
      (STRANDS * RAISES * (RAISES + 1)) / 2,
    ]);
    // Both versions had their part, and most exchanges were made while all strands were in the middle of a raise.
    expect(Math.min(old!, young!)).toBeGreaterThan(STRANDS * RAISES * 0.2);
    expect(swaps).toBeGreaterThan(50);
    expect(during).toBeGreaterThan(0.9 * swaps!);
  },
  60_000,
);
