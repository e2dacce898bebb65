MODULE Formatter;

IMPORT Text, TextWr, Thread, Wr;

(* ------------------------------------------------------------ what was put *)

TYPE
  Kind = {Break, OptimalBreak, OptimalNoBreak, Partial, Line, United};    (* those that bind weaker come later *)

  (* The items of a group are a list. *)
  Item = OBJECT next: Item := NIL END;
  Word = Item OBJECT text: TEXT END;
  BreakItem = Item OBJECT
    kind: Kind;
    offset: INTEGER;
    freshLine: BOOLEAN;
  END;
  ColItem = Item OBJECT
    column: INTEGER;
    relative: BOOLEAN;
    space: CARDINAL;
  END;
  NoAlignItem = Item OBJECT END;
  GroupItem = Item OBJECT
    around: GroupItem := NIL;
    first, last: Item := NIL;
    flat: INTEGER := Unknown;    (* columns taken in one line, if that does not depend on where it begins *)
  END;
  Object = GroupItem OBJECT
    offset: INTEGER;
    width: CARDINAL;
  END;
  Table = GroupItem OBJECT
    columns: CARDINAL;
    tryOneLine: BOOLEAN;
    offset: INTEGER;
    pred: AlignPred;
  END;

CONST
  Unknown  = -1;
  Depends  = -2;
  TooWide  = LAST(INTEGER) DIV 4;    (* more than any line takes *)

REVEAL
  T = BRANDED "Formatter.T" OBJECT
    wr: Wr.T;
    width: CARDINAL;
    column: CARDINAL := 0;
    root, open: GroupItem;
    chars: TextWr.T;    (* of a word that "PutChar" has begun *)
    inWord := FALSE;
  END;

PROCEDURE New(wr: Wr.T; width: CARDINAL := 75): T =
  VAR root := NEW(GroupItem);
  BEGIN
    RETURN NEW(T, wr := wr, width := width, root := root, open := root, chars := TextWr.New());
  END New;

PROCEDURE UnderlyingWr(t: T): Wr.T =
  BEGIN
    RETURN t.wr;
  END UnderlyingWr;

PROCEDURE Add(t: T; item: Item) =
  BEGIN
    IF t.inWord THEN
      t.inWord := FALSE;
      Append(t.open, NEW(Word, text := TextWr.ToText(t.chars)));
    END;
    Append(t.open, item);
  END Add;

PROCEDURE Append(group: GroupItem; item: Item) =
  BEGIN
    IF group.last = NIL THEN group.first := item ELSE group.last.next := item END;
    group.last := item;
  END Append;

PROCEDURE Open(t: T; group: GroupItem) =
  BEGIN
    Add(t, group);
    group.around := t.open;
    t.open := group;
  END Open;

PROCEDURE PutText(t: T; text: TEXT; raw := FALSE) =
  VAR
    from := 0;
    length := Text.Length(text);
  BEGIN
    IF raw THEN Add(t, NEW(Word, text := text)); RETURN END;
    FOR i := 0 TO length - 1 DO
      WITH c = Text.GetWideChar(text, i) DO
        IF c = W' ' OR c = W'\n' THEN
          IF i > from THEN Add(t, NEW(Word, text := Text.Sub(text, from, i - from))) END;
          IF c = W' ' THEN Add(t, NEW(Word, text := " ")) ELSE AddBreak(t, Kind.Line) END;
          from := i + 1;
        END;
      END;
    END;
    IF length > from THEN Add(t, NEW(Word, text := Text.Sub(text, from))) END;
  END PutText;

PROCEDURE PutChar(t: T; c: CHAR) =
  <*FATAL Wr.Failure, Thread.Alerted*>
  BEGIN
    CASE c OF
    | ' ' => Add(t, NEW(Word, text := " "));
    | '\n' => AddBreak(t, Kind.Line);
    ELSE
      Wr.PutChar(t.chars, c);
      t.inWord := TRUE;
    END;
  END PutChar;

