MODULE Auth;

REVEAL
  AuthNever = T BRANDED "Auth.AuthNever" OBJECT OVERRIDES authorize := Never END;
  AuthAlways = T BRANDED "Auth.AuthAlways" OBJECT OVERRIDES authorize := Always END;
  AuthAuthKey = AuthKeyPublic BRANDED "Auth.AuthAuthKey" OBJECT
    key: Key := NIL;
  OVERRIDES
    init := Init;
    authorize := HasKey;
  END;

PROCEDURE Never(<*UNUSED*> self: AuthNever; <*UNUSED*> key: Key; <*UNUSED*> arg: REFANY): BOOLEAN =
  BEGIN
    RETURN FALSE;
  END Never;

PROCEDURE Always(<*UNUSED*> self: AuthAlways; <*UNUSED*> key: Key; <*UNUSED*> arg: REFANY): BOOLEAN =
  BEGIN
    RETURN TRUE;
  END Always;

PROCEDURE Init(self: AuthAuthKey; key: Key): AuthAuthKey =
  BEGIN
    self.key := key;
    RETURN self;
  END Init;

PROCEDURE HasKey(self: AuthAuthKey; key: Key; <*UNUSED*> arg: REFANY): BOOLEAN =
  BEGIN
    RETURN self.key # NIL AND key = self.key;
  END HasKey;

BEGIN
END Auth.
