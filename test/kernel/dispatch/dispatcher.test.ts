/** Events and handlers, from the language: what interface Dispatcher promises. */
import { describe, expect, it } from 'vitest';
import { destroy, initialise, run } from '../../../src/kernel/control.ts';
import { sourceMachine } from '../source.ts';
import { cancel, first, last, output, SERVER } from './server.ts';

describe('handlers', () => {
  it('run after the intrinsic one in order of installation, and no more once uninstalled', async () => {
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Note, NIL, Plus);
      keep[1] := Dispatcher.InstallHandler(Server.Note, NIL, Quiet);
      Server.Note(1);
      Dispatcher.Uninstall(keep[0]); Server.Note(2);
      Dispatcher.Uninstall(keep[1]); Server.Note(3);
      Dispatcher.Install(keep[0]); Server.Note(4);
      IO.Put(Fmt.Bool(Dispatcher.IsInstalled(keep[0])) & Fmt.Bool(Dispatcher.IsInstalled(keep[1])))`;
    expect(await output('', body)).toBe('S1 P1 Q1 S2 Q2 S3 S4 P4 TRUEFALSE');
  });

  it('stand First, Last, Before, After', async () => {
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Note, NIL, Plus, options := ${last});
      keep[1] := Dispatcher.InstallHandler(Server.Note, NIL, Quiet);
      Server.Note(1); IO.Put("/ ");
      keep[2] := Dispatcher.InstallHandler(Server.Note, NIL, A, options := ${first});
      Server.Note(2); IO.Put("/ ");
      Dispatcher.InstallBefore(Dispatcher.Create(Server.Note, NIL, B), keep[1]);
      Dispatcher.InstallAfter(Dispatcher.Create(Server.Note, NIL, B), keep[1]);
      Server.Note(3)`;
    const declarations = `
      PROCEDURE A(<*UNUSED*> x: INTEGER) = BEGIN IO.Put("A ") END A;
      PROCEDURE B(<*UNUSED*> x: INTEGER) = BEGIN IO.Put("B ") END B;`;
    expect(await output(declarations, body)).toBe('S1 Q1 P1 / A S2 Q2 P2 / A S3 B Q3 B P3');
  });

  it('with Cancel keep later ones from running, if they run themselves', async () => {
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Note, Even, Plus, options := ${cancel});
      keep[1] := Dispatcher.InstallHandler(Server.Note, NIL, Quiet);
      Server.Note(1); Server.Note(2)`;
    expect(await output('', body)).toBe('S1 Q1 S2 P2');
  });

  it('begin and cease to Cancel between raises', async () => {
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Note, Even, Plus);
      keep[1] := Dispatcher.InstallHandler(Server.Note, NIL, Quiet);
      Server.Note(2); IO.Put("/ ");
      Dispatcher.SetOptions(keep[0], ${cancel});
      Server.Note(4); IO.Put("/ ");
      Dispatcher.SetOptions(keep[0], Dispatcher.Options{});
      Server.Note(6)`;
    expect(await output('', body)).toBe('S2 P2 Q2 / S4 P4 / S6 P6 Q6');
  });

  it('of an event with VAR and READONLY parameters and open arrays see the raiser’s variables', async () => {
    const declarations = `
      VAR n := 1;
      PROCEDURE H(t: TEXT; VAR n: INTEGER; READONLY a: ARRAY OF INTEGER) =
        BEGIN n := n * 10 + a[LAST(a)]; IO.Put("H" & t & " ") END H;`;
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Text, NIL, H);
      Server.Text("x", n, ARRAY OF INTEGER{4, 5, 6});
      IO.Put(Fmt.Int(n))`;
    expect(await output(declarations, body)).toBe('Sx Hx 46');
  });

  it('get their own copies of records and arrays passed by value', async () => {
    const declarations = `
      PROCEDURE H(r: Server.Rec; a: ARRAY OF CHAR): TEXT =
        VAR t := Fmt.Int(r.a) & Fmt.Int(r.b); BEGIN r.b := 77; a[0] := 'z'; IO.Put("H" & t & " "); RETURN "h" & t END H;
      VAR r := Server.Rec{1, 2}; s := ARRAY [0..2] OF CHAR{'x', 'y', 'z'};`;
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Value, NIL, H);
      keep[1] := Dispatcher.InstallHandler(Server.Value, NIL, H);
      IO.Put(Server.Value(r, s) & " " & Fmt.Int(r.a) & Fmt.Int(r.b) & Fmt.Char(s[0]))`;
    expect(await output(declarations, body)).toBe('S12xyz H12 H12 h12 12x');
  });

  it('that raise their own event, install and uninstall in mid-raise leave it consistent', async () => {
    const declarations = `
      VAR depth := 0;
      PROCEDURE Again(x: INTEGER) =
        BEGIN
          INC(depth);
          TRY
            IF depth = 1 THEN
              Dispatcher.Uninstall(keep[1]);
              keep[2] := Dispatcher.InstallHandler(Server.Note, NIL, Plus);
              Server.Note(x + 1);
            END;
          EXCEPT Dispatcher.Error => IO.Put("error ") END;
          DEC(depth);
        END Again;`;
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Note, NIL, Again);
      keep[1] := Dispatcher.InstallHandler(Server.Note, NIL, Quiet);
      Server.Note(1); IO.Put("/ "); depth := 5; Server.Note(3)`;
    // The raise of 1 goes on with the handlers that it began with.
    expect(await output(declarations, body)).toBe('S1 S2 P2 Q1 / S3 P3');
  });

  it('that are the event itself are its own procedure; other events are raised', async () => {
    const declarations = 'FUNCTIONAL PROCEDURE Never(<*UNUSED*> x: INTEGER): BOOLEAN = BEGIN RETURN FALSE END Never;';
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Note, Even, Server.Note);
      keep[1] := Dispatcher.InstallHandler(Server.Note, Never, Server.Note);
      Server.Note(1); Server.Note(2); IO.Put("/ ");
      Dispatcher.Uninstall(Dispatcher.GetOriginalHandler(Server.Note));
      Server.Note(4); IO.Put("/ ");
      IO.Put(Fmt.Bool(keep[0].getHandler() = Server.Note) & " ");
      Server.Default(Server.Sum, Server.Sum, NIL);
      Dispatcher.Uninstall(Dispatcher.GetOriginalHandler(Server.Sum));
      IO.Put(Fmt.Int(Server.Sum(6)) & " ");
      keep[2] := Dispatcher.InstallHandler(Server.Quiet, NIL, Server.Note);
      Server.Quiet(7); Server.Quiet(8)`;
    expect(await output(declarations, body)).toBe('S1 S2 S2 / S4 / TRUE 6 S8');
  });

  it('survive collections in the middle of a raise: closures and arguments stay', async () => {
    const declarations = `
      TYPE Box = REF RECORD n: INTEGER END;
      VAR junk: REF ARRAY OF INTEGER;
      PROCEDURE Churn(t: TEXT; VAR n: INTEGER; <*UNUSED*> READONLY a: ARRAY OF INTEGER) =
        BEGIN FOR i := 1 TO 2000 DO junk := NEW(REF ARRAY OF INTEGER, 1000) END; INC(n, Text.Length(t)) END Churn;
      PROCEDURE Last(b: Box; t: TEXT; VAR n: INTEGER; READONLY a: ARRAY OF INTEGER) =
        BEGIN INC(n, b.n + a[0] + Text.Length(t)) END Last;
      VAR n := 0;`;
    const body = `
      EVAL Dispatcher.InstallHandler(Server.Text, NIL, Churn);
      EVAL Dispatcher.InstallHandler(Server.Text, NIL, Last, NIL, NEW(Box, n := 1000));
      FOR i := 1 TO 20 DO junk := NEW(REF ARRAY OF INTEGER, 10000) END;
      Server.Text(Fmt.Int(12345) & "!", n, NEW(REF ARRAY OF INTEGER, 3)^); IO.Put(Fmt.Int(n))`;
    expect(await output(declarations, body)).toBe('S12345! 1015');
  });
});

