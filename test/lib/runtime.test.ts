/** WeakRef, RTType, RTCollector: the language's view of collector and types. */
import { describe, expect, it } from 'vitest';
import { destroy, initialise, run } from '../../src/kernel/control.ts';
import { sourceMachine } from '../kernel/source.ts';

/** Runs a program until no strand is left; words on the stacks may keep an object, so they are overwritten between. */
async function ends(declarations: string, body: string, imports = ''): Promise<string> {
  const m = sourceMachine();
  const text = `MODULE Test EXPORTS Main;
IMPORT Fmt, IO, RTCollector, SpinException, Thread, WeakRef${imports && `, ${imports}`};
TYPE Node = OBJECT name: TEXT; next: Node END;
PROCEDURE Line(t: TEXT) = BEGIN IO.Put(t & "\\n") END Line;
PROCEDURE Clear(n: INTEGER): INTEGER =
  VAR a: ARRAY [0 .. 63] OF REFANY; b: ARRAY [0 .. 63] OF INTEGER;
  BEGIN
    FOR i := 0 TO 63 DO a[i] := NIL; b[i] := 0 END;
    IF n > 0 THEN RETURN Clear(n - 1) + b[n] ELSE RETURN b[3] END;
  END Clear;
(* Calls from deep down the stack, so that what is left there is not in the frames of the next calls. *)
PROCEDURE Far(p: PROCEDURE(); n := 8) =
  VAR a: ARRAY [0 .. 63] OF INTEGER;
  BEGIN a[n] := n; IF n > 0 THEN Far(p, n - 1) ELSE p() END; <*ASSERT a[n] = n*> END Far;
PROCEDURE Collect() = BEGIN EVAL Clear(8); RTCollector.Collect(); Thread.Pause(0.001D0) END Collect;
${declarations}
BEGIN
${body}
END Test.
`;
  const outcome = await m.start('test', { 'Test.m3': text });
  const rest = outcome.kind === 'ended' ? await run(m.kernel) : outcome;
  return rest.kind === 'ended' ? m.shown() : `${m.shown()}<${rest.kind}>`;
}

describe('WeakRef', () => {
  it('does not keep its object, and dies with it', async () => {
    const out = await ends(
      `VAR w: WeakRef.T; kept: Node; dead: WeakRef.T;
PROCEDURE Make() = BEGIN w := WeakRef.FromRef(NEW(Node, name := "other")) END Make;
PROCEDURE Keep() = BEGIN kept := NEW(Node, name := "kept"); w := WeakRef.FromRef(kept) END Keep;
PROCEDURE Show() = BEGIN
    IF WeakRef.ToRef(w) = NIL THEN Line("dead") ELSE Line(NARROW(WeakRef.ToRef(w), Node).name) END END Show;`,
      `
  Far(Keep); Collect(); Far(Show); kept := NIL; Collect(); Far(Show);
  Far(Make); Collect(); Far(Show);
  IF WeakRef.ToRef(dead) = NIL THEN Line("default is dead") END;
  kept := NEW(Node); w := WeakRef.FromRef(kept); dead := w; IF w = dead AND w # WeakRef.FromRef(kept) THEN Line("compared") END;
  TRY w := WeakRef.FromRef(NIL) EXCEPT SpinException.Exception(e) => Line(SpinException.CodeName(e.code)) END;`,
    );
    expect(out).toBe('kept\ndead\ndead\ndefault is dead\ncompared\nAttemptToDereferenceNIL\n');
  });

  it('has its procedure called once, with itself and the object, which may come back', async () => {
    const out = await ends(
      `VAR w: WeakRef.T; back: Node; calls := 0;
PROCEDURE Gone(READONLY x: WeakRef.T; r: REFANY) =
  BEGIN
    INC(calls);
    IO.Put(NARROW(r, Node).name); IF x = w THEN Line(" is gone") END;
    IF WeakRef.ToRef(x) # NIL THEN Line("not dead?") END;
    back := r;
  END Gone;
PROCEDURE Back() = BEGIN
    Line(back.name & back.next.name); IF WeakRef.ToRef(w) = NIL THEN Line("still dead") END END Back;
PROCEDURE Make() = BEGIN w := WeakRef.FromRef(NEW(Node, name := "one", next := NEW(Node, name := "two")), Gone) END Make;`,
      `
  Far(Make); Collect(); Collect();
  Far(Back);
  back := NIL; Collect(); Collect(); Line(Fmt.Int(calls));`,
    );
    expect(out).toBe('one is gone\nonetwo\nstill dead\n1\n');
  });

  it('ends what leads to others first', async () => {
    const out = await ends(
      `
PROCEDURE Gone(<*UNUSED*> READONLY x: WeakRef.T; r: REFANY) = BEGIN Line(NARROW(r, Node).name) END Gone;
PROCEDURE Make() =
  VAR l: Node := NIL;
  BEGIN
    FOR i := 1 TO 3 DO
      (* A node between, that nobody waits for; and a circle of one, which is no reason to live. *)
      l := NEW(Node, name := Fmt.Int(i), next := NEW(Node, next := l));
      IF i = 1 THEN l.next.next := l END;
      EVAL WeakRef.FromRef(l, Gone);
    END;
  END Make;`,
      'Far(Make); Collect(); Line("-"); Collect(); Line("-"); Collect(); Line("-"); Collect();',
    );
    expect(out).toBe('3\n-\n2\n-\n1\n-\n');
  });

  it('goes on when a procedure fails, and refuses nested ones', async () => {
    const out = await ends(
      `
PROCEDURE Gone(<*UNUSED*> READONLY x: WeakRef.T; r: REFANY) =
  BEGIN
    IF NARROW(r, Node).name = NIL THEN <*ASSERT FALSE*> END;
    Line("gone");
  END Gone;
PROCEDURE Make() =
  BEGIN
    EVAL WeakRef.FromRef(NEW(Node), Gone); EVAL WeakRef.FromRef(NEW(Node, name := "b"), Gone);
  END Make;
PROCEDURE Nested() =
  VAR n := 0;
  PROCEDURE Inner(<*UNUSED*> READONLY x: WeakRef.T; <*UNUSED*> r: REFANY) = BEGIN INC(n) END Inner;
  BEGIN
    TRY EVAL WeakRef.FromRef(NEW(Node), Inner) EXCEPT SpinException.Exception => Line("refused") END;
  END Nested;`,
      'Far(Make); Collect(); Nested(); Collect();',
    );
    expect(out).toContain('ASSERTFailed');
    expect(out).toContain('gone\n');
    expect(out).toContain('refused\n');
  });

  it('keeps the books: thousands of them, most dead, and memory comes back', async () => {
    const out = await ends(
      `
VAR calls := 0;
PROCEDURE Gone(<*UNUSED*> READONLY x: WeakRef.T; <*UNUSED*> r: REFANY) = BEGIN INC(calls) END Gone;
PROCEDURE Make(n: INTEGER) =
  VAR l: Node := NIL;
  BEGIN
    FOR i := 1 TO n DO
      l := NEW(Node); EVAL WeakRef.FromRef(l, Gone); EVAL WeakRef.FromRef(NEW(Node));
    END;
  END Make;`,
      `FOR round := 1 TO 20 DO Make(500); Collect() END; Collect(); Collect();
  IF calls >= 9990 AND calls <= 10000 THEN Line("all") ELSE Line(Fmt.Int(calls)) END;`,
    );
    expect(out).toBe('all\n');
  });
});

