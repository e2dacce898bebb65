/** Which procedures are small enough to be copied into stubs. */
import { expect, it } from 'vitest';
import { CodeOfProcedures } from '../../../src/kernel/dispatch/guards/code.ts';
import { sourceMachine } from '../source.ts';

const SUM = 'a + b + c + d + e';

it('copies what does a few comparisons of five arguments, but nothing that is long, loops or calls', async () => {
  const m = sourceMachine();
  const formals = 'a, b, c, d, e: INTEGER';
  await m.start('procedures', {
    'Main.m3': `MODULE Main; VAR last := 0;
      PROCEDURE Few(${formals}) = BEGIN IF last > 7 + ${SUM} THEN last := 5 ELSIF last < -3 + ${SUM} THEN last := ${SUM} END END Few;
      PROCEDURE Long(${formals}) = BEGIN ${`last := ${SUM};`.repeat(20)} END Long;
      PROCEDURE Loops(${formals}) = BEGIN WHILE last < ${SUM} DO INC(last) END END Loops;
      PROCEDURE Calls(${formals}) = BEGIN Few(a, b, c, d, e) END Calls;
      BEGIN Few(1, 2, 3, 4, 5); Long(1, 2, 3, 4, 5); Loops(1, 2, 3, 4, 5); Calls(1, 2, 3, 4, 5) END Main.`,
  });
  const { slots } = m.kernel;
  const small = new CodeOfProcedures(m.kernel);
  const copied = (procedure: string): boolean => {
    for (let slot = 1; slot < slots.count; slot++) {
      const info = slots.info(slot);
      if (info?.unit === 'Main' && info.procedure === procedure) return small.small(info.intrinsic) !== undefined;
    }
    throw new Error(`no procedure ${procedure}`);
  };
  expect(['Few', 'Long', 'Loops', 'Calls'].map(copied)).toEqual([true, false, false, false]);
});