PROCEDURE AddBreak(t: T; kind: Kind; offset := 0; freshLine := TRUE) =
  BEGIN
    Add(t, NEW(BreakItem, kind := kind, offset := offset, freshLine := freshLine));
  END AddBreak;

PROCEDURE Break(t: T; offset := 0; type := BreakType.OptimalBreak; freshLine := TRUE) =
  CONST Kinds = ARRAY BreakType OF Kind {Kind.Break, Kind.OptimalBreak, Kind.OptimalNoBreak};
  BEGIN
    AddBreak(t, Kinds[type], offset, freshLine);
  END Break;

PROCEDURE PartialBreak(t: T; offset := 0; freshLine := TRUE) =
  BEGIN
    AddBreak(t, Kind.Partial, offset, freshLine);
  END PartialBreak;

PROCEDURE NewLine(t: T; offset := 0; freshLine := TRUE) =
  BEGIN
    AddBreak(t, Kind.Line, offset, freshLine);
  END NewLine;

PROCEDURE UnitedBreak(t: T; offset := 0; freshLine := TRUE) =
  BEGIN
    AddBreak(t, Kind.United, offset, freshLine);
  END UnitedBreak;

PROCEDURE Group(t: T) =
  BEGIN
    Open(t, NEW(GroupItem));
  END Group;

PROCEDURE Begin(t: T; offset := 0; width: CARDINAL := LAST(CARDINAL)) =
  BEGIN
    Open(t, NEW(Object, offset := offset, width := width));
  END Begin;

PROCEDURE Align(t: T; columns: CARDINAL; tryOneLine: BOOLEAN := TRUE; offset: INTEGER := 0; alignPred: AlignPred := NIL) =
  BEGIN
    Open(t, NEW(Table, columns := columns, tryOneLine := tryOneLine, offset := offset, pred := alignPred));
  END Align;

PROCEDURE NoAlign(t: T) =
  BEGIN
    Add(t, NEW(NoAlignItem));
  END NoAlign;

PROCEDURE Col(t: T; column: INTEGER; relative := FALSE; space: CARDINAL := 0) =
  BEGIN
    Add(t, NEW(ColItem, column := column, relative := relative, space := space));
  END Col;

PROCEDURE End(t: T) =
  BEGIN
    <*ASSERT t.open # t.root*>
    IF t.inWord THEN
      t.inWord := FALSE;
      Append(t.open, NEW(Word, text := TextWr.ToText(t.chars)));
    END;
    t.open := t.open.around;
  END End;

PROCEDURE Flush(t: T) RAISES {Wr.Failure} =
  VAR to: Output;
  BEGIN
    WHILE t.open # t.root DO End(t) END;
    Add(t, NEW(Word, text := ""));
    to := Output {wr := t.wr, column := t.column};
    WITH within = Place {margin := 0, width := t.width, beganIn := 0, united := FALSE, greedy := FALSE} DO
      TRY
        PrintGroup(to, t.root, within);
        Wr.Flush(t.wr);
      EXCEPT
      | Thread.Alerted => Thread.Alert(Thread.Self());
      END;
    END;
    t.column := to.column;
    t.root := NEW(GroupItem);
    t.open := t.root;
  END Flush;

PROCEDURE Close(t: T) RAISES {Wr.Failure} =
  BEGIN
    Flush(t);
  END Close;

(* ------------------------------------------------------------ how wide it is *)

(* The column after the items from "first" up to, but without, "past", begun in "column" and all in one line; at least "TooWide" if they cannot be. *)
PROCEDURE EndOf(first, past: Item; column, margin: INTEGER): INTEGER =
  BEGIN
    WHILE first # past AND column < TooWide DO
      column := EndOfItem(first, column, margin);
      first := first.next;
    END;
    RETURN column;
  END EndOf;