describe('filters', () => {
  it('change what guards and handlers after them see, not the raiser’s variable', async () => {
    const declarations = `
      PROCEDURE Double(VAR x: INTEGER) = BEGIN x := 2 * x END Double;
      VAR mine := 3;`;
    const body = `
      EVAL Dispatcher.InstallHandler(Server.Note, NIL, Quiet);
      EVAL Dispatcher.InstallHandler(Server.Note, NIL, Double);
      EVAL Dispatcher.InstallHandler(Server.Note, Even, Plus);
      Server.Note(mine); IO.Put(Fmt.Int(mine))`;
    expect(await output(declarations, body)).toBe('S3 Q3 P6 3');
  });
});

describe('procedures as arguments', () => {
  it('reach every handler, nested ones too, but no filter', async () => {
    const declarations = `
      PROCEDURE Filter(VAR <*UNUSED*> p: PROCEDURE(x: INTEGER)) = BEGIN END Filter;
      PROCEDURE Twice(p: PROCEDURE(x: INTEGER)) = BEGIN p(2) END Twice;
      PROCEDURE Outer() =
        VAR sum := 0;
        PROCEDURE Add(x: INTEGER) = BEGIN INC(sum, x) END Add;
        BEGIN Server.Apply(Add); IO.Put(Fmt.Int(sum)) END Outer;`;
    expect(await output(declarations, 'Try(Server.Apply, NIL, Filter); Try(Server.Apply, NIL, Twice); Outer()')).toBe(
      'Type ok 3',
    );
  });
});

