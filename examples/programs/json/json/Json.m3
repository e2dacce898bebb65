MODULE Json;

IMPORT RefSeq, Text AS Txt, TextRefTbl, TextSeq, Thread, Wr;

REVEAL
  T = Public BRANDED "Json.T" OBJECT
    METHODS
      equal(other: T): BOOLEAN := SameValue;    (* "other" has the same kind *)
    END;

  Array = T BRANDED "Json.Array" OBJECT
      elements: RefSeq.T;
    OVERRIDES
      kind := ArrayKind;
      write := WriteArray;
      equal := EqualArrays;
    END;

  Object = T BRANDED "Json.Object" OBJECT
      names: TextSeq.T;             (* in order, each once *)
      members: TextRefTbl.T;
    OVERRIDES
      kind := ObjectKind;
      write := WriteObject;
      equal := EqualObjects;
    END;

TYPE
  NullValue = T OBJECT
    OVERRIDES
      kind := NullKind;
      write := WriteNull;
    END;

  BoolValue = T OBJECT
      value: BOOLEAN;
    OVERRIDES
      kind := BoolKind;
      write := WriteBool;
      equal := EqualBools;
    END;

  (* Numbers and strings. *)
  TextValue = T OBJECT
      text: TEXT;
    OVERRIDES
      equal := EqualTexts;
    END;

  NumberValue = TextValue OBJECT
    OVERRIDES
      kind := NumberKind;
      write := WriteNumber;
    END;

  StringValue = TextValue OBJECT
    OVERRIDES
      kind := StringKind;
      write := WriteString;
    END;

VAR null := NEW(NullValue);

(* Making *)

PROCEDURE Null(): T =
  BEGIN
    RETURN null;
  END Null;

PROCEDURE Bool(b: BOOLEAN): T =
  BEGIN
    RETURN NEW(BoolValue, value := b);
  END Bool;

PROCEDURE Number(lexeme: TEXT): T =
  BEGIN
    RETURN NEW(NumberValue, text := lexeme);
  END Number;

PROCEDURE String(t: TEXT): T =
  BEGIN
    RETURN NEW(StringValue, text := t);
  END String;

PROCEDURE MakeArray(elements: RefSeq.T): Array =
  BEGIN
    RETURN NEW(Array, elements := RefSeq.Sub(elements, 0));
  END MakeArray;

PROCEDURE MakeObject(names: TextSeq.T; values: RefSeq.T): Object =
  VAR
    members := NEW(TextRefTbl.Default).init(names.size());
    distinct := NEW(TextSeq.T).init(names.size());
  BEGIN
    FOR i := 0 TO names.size() - 1 DO
      IF NOT members.put(names.get(i), values.get(i)) THEN distinct.addhi(names.get(i)) END;
    END;
    RETURN NEW(Object, names := distinct, members := members);
  END MakeObject;

(* Looking *)

PROCEDURE NullKind(<*UNUSED*> v: NullValue): Kind = BEGIN RETURN Kind.Null END NullKind;
PROCEDURE BoolKind(<*UNUSED*> v: BoolValue): Kind = BEGIN RETURN Kind.Bool END BoolKind;
PROCEDURE NumberKind(<*UNUSED*> v: NumberValue): Kind = BEGIN RETURN Kind.Number END NumberKind;
PROCEDURE StringKind(<*UNUSED*> v: StringValue): Kind = BEGIN RETURN Kind.String END StringKind;
PROCEDURE ArrayKind(<*UNUSED*> v: Array): Kind = BEGIN RETURN Kind.Array END ArrayKind;
PROCEDURE ObjectKind(<*UNUSED*> v: Object): Kind = BEGIN RETURN Kind.Object END ObjectKind;

PROCEDURE Text(v: T): TEXT RAISES {Missing} =
  BEGIN
    TYPECASE v OF
    | TextValue(t) => RETURN t.text;
    ELSE
      RAISE Missing("text in what is no string or number");
    END;
  END Text;

PROCEDURE Size(v: T): CARDINAL =
  BEGIN
    TYPECASE v OF
    | Array(a) => RETURN a.elements.size();
    | Object(o) => RETURN o.names.size();
    ELSE
      RETURN 0;
    END;
  END Size;