PROCEDURE EndOfItem(item: Item; column, margin: INTEGER): INTEGER =
  VAR end: INTEGER;
  BEGIN
    TYPECASE item OF
    | Word (w) =>
        IF Text.FindChar(w.text, '\n') >= 0 THEN RETURN TooWide END;
        RETURN column + Text.Length(w.text);
    | BreakItem (b) => IF b.kind = Kind.Line THEN RETURN TooWide END;
    | ColItem (c) => RETURN MAX(column + c.space * ORD(column >= Target(c, margin)), Target(c, margin));
    | GroupItem (g) =>
        IF g.flat = Unknown THEN
          IF HasCol(g) THEN g.flat := Depends ELSE g.flat := EndOf(g.first, NIL, 0, 0) END;
        END;
        IF g.flat >= 0 THEN RETURN column + g.flat END;
        TYPECASE g OF
        | Object (o) => end := EndOf(o.first, NIL, column, MarginOf(o, column, margin));
        ELSE
          end := EndOf(g.first, NIL, column, margin);
        END;
        RETURN end;
    ELSE
    END;
    RETURN column;
  END EndOfItem;

PROCEDURE HasCol(g: GroupItem): BOOLEAN =
  VAR item := g.first;
  BEGIN
    WHILE item # NIL DO
      TYPECASE item OF
      | ColItem => RETURN TRUE;
      | GroupItem (inner) => IF HasCol(inner) THEN RETURN TRUE END;
      ELSE
      END;
      item := item.next;
    END;
    RETURN FALSE;
  END HasCol;

PROCEDURE Target(c: ColItem; margin: INTEGER): INTEGER =
  BEGIN
    IF c.relative THEN RETURN margin + c.column ELSE RETURN c.column END;
  END Target;

PROCEDURE MarginOf(o: Object; column, margin: INTEGER): INTEGER =
  BEGIN
    IF o.offset = LAST(INTEGER) THEN RETURN margin ELSE RETURN column + o.offset END;
  END MarginOf;

(* ------------------------------------------------------------ printing *)

TYPE
  (* Where printing has got to; without a writer it is only tried. *)
  Output = RECORD
    wr: Wr.T;
    column: INTEGER;
    lines: CARDINAL := 0;    (* begun so far *)
    tooLong := FALSE;        (* some line was *)
  END;

  (* What holds for the items of a group. *)
  Place = RECORD
    margin: INTEGER;
    width: CARDINAL;
    beganIn: CARDINAL;    (* the line in which the innermost object began *)
    united: BOOLEAN;      (* united breaks are taken *)
    greedy: BOOLEAN;      (* all breaks count as non-optimal *)
  END;

PROCEDURE Put(VAR to: Output; text: TEXT; READONLY at: Place) RAISES {Wr.Failure, Thread.Alerted} =
  VAR newline := Text.FindCharR(text, '\n');
  BEGIN
    IF to.wr # NIL THEN Wr.PutText(to.wr, text) END;
    IF newline >= 0 THEN
      INC(to.lines);
      to.column := Text.Length(text) - newline - 1;
    ELSE
      INC(to.column, Text.Length(text));
    END;
    IF to.column > at.width THEN to.tooLong := TRUE END;
  END Put;

PROCEDURE Blanks(VAR to: Output; n: INTEGER) RAISES {Wr.Failure, Thread.Alerted} =
  BEGIN
    IF to.wr # NIL THEN
      FOR i := 1 TO n DO Wr.PutChar(to.wr, ' ') END;
    END;
    INC(to.column, MAX(n, 0));
  END Blanks;

PROCEDURE BeginLine(VAR to: Output; indentation: INTEGER; freshLine: BOOLEAN) RAISES {Wr.Failure, Thread.Alerted} =
  BEGIN
    IF NOT freshLine OR to.column > indentation THEN
      IF to.wr # NIL THEN Wr.PutChar(to.wr, '\n') END;
      INC(to.lines);
      to.column := 0;
    END;
    Blanks(to, indentation - to.column);
  END BeginLine;