describe('results', () => {
  const FOLD = `
    PROCEDURE Fold(VAR final: INTEGER; this: INTEGER; last: BOOLEAN; VAR arg: REFANY; x: INTEGER) =
      BEGIN
        IF arg = NIL THEN arg := NEW(REF INTEGER); IO.Put("first ") END;
        final := final * 10 + this; IF last THEN IO.Put("last" & Fmt.Int(x) & " ") END
      END Fold;
    PROCEDURE Seven(<*UNUSED*> x: INTEGER): INTEGER = BEGIN RETURN 7 END Seven;
    PROCEDURE Default(x: INTEGER): INTEGER = BEGIN RETURN -x END Default;
    VAR n: INTEGER;`;

  it('are the last handler’s without a result handler', async () => {
    const body = `
      EVAL Dispatcher.InstallHandler(Server.Sum, Even, Seven);
      n := Server.Sum(3); IO.Put(Fmt.Int(n) & " "); n := Server.Sum(4); IO.Put(Fmt.Int(n))`;
    expect(await output(FOLD, body)).toBe('3 7');
  });

  it('are folded, the last one marked, in a raise of its own each', async () => {
    const m = sourceMachine();
    const server = {
      ...SERVER,
      'Server.m3': SERVER['Server.m3'].replace(
        'BEGIN END Server.',
        `PROCEDURE FoldSum(VAR final: INTEGER; this: INTEGER; last: BOOLEAN; VAR arg: REFANY; x: INTEGER) =
             BEGIN
               IF arg = NIL THEN arg := NEW(REF INTEGER); IO.Put("first ") END;
               final := final * 10 + this; IF last THEN IO.Put("last" & Fmt.Int(x) & " ") END
             END FoldSum;
           PROCEDURE Both(VAR final: Rec; this: Rec; <*UNUSED*> last: BOOLEAN; <*UNUSED*> VAR arg: REFANY; <*UNUSED*> x: INTEGER) =
             BEGIN INC(final.a, this.a); INC(final.b, this.b) END Both;
           PROCEDURE Least(VAR final: Range; this: Range; <*UNUSED*> last: BOOLEAN; <*UNUSED*> VAR arg: REFANY; <*UNUSED*> x: INTEGER) =
             BEGIN final := MAX(final, this) END Least;
           BEGIN
             TRY
               Dispatcher.InstallResultHandler(Sum, FoldSum, THIS_MODULE());
               Dispatcher.InstallResultHandler(Big, Both, THIS_MODULE());
               Dispatcher.InstallResultHandler(Narrow, Least, THIS_MODULE());
             EXCEPT Dispatcher.Error => IO.Put(Dispatcher.LastProblem()) END
           END Server.`,
      ),
    };
    await m.load('server', server);
    const outcome = await m.start('client', {
      'Client.m3': `MODULE Client EXPORTS Main; IMPORT Dispatcher, Fmt, IO, Server;
        FUNCTIONAL PROCEDURE Even(x: INTEGER): BOOLEAN = BEGIN RETURN x MOD 2 = 0 END Even;
        PROCEDURE Seven(<*UNUSED*> x: INTEGER): INTEGER = BEGIN RETURN 7 END Seven;
        PROCEDURE Pair(x: INTEGER): Server.Rec = BEGIN RETURN Server.Rec{10 * x, 100} END Pair;
        VAR r: Server.Rec;
        BEGIN
          TRY
            EVAL Dispatcher.InstallHandler(Server.Sum, Even, Seven);
            EVAL Dispatcher.InstallHandler(Server.Sum, NIL, Seven);
            EVAL Dispatcher.InstallHandler(Server.Big, NIL, Pair);
          EXCEPT Dispatcher.Error => IO.Put(Dispatcher.LastProblem()) END;
          IO.Put(Fmt.Int(Server.Sum(3)) & " "); IO.Put(Fmt.Int(Server.Sum(4)) & " ");
          r := Server.Big(1); IO.Put(Fmt.Int(r.a) & "," & Fmt.Int(r.b) & " " & Fmt.Int(Server.Narrow(0)));
        END Client.`,
    });
    expect(outcome).toEqual({ kind: 'ended' });
    expect(m.shown()).toBe('first last3 37 first last4 477 11,102 6');
  });

  it('are refused to strangers: who is not the module cannot fold, default or take away', async () => {
    const body = `
      TRY Dispatcher.InstallResultHandler(Server.Sum, Fold, THIS_MODULE()); EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY Dispatcher.InstallDefaultHandler(Server.Sum, Default, NIL); EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY Dispatcher.InstallAuthorizerForEvent(NIL, Server.Sum, THIS_MODULE()); EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY EVAL Dispatcher.GetHandlers(Server.Sum, NIL); EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY Dispatcher.SetIsolation(Server.Note, TRUE, NIL); EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END`;
    expect(await output(FOLD, body)).toBe('Auth Auth Auth Auth Auth');
  });

  it('of nobody: default handler, default result, or NoHandlerInvoked', async () => {
    const body = `
      Dispatcher.Uninstall(Dispatcher.GetOriginalHandler(Server.Sum));
      TRY n := Server.Sum(5); EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code) & " ") END;
      Server.Default(Server.Sum, Default, NIL);
      IO.Put(Fmt.Int(Server.Sum(5)) & " ");
      WITH r = NEW(REF INTEGER) DO r^ := 42; Server.Default(Server.Sum, NIL, r) END;
      IO.Put(Fmt.Int(Server.Sum(5)) & " ");
      EVAL Dispatcher.InstallHandler(Server.Sum, Even, Seven);
      IO.Put(Fmt.Int(Server.Sum(5)) & " " & Fmt.Int(Server.Sum(6)))`;
    expect(await output(FOLD, body)).toBe('NoHandlerInvoked -5 42 42 7');
  });
});