PROCEDURE Element(a: T; i: CARDINAL): T RAISES {Missing} =
  BEGIN
    TYPECASE a OF
    | Array(array) => IF i < array.elements.size() THEN RETURN array.elements.get(i) END;
    ELSE
    END;
    RAISE Missing("element of that number");
  END Element;

PROCEDURE Name(o: T; i: CARDINAL): TEXT RAISES {Missing} =
  BEGIN
    TYPECASE o OF
    | Object(object) => IF i < object.names.size() THEN RETURN object.names.get(i) END;
    ELSE
    END;
    RAISE Missing("member of that number");
  END Name;

PROCEDURE Member(o: T; name: TEXT): T RAISES {Missing} =
  VAR value: REFANY;
  BEGIN
    TYPECASE o OF
    | Object(object) => IF object.members.get(name, value) THEN RETURN value END;
    ELSE
    END;
    RAISE Missing("member \"" & name & "\"");
  END Member;

PROCEDURE Select(v: T; path: TEXT): T RAISES {Missing} =
  VAR
    start := 0;
    dot: INTEGER;
    step: TEXT;
  BEGIN
    WHILE start < Txt.Length(path) DO
      dot := Txt.FindChar(path, '.', start);
      IF dot < 0 THEN dot := Txt.Length(path) END;
      step := Txt.Sub(path, start, dot - start);
      IF v.kind() = Kind.Array THEN
        v := Element(v, ToNumber(step));
      ELSE
        v := Member(v, step);
      END;
      start := dot + 1;
    END;
    RETURN v;
  END Select;

PROCEDURE ToNumber(step: TEXT): CARDINAL RAISES {Missing} =
  VAR n := 0;
  BEGIN
    IF Txt.Length(step) = 0 OR Txt.Length(step) > 9 THEN RAISE Missing("element \"" & step & "\"") END;
    FOR i := 0 TO Txt.Length(step) - 1 DO
      CASE Txt.GetChar(step, i) OF
      | '0' .. '9' => n := 10 * n + ORD(Txt.GetChar(step, i)) - ORD('0');
      ELSE
        RAISE Missing("element \"" & step & "\"");
      END;
    END;
    RETURN n;
  END ToNumber;

(* Comparing *)

PROCEDURE Equal(a, b: T): BOOLEAN =
  BEGIN
    RETURN a.kind() = b.kind() AND a.equal(b);
  END Equal;

PROCEDURE SameValue(<*UNUSED*> a, b: T): BOOLEAN =
  BEGIN
    RETURN TRUE;
  END SameValue;

PROCEDURE EqualBools(a: BoolValue; b: T): BOOLEAN =
  BEGIN
    RETURN a.value = NARROW(b, BoolValue).value;
  END EqualBools;

PROCEDURE EqualTexts(a: TextValue; b: T): BOOLEAN =
  BEGIN
    RETURN Txt.Equal(a.text, NARROW(b, TextValue).text);
  END EqualTexts;

PROCEDURE EqualArrays(a: Array; other: T): BOOLEAN =
  VAR b: Array := other;
  BEGIN
    IF a.elements.size() # b.elements.size() THEN RETURN FALSE END;
    FOR i := 0 TO a.elements.size() - 1 DO
      IF NOT Equal(a.elements.get(i), b.elements.get(i)) THEN RETURN FALSE END;
    END;
    RETURN TRUE;
  END EqualArrays;

PROCEDURE EqualObjects(a: Object; other: T): BOOLEAN =
  VAR
    b: Object := other;
    it := a.members.iterate();
    name: TEXT;
    x, y: REFANY;
  BEGIN
    IF a.members.size() # b.members.size() THEN RETURN FALSE END;
    WHILE it.next(name, x) DO
      IF NOT b.members.get(name, y) OR NOT Equal(x, y) THEN RETURN FALSE END;
    END;
    RETURN TRUE;
  END EqualObjects;

(* Writing *)

PROCEDURE WriteNull(<*UNUSED*> v: NullValue; wr: Wr.T; <*UNUSED*> indent: INTEGER)
  RAISES {Wr.Failure, Thread.Alerted} =
  BEGIN
    Wr.PutText(wr, "null");
  END WriteNull;

