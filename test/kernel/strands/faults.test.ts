/** What exceptions cost: a program that lives on them pays about what they take, not only what its own instructions do. */
import { expect, it } from 'vitest';
import { sourceMachine } from '../source.ts';

const TIMES = 2000;

/** Fuel of one time. */
async function fuelOf(statement: string): Promise<number> {
  const machine = sourceMachine();
  const before = machine.kernel.strands.clock.fuel;
  const outcome = await machine.start('pays', {
    'Main.m3': `MODULE Main; IMPORT SpinException;
      EXCEPTION Odd;
      VAR none: REF INTEGER;
      PROCEDURE Fault() = BEGIN INC(none^) END Fault;
      PROCEDURE Raise() RAISES {Odd} = BEGIN RAISE Odd END Raise;
      BEGIN
        FOR i := 1 TO ${TIMES} DO ${statement} END;
      END Main.`,
  });
  expect(outcome).toEqual({ kind: 'ended' });
  return (machine.kernel.strands.clock.fuel - before) / TIMES;
}

it('a run-time error costs at least as much as a loop may have left unpaid before it', async () => {
  expect(await fuelOf('TRY Fault() EXCEPT SpinException.Exception => END')).toBeGreaterThan(1024);
});

it('RAISE costs more than the instructions around it, however often it has been there', async () => {
  expect(await fuelOf('TRY Raise() EXCEPT Odd => END')).toBeGreaterThan(100);
});