describe('types are checked at installation', () => {
  const DECLARATIONS = `
    TYPE Box = REF RECORD n: INTEGER END; Other = REF RECORD c: CHAR END;
    PROCEDURE Wrong(<*UNUSED*> x: TEXT) = BEGIN END Wrong;
    PROCEDURE Two(<*UNUSED*> x, y: INTEGER) = BEGIN END Two;
    PROCEDURE Result(<*UNUSED*> x: INTEGER): INTEGER = BEGIN RETURN 1 END Result;
    PROCEDURE Impure(x: INTEGER): BOOLEAN = BEGIN IO.Put(""); RETURN x > 0 END Impure;
    FUNCTIONAL PROCEDURE NotBoolean(x: INTEGER): INTEGER = BEGIN RETURN x END NotBoolean;
    PROCEDURE WithBox(<*UNUSED*> b: Box; <*UNUSED*> x: INTEGER) = BEGIN END WithBox;
    PROCEDURE Raises(<*UNUSED*> x: INTEGER) RAISES {Server.Oops} = BEGIN RAISE Server.Oops(1) END Raises;
    VAR heap: REFANY;
    PROCEDURE Allocates(<*UNUSED*> x: INTEGER) = BEGIN heap := NEW(Box) END Allocates;
    EPHEMERAL PROCEDURE Light(<*UNUSED*> x: INTEGER) = BEGIN END Light;`;

  it('of handlers, guards, closures', async () => {
    const body = `
      Try(Server.Note, NIL, Wrong); Try(Server.Note, NIL, Two); Try(Server.Note, NIL, Result); Try(Server.Note, NIL, Raises); IO.Put("/ ");
      Try(Server.Note, Impure, Plus); Try(Server.Note, NotBoolean, Plus); Try(Server.Note, Even, Plus); IO.Put("/ ");
      Try(Server.Note, NIL, WithBox); Try(Server.Note, NIL, WithBox, NIL, NEW(Other)); Try(Server.Note, NIL, WithBox, NIL, NEW(Box)); Try(Server.Note, NIL, Plus, NIL, NEW(Box)); IO.Put("/ ");
      Try(Server.Quick, NIL, Allocates); Try(Server.Quick, NIL, Light); Try(Server.Fails, NIL, Raises)`;
    expect(await output(DECLARATIONS, body)).toBe(
      'Type Type Type Type / Type Type ok / Type Type ok Type / Type ok ok',
    );
  });

  it('and who forgot a closure is told so', async () => {
    const body = `
      Try(Server.Note, NIL, WithBox); IO.Put(Dispatcher.LastProblem() & " ");
      Try(Server.Note, NIL, Two); IO.Put(Dispatcher.LastProblem())`;
    expect(await output(DECLARATIONS, body)).toMatch(
      /must be given one that is not NIL Type .* has 2 parameters, the event has 1$/,
    );
  });

  it('and NIL, private procedures and double installation are errors of their own', async () => {
    const body = `
      Try(NIL, NIL, Plus); Try(Server.Note, NIL, NIL); Try(Plus, NIL, Quiet);
      keep[0] := Dispatcher.InstallHandler(Server.Note, NIL, Plus);
      TRY Dispatcher.Install(keep[0]) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      Dispatcher.Uninstall(keep[0]);
      TRY Dispatcher.Uninstall(keep[0]) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY Dispatcher.Install(NEW(Dispatcher.Binding)) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY EVAL Dispatcher.InstallHandler(Server.Note, NIL, Plus, options := Dispatcher.Options{Dispatcher.Opt.First, Dispatcher.Opt.Last}) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c)) END`;
    expect(await output('', body)).toBe('Invalid Invalid Invalid Internal Internal Invalid Type');
  });
});