PROCEDURE WriteBool(v: BoolValue; wr: Wr.T; <*UNUSED*> indent: INTEGER) RAISES {Wr.Failure, Thread.Alerted} =
  CONST Names = ARRAY BOOLEAN OF TEXT {"false", "true"};
  BEGIN
    Wr.PutText(wr, Names[v.value]);
  END WriteBool;

PROCEDURE WriteNumber(v: NumberValue; wr: Wr.T; <*UNUSED*> indent: INTEGER) RAISES {Wr.Failure, Thread.Alerted} =
  BEGIN
    Wr.PutText(wr, v.text);
  END WriteNumber;

PROCEDURE WriteString(v: StringValue; wr: Wr.T; <*UNUSED*> indent: INTEGER) RAISES {Wr.Failure, Thread.Alerted} =
  BEGIN
    Quote(wr, v.text);
  END WriteString;

PROCEDURE Quote(wr: Wr.T; t: TEXT) RAISES {Wr.Failure, Thread.Alerted} =
  CONST Hex = ARRAY [0 .. 15] OF CHAR {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
  BEGIN
    Wr.PutChar(wr, '"');
    FOR i := 0 TO Txt.Length(t) - 1 DO
      WITH c = Txt.GetWideChar(t, i) DO
        CASE c OF
        | W'"', W'\\' => Wr.PutChar(wr, '\\'); Wr.PutWideChar(wr, c);
        | W'\n' => Wr.PutText(wr, "\\n");
        | W'\t' => Wr.PutText(wr, "\\t");
        | W'\r' => Wr.PutText(wr, "\\r");
        ELSE
          IF c < W' ' THEN
            Wr.PutText(wr, "\\u00");
            Wr.PutChar(wr, Hex[ORD(c) DIV 16]);
            Wr.PutChar(wr, Hex[ORD(c) MOD 16]);
          ELSE
            Wr.PutWideChar(wr, c);
          END;
        END;
      END;
    END;
    Wr.PutChar(wr, '"');
  END Quote;

(* What comes before a member, or before the closing bracket. *)
PROCEDURE Break(wr: Wr.T; indent: INTEGER) RAISES {Wr.Failure, Thread.Alerted} =
  BEGIN
    IF indent < 0 THEN RETURN END;
    Wr.PutChar(wr, '\n');
    FOR i := 1 TO indent DO Wr.PutText(wr, "  ") END;
  END Break;

PROCEDURE Deeper(indent: INTEGER): INTEGER =
  BEGIN
    IF indent < 0 THEN RETURN indent ELSE RETURN indent + 1 END;
  END Deeper;

PROCEDURE WriteArray(v: Array; wr: Wr.T; indent: INTEGER) RAISES {Wr.Failure, Thread.Alerted} =
  BEGIN
    Wr.PutChar(wr, '[');
    FOR i := 0 TO v.elements.size() - 1 DO
      IF i > 0 THEN Wr.PutChar(wr, ',') END;
      Break(wr, Deeper(indent));
      NARROW(v.elements.get(i), T).write(wr, Deeper(indent));
    END;
    IF v.elements.size() > 0 THEN Break(wr, indent) END;
    Wr.PutChar(wr, ']');
  END WriteArray;

PROCEDURE WriteObject(v: Object; wr: Wr.T; indent: INTEGER) RAISES {Wr.Failure, Thread.Alerted} =
  VAR value: REFANY;
  BEGIN
    Wr.PutChar(wr, '{');
    FOR i := 0 TO v.names.size() - 1 DO
      IF i > 0 THEN Wr.PutChar(wr, ',') END;
      Break(wr, Deeper(indent));
      Quote(wr, v.names.get(i));
      Wr.PutChar(wr, ':');
      IF indent >= 0 THEN Wr.PutChar(wr, ' ') END;
      EVAL v.members.get(v.names.get(i), value);
      NARROW(value, T).write(wr, Deeper(indent));
    END;
    IF v.names.size() > 0 THEN Break(wr, indent) END;
    Wr.PutChar(wr, '}');
  END WriteObject;

BEGIN
END Json.
