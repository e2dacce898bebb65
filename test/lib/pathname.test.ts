/** Pathname against Node's own `path.posix` where the two mean the same, and against its contract. */
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agrees, Random, shows } from './support.ts';

describe('Pathname', () => {
  it('takes pathnames apart and puts them together again', async () => {
    const random = new Random(41);
    const names = [
      '',
      '/',
      '.',
      '..',
      'a',
      '/a',
      'a/',
      'a.b',
      'a.',
      '.a',
      '/x.y/z',
      'a/b.c/',
      '//',
      '/a//b',
      'x.tar.gz',
    ];
    for (let i = 0; i < 400; i++) {
      names.push(Array.from({ length: random.below(9) }, () => random.pick(['a', 'b', '.', '/', 'c'])).join(''));
    }
    const expected: string[] = [];
    for (const n of names) {
      const absolute = n.startsWith('/');
      const rest = absolute ? n.slice(1) : n;
      expected.push(absolute ? 'TRUE' : 'FALSE');
      expected.push([absolute ? '/' : 'NIL', ...(rest === '' ? [] : rest.split('/'))].map((a) => `<${a}>`).join(''));
      expected.push(n);
      const last = rest.slice(rest.lastIndexOf('/') + 1);
      const ext = /\.([^.]+)$/.exec(last)?.[1] ?? '';
      const base = ext === '' ? last : last.slice(0, -ext.length - 1);
      if (last !== '' && !/^\.[^.]*$/.test(last) && !last.endsWith('.')) {
        expect(posix.basename(n)).toBe(last);
        expect(posix.extname(n)).toBe(ext && `.${ext}`);
      }
      expected.push(last, base, ext, n.slice(0, n.length - last.length) + base);
      expected.push(last === '' ? n : `${n.slice(0, n.length - last.length)}${base}.new`);
      expected.push(n.lastIndexOf('/') < 0 ? '' : n.slice(0, n.lastIndexOf('/')) || '/');
    }
    const body = `
  WHILE NOT IO.EOF() DO
    pn := IO.GetLine();
    Say(Pathname.Absolute(pn));
    arcs := Pathname.Decompose(pn);
    FOR i := 0 TO arcs.size() - 1 DO
      IF arcs.get(i) = NIL THEN IO.Put("<NIL>") ELSE IO.Put("<" & arcs.get(i) & ">") END;
    END;
    Line("");
    Line(Pathname.Compose(arcs)); Line(Pathname.Last(pn)); Line(Pathname.LastBase(pn)); Line(Pathname.LastExt(pn));
    Line(Pathname.Base(pn)); Line(Pathname.ReplaceExt(pn, "new")); Line(Pathname.Prefix(pn));
  END;`;
    const declarations = 'VAR pn: TEXT; arcs: Pathname.Arcs;';
    await agrees({ imports: 'Pathname', declarations, body }, names, expected, `seed ${random.seed}`);
  });

  it('joins, and refuses what is no pathname', async () => {
    const out = await shows({
      imports: 'Pathname, TextSeq',
      declarations: `
PROCEDURE Try(a: Pathname.Arcs) =
  BEGIN TRY Line(Pathname.Compose(a)) EXCEPT Pathname.Invalid => Line("invalid") END END Try;
PROCEDURE Arcs(READONLY a: ARRAY OF TEXT): Pathname.Arcs = BEGIN RETURN NEW(TextSeq.T).fromArray(a) END Arcs;
PROCEDURE BadJoin() = BEGIN EVAL Pathname.Join("a", "/b") END BadJoin;
PROCEDURE NoExt() = BEGIN EVAL Pathname.ReplaceExt("a", NIL) END NoExt;`,
      body: `
  Line(Pathname.Join("a", "b")); Line(Pathname.Join("/", "b", "c")); Line(Pathname.Join(NIL, "/b", "c"));
  Line(Pathname.Join("", "b")); Line(Pathname.Join("a/b", "c/d.e")); Raises(BadJoin); Raises(NoExt);
  Try(NIL); Try(NEW(TextSeq.T).init()); Try(Arcs(ARRAY OF TEXT {"x"})); Try(Arcs(ARRAY OF TEXT {NIL, NIL}));
  Try(Arcs(ARRAY OF TEXT {NIL, "a/b"})); Try(Arcs(ARRAY OF TEXT {NIL, "a\\000"})); Try(Arcs(ARRAY OF TEXT {"/", "", "a"}));
  Say(Pathname.Valid("a\\000b")); Say(Pathname.Valid("")); Say(Pathname.Valid(NIL));
  TRY EVAL Pathname.Decompose("\\000") EXCEPT Pathname.Invalid => Line("invalid") END;
  Line(Pathname.Parent & " " & Pathname.Current);`,
    });
    expect(out).toBe(
      `a/b\n/b.c\n/b.c\nb\na/b/c/d.e\nASSERTFailed\nASSERTFailed\n${'invalid\n'.repeat(6)}//a\nFALSE\nTRUE\nFALSE\ninvalid\n.. .\n`,
    );
  });
});
