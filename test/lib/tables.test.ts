/** Tables and sorted tables against JavaScript's Map and sorting: thousands of random operations. */
import { describe, expect, it } from 'vitest';
import { agrees, type Program, Random, shows } from './support.ts';

const bool = (b: boolean): string => (b ? 'TRUE' : 'FALSE');
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Keys and values are numbers in the script; how they become keys and values of the table, and lines of output, differs. */
interface Kind {
  readonly table: string;
  readonly keyType: string;
  readonly valueType: string;
  readonly makeKey: string;
  readonly showKey: string;
  readonly makeValue: string;
  readonly showValue: string;
  readonly imports?: string;
  readonly showKeyJs: (k: number) => string;
}

const text = (e: string): string => `("k" & Fmt.Int(${e}))`;
const KINDS: Readonly<Record<string, Kind>> = {
  IntIntTbl: {
    table: 'IntIntTbl',
    keyType: 'INTEGER',
    valueType: 'INTEGER',
    makeKey: 'n * 8',
    showKey: 'Fmt.Int(key DIV 8)',
    makeValue: 'n',
    showValue: 'Fmt.Int(value)',
    showKeyJs: String,
  },
  TextRefTbl: {
    table: 'TextRefTbl',
    keyType: 'TEXT',
    valueType: 'REFANY',
    makeKey: text('n'),
    showKey: 'key',
    makeValue: `NEW(REF INTEGER)`,
    showValue: '"there"',
    showKeyJs: (k) => `k${k}`,
  },
  AtomTextTbl: {
    table: 'AtomTextTbl',
    imports: 'Atom',
    keyType: 'Atom.T',
    valueType: 'TEXT',
    makeKey: `Atom.FromText${text('n')}`,
    showKey: 'Atom.ToText(key)',
    makeValue: 'Fmt.Int(n)',
    showValue: 'value',
    showKeyJs: (k) => `k${k}`,
  },
};

const program = (k: Kind): Program => ({
  imports: `${k.table}${k.imports ? `, ${k.imports}` : ''}`,
  declarations: `
PROCEDURE Key(n: INTEGER): ${k.keyType} = BEGIN RETURN ${k.makeKey} END Key;
PROCEDURE Value(<*UNUSED*> n: INTEGER): ${k.valueType} = BEGIN RETURN ${k.makeValue} END Value;
VAR
  t: ${k.table}.T := NEW(${k.table}.Default).init();
  op: CHAR; n: INTEGER; key: ${k.keyType}; value: ${k.valueType};`,
  body: `
  WHILE NOT IO.EOF() DO
    op := IO.GetChar(); n := IO.GetInt();
    CASE op OF
    | 'p' => Say(t.put(Key(n), Value(IO.GetInt())));
    | 'g' => IF t.get(Key(n), value) THEN Line(${k.showValue}) ELSE Line("no") END;
    | 'd' => IF t.delete(Key(n), value) THEN Line(${k.showValue}) ELSE Line("no") END;
    | 's' => Number(t.size());
    | 'i' =>
        WITH it = t.iterate() DO
          WHILE it.next(key, value) DO Line(${k.showKey} & "=" & ${k.showValue}) END;
          Line("end");
        END;
    ELSE
    END;
    EVAL IO.GetLine();
  END;`,
});

