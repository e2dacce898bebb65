/** Sequences, lists, priority queues and sorting against JavaScript's arrays and its sort, which is stable. */
import { describe, expect, it } from 'vitest';
import { sourceMachine } from '../kernel/source.ts';
import { agrees, type Program, Random, shows } from './support.ts';

describe('Sequence', () => {
  const program: Program = {
    imports: 'IntSeq',
    declarations: `VAR s := NEW(IntSeq.T).init(1); op: CHAR; n: INTEGER;
PROCEDURE Show(s: IntSeq.T) =
  BEGIN FOR i := 0 TO s.size() - 1 DO IO.Put(Fmt.Int(s.get(i)) & " ") END; Line("") END Show;`,
    body: `
  WHILE NOT IO.EOF() DO
    op := IO.GetChar(); n := IO.GetInt();
    CASE op OF
    | 'h' => s.addhi(n);
    | 'l' => s.addlo(n);
    | 'H' => Number(s.remhi());
    | 'L' => Number(s.remlo());
    | 'p' => s.put(n, IO.GetInt());
    | 'g' => Number(s.get(n));
    | 'e' => Number(s.gethi()); Number(s.getlo());
    | 's' => Number(s.size());
    | 'b' => Show(IntSeq.Sub(s, n, IO.GetInt()));
    | 'c' => s := IntSeq.Cat(s, IntSeq.Sub(s, n));
    ELSE
    END;
    EVAL IO.GetLine();
  END;`,
  };

  it('does what an array does', async () => {
    for (const seed of [11, 12]) {
      const random = new Random(seed);
      let s: number[] = [];
      const script: string[] = [];
      const expected: string[] = [];
      for (let i = 0; i < 5000; i++) {
        const op = s.length === 0 ? random.pick(['h', 'l', 's']) : random.pick([...'hhllHLpgesb', 'c']);
        const n = 'pg'.includes(op) ? random.below(s.length) : random.below(60);
        const m = random.below(100);
        switch (op) {
          case 'h':
            s.push(n);
            break;
          case 'l':
            s.unshift(n);
            break;
          case 'H':
            expected.push(String(s.pop()));
            break;
          case 'L':
            expected.push(String(s.shift()));
            break;
          case 'p':
            s[n] = m;
            break;
          case 'g':
            expected.push(String(s[n]));
            break;
          case 'e':
            expected.push(String(s.at(-1)), String(s[0]));
            break;
          case 's':
            expected.push(String(s.length));
            break;
          case 'b':
            expected.push(
              s
                .slice(n, n + m)
                .map((x) => `${x} `)
                .join(''),
            );
            break;
          default:
            // Once in a while, so that it does not grow for ever.
            if (s.length > 100) continue;
            s = [...s, ...s.slice(n)];
        }
        script.push(`${op}${n}${'pb'.includes(op) ? ` ${m}` : ''}`);
      }
      await agrees(program, script, expected, `seed ${seed}`);
    }
  });

  it('raises what it says when it is misused, and shows its representation', async () => {
    const out = await shows({
      imports: 'TextSeq, TextSeqRep',
      declarations: `
VAR s := NEW(TextSeq.T).init();
PROCEDURE Remhi() = BEGIN EVAL s.remhi() END Remhi;
PROCEDURE Remlo() = BEGIN EVAL s.remlo() END Remlo;
PROCEDURE Gethi() = BEGIN EVAL s.gethi() END Gethi;
PROCEDURE Getlo() = BEGIN EVAL s.getlo() END Getlo;
PROCEDURE Get() = BEGIN EVAL s.get(0) END Get;
PROCEDURE Put() = BEGIN s.put(0, "") END Put;
PROCEDURE NoInit() = BEGIN NEW(TextSeq.T).addhi("") END NoInit;
PROCEDURE Fresh() = BEGIN EVAL NEW(TextSeq.T).remhi() END Fresh;`,
      body: `
  Raises(Remhi); Raises(Remlo); Raises(Gethi); Raises(Getlo); Raises(Get); Raises(Put); Raises(NoInit); Raises(Fresh);
  s := NEW(TextSeq.T).fromArray(ARRAY OF TEXT {"a", "b", "c"});
  Line(s.remlo() & s.remhi()); Number(s.sz);
  (* What was taken out is not kept. *)
  FOR i := 0 TO LAST(s.elem^) DO IF s.elem[i] # NIL THEN Line(s.elem[i]) END END;
  Number(NEW(TextSeq.T).fromArray(ARRAY [1 .. 0] OF TEXT {}).size());
  Number(TextSeq.Sub(s, 5).size()); Number(TextSeq.Sub(s, 0, 0).size());`,
    });
    expect(out).toBe(`${'ASSERTFailed\n'.repeat(6)}AttemptToDereferenceNIL\nASSERTFailed\nac\n1\nb\n0\n0\n0\n`);
  });
});

