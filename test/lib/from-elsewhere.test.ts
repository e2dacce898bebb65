/** Interfaces of other Modula-3 systems: run-time errors by CM3's names, places in programs, the end of the program, C's types. */
import { describe, expect, test } from 'vitest';
import { shows } from './support.ts';

describe('RuntimeError', () => {
  const declarations = `
    EXCEPTION Own;
    VAR none: REF INTEGER; numbers: ARRAY [0 .. 3] OF INTEGER; zero := 0; any: REFANY := NEW(REF CHAR);
    PROCEDURE Try(p: PROCEDURE()) =
      BEGIN
        TRY p(); Line("nothing") EXCEPT RuntimeError.E(e) => Number(ORD(e)); Line(RuntimeError.Tag(e)) END;
      END Try;
    PROCEDURE Asserts() = BEGIN <* ASSERT zero = 1 *> END Asserts;
    PROCEDURE Index() = BEGIN INC(numbers[zero + 4]) END Index;
    PROCEDURE Dereference() = BEGIN INC(none^) END Dereference;
    PROCEDURE Divide() = BEGIN zero := 1 DIV zero END Divide;
    PROCEDURE Narrow() = BEGIN none := any END Narrow;
    PROCEDURE Case() = BEGIN CASE zero OF 1 => ELSE RAISE RuntimeError.E(RuntimeError.T.SystemError) END END Case;
    PROCEDURE Normal() = BEGIN END Normal;`;

  test('takes checked run-time errors', async () => {
    const body = 'Try(Asserts); Try(Index); Try(Dereference); Try(Divide); Try(Narrow); Try(Case); Try(Normal);';
    const tags = [
      [0, '<*ASSERT*> failed.'],
      [2, 'A subscript was out of its range.'],
      [4, 'A reference was NIL.'],
      [15, 'An integer was divided by zero.'],
      [5, 'NARROW failed.'],
      [28, 'The system failed.'],
    ] as const;
    const out = await shows({ imports: 'RuntimeError', declarations, body });
    expect(out).toBe(`${tags.map(([ord, tag]) => `${ord}\n${tag}\n`).join('')}nothing\n`);
  });

  test('leaves other exceptions, RETURN, EXIT and handlers for SpinException to themselves', async () => {
    const body = `
      PROCEDURE Returns(): INTEGER = BEGIN TRY RETURN 1 EXCEPT RuntimeError.E => RETURN 2 END END Returns;
      BEGIN
        Number(Returns());
        TRY RAISE Own EXCEPT RuntimeError.E => Line("wrong") | Own => Line("own") END;
        TRY Index() EXCEPT RuntimeError.E => Line("wrong") | SpinException.Exception => Line("fault") END;
        TRY TRY Index() EXCEPT Own, RuntimeError.E => Line("either") END EXCEPT ELSE Line("wrong") END;
        LOOP TRY EXIT EXCEPT RuntimeError.E => Line("wrong") END END;
        TRY TRY Index() EXCEPT Own => Line("wrong") END EXCEPT RuntimeError.E(e) => Number(ORD(e)) ELSE Line("wrong") END;
      END;`;
    const out = await shows({ imports: 'RuntimeError', declarations, body });
    expect(out).toBe('1\nown\nfault\neither\n2\n');
  });

  test('has an element for each code, and a text for each element', async () => {
    const body = `
      FOR c := FIRST(SpinException.ExceptionCode) TO LAST(SpinException.ExceptionCode) DO
        IO.Put(Fmt.Int(ORD(RuntimeError.OfFault(SpinException.ExceptionInfo {c, NIL}))) & " ");
      END;
      FOR t := FIRST(RuntimeError.T) TO LAST(RuntimeError.T) DO <* ASSERT Text.Length(RuntimeError.Tag(t)) > 0 *> END;
      Line("");`;
    const out = await shows({ imports: 'RuntimeError, Text', body });
    expect(out).toBe('29 4 4 12 13 0 1 2 3 4 5 6 7 8 9 29 11 29 11 15 29 \n');
  });
});

describe('Compiler', () => {
  test('tells file and line of the call', async () => {
    const units = {
      'Where.i3': 'INTERFACE Where; PROCEDURE Show(); END Where.',
      'Where.m3': `MODULE Where; IMPORT Compiler, Fmt, IO;
        FROM Compiler IMPORT ThisFile;
        CONST Line = Compiler.ThisLine; First = Compiler.ThisLine();
        PROCEDURE Show() =
          VAR p := Compiler.ThisLine;
          BEGIN
            IO.Put(ThisFile() & " " & Fmt.Int(First) & " " & Fmt.Int(Line()) & " " &
              Fmt.Int(Compiler.ThisLine()) & " " & Fmt.Int(p()) & "\\n");
          END Show;
        BEGIN END Where.`,
    };
    const body = 'Where.Show(); Say(Compiler.ThisOS = Compiler.OS.POSIX);';
    expect(await shows({ imports: 'Compiler, Where', body }, '', units)).toBe('Where.m3 3 7 8 0\nTRUE\n');
  });
});

describe('RTProcess', () => {
  test('calls exitors before the end', async () => {
    const declarations = `
      PROCEDURE One() = BEGIN Line("one") END One;
      PROCEDURE Two() = BEGIN Line("two") END Two;`;
    const body =
      'RTProcess.RegisterExitor(One); RTProcess.RegisterExitor(Two); Say(RTProcess.TimeUsed() >= 0.0); RTProcess.Exit(3);';
    expect(await shows({ imports: 'RTProcess', declarations, body })).toBe('TRUE\ntwo\none\n<exit>');
  });
});

describe("C's types", () => {
  test.each([
    ['Ctypes.signed_char', 'Ctypes.unsigned_char', 8],
    ['Ctypes.short', 'Ctypes.unsigned_short', 16],
    ['Ctypes.int', 'Ctypes.unsigned', 32],
    ['Cstdint.int8_t', 'Cstdint.uint8_t', 8],
    ['Cstdint.int16_t', 'Cstdint.uint16_t', 16],
    ['Cstdint.int32_t', 'Cstdint.uint32_t', 32],
  ])('%s and %s have %i bits', async (signed, unsigned, bits) => {
    const body = `
      Number(BITSIZE(${signed})); Number(BITSIZE(${unsigned}));
      IO.Put(Fmt.Int(FIRST(${signed})) & " " & Fmt.Int(LAST(${signed})) & " " & Fmt.Int(LAST(${unsigned})) & "\\n");`;
    const half = 2n ** BigInt(bits - 1);
    const out = await shows({ imports: 'Cstdint, Ctypes', body });
    expect(out).toBe(`${bits}\n${bits}\n${-half} ${half - 1n} ${2n * half - 1n}\n`);
  });

  test('of 64 bits are whole words, and references to characters are texts of C', async () => {
    const body = `
      VAR name := NEW(Ctypes.char_star); BEGIN
        name^ := -128; Number(name^); Number(BITSIZE(Ctypes.long)); Number(BITSIZE(Cstdint.uint64_t)); Number(BITSIZE(RT0.Typecode));
      END;`;
    expect(await shows({ imports: 'Cstdint, Ctypes, RT0', body })).toBe('-128\n64\n64\n64\n');
  });
});
