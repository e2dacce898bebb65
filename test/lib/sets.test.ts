/** Sets of both implementations, also mixed, against JavaScript's Set. */
import { describe, expect, it } from 'vitest';
import { agrees, type Program, Random, shows } from './support.ts';

const program: Program = {
  imports: 'IntSet, IntSetDef, IntSetList, IntArraySort',
  declarations: `
TYPE Sets = ARRAY [0 .. 3] OF IntSet.T;
VAR
  s := Sets {NEW(IntSetDef.T).init(), NEW(IntSetList.T).init(), NEW(IntSetDef.T).init(50), NEW(IntSetList.T).init()};
  op: CHAR; n, m, e: INTEGER;
PROCEDURE Show(s: IntSet.T) =
  VAR a := NEW(REF ARRAY OF INTEGER, s.size()); it := s.iterate(); e: INTEGER;
  BEGIN
    FOR i := 0 TO LAST(a^) DO EVAL it.next(a[i]) END;
    <*ASSERT NOT it.next(e)*>
    IntArraySort.Sort(a^);
    FOR i := 0 TO LAST(a^) DO IO.Put(Fmt.Int(a[i]) & " ") END;
    Line(".");
  END Show;`,
  body: `
  WHILE NOT IO.EOF() DO
    op := IO.GetChar(); n := IO.GetInt(); m := IO.GetInt();
    CASE op OF
    | 'i' => Say(s[n].insert(m));
    | 'd' => Say(s[n].delete(m));
    | 'm' => Say(s[n].member(m));
    | 's' => Number(s[n].size()); Say(s[n].isEmpty());
    | 'c' => Say(s[n].subset(s[m])); Say(s[n].equal(s[m])); Say(IntSet.Equal(s[n], s[m])); Say(s[n].intersect(s[m]));
    | 'u' => Show(s[n].union(s[m])); Show(s[n].intersection(s[m])); Show(s[n].diff(s[m]));
    | 'U' => Show(s[n].unionD(s[m]));
    | 'I' => Show(s[n].intersectionD(s[m]));
    | 'D' => Show(s[n].diffD(s[m]));
    | 'k' => e := s[n].size(); WITH c = s[n].copy() DO EVAL c.insert(99999); <*ASSERT s[n].size() = e*> Show(c) END;
    | 'f' => Show(s[n].fromArray(ARRAY OF INTEGER {m, m + 1, m, m + 3}));
    ELSE
    END;
    EVAL IO.GetLine();
  END;`,
};

describe('Set', () => {
  it('does what Set does', async () => {
    for (const seed of [31, 32]) {
      const random = new Random(seed);
      const s: Set<number>[] = [new Set(), new Set(), new Set(), new Set()];
      const script: string[] = [];
      const expected: string[] = [];
      const show = (x: Iterable<number>) =>
        expected.push(
          `${[...x]
            .sort((a, b) => a - b)
            .map((e) => `${e} `)
            .join('')}.`,
        );
      const say = (b: boolean) => expected.push(b ? 'TRUE' : 'FALSE');
      for (let i = 0; i < 3000; i++) {
        const op = random.pick([...'iiiiiiiddmmsscuk', ...(i % 10 === 0 ? 'UIDf' : 'i')]);
        const n = random.below(4);
        const m = 'cuUID'.includes(op) ? random.below(4) : random.below(25);
        const a = s[n]!;
        const b = s[m]!;
        script.push(`${op}${n} ${m}`);
        const both = () => [...a].filter((e) => b.has(e));
        const rest = () => [...a].filter((e) => !b.has(e));
        switch (op) {
          case 'i':
            say(a.has(m));
            a.add(m);
            break;
          case 'd':
            say(a.delete(m));
            break;
          case 'm':
            say(a.has(m));
            break;
          case 's':
            expected.push(String(a.size));
            say(a.size === 0);
            break;
          case 'c':
            say(rest().length === 0);
            say(rest().length === 0 && a.size === b.size);
            say(rest().length === 0 && a.size === b.size);
            say(both().length > 0);
            break;
          case 'u':
            show(new Set([...a, ...b]));
            show(both());
            show(rest());
            break;
          case 'U':
            s[n] = new Set([...a, ...b]);
            show(s[n]!);
            break;
          case 'I':
            s[n] = new Set(both());
            show(s[n]!);
            break;
          case 'D':
            s[n] = new Set(rest());
            show(s[n]!);
            break;
          case 'k':
            show([...a, 99999]);
            break;
          default:
            s[n] = new Set([m, m + 1, m + 3]);
            show(s[n]!);
        }
      }
      await agrees(program, script, expected, `seed ${seed}`);
    }
  });

  it('goes by the equality of its elements, and says so when it is misused', async () => {
    const out = await shows({
      imports: 'TextSet, TextSetDef, TextSetList, AtomSetDef, Atom, RefSetList',
      declarations: `
VAR t := NEW(TextSetDef.T).fromArray(ARRAY OF TEXT {"a", "b", "a"}); a := NEW(AtomSetDef.T).init();
    r := NEW(RefSetList.T).init(); it := t.iterate(); e: TEXT; l := NEW(TextSetList.T).init().iterate();
PROCEDURE Again() = BEGIN EVAL it.next(e) END Again;
PROCEDURE AgainList() = BEGIN EVAL l.next(e) END AgainList;
PROCEDURE NoInit() = BEGIN EVAL NEW(TextSetDef.T).member("") END NoInit;`,
      body: `
  Number(t.size()); Say(t.member("" & "a")); Say(t.equal(NEW(TextSetList.T).fromArray(ARRAY OF TEXT {"b", "a"})));
  Say(a.insert(Atom.FromText("x"))); Say(a.insert(Atom.FromText("x"))); Say(r.insert(t)); Say(r.member(t)); Say(r.member(a));
  EVAL it.next(e); EVAL it.next(e); Say(it.next(e)); Raises(Again); Say(l.next(e)); Raises(AgainList); Raises(NoInit);`,
    });
    expect(out).toBe(
      '2\nTRUE\nTRUE\nFALSE\nTRUE\nFALSE\nTRUE\nFALSE\nFALSE\nASSERTFailed\nFALSE\nASSERTFailed\nAttemptToDereferenceNIL\n',
    );
  });
});
