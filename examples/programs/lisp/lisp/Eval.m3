MODULE Eval;

IMPORT Atom, AtomIntTbl, AtomRefTbl, Sx;
FROM Sx IMPORT Head, Tail, Cons, Pair, Closure, Primitive, Scope, Error;

TYPE Form = {Quote, If, Cond, Define, Set, Lambda, Let, Begin, And, Or};

CONST
  FormNames = ARRAY Form OF TEXT {"quote", "if", "cond", "define", "set!", "lambda", "let", "begin", "and", "or"};
  MaxDepth = 400;

VAR
  forms := NEW(AtomIntTbl.Default).init(2 * NUMBER(Form));
  otherwise := Sx.Symbol("else");
  depth := 0;

PROCEDURE NewScope(outer: Scope): Scope =
  BEGIN
    RETURN NEW(Scope, outer := outer, names := NEW(AtomRefTbl.Default).init(4));
  END NewScope;

PROCEDURE Define(scope: Scope; name: TEXT; value: Sx.T) =
  BEGIN
    Bind(scope, Sx.Symbol(name), value);
  END Define;

PROCEDURE Bind(scope: Scope; name: Atom.T; value: Sx.T) =
  BEGIN
    TYPECASE value OF
    | NULL =>
    | Sx.Procedure(p) => IF p.name = NIL THEN p.name := name END;
    ELSE
    END;
    EVAL scope.names.put(name, value);
  END Bind;

(* The scope that has the name. *)
PROCEDURE Find(scope: Scope; name: Atom.T; VAR value: Sx.T): Scope RAISES {Error} =
  BEGIN
    WHILE scope # NIL DO
      IF scope.names.get(name, value) THEN RETURN scope END;
      scope := scope.outer;
    END;
    RAISE Error("nothing is called " & Atom.ToText(name));
  END Find;

PROCEDURE Eval(x: Sx.T; scope: Scope): Sx.T RAISES {Error} =
  BEGIN
    IF depth = MaxDepth THEN RAISE Error("this goes too deep") END;
    INC(depth);
    TRY
      RETURN EvalHere(x, scope);
    FINALLY
      DEC(depth);
    END;
  END Eval;

(* Each turn replaces "x" and "scope" by what has the same value, until that is at hand. *)
PROCEDURE EvalHere(x: Sx.T; scope: Scope): Sx.T RAISES {Error} =
  VAR
    value: Sx.T;
    form: INTEGER;
    done: BOOLEAN;
  BEGIN
    LOOP
      TYPECASE x OF
      | NULL => RETURN NIL;
      | Atom.T(a) =>
          EVAL Find(scope, a, value);
          RETURN value;
      | Pair(p) =>
          IF IsForm(p.head, form) THEN
            done := Special(VAL(form, Form), p.tail, x, scope);
            IF done THEN RETURN x END;
          ELSE
            value := Eval(p.head, scope);
            WITH arguments = EvalEach(p.tail, scope) DO
              TYPECASE value OF
              | NULL => RAISE Error("() cannot be called");
              | Primitive(f) => RETURN f.apply(arguments);
              | Closure(f) =>
                  scope := Enter(f, arguments);
                  x := EvalAllButLast(f.body, scope);
              ELSE
                RAISE Error(Sx.ToText(value) & " cannot be called");
              END;
            END;
          END;
      ELSE
        RETURN x;
      END;
    END;
  END EvalHere;

PROCEDURE IsForm(head: Sx.T; VAR form: INTEGER): BOOLEAN =
  BEGIN
    TYPECASE head OF
    | NULL => RETURN FALSE;
    | Atom.T(a) => RETURN forms.get(a, form);
    ELSE
      RETURN FALSE;
    END;
  END IsForm;

