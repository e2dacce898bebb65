INTERFACE ASCII;

(* The characters of ISO 646, by name and by kind. *)

CONST
  NUL = '\000';
  SOH = '\001';
  STX = '\002';
  ETX = '\003';
  EOT = '\004';
  ENQ = '\005';
  ACK = '\006';
  BEL = '\007';
  BS = '\010';
  HT = '\011';
  NL = '\012';
  VT = '\013';
  NP = '\014';
  CR = '\015';
  SO = '\016';
  SI = '\017';
  DLE = '\020';
  DC1 = '\021';
  DC2 = '\022';
  DC3 = '\023';
  DC4 = '\024';
  NAK = '\025';
  SYN = '\026';
  ETB = '\027';
  CAN = '\030';
  EM = '\031';
  SUB = '\032';
  ESC = '\033';
  FS = '\034';
  GS = '\035';
  RS = '\036';
  US = '\037';
  SP = '\040';
  DEL = '\177';

TYPE Set = SET OF CHAR;

CONST
  All           = Set{FIRST(CHAR) .. LAST(CHAR)};
  Asciis        = Set{'\000' .. '\177'};
  Controls      = Set{'\000' .. '\037', '\177'};
  Spaces        = Set{' ', '\t', '\n', '\r', '\f', '\013'};
  Digits        = Set{'0' .. '9'};
  Uppers        = Set{'A' .. 'Z'};
  Lowers        = Set{'a' .. 'z'};
  Letters       = Uppers + Lowers;
  AlphaNumerics = Letters + Digits;
  Graphics      = Set{'\040' .. '\176'};
  Punctuation   = Graphics - AlphaNumerics - Set{' '};

VAR (* CONST *) Upper, Lower, Control: ARRAY CHAR OF CHAR;
(* "Upper" takes small letters to capitals, "Lower" capitals to small letters, "Control" the characters from "@" to "_" and small letters to what
   they give with the control key; every other character stays as it is. *)

END ASCII.
