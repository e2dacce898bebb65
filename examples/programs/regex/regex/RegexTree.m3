MODULE RegexTree;

IMPORT Regex, Text;

CONST
  All = SET OF CHAR {FIRST(CHAR) .. LAST(CHAR)};
  Digits = SET OF CHAR {'0' .. '9'};
  WordChars = Digits + SET OF CHAR {'a' .. 'z', 'A' .. 'Z', '_'};
  Blanks = SET OF CHAR {' ', '\t', '\n', '\r', '\f'};
  End = '\000';
  MaxDepth = 100;

TYPE
  Parser = OBJECT
      pattern: TEXT;
      at: CARDINAL := 0;
      groups: CARDINAL := 0;
      depth := 0;
    METHODS
      peek(): CHAR := Peek;
      (* The next character; "End" if there is none. *)
      takes(ch: CHAR): BOOLEAN := Takes;
      (* Is it "ch"? Then goes past it. *)
      next(): CHAR RAISES {Regex.Error} := Next;
      fail(message: TEXT) RAISES {Regex.Error} := Fail;
    END;

PROCEDURE Parse(pattern: TEXT; VAR groups: CARDINAL): T RAISES {Regex.Error} =
  VAR
    p := NEW(Parser, pattern := pattern);
    t := ParseChoice(p);
  BEGIN
    IF p.at < Text.Length(pattern) THEN p.fail("there is a ) too many") END;
    groups := p.groups;
    RETURN t;
  END Parse;

PROCEDURE Peek(p: Parser): CHAR =
  BEGIN
    IF p.at = Text.Length(p.pattern) THEN RETURN End END;
    RETURN Text.GetChar(p.pattern, p.at);
  END Peek;

PROCEDURE Takes(p: Parser; ch: CHAR): BOOLEAN =
  BEGIN
    IF p.peek() # ch OR p.at = Text.Length(p.pattern) THEN RETURN FALSE END;
    INC(p.at);
    RETURN TRUE;
  END Takes;

PROCEDURE Next(p: Parser): CHAR RAISES {Regex.Error} =
  BEGIN
    IF p.at = Text.Length(p.pattern) THEN p.fail("the pattern ends too early") END;
    INC(p.at);
    RETURN Text.GetChar(p.pattern, p.at - 1);
  END Next;

PROCEDURE Fail(p: Parser; message: TEXT) RAISES {Regex.Error} =
  BEGIN
    RAISE Regex.Error(Regex.Problem {p.at, message});
  END Fail;

PROCEDURE ParseChoice(p: Parser): T RAISES {Regex.Error} =
  VAR t := ParseSequence(p);
  BEGIN
    WHILE p.takes('|') DO t := NEW(Choice, first := t, second := ParseSequence(p)) END;
    RETURN t;
  END ParseChoice;

PROCEDURE ParseSequence(p: Parser): T RAISES {Regex.Error} =
  VAR t: T := NIL;
  BEGIN
    WHILE p.at < Text.Length(p.pattern) AND p.peek() # '|' AND p.peek() # ')' DO
      WITH item = ParseRepeat(p) DO
        IF t = NIL THEN t := item ELSE t := NEW(Sequence, first := t, second := item) END;
      END;
    END;
    IF t = NIL THEN RETURN NEW(Empty) END;
    RETURN t;
  END ParseSequence;

PROCEDURE ParseRepeat(p: Parser): T RAISES {Regex.Error} =
  VAR
    t := ParseItem(p);
    ch: CHAR;
  BEGIN
    LOOP
      ch := p.peek();
      IF ch # '*' AND ch # '+' AND ch # '?' OR NOT p.takes(ch) THEN RETURN t END;
      IF ISTYPE(t, Repeat) THEN p.fail("what is repeated is repeated already") END;
      t := NEW(Repeat, body := t, atLeastOnce := ch = '+', atMostOnce := ch = '?', few := p.takes('?'));
    END;
  END ParseRepeat;

PROCEDURE ParseItem(p: Parser): T RAISES {Regex.Error} =
  VAR ch := p.next();
  BEGIN
    CASE ch OF
    | '(' => RETURN ParseGroup(p);
    | '[' => RETURN NEW(Set, chars := ParseSet(p));
    | '.' => RETURN NEW(Set, chars := All);
    | '^', '$' => RETURN NEW(Edge, end := ch = '$');
    | '\\' => RETURN NEW(Set, chars := ParseEscape(p));
    | '*', '+', '?' => p.fail("there is nothing to repeat"); RETURN NIL;
    ELSE
      RETURN NEW(Set, chars := SET OF CHAR {ch});
    END;
  END ParseItem;

PROCEDURE ParseGroup(p: Parser): T RAISES {Regex.Error} =
  VAR
    number: CARDINAL := 0;
    t: T;
  BEGIN
    IF p.takes('?') THEN
      IF NOT p.takes(':') THEN p.fail("only (?: is known") END;
    ELSE
      INC(p.groups);
      number := p.groups;
    END;
    IF p.depth = MaxDepth THEN p.fail("this is nested too deeply") END;
    INC(p.depth);
    t := ParseChoice(p);
    DEC(p.depth);
    IF NOT p.takes(')') THEN p.fail("there is no ) here") END;
    IF number = 0 THEN RETURN t END;
    RETURN NEW(Group, body := t, number := number);
  END ParseGroup;

PROCEDURE ParseEscape(p: Parser): SET OF CHAR RAISES {Regex.Error} =
  VAR ch := p.next();
  BEGIN
    CASE ch OF
    | 'd' => RETURN Digits;
    | 'D' => RETURN All - Digits;
    | 'w' => RETURN WordChars;
    | 'W' => RETURN All - WordChars;
    | 's' => RETURN Blanks;
    | 'S' => RETURN All - Blanks;
    | 'n' => RETURN SET OF CHAR {'\n'};
    | 't' => RETURN SET OF CHAR {'\t'};
    ELSE
      RETURN SET OF CHAR {ch};
    END;
  END ParseEscape;

(* What comes after "[". *)
PROCEDURE ParseSet(p: Parser): SET OF CHAR RAISES {Regex.Error} =
  VAR
    negative := p.takes('^');
    chars := SET OF CHAR {};
    first, last: CHAR;
  BEGIN
    (* A "]" in the first place stands for itself. *)
    REPEAT
      first := p.next();
      IF first = '\\' THEN
        chars := chars + ParseEscape(p);
      ELSIF p.peek() = '-' AND p.at + 1 < Text.Length(p.pattern) AND Text.GetChar(p.pattern, p.at + 1) # ']' THEN
        EVAL p.next();
        last := p.next();
        IF last < first THEN p.fail("the range ends before it begins") END;
        chars := chars + SET OF CHAR {first .. last};
      ELSE
        chars := chars + SET OF CHAR {first};
      END;
    UNTIL p.takes(']');
    IF negative THEN RETURN All - chars ELSE RETURN chars END;
  END ParseSet;

BEGIN
END RegexTree.