(* TRUE if "x" is the value now; else "x" in "scope" is to be evaluated in place of the form. *)
PROCEDURE Special(form: Form; rest: Sx.T; VAR x: Sx.T; VAR scope: Scope): BOOLEAN RAISES {Error} =
  BEGIN
    CASE form OF
    | Form.Quote =>
        x := Head(rest);
        RETURN TRUE;
    | Form.If =>
        IF Eval(Head(rest), scope) # NIL THEN x := Head(Tail(rest)) ELSE x := Head(Tail(Tail(rest))) END;
        RETURN FALSE;
    | Form.Cond =>
        WHILE rest # NIL DO
          WITH clause = Head(rest) DO
            IF Head(clause) = otherwise OR Eval(Head(clause), scope) # NIL THEN
              x := EvalAllButLast(Tail(clause), scope);
              RETURN FALSE;
            END;
          END;
          rest := Tail(rest);
        END;
        x := NIL;
        RETURN TRUE;
    | Form.Define =>
        x := DefineForm(rest, scope);
        RETURN TRUE;
    | Form.Set =>
        VAR
          name := Sx.ToSymbol(Head(rest));
          old: Sx.T;
          where := Find(scope, name, old);
        BEGIN
          x := Eval(Head(Tail(rest)), scope);
          EVAL where.names.put(name, x);
        END;
        RETURN TRUE;
    | Form.Lambda =>
        x := NEW(Closure, parameters := Head(rest), body := Tail(rest), scope := scope);
        RETURN TRUE;
    | Form.Let =>
        scope := Let(Head(rest), scope);
        x := EvalAllButLast(Tail(rest), scope);
        RETURN FALSE;
    | Form.Begin =>
        x := EvalAllButLast(rest, scope);
        RETURN FALSE;
    | Form.And, Form.Or =>
        x := Sx.Bool(form = Form.And);
        IF rest = NIL THEN RETURN TRUE END;
        WHILE Tail(rest) # NIL DO
          x := Eval(Head(rest), scope);
          IF (x = NIL) = (form = Form.And) THEN RETURN TRUE END;
          rest := Tail(rest);
        END;
        x := Head(rest);
        RETURN FALSE;
    END;
  END Special;

PROCEDURE DefineForm(rest: Sx.T; scope: Scope): Sx.T RAISES {Error} =
  VAR
    what := Head(rest);
    value: Sx.T;
  BEGIN
    TYPECASE what OF
    | NULL => RAISE Error("define wants a name");
    | Pair(p) =>
        what := p.head;
        value := NEW(Closure, parameters := p.tail, body := Tail(rest), scope := scope);
    ELSE
      value := Eval(Head(Tail(rest)), scope);
    END;
    Bind(scope, Sx.ToSymbol(what), value);
    RETURN what;
  END DefineForm;

PROCEDURE Let(bindings: Sx.T; scope: Scope): Scope RAISES {Error} =
  VAR inner := NewScope(scope);
  BEGIN
    WHILE bindings # NIL DO
      WITH b = Head(bindings) DO
        Bind(inner, Sx.ToSymbol(Head(b)), Eval(Head(Tail(b)), scope));
      END;
      bindings := Tail(bindings);
    END;
    RETURN inner;
  END Let;

(* The last expression of the list, which is left to be evaluated. *)
PROCEDURE EvalAllButLast(list: Sx.T; scope: Scope): Sx.T RAISES {Error} =
  BEGIN
    IF list = NIL THEN RETURN NIL END;
    WHILE Tail(list) # NIL DO
      EVAL Eval(Head(list), scope);
      list := Tail(list);
    END;
    RETURN Head(list);
  END EvalAllButLast;

PROCEDURE EvalEach(list: Sx.T; scope: Scope): Sx.T RAISES {Error} =
  VAR first, last, new: Pair;
  BEGIN
    WHILE list # NIL DO
      new := NEW(Pair, head := Eval(Head(list), scope), tail := NIL);
      IF first = NIL THEN first := new ELSE last.tail := new END;
      last := new;
      list := Tail(list);
    END;
    RETURN first;
  END EvalEach;

PROCEDURE Enter(f: Closure; arguments: Sx.T): Scope RAISES {Error} =
  VAR
    scope := NewScope(f.scope);
    parameters := f.parameters;
  BEGIN
    LOOP
      TYPECASE parameters OF
      | NULL =>
          IF arguments # NIL THEN RAISE Error(Sx.ToText(f) & " has too many arguments") END;
          RETURN scope;
      | Atom.T(a) =>
          Bind(scope, a, arguments);
          RETURN scope;
      ELSE
        IF arguments = NIL THEN RAISE Error(Sx.ToText(f) & " has too few arguments") END;
        Bind(scope, Sx.ToSymbol(Head(parameters)), Head(arguments));
        parameters := Tail(parameters);
        arguments := Tail(arguments);
      END;
    END;
  END Enter;

PROCEDURE Apply(procedure, arguments: Sx.T): Sx.T RAISES {Error} =
  BEGIN
    TYPECASE procedure OF
    | NULL =>
    | Primitive(f) => RETURN f.apply(arguments);
    | Closure(f) =>
        WITH scope = Enter(f, arguments) DO
          RETURN Eval(Cons(Sx.Symbol("begin"), f.body), scope);
        END;
    ELSE
    END;
    RAISE Error(Sx.ToText(procedure) & " cannot be called");
  END Apply;

BEGIN
  FOR f := FIRST(Form) TO LAST(Form) DO EVAL forms.put(Sx.Symbol(FormNames[f]), ORD(f)) END;
END Eval.