describe('Table', () => {
  for (const [name, kind] of Object.entries(KINDS)) {
    it(`${name} does what Map does`, async () => {
      const random = new Random(7 + name.length);
      const map = new Map<number, number>();
      const script: string[] = [];
      const expected: string[] = [];
      const value = (v: number) => (kind.valueType === 'REFANY' ? 'there' : String(v));
      const order: string[] = [];
      for (let i = 0; i < 6000; i++) {
        const k = random.below(i < 3000 ? 2000 : 300);
        switch (random.pick(['p', 'p', 'p', 'g', 'd', 's'])) {
          case 'p': {
            const v = random.below(1000);
            script.push(`p${k} ${v}`);
            expected.push(bool(map.has(k)));
            map.set(k, v);
            break;
          }
          case 'g':
            script.push(`g${k}`);
            expected.push(map.has(k) ? value(map.get(k)!) : 'no');
            break;
          case 'd':
            script.push(`d${k}`);
            expected.push(map.has(k) ? value(map.get(k)!) : 'no');
            map.delete(k);
            break;
          default:
            script.push('s0');
            expected.push(String(map.size));
        }
      }
      await agrees(program(kind), script, expected, `seed ${random.seed}`);
      // What an iterator delivers comes in an order of its own.
      const all = await shows(program(kind), `${[...script.filter((s) => !/^[gs]/.test(s)), 'i0'].join('\n')}\n`);
      for (const [k, v] of map) order.push(`${kind.showKeyJs(k)}=${value(v)}`);
      const lines = all.split('\n').slice(-map.size - 2, -2);
      expect(lines.sort()).toEqual(order.sort());
      expect(all.endsWith('end\n')).toBe(true);
    });
  }

  it('lets the pair that was delivered be deleted while iterating', async () => {
    const out = await shows({
      imports: 'IntIntTbl',
      declarations: `VAR t := NEW(IntIntTbl.Default).init(); k, v, seen := 0;`,
      body: `
  FOR i := 1 TO 1000 DO EVAL t.put(i, i) END;
  WITH it = t.iterate() DO
    WHILE it.next(k, v) DO
      INC(seen);
      IF k MOD 3 # 0 THEN EVAL t.delete(k, v) END;
    END;
    Number(seen); Number(t.size());
    seen := 0;
    EVAL it.init();
    WHILE it.next(k, v) DO <*ASSERT k MOD 3 = 0*> INC(seen) END;
    Number(seen);
  END;`,
    });
    expect(out).toBe('1000\n333\n333\n');
  });

  it('says so when it is misused', async () => {
    const out = await shows({
      imports: 'IntIntTbl, RefIntTbl',
      declarations: `
VAR k, v: INTEGER; r: REFANY; t := NEW(IntIntTbl.Default).init(100); it := t.iterate();
PROCEDURE NextAgain() = BEGIN EVAL it.next(k, v) END NextAgain;
PROCEDURE NoInit() = BEGIN EVAL NEW(IntIntTbl.Default).get(1, v) END NoInit;
PROCEDURE NoHash() = BEGIN EVAL NEW(RefIntTbl.Default).init().get(r, v) END NoHash;
PROCEDURE Abstract() = BEGIN EVAL NEW(IntIntTbl.T).size() END Abstract;
PROCEDURE Same() = BEGIN v := 5; EVAL t.get(99, v); Number(v) END Same;`,
      body: `Say(it.next(k, v)); Raises(NextAgain); Raises(NoInit); Raises(NoHash); Raises(Abstract); Same();
  EVAL it.init(); EVAL t.put(1, 2); EVAL t.init(); Number(t.size());`,
    });
    expect(out).toBe('FALSE\nASSERTFailed\nAttemptToDereferenceNIL\nASSERTFailed\nAttemptToDereferenceNIL\n5\n0\n');
  });

  it('takes its equivalence from a subtype', async () => {
    const out = await shows({
      imports: 'TextIntTbl, RefTextTbl, Text, Word',
      declarations: `
TYPE
  Short = TextIntTbl.Default OBJECT OVERRIDES keyEqual := Equal; keyHash := Hash END;
  Box = REF INTEGER;
  ByValue = RefTextTbl.Default OBJECT OVERRIDES keyHash := BoxHash END;
PROCEDURE Equal(<*UNUSED*> t: Short; READONLY a, b: TEXT): BOOLEAN = BEGIN RETURN Text.Length(a) = Text.Length(b) END Equal;
PROCEDURE Hash(<*UNUSED*> t: Short; READONLY a: TEXT): Word.T = BEGIN RETURN Text.Length(a) END Hash;
PROCEDURE BoxHash(<*UNUSED*> t: ByValue; READONLY r: REFANY): Word.T = BEGIN RETURN NARROW(r, Box)^ END BoxHash;
VAR s := NEW(Short).init(); n: INTEGER; t := NEW(ByValue).init(); a := NEW(Box); b := NEW(Box); x: TEXT;`,
      body: `
  Say(s.put("one", 1)); Say(s.put("two", 2)); Say(s.get("six", n)); Number(n); Number(s.size());
  a^ := 3; b^ := 3; Say(t.put(a, "a")); Say(t.put(b, "b")); Say(t.get(a, x)); Line(x);`,
    });
    expect(out).toBe('FALSE\nTRUE\nTRUE\n2\n1\nFALSE\nFALSE\nTRUE\na\n');
  });

  it('takes constant time for an operation: ten times the pairs, about ten times the work', async () => {
    const work = async (n: number): Promise<number> => {
      const { sourceMachine } = await import('../kernel/source.ts');
      const m = sourceMachine();
      await m.start('test', {
        'Test.m3': `MODULE Test EXPORTS Main; IMPORT IntIntTbl;
VAR t := NEW(IntIntTbl.Default).init(); v: INTEGER;
BEGIN
  FOR i := 1 TO ${n} DO EVAL t.put(i * 1048576, i) END;
  FOR i := 1 TO ${n} DO <*ASSERT t.get(i * 1048576, v) AND v = i*> END;
  FOR i := 1 TO ${n} DO EVAL t.delete(i * 1048576, v) END;
END Test.`,
      });
      return m.kernel.strands.clock.fuel;
    };
    const [small, large] = [await work(2000), await work(20000)];
    expect(large / small).toBeLessThan(14);
  });
});

