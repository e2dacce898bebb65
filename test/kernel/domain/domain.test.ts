/** Domains: from the language by interface Domain, and from outside. */
import { describe, expect, it } from 'vitest';
import { encodeModule } from '../../../src/bytecode/encode.ts';
import { destroy, initialise, run } from '../../../src/kernel/control.ts';
import { compile, sourceMachine } from '../source.ts';

const COUNTER = {
  'Counter.i3': `INTERFACE Counter;
    TYPE T <: REFANY;
    VAR limit: [5..10];
    PROCEDURE New(): T;
    PROCEDURE Next(t: T): INTEGER;
    END Counter.`,
  'Counter.m3': `MODULE Counter;
    IMPORT IO;
    REVEAL T = BRANDED REF RECORD n: INTEGER := 40 END;
    PROCEDURE New(): T = BEGIN RETURN NEW(T) END New;
    PROCEDURE Next(t: T): INTEGER = BEGIN INC(t.n); RETURN t.n END Next;
    BEGIN IO.Put("counter starts\\n") END Counter.`,
};

const client = (
  name: string,
  body = 'VAR c := Counter.New(); BEGIN EVAL Counter.Next(c); IO.Put(Fmt.Int(Counter.Next(c)) & " " & Fmt.Int(Counter.limit) & "\\n") END',
) => ({
  [`${name}.m3`]: `MODULE ${name} EXPORTS Main; IMPORT IO, Fmt, Counter; BEGIN ${body} END ${name}.`,
});

describe('domains from outside', () => {
  it('initialise what they import first and only once; globals start with a value of their type', async () => {
    const m = sourceMachine();
    await m.load('counter', COUNTER);
    expect(await m.start('a', client('A'))).toEqual({ kind: 'ended' });
    expect(await m.start('b', client('B'))).toEqual({ kind: 'ended' });
    expect(m.shown()).toBe('counter starts\n42 5\n42 5\n');
  });

  it('go on after an initialisation that failed, which is not tried again', async () => {
    const m = sourceMachine();
    const bad = {
      'Bad.i3': 'INTERFACE Bad; PROCEDURE P(); END Bad.',
      'Bad.m3': 'MODULE Bad; PROCEDURE P() = BEGIN END P; BEGIN <*ASSERT FALSE*> END Bad.',
    };
    expect((await m.start('bad', bad)).kind).toBe('failed');
    await expect(
      m.start('user', { 'User.m3': 'MODULE User EXPORTS Main; IMPORT Bad; BEGIN Bad.P() END User.' }),
    ).rejects.toMatchObject({
      code: 'K1109',
      message: expect.stringContaining('bad, whose initialisation failed'),
    });
    expect(
      (await m.start('other', { 'Other.m3': 'MODULE Other EXPORTS Main; IMPORT IO; BEGIN IO.Put("alive") END Other.' }))
        .kind,
    ).toBe('ended');
  });

  it('keep opaque types closed: who does not hold the revelation cannot make it up', async () => {
    const m = sourceMachine();
    await m.load('counter', COUNTER);
    const forger = {
      'Forger.m3': `MODULE Forger EXPORTS Main; IMPORT Counter;
        REVEAL Counter.T = BRANDED "x" REF INTEGER;
        BEGIN END Forger.`,
    };
    await expect(m.load('forger', forger)).rejects.toThrow();
  });
});