describe('authority', () => {
  it('isolates failing handlers when it says so; else the exception reaches the raiser', async () => {
    const declarations = 'PROCEDURE Bad(x: INTEGER) RAISES {Server.Oops} = BEGIN RAISE Server.Oops(x) END Bad;';
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Fails, NIL, Bad);
      TRY Server.Fails(7); IO.Put("passed ") EXCEPT Server.Oops(x) => IO.Put("oops" & Fmt.Int(x) & " ") END;
      Server.Isolate(Server.Fails, TRUE);
      TRY Server.Fails(8); IO.Put("passed ") EXCEPT Server.Oops(x) => IO.Put("oops" & Fmt.Int(x) & " ") END;
      IO.Put(Fmt.Int(Dispatcher.GetStatistics(keep[0]).failures))`;
    expect(await output(declarations, body)).toMatch(
      /^oops7 spin: handler Client.Bad of event Server.Fails raised Server.Oops\(8\).*\npassed 1$/,
    );
  });

  it('sets budgets: a handler past its own is terminated each time, also nested in another', async () => {
    const declarations = `
      VAR turns := 0;
      EPHEMERAL PROCEDURE Spin(<*UNUSED*> x: INTEGER) = BEGIN TRY LOOP INC(turns) END EXCEPT ELSE turns := -1 END END Spin;
      EPHEMERAL PROCEDURE Fast(<*UNUSED*> x: INTEGER) = BEGIN END Fast;`;
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Quick, NIL, Spin);
      Server.Budget(keep[0], 5000);
      keep[1] := Dispatcher.InstallHandler(Server.Quick, NIL, Fast);
      Server.Budget(keep[1], 5000);
      FOR i := 1 TO 3 DO Server.Quick(i) END;
      IO.Put(Fmt.Int(Dispatcher.GetStatistics(keep[0]).terminations) & Fmt.Int(Dispatcher.GetStatistics(keep[1]).terminations) & Fmt.Bool(turns > 1000 AND turns < 16000))`;
    expect(await output(declarations, body)).toContain('30TRUE');
  });

  it('gives no budget to what may not be torn off', async () => {
    const body = 'keep[0] := Dispatcher.InstallHandler(Server.Note, NIL, Plus); Server.Budget(keep[0], 10)';
    expect(await output('', body)).toContain('Error Type: only an EPHEMERAL handler can have a budget');
  });

  it('imposes guards that the installer cannot see around', async () => {
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Note, NIL, Plus);
      WITH guard = Dispatcher.ImposeGuard(keep[0], Even) DO
        Server.Note(1); Server.Note(2); Dispatcher.UninstallGuard(guard); Server.Note(3) END`;
    expect(await output('', body)).toBe('S1 S2 P2 S3 P3');
  });
});

describe('AtomicSwap', () => {
  it('puts new handlers where the old ones stood', async () => {
    const declarations = `
      PROCEDURE One(b: Dispatcher.Binding): REF ARRAY OF Dispatcher.Binding =
        VAR a := NEW(REF ARRAY OF Dispatcher.Binding, 1); BEGIN a[0] := b; RETURN a END One;
      PROCEDURE New(x: INTEGER) = BEGIN IO.Put("N" & Fmt.Int(x) & " ") END New;`;
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Note, NIL, Plus);
      keep[1] := Dispatcher.InstallHandler(Server.Note, NIL, Quiet);
      keep[2] := Dispatcher.Create(Server.Note, NIL, New);
      Dispatcher.AtomicSwap(One(keep[0]), One(keep[2]));
      Server.Note(1);
      TRY Dispatcher.AtomicSwap(One(keep[0]), One(keep[0])) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      Server.Note(2)`;
    expect(await output(declarations, body)).toBe('S1 N1 Q1 Internal S2 N2 Q2');
  });
});

describe('asynchronous handlers', () => {
  it('run in strands of their own after the raiser has gone on', async () => {
    const body = `
      keep[0] := Dispatcher.InstallHandler(Server.Note, NIL, Plus);
      Dispatcher.SetAsynchronousHandler(keep[0], TRUE);
      Server.Note(1); IO.Put("raised ")`;
    expect(await output('', `${body}`)).toMatch(/^S1 (raised|P1)/);
  });
  it('are refused where the raise could not go on without them', async () => {
    const body = `
      TRY Server.Asynchronous(Server.Text, TRUE) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY Server.Asynchronous(Server.Apply, TRUE) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY Server.Asynchronous(Server.Sum, TRUE) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c)) END`;
    expect(await output('', body)).toBe('Asynch Asynch Asynch');
  });
});

describe('order', () => {
  const NAMES = `
    PROCEDURE A(<*UNUSED*> x: INTEGER) = BEGIN IO.Put("A ") END A;
    PROCEDURE B(<*UNUSED*> x: INTEGER) = BEGIN IO.Put("B ") END B;
    PROCEDURE C(<*UNUSED*> x: INTEGER) = BEGIN IO.Put("C ") END C;
    PROCEDURE Refused(b, other: Dispatcher.Binding; after: BOOLEAN) =
      BEGIN
        TRY IF after THEN Dispatcher.OrderAfter(b, other) ELSE Dispatcher.OrderBefore(b, other) END; IO.Put("kept ")
        EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END
      END Refused;`;
  const THREE = `
    keep[0] := Dispatcher.InstallHandler(Server.Note, NIL, A);
    keep[1] := Dispatcher.InstallHandler(Server.Note, NIL, B);
    keep[2] := Dispatcher.InstallHandler(Server.Note, NIL, C);`;

  it('is asked for, kept when others are moved, and given up', async () => {
    const body = `${THREE}
      Dispatcher.OrderAfter(keep[0], keep[2]); Server.Note(1); IO.Put("/ ");
      Dispatcher.SetOptions(keep[2], ${last}); Server.Note(2); IO.Put("/ ");
      Dispatcher.ForgetOrder(keep[0]); Dispatcher.SetOptions(keep[0], ${first}); Server.Note(3);
      IO.Put(Fmt.Int(Dispatcher.Position(keep[0])) & Fmt.Int(Dispatcher.Position(keep[2])));
      IF Dispatcher.GetOptions(keep[2]) = ${last} THEN IO.Put(" last") END`;
    expect(await output(NAMES, body)).toBe('S1 B C A / S2 B C A / A S3 B C 03 last');
  });

  it('that contradicts itself is refused, and nothing is changed', async () => {
    const body = `${THREE}
      Dispatcher.OrderBefore(keep[0], keep[1]); Dispatcher.OrderBefore(keep[1], keep[2]);
      Refused(keep[2], keep[0], FALSE); Refused(keep[0], keep[2], TRUE); Server.Note(1);
      Dispatcher.Uninstall(keep[1]);
      Refused(keep[2], keep[0], FALSE); Server.Note(2);
      TRY Dispatcher.Install(keep[1]); IO.Put("in ") EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      Server.Note(3);
      Dispatcher.SetOptions(keep[0], ${last}); Refused(keep[0], keep[2], FALSE)`;
    expect(await output(NAMES, body)).toBe('Internal Internal S1 A B C kept S2 C A Internal S3 C A Internal');
  });
});

