/** Loading and destroying the same extensions many times, with a look at the books now and then. */
import { encodeModule } from '../../../src/bytecode/encode.ts';
import { destroy, initialise, loadDomain, resolveAll, run } from '../../../src/kernel/control.ts';
import { compile, sourceMachine } from '../source.ts';

const BASE = {
  'Base.i3': `INTERFACE Base; TYPE T = OBJECT METHODS name(): TEXT := Name; END; VAR last: T; total: INTEGER;
    PROCEDURE Name(t: T): TEXT; PROCEDURE Event(n: INTEGER); END Base.`,
  'Base.m3': `MODULE Base; PROCEDURE Name(<*UNUSED*> t: T): TEXT = BEGIN RETURN "base" END Name;
    PROCEDURE Event(n: INTEGER) = BEGIN INC(total, n) END Event; BEGIN total := 0 END Base.`,
};

/** Has a bit of everything: types of its own, globals, texts, a handler, a strand that waits, a name. */
const GUEST = {
  'Guest.i3':
    'INTERFACE Guest; TYPE Opaque <: REFANY; EXCEPTION E(TEXT); VAR list: Opaque; PROCEDURE Make(n: INTEGER): Opaque RAISES {E}; END Guest.',
  'Guest.m3': `MODULE Guest; IMPORT Base, Dispatcher, NameServer, Strand, Fmt;
    REVEAL Opaque = BRANDED "Guest.Opaque" OBJECT n: INTEGER; text: TEXT; next: Opaque END;
    TYPE Sub = Base.T OBJECT a: ARRAY [1..10] OF TEXT OVERRIDES name := SubName END;
      Waiter = Strand.T OBJECT OVERRIDES run := Wait END; Table = REF ARRAY OF RECORD key: TEXT; value: Opaque END;
    VAR table := NEW(Table, 100); big: ARRAY [1..1000] OF INTEGER; seen := 0;
    PROCEDURE SubName(s: Sub): TEXT = BEGIN RETURN "sub" & s.a[1] END SubName;
    PROCEDURE Wait(w: Waiter) = BEGIN Strand.Block(w) END Wait;
    PROCEDURE Handle(n: INTEGER) = BEGIN INC(seen, n) END Handle;
    PROCEDURE Make(n: INTEGER): Opaque RAISES {E} =
      BEGIN IF n < 0 THEN RAISE E("negative") END; RETURN NEW(Opaque, n := n, text := Fmt.Int(n), next := list) END Make;
    <*FATAL Dispatcher.Error, NameServer.Error*>
    BEGIN
      EVAL Dispatcher.InstallHandler(Base.Event, NIL, Handle);
      FOR i := 0 TO 9 DO TRY list := Make(i); table[i].value := list EXCEPT E => END END;
      WITH s = NEW(Sub) DO s.a[1] := "x"; IF Text(s) # NIL THEN Base.Event(1) END END;
      Strand.Run(NEW(Waiter));
      NameServer.Attach(NIL, "/svc/guest" & Fmt.Int(Base.total), table); NameServer.Detach(NIL, "/svc/guest" & Fmt.Int(Base.total));
      big[1] := seen;
    END Guest.`.replace('Text(s)', 's.name()'),
};

export interface Books {
  readonly round: number;
  readonly memory: number;
  readonly javascript: number;
  readonly process: number;
  readonly slots: number;
  readonly types: number;
  readonly domains: number;
}

export async function soak(rounds: number, every: number, gc: () => void = () => {}): Promise<Books[]> {
  const m = sourceMachine();
  const { kernel } = m;
  const base = await m.load('base', BASE);
  await initialise(kernel, base);
  const sources = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([path, text]) => ({ path, text }));
  const bytes = encodeModule(compile('guest', sources(GUEST), sources(BASE)));
  const rows: Books[] = [];
  for (let round = 0; round <= rounds; round++) {
    if (round % every === 0) {
      gc();
      const { heapUsed, external, rss } = process.memoryUsage();
      rows.push({
        round,
        memory: kernel.heap.statistics().memoryBytes,
        javascript: heapUsed + external - kernel.heap.memory.buffer.byteLength,
        process: rss,
        slots: 65535 - kernel.slots.freeCount,
        types: kernel.types.count,
        domains: [...kernel.domains].length,
      });
    }
    const domain = loadDomain(kernel, 'guest', bytes);
    await resolveAll(kernel, domain, [base, kernel.publicDomain]);
    const outcome = await initialise(kernel, domain);
    if (outcome.kind !== 'ended') throw new Error(`round ${round}: ${JSON.stringify(outcome)} ${m.shown()}`);
    destroy(kernel, domain);
    await run(kernel);
  }
  return rows;
}
