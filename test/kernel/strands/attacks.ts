/** Six ways to use something up without end, for tests and measurements of quotas. */

export interface Attack {
  /** As in "one that allocates without end". */
  readonly name: string;
  readonly declarations: string;
  readonly body: string;
}

/** What it does for ever, beginning anew whenever it is refused. */
export const ATTACKS: readonly Attack[] = [
  {
    name: 'allocates',
    declarations: `TYPE L = REF RECORD a: ARRAY [1..100] OF INTEGER; next: L END;
      PROCEDURE Fill() = VAR list: L := NIL; BEGIN LOOP list := NEW(L, next := list) END END Fill;`,
    body: 'Fill()',
  },
  {
    name: 'forks',
    declarations: `TYPE C = Thread.Closure OBJECT OVERRIDES apply := Apply END; VAR sink := 0;
      PROCEDURE Apply(<*UNUSED*> c: C): REFANY = BEGIN FOR i := 1 TO 1000 DO sink := i END; RETURN NIL END Apply;`,
    body: 'LOOP EVAL Thread.Fork(NEW(C)) END',
  },
  { name: 'spins', declarations: 'VAR n := 0;', body: 'LOOP INC(n) END' },
  {
    name: 'recurses',
    declarations: 'PROCEDURE Down(n: INTEGER): INTEGER = BEGIN RETURN Down(n + 1) + 1 END Down;',
    body: 'EVAL Down(0)',
  },
  {
    name: 'raises',
    declarations: `VAR n := 0; PROCEDURE Handle(<*UNUSED*> x: INTEGER) = BEGIN INC(n) END Handle;`,
    body: 'EVAL Dispatcher.InstallHandler(Server.Event, NIL, Handle); LOOP Server.Event(1) END',
  },
  {
    name: 'installs',
    declarations: 'VAR n := 0; PROCEDURE Handle(<*UNUSED*> x: INTEGER) = BEGIN INC(n) END Handle;',
    body: 'LOOP EVAL Dispatcher.InstallHandler(Server.Event, NIL, Handle); Server.Event(1) END',
  },
];

/** Whose event is raised and handled. */
export const SERVER = {
  'Server.i3': 'INTERFACE Server; PROCEDURE Event(x: INTEGER); END Server.',
  'Server.m3': 'MODULE Server; PROCEDURE Event(<*UNUSED*> x: INTEGER) = BEGIN END Event; BEGIN END Server.',
};

/** Several strands do it: one that is refused goes on. */
export const wild = (attack: Attack) => ({
  'Wild.m3': `MODULE Wild EXPORTS Main;
    <*NOWARN*> IMPORT Dispatcher, Quota, Server, SpinException, Strand, Thread; <*FATAL Dispatcher.Error*>
    TYPE S = Strand.T OBJECT OVERRIDES run := Run END;
    ${attack.declarations}
    PROCEDURE Run(<*UNUSED*> s: S) =
      BEGIN
        LOOP
          TRY ${attack.body}
          EXCEPT SpinException.Exception, Quota.Exceeded => END;
          Thread.Pause(0.0001d0);
        END;
      END Run;
    BEGIN FOR i := 1 TO 5 DO Strand.Run(NEW(S)) END END Wild.`,
});
