import { describe, expect, it } from 'vitest';
import { T } from '../../../src/bytecode/types.ts';
import { loadDomain, resolveAll } from '../../../src/kernel/control.ts';
import { bootTest, fingerprint, importLog, ModuleMaker, scalarLocal } from '../support.ts';

/** Exports interface Counter: VAR total, PROCEDURE Add(n): INTEGER, EXCEPTION Bad(INTEGER). */
function counter(): ModuleMaker {
  const m = new ModuleMaker('counter');
  const iface = m.unit('interface', 'Counter');
  const mod = m.unit('module', 'Counter', { exports: ['Counter'] });
  const total = m.global('total', iface, T.INTEGER);
  const bad = m.exception('Bad', iface, T.INTEGER);
  const add = m.procedure('Add', mod, m.signature([T.INTEGER], T.INTEGER, { raises: [bad] }), (w) => {
    w.mark(10, 5);
    w.emit('local.get', 0);
    w.emit('int.const', 0n);
    w.emit('int.lt');
    w.emit('if', 0);
    w.emit('local.get', 0);
    w.mark(11, 7);
    w.emit('raise', bad);
    w.emit('end');
    w.emit('global.addr', total);
    w.emit('global.addr', total);
    w.emit('load');
    w.emit('local.get', 0);
    w.emit('int.add');
    w.emit('store');
    w.emit('global.addr', total);
    w.emit('load');
    w.emit('return');
  });
  const body = m.procedure('Counter', mod, m.signature(), (w) => {
    w.emit('global.addr', total);
    w.emit('int.const', 100n);
    w.emit('store');
  });
  m.body(mod, body);
  m.export('Counter', {
    procedures: [{ name: 'Add', proc: add }],
    globals: [{ name: 'total', global: total }],
    exceptions: [{ name: 'Bad', exception: bad }],
  });
  return m;
}

interface ClientOptions {
  readonly variable?: number;
  readonly result?: number;
  readonly fingerprint?: string;
  readonly procedure?: string;
  readonly argument?: bigint;
}

/** Calls Counter.Add(5) and logs the result and Counter.total. */
function client(options: ClientOptions = {}): ModuleMaker {
  const m = new ModuleMaker('client');
  importLog(m);
  m.import('Counter', {
    fingerprint: options.fingerprint ?? fingerprint('Counter'),
    procedures: [
      {
        name: options.procedure ?? 'Add',
        type: m.signature([T.INTEGER], options.result ?? T.INTEGER, { raises: [0] }),
      },
    ],
    globals: [{ name: 'total', type: options.variable ?? T.INTEGER }],
    exceptions: [{ name: 'Bad', argument: T.INTEGER, implicit: false }],
  });
  const mod = m.unit('module', 'Client');
  const body = m.procedure('Client', mod, m.signature([], undefined, { raises: [0] }), (w) => {
    w.mark(3, 3);
    w.emit('int.const', options.argument ?? 5n);
    w.emit('call', 2);
    if ((options.result ?? T.INTEGER) === T.INTEGER) w.emit('call', 0);
    else w.emit('drop');
    w.emit('global.addr', 0);
    w.emit('load');
    if ((options.variable ?? T.INTEGER) === T.INTEGER) w.emit('call', 0);
    else w.emit('drop');
  });
  m.body(mod, body);
  return m;
}

