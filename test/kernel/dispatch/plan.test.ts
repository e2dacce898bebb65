/** How handlers are divided into runs and singles does not show: each is invoked once, in order. What a raise costs shows in fuel. */
import { expect, it } from 'vitest';
import { sourceMachine } from '../source.ts';

const SERVER = {
  'Server.i3': 'INTERFACE Server; PROCEDURE Event(x: INTEGER); END Server.',
  'Server.m3': 'MODULE Server; PROCEDURE Event(<*UNUSED*> x: INTEGER) = BEGIN END Event; BEGIN END Server.',
};

const client = (declarations: string, body: string) => ({
  'Client.m3': `MODULE Client EXPORTS Main; IMPORT Dispatcher, Fmt, IO, Server; <*FATAL Dispatcher.Error*>
    TYPE Tag = REF INTEGER; VAR seen, installed := 0;
    <*NOWARN*> PROCEDURE New(): Tag = VAR t := NEW(Tag); BEGIN t^ := installed; INC(installed); RETURN t END New;
    (* Handlers are called in the order of their tags, or "seen" does not come to all of them. *)
    <*NOWARN*> PROCEDURE A(t: Tag; x: INTEGER) = BEGIN IF t^ = seen THEN seen := t^ + x END END A;
    <*NOWARN*> PROCEDURE B(t: Tag; x: INTEGER) = BEGIN IF t^ = seen THEN INC(seen, x) END END B;
    <*NOWARN*> PROCEDURE Down(x: INTEGER): INTEGER = BEGIN IF x < 0 THEN RETURN Down(x + 1) END; RETURN x END Down;
    <*NOWARN*> PROCEDURE C(t: Tag; x: INTEGER) = BEGIN IF t^ = seen THEN INC(seen, Down(x)) END END C;
    <*NOWARN*> PROCEDURE Install(handler: PROCANY; n: INTEGER) =
      BEGIN FOR i := 1 TO n DO EVAL Dispatcher.InstallHandler(Server.Event, NIL, handler, NIL, New()) END END Install;
    ${declarations} BEGIN ${body} END Client.`,
});

/** Rows of handlers, by procedure and how many. */
const ROWS = [
  'A3',
  'A5',
  'A70',
  'A5 B5',
  'A1 B70 C1',
  'A70 B70',
  'B2 A66 C3 B80 A1',
  'A5 B1 A5 B1 A5 B1 A5',
  'C70 A2 C70 B2 C70 A2 C70',
];

it.each(ROWS)('calls each handler once, in order: %s', async (row) => {
  const m = sourceMachine();
  await m.load('server', SERVER);
  const installing = row.split(' ').map((part) => `Install(${part[0]}, ${part.slice(1)});`);
  // While the stub is young, when it has settled, and after another change.
  const body = `${installing.join(' ')}
    FOR i := 1 TO 600 DO seen := 0; Server.Event(1); IF seen # installed THEN IO.Put(Fmt.Int(i) & " ") END END;
    Install(B, 1); seen := 0; Server.Event(1); IO.Put(Fmt.Int(installed - seen))`;
  expect(await m.start('client', client('', body))).toEqual({ kind: 'ended' });
  expect(m.shown()).toBe('0');
});

/** Fuel of a raise with so many handlers. */
async function fuelOf(handlers: number, install: string, declarations = ''): Promise<number> {
  const m = sourceMachine();
  await m.load('server', SERVER);
  const rounds = 1000;
  const raise = `PROCEDURE Raise(n: INTEGER) = BEGIN FOR i := 1 TO n DO Server.Event(1) END END Raise;`;
  await m.start(
    'client',
    client(`${declarations} ${raise}`, `FOR i := 1 TO ${handlers} DO ${install} END; Raise(600)`),
  );
  const slot = [...m.kernel.slots.ofDomain(m.kernel.extensions.get(3)!.number)].find((s) => s.procedure === 'Raise')!;
  const { clock } = m.kernel.strands;
  const from = clock.fuel;
  m.kernel.strands.spawnCall(m.kernel.slots.get(slot.slot)!, [BigInt(rounds)], {
    name: 'raise',
    domain: 0,
    onEnd: () => {},
  });
  await m.kernel.strands.run();
  return (clock.fuel - from) / rounds;
}

const KINDS = [
  { kind: 'in the code of the stub', handlers: 40, install: 'Install(A, 1)', each: 0.5 },
  { kind: 'in a table', handlers: 200, install: 'Install(A, 1)', each: 1 },
  {
    kind: 'in a table, whose guards say no',
    handlers: 200,
    install: 'EVAL Dispatcher.InstallHandler(Server.Event, No, A, NIL, New())',
    declarations: 'FUNCTIONAL PROCEDURE No(x: INTEGER): BOOLEAN = BEGIN RETURN x > 1 END No;',
    each: 1,
  },
  {
    kind: 'that are looked up',
    handlers: 200,
    install: 'EVAL Dispatcher.InstallHandler(Server.Event, One, A, NIL, New())',
    declarations: 'FUNCTIONAL PROCEDURE One(x: INTEGER): BOOLEAN = BEGIN RETURN x = 1 END One;',
    each: 1,
  },
];

it.each(KINDS)('pays for handlers $kind', async ({ handlers, install, declarations, each }) => {
  const [one, all] = [await fuelOf(1, install, declarations), await fuelOf(handlers, install, declarations)];
  expect(all - one).toBeGreaterThanOrEqual(each * (handlers - 2));
});
