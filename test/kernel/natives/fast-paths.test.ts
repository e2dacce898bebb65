/** The fast paths of natives against the natives themselves, on texts of every form; and that what generated code does by itself is still an event. */
import { describe, expect, it } from 'vitest';
import { wrapNatives } from '../../../src/kernel/codegen/natives.ts';
import { procedureSignature } from '../../../src/kernel/codegen/signature.ts';
import { FMT_NATIVES } from '../../../src/kernel/natives/fmt.ts';
import { importOf, type Word } from '../../../src/kernel/natives/native.ts';
import { TEXT_NATIVES } from '../../../src/kernel/natives/text.ts';
import { describeException } from '../../../src/kernel/strands/describe-value.ts';
import type { ProcedureRT } from '../../../src/kernel/types/runtime-type.ts';
import { Random } from '../../lib/support.ts';
import { showing, sourceMachine } from '../source.ts';

/** By `Interface.Procedure`. */
const NATIVES = new Map(
  Object.entries({ ...TEXT_NATIVES, ...FMT_NATIVES }).flatMap(([name, n]) =>
    n.kind === 'plain' && n.fast ? [[name, n] as const] : [],
  ),
);
const NAMES = [...NATIVES.keys()];
type Callable = (...args: Word[]) => Word | undefined;

const { kernel } = sourceMachine();
const { access, heap } = kernel;
const core = kernel.core!;
const buffer = heap.allocateStatic(0, 4096);
// No strand runs here.
const stack = heap.allocateStack(0, 65536);
kernel.imports.sp.value = stack.address;
kernel.imports.spLimit.value = stack.address + stack.bytes;
/** Calls that the natives themselves have got. */
let natives = 0;

function procedures(withPaths: boolean): Map<string, Callable> {
  const functions = [...NATIVES].map(([name, native]) => {
    const run: typeof native.run = (...args) => {
      natives++;
      return native.run(...args);
    };
    const declared = core.module.procedures.find((p) => `${core.module.units[p.unit]!.name}.${p.name}` === name)!;
    const signature = procedureSignature(core.linked!.types[declared.type] as ProcedureRT);
    const implementation = importOf(kernel, { kind: 'plain', run }, signature.params.length);
    return { name, signature, implementation, ...(withPaths && { fast: native.fast }) };
  });
  const made = wrapNatives(functions, kernel.imports) as unknown as Callable[];
  return new Map(NAMES.map((name, i) => [name, made[i]!]));
}

const [fast, slow] = [procedures(true), procedures(false)];

/** Of each call of a procedure: the arguments after the texts, from what is a good index into the first text and what is none. */
const ARGUMENTS: Readonly<Record<string, (texts: readonly number[], r: Random) => Word[]>> = {
  'Text.Length': ([t]) => [t!],
  'Text.Empty': ([t]) => [t!],
  'Text.Equal': ([t, u]) => [t!, u!],
  'Text.Compare': ([t, u]) => [t!, u!],
  'Text.Cat': ([t, u]) => [t!, u!],
  'Text.Sub': ([t], r) => [t!, index(t!, r), r.below(10) < 3 ? 2n ** 63n - 1n : index(t!, r)],
  'Text.Hash': ([t]) => [t!],
  'Text.HasWideChars': ([t]) => [t!],
  'Text.GetChar': ([t], r) => [t!, index(t!, r)],
  'Text.GetWideChar': ([t], r) => [t!, index(t!, r)],
  'Text.SetChars': ([t], r) => [buffer, r.below(300), t!, index(t!, r)],
  'Text.FromChar': (_, r) => [BigInt(r.below(256))],
  'Text.FromChars': (_, r) => [buffer, r.below(300)],
  'Text.FindChar': ([t], r) => [t!, BigInt(97 + r.below(4)), index(t!, r) - 2n],
  'Text.FindWideChar': ([t], r) => [t!, BigInt(r.pick([97, 98, 99, 0xe9, 0x20ac, 0x161])), index(t!, r) - 2n],
  ...Object.fromEntries(
    ['Int', 'LongInt', 'Unsigned', 'LongUnsigned'].map((name) => [
      `Fmt.${name}`,
      (_: readonly number[], r: Random) => [integer(r), BigInt(2 + r.below(15))],
    ]),
  ),
  'Fmt.Char': (_, r) => [BigInt(r.below(256))],
  'Fmt.Pad': ([t], r) => [t!, index(t!, r) * BigInt(1 + r.below(2)), BigInt(r.below(256)), BigInt(r.below(2))],
};