describe('linking', () => {
  it('lets one domain call, read and share variables of another', async () => {
    const t = bootTest();
    expect((await t.start(counter())).outcome).toEqual({ kind: 'ended' });
    expect((await t.start(client())).outcome).toEqual({ kind: 'ended' });
    expect(t.said).toEqual([105, 105]);
  });

  it('initialises what is imported first, once', async () => {
    const t = bootTest();
    const provider = loadDomain(t.kernel, 'counter', counter().bytes());
    await resolveAll(t.kernel, provider, [t.kernel.publicDomain]);
    const { kernel } = t;
    for (const name of ['one', 'two']) {
      const m = client();
      const user = loadDomain(kernel, name, m.bytes());
      await resolveAll(kernel, user, [kernel.publicDomain, provider]);
      const { initialise } = await import('../../../src/kernel/control.ts');
      await initialise(kernel, user);
    }
    expect(t.said).toEqual([105, 105, 110, 110]);
  });

  it('reports an uncaught exception with its argument, its place and the procedures around', async () => {
    const t = bootTest();
    await t.start(counter());
    const { outcome } = await t.start(client({ argument: -7n }));
    expect(outcome).toMatchObject({
      kind: 'failed',
      report: {
        kind: 'exception',
        what: 'Counter.Bad(-7)',
        frames: [
          { procedure: 'Counter.Add', file: 'Counter.m3', line: 11, column: 7 },
          { procedure: 'Client.Client', file: 'Client.m3', line: 3, column: 3 },
        ],
      },
    });
    expect(t.machine.errors.join('')).toContain('uncaught exception Counter.Bad(-7) at Counter.m3:11:7');
  });

  it('names an interface that nobody exports', async () => {
    await expect(bootTest().start(client())).rejects.toMatchObject({
      code: 'K1101',
      message: expect.stringContaining('interface Counter'),
    });
  });

  it('names an interface that was changed', async () => {
    const t = bootTest();
    await t.start(counter());
    await expect(t.start(client({ fingerprint: fingerprint('old') }))).rejects.toMatchObject({
      code: 'K1102',
      message: expect.stringContaining('interface Counter was changed since client was compiled'),
    });
  });

  it('names an item that the interface does not have', async () => {
    const t = bootTest();
    await t.start(counter());
    await expect(t.start(client({ procedure: 'Subtract' }))).rejects.toMatchObject({
      code: 'K1103',
      message: expect.stringContaining('procedure Subtract'),
    });
  });

  it('refuses an import of another type even if the fingerprint agrees', async () => {
    const t = bootTest();
    await t.start(counter());
    await expect(t.start(client({ variable: T.TEXT }))).rejects.toMatchObject({
      code: 'K1104',
      message: expect.stringMatching(/variable Counter.total is INTEGER .* against TEXT/),
    });
    await expect(t.start(client({ result: T.REFANY }))).rejects.toMatchObject({ code: 'K1104' });
  });

  it('refuses a damaged file with what is wrong with it', () => {
    const t = bootTest();
    const bytes = counter().bytes();
    bytes[40] = bytes[40]! ^ 0xff;
    expect(() => loadDomain(t.kernel, 'damaged', bytes)).toThrow(/damaged: /);
    expect(() => loadDomain(t.kernel, 'cut', counter().bytes().subarray(0, 60))).toThrow(/cut: /);
  });

  it('keeps the kernel usable after every refusal', async () => {
    const t = bootTest();
    await t.start(counter());
    await expect(t.start(client({ variable: T.TEXT }))).rejects.toBeDefined();
    expect((await t.start(client())).outcome).toEqual({ kind: 'ended' });
  });
});

describe('checked run-time errors', () => {
  it('arrive as SpinException.Exception with code and message', async () => {
    const t = bootTest();
    const m = new ModuleMaker('divider');
    const mod = m.unit('module', 'Divider');
    const body = m.procedure(
      'Divider',
      mod,
      m.signature(),
      (w) => {
        w.mark(7, 1);
        w.emit('int.const', 1n);
        w.emit('local.get', 0);
        w.emit('int.div');
        w.emit('drop');
      },
      [scalarLocal(T.INTEGER, 'zero')],
    );
    m.body(mod, body);
    const { outcome } = await t.start(m);
    expect(outcome).toMatchObject({
      report: {
        what: 'SpinException.Exception({code := ArithmeticFault, msg := "division by zero"})',
        frames: [{ procedure: 'Divider.Divider', line: 7 }],
      },
    });
  });

  it('unbounded recursion ends in one, and the kernel goes on', async () => {
    const t = bootTest();
    const m = new ModuleMaker('deep');
    const mod = m.unit('module', 'Deep');
    const down = m.procedure('Down', mod, m.signature([T.INTEGER], T.INTEGER), (w) => {
      w.emit('local.get', 0);
      w.emit('int.const', 1n);
      w.emit('int.add');
      w.emit('call', m.procedures.length);
      w.emit('int.const', 1n);
      w.emit('int.add');
      w.emit('return');
    });
    m.body(
      mod,
      m.procedure('Deep', mod, m.signature(), (w) => {
        w.emit('int.const', 0n);
        w.emit('call', down);
        w.emit('drop');
      }),
    );
    const { outcome } = await t.start(m);
    expect(outcome).toMatchObject({ kind: 'failed', report: { what: expect.stringContaining('StackOverflow') } });
    await t.start(counter());
    expect((await t.start(client())).outcome).toEqual({ kind: 'ended' });
  });
});
