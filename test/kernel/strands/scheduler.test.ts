import { describe, expect, it } from 'vitest';
import { T } from '../../../src/bytecode/types.ts';
import { run } from '../../../src/kernel/control.ts';
import { plain, waiting } from '../../../src/kernel/natives/native.ts';
import { bootTest, importLog, ModuleMaker, scalarLocal, type TestKernel } from '../support.ts';

/** A module whose body forks nothing; its procedure `Loop(name, n)` logs name, n times, with `work` rounds of an empty loop in between. */
function looper(work: bigint): ModuleMaker {
  const m = new ModuleMaker('looper');
  importLog(m);
  const mod = m.unit('module', 'Looper');
  const loop = m.procedure(
    'Loop',
    mod,
    m.signature([T.INTEGER, T.INTEGER]),
    (w) => {
      w.emit('loop', 0);
      w.emit('local.get', 0);
      w.emit('call', 0);
      w.emit('int.const', 0n);
      w.emit('local.set', 2);
      w.emit('loop', 0);
      w.emit('local.get', 2);
      w.emit('int.const', 1n);
      w.emit('int.add');
      w.emit('local.set', 2);
      w.emit('local.get', 2);
      w.emit('int.const', work);
      w.emit('int.lt');
      w.emit('br_if', 0);
      w.emit('end');
      w.emit('local.get', 1);
      w.emit('int.const', 1n);
      w.emit('int.sub');
      w.emit('local.set', 1);
      w.emit('local.get', 1);
      w.emit('int.const', 0n);
      w.emit('int.gt');
      w.emit('br_if', 0);
      w.emit('end');
    },
    [scalarLocal(T.INTEGER, 'i')],
  );
  m.export('LooperI', { procedures: [{ name: 'Loop', proc: loop }] });
  m.units[mod] = { ...m.units[mod]!, exports: ['LooperI'] };
  return m;
}

async function startLooper(
  t: TestKernel,
  work: bigint,
): Promise<(...args: bigint[]) => ReturnType<typeof t.kernel.strands.spawnCall>> {
  await t.start(looper(work));
  const { kernel } = t;
  const slot = [...kernel.extensions.get(2)!.slots][0]!.event;
  return (...args) => {
    const name = `s${args[0]}`;
    return kernel.strands.spawnCall(kernel.slots.get(slot)!, args, {
      name,
      domain: 2,
      onEnd: (ending) => void t.said.push(`${name} ${ending.kind}`),
    });
  };
}

