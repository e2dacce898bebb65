/** Digests against Node's; texts as literals against this project's own reader of literals, which is not written in the language; parts against String.split. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { textValue } from '../../src/language/parser/literals.ts';
import { Random, shows } from './support.ts';

const random = new Random(321);
const text = (length: number, codes: number): string =>
  String.fromCodePoint(...Array.from({ length }, () => 32 + random.below(codes - 32)));

describe('digests', () => {
  it('are those of Node, of texts and of readers, around every length where a block ends', async () => {
    const lengths = [
      ...Array.from({ length: 20 }, (_, i) => i * 7),
      55,
      56,
      57,
      63,
      64,
      65,
      119,
      120,
      128,
      511,
      512,
      513,
      1500,
    ];
    const texts = lengths.map((n) => text(n, 127));
    const body = `
LOOP
  TRY t := Rd.GetLine(Stdio.stdin) EXCEPT Rd.EndOfFile => EXIT END;
  Line(MD5.FromText(t)); Line(MD5.FromFile(TextRd.New(t))); Line(SHA256.FromText(t)); Line(SHA256.FromFile(TextRd.New(t)));
END;`;
    const shown = await shows(
      { imports: 'MD5, Rd, SHA256, Stdio, TextRd', declarations: 'VAR t: TEXT;', body },
      texts.map((t) => `${t}\n`).join(''),
    );
    const hash = (name: string, t: string): string => `${createHash(name).update(t).digest('hex')}\n`;
    expect(shown).toBe(texts.map((t) => hash('md5', t).repeat(2) + hash('sha256', t).repeat(2)).join(''));
  });

  it('are of bytes: CHARs beyond ASCII are one each, and other characters no part of a text', async () => {
    const body = `
      Line(SHA256.FromText("\\351\\000\\377")); Line(MD5.FromText(W"\\x00e9")); 
      TRY Line(SHA256.FromText(W"\\x0141")) EXCEPT SpinException.Exception(e) => Line(SpinException.CodeName(e.code)) END;`;
    const hash = (name: string, ...bytes: number[]): string =>
      createHash(name).update(Buffer.from(bytes)).digest('hex');
    expect(await shows({ imports: 'MD5, SHA256', body })).toBe(
      `${hash('sha256', 233, 0, 255)}\n${hash('md5', 233)}\nValueOutOfRange\n`,
    );
  });
});

describe('TextConv', () => {
  const read = 'LOOP TRY t := Rd.GetLine(Stdio.stdin) EXCEPT Rd.EndOfFile => EXIT END;';
  const declarations = "VAR t: TEXT; parts: REF ARRAY OF TEXT; CONST Sep = SET OF CHAR {',', ';'};";
  const imports = 'Rd, Stdio, Text, TextConv';

  it('writes literals that mean the text, and reads them again', async () => {
    const texts = [
      ...Array.from({ length: 30 }, () => text(random.below(20), 0x180)),
      'a"b\'c\\d\te\fg',
      '\u0141Ab',
      'zä',
    ];
    const body = `${read}
      Line(TextConv.Encode(t)); Line(TextConv.Encode(t, FALSE));
      Say(Text.Equal(TextConv.Decode(TextConv.Encode(t)), t) AND Text.Equal(TextConv.Decode(TextConv.Encode(t, FALSE), FALSE), t)); END;`;
    const shown = (await shows({ imports, declarations, body }, texts.map((t) => `${t}\n`).join('')))
      .trimEnd()
      .split('\n');
    texts.forEach((t, i) => {
      const [literal, bare, same] = shown.slice(3 * i);
      expect(literal).toMatch(/^W?"[ -~]*"$/);
      expect(textValue(literal!)).toBe(t);
      expect(literal!.replace(/^W?"(.*)"$/, '$1')).toBe(bare);
      expect(same).toBe('TRUE');
    });
  });

  it('refuses what is no literal', async () => {
    const wrong = [
      '',
      '"',
      'a',
      '"a',
      'a"',
      '"a"b"',
      '"\\"',
      '"\\q"',
      '"\\12"',
      '"\\189"',
      '"\\400"',
      '"\\x1"',
      '"\\u12g4"',
      'W"\\U110000"',
      '"\\x+1"',
    ];
    const right = [
      ['"\\x41\\u0042\\U000043\\104"', 'ABCD'],
      ['W"a"', 'a'],
      ['""', ''],
    ];
    const body = `${read} TRY Line(TextConv.Decode(t)) EXCEPT TextConv.Fail => Line("Fail") END END;`;
    const shown = await shows(
      { imports, declarations, body },
      [...wrong, ...right.map(([t]) => t)].map((t) => `${t}\n`).join(''),
    );
    expect(shown).toBe(wrong.map(() => 'Fail\n').join('') + right.map(([, t]) => `${t}\n`).join(''));
  });

  it('takes apart what split does, and joins it again', async () => {
    const texts = ['a,b;c', '', ',', 'abc', ';a,,b;', 'ä,ł'];
    const body = `${read}
      parts := NEW(REF ARRAY OF TEXT, TextConv.ExplodedSize(t, Sep)); TextConv.Explode(t, parts^, Sep);
      FOR i := 0 TO LAST(parts^) DO IO.Put("<" & parts[i] & ">") END; Line(TextConv.Implode(parts^, '/')); END;
      TRY parts := NEW(REF ARRAY OF TEXT, 3); TextConv.Explode("a,b", parts^, Sep) EXCEPT SpinException.Exception(e) => Line(SpinException.CodeName(e.code)) END;
      Line("[" & TextConv.Implode(SUBARRAY(parts^, 0, 0), '/') & "]");`;
    const shown = await shows({ imports, declarations, body }, texts.map((t) => `${t}\n`).join(''));
    const expected = texts.map((t) => {
      const parts = t.split(/[,;]/);
      return `${parts.map((p) => `<${p}>`).join('')}${parts.join('/')}\n`;
    });
    expect(shown).toBe(`${expected.join('')}ASSERTFailed\n[]\n`);
  });
});
