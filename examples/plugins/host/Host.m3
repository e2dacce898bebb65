MODULE Host;

(* Reads a plugin's bytecode from the standard input and lets it in: into a domain of its own, with limits, linked against what it may use. *)

IMPORT Domain, Fmt, IO, Quota, Rd, SpinPublic, Stdio, Text, Thread;

<*FATAL Rd.Failure, Thread.Alerted*>

TYPE
  Lister = Domain.InterfaceClosure OBJECT OVERRIDES apply := List END;

VAR code := ReadCode();

PROCEDURE Tick(n: INTEGER) =
  BEGIN
    IO.Put("host: tick " & Fmt.Int(n) & "\n");
  END Tick;

PROCEDURE List(<*UNUSED*> self: Lister; name: TEXT): BOOLEAN =
  BEGIN
    IO.Put("host: the plugin exports " & name & "\n");
    RETURN TRUE;
  END List;

PROCEDURE ReadCode(): REF ARRAY OF CHAR =
  VAR
    all := Rd.GetText(Stdio.stdin, LAST(CARDINAL));
    chars := NEW(REF ARRAY OF CHAR, Text.Length(all));
  BEGIN
    Text.SetChars(chars^, all);
    RETURN chars;
  END ReadCode;

PROCEDURE Load(): Domain.T =
  VAR
    plugin := Domain.Create("plugin", code);
    own := Domain.CreateFromModule("host", THIS_MODULE());
  BEGIN
    (* Before anything of it runs. *)
    Quota.Lower(plugin, Quota.Kind.Handlers, 2);
    Quota.Lower(plugin, Quota.Kind.Memory, 1024 * 1024);
    (* Others may import from this capability, but not change or destroy the host. *)
    Domain.SetRights(own, modify := FALSE, import := TRUE);
    Domain.Resolve(own, plugin);
    IO.Put("host: resolved against itself; everything? " & Fmt.Bool(Domain.FullyResolved(plugin)) & "\n");
    Domain.Resolve(SpinPublic.GetDomain(), plugin);
    IO.Put("host: and against the kernel; everything? " & Fmt.Bool(Domain.FullyResolved(plugin)) & "\n");
    EVAL Domain.ApplyToInterfaces(plugin, NEW(Lister));
    RETURN plugin;
  END Load;

PROCEDURE Damaged() =
  VAR broken := NEW(REF ARRAY OF CHAR, NUMBER(code^));
  BEGIN
    broken^ := code^;
    FOR i := NUMBER(broken^) DIV 2 TO LAST(broken^) DO broken[i] := '\000' END;
    TRY
      EVAL Domain.Create("damaged", broken);
    EXCEPT
    | Domain.Error (why) => IO.Put("host: refused: " & Text.Sub(why, 0, 5) & "\n");
    END;
  END Damaged;

VAR plugin, again: Domain.T;

BEGIN
  Damaged();
  plugin := Load();
  Tick(1);
  IO.Put("host: initialise\n");
  EVAL Domain.Initialize(plugin);
  Tick(2);
  (* The same code once more is another domain, with variables of its own. *)
  again := Load();
  EVAL Domain.Initialize(again);
  Tick(3);
  IO.Put("host: destroy the first: " & Fmt.Bool(Domain.Destroy(plugin)) & "\n");
  Tick(4);
  EVAL Domain.Destroy(again);
  Tick(5);
  IO.Put("host: once more? " & Fmt.Bool(Domain.Destroy(plugin)) & "\n");
END Host.