PROCEDURE PrintGroup(VAR to: Output; g: GroupItem; READONLY around: Place) RAISES {Wr.Failure, Thread.Alerted} =
  VAR at := around;
  BEGIN
    TYPECASE g OF
    | Object (o) =>
        at.margin := MarginOf(o, to.column, around.margin);
        IF o.width # LAST(CARDINAL) THEN at.width := o.width END;
        at.beganIn := to.lines;
    | Table (t) => PrintTable(to, t, around); RETURN;
    ELSE
    END;
    at.united := EndOf(g.first, NIL, to.column, at.margin) > at.width;
    PrintItems(to, g.first, NIL, at);
  END PrintGroup;

PROCEDURE PrintItems(VAR to: Output; first, past: Item; READONLY at: Place) RAISES {Wr.Failure, Thread.Alerted} =
  BEGIN
    WHILE first # past DO
      PrintItem(to, first, past, at);
      first := first.next;
    END;
  END PrintItems;

PROCEDURE PrintItem(VAR to: Output; item, past: Item; READONLY at: Place) RAISES {Wr.Failure, Thread.Alerted} =
  BEGIN
    TYPECASE item OF
    | Word (w) => Put(to, w.text, at);
    | BreakItem (b) => IF IsTaken(to, b, past, at) THEN BeginLine(to, at.margin + b.offset, b.freshLine) END;
    | ColItem (c) =>
        IF to.column < Target(c, at.margin) THEN Blanks(to, Target(c, at.margin) - to.column) ELSE Blanks(to, c.space) END;
    | GroupItem (g) => PrintGroup(to, g, at);
    ELSE
    END;
  END PrintItem;

PROCEDURE IsTaken(READONLY to: Output; b: BreakItem; past: Item; READONLY at: Place): BOOLEAN RAISES {Wr.Failure, Thread.Alerted} =
  VAR end: Item;
  BEGIN
    CASE b.kind OF
    | Kind.Line => RETURN TRUE;
    | Kind.United => RETURN at.united;
    | Kind.Partial => RETURN to.lines > at.beganIn;
    | Kind.Break, Kind.OptimalBreak, Kind.OptimalNoBreak =>
        end := Scope(b, past);
        IF EndOf(b.next, end, to.column, at.margin) <= at.width THEN RETURN FALSE END;
        RETURN b.kind = Kind.Break OR at.greedy OR IsBetter(to, b, end, at);
    END;
  END IsTaken;

(* The first item that the break does not decide upon. *)
PROCEDURE Scope(b: BreakItem; past: Item): Item =
  VAR item := b.next;
  BEGIN
    WHILE item # past DO
      TYPECASE item OF
      | BreakItem (other) => IF b.kind = Kind.Break OR other.kind # Kind.Break THEN RETURN item END;
      ELSE
      END;
      item := item.next;
    END;
    RETURN past;
  END Scope;

(* Is it better to take the break than not? *)
PROCEDURE IsBetter(READONLY to: Output; b: BreakItem; end: Item; READONLY at: Place): BOOLEAN RAISES {Wr.Failure, Thread.Alerted} =
  VAR
    without := Output {wr := NIL, column := to.column};
    with := without;
    trial := at;
  BEGIN
    trial.greedy := TRUE;
    (* Lines are counted from here on. *)
    trial.beganIn := 0;
    IF to.lines > at.beganIn THEN
      without.lines := 1;
      with.lines := 1;
    END;
    PrintItems(without, b.next, end, trial);
    BeginLine(with, at.margin + b.offset, b.freshLine);
    PrintItems(with, b.next, end, trial);
    IF with.tooLong # without.tooLong THEN RETURN without.tooLong END;
    IF with.lines # without.lines THEN RETURN with.lines < without.lines END;
    RETURN b.kind = Kind.OptimalBreak;
  END IsBetter;

