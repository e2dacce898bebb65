MODULE Sx;

IMPORT Atom, Fmt, Rd, Text, TextWr, Thread, Wr;

CONST
  Blanks = SET OF CHAR {' ', '\t', '\n', '\r', '\f'};
  Delimiters = Blanks + SET OF CHAR {'(', ')', '\'', '"', ';'};
  Digits = SET OF CHAR {'0' .. '9'};

VAR
  quote := Symbol("quote");
  true := Symbol("t");
  nil := Symbol("nil");

PROCEDURE Cons(head, tail: T): T =
  BEGIN
    RETURN NEW(Pair, head := head, tail := tail);
  END Cons;

PROCEDURE Number(n: INTEGER): T =
  VAR r := NEW(REF INTEGER);
  BEGIN
    r^ := n;
    RETURN r;
  END Number;

PROCEDURE Symbol(name: TEXT): Atom.T =
  BEGIN
    RETURN Atom.FromText(name);
  END Symbol;

PROCEDURE Bool(b: BOOLEAN): T =
  BEGIN
    IF b THEN RETURN true ELSE RETURN NIL END;
  END Bool;

PROCEDURE Wrong(what: TEXT; x: T) RAISES {Error} =
  BEGIN
    RAISE Error(ToText(x) & " is not " & what);
  END Wrong;

PROCEDURE Head(x: T): T RAISES {Error} =
  BEGIN
    TYPECASE x OF
    | NULL => RETURN NIL;
    | Pair(p) => RETURN p.head;
    ELSE
      Wrong("a pair", x);
      RETURN NIL;
    END;
  END Head;

PROCEDURE Tail(x: T): T RAISES {Error} =
  BEGIN
    TYPECASE x OF
    | NULL => RETURN NIL;
    | Pair(p) => RETURN p.tail;
    ELSE
      Wrong("a pair", x);
      RETURN NIL;
    END;
  END Tail;

PROCEDURE ToInt(x: T): INTEGER RAISES {Error} =
  BEGIN
    TYPECASE x OF
    | NULL =>
    | REF INTEGER(n) => RETURN n^;
    ELSE
    END;
    Wrong("a number", x);
    RETURN 0;
  END ToInt;

PROCEDURE ToSymbol(x: T): Atom.T RAISES {Error} =
  BEGIN
    TYPECASE x OF
    | NULL =>
    | Atom.T(a) => RETURN a;
    ELSE
    END;
    Wrong("a symbol", x);
    RETURN NIL;
  END ToSymbol;

PROCEDURE Equal(a, b: T): BOOLEAN =
  BEGIN
    LOOP
      IF a = b THEN RETURN TRUE END;
      IF a = NIL OR b = NIL OR TYPECODE(a) # TYPECODE(b) THEN RETURN FALSE END;
      TYPECASE a OF
      | REF INTEGER(n) => RETURN n^ = NARROW(b, REF INTEGER)^;
      | TEXT(t) => RETURN Text.Equal(t, b);
      | Pair(p) =>
          WITH q = NARROW(b, Pair) DO
            IF NOT Equal(p.head, q.head) THEN RETURN FALSE END;
            a := p.tail;
            b := q.tail;
          END;
      ELSE
        RETURN FALSE;
      END;
    END;
  END Equal;

(* Reading *)

PROCEDURE NextChar(rd: Rd.T): CHAR RAISES {EndOfInput, Rd.Failure, Thread.Alerted} =
  VAR ch: CHAR;
  BEGIN
    TRY
      REPEAT
        ch := Rd.GetChar(rd);
        IF ch = ';' THEN
          REPEAT ch := Rd.GetChar(rd) UNTIL ch = '\n';
        END;
      UNTIL NOT ch IN Blanks;
    EXCEPT
    | Rd.EndOfFile => RAISE EndOfInput;
    END;
    RETURN ch;
  END NextChar;

PROCEDURE Read(rd: Rd.T): T RAISES {Error, EndOfInput, Rd.Failure, Thread.Alerted} =
  VAR ch := NextChar(rd);
  BEGIN
    CASE ch OF
    | '(' => RETURN ReadTail(rd);
    | ')' => RAISE Error("there is a ) too many");
    | '\'' => RETURN Cons(quote, Cons(Read(rd), NIL));
    | '"' => RETURN ReadString(rd);
    ELSE
      Rd.UnGetChar(rd);
      RETURN ReadWord(rd);
    END;
  END Read;

