MODULE Domain;

(* The kernel makes these records and reads "id", its number for the domain. *)

REVEAL T = BRANDED "Domain.T" REF RECORD id: INTEGER END;

BEGIN
END Domain.
