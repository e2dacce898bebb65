/** The kernel's interfaces as programs see them. */
import { describe, expect, it } from 'vitest';
import { showing, sourceMachine } from '../source.ts';

const put = (...expressions: string[]) => expressions.map((e) => `IO.Put(${e} & "\\n");`).join('\n');
const lines = async (imports: string, body: string, declarations = '', options = {}) =>
  (await showing(imports, body, declarations, options)).split('\n').slice(0, -1);
const faultOf = (statement: string) =>
  `TRY ${statement} EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & ": " & e.msg & "\\n") END;`;

describe('the core library', () => {
  it('has every native that its interfaces declare', () => {
    expect(sourceMachine().kernel.missingNatives).toEqual([]);
  });

  it('Text', async () => {
    const body = [
      put(
        'Fmt.Int(Text.Length("hello"))',
        'Fmt.Bool(Text.Empty(""))',
        'Fmt.Bool(Text.Equal("ab", "a" & "b"))',
        'Fmt.Int(Text.Compare("ab", "b")) & Fmt.Int(Text.Compare("b", "ab")) & Fmt.Int(Text.Compare("x", "x")) & Fmt.Int(Text.Compare("a", "ab"))',
        'Text.Sub("abcdef", 2, 3) & "|" & Text.Sub("abc", 5) & "|" & Text.Sub("abc", 1)',
        'Text.Cat("left ", "right")',
        'Text.FromChar(Text.GetChar("xyz", 1))',
        'Fmt.Int(Text.FindChar("banana", \'n\')) & Fmt.Int(Text.FindChar("banana", \'n\', 3)) & Fmt.Int(Text.FindChar("banana", \'q\')) & Fmt.Int(Text.FindCharR("banana", \'n\')) & Fmt.Int(Text.FindCharR("banana", \'n\', 3))',
        'Fmt.Bool(Text.Hash("one") = Text.Hash("o" & "ne"))',
        'Text.FromChars(SUBARRAY(a, 1, 2))',
      ),
      'Text.SetChars(a, "12345678", 6);',
      put('Text.FromChars(a)'),
      faultOf('EVAL Text.GetChar("abc", 3)'),
      faultOf('EVAL Text.Length(NIL)'),
    ].join('\n');
    const shown = await lines('Text, Fmt, SpinException', body, "VAR a := ARRAY [0..3] OF CHAR{'w', 'x', 'y', 'z'};");
    expect(shown).toEqual([
      '5',
      'TRUE',
      'TRUE',
      '-110-1',
      'cde||bc',
      'left right',
      'y',
      '24-142',
      'TRUE',
      'xy',
      '78yz',
      'SubscriptOutOfRange: subscript out of range',
      'AttemptToDereferenceNIL: attempt to dereference NIL',
    ]);
  });

  it('Fmt', async () => {
    const body = [
      put(
        'Fmt.Int(-255, 16)',
        'Fmt.Unsigned(-1)',
        'Fmt.Int(FIRST(INTEGER))',
        'Fmt.LongInt(12345678901L)',
        'Fmt.Pad("7", 3, \'0\') & Fmt.Pad("ab", 4, \'.\', Fmt.Align.Left) & Fmt.Pad("long", 2)',
        'Fmt.F("%s %s", "Hello", "World")',
        'Fmt.F("%2s|%-2s|%02s|%-02s|%s", "3", "3", "3", "3", "%s")',
        'Fmt.F("%s% tax", "3")',
        'Fmt.FN("%s-%s-%s-%s-%s-%s", ARRAY OF TEXT{"a", "b", "c", "d", "e", "f"})',
        'Fmt.Real(1.5) & " " & Fmt.LongReal(1.0D100) & " " & Fmt.Real(2.0, Fmt.Style.Fix, 2) & " " & Fmt.LongReal(1.0D0, literal := TRUE)',
        "Fmt.Bool(FALSE) & Fmt.Char('!')",
      ),
      faultOf('EVAL Fmt.F("%s %s", "only one")'),
      faultOf('EVAL Fmt.F("%s", "one", "two")'),
      faultOf('EVAL Fmt.F("%s", NIL, "two")'),
    ].join('\n');
    expect(await lines('Fmt, SpinException', body)).toEqual([
      '-ff',
      'ffffffffffffffff',
      '-9223372036854775808',
      '12345678901',
      '007ab..long',
      'Hello World',
      ' 3|3 |03|30|%s',
      '3% tax',
      'a-b-c-d-e-f',
      '1.5 1e100 2.00 1.0d0',
      'FALSE!',
      'ValueOutOfRange: the format has 2 specifiers for 1 texts',
      'ValueOutOfRange: the format has 1 specifiers for 2 texts',
      'ValueOutOfRange: a text follows NIL',
    ]);
  });

  it('Word as procedures and as procedure values agree', async () => {
    const declarations = `
      TYPE Two = PROCEDURE (x, y: Word.T): Word.T;
      VAR values := ARRAY [0..6] OF INTEGER{0, 1, -1, FIRST(INTEGER), LAST(INTEGER), 12345, -54321};
          plus, times, minus, divide, mod, and, or, xor: Two;
          shift, rotate: PROCEDURE (x: Word.T; n: INTEGER): Word.T;
          extract: PROCEDURE (x: Word.T; i, n: CARDINAL): Word.T;
          insert: PROCEDURE (x, y: Word.T; i, n: CARDINAL): Word.T;
          lt: PROCEDURE (x, y: Word.T): BOOLEAN;
          bad := 0;`;
    const body = `
      plus := Word.Plus; times := Word.Times; minus := Word.Minus; divide := Word.Divide; mod := Word.Mod;
      and := Word.And; or := Word.Or; xor := Word.Xor; shift := Word.Shift; rotate := Word.Rotate; extract := Word.Extract; insert := Word.Insert; lt := Word.LT;
      FOR i := 0 TO 6 DO FOR j := 0 TO 6 DO
        WITH x = values[i], y = values[j] DO
          IF plus(x, y) # Word.Plus(x, y) OR times(x, y) # Word.Times(x, y) OR minus(x, y) # Word.Minus(x, y) THEN INC(bad) END;
          IF y # 0 AND (divide(x, y) # Word.Divide(x, y) OR mod(x, y) # Word.Mod(x, y)) THEN INC(bad) END;
          IF and(x, y) # Word.And(x, y) OR or(x, y) # Word.Or(x, y) OR xor(x, y) # Word.Xor(x, y) THEN INC(bad) END;
          IF lt(x, y) # Word.LT(x, y) THEN INC(bad) END;
          FOR n := -70 TO 70 DO
            IF shift(x, n) # Word.Shift(x, n) OR rotate(x, n) # Word.Rotate(x, n) THEN INC(bad) END;
          END;
          FOR n := 0 TO 64 DO
            IF extract(x, 64 - n, n) # Word.Extract(x, 64 - n, n) OR extract(x, 0, n) # Word.Extract(x, 0, n) THEN INC(bad) END;
            IF insert(x, y, 64 - n, n) # Word.Insert(x, y, 64 - n, n) THEN INC(bad) END;
          END;
        END;
      END END;
      IO.Put(Fmt.Int(bad) & "\\n");`;
    expect(await lines('Word, Fmt', body, declarations)).toEqual(['0']);
  });

  it('Math', async () => {
    const body = [
      'x := Math.frexp(48.0D0, e);',
      put('Fmt.LongReal(x) & " " & Fmt.Int(e)'),
      'x := Math.modf(-2.75D0, i);',
      put(
        'Fmt.LongReal(x) & " " & Fmt.LongReal(i)',
        'Fmt.LongReal(Math.ldexp(0.75D0, 6))',
        'Fmt.LongReal(Math.sqrt(2.0D0), Fmt.Style.Fix, 6)',
        'Fmt.LongReal(Math.atan2(1.0D0, 1.0D0) * 4.0D0 - Math.Pi, Fmt.Style.Fix, 6)',
        'Fmt.LongReal(Math.pow(2.0D0, 10.0D0))',
        'Fmt.LongReal(Math.rint(2.5D0)) & Fmt.LongReal(Math.rint(-3.5D0)) & Fmt.LongReal(Math.fmod(7.5D0, 2.0D0))',
        'Fmt.Int(LongReal.Compare(1.0D0, 2.0D0)) & Fmt.Bool(Real.Equal(1.0, 1.0))',
      ),
    ].join('\n');
    expect(await lines('Math, Fmt, LongReal, Real', body, 'VAR x, i: LONGREAL; e: INTEGER;')).toEqual([
      '0.75 6',
      '-0.75 -2',
      '48',
      '1.414214',
      '0.000000',
      '1024',
      '2-41.5',
      '-1TRUE',
    ]);
  });

  it('NameServer', async () => {
    const body = `
      TRY
        NameServer.Attach(NIL, "/svc/one", thing);
        WITH dir = NARROW(NameServer.Lookup(NIL, "svc"), NameServer.T) DO
          EVAL dir.create("dir");
          NameServer.Attach(dir, "dir/two", NEW(Alias));
          IO.Put(Fmt.Bool(NameServer.Lookup(dir, "dir/two") = thing) & Fmt.Bool(NameServer.Lookup(dir, "/svc/dir/two", TRUE) = thing) & "\\n");
          dir.rename("one", "uno");
          it := dir.iterate();
          WHILE it.next(name, value) DO IO.Put(name & " ") END;
          IO.Put(Fmt.Int(dir.size()) & "\\n");
          NameServer.Detach(dir, "uno");
        END;
        IO.Put(Fmt.Bool(NameServer.LookupSoft(NIL, "/svc/uno") = NIL) & "\\n");
        NameServer.Attach(NIL, "/svc/dir", thing);
      EXCEPT
      | NameServer.Error(ec) => IO.Put(NameServer.Fmt(ec) & "\\n");
      END;
      TRY EVAL NameServer.Lookup(NIL, "/svc/dir/two/three") EXCEPT NameServer.Error(ec) => IO.Put(NameServer.Fmt(ec) & "\\n") END;
      TRY NameServer.Attach(NIL, "//", thing) EXCEPT NameServer.Error(ec) => IO.Put(NameServer.Fmt(ec) & "\\n") END;`;
    const declarations = `
      TYPE Alias = NameServer.Alias OBJECT OVERRIDES getObject := GetThing END;
      VAR thing: REFANY := NEW(REF INTEGER); it: NameServer.Iterator; name: TEXT; value: REFANY;
      PROCEDURE GetThing(<*UNUSED*> self: Alias): REFANY = BEGIN RETURN thing END GetThing;`;
    expect(await lines('NameServer, Fmt', body, declarations)).toEqual([
      'TRUEFALSE',
      'domains uno dir 3',
      'TRUE',
      'name exists',
      'name not found',
      'invalid name',
    ]);
  });

  it('Params, Env, Time and Tick', async () => {
    const body = [
      put(
        'Fmt.Int(Params.Count) & Params.Get(0) & Params.Get(2)',
        'Env.Get("HOME") & Fmt.Bool(Env.Get("NONE") = NIL) & Fmt.Int(Env.Number())',
      ),
      'Env.GetNth(0, nm, val);',
      put(
        'nm & "=" & val',
        'Fmt.Bool(Tick.Now() <= Tick.Now()) & Fmt.Bool(Time.Now() > 1.0D9)',
        'Fmt.LongReal(Tick.ToSeconds(1500000000))',
      ),
      faultOf('EVAL Params.Get(3)'),
    ].join('\n');
    const shown = await lines('Params, Env, Time, Tick, Fmt, SpinException', body, 'VAR nm, val: TEXT;', {
      parameters: ['prog', 'x', 'y'],
    });
    expect(shown).toEqual([
      '3progy',
      '/home/spinTRUE2',
      'HOME=/home/spin',
      'TRUETRUE',
      '1.5',
      'ValueOutOfRange: value out of range',
    ]);
  });

  it('RTCode names code and tells whose it is', async () => {
    const body = [
      put(
        'RTCode.ModuleName(THIS_MODULE()) & RTCode.InterfaceName(INTERFACE_UNIT(Text))',
        'Fmt.Bool(RTCode.ModuleImplementsProcedure(THIS_MODULE(), Mine)) & Fmt.Bool(RTCode.ModuleImplementsProcedure(THIS_MODULE(), Text.Length)) & Fmt.Bool(RTCode.ModuleImplementsProcedure(THIS_MODULE(), NIL))',
        'RTCode.ProcedureName(Mine) & " " & RTCode.ProcedureName(Text.Length)',
        'Fmt.Bool(RTCode.ModuleExportsInterface(THIS_MODULE(), INTERFACE_UNIT(Text)))',
      ),
      'RTCode.IterateOnProceduresInModule(THIS_MODULE(), NEW(Lister));',
      'RTCode.IterateOnProceduresInInterface(INTERFACE_UNIT(Tick), NEW(Lister));',
    ].join('\n');
    const declarations = `
      TYPE Lister = RTCode.Iterator OBJECT OVERRIDES apply := Show END;
      PROCEDURE Show(<*UNUSED*> self: Lister; p: PROCANY; name: TEXT): BOOLEAN =
        BEGIN IO.Put(name & "=" & RTCode.ProcedureName(p) & "\\n"); RETURN TRUE END Show;
      PROCEDURE Mine() = BEGIN END Mine;`;
    expect(await lines('RTCode, Text, Fmt, Tick', body, declarations)).toEqual([
      'TestText',
      'TRUEFALSEFALSE',
      'Test.Mine Text.Length',
      'FALSE',
      'Show=Test.Show',
      'Mine=Test.Mine',
      'Now=Tick.Now',
      'ToSeconds=Tick.ToSeconds',
      'Subtract=Tick.Subtract',
    ]);
  });
});

