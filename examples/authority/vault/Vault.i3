INTERFACE Vault;

(* An event with an authority. The implementing module decides who may link against this interface and
   who may handle "Opened", under which conditions. *)

IMPORT Auth;

PROCEDURE Opened(drawer: INTEGER);
(* Raised when a drawer is opened. *)

PROCEDURE FriendKey(password: TEXT): Auth.Key;
(* The key of a friend; NIL for a wrong password. *)

PROCEDURE Visit();
(* Open the drawers 1 to 4. *)

END Vault.
