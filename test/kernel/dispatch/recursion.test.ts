/** Events that raise themselves without end: what the dispatcher puts in between takes its part of the stack, and the end is an exception that can be caught. */
import { expect, it } from 'vitest';
import { sourceMachine } from '../source.ts';

const parameters = (n: number): string => Array.from({ length: n }, (_, k) => `p${k}`).join(', ');

const program = (count: number, handlers: number) => ({
  'Deep.i3': `INTERFACE Deep; PROCEDURE Down(${parameters(count)}: INTEGER): INTEGER; END Deep.`,
  'Deep.m3': `MODULE Deep;
    PROCEDURE Down(${parameters(count)}: INTEGER): INTEGER =
      BEGIN IF p0 < 0 THEN RETURN 1 END; RETURN Down(${parameters(count)}) + 1 END Down;
    BEGIN END Deep.`,
  'Main.m3': `MODULE Main; IMPORT Deep, Dispatcher, IO, SpinException;
    FUNCTIONAL PROCEDURE Never(${parameters(count)}: INTEGER): BOOLEAN = BEGIN RETURN p0 < 0 END Never;
    PROCEDURE Other(${parameters(count)}: INTEGER): INTEGER = BEGIN RETURN p0 END Other;
    BEGIN
      FOR k := 1 TO ${handlers} DO EVAL Dispatcher.InstallHandler(Deep.Down, Never, Other) END;
      FOR i := 1 TO 2 DO
        TRY EVAL Deep.Down(${Array.from({ length: count }, () => 1).join(', ')})
        EXCEPT SpinException.Exception(e) => IO.Put(e.msg & "\\n") END;
      END;
    END Main.`,
});

for (const count of [1, 40]) {
  for (const handlers of [0, 1, 10]) {
    it(`with ${count} parameters and ${handlers} further handlers`, { timeout: 30_000 }, async () => {
      const machine = sourceMachine();
      const outcome = await machine.start('deep', program(count, handlers));
      expect([outcome.kind, machine.shown()]).toEqual(['ended', 'stack overflow\nstack overflow\n']);
    });
  }
}