describe('the console', () => {
  it('is read line by line, and says when the input ends', async () => {
    const body = `
      TRY
        LOOP
          IF IO.EOF() THEN EXIT END;
          IO.Put("<" & IO.GetLine() & ">");
        END;
      EXCEPT IO.Error => IO.Put("error");
      END;
      IO.Put("end\\n");`;
    const shown = await lines('Fmt', body, '', { input: ['one\ntw', 'o\n', 'three'] });
    expect(shown).toEqual(['<one><two><three>end']);
  });
});

describe('the end of a program', () => {
  it('is what Process.Exit says, after the exitors, and no FINALLY runs', async () => {
    const machine = sourceMachine();
    const outcome = await machine.start('exit', {
      'Exit.m3': `MODULE Exit EXPORTS Main; IMPORT IO, Process;
        PROCEDURE First() = BEGIN IO.Put("first ") END First;
        PROCEDURE Second() = BEGIN IO.Put("second "); Process.Exit(9) END Second;
        BEGIN
          Process.RegisterExitor(First);
          Process.RegisterExitor(Second);
          TRY Process.Exit(7) FINALLY IO.Put("never") END;
        END Exit.`,
    });
    expect(outcome).toEqual({ kind: 'exit', code: 9 });
    expect(machine.shown()).toBe('second first ');
  });

  it('is reported when it is an exception that nobody catches', async () => {
    const machine = sourceMachine();
    const outcome = await machine.start('oops', {
      'Oops.m3': `MODULE Oops EXPORTS Main;
        EXCEPTION Bad(RECORD what: TEXT; n: INTEGER; c: CHAR; ok: BOOLEAN END);
        PROCEDURE Inner() RAISES {Bad} =
          BEGIN
            RAISE Bad(RECORD what: TEXT; n: INTEGER; c: CHAR; ok: BOOLEAN END{"it", 3, 'x', TRUE});
          END Inner;
        BEGIN
          <*FATAL Bad*> BEGIN
            Inner();
          END;
        END Oops.`,
    });
    expect(outcome.kind).toBe('failed');
    expect(machine.shown()).toMatch(
      /^spin: uncaught exception Oops\.Bad\(\{what := "it", n := 3, c := 'x', ok := TRUE\}\) at Oops\.m3:5:13\n {4}in Oops\.Inner \(Oops\.m3:5:13\)\n {4}in Oops\..* \(Oops\.m3:9:13\)\n/,
    );
  });
});