describe('aliases', () => {
  it('raise without waiting, and leave the event as it is', async () => {
    const declarations = 'VAR later := NEW(REF PROCEDURE(x: INTEGER)); other := NEW(REF PROCEDURE(x: CHAR));';
    const body = `
      Dispatcher.Assign(Dispatcher.GetAsynchAlias(Server.Note), later);
      TRY Dispatcher.Assign(Server.Note, other) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      EVAL Dispatcher.InstallHandler(Server.Note, NIL, Plus);
      later^(1); IO.Put("on "); Server.Note(2);
      IF Dispatcher.GetAsynchAlias(Server.Note) = later^ THEN IO.Put("same ") END;
      TRY EVAL Dispatcher.GetAsynchAlias(Server.Text) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY EVAL Dispatcher.GetAsynchAlias(Server.Sum) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END`;
    expect(await output(declarations, body)).toMatch(/^Type on S2 P2 same Asynch Asynch/);
  });

  it('reach every handler in the end', async () => {
    const m = sourceMachine();
    await m.load('server', SERVER);
    await m.start('client', {
      'Client.m3': `MODULE Client EXPORTS Main; IMPORT Dispatcher, Fmt, IO, Server;
        <*FATAL Dispatcher.Error*>
        PROCEDURE Plus(x: INTEGER) = BEGIN IO.Put("P" & Fmt.Int(x) & " ") END Plus;
        VAR later := NEW(REF PROCEDURE(x: INTEGER));
        BEGIN Dispatcher.Assign(Dispatcher.GetAsynchAlias(Server.Note), later); EVAL Dispatcher.InstallHandler(Server.Note, NIL, Plus); later^(1); later^(2); IO.Put("on ") END Client.`,
    });
    await run(m.kernel);
    expect(m.shown()).toBe('on S1 P1 S2 P2 ');
  });

  it('supply a closure, and are checked', async () => {
    const declarations = `
      TYPE Box = REF RECORD n: INTEGER END;
      PROCEDURE With(b: Box; x: INTEGER) = BEGIN INC(b.n, x); IO.Put("W" & Fmt.Int(b.n) & " ") END With;
      PROCEDURE Linear(p: PROCANY; n: INTEGER; c: REFANY): PROCANY =
        BEGIN
          TRY RETURN Dispatcher.CreateLinear(p, n, c) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " "); RETURN NIL END
        END Linear;
      VAR p, q := NEW(REF PROCEDURE(x: INTEGER)); box := NEW(Box, n := 10);
      VAR junk: REF ARRAY OF INTEGER;`;
    const body = `
      Dispatcher.Assign(Linear(With, 1, box), p); Dispatcher.Assign(Linear(Plus, 1, NIL), q); box := NIL;
      FOR i := 1 TO 3000 DO junk := NEW(REF ARRAY OF INTEGER, 1000) END;
      p^(1); p^(2); q^(3);
      EVAL Linear(With, 2, NEW(Box)); EVAL Linear(With, 1, NEW(REF CHAR)); EVAL Linear(NIL, 0, NIL); EVAL Linear(Plus, 0, NEW(Box))`;
    expect(await output(declarations, body)).toBe('W11 W13 P3 Type Type Invalid Type');
  });
});

