/** What is said of a program that ends in an exception nobody catches: the exception, its argument, and the chain of procedures. */
import { describe, expect, it } from 'vitest';
import { compile, run } from './machine.ts';

async function report(declarations: string, body: string): Promise<string[]> {
  const text = `MODULE Main;\nIMPORT SpinException, Thread; <*NOWARN*>\n${declarations}\nBEGIN\n${body}\nEND Main.`;
  const { module, errors } = compile('main', [{ path: 'Main.m3', text }]);
  expect(errors).toEqual([]);
  return (await run(module)).reports.trimEnd().split('\n');
}
const headline = async (declarations: string, body: string) => (await report(declarations, body))[0];

describe('the report of an uncaught exception', () => {
  it('shows arguments of every kind', async () => {
    const declarations = `TYPE Color = {Red, Green}; R = RECORD t: TEXT; c: Color; s: SET OF Color; p: BITS 4 FOR [-8 .. 7]; a: ARRAY [1 .. 3] OF CHAR END;
      EXCEPTION E(R); F(TEXT); G(LONGREAL); H; I(ARRAY [0 .. 99] OF BITS 2 FOR [0 .. 3]); J(BOOLEAN); K(SET OF [0 .. 99]); L(CHAR); M(REF INTEGER);
      VAR many: ARRAY [0 .. 99] OF BITS 2 FOR [0 .. 3];`;
    const at = ' at Main.m3:';
    const argument = `R{"x", Color.Green, SET OF Color{Color.Red}, -3, ARRAY [1 .. 3] OF CHAR{'a', 'b', '\\n'}}`;
    expect(await headline(declarations, `RAISE E(${argument})`)).toContain(
      `Main.E({t := "x", c := Green, s := {Red}, p := -3, a := {'a', 'b', '\\012'}})${at}`,
    );
    expect(await headline(declarations, 'RAISE F("two\\nlines")')).toContain(`Main.F("two\\nlines")${at}`);
    expect(await headline(declarations, 'RAISE G(1.5d0)')).toContain(`Main.G(1.5)${at}`);
    expect(await headline(declarations, 'RAISE H')).toContain(`Main.H${at}`);
    expect(await headline(declarations, 'many[1] := 3; RAISE I(many)')).toContain(
      `Main.I({0, 3, 0, 0, 0, 0, 0, 0, ...})${at}`,
    );
    expect(await headline(declarations, 'RAISE J(TRUE)')).toContain(`Main.J(TRUE)${at}`);
    expect(await headline(declarations, 'RAISE K(SET OF [0 .. 99]{0, 70, 99})')).toContain(`Main.K({0, 70, 99})${at}`);
    expect(await headline(declarations, "RAISE L('q')")).toContain(`Main.L('q')${at}`);
    expect(await headline(declarations, 'RAISE M(NIL)')).toContain(`Main.M(NIL)${at}`);
  });

  it('names the chain of procedures, through nested ones, methods, FINALLY and the body of the module', async () => {
    const declarations = `TYPE O = OBJECT METHODS m() := M END; VAR n := 0;
PROCEDURE M(self: O) =
  PROCEDURE Inner() = BEGIN TRY n := 1 DIV n FINALLY n := 7 END END Inner;
  BEGIN Inner() END M;`;
    expect(await report(declarations, 'NEW(O).m()')).toEqual([
      'spin: uncaught exception SpinException.Exception({code := ArithmeticFault, msg := "division by zero"}) at Main.m3:5:38',
      '    in Main.M.Inner (Main.m3:5:38)',
      '    in Main.M (Main.m3:6:9)',
      '    in Main.Main_M3 (Main.m3:8:1)',
      '  strand main (main)',
    ]);
  });

  it('shows recursion once, and both ends of the chain', async () => {
    const declarations = `PROCEDURE F(n: INTEGER): INTEGER = BEGIN IF n = 0 THEN RETURN 1 DIV n END; RETURN F(n - 1) + 1 END F;
PROCEDURE A(n: INTEGER) = BEGIN IF n = 0 THEN EVAL F(5000) END; B(n) END A;
PROCEDURE B(n: INTEGER) = BEGIN A(n - 1) END B;`;
    expect((await report(declarations, 'A(100)')).slice(1)).toEqual([
      '    in Main.F (Main.m3:3:63)',
      '    in Main.F (Main.m3:3:83)',
      '    ... the same 4999 times more ...',
      '    in Main.A (Main.m3:4:52)',
      '    in Main.B (Main.m3:5:33)',
      '    in Main.A (Main.m3:4:65)',
      '    ... these 2 lines 99 times more ...',
      '    in Main.Main_M3 (Main.m3:7:1)',
      '  strand main (main)',
    ]);
  });

  it('shows both ends of a stack overflow', async () => {
    const lines = await report('PROCEDURE F(n: INTEGER): INTEGER = BEGIN RETURN F(n + 1) + n END F;', 'EVAL F(0)');
    expect(lines[0]).toMatch(/SpinException.Exception\({code := StackOverflow, .* at Main.m3:3:\d+$/);
    expect(lines[2]).toMatch(/the same \d{4,} times more/);
    expect(lines[3]).toBe('    in Main.Main_M3 (Main.m3:5:6)');
  });

  it('names an exception that RAISES does not admit, and where it was raised', async () => {
    const declarations = `EXCEPTION E(INTEGER); <*FATAL E*>
PROCEDURE P(n: INTEGER) RAISES {} = BEGIN Q(n) END P;
PROCEDURE Q(n: INTEGER) RAISES {E} = BEGIN RAISE E(n) END Q;`;
    expect(await report(declarations, 'P(5)')).toEqual([
      'spin: uncaught exception SpinException.Exception({code := NotInRaisesList, msg := "Main.E(5) is not in the RAISES list of Main.P"}) at Main.m3:5:44',
      '    in Main.Q (Main.m3:5:44)',
      '    in Main.P (Main.m3:4:43)',
      '    in Main.Main_M3 (Main.m3:7:1)',
      '  strand main (main)',
    ]);
  });

  it('names the place of the exception that goes on, whatever else was raised and caught on its way', async () => {
    const declarations = `EXCEPTION E(INTEGER); H;
VAR m := NEW(MUTEX); few: [0 .. 9]; many := 10;
PROCEDURE Caught(n: INTEGER) =
  BEGIN
    TRY few := many EXCEPT SpinException.Exception => few := 1 END;
    TRY RAISE E(n) EXCEPT E => END;
    TRY RAISE H EXCEPT ELSE END;
    IF n > 0 THEN TRY TRY few := many FINALLY Caught(n - 1) END EXCEPT ELSE END END
  END Caught;
PROCEDURE P(n: INTEGER) RAISES {E, H} =
  BEGIN
    TRY
      CASE n OF
      | 0 => RAISE E(5);
      | 1 => RAISE H;
      | 2 => few := many;
      | 3 => <*ASSERT many = 0*>
      ELSE
        LOCK m DO TRY few := many FINALLY Caught(0) END END
      END
    FINALLY
      TRY Caught(2) FINALLY Caught(1) END
    END
  END P;
PROCEDURE Q(n: INTEGER) RAISES {} = <*FATAL E, H*>
  BEGIN TRY P(n) FINALLY Caught(1) END END Q;`;
    for (const [n, line, call] of [
      ['0', '16:14', 'P'],
      ['1', '17:14', 'P'],
      ['2', '18:21', 'P'],
      ['3', '19:14', 'P'],
      ['4', '21:30', 'P'],
      ['0', '16:14', 'Q'],
      ['2', '18:21', 'Q'],
    ]) {
      const [head, first] = await report(declarations, `${call}(${n}) <*NOWARN*>`);
      expect(head).toMatch(new RegExp(` at Main.m3:${line}$`));
      expect(first).toBe(`    in Main.P (Main.m3:${line})`);
    }
  });

  it('names no wrong place after so many that none is taken down any more', async () => {
    const declarations = `VAR few: [0 .. 9]; many := 10;
PROCEDURE Caught() = BEGIN TRY few := many EXCEPT ELSE END END Caught;`;
    const body = 'FOR i := 1 TO 300 DO Caught() END; TRY <*ASSERT many = 0*> FINALLY Caught() END';
    const lines = await report(declarations, body);
    expect(lines[0]).toMatch(/code := ASSERTFailed/);
    expect(lines.join('\n')).not.toContain('Main.Caught');
  });

  it('is made for each forked thread, whose maker goes on', async () => {
    const declarations = `TYPE C = Thread.Closure OBJECT OVERRIDES apply := Apply END;
PROCEDURE Apply(c: C): REFANY = BEGIN <*ASSERT c = NIL*> RETURN c END Apply;`;
    const lines = await report(declarations, 'EVAL Thread.Join(Thread.Fork(NEW(C)))');
    expect(lines[0]).toContain('SpinException.Exception({code := ASSERTFailed, msg := "c = NIL"}) at Main.m3:4:39');
    expect(lines[1]).toBe('    in Main.Apply (Main.m3:4:39)');
    expect(lines.at(-1)).toBe('  strand thread of main (main)');
  });
});