describe('WeakRef of a destroyed domain', () => {
  it('is cleaned up by nobody, and keeps nothing', async () => {
    const m = sourceMachine();
    const domain = await m.load('guest', {
      'Main.m3': `MODULE Main; IMPORT IO, WeakRef;
TYPE Node = OBJECT a: ARRAY [0 .. 99] OF INTEGER END;
VAR kept: ARRAY [0 .. 99] OF Node;
PROCEDURE Gone(<*UNUSED*> READONLY w: WeakRef.T; <*UNUSED*> r: REFANY) = BEGIN IO.Put("gone\\n") END Gone;
BEGIN FOR i := 0 TO 99 DO kept[i] := NEW(Node); EVAL WeakRef.FromRef(kept[i], Gone) END END Main.`,
    });
    await initialise(m.kernel, domain);
    await run(m.kernel);
    const [extension] = domain.extensions;
    expect(m.kernel.heap.usage(extension!.account).objects).toBeGreaterThanOrEqual(100);
    destroy(m.kernel, domain);
    for (let i = 0; i < 3; i++) {
      m.kernel.heap.collect();
      await run(m.kernel);
    }
    expect(m.shown()).toBe('');
    expect(m.kernel.heap.roots.lastWords.size + m.kernel.heap.roots.ended.size).toBe(0);
    await m.start('other', {
      'Main.m3': `MODULE Main; IMPORT IO, RTCollector; BEGIN RTCollector.Collect(); IO.Put("fine") END Main.`,
    });
    expect(m.shown()).toBe('fine');
  });
});

describe('RTType', () => {
  it('knows types by their codes', async () => {
    const out = await ends(
      `TYPE A = OBJECT END; B = A OBJECT x: INTEGER END; V = REF ARRAY OF ARRAY OF CHAR;
PROCEDURE Say(b: BOOLEAN) = BEGIN IO.Put(Fmt.Bool(b) & " ") END Say;
PROCEDURE Bad() = BEGIN
    TRY EVAL RTType.Supertype(RTType.NoSuchType) EXCEPT SpinException.Exception(e) => Line(SpinException.CodeName(e.code)) END END Bad;
VAR b: A := NEW(B);`,
      `
  Say(RTType.IsSubtype(TYPECODE(b), TYPECODE(A))); Say(RTType.IsSubtype(TYPECODE(A), TYPECODE(B)));
  Say(RTType.IsSubtype(TYPECODE(V), TYPECODE(A))); Say(RTType.IsSubtype(TYPECODE(NULL), TYPECODE(A)));
  Say(RTType.IsSubtype(TYPECODE(NULL), TYPECODE(V))); Say(RTType.IsSubtype(TYPECODE(TEXT), TYPECODE(TEXT)));
  Say(RTType.Supertype(TYPECODE(b)) = TYPECODE(A)); Say(RTType.Supertype(TYPECODE(V)) = RTType.NoSuchType);
  Say(RTType.Supertype(TYPECODE(ROOT)) = RTType.NoSuchType); Say(RTType.Supertype(TYPECODE(A)) = TYPECODE(ROOT));
  Say(TYPECODE(B) <= RTType.MaxTypecode()); Say(RTType.IsTraced(TYPECODE(A)));
  Line(Fmt.Int(RTType.GetNDimensions(TYPECODE(V))) & Fmt.Int(RTType.GetNDimensions(TYPECODE(A))));
  Line(RTType.Name(TYPECODE("")) & " " & RTType.Name(TYPECODE(Thread.T))); Bad();`,
      'RTType',
    );
    expect(out).toBe(
      'TRUE FALSE FALSE TRUE TRUE TRUE TRUE TRUE TRUE TRUE TRUE TRUE 20\nTEXT Thread.T\nValueOutOfRange\n',
    );
  });
});