/** Of any size, those at the ends too. */
function integer(r: Random): bigint {
  const bits = BigInt(r.below(65));
  const n = BigInt(r.below(2 ** 32)) * 2n ** 32n + BigInt(r.below(2 ** 32));
  return BigInt.asIntN(64, r.below(4) === 0 ? 2n ** bits - BigInt(r.below(2)) : n >> bits);
}

const isText = (name: string): boolean => /^Fmt\.|^Text\.(Cat|Sub|From)/.test(name);

/** Where the next text has a character, or, if it may, a little beyond its end. */
let mayBeBeyond = true;
function index(text: number, r: Random): bigint {
  return BigInt(r.below((text === 0 ? 0 : access.textLength(text)) + (mayBeBeyond ? 3 : 0)));
}

function outcome(f: Callable, name: string, args: readonly Word[]): unknown {
  access.bytes.fill(name === 'Text.SetChars' ? 0 : 0x41, buffer, buffer + 512);
  try {
    const result = f(...args);
    if (name === 'Text.SetChars') return access.bytes.slice(buffer, buffer + 512).join();
    return isText(name) ? access.readText(result as number) : result;
  } catch (error) {
    const raised = error as WebAssembly.Exception;
    const [exception, argument] = [0, 1].map((n) => raised.getArg(kernel.imports.exn, n)) as [number, bigint];
    return describeException(kernel, exception, argument);
  }
}

/** A new text of any form: short or long, wide, of several parts, looked at or not. */
function text(r: Random, depth = 0): number {
  if (depth < 3 && r.below(10) < 5) {
    const made = access.textCat(text(r, depth + 1), text(r, depth + 1), 0);
    if (r.below(10) < 3) access.characters(made);
    return made;
  }
  const length = r.below(10) < 7 ? r.below(20) : r.below(400);
  const letters = r.below(100) < 15 ? 'ab€' : r.below(10) < 5 ? 'a' : 'abcé';
  return access.newText(Array.from({ length }, () => r.pick([...letters])).join(''), 0);
}

describe('with its fast path', () => {
  const random = new Random(5);
  const cases = Array.from({ length: 400 }, () => {
    const first = random.below(100) < 3 ? 0 : text(random);
    // Equal texts that are not the same one, and such as begin alike.
    const second =
      random.below(10) < 4 && first
        ? access.newText(access.readText(first) + random.pick(['', '', 'b']), 0)
        : text(random);
    return [first, second].map((t) => (t === 0 ? 0 : heap.hold(t).ref));
  });

  it.each(NAMES)('%s does the same', (name) => {
    for (const texts of cases) {
      const args = ARGUMENTS[name]!(texts, random);
      // The native puts texts in one piece, so the fast path comes first.
      const found = outcome(fast.get(name)!, name, args);
      expect([name, args, found]).toEqual([name, args, outcome(slow.get(name)!, name, args)]);
    }
  });

  it.each(NAMES)('%s leaves nothing of a short text to the native', (name) => {
    const t = heap.hold(access.newText('a text of some length', 0)).ref;
    natives = 0;
    mayBeBeyond = false;
    const r = new Random(1);
    for (let n = 0; n < 50; n++) outcome(fast.get(name)!, name, ARGUMENTS[name]!([t, t], r));
    mayBeBeyond = true;
    expect(natives).toBe(0);
  });

  it('a concatenation is left to the native until it is in one piece', () => {
    const long = access.newText('x'.repeat(300), 0);
    const t = heap.hold(access.textCat(long, long, 0)).ref;
    natives = 0;
    expect([fast.get('Text.GetChar')!(t, 599n), fast.get('Text.GetChar')!(t, 1n)]).toEqual([120n, 120n]);
    expect(natives).toBe(1);
  });
});