(* ------------------------------------------------------------ tables *)

(* What stands in columns: the entries of a group, or the row itself. *)
PROCEDURE Entries(row: Item): Item =
  BEGIN
    TYPECASE row OF
    | Object, Table => RETURN row;
    | GroupItem (g) => RETURN g.first;
    ELSE
      RETURN row;
    END;
  END Entries;

PROCEDURE AfterEntry(row, entry: Item): Item =
  BEGIN
    IF entry = row THEN RETURN NIL ELSE RETURN entry.next END;
  END AfterEntry;

PROCEDURE PrintTable(VAR to: Output; t: Table; READONLY at: Place) RAISES {Wr.Failure, Thread.Alerted} =
  VAR
    row := t.first;
    past: Item;
    widths := NEW(REF ARRAY OF CARDINAL, t.columns);
  BEGIN
    IF t.tryOneLine AND to.lines = at.beganIn AND EndOf(t.first, NIL, to.column, at.margin) <= at.width THEN
      PrintItems(to, t.first, NIL, at);
      RETURN;
    END;
    WHILE row # NIL DO
      past := Leading(row, t, widths^, at);
      IF past # row THEN
        WHILE row # past DO
          BeginLine(to, at.margin + t.offset, TRUE);
          PrintRow(to, row, widths^, at);
          row := row.next;
        END;
      ELSE
        TYPECASE row OF
        | NoAlignItem => row := row.next;
        ELSE
          BeginLine(to, at.margin + t.offset, TRUE);
        END;
        IF row # NIL THEN
          PrintItem(to, row, NIL, at);
          row := row.next;
        END;
      END;
    END;
  END PrintTable;

(* The first row from "row" on that does not line up with those before; the columns of those that do are as wide as "widths" says. *)
PROCEDURE Leading(row: Item; t: Table; VAR widths: ARRAY OF CARDINAL; READONLY at: Place): Item =
  VAR tried := NEW(REF ARRAY OF CARDINAL, NUMBER(widths));
  BEGIN
    FOR i := 0 TO LAST(widths) DO widths[i] := 0 END;
    WHILE row # NIL AND NOT ISTYPE(row, NoAlignItem) DO
      tried^ := widths;
      IF NOT Fits(row, t, tried^, at) THEN RETURN row END;
      widths := tried^;
      row := row.next;
    END;
    RETURN row;
  END Leading;

(* Makes columns as wide as this row needs. Do they fit into a line then, without objections? *)
PROCEDURE Fits(row: Item; t: Table; VAR widths: ARRAY OF CARDINAL; READONLY at: Place): BOOLEAN =
  VAR
    entry := Entries(row);
    column: CARDINAL := 0;
    end := at.margin + t.offset;
  BEGIN
    WHILE entry # NIL DO
      <*ASSERT column < NUMBER(widths)*>
      WITH width = EndOfItem(entry, 0, 0) DO
        IF width >= TooWide THEN RETURN FALSE END;
        IF t.pred # NIL AND NOT t.pred.pred(column, widths[column], width) THEN RETURN FALSE END;
        widths[column] := MAX(widths[column], width);
      END;
      INC(column);
      entry := AfterEntry(row, entry);
    END;
    FOR i := 0 TO LAST(widths) DO INC(end, widths[i]) END;
    RETURN end <= at.width;
  END Fits;

PROCEDURE PrintRow(VAR to: Output; row: Item; READONLY widths: ARRAY OF CARDINAL; READONLY at: Place) RAISES {Wr.Failure, Thread.Alerted} =
  VAR
    entry := Entries(row);
    column: CARDINAL := 0;
    next := to.column;
  BEGIN
    WHILE entry # NIL DO
      Blanks(to, next - to.column);
      PrintItem(to, entry, NIL, at);
      INC(next, widths[column]);
      INC(column);
      entry := AfterEntry(row, entry);
    END;
  END PrintRow;

BEGIN
END Formatter.
