/** Procedures that the kernel makes of others, each of the one before. */
import { expect, it } from 'vitest';
import { sourceMachine } from '../source.ts';

const PARAMETERS = 200;
const numbers = (what: (n: number) => string, between: string) =>
  Array.from({ length: PARAMETERS }, (_, n) => what(n)).join(between);

/** Calls the last of so many. */
async function called(aliases: number): Promise<string> {
  const machine = sourceMachine();
  const text = `MODULE Main; IMPORT Dispatcher, IO, SpinException; <*FATAL Dispatcher.Error*>
    TYPE P = PROCEDURE(${numbers((n) => `x${n}`, ', ')}: INTEGER);
    VAR p: PROCANY; ref := NEW(REF P); q: P; sum := 0;
    PROCEDURE Base(${numbers((n) => `x${n}`, ', ')}: INTEGER) = BEGIN sum := ${numbers((n) => `x${n}`, ' + ')} END Base;
    PROCEDURE Try() =
      BEGIN
        TRY q(${numbers(String, ', ')}); IO.PutInt(sum) EXCEPT SpinException.Exception(e) => IO.Put(e.msg) END
      END Try;
    BEGIN
      q := Base; p := q;
      FOR i := 1 TO ${aliases} DO p := Dispatcher.CreateLinear(p, ${PARAMETERS}) END;
      Dispatcher.Assign(p, ref); q := ref^; Try(); IO.Put(" "); Try()
    END Main.`;
  const outcome = await machine.start('chain', { 'Main.m3': text });
  expect(outcome.kind).toBe('ended');
  return machine.shown();
}

it('a short chain of them does as the first', { timeout: 60_000 }, async () => {
  expect(await called(20)).toBe('19900 19900');
});
it('a long one is a stack overflow', { timeout: 60_000 }, async () => {
  expect(await called(1500)).toBe('stack overflow stack overflow');
});
