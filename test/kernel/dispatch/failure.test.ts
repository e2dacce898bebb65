/** Reports of failures inside of what the dispatcher has copied into a stub, or calls through a table: the chain of procedures is that of the source. */
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/kernel/control.ts';
import type { SourceMachine } from '../source.ts';
import { sourceMachine } from '../source.ts';

const SERVER = {
  'Server.i3': 'INTERFACE Server; PROCEDURE Serve(x: INTEGER); PROCEDURE Relay(x: INTEGER); END Server.',
  'Server.m3': `MODULE Server;
PROCEDURE Serve(<*UNUSED*> x: INTEGER) = BEGIN END Serve;
PROCEDURE Relay(x: INTEGER) =
  BEGIN
    Serve(x);
  END Relay;
BEGIN END Server.`,
};

/** What is called fails when x is 0. Its procedures are private, for those that an interface exports are events, and not copied. Lines count from 1. */
const guest = (install: string) => ({
  'Guest.i3': 'INTERFACE Guest; END Guest.',
  'Guest.m3': `MODULE Guest; IMPORT Dispatcher, Server; <*FATAL Dispatcher.Error*>
<*NOWARN*> VAR sum := 0; a: ARRAY [1..1000000] OF CHAR;
<*NOWARN*> PROCEDURE Divide(x: INTEGER) =
  BEGIN
    INC(sum);
    sum := sum +
      10 DIV x;
  END Divide;
<*NOWARN*> PROCEDURE Index(x: INTEGER) =
  BEGIN a[x] := 'x' END Index;
PROCEDURE Inner(x: INTEGER): INTEGER =
  BEGIN
    RETURN 10 MOD x;
  END Inner;
<*NOWARN*> PROCEDURE Calls(x: INTEGER) =
  BEGIN
    INC(sum, Inner(x));
  END Calls;
<*NOWARN*> FUNCTIONAL PROCEDURE Guard(x: INTEGER): BOOLEAN =
  BEGIN
    RETURN
      10 DIV x > 0;
  END Guard;
<*NOWARN*> FUNCTIONAL PROCEDURE Is(x: INTEGER): BOOLEAN = BEGIN RETURN x = 0 END Is;
<*NOWARN*> PROCEDURE Nothing(<*UNUSED*> x: INTEGER) = BEGIN END Nothing;
<*NOWARN*> FUNCTIONAL PROCEDURE One(x: INTEGER): BOOLEAN = BEGIN RETURN x = -1 AND 10 DIV x > 0 END One;
<*NOWARN*> FUNCTIONAL PROCEDURE Two(x: INTEGER): BOOLEAN = BEGIN RETURN x = 0 AND 10 DIV x > 0 END Two;
<*NOWARN*> FUNCTIONAL PROCEDURE Three(x: INTEGER): BOOLEAN = BEGIN RETURN x = -2 AND 10 DIV x > 0 END Three;
BEGIN
  ${install}
END Guest.`,
});

async function failing(
  install: string,
  before: number,
  catching = 'FALSE',
): Promise<{ m: SourceMachine; report: string[] }> {
  const m = sourceMachine();
  await m.load('server', SERVER);
  await m.start('guest', guest(install));
  await m.start('client', {
    'Client.m3': `MODULE Client EXPORTS Main; IMPORT Server; <*NOWARN*> VAR n := 1;
BEGIN
  TRY IF ${catching} THEN Server.Serve(0) END EXCEPT ELSE n := 2 END;
  FOR i := 1 TO ${before} DO Server.Serve(i) END;
  Server.Relay(0);
END Client.`,
  });
  await run(m.kernel);
  return { m, report: m.shown().trimEnd().split('\n') };
}

const handler = (name: string, guard = 'NIL') => `EVAL Dispatcher.InstallHandler(Server.Serve, ${guard}, ${name});`;
const OUTER = [
  '    in Server.Relay (Server.m3:5:5)',
  '    in Client.Client_M3 (Client.m3:5:3)',
  '  strand client (main)',
];
const fault = (code: string) => `spin: uncaught exception SpinException.Exception({code := ${code}`;

/** Whether some place in a stub's module is in the procedure: in a function of its own, or within the stub's. */
function isCopied(m: SourceMachine, procedure: string): boolean {
  for (const stub of m.kernel.dispatcher.stubs())
    for (let index = 0; index < 40; index++)
      for (let offset = 0; offset < 4096; offset++)
        if (stub.positions(index, offset)[0]?.procedure === procedure) return true;
  return false;
}

describe.each([
  ['at once', 0],
  ['when the handlers have stayed the same for long', 5000],
])('%s', (_, before) => {
  it('a handler that was copied', async () => {
    const { m, report } = await failing(handler('Divide'), before);
    expect(isCopied(m, 'Divide')).toBe(true);
    expect(report[0]).toContain(fault('ArithmeticFault'));
    expect(report[0]).toMatch(/ at Guest\.m3:7:7$/);
    expect(report.slice(1)).toEqual(['    in Guest.Divide (Guest.m3:7:7)', ...OUTER]);
  });

  it('one of several that were copied', async () => {
    const { m, report } = await failing(`${handler('Nothing')} ${handler('Index')} ${handler('Nothing')}`, before);
    expect(isCopied(m, 'Index')).toBe(true);
    expect(report[0]).toContain(fault('SubscriptOutOfRange'));
    expect(report.slice(1)).toEqual([expect.stringMatching(/in Guest\.Index \(Guest\.m3:10:\d+\)$/), ...OUTER]);
  });

  it('a guard that was copied', async () => {
    const { m, report } = await failing(handler('Nothing', 'Guard'), before);
    expect(isCopied(m, 'Guard')).toBe(true);
    expect(report.slice(1)).toEqual(['    in Guest.Guard (Guest.m3:22:7)', ...OUTER]);
  });

  it('one of several guards that are alike, and share their code', async () => {
    const { report } = await failing(['One', 'Two', 'Three'].map((g) => handler('Nothing', g)).join(' '), before);
    expect(report.slice(1)).toEqual([expect.stringMatching(/in Guest\.Two \(Guest\.m3:27:\d+\)$/), ...OUTER]);
  });

  it('a handler that calls', async () => {
    const { m, report } = await failing(handler('Calls'), before);
    expect(isCopied(m, 'Calls')).toBe(false);
    expect(report.slice(1)).toEqual([
      '    in Guest.Inner (Guest.m3:13:12)',
      '    in Guest.Calls (Guest.m3:17:14)',
      ...OUTER,
    ]);
  });

  it('a handler of a hundred, found in a table', async () => {
    const many = `FOR i := 1 TO 50 DO ${handler('Nothing', 'Is')} END;`;
    const { report } = await failing(`${many} ${handler('Divide')} ${many}`, before);
    expect(report.slice(1)).toEqual(['    in Guest.Divide (Guest.m3:7:7)', ...OUTER]);
  });

  it('what was caught and raised again in the raiser', async () => {
    const { report } = await failing(handler('Divide'), before, 'TRUE');
    expect(report.slice(1)).toEqual(['    in Guest.Divide (Guest.m3:7:7)', ...OUTER]);
  });
});
