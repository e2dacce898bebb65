/** A server with events of several shapes, and a client that is written in its tests. */
import { expect } from 'vitest';
import { sourceMachine } from '../source.ts';

/** A server with events of several shapes, and `Log` to see who ran. */
export const SERVER = {
  'Server.i3': `INTERFACE Server;
    IMPORT Auth, Dispatcher, RTCode;
    TYPE Rec = RECORD a, b: INTEGER END;
         Range = [5..9];
    EXCEPTION Oops(INTEGER);
    PROCEDURE Note(x: INTEGER);
    PROCEDURE Text(t: TEXT; VAR n: INTEGER; READONLY a: ARRAY OF INTEGER);
    PROCEDURE Value(r: Rec; a: ARRAY OF CHAR): TEXT;
    PROCEDURE Sum(x: INTEGER): INTEGER;
    PROCEDURE Big(x: INTEGER): Rec;
    PROCEDURE Narrow(x: INTEGER): Range;
    PROCEDURE Fails(x: INTEGER) RAISES {Oops};
    EPHEMERAL PROCEDURE Quick(x: INTEGER); EPHEMERAL PROCEDURE Light(x: INTEGER);
    PROCEDURE Apply(p: PROCEDURE(x: INTEGER));
    PROCEDURE Quiet(x: INTEGER);
    PROCEDURE Me(): RTCode.Module;
    (* What only the server may do, for anybody. *)
    PROCEDURE Isolate(event: PROCANY; on: BOOLEAN) RAISES {Dispatcher.Error};
    PROCEDURE Budget(b: Dispatcher.Binding; ticks: CARDINAL) RAISES {Dispatcher.Error};
    PROCEDURE Ephemeral(event: PROCANY) RAISES {Dispatcher.Error};
    PROCEDURE Default(event, handler: PROCANY; ref: REFANY) RAISES {Dispatcher.Error};
    PROCEDURE Asynchronous(event: PROCANY; on: BOOLEAN) RAISES {Dispatcher.Error};
    PROCEDURE Fold(event, handler: PROCANY): Dispatcher.ResultHandlers RAISES {Dispatcher.Error};
    PROCEDURE Authorize(auth: Auth.T; event: PROCANY) RAISES {Dispatcher.Error};
    PROCEDURE Handlers(event: PROCANY): REF ARRAY OF Dispatcher.Binding RAISES {Dispatcher.Error};
    END Server.`,
  'Server.m3': `MODULE Server;
    IMPORT Auth, Dispatcher, IO, Fmt, RTCode;
    VAR quick := 0;
    PROCEDURE Note(x: INTEGER) = BEGIN IO.Put("S" & Fmt.Int(x) & " ") END Note;
    PROCEDURE Text(t: TEXT; VAR n: INTEGER; READONLY a: ARRAY OF INTEGER) =
      BEGIN INC(n, NUMBER(a)); IO.Put("S" & t & " ") END Text;
    PROCEDURE Value(r: Rec; a: ARRAY OF CHAR): TEXT =
      VAR t := Fmt.Int(r.a) & Fmt.Int(r.b);
      BEGIN FOR i := 0 TO LAST(a) DO t := t & Fmt.Char(a[i]) END; IO.Put("S" & t & " "); r.a := 99; RETURN t END Value;
    PROCEDURE Sum(x: INTEGER): INTEGER = BEGIN RETURN x END Sum;
    PROCEDURE Big(x: INTEGER): Rec = BEGIN RETURN Rec{x, x + 1} END Big;
    PROCEDURE Narrow(<*UNUSED*> x: INTEGER): Range = BEGIN RETURN 6 END Narrow;
    PROCEDURE Fails(x: INTEGER) RAISES {Oops} = BEGIN IF x = 0 THEN RAISE Oops(1) END END Fails;
    EPHEMERAL PROCEDURE Quick(x: INTEGER) = BEGIN INC(quick, x) END Quick;
    EPHEMERAL PROCEDURE Light(x: INTEGER) = BEGIN INC(quick, x) END Light;
    PROCEDURE Apply(p: PROCEDURE(x: INTEGER)) = BEGIN p(1) END Apply;
    PROCEDURE Quiet(<*UNUSED*> x: INTEGER) = BEGIN END Quiet;
    PROCEDURE Me(): RTCode.Module = BEGIN RETURN THIS_MODULE() END Me;
    PROCEDURE Isolate(event: PROCANY; on: BOOLEAN) RAISES {Dispatcher.Error} = BEGIN Dispatcher.SetIsolation(event, on, THIS_MODULE()) END Isolate;
    PROCEDURE Budget(b: Dispatcher.Binding; ticks: CARDINAL) RAISES {Dispatcher.Error} = BEGIN Dispatcher.SetBudget(b, ticks, THIS_MODULE()) END Budget;
    PROCEDURE Ephemeral(event: PROCANY) RAISES {Dispatcher.Error} = BEGIN Dispatcher.RequireEphemeral(event, TRUE, THIS_MODULE()) END Ephemeral;
    PROCEDURE Default(event, handler: PROCANY; ref: REFANY) RAISES {Dispatcher.Error} =
      BEGIN Dispatcher.InstallDefaultHandler(event, handler, THIS_MODULE()); Dispatcher.SetDefaultResult(event, ref, THIS_MODULE()) END Default;
    PROCEDURE Asynchronous(event: PROCANY; on: BOOLEAN) RAISES {Dispatcher.Error} = BEGIN Dispatcher.SetAsynchronousEvent(event, on, THIS_MODULE()) END Asynchronous;
    PROCEDURE Fold(event, handler: PROCANY): Dispatcher.ResultHandlers RAISES {Dispatcher.Error} =
      BEGIN RETURN Dispatcher.CreateResultHandlers(event, handler, NIL, NIL, NIL, NIL, THIS_MODULE()) END Fold;
    PROCEDURE Authorize(auth: Auth.T; event: PROCANY) RAISES {Dispatcher.Error} = BEGIN Dispatcher.InstallAuthorizerForEvent(auth, event, THIS_MODULE()) END Authorize;
    PROCEDURE Handlers(event: PROCANY): REF ARRAY OF Dispatcher.Binding RAISES {Dispatcher.Error} = BEGIN RETURN Dispatcher.GetHandlers(event, THIS_MODULE()) END Handlers;
    BEGIN END Server.`,
};

