import { describe, expect, it } from 'vitest';
import { typeTableOf, verifyProcedure } from '../../../src/bytecode/verify/verify.ts';
import { nodeHost } from '../../../src/cli/host/node.ts';
import { powerOn } from '../../../src/emulator/board.ts';
import { boot, bootImage } from '../../../src/kernel/boot.ts';
import { type CodeImage, decodeImage, encodeImage } from '../../../src/kernel/codegen/image.ts';
import { coreBytes } from '../../library.ts';
import { sourceMachine } from '../source.ts';

const image = bootImage(powerOn(nodeHost()), coreBytes());
const file = encodeImage(image);

const PROGRAM = `MODULE Main;
IMPORT IO, Fmt, Text, TextWr, Wr, Thread, Rd, RdUtils, Lex, TextRd, IntSeq;
TYPE Count = Thread.Closure OBJECT n := 0 OVERRIDES apply := Apply END;
PROCEDURE Apply(self: Count): REFANY =
  BEGIN
    FOR i := 1 TO 10 DO INC(self.n, i) END;
    RETURN self;
  END Apply;
VAR wr := TextWr.New(); seq := NEW(IntSeq.T).init();
BEGIN
  TRY
    Wr.PutText(wr, Fmt.Pad(Fmt.Int(42), 6) & Fmt.LongReal(1.5D0));
    FOR i := 1 TO 5 DO seq.addhi(i * i) END;
    IO.Put(TextWr.ToText(wr) & " " & Fmt.Int(seq.get(4)) & " " & Fmt.Int(Lex.Int(TextRd.New(" 17 "))) & "\\n");
    WITH c = NEW(Count) DO
      EVAL Thread.Join(Thread.Fork(c));
      IO.Put(Fmt.Int(c.n) & Text.Sub("abc", 1) & "\\n");
    END;
  EXCEPT Rd.Failure(e) => IO.Put(RdUtils.FailureText(e));
  END;
  IO.Put(Text.FromChar(Text.GetChar("abc", 3)));
END Main.
`;

/** What a program shows whose calls go deep into the core, and that fails there. */
async function shown(options: { image?: CodeImage } = {}): Promise<string> {
  const machine = sourceMachine(options);
  await machine.start('main', { 'Main.m3': PROGRAM });
  return machine.shown();
}

const generated = (given?: CodeImage) => {
  const kernel = boot(powerOn(nodeHost()), coreBytes(), given && { image: given });
  return kernel.generated.get(kernel.core!)!;
};

describe('an image of the core', () => {
  it('runs as code does that was generated when booting, up to the places in its reports', async () => {
    const usual = await shown();
    expect(usual).toContain('    421.5 25 17\n55bc\n');
    expect(usual).toContain('Main.m3:');
    expect(await shown({ image })).toBe(usual);
  });

  it('is what runs', () => {
    expect(generated(image).bytes).toBe(image.bytes);
    expect(generated().bytes).toEqual(image.bytes);
  });

  it('has the functions around the natives, and is left aside where these are others', async () => {
    const nothing = new Uint8Array();
    expect(() => generated({ ...image, natives: { ...image.natives, bytes: nothing } })).toThrow(
      WebAssembly.CompileError,
    );
    const others = { ...image, natives: { made: `${image.natives.made} `, bytes: nothing } };
    expect(await shown({ image: others })).toBe(await shown());
  });

  it('spares the verifier the whole file', async () => {
    const { core } = boot(powerOn(nodeHost()), coreBytes(), { image });
    const { procedures } = core!.module;
    // Nothing has looked at this code yet; whoever wants it finds that it is not what was verified.
    const own = procedures.findIndex((p) => p.code.length > 8);
    procedures[own]!.code.fill(0xff);
    const imported = core!.module.imports.reduce((n, i) => n + i.procedures.length, 0);
    expect(verifyProcedure(core!.module, imported + own)).toMatchObject({ code: 'B1301' });
  });

  it('of a file whose code turns out to be needed is verified then', () => {
    const numbers = image.numbers.with(0, image.numbers[0]! + 1);
    const kernel = boot(powerOn(nodeHost()), coreBytes(), { image: { ...image, numbers } });
    expect(typeTableOf(kernel.core!.module)).not.toHaveProperty('error');
  });

  it('knows where its code came from', () => {
    const [made, given] = [generated(), generated(image)];
    const parts = [0.3, 0.5, 0.8, 1].map((part) => Math.floor(part * image.bytes.length));
    const places = (g: typeof made) =>
      Array.from({ length: 300 }, (_, index) => parts.flatMap((offset) => g.positions(index, offset)));
    expect(places(made).flat().filter(Boolean).length).toBeGreaterThan(300);
    expect(places(given)).toEqual(places(made));
  });

  it('of another file is left aside', () => {
    const other = { ...image, checksum: image.checksum ^ 1, bytes: new Uint8Array() };
    expect(generated(other).bytes).toEqual(image.bytes);
  });

  it.each(
    image.numbers.flatMap((_, i) => (i % 400 === 0 ? [i] : [])),
  )('is left aside where linking gives another number (%i)', (i) => {
    const numbers = image.numbers.with(i, image.numbers[i]! + 1);
    expect(generated({ ...image, numbers, bytes: new Uint8Array() }).bytes).toEqual(image.bytes);
  });

  it('is left aside where a descriptor or an initialiser has another place, also late', async () => {
    for (const i of [0, image.asked.length >> 1, image.asked.length - 1]) {
      const [what, type, answer] = image.asked[i]!;
      const asked = image.asked.with(i, [what, type, answer + 8]);
      const wrong = { ...image, asked, bytes: new Uint8Array() };
      expect(generated(wrong).bytes, `question ${i}`).toEqual(image.bytes);
    }
    const [what, type, answer] = image.asked.at(-1)!;
    const late = { ...image, asked: image.asked.with(-1, [what, type, answer + 8]) };
    expect(await shown({ image: late })).toBe(await shown());
  });

  it('is written to a file and read back, and a file that is cut off is none', () => {
    expect(decodeImage(file)).toEqual(image);
    for (const length of [0, 1, 100, file.indexOf(10), file.indexOf(10) + 1, file.length - 1])
      expect(decodeImage(file.subarray(0, length)), `${length} bytes`).toBeUndefined();
  });
});
