MODULE Stranger EXPORTS Main;

(* Is refused the link: nothing of this module ever runs. *)

IMPORT IO, Vault;

BEGIN
  IO.Put("stranger: I am in!\n");
  Vault.Visit();
END Stranger.