describe('List', () => {
  it('has the operations of lists; only those with D change what they are given', async () => {
    const out = await shows({
      imports: 'IntList, TextList, AtomList, Atom, RefList',
      declarations: `
PROCEDURE Show(l: IntList.T) =
  BEGIN WHILE l # NIL DO IO.Put(Fmt.Int(l.head) & " "); l := l.tail END; Line(".") END Show;
VAR
  a := IntList.List3(1, 2, 3); b := IntList.FromArray(ARRAY OF INTEGER {4, 5}); c: IntList.T;
PROCEDURE TooFar() = BEGIN EVAL IntList.Nth(a, 3) END TooFar;`,
      body: `
  Show(NIL); Show(IntList.Cons(0, a)); Show(IntList.List1(7)); Show(IntList.List2(7, 8));
  Number(IntList.Length(NIL)); Number(IntList.Length(a)); Number(IntList.Nth(a, 2)); Raises(TooFar);
  Show(IntList.Append(a, b)); Show(a); Say(IntList.Append(a, b).tail.tail.tail = b);
  Show(IntList.Append(NIL, b)); Say(IntList.Append(NIL, b) = b); Show(IntList.Append(a, NIL)); Say(IntList.Append(a, NIL) = a);
  Show(IntList.Reverse(a)); Show(a);
  c := IntList.AppendD(a, b); Say(c = a); Show(a);
  c := IntList.ReverseD(a); Show(c); Show(a); Show(IntList.ReverseD(NIL));
  Show(IntList.FromArray(ARRAY [1 .. 0] OF INTEGER {}));
  Say(TextList.Member(TextList.List2("a", "b"), "b")); Say(TextList.Member(TextList.List1("a"), "c"));
  Say(AtomList.Member(AtomList.List1(Atom.FromText("x")), Atom.FromText("x")));
  Say(RefList.Member(RefList.List1(a), a)); Say(RefList.Member(RefList.List1(a), c));`,
    });
    expect(out).toBe(
      `.\n0 1 2 3 .\n7 .\n7 8 .\n0\n3\n3\nAttemptToDereferenceNIL\n1 2 3 4 5 .\n1 2 3 .\nTRUE\n4 5 .\nTRUE\n1 2 3 .\nFALSE\n3 2 1 .\n1 2 3 .\nTRUE\n` +
        `1 2 3 4 5 .\n5 4 3 2 1 .\n1 .\n.\n.\nTRUE\nFALSE\nTRUE\nTRUE\nFALSE\n`,
    );
  });
});

