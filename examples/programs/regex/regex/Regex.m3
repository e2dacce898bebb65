MODULE Regex;

(* A pattern is compiled to a small program; all ways through it are followed at the same time, in order of preference
   (Thompson 1968; Pike's way to remember groups). *)

IMPORT Instruction, InstructionSeq, IntSeq, RegexTree, Text, TextWr, Thread, Wr;
FROM Instruction IMPORT Op;

REVEAL
  T = Public BRANDED "Regex.T" OBJECT
      program: InstructionSeq.T;
      count: CARDINAL;
    OVERRIDES
      match := FindMatch;
      groups := Groups;
    END;

PROCEDURE Groups(re: T): CARDINAL =
  BEGIN
    RETURN re.count;
  END Groups;

(* Compiling *)

PROCEDURE Compile(pattern: TEXT): T RAISES {Error} =
  VAR
    re := NEW(T, program := NEW(InstructionSeq.T).init());
    tree := RegexTree.Parse(pattern, re.count);
  BEGIN
    Emit(re, NEW(RegexTree.Group, body := tree, number := 0));
    EVAL Add(re, Instruction.T {Op.Found});
    RETURN re;
  END Compile;

PROCEDURE Add(re: T; READONLY i: Instruction.T): CARDINAL =
  BEGIN
    re.program.addhi(i);
    RETURN re.program.size() - 1;
  END Add;

(* Both ways of the instruction at that place: the preferred one first. *)
PROCEDURE SetWays(re: T; at, first, second: CARDINAL) =
  VAR i := re.program.get(at);
  BEGIN
    i.first := first;
    i.second := second;
    re.program.put(at, i);
  END SetWays;

PROCEDURE Emit(re: T; tree: RegexTree.T) =
  VAR fork, jump: CARDINAL;
  BEGIN
    TYPECASE tree OF
    | RegexTree.Empty =>
    | RegexTree.Set(s) => EVAL Add(re, Instruction.T {Op.Char, chars := s.chars});
    | RegexTree.Edge(e) =>
        IF e.end THEN EVAL Add(re, Instruction.T {Op.End}) ELSE EVAL Add(re, Instruction.T {Op.Beginning}) END;
    | RegexTree.Sequence(s) =>
        Emit(re, s.first);
        Emit(re, s.second);
    | RegexTree.Choice(c) =>
        fork := Add(re, Instruction.T {Op.Fork});
        Emit(re, c.first);
        jump := Add(re, Instruction.T {Op.Fork});
        SetWays(re, fork, fork + 1, re.program.size());
        Emit(re, c.second);
        SetWays(re, jump, re.program.size(), re.program.size());
    | RegexTree.Group(g) =>
        EVAL Add(re, Instruction.T {Op.Save, first := 2 * g.number});
        Emit(re, g.body);
        EVAL Add(re, Instruction.T {Op.Save, first := 2 * g.number + 1});
    | RegexTree.Repeat(r) => EmitRepeat(re, r);
    ELSE
      <*ASSERT FALSE*>
    END;
  END Emit;

PROCEDURE EmitRepeat(re: T; r: RegexTree.Repeat) =
  VAR
    start := re.program.size();
    fork: CARDINAL;
  PROCEDURE Choose(at, body, past: CARDINAL) =
    BEGIN
      IF r.few THEN SetWays(re, at, past, body) ELSE SetWays(re, at, body, past) END;
    END Choose;
  BEGIN
    IF r.atLeastOnce THEN
      Emit(re, r.body);
      fork := Add(re, Instruction.T {Op.Fork});
      Choose(fork, start, fork + 1);
    ELSE
      fork := Add(re, Instruction.T {Op.Fork});
      Emit(re, r.body);
      IF NOT r.atMostOnce THEN SetWays(re, Add(re, Instruction.T {Op.Fork}), fork, fork) END;
      Choose(fork, fork + 1, re.program.size());
    END;
  END EmitRepeat;

(* Matching *)

TYPE
  (* A way through the program, that has come to an instruction. *)
  Way = RECORD
      at: CARDINAL := 0;
      match: Match := NIL;    (* shared by ways; never changed *)
    END;

  Ways = REF ARRAY OF Way;

  (* The ways at one place of the text, best first; at most one at each instruction. *)
  Front = OBJECT
      ways: Ways;
      count: CARDINAL := 0;
      seen: REF ARRAY OF INTEGER;    (* for each instruction, the last place of the text where a way came to it *)
    END;

PROCEDURE NewFront(size: CARDINAL): Front =
  VAR f := NEW(Front, ways := NEW(Ways, size), seen := NEW(REF ARRAY OF INTEGER, size));
  BEGIN
    FOR i := 0 TO size - 1 DO f.seen[i] := -1 END;
    RETURN f;
  END NewFront;

(* Adds the way, and goes on until it needs a character. *)
PROCEDURE Follow(re: T; f: Front; start: CARDINAL; match: Match; READONLY text: ARRAY OF CHAR; place: CARDINAL) =
  VAR
    stack := NEW(IntSeq.T).init();
    at: CARDINAL;
  BEGIN
    at := start;
    LOOP
      IF f.seen[at] = place THEN
        IF stack.size() = 0 THEN RETURN END;
        at := stack.remhi();
      ELSE
        f.seen[at] := place;
        WITH i = re.program.get(at) DO
          CASE i.op OF
          | Op.Fork =>
              stack.addhi(i.second);
              at := i.first;
          | Op.Save =>
              (* What comes after a "Save" has a match of its own, so it is followed by itself. *)
              Follow(re, f, at + 1, Saved(match, i.first, place), text, place);
              IF stack.size() = 0 THEN RETURN END;
              at := stack.remhi();
          | Op.Beginning, Op.End =>
              IF i.op = Op.Beginning AND place = 0 OR i.op = Op.End AND place = NUMBER(text) THEN
                INC(at);
              ELSE
                IF stack.size() = 0 THEN RETURN END;
                at := stack.remhi();
              END;
          | Op.Char, Op.Found =>
              f.ways[f.count] := Way {at, match};
              INC(f.count);
              IF stack.size() = 0 THEN RETURN END;
              at := stack.remhi();
          END;
        END;
      END;
    END;
  END Follow;

PROCEDURE Saved(match: Match; place: CARDINAL; value: CARDINAL): Match =
  VAR new := NEW(Match, NUMBER(match^));
  BEGIN
    new^ := match^;
    WITH span = new[place DIV 2] DO
      IF place MOD 2 = 0 THEN
        span.from := value;
        span.to := -1;
      ELSE
        span.to := value;
      END;
    END;
    RETURN new;
  END Saved;

PROCEDURE FindMatch(re: T; text: TEXT; start: CARDINAL): Match =
  VAR
    chars := NEW(REF ARRAY OF CHAR, Text.Length(text));
    now := NewFront(re.program.size());
    next := NewFront(re.program.size());
    found: Match := NIL;
    nothing := NEW(Match, re.count + 1);
  BEGIN
    Text.SetChars(chars^, text);
    FOR place := start TO NUMBER(chars^) DO
      (* A match may begin here, but those that began earlier are better. *)
      IF found = NIL THEN Follow(re, now, 0, nothing, chars^, place) END;
      IF now.count = 0 AND found # NIL THEN EXIT END;
      next.count := 0;
      FOR i := 0 TO now.count - 1 DO
        WITH
          way = now.ways[i],
          instruction = re.program.get(way.at)
        DO
          IF instruction.op = Op.Found THEN
            found := way.match;
            (* The ways behind this one are worse. *)
            EXIT;
          ELSIF place < NUMBER(chars^) AND chars[place] IN instruction.chars THEN
            Follow(re, next, way.at + 1, way.match, chars^, place + 1);
          END;
        END;
      END;
      VAR t := now; BEGIN
        now := next;
        next := t;
      END;
    END;
    RETURN found;
  END FindMatch;

PROCEDURE Replace(re: T; text, by: TEXT): TEXT =
  VAR
    wr := TextWr.New();
    at: CARDINAL := 0;
    m: Match;
  <*FATAL Wr.Failure, Thread.Alerted*>
  BEGIN
    LOOP
      m := re.match(text, at);
      IF m = NIL THEN EXIT END;
      Wr.PutText(wr, Text.Sub(text, at, m[0].from - at));
      PutReplacement(wr, text, by, m);
      at := m[0].to;
      IF m[0].to = m[0].from THEN
        (* An empty match: go on behind the next character. *)
        IF at >= Text.Length(text) THEN EXIT END;
        Wr.PutChar(wr, Text.GetChar(text, at));
        INC(at);
      END;
    END;
    Wr.PutText(wr, Text.Sub(text, at));
    RETURN TextWr.ToText(wr);
  END Replace;

PROCEDURE PutReplacement(wr: Wr.T; text, by: TEXT; m: Match) RAISES {Wr.Failure, Thread.Alerted} =
  VAR
    i := 0;
    ch: CHAR;
  BEGIN
    WHILE i < Text.Length(by) DO
      ch := Text.GetChar(by, i);
      INC(i);
      IF ch = '$' AND i < Text.Length(by) THEN
        ch := Text.GetChar(by, i);
        INC(i);
        CASE ch OF
        | '0' .. '9' =>
            WITH group = ORD(ch) - ORD('0') DO
              IF group < NUMBER(m^) AND m[group].to >= 0 THEN
                Wr.PutText(wr, Text.Sub(text, m[group].from, m[group].to - m[group].from));
              END;
            END;
        ELSE
          Wr.PutChar(wr, ch);
        END;
      ELSE
        Wr.PutChar(wr, ch);
      END;
    END;
  END PutReplacement;

BEGIN
END Regex.