describe('the scheduler', () => {
  it('preempts strands of one priority in turn, the same way every time', async () => {
    const runs: unknown[] = [];
    for (let i = 0; i < 2; i++) {
      const t = bootTest();
      const spawn = await startLooper(t, 300_000n);
      spawn(1n, 4n);
      spawn(2n, 4n);
      await run(t.kernel);
      runs.push(t.said);
      expect(t.said.filter((s) => s === 1)).toHaveLength(4);
      expect(t.said.indexOf(2)).toBeLessThan(t.said.lastIndexOf(1));
    }
    expect(runs[0]).toEqual(runs[1]);
  });

  it('runs higher priorities first', async () => {
    const t = bootTest();
    const spawn = await startLooper(t, 300_000n);
    spawn(1n, 3n);
    t.kernel.strands.ready.setPriority(spawn(2n, 3n), 1005);
    // The queue was chosen when the strand became ready; a strand of its own priority from the start:
    t.said.length = 0;
    const slot = t.kernel.extensions.get(2)!.slots[0]!.event;
    t.kernel.strands.spawnCall(t.kernel.slots.get(slot)!, [9n, 2n], {
      name: 'high',
      domain: 2,
      priority: 1010,
      onEnd: () => {},
    });
    await run(t.kernel);
    expect(t.said.slice(0, 2)).toEqual([9, 9]);
  });

  it('ends a run at its fuel limit', async () => {
    const t = bootTest();
    const spawn = await startLooper(t, 1_000_000_000_000n);
    t.kernel.strands.limits = { fuel: 2_000_000 };
    spawn(1n, 1n);
    expect(await run(t.kernel)).toEqual({ kind: 'limit', limit: 'fuel' });
    expect(t.kernel.strands.clock.fuel).toBeGreaterThanOrEqual(2_000_000);
    expect(t.kernel.strands.clock.fuel).toBeLessThan(2_100_000);
  });

  it('ends a run at its time limit', async () => {
    const t = bootTest();
    const spawn = await startLooper(t, 1_000_000_000_000n);
    t.kernel.strands.limits = { milliseconds: t.machine.elapsed() + 60 };
    spawn(1n, 1n);
    expect(await run(t.kernel)).toEqual({ kind: 'limit', limit: 'time' });
  });

  it('terminates a strand at its next safepoint, and the others go on', async () => {
    const t = bootTest();
    const spawn = await startLooper(t, 1_000_000_000_000n);
    const victim = spawn(1n, 1n);
    t.kernel.strands.limits = { fuel: 10_000_000 };
    t.kernel.strands.clock.setAlarm(t.kernel.strands.clock.now + 3_000_000, () =>
      t.kernel.strands.kill(victim, 'enough'),
    );
    expect(await run(t.kernel)).toEqual({ kind: 'ended' });
    expect(t.said).toEqual([1, 's1 terminated']);
  });

  it('lets strands sleep in virtual time without waiting', async () => {
    const t = bootTest({
      'Log.Int': waiting((k, n: bigint) => k.strands.sleepUntil(k.strands.clock.now + Number(n) * 1e9)),
    });
    const m = new ModuleMaker('sleeper');
    importLog(m);
    const mod = m.unit('module', 'Sleeper');
    const done = m.text('awake');
    const nap = m.procedure('Sleeper', mod, m.signature(), (w) => {
      w.emit('int.const', 3600n);
      w.emit('call', 0);
      w.emit('text.const', done);
      w.emit('call', 1);
    });
    m.body(mod, nap);
    const before = performance.now();
    expect((await t.start(m)).outcome).toEqual({ kind: 'ended' });
    expect(t.said).toEqual(['awake']);
    expect(t.kernel.strands.clock.now).toBeGreaterThanOrEqual(3600e9);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it('says when strands are left that nothing can wake', async () => {
    const t = bootTest({ 'Log.Int': waiting((k) => k.strands.block(() => {})) });
    const spawn = await startLooper(t, 1n);
    spawn(1n, 1n);
    expect(await run(t.kernel)).toEqual({ kind: 'deadlock', strands: [expect.stringContaining('s1 #')] });
  });

  it('terminates a strand that waits', async () => {
    const t = bootTest({ 'Log.Int': waiting((k) => k.strands.block(() => {})) });
    const spawn = await startLooper(t, 1n);
    const strand = spawn(1n, 1n);
    await run(t.kernel);
    t.kernel.strands.kill(strand, 'waited long enough');
    expect(await run(t.kernel)).toEqual({ kind: 'ended' });
    expect(t.said).toEqual(['s1 terminated']);
  });
});

describe('a strand made for a procedure', () => {
  /** For a procedure that says that it has begun, sleeps, and says that it has. */
  async function made() {
    const t = bootTest({ 'Log.Int': waiting((k) => k.strands.sleepUntil(k.strands.clock.now + 1e9)) });
    const m = new ModuleMaker('made');
    importLog(m);
    const mod = m.unit('module', 'Made');
    const begun = m.text('begun');
    const slept = m.text('slept');
    const work = m.procedure('Work', mod, m.signature([T.REFANY]), (w) => {
      w.emit('text.const', begun);
      w.emit('call', 1);
      w.emit('int.const', 1n);
      w.emit('call', 0);
      w.emit('text.const', slept);
      w.emit('call', 1);
    });
    m.export('MadeI', { procedures: [{ name: 'Work', proc: work }] });
    m.units[mod] = { ...m.units[mod]!, exports: ['MadeI'] };
    await t.start(m);
    const slot = t.kernel.extensions.get(2)!.slots[0]!.event;
    const spawn = () =>
      t.kernel.strands.spawn(slot, 0, { name: 's', domain: 2, onEnd: (ending) => void t.said.push(ending.kind) });
    return { t, spawn };
  }

  it('runs it, and ends with it', async () => {
    const { t, spawn } = await made();
    spawn();
    expect(await run(t.kernel)).toEqual({ kind: 'ended' });
    expect(t.said).toEqual(['begun', 'slept', 'returned']);
  });

  it('never runs it when it is terminated before', async () => {
    const { t, spawn } = await made();
    const strand = spawn();
    spawn();
    t.kernel.strands.kill(strand, 'not needed');
    expect(await run(t.kernel)).toEqual({ kind: 'ended' });
    expect(t.said).toEqual(['terminated', 'begun', 'slept', 'returned']);
    expect(t.kernel.strands.strands.size).toBe(0);
  });

  it('leaves its stack to others when it is terminated while it waits', async () => {
    const { t, spawn } = await made();
    const strand = spawn();
    t.kernel.strands.clock.setAlarm(t.kernel.strands.clock.now + 5e8, () => t.kernel.strands.kill(strand, 'enough'));
    await run(t.kernel);
    spawn();
    await run(t.kernel);
    expect(t.said).toEqual(['begun', 'terminated', 'begun', 'slept', 'returned']);
  });
});

describe('budgets', () => {
  it('end in a termination that names the budget, not one around it', async () => {
    const seen: unknown[] = [];
    const t = bootTest({
      'Log.Int': plain((k, n: bigint) => {
        if (n >= 0n) k.strands.safepoints.budgetPush(Number(n));
        else seen.push(k.strands.safepoints.budgetPop());
      }),
    });
    const m = new ModuleMaker('budget');
    importLog(m);
    const mod = m.unit('module', 'Budget');
    const body = m.procedure('Budget', mod, m.signature(), (w) => {
      w.emit('int.const', 1_000_000n);
      w.emit('call', 0);
      w.emit('int.const', 5_000n);
      w.emit('call', 0);
      w.emit('int.const', -1n);
      w.emit('call', 0);
      w.emit('int.const', -1n);
      w.emit('call', 0);
      w.emit('int.const', 5_000n);
      w.emit('call', 0);
      w.emit('loop', 0);
      w.emit('br', 0);
      w.emit('end');
    });
    m.body(mod, body);
    const { outcome } = await t.start(m);
    expect(seen).toEqual([0, 0]);
    expect(outcome).toMatchObject({ kind: 'failed', report: { kind: 'terminated' } });
    expect(t.kernel.strands.clock.fuel).toBeLessThan(100_000);
  });
});