(* The rest of a list, whose "(" has been read. *)
PROCEDURE ReadTail(rd: Rd.T): T RAISES {Error, EndOfInput, Rd.Failure, Thread.Alerted} =
  VAR
    first, last, new: Pair;
    ch: CHAR;
  BEGIN
    LOOP
      ch := NextChar(rd);
      IF ch = ')' THEN RETURN first END;
      Rd.UnGetChar(rd);
      new := NEW(Pair, head := Read(rd), tail := NIL);
      IF first = NIL THEN first := new ELSE last.tail := new END;
      last := new;
    END;
  END ReadTail;

PROCEDURE ReadString(rd: Rd.T): T RAISES {EndOfInput, Rd.Failure, Thread.Alerted} =
  VAR
    wr := TextWr.New();
    ch: CHAR;
  <*FATAL Wr.Failure*>
  BEGIN
    TRY
      LOOP
        ch := Rd.GetChar(rd);
        IF ch = '"' THEN RETURN TextWr.ToText(wr) END;
        IF ch = '\\' THEN
          ch := Rd.GetChar(rd);
          IF ch = 'n' THEN ch := '\n' END;
        END;
        Wr.PutChar(wr, ch);
      END;
    EXCEPT
    | Rd.EndOfFile => RAISE EndOfInput;
    END;
  END ReadString;

PROCEDURE ReadWord(rd: Rd.T): T RAISES {Rd.Failure, Thread.Alerted} =
  VAR
    wr := TextWr.New();
    ch: CHAR;
    word: TEXT;
  <*FATAL Wr.Failure*>
  BEGIN
    TRY
      LOOP
        ch := Rd.GetChar(rd);
        IF ch IN Delimiters THEN
          Rd.UnGetChar(rd);
          EXIT;
        END;
        Wr.PutChar(wr, ch);
      END;
    EXCEPT
    | Rd.EndOfFile =>
    END;
    word := TextWr.ToText(wr);
    IF IsNumber(word) THEN RETURN Number(Value(word)) END;
    WITH a = Symbol(word) DO
      IF a = nil THEN RETURN NIL END;
      RETURN a;
    END;
  END ReadWord;

PROCEDURE IsNumber(word: TEXT): BOOLEAN =
  VAR start := ORD(Text.GetChar(word, 0) = '-');
  BEGIN
    FOR i := start TO Text.Length(word) - 1 DO
      IF NOT Text.GetChar(word, i) IN Digits THEN RETURN FALSE END;
    END;
    RETURN Text.Length(word) > start;
  END IsNumber;

PROCEDURE Value(word: TEXT): INTEGER =
  VAR
    n := 0;
    negative := Text.GetChar(word, 0) = '-';
  BEGIN
    FOR i := ORD(negative) TO Text.Length(word) - 1 DO
      n := 10 * n - (ORD(Text.GetChar(word, i)) - ORD('0'));
    END;
    IF negative THEN RETURN n ELSE RETURN -n END;
  END Value;

(* Printing *)

PROCEDURE Print(wr: Wr.T; x: T) RAISES {Wr.Failure, Thread.Alerted} =
  BEGIN
    TYPECASE x OF
    | NULL => Wr.PutText(wr, "()");
    | Atom.T(a) => Wr.PutText(wr, Atom.ToText(a));
    | REF INTEGER(n) => Wr.PutText(wr, Fmt.Int(n^));
    | TEXT(t) => Wr.PutText(wr, "\"" & t & "\"");
    | Pair(p) => PrintList(wr, p);
    | Procedure(p) =>
        Wr.PutText(wr, "#<procedure");
        IF p.name # NIL THEN Wr.PutText(wr, " " & Atom.ToText(p.name)) END;
        Wr.PutChar(wr, '>');
    ELSE
      Wr.PutText(wr, "#<something>");
    END;
  END Print;

PROCEDURE PrintList(wr: Wr.T; p: Pair) RAISES {Wr.Failure, Thread.Alerted} =
  BEGIN
    Wr.PutChar(wr, '(');
    LOOP
      Print(wr, p.head);
      TYPECASE p.tail OF
      | NULL => EXIT;
      | Pair(next) => p := next;
      ELSE
        Wr.PutText(wr, " . ");
        Print(wr, p.tail);
        EXIT;
      END;
      Wr.PutChar(wr, ' ');
    END;
    Wr.PutChar(wr, ')');
  END PrintList;

PROCEDURE ToText(x: T): TEXT =
  VAR wr := TextWr.New();
  <*FATAL Wr.Failure, Thread.Alerted*>
  BEGIN
    Print(wr, x);
    RETURN TextWr.ToText(wr);
  END ToText;

BEGIN
END Sx.