describe('a destroyed domain', () => {
  it('has procedures that raise ProtectionFault, and objects that live on', async () => {
    const m = sourceMachine();
    const counter = await m.load('counter', COUNTER);
    const user = {
      'User.i3': 'INTERFACE User; PROCEDURE Again(); END User.',
      'User.m3': `MODULE User; IMPORT IO, Fmt, Counter, SpinException;
        VAR c := Counter.New(); p := Counter.Next; text: TEXT;
        PROCEDURE Again() =
          BEGIN
            TRY EVAL Counter.Next(c) EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & ": " & e.msg & "\\n") END;
            TRY EVAL p(c) EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & "\\n") END;
            IO.Put(Fmt.Int(Counter.limit) & Fmt.Bool(c # NIL) & "\\n");
          END Again;
        BEGIN IO.Put(Fmt.Int(Counter.Next(c)) & "\\n") END User.`,
    };
    await m.start('user', user);
    expect(destroy(m.kernel, counter)).toBe(true);
    expect(destroy(m.kernel, counter)).toBe(false);
    m.kernel.heap.collect();
    const again = { 'Again.m3': 'MODULE Again EXPORTS Main; IMPORT User; BEGIN User.Again(); User.Again() END Again.' };
    expect((await m.start('again', again)).kind).toBe('ended');
    const once =
      'ProtectionFault: Counter.Next is a procedure of the domain counter, which was destroyed\nProtectionFault\n5TRUE\n';
    expect(m.shown()).toBe(`counter starts\n41\n${once}${once}`);
    expect(await run(m.kernel)).toEqual({ kind: 'ended' });
  });

  it('gives its memory back', async () => {
    const m = sourceMachine();
    const big = {
      'Big.m3':
        'MODULE Big EXPORTS Main; VAR a: ARRAY [1..200000] OF INTEGER; r := NEW(REF ARRAY OF INTEGER, 100000); BEGIN a[1] := r[0] END Big.',
    };
    await m.start('warm', big);
    const before = m.kernel.heap.statistics().memoryBytes;
    for (let i = 0; i < 12; i++) {
      const domain = await m.load(`big${i}`, big);
      await initialise(m.kernel, domain);
      destroy(m.kernel, domain);
      m.kernel.heap.collect();
    }
    expect(m.kernel.heap.statistics().memoryBytes).toBeLessThan(before + 8_000_000);
  });
});

/** Publishes its own domain under a name, as extensions do that others load code against. */
const GATE = {
  'Gate.i3': 'INTERFACE Gate; PROCEDURE Open(n: INTEGER); END Gate.',
  'Gate.m3': `MODULE Gate; IMPORT IO, Fmt, Domain, NameServer;
    PROCEDURE Open(n: INTEGER) = BEGIN IO.Put("open " & Fmt.Int(n) & "\\n") END Open;
    <*FATAL NameServer.Error*>
    BEGIN
      NameServer.Attach(NIL, "/svc/domains/gate", Domain.CreateFromModule("gate", THIS_MODULE()));
    END Gate.`,
};

const GUEST = 'MODULE Guest EXPORTS Main; IMPORT Gate; BEGIN Gate.Open(7) END Guest.';

/** A program that reads a .spx file, if it wants to, from the console. */
const loader = (body: string, declarations = '') => `MODULE Loader EXPORTS Main;
  IMPORT IO, Fmt, Domain, NameServer, SpinPublic, SpinException, Auth, Rd, Stdio, Text;
  <*FATAL ANY*>
  VAR d, gate, public: Domain.T;
  PROCEDURE Code(): REF ARRAY OF CHAR =
    VAR t := Rd.GetText(Stdio.stdin, LAST(CARDINAL)); code := NEW(REF ARRAY OF CHAR, Text.Length(t));
    BEGIN
      Text.SetChars(code^, t);
      RETURN code;
    END Code;
  PROCEDURE Put(b: BOOLEAN) = BEGIN IO.Put(Fmt.Bool(b) & "\\n") END Put;
  ${declarations}
  BEGIN
    gate := NARROW(NameServer.Lookup(NIL, "/svc/domains/gate"), Domain.T);
    public := SpinPublic.GetDomain();
    TRY
      ${body}
    EXCEPT
    | Domain.Error(why) => IO.Put("Error " & why & "\\n");
    | SpinException.Exception(e) => IO.Put("Exception " & e.msg & "\\n");
    END;
    EVAL NEW(Auth.AuthAlways);
  END Loader.`;

async function shown(
  body: string,
  declarations = '',
  change: (code: Uint8Array) => Uint8Array = (c) => c,
): Promise<string[]> {
  const guest = encodeModule(
    compile(
      'guest',
      [{ path: 'Guest.m3', text: GUEST }],
      Object.entries(GATE).map(([path, text]) => ({ path, text })),
    ),
  );
  const m = sourceMachine({ input: [change(guest)] });
  await m.start('gate', GATE);
  const outcome = await m.start('loader', { 'Loader.m3': loader(body, declarations) });
  expect([outcome, m.shown()]).toEqual([{ kind: 'ended' }, expect.anything()]);
  return m.shown().split('\n').slice(0, -1);
}