describe('AtomicSwap of everything', () => {
  const DECLARATIONS = `
    TYPE Bs = REF ARRAY OF Dispatcher.Binding; Gs = REF ARRAY OF Dispatcher.ImposedGuard; Rs = REF ARRAY OF Dispatcher.ResultHandlers;
    PROCEDURE B(b: Dispatcher.Binding): Bs = VAR a := NEW(Bs, 1); BEGIN a[0] := b; RETURN a END B;
    PROCEDURE G(g: Dispatcher.ImposedGuard): Gs = VAR a := NEW(Gs, 1); BEGIN a[0] := g; RETURN a END G;
    PROCEDURE R(r: Dispatcher.ResultHandlers): Rs = VAR a := NEW(Rs, 1); BEGIN a[0] := r; RETURN a END R;
    PROCEDURE Ten(<*UNUSED*> x: INTEGER): INTEGER = BEGIN RETURN 10 END Ten;
    PROCEDURE Twenty(<*UNUSED*> x: INTEGER): INTEGER = BEGIN RETURN 20 END Twenty;
    PROCEDURE Add(VAR final: INTEGER; this: INTEGER; <*UNUSED*> last: BOOLEAN; <*UNUSED*> VAR arg: REFANY; <*UNUSED*> x: INTEGER) =
      BEGIN INC(final, this) END Add;
    PROCEDURE Max(VAR final: INTEGER; this: INTEGER; <*UNUSED*> last: BOOLEAN; <*UNUSED*> VAR arg: REFANY; <*UNUSED*> x: INTEGER) =
      BEGIN final := MAX(final, this) END Max;
    VAR ten, twenty: Dispatcher.Binding; add, max: Dispatcher.ResultHandlers; even: Dispatcher.ImposedGuard;
    PROCEDURE Show() = BEGIN IO.Put(Fmt.Int(Server.Sum(1)) & "," & Fmt.Int(Server.Sum(2)) & " ") END Show;`;
  const BEGINNING = `
      ten := Dispatcher.InstallHandler(Server.Sum, NIL, Ten); twenty := Dispatcher.Create(Server.Sum, NIL, Twenty);
      add := Server.Fold(Server.Sum, Add); max := Server.Fold(Server.Sum, Max);
      Dispatcher.InstallResultHandlers(add); even := Dispatcher.CreateImposedGuard(twenty, Even);
      Show();`;

  it('changes handlers, guards and result handlers together', async () => {
    const body = `${BEGINNING}
      Dispatcher.AtomicSwap(B(ten), B(twenty), NIL, G(even), R(add), R(max)); Show();
      Dispatcher.AtomicSwap(removeGuards := G(even)); Show()`;
    expect(await output(DECLARATIONS, body)).toBe('11,12 1,20 20,20');
  });

  it('changes nothing when a part of it is refused', async () => {
    const body = `${BEGINNING}
      TRY Dispatcher.AtomicSwap(B(ten), B(twenty), G(even), NIL, R(add), R(max)) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END; Show();
      TRY Dispatcher.AtomicSwap(B(ten), B(twenty), NIL, G(even), R(max), NIL) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END; Show();
      IO.Put(Fmt.Bool(Dispatcher.IsInstalled(ten)) & Fmt.Bool(Dispatcher.IsInstalled(twenty)))`;
    expect(await output(DECLARATIONS, body)).toBe('11,12 Internal 11,12 Internal 11,12 TRUEFALSE');
  });
});

describe('authority that is handed on', () => {
  it('is no authority: another’s module is refused, whatever is asked', async () => {
    const body = `
      TRY Dispatcher.SetIsolation(Server.Note, TRUE, Server.Me()); IO.Put("stolen ") EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      IO.Put(Dispatcher.LastProblem() & " / ");
      TRY Dispatcher.InstallAuthorizerForEvent(NEW(Auth.AuthNever), Server.Note, Server.Me()); IO.Put("stolen ") EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY Dispatcher.InstallAuthorizerForInterface(NEW(Auth.AuthNever), INTERFACE_UNIT(Server), Server.Me()); IO.Put("stolen ") EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY Dispatcher.UninstallOriginalHandler(Server.Note, Server.Me()); IO.Put("stolen ") EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY EVAL Dispatcher.GetHandlers(Server.Note, Server.Me()); IO.Put("stolen ") EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END`;
    expect(await output('', body)).toBe(
      'Auth domain client shows the module Server, which is not one of its own / Auth Auth Auth Auth',
    );
  });

  it('leaves the original handler of an event with an authorizer alone, too', async () => {
    const body = `
      keep[0] := Dispatcher.GetOriginalHandler(Server.Note);
      Server.Authorize(NEW(Auth.AuthAlways), Server.Note);
      TRY Dispatcher.Uninstall(keep[0]) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY EVAL Dispatcher.ImposeGuard(keep[0], Even) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY Dispatcher.SetAsynchronousHandler(keep[0], TRUE) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      TRY Dispatcher.SetOptions(keep[0], ${last}) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END;
      Server.Note(1)`;
    expect(await output('', body)).toBe('Auth Auth Auth Auth S1');
  });

  it('cannot be watched: the kernel’s own events admit no handlers', async () => {
    const declarations = `PROCEDURE Spy(<*UNUSED*> b: Dispatcher.Binding) RAISES {Dispatcher.Error} = BEGIN END Spy;`;
    const body = `
      TRY EVAL Dispatcher.InstallHandler(Dispatcher.Install, NIL, Spy) EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " " & Dispatcher.LastProblem()) END`;
    expect(await output(declarations, body)).toBe(
      "Auth event Dispatcher.Install is the kernel's own: it admits no handlers",
    );
  });

  it('says in a refusal who, what and why', async () => {
    const body = `
      Server.Authorize(NEW(Auth.AuthNever), Server.Note);
      TRY EVAL Dispatcher.InstallHandler(Server.Note, NIL, Plus) EXCEPT Dispatcher.Error => IO.Put(Dispatcher.LastProblem() & " / ") END;
      Server.Authorize(NIL, Server.Note); Server.Ephemeral(Server.Note);
      TRY EVAL Dispatcher.InstallHandler(Server.Note, NIL, Plus) EXCEPT Dispatcher.Error => IO.Put(Dispatcher.LastProblem()) END`;
    expect(await output('', body)).toBe(
      'the authorizer of event Server.Note refused the handler Client.Plus of domain client for event Server.Note, which shows no key' +
        ' / Client.Plus of domain client is not EPHEMERAL, as the authority of event Server.Note demands',
    );
  });
});