describe('what generated code does by itself', () => {
  it('is what the natives do, with the errors of these', async () => {
    const statements = [
      'Text.Length(none)',
      'ORD(Text.GetChar(none, 0))',
      'ORD(Text.GetChar(t, 3))',
      'ORD(Text.GetChar(wide, 0))',
      'ORD(Text.GetWideChar(wide, 0))',
    ];
    const body = statements
      .map((e) => `TRY IO.Put(Fmt.Int(${e}) & "\\n") EXCEPT SpinException.Exception(e) => IO.Put(e.msg & "\\n") END;`)
      .join('\n');
    const shown = await showing(
      'Fmt, SpinException, Text',
      body,
      'VAR none: TEXT := NIL; t := "abc"; wide := W"\\x20ac";',
    );
    expect(shown.split('\n').slice(0, -1)).toEqual([
      'attempt to dereference NIL',
      'attempt to dereference NIL',
      'subscript out of range',
      'the character with code 8364 is no CHAR; use GetWideChar',
      '8364',
    ]);
  });

  it('is an event: handlers run as long as they are installed', async () => {
    const declarations = `
      VAR
        a, b: Dispatcher.Binding;
        lengths: ARRAY [0 .. 3] OF INTEGER;
        characters: ARRAY [0 .. 3] OF CHAR;
      FUNCTIONAL PROCEDURE Longer(<*UNUSED*> t: TEXT): CARDINAL = BEGIN RETURN 7 END Longer;
      FUNCTIONAL PROCEDURE Other(<*UNUSED*> t: TEXT; <*UNUSED*> i: CARDINAL): CHAR = BEGIN RETURN 'z' END Other;
      PROCEDURE Look(t: TEXT; n: INTEGER) =
        BEGIN
          lengths[n] := Text.Length(t);
          characters[n] := Text.GetChar(t, 1);
        END Look;`;
    const last = 'Dispatcher.Options{Dispatcher.Opt.Last}';
    const body = `
      Look("abc", 0);
      a := Dispatcher.InstallHandler(Text.Length, NIL, Longer, options := ${last});
      b := Dispatcher.InstallHandler(Text.GetChar, NIL, Other, options := ${last});
      Look("abc", 1);
      Dispatcher.Uninstall(a);
      Look("abc", 2);
      Dispatcher.Uninstall(b);
      Look("abc", 3);
      FOR i := 0 TO 3 DO IO.Put(Fmt.Int(lengths[i]) & Text.FromChar(characters[i]) & " ") END`;
    expect(await showing('Dispatcher, Fmt, Text', body, declarations)).toBe('3b 7z 3z 3b ');
  });

  it('is an event of a package, too', async () => {
    const declarations = `
      FUNCTIONAL PROCEDURE Other(<*UNUSED*> n: Swap.UInt16): Swap.UInt16 = BEGIN RETURN 7 END Other;
      PROCEDURE Look() = BEGIN IO.Put(Fmt.Int(Swap.Swap2U(16_1234), 16) & " " & Fmt.Int(Swap.Swap4(16_7F), 16) & " ") END Look;
      VAR b: Dispatcher.Binding;`;
    const body = `
      Look();
      b := Dispatcher.InstallHandler(Swap.Swap2U, NIL, Other, options := Dispatcher.Options{Dispatcher.Opt.Last});
      Look();
      Dispatcher.Uninstall(b);
      Look()`;
    expect(await showing('Dispatcher, Fmt, Swap', body, declarations)).toBe('3412 7f000000 7 7f000000 3412 7f000000 ');
  });

  it('is an instruction of the engine for some of Math, and an event as well', async () => {
    const declarations = `
      FUNCTIONAL PROCEDURE Other(<*UNUSED*> x: LONGREAL): LONGREAL = BEGIN RETURN 7.0D0 END Other;
      PROCEDURE Put(x: LONGREAL) = BEGIN IO.Put(Fmt.LongReal(x, Fmt.Style.Fix, 3) & " ") END Put;
      PROCEDURE Look(x: LONGREAL) =
        BEGIN
          Put(Math.sqrt(x * x));
          Put(Math.ceil(x));
          Put(Math.floor(x));
          Put(Math.rint(x));
          Put(Math.fabs(x));
          Put(Math.copysign(2.0D0, x));
        END Look;
      VAR b: Dispatcher.Binding;`;
    const body = `
      Look(-2.5D0);
      b := Dispatcher.InstallHandler(Math.floor, NIL, Other, options := Dispatcher.Options{Dispatcher.Opt.Last});
      Look(3.5D0);
      Dispatcher.Uninstall(b);
      Look(0.4D0)`;
    expect((await showing('Dispatcher, Fmt, Math', body, declarations)).trim().split(' ')).toEqual(
      [
        [2.5, -2, -3, -2, 2.5, -2],
        [3.5, 4, 7, 4, 3.5, 2],
        [0.4, 1, 0, 0, 0.4, 2],
      ].flatMap((row) => row.map((x) => x.toFixed(3))),
    );
  });

  it('is not what somebody else has by the same name', async () => {
    const m = sourceMachine();
    await m.start('main', {
      'Swap.i3': 'INTERFACE Swap; PROCEDURE Swap2U(n: INTEGER): INTEGER; END Swap.',
      'Swap.m3': 'MODULE Swap; PROCEDURE Swap2U(n: INTEGER): INTEGER = BEGIN RETURN n + 1 END Swap2U; BEGIN END Swap.',
      'Main.m3': 'MODULE Main; IMPORT Fmt, IO, Swap; BEGIN IO.Put(Fmt.Int(Swap.Swap2U(256))) END Main.',
    });
    expect(m.shown()).toBe('257');
  });
});
