INTERFACE NameServer;

(* Names for objects. A name space "ns" maps simple names to objects; an object may be a name space itself, so names
   are paths with "/" between simple names. Any subtype of "T" can stand in the tree: it decides by its methods what its names mean.

   Abstract state: "map(ns)", a finite map from simple names (not empty, without "/") to objects other than NIL, in the order of attachment. *)

IMPORT Word;

CONST SpinServices = "svc";

TYPE EC = {NameNotFound, NameExists, InvalidName, Unauthorized, Panic};

EXCEPTION Error(EC);

TYPE
  Name = TEXT;
  Cookie = Word.T;  (* a position in a listing; 0 is the beginning *)

  (* Stands for another object, which lookups find in its place. *)
  Alias = OBJECT METHODS
    getObject(): REFANY;
  END;

  Entry = RECORD
    name: Name;
    cookie: Cookie;  (* where the listing goes on after this entry *)
  END;

  T <: Public;
  Default <: T;  (* keeps its map in memory *)
  Public = OBJECT METHODS
    init(): T;
    (* Make the map empty. The object itself. *)

    lookup(VAR name: Name; dontFollowAlias: BOOLEAN := FALSE): REFANY RAISES {Error};
    (* Take the first simple name off "name", leave the rest in "name", and return what the map has for it.
       An alias is replaced by its object unless "name" is used up and "dontFollowAlias". *)

    attach(name: Name; obj: REFANY) RAISES {Error};
    (* Map the simple name to "obj". "NameExists" if it is mapped already. *)

    detach(name: Name) RAISES {Error};

    rename(from, to: Name) RAISES {Error};

    iterate(cookie: Cookie := 0): Iterator;

    size(): CARDINAL;

    getEntries(cookie: Cookie; VAR ent: ARRAY OF Entry): CARDINAL;
    (* Store entries from "cookie" on in "ent"; how many. Entries attached or detached meanwhile may be missed or not. *)

    create(name: Name): T RAISES {Error};
    (* Attach a new, empty name space of the same sort. *)
  END;

  Iterator <: IteratorPublic;
  IteratorPublic = OBJECT METHODS
    next(VAR k: Name; VAR v: REFANY): BOOLEAN;  (* FALSE at the end *)
    seek(cookie: Cookie);
  END;

PROCEDURE Root(): T;
(* The global name space. *)

PROCEDURE Lookup(dir: T := NIL; name: TEXT; dontFollowAlias := FALSE; root: T := NIL): REFANY RAISES {Error};
(* What the path "name" leads to from "dir", or, if it begins with "/" or "dir" is NIL, from "root" ("Root()" for NIL). *)

PROCEDURE LookupSoft(dir: T := NIL; name: TEXT; dontFollowAlias := FALSE; root: T := NIL): REFANY RAISES {Error};
(* The same, but NIL instead of "NameNotFound". *)

PROCEDURE Attach(dir: T; name: TEXT; obj: REFANY) RAISES {Error};
(* Attach the last simple name of the path in the name space that the rest of it leads to. *)

PROCEDURE Detach(dir: T; name: TEXT) RAISES {Error};

PROCEDURE GetComponent(VAR path: Name; VAR component: Name);
(* Move the first simple name from "path" to "component". *)

PROCEDURE IsNameValid(name: Name): BOOLEAN;
(* Is it a simple name? *)

PROCEDURE Fmt(ec: EC): TEXT;

END NameServer.
