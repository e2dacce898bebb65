MODULE Main;
TYPE
  Byte = BITS 8 FOR [0 .. 255];
  Header = RECORD src, dst: [0 .. 65535]; length: [0 .. 65535]; kind: CHAR; flags: [0 .. 255] END;
  Bytes = ARRAY [0 .. 7] OF [0 .. 255];
  Partly = RECORD n: [0 .. 99] END;
  WithRef = RECORD r: REFANY END;
  Wide = ARRAY [0 .. 8] OF CHAR;
VAR
  buffer: Bytes; header: Header; partly: Partly; refs: WithRef; i: INTEGER; real: REAL; packed: RECORD b: Byte END;
PROCEDURE Read(READONLY data: ARRAY OF CHAR; READONLY refs: WithRef): INTEGER =
  BEGIN
    VIEW(data, Header).src := 3;
(*  ^ M3702: this cannot be assigned: data is a READONLY parameter *)
    RETURN VIEW(data, Header).src + VIEW(refs, RECORD n: [0 .. 255] END).n;
  END Read;
PROCEDURE Write(VAR data: ARRAY OF CHAR) =
  BEGIN
    WITH h = VIEW(data, Header) DO h.src := 1; h.kind := 'x' END;
    VIEW(data, ARRAY OF [0 .. 255])[3] := 4;
  END Write;
BEGIN
  VIEW(buffer, Header).length := 10;
  header := VIEW(buffer, Header);
  i := Read(VIEW(buffer, ARRAY OF CHAR), refs);
  Write(VIEW(buffer, ARRAY OF CHAR));
  i := VIEW(buffer, INTEGER);
  i := VIEW(buffer, Partly).n;
(*                  ^ M3630: VIEW wants a complete type, one of which every bit pattern is a value: Partly is not, for an ordinal type in it leaves some patterns of its bits without a value *)
  i := VIEW(partly, CHAR);
(*          ^ M3631: a writable variable viewed as another type must itself be of a complete type: Partly is not, for an ordinal type in it leaves some patterns of its bits without a value *)
  refs := VIEW(buffer, WithRef);
(*                     ^ M3630: VIEW wants a complete type, one of which every bit pattern is a value: WithRef is not, for it holds a reference *)
  i := VIEW(refs, [0 .. 255]);
(*          ^ M3631: a writable variable viewed as another type must itself be of a complete type: WithRef is not, for it holds a reference *)
  real := VIEW(i, REAL);
(*                ^ M3630: VIEW wants a complete type, one of which every bit pattern is a value: REAL is not, for floating-point types are excluded *)
  i := NUMBER(VIEW(buffer, Wide));
(*            ^ M3632: Wide has 72 bits, more than the 64 of the variable that is viewed *)
  i := VIEW(3, INTEGER);
(*          ^ M3623: VIEW wants a variable (a designator), not INTEGER *)
  i := VIEW(packed.b, [0 .. 255]);
(*          ^ M3623: VIEW wants a variable with an address of its own; a packed one has none *)
  i := VIEW(buffer, buffer);
(*                  ^ M3622: VIEW wants a type as second argument: buffer is a variable *)
  partly := VIEW(partly, Partly);
  i := VIEW(i, ARRAY [0 .. 7] OF BITS 8 FOR [-128 .. 127])[3];
  i := VIEW(i, ARRAY [0 .. 7] OF BITS 8 FOR [1 .. 256])[3];
(*                                    ^ M3110: [1..256] needs at least 9 bits *)
  i := ORD(VIEW(i, BOOLEAN));
(*                 ^ M3630: VIEW wants a complete type, one of which every bit pattern is a value: BOOLEAN is not, for an ordinal type in it leaves some patterns of its bits without a value *)
  i := ORD(3 IN VIEW(i, SET OF [1 .. 64]));
  i := ORD(3 IN VIEW(i, SET OF [1 .. 63]));
(*                      ^ M3630: VIEW wants a complete type, one of which every bit pattern is a value: SET OF [1..63] is not, for a set in it does not fill its bits *)
END Main.
