MODULE RTCode;

(* The kernel makes these records and reads "unit", its number for the unit. *)

REVEAL
  Module = BRANDED "RTCode.Module" REF RECORD unit: INTEGER END;
  Interface = BRANDED "RTCode.Interface" REF RECORD unit: INTEGER END;

BEGIN
END RTCode.
