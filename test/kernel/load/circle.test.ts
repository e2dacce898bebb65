/** Domains that import from each other, variables, types and revelations included. */
import { describe, expect, it } from 'vitest';
import { encodeModule } from '../../../src/bytecode/encode.ts';
import { initialise, loadDomain } from '../../../src/kernel/control.ts';
import { resolve } from '../../../src/kernel/load/resolve.ts';
import { compile, sourceMachine } from '../source.ts';

const PING = {
  'Ping.i3': 'INTERFACE Ping; TYPE T <: ROOT; VAR count: INTEGER; last: T; PROCEDURE Hit(n: INTEGER); END Ping.',
  'Ping.m3': `MODULE Ping; IMPORT IO, Fmt, Pong;
    REVEAL T = Pong.Base BRANDED "Ping.T" OBJECT k: INTEGER OVERRIDES show := Show END;
    PROCEDURE Show(t: T): TEXT = BEGIN RETURN "ping " & Fmt.Int(t.k) & " " & Fmt.Int(Pong.count) END Show;
    PROCEDURE Hit(n: INTEGER) =
      BEGIN INC(count); last := NEW(T, k := n); IF n > 0 THEN Pong.Hit(n - 1) END END Hit;
    BEGIN count := 100; IO.Put("ping starts " & Fmt.Int(Pong.count) & "\\n") END Ping.`,
};
const PONG = {
  'Pong.i3': `INTERFACE Pong; TYPE Base = OBJECT METHODS show(): TEXT := Show END; VAR count: [7..1000]; PROCEDURE Show(b: Base): TEXT;
    PROCEDURE Hit(n: INTEGER); END Pong.`,
  'Pong.m3': `MODULE Pong; IMPORT IO, Fmt, Ping;
    PROCEDURE Show(<*UNUSED*> b: Base): TEXT = BEGIN RETURN "base" END Show;
    PROCEDURE Hit(n: INTEGER) =
      VAR last: ROOT := Ping.last;
      BEGIN
        INC(count); INC(Ping.count);
        TYPECASE last OF Base(b) => IO.Put(b.show() & "\\n") ELSE IO.Put("?\\n") END;
        IF n > 0 THEN Ping.Hit(n - 1) END
      END Hit;
    BEGIN IO.Put("pong starts " & Fmt.Int(Ping.count) & "\\n") END Pong.`,
};

describe('two domains that import from each other', () => {
  it('are linked together, whoever is asked for first', async () => {
    for (const first of ['ping', 'pong']) {
      const m = sourceMachine();
      const sources = (f: Readonly<Record<string, string>>) =>
        Object.entries(f).map(([path, text]) => ({ path, text }));
      const known = [...sources(PING), ...sources(PONG)];
      const ping = loadDomain(m.kernel, 'ping', encodeModule(compile('ping', sources(PING), known)));
      const pong = loadDomain(m.kernel, 'pong', encodeModule(compile('pong', sources(PONG), known)));
      const nobody = () => Promise.reject(new Error('no authorizer is to be asked'));
      for (const [mapper, mappee] of [
        [pong, ping],
        [ping, pong],
        [m.kernel.publicDomain, ping],
        [m.kernel.publicDomain, pong],
      ] as const)
        await resolve(mapper, mappee, nobody);
      expect(await initialise(m.kernel, first === 'ping' ? ping : pong)).toEqual({ kind: 'ended' });
      const user = `MODULE User EXPORTS Main; IMPORT IO, Fmt, Ping, Pong; BEGIN Ping.Hit(3); IO.Put(Fmt.Int(Ping.count) & " " & Fmt.Int(Pong.count) & "\\n") END User.`;
      const main = loadDomain(
        m.kernel,
        'user',
        encodeModule(compile('user', [{ path: 'User.m3', text: user }], known)),
      );
      for (const mapper of [ping, pong, m.kernel.publicDomain]) await resolve(mapper, main, nobody);
      expect(await initialise(m.kernel, main)).toEqual({ kind: 'ended' });
      const [start, rest] = [
        m.shown().slice(0, m.shown().indexOf('ping 3')),
        m.shown().slice(m.shown().indexOf('ping 3')),
      ];
      // Every variable has a value of its type before any body has run.
      expect(start).toBe(first === 'ping' ? 'pong starts 0\nping starts 7\n' : 'ping starts 7\npong starts 100\n');
      expect(rest).toBe('ping 3 8\nping 1 9\n104 9\n');
    }
  });
});
