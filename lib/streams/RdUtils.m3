MODULE RdUtils;

IMPORT Atom, AtomList, Rd, Text;
FROM Thread IMPORT Alerted;

PROCEDURE Find(rd: Rd.T; pattern: TEXT; canonicalize: Canonicalize := NIL): [-1 .. LAST(CARDINAL)] RAISES {Rd.Failure, Alerted} =
  VAR chars := NEW(REF ARRAY OF CHAR, Text.Length(pattern));
  BEGIN
    (* What is no CHAR is in no reader. *)
    IF Text.HasWideChars(pattern) THEN
      WHILE NOT Rd.EOF(rd) DO EVAL Rd.GetText(rd, 512) END;
      RETURN -1;
    END;
    Text.SetChars(chars^, pattern);
    RETURN FindString(rd, chars^, canonicalize);
  END Find;

(* Knuth, Morris and Pratt: "back[i]" is the length of the longest proper beginning of the first "i" characters that is also their end. *)
PROCEDURE FindString(rd: Rd.T; READONLY pattern: ARRAY OF CHAR; canonicalize: Canonicalize := NIL): [-1 .. LAST(CARDINAL)]
  RAISES {Rd.Failure, Alerted} =
  VAR
    sought := NEW(REF ARRAY OF CHAR, NUMBER(pattern));
    back := NEW(REF ARRAY OF CARDINAL, NUMBER(pattern) + 1);
    matched: CARDINAL := 0;
    ch: CHAR;
  BEGIN
    FOR i := 0 TO LAST(pattern) DO
      sought[i] := Canonical(pattern[i], canonicalize);
    END;
    FOR i := 1 TO LAST(pattern) DO
      WHILE matched > 0 AND sought[matched] # sought[i] DO matched := back[matched] END;
      IF sought[matched] = sought[i] THEN INC(matched) END;
      back[i + 1] := matched;
    END;
    matched := 0;
    TRY
      WHILE matched < NUMBER(pattern) DO
        ch := Canonical(Rd.GetChar(rd), canonicalize);
        WHILE matched > 0 AND sought[matched] # ch DO matched := back[matched] END;
        IF sought[matched] = ch THEN INC(matched) END;
      END;
      RETURN Rd.Index(rd) - NUMBER(pattern);
    EXCEPT
    | Rd.EndOfFile => RETURN -1;
    END;
  END FindString;

PROCEDURE Canonical(ch: CHAR; canonicalize: Canonicalize): CHAR =
  BEGIN
    IF canonicalize = NIL THEN RETURN ch ELSE RETURN canonicalize(ch) END;
  END Canonical;

PROCEDURE FindChar(rd: Rd.T; pattern: CHAR; canonicalize: Canonicalize := NIL): [-1 .. LAST(CARDINAL)] RAISES {Rd.Failure, Alerted} =
  BEGIN
    RETURN FindString(rd, ARRAY [0 .. 0] OF CHAR{pattern}, canonicalize);
  END FindChar;

PROCEDURE FailureText(f: AtomList.T): TEXT =
  VAR result: TEXT;
  BEGIN
    IF f = NIL THEN RETURN "NIL" END;
    result := Atom.ToText(f.head);
    f := f.tail;
    WHILE f # NIL DO
      result := result & ":" & Atom.ToText(f.head);
      f := f.tail;
    END;
    RETURN result;
  END FailureText;

PROCEDURE ToUpperCaseASCII(ch: CHAR): CHAR =
  BEGIN
    IF 'a' <= ch AND ch <= 'z' THEN RETURN VAL(ORD(ch) - ORD('a') + ORD('A'), CHAR) ELSE RETURN ch END;
  END ToUpperCaseASCII;

BEGIN
END RdUtils.
