INTERFACE Auth;

(* Authorizers: objects that an authority makes and the kernel asks. What they are asked about is "arg": for a link
   the importing "Domain.T", for a handler its "Dispatcher.Binding". "key" is what the asking party showed, or NIL. *)

TYPE
  Key = REFANY;

  T = OBJECT METHODS
    authorize(key: Key; arg: REFANY := NIL): BOOLEAN RAISES {Retry};
    (* TRUE grants. "Retry" refuses for now. *)
  END;

  AuthNever <: T;      (* refuses everybody *)
  AuthAlways <: T;     (* grants everybody *)

  AuthAuthKey <: AuthKeyPublic;   (* grants who shows the key; before "init", refuses *)
  AuthKeyPublic = T OBJECT METHODS
    init(key: Key): AuthAuthKey;  (* NIL is no key: nobody is granted *)
  END;

EXCEPTION Retry;

END Auth.