describe('SortedTable', () => {
  const sorted: Program = {
    imports: 'SortedIntTextTbl',
    declarations: `
VAR
  t: SortedIntTextTbl.T := NEW(SortedIntTextTbl.Default).init();
  up := t.iterateOrdered(); down := t.iterateOrdered(FALSE);
  op: CHAR; n, key: INTEGER; value: TEXT;
PROCEDURE Step(it: SortedIntTextTbl.Iterator) =
  BEGIN
    IF it.next(key, value) THEN Line(Fmt.Int(key) & "=" & value) ELSE Line("end"); EVAL it.init() END;
  END Step;`,
    body: `
  WHILE NOT IO.EOF() DO
    op := IO.GetChar(); n := IO.GetInt();
    CASE op OF
    | 'p' => Say(t.put(n, Fmt.Int(IO.GetInt())));
    | 'g' => IF t.get(n, value) THEN Line(value) ELSE Line("no") END;
    | 'd' => IF t.delete(n, value) THEN Line(value) ELSE Line("no") END;
    | 's' => Number(t.size());
    | 'u' => Step(up);
    | 'v' => Step(down);
    | 'U' => up.seek(n); Step(up);
    | 'V' => down.seek(n); Step(down);
    ELSE
    END;
    EVAL IO.GetLine();
  END;`,
  };

  it('has its pairs in order, whatever happens between', async () => {
    for (const seed of [1, 2, 3]) {
      const random = new Random(seed);
      const map = new Map<number, string>();
      const script: string[] = [];
      const expected: string[] = [];
      /** The last key delivered in each direction; undefined at the beginning. */
      let [last, lastDown]: (number | undefined)[] = [undefined, undefined];
      const first = (keys: number[]): number | undefined => keys.sort(compare)[0];
      const line = (k: number | undefined) => (k === undefined ? 'end' : `${k}=${map.get(k)}`);
      for (let i = 0; i < 4000; i++) {
        const k = random.below(400) - 200;
        const op = random.pick(['p', 'p', 'p', 'd', 'd', 'g', 's', 'u', 'u', 'v', 'v', 'U', 'V']);
        script.push(op === 'p' ? `p${k} ${i}` : `${op}${k}`);
        switch (op) {
          case 'p':
            expected.push(bool(map.has(k)));
            map.set(k, String(i));
            break;
          case 'g':
          case 'd':
            expected.push(map.get(k) ?? 'no');
            if (op === 'd') map.delete(k);
            break;
          case 's':
            expected.push(String(map.size));
            break;
          case 'u':
          case 'U': {
            const at = last;
            last = first([...map.keys()].filter((x) => (op === 'U' ? x >= k : at === undefined || x > at)));
            expected.push(line(last));
            break;
          }
          default: {
            const at = lastDown;
            lastDown = first(
              [...map.keys()].filter((x) => (op === 'V' ? x <= k : at === undefined || x < at)).map((x) => -x),
            );
            if (lastDown !== undefined) lastDown = 0 - lastDown;
            expected.push(line(lastDown));
          }
        }
      }
      await agrees(sorted, script, expected, `seed ${seed}`);
    }
  });

  it('has texts in order, and atoms by an order of one’s own', async () => {
    const out = await shows({
      imports: 'Atom, SortedAtomIntTbl, SortedTextIntTbl, Text',
      declarations: `
TYPE ByText = SortedAtomIntTbl.Default OBJECT OVERRIDES keyCompare := Compare END;
PROCEDURE Compare(<*UNUSED*> t: ByText; READONLY a, b: Atom.T): [-1 .. 1] =
  BEGIN RETURN Text.Compare(Atom.ToText(a), Atom.ToText(b)) END Compare;
CONST Words = ARRAY OF TEXT {"pear", "apple", "", "fig", "app", "zoo", "Zoo"};
VAR t := NEW(SortedTextIntTbl.Default).init(); a := NEW(ByText).init(); k: TEXT; x: Atom.T; n: INTEGER;
PROCEDURE NoOrder() = BEGIN WITH t = NEW(SortedAtomIntTbl.Default).init() DO
    EVAL t.put(Atom.FromText("a"), 1); EVAL t.put(Atom.FromText("b"), 1) END END NoOrder;`,
      body: `
  FOR i := 0 TO LAST(Words) DO EVAL t.put(Words[i], i); EVAL a.put(Atom.FromText(Words[i]), i) END;
  WITH it = t.iterate() DO WHILE it.next(k, n) DO IO.Put("'" & k & "' ") END END;
  Line("");
  WITH it = a.iterateOrdered(FALSE) DO WHILE it.next(x, n) DO IO.Put("'" & Atom.ToText(x) & "' ") END END;
  Line("");
  Raises(NoOrder);`,
    });
    expect(out).toBe(
      "'' 'Zoo' 'app' 'apple' 'fig' 'pear' 'zoo' \n'zoo' 'pear' 'fig' 'apple' 'app' 'Zoo' '' \nASSERTFailed\n",
    );
  });

  it('raises what it says when it is misused', async () => {
    const out = await shows({
      imports: 'SortedIntIntTbl',
      declarations: `
VAR k, v: INTEGER; t := NEW(SortedIntIntTbl.Default).init(); it := t.iterateOrdered();
PROCEDURE NextAgain() = BEGIN EVAL it.next(k, v) END NextAgain;
PROCEDURE SeekAgain() = BEGIN it.seek(1) END SeekAgain;`,
      body: 'Say(it.next(k, v)); Raises(NextAgain); Raises(SeekAgain); EVAL it.init(); Raises(SeekAgain);',
    });
    expect(out).toBe('FALSE\nASSERTFailed\nASSERTFailed\nnothing\n');
  });

  it('takes logarithmic time for keys in order, too', async () => {
    const { sourceMachine } = await import('../kernel/source.ts');
    const work = async (n: number): Promise<number> => {
      const m = sourceMachine();
      await m.start('test', {
        'Test.m3': `MODULE Test EXPORTS Main; IMPORT SortedIntIntTbl;
VAR t := NEW(SortedIntIntTbl.Default).init(); k, v, n := 0;
BEGIN
  FOR i := 1 TO ${n} DO EVAL t.put(i, i) END;
  FOR i := ${n} TO 1 BY -1 DO <*ASSERT t.get(i, v) AND v = i*> END;
  WITH it = t.iterateOrdered() DO WHILE it.next(k, v) DO INC(n); <*ASSERT k = n*> END END;
  <*ASSERT n = ${n}*>
  FOR i := 1 TO ${n} DO EVAL t.delete(i, v) END;
END Test.`,
      });
      return m.kernel.strands.clock.fuel;
    };
    const [small, large] = [await work(1000), await work(10000)];
    expect(large / small).toBeLessThan(20);
  });
});