/** Runs a module body with declarations against the server; what it wrote, without the last blank. */
export async function output(declarations: string, body: string, m = sourceMachine()): Promise<string> {
  await m.load('server', SERVER);
  const outcome = await m.start('client', {
    'Client.m3': `MODULE Client EXPORTS Main;
      IMPORT Auth, Dispatcher, Fmt, IO, RTCode, RTCollector, Server, SpinException, Text;
      <*NOWARN*> VAR keep: ARRAY [0..20] OF Dispatcher.Binding; any: REFANY; module: RTCode.Module; auth: Auth.T;
      PROCEDURE Code(c: Dispatcher.ErrorCode): TEXT =
        CONST Names = ARRAY Dispatcher.ErrorCode OF TEXT{"Internal", "Invalid", "Type", "CodeGen", "Asynch", "SaveRegs", "Auth"};
        BEGIN RETURN Names[c] END Code;
      PROCEDURE Try(event, guard, handler: PROCANY; guardClosure, closure: REFANY := NIL) =
        BEGIN
          TRY EVAL Dispatcher.InstallHandler(event, guard, handler, guardClosure, closure); IO.Put("ok ");
          EXCEPT Dispatcher.Error(c) => IO.Put(Code(c) & " ") END
        END Try;
      <*NOWARN*> PROCEDURE Unused() = BEGIN any := Text.FromChar('x'); module := NIL; auth := NIL; RTCollector.Collect(); IO.Put(Fmt.Int(ORD(SpinException.ExceptionCode.NoException))) END Unused;
      PROCEDURE Plus(x: INTEGER) = BEGIN IO.Put("P" & Fmt.Int(x) & " ") END Plus;
      PROCEDURE Quiet(x: INTEGER) = BEGIN IO.Put("Q" & Fmt.Int(x) & " ") END Quiet;
      FUNCTIONAL PROCEDURE Even(x: INTEGER): BOOLEAN = BEGIN RETURN x MOD 2 = 0 END Even;
      ${declarations}
      BEGIN
        TRY ${body}
        EXCEPT
        | Dispatcher.Error(c) => IO.Put("Error " & Code(c) & ": " & Dispatcher.LastProblem());
        END;
      END Client.`,
  });
  expect(outcome, m.shown()).toEqual({ kind: 'ended' });
  return m.shown().trimEnd();
}

export const first = 'Dispatcher.Options{Dispatcher.Opt.First}';
export const last = 'Dispatcher.Options{Dispatcher.Opt.Last}';
export const cancel = 'Dispatcher.Options{Dispatcher.Opt.Cancel}';