describe('sorting', () => {
  /** Numbers are ordered by their hundreds only, so that stability shows. */
  const program: Program = {
    imports: 'IntArraySort, IntListSort, IntList, TextArraySort, TextListSort, TextList, Text',
    declarations: `
VAR n: INTEGER; a: REF ARRAY OF INTEGER; l: IntList.T; t: REF ARRAY OF TEXT; tl: TextList.T;
PROCEDURE Hundreds(a, b: INTEGER): [-1 .. 1] =
  BEGIN
    IF a DIV 100 < b DIV 100 THEN RETURN -1 END;
    RETURN ORD(a DIV 100 > b DIV 100);
  END Hundreds;`,
    body: `
  WHILE NOT IO.EOF() DO
    n := IO.GetInt();
    a := NEW(REF ARRAY OF INTEGER, n); t := NEW(REF ARRAY OF TEXT, n);
    FOR i := 0 TO n - 1 DO a[i] := IO.GetInt(); t[i] := Fmt.Int(a[i]) END;
    l := IntList.FromArray(a^); tl := TextList.FromArray(t^);
    EVAL IO.GetLine();
    IntArraySort.Sort(a^, Hundreds);
    FOR i := 0 TO n - 1 DO IO.Put(Fmt.Int(a[i]) & " ") END; Line("");
    WITH s = IntListSort.Sort(l, Hundreds) DO
      FOR i := 0 TO n - 1 DO <*ASSERT IntList.Nth(s, i) = a[i]*> END;
      <*ASSERT IntList.Length(s) = n AND IntList.Length(l) = n*>
    END;
    IntArraySort.Sort(a^);
    WITH s = IntListSort.SortD(l) DO
      FOR i := 0 TO n - 1 DO <*ASSERT IntList.Nth(s, i) = a[i]*> END;
    END;
    FOR i := 0 TO n - 1 DO IO.Put(Fmt.Int(a[i]) & " ") END; Line("");
    TextArraySort.Sort(t^);
    FOR i := 0 TO n - 1 DO IO.Put(t[i] & " ") END; Line("");
    WITH s = TextListSort.Sort(tl) DO
      FOR i := 0 TO n - 1 DO <*ASSERT Text.Equal(TextList.Nth(s, i), t[i])*> END;
    END;
  END;`,
  };

  it('gives what JavaScript’s stable sort gives, for every length and many shapes', async () => {
    const random = new Random(5);
    const script: string[] = [];
    const expected: string[] = [];
    const shapes: ((i: number, n: number) => number)[] = [
      () => random.below(1000) - 500,
      (i) => i * 7,
      (i, n) => (n - i) * 7,
      () => random.below(3) * 100,
      (i) => (i % 2 === 0 ? i : -i),
      (i, n) => (i === n - 1 ? -1000 : i * 50),
    ];
    const lengths = [...Array(40).keys(), 47, 48, 49, 95, 96, 97, 191, 192, 193, 300];
    for (const n of lengths) {
      for (const shape of shapes) {
        const numbers = Array.from({ length: n }, (_, i) => shape(i, n));
        const line = (items: (number | string)[]) => items.map((x) => `${x} `).join('');
        script.push([n, ...numbers].join(' '));
        const hundreds = (x: number) => Math.floor(x / 100);
        expected.push(line([...numbers].sort((a, b) => hundreds(a) - hundreds(b))));
        expected.push(line([...numbers].sort((a, b) => a - b)));
        expected.push(line(numbers.map(String).sort()));
      }
    }
    await agrees(program, script, expected, 'seed 5');
  });

  it('takes n log n steps at the most, whatever the order', async () => {
    const work = async (n: number, value: string): Promise<number> => {
      const m = sourceMachine();
      await m.start('test', {
        'Test.m3': `MODULE Test EXPORTS Main; IMPORT IntArraySort, IntListSort, IntList;
VAR a := NEW(REF ARRAY OF INTEGER, ${n}); l: IntList.T;
BEGIN
  FOR i := 0 TO LAST(a^) DO a[i] := ${value}; l := IntList.Cons(${value}, l) END;
  IntArraySort.Sort(a^);
  EVAL IntListSort.SortD(l);
  FOR i := 1 TO LAST(a^) DO <*ASSERT a[i - 1] <= a[i]*> END;
END Test.`,
      });
      return m.kernel.strands.clock.fuel;
    };
    for (const value of ['i', '-i', 'i MOD 2', '(i * 7919) MOD 10007', 'ABS(i - 5000)']) {
      const [small, large] = [await work(1000, value), await work(10000, value)];
      expect(large / small, value).toBeLessThan(16);
    }
  });
});