describe('recursion without end', () => {
  it('is an exception that can be caught, again and again, however large the frames', async () => {
    const declarations = `
      VAR depth: INTEGER;
      PROCEDURE Down(n: INTEGER): INTEGER = BEGIN depth := n; RETURN Down(n + 1) + 1 END Down;
      PROCEDURE Wide(n: INTEGER; a, b, c, d, e, f, g, h: INTEGER; t: TEXT): INTEGER =
        VAR z := t & "x"; w := ARRAY [0..3] OF INTEGER{a, b, c, d};
        BEGIN depth := n; RETURN Wide(n + 1, b, c, d, e, f, g, h, a, z) + w[n MOD 4] * h + n DIV 3 END Wide;`;
    const body = `FOR i := 1 TO 3 DO
        TRY EVAL Down(0) EXCEPT SpinException.Exception(e) => IO.Put(e.msg & Fmt.Bool(depth > 8000) & " ") END;
        TRY EVAL Wide(0, 1, 2, 3, 4, 5, 6, 7, 8, "") EXCEPT SpinException.Exception(e) => IO.Put(e.msg & Fmt.Bool(depth > 500) & "\\n") END;
      END;`;
    const line = 'stack overflowTRUE stack overflowTRUE';
    expect(await lines('Fmt, SpinException', body, declarations)).toEqual([line, line, line]);
  });
});

describe('LOCK', () => {
  it('refuses a strand that holds the mutex already', async () => {
    const shown = await lines(
      'Thread, SpinException',
      `LOCK m DO ${faultOf('LOCK m DO IO.Put("twice") END')} END; LOCK m DO IO.Put("again\\n") END; ${faultOf('Thread.Release(m)')}`,
      'VAR m := NEW(MUTEX);',
    );
    expect(shown).toEqual([
      'ProtectionFault: a strand locks a mutex that it holds already',
      'again',
      'ProtectionFault: a strand unlocks a mutex that it does not hold',
    ]);
  });
});