describe('interface Domain', () => {
  it('creates, resolves, initialises and destroys code that a program has read', async () => {
    const body = `
      d := Domain.Create("guest", Code());
      Put(Domain.FullyResolved(d));
      Put(Domain.Initialize(d));
      Domain.Resolve(public, d);
      Domain.Resolve(gate, d);
      Domain.Unresolve(gate, d);
      Put(Domain.FullyResolved(d));
      Domain.Resolve(gate, d);
      Put(Domain.FullyResolved(d));
      Put(Domain.Initialize(d));
      Put(Domain.Initialize(d));
      IO.Put(Domain.Name(d) & "\\n");
      Put(Domain.Destroy(d));
      Put(Domain.Destroy(d));`;
    expect(await shown(body)).toEqual([
      'FALSE',
      'FALSE',
      'FALSE',
      'TRUE',
      'open 7',
      'TRUE',
      'TRUE',
      'guest',
      'TRUE',
      'FALSE',
    ]);
  });

  it('refuses damaged code with what is wrong with it', async () => {
    const body = 'd := Domain.Create("guest", Code());';
    const flipped = (code: Uint8Array) => code.map((b, i) => (i === 50 ? b ^ 1 : b));
    expect((await shown(body, '', flipped))[0]).toMatch(/^Error K1001: guest: /);
    expect((await shown(body, '', (code) => code.subarray(0, 30)))[0]).toMatch(/^Error K1001: guest: /);
    expect((await shown('d := Domain.Create("guest", NEW(REF ARRAY OF CHAR, 0));'))[0]).toMatch(
      /^Error K1001: guest: /,
    );
  });

  it('makes and iterates over nested domains, without circles', async () => {
    const declarations = `
      TYPE Lister = Domain.Closure OBJECT OVERRIDES apply := Show END;
           Names = Domain.InterfaceClosure OBJECT OVERRIDES apply := ShowName END;
      PROCEDURE Show(<*UNUSED*> self: Lister; d: Domain.T): BOOLEAN = BEGIN IO.Put(Domain.Name(d) & " "); RETURN TRUE END Show;
      PROCEDURE ShowName(<*UNUSED*> self: Names; n: TEXT): BOOLEAN = BEGIN IO.Put(n & "\\n"); RETURN TRUE END ShowName;
      VAR outer, inner: Domain.T;`;
    const body = `
      outer := Domain.Create("outer", NIL);
      inner := Domain.Create("inner", NIL);
      Domain.Add(outer, inner);
      Domain.Add(inner, gate);
      Put(Domain.Apply(outer, NEW(Lister)));
      Put(Domain.ApplyToInterfaces(outer, NEW(Names)));
      d := Domain.Create("guest", Code());
      Domain.Resolve(outer, d);
      Put(Domain.FullyResolved(d));
      Domain.Delete(outer, inner);
      Domain.Unresolve(gate, d);
      Domain.Resolve(outer, d);
      Put(Domain.FullyResolved(d));
      Put(Domain.Equal(Domain.Dup(d), d));
      Domain.Add(inner, outer);
      Domain.Add(outer, inner);`;
    expect(await shown(body, declarations)).toEqual([
      'outer inner gate TRUE',
      'Gate',
      'TRUE',
      'TRUE',
      'FALSE',
      'FALSE',
      'Error K1109: outer is in inner, so it cannot contain it',
    ]);
  });

  it('holds to the rights of a capability, which do not come back', async () => {
    const body = `
      d := Domain.Dup(gate);
      Domain.SetRights(d, FALSE, FALSE);
      Domain.GetRights(d, a, b);
      Put(a OR b);
      Domain.GetRights(gate, a, b);
      Put(a AND b);
      TRY Domain.Resolve(d, Domain.Create("guest", Code())) EXCEPT Domain.Error(why) => IO.Put(why & "\\n") END;
      TRY Put(Domain.Destroy(d)) EXCEPT Domain.Error(why) => IO.Put(why & "\\n") END;
      Domain.SetRights(SpinPublic.GetDomain(), FALSE, FALSE);
      Domain.GetRights(SpinPublic.GetDomain(), a, b);
      Put(NOT a AND b);
      TRY Put(Domain.Destroy(public)) EXCEPT Domain.Error(why) => IO.Put(why & "\\n") END;
      Domain.SetRights(d, TRUE, TRUE);`;
    expect(await shown(body, 'VAR a, b: BOOLEAN;')).toEqual([
      'FALSE',
      'TRUE',
      'K1106: nothing may be linked against the domain gate with this capability',
      'K1106: the domain gate may not be changed with this capability',
      'TRUE',
      'K1106: the domain SpinPublic may not be changed with this capability',
      'Error K1106: a right to the domain gate was given up and does not come back',
    ]);
  });

  it('asks authorizers, with the importing domain, for every link', async () => {
    const declarations = `
      TYPE Doorman = Auth.T OBJECT guest: TEXT OVERRIDES authorize := Ask END;
      PROCEDURE Ask(self: Doorman; <*UNUSED*> key: Auth.Key; arg: REFANY): BOOLEAN =
        BEGIN
          IO.Put("may " & Domain.Name(NARROW(arg, Domain.T)) & "?\\n");
          TRY EVAL Domain.Destroy(arg) EXCEPT Domain.Error => IO.Put("no harm done\\n") END;
          RETURN Text.Equal(Domain.Name(NARROW(arg, Domain.T)), self.guest);
        END Ask;
      VAR code: REF ARRAY OF CHAR;`;
    const body = `
      Domain.AddAuthorizer(gate, NEW(Doorman, guest := "friend"));
      code := Code();
      d := Domain.Create("friend", code);
      Domain.Resolve(gate, d);
      Put(Domain.Initialize(d));
      d := Domain.Create("stranger", code);
      Domain.Resolve(gate, d);`;
    expect(await shown(body, declarations)).toEqual([
      'may friend?',
      'no harm done',
      'open 7',
      'TRUE',
      'may stranger?',
      'no harm done',
      'Error K1105: gate does not let stranger link against interface Gate: its authorizer refused',
    ]);
  });

  it('closes a domain to new links without breaking old ones', async () => {
    const body = `
      d := Domain.Create("guest", Code());
      Domain.Resolve(gate, d);
      Domain.PreventExportOfInterfaces(gate);
      Put(Domain.Initialize(d));
      Domain.Resolve(gate, Domain.Create("late", NIL));
      Put(Domain.ApplyToInterfaces(gate, NIL));`;
    expect(await shown(body)).toEqual(['open 7', 'TRUE', 'Exception attempt to dereference NIL']);
  });

  it('lets exceptions of a unit body out of Initialize', async () => {
    const m = sourceMachine();
    await m.start('gate', GATE);
    const faulty = encodeModule(
      compile(
        'faulty',
        [{ path: 'F.m3', text: 'MODULE F EXPORTS Main; BEGIN <*ASSERT FALSE WITH "by intent"*> END F.' }],
        [],
      ),
    );
    const m2 = sourceMachine({ input: [faulty] });
    await m2.start('gate', GATE);
    const body = `d := Domain.Create("faulty", Code());
      TRY EVAL Domain.Initialize(d) EXCEPT SpinException.Exception(e) => IO.Put(e.msg & "\\n") END;
      EVAL Domain.Initialize(d);`;
    await m2.start('loader', { 'Loader.m3': loader(body) });
    expect(m2.shown()).toBe('by intent\nError K1109: the initialisation of faulty failed before\n');
  });

  it('is not shown the trusted interfaces by SpinPublic', async () => {
    const m = sourceMachine();
    const thief = {
      'Thief.m3': 'MODULE Thief EXPORTS Main; IMPORT SpinTrusted; BEGIN EVAL SpinTrusted.GetDomain() END Thief.',
    };
    await expect(m.start('thief', thief)).rejects.toMatchObject({
      code: 'K1101',
      message: expect.stringContaining('SpinTrusted'),
    });
  });
});