describe('PQueue', () => {
  const program: Program = {
    imports: 'IntPQ',
    declarations: `
TYPE Elt = IntPQ.Elt OBJECT name: INTEGER END;
VAR
  q: IntPQ.T := NEW(IntPQ.Default).init(2); all := NEW(REF ARRAY OF Elt, 400); op: CHAR; n: INTEGER;
PROCEDURE Show(e: IntPQ.Elt) = BEGIN Number(e.priority) END Show;`,
    body: `
  FOR i := 0 TO LAST(all^) DO all[i] := NEW(Elt, name := i) END;
  WHILE NOT IO.EOF() DO
    op := IO.GetChar(); n := IO.GetInt();
    TRY
      CASE op OF
      | 'i' => all[n].priority := IO.GetInt(); q.insert(all[n]);
      | 'd' => q.delete(all[n]); Line("deleted");
      | 'c' => q.change(all[n], IO.GetInt()); Line("changed");
      | 'm' => Show(q.min());
      | 'x' => Show(q.deleteMin()) ;
      | 's' => Number(q.size());
      ELSE
      END;
    EXCEPT
    | IntPQ.Empty => Line("empty");
    | IntPQ.NotInQueue => Line("not in it");
    END;
    EVAL IO.GetLine();
  END;`,
  };

  it('always has the least, of distinct priorities', async () => {
    for (const seed of [21, 22]) {
      const random = new Random(seed);
      const queue = new Map<number, number>();
      const used = new Set<number>();
      const fresh = (): number => {
        for (;;) {
          const p = random.below(1_000_000) - 500_000;
          if (!used.has(p)) {
            used.add(p);
            return p;
          }
        }
      };
      const least = () => [...queue].reduce((a, b) => (b[1] < a[1] ? b : a), [-1, Number.POSITIVE_INFINITY]);
      const script: string[] = [];
      const expected: string[] = [];
      for (let i = 0; i < 5000; i++) {
        const n = random.below(400);
        const op = random.pick([...'iiidcmxs']);
        const p = fresh();
        if (op === 'i' && queue.has(n)) continue;
        script.push(`${op}${n}${'ic'.includes(op) ? ` ${p}` : ''}`);
        switch (op) {
          case 'i':
            queue.set(n, p);
            break;
          case 'd':
            expected.push(queue.delete(n) ? 'deleted' : 'not in it');
            break;
          case 'c':
            expected.push(queue.has(n) ? 'changed' : 'not in it');
            if (queue.has(n)) queue.set(n, p);
            break;
          case 's':
            expected.push(String(queue.size));
            break;
          default: {
            const [who, priority] = least();
            expected.push(who < 0 ? 'empty' : String(priority));
            if (op === 'x') queue.delete(who);
          }
        }
      }
      await agrees(program, script, expected, `seed ${seed}`);
    }
  });

  it('knows what is in it: fromArray, init, two queues, an order of one’s own', async () => {
    const out = await shows({
      imports: 'TextPQ, Text',
      declarations: `
TYPE ByLength = TextPQ.Default OBJECT OVERRIDES pCompare := Compare END;
PROCEDURE Compare(<*UNUSED*> q: ByLength; READONLY a, b: TEXT): [-1 .. 1] =
  VAR d := Text.Length(a) - Text.Length(b); BEGIN RETURN MAX(-1, MIN(1, d)) END Compare;
VAR
  e := ARRAY [0 .. 4] OF TextPQ.Elt {NIL, ..}; q := NEW(ByLength); r := NEW(TextPQ.Default).init();
CONST Words = ARRAY OF TEXT {"four", "a", "seven77", "to", "sixsix"};
PROCEDURE Twice() = BEGIN r.insert(e[0]) END Twice;
PROCEDURE NoInit() = BEGIN NEW(TextPQ.Default).insert(NEW(TextPQ.Elt)) END NoInit;`,
      body: `
  FOR i := 0 TO 4 DO e[i] := NEW(TextPQ.Elt, priority := Words[i]) END;
  EVAL q.fromArray(e); Number(q.size());
  Raises(Twice); Raises(NoInit);
  TRY r.delete(e[0]) EXCEPT TextPQ.NotInQueue => Line("not in it") END;
  WHILE q.size() > 0 DO IO.Put(q.deleteMin().priority & " ") END; Line("");
  EVAL q.fromArray(e); EVAL q.init(); Number(q.size()); Raises(Twice); Number(r.size());`,
    });
    expect(out).toBe('5\nASSERTFailed\nAttemptToDereferenceNIL\nnot in it\na to four sixsix seven77 \n0\nnothing\n1\n');
  });
});