describe('bindings of what is gone', () => {
  it('are refused with the error that the interface declares', async () => {
    const m = sourceMachine();
    await m.load('server', SERVER);
    const guest = await m.load('guest', {
      'Guest.i3':
        'INTERFACE Guest; PROCEDURE Handle(x: INTEGER); FUNCTIONAL PROCEDURE Guard(x: INTEGER): BOOLEAN; END Guest.',
      'Guest.m3': `MODULE Guest;
        PROCEDURE Handle(<*UNUSED*> x: INTEGER) = BEGIN END Handle;
        FUNCTIONAL PROCEDURE Guard(x: INTEGER): BOOLEAN = BEGIN RETURN x = 1 END Guard; BEGIN END Guest.`,
    });
    await initialise(m.kernel, guest);
    const holder = await m.start('holder', {
      'Holder.i3':
        'INTERFACE Holder; IMPORT Dispatcher; VAR handled, guarded: Dispatcher.Binding; handle: PROCEDURE(x: INTEGER); END Holder.',
      'Holder.m3': `MODULE Holder; IMPORT Dispatcher, Guest, Server; <*FATAL Dispatcher.Error*>
        PROCEDURE Mine(<*UNUSED*> x: INTEGER) = BEGIN END Mine;
        BEGIN
          handle := Guest.Handle;
          handled := Dispatcher.InstallHandler(Server.Note, NIL, Guest.Handle);
          guarded := Dispatcher.InstallHandler(Server.Note, Guest.Guard, Mine);
        END Holder.`,
    });
    expect(holder, m.shown()).toEqual({ kind: 'ended' });
    destroy(m.kernel, guest);
    await m.start('client', {
      'Client.m3': `MODULE Client EXPORTS Main; IMPORT Dispatcher, Fmt, Holder, IO, Server;
        PROCEDURE Try(b: Dispatcher.Binding; how: INTEGER) =
          BEGIN
            TRY
              CASE how OF 0 => Dispatcher.Uninstall(b) | 1 => Dispatcher.Install(b)
              | 2 => EVAL Dispatcher.InstallHandler(Server.Note, NIL, Holder.handle)
              ELSE Dispatcher.OrderBefore(b, b) END
            EXCEPT Dispatcher.Error(c) => IO.Put(Fmt.Int(ORD(c)) & " ") END
          END Try;
        BEGIN
          FOR how := 0 TO 3 DO Try(Holder.handled, how); Try(Holder.guarded, how) END;
          IO.Put(Fmt.Bool(Dispatcher.IsInstalled(Holder.handled))); Server.Note(1)
        END Client.`,
    });
    expect(m.shown()).toBe('1 1 1 1 1 1 1 1 FALSES1 ');
  });
});

describe('isolation', () => {
  it('is of run-time errors and of guards, too; other handlers go on', async () => {
    const declarations = `
      VAR zero := 0;
      PROCEDURE Divides(x: INTEGER) = BEGIN zero := x DIV zero END Divides;
      FUNCTIONAL PROCEDURE Fails(x: INTEGER): BOOLEAN = BEGIN RETURN 10 DIV (x - 1) > 0 END Fails;`;
    const body = `
      Server.Isolate(Server.Note, TRUE);
      keep[0] := Dispatcher.InstallHandler(Server.Note, NIL, Divides);
      keep[1] := Dispatcher.InstallHandler(Server.Note, Fails, Quiet);
      keep[2] := Dispatcher.InstallHandler(Server.Note, NIL, Plus);
      Server.Note(1); Server.Note(2); Server.Isolate(Server.Note, FALSE);
      TRY Server.Note(3) EXCEPT SpinException.Exception(e) => IO.Put(SpinException.CodeName(e.code)) END`;
    expect((await output(declarations, body)).replace(/spin: handler .*\n/g, '')).toBe(
      'S1 P1 S2 Q2 P2 S3 ArithmeticFault',
    );
  });
});

describe('many handlers', () => {
  it('are installed, raised to and taken away in linear time', async () => {
    const declarations = `
      VAR many: ARRAY [0..3999] OF Dispatcher.Binding; hits := 0;
      PROCEDURE Hit(x: INTEGER) = BEGIN INC(hits, x) END Hit;
      PROCEDURE Round(n: INTEGER): INTEGER RAISES {Dispatcher.Error} =
        VAR from := hits;
        BEGIN
          FOR i := 0 TO n - 1 DO many[i] := Dispatcher.InstallHandler(Server.Quiet, NIL, Hit) END;
          Server.Quiet(1);
          FOR i := 0 TO n - 1 DO Dispatcher.Uninstall(many[i]) END;
          Server.Quiet(1);
          RETURN hits - from
        END Round;`;
    const body = `
      IO.Put(Fmt.Int(Round(4000)) & " ");
      hits := 0;
      FOR i := 0 TO 299 DO many[i] := Dispatcher.InstallHandler(Server.Quiet, NIL, Hit); Server.Quiet(1) END;
      IO.Put(Fmt.Int(hits))`;
    const from = performance.now();
    expect(await output(declarations, body)).toBe('4000 45150');
    // Several seconds when each installation costs as much as there are handlers times a stub; the rest is compiling the test.
    expect(performance.now() - from).toBeLessThan(20_000);
  }, 60_000);
});
