MODULE deltablue;

FROM Measure IMPORT measure;
FROM SYSTEM IMPORT TSIZE;
FROM SysStorage IMPORT ALLOCATE, DEALLOCATE;

CONST
  Smallest = 4;     (* room of a list *)
  Largest = 65536;

TYPE
  Strength = (Required, StrongPreferred, Preferred, StrongDefault, Normal, WeakDefault, Weakest);
  Direction = (None, Forward, Backward);
  Kind = (Stay, Edit, Equality, Scale);

  Constraint = POINTER TO ConstraintRecord;
  Methods = POINTER TO MethodsRecord;
  Items = POINTER TO ARRAY [0 .. Largest - 1] OF Constraint;
  List = RECORD
    items: Items;
    count, room: INTEGER
  END;

  (* "walk" is the strength of the weakest constraint upstream that could be given up to set this variable; "stay" says that its
     value cannot change while a plan is carried out. *)
  Variable = POINTER TO VariableRecord;
  VariableRecord = RECORD
    value: LONGINT;
    users: List;  (* the constraints on it *)
    determinedBy: Constraint;
    mark: INTEGER;
    walk: Strength;
    stay: BOOLEAN;
    allocated: Variable
  END;

  Act = PROCEDURE (Constraint);
  ActOnMark = PROCEDURE (Constraint, INTEGER);
  Ask = PROCEDURE (Constraint): BOOLEAN;
  AskOfMark = PROCEDURE (Constraint, INTEGER): BOOLEAN;
  Find = PROCEDURE (Constraint): Variable;
  MethodsRecord = RECORD
    attach, detach: Act;
    choose: ActOnMark;     (* which variable to determine, if any; none with that mark *)
    satisfied: Ask;
    unsatisfy: Act;
    markInputs: ActOnMark;
    inputsKnown: AskOfMark;
    output: Find;
    recalculate: Act;      (* the output's "walk" and "stay", and its value if that cannot change *)
    execute: Act;
    isInput: Ask
  END;

  ConstraintRecord = RECORD
    methods: Methods;
    strength: Strength;
    allocated: Constraint;
    CASE kind: Kind OF
      Stay, Edit:
        variable: Variable;
        active: BOOLEAN |
      Equality, Scale:
        first, second: Variable;
        direction: Direction;
        scale, offset: Variable  (* second = first * scale + offset *)
    END
  END;

VAR
  lastMark: INTEGER;
  variables: Variable;      (* all that there are *)
  constraints: Constraint;
  methodsOf: ARRAY Kind OF Methods;

PROCEDURE Clear(VAR list: List);
BEGIN
  list.items := NIL;
  list.count := 0;
  list.room := 0
END Clear;

PROCEDURE Discard(VAR list: List);
BEGIN
  IF list.items # NIL THEN DEALLOCATE(list.items, VAL(CARDINAL, list.room) * TSIZE(Constraint)) END;
  Clear(list)
END Discard;

PROCEDURE Push(VAR list: List; c: Constraint);
VAR
  larger: Items;
  room, i: INTEGER;
BEGIN
  IF list.count = list.room THEN
    IF list.room = 0 THEN room := Smallest ELSE room := 2 * list.room END;
    ALLOCATE(larger, VAL(CARDINAL, room) * TSIZE(Constraint));
    FOR i := 0 TO list.count - 1 DO larger^[i] := list.items^[i] END;
    IF list.items # NIL THEN DEALLOCATE(list.items, VAL(CARDINAL, list.room) * TSIZE(Constraint)) END;
    list.items := larger;
    list.room := room
  END;
  list.items^[list.count] := c;
  INC(list.count)
END Push;

PROCEDURE Pop(VAR list: List): Constraint;
BEGIN
  DEC(list.count);
  RETURN list.items^[list.count]
END Pop;

(* The others keep their order. *)
PROCEDURE Remove(VAR list: List; c: Constraint);
VAR kept, i: INTEGER;
BEGIN
  kept := 0;
  FOR i := 0 TO list.count - 1 DO
    IF list.items^[i] # c THEN
      list.items^[kept] := list.items^[i];
      INC(kept)
    END
  END;
  list.count := kept
END Remove;

PROCEDURE NewVariable(value: LONGINT): Variable;
VAR v: Variable;
BEGIN
  NEW(v);
  v^.value := value;
  Clear(v^.users);
  v^.determinedBy := NIL;
  v^.mark := 0;
  v^.walk := Weakest;
  v^.stay := TRUE;
  v^.allocated := variables;
  variables := v;
  RETURN v
END NewVariable;

PROCEDURE NewConstraint(kind: Kind; strength: Strength): Constraint;
VAR c: Constraint;
BEGIN
  NEW(c);
  c^.methods := methodsOf[kind];
  c^.kind := kind;
  c^.strength := strength;
  c^.allocated := constraints;
  constraints := c;
  RETURN c
END NewConstraint;

PROCEDURE Stronger(s, t: Strength): BOOLEAN;
BEGIN
  RETURN s < t
END Stronger;

PROCEDURE Weaker(s, t: Strength): Strength;
BEGIN
  IF Stronger(s, t) THEN RETURN t ELSE RETURN s END
END Weaker;

PROCEDURE Known(v: Variable; mark: INTEGER): BOOLEAN;
BEGIN
  RETURN (v^.mark = mark) OR v^.stay OR (v^.determinedBy = NIL)
END Known;

PROCEDURE OutputOf(c: Constraint): Variable;
BEGIN
  RETURN c^.methods^.output(c)
END OutputOf;

PROCEDURE Yes(c: Constraint): BOOLEAN;
BEGIN
  RETURN TRUE
END Yes;

PROCEDURE No(c: Constraint): BOOLEAN;
BEGIN
  RETURN FALSE
END No;

(* Constraints on one variable. *)

PROCEDURE NewUnary(kind: Kind; strength: Strength; variable: Variable): Constraint;
VAR c: Constraint;
BEGIN
  c := NewConstraint(kind, strength);
  c^.variable := variable;
  c^.active := FALSE;
  RETURN c
END NewUnary;

PROCEDURE AttachUnary(c: Constraint);
BEGIN
  Push(c^.variable^.users, c)
END AttachUnary;

PROCEDURE DetachUnary(c: Constraint);
BEGIN
  Remove(c^.variable^.users, c)
END DetachUnary;

PROCEDURE ChooseUnary(c: Constraint; mark: INTEGER);
BEGIN
  c^.active := (c^.variable^.mark # mark) AND Stronger(c^.strength, c^.variable^.walk)
END ChooseUnary;

PROCEDURE SatisfiedUnary(c: Constraint): BOOLEAN;
BEGIN
  RETURN c^.active
END SatisfiedUnary;

PROCEDURE UnsatisfyUnary(c: Constraint);
BEGIN
  c^.active := FALSE
END UnsatisfyUnary;

PROCEDURE MarkNothing(c: Constraint; mark: INTEGER);
BEGIN
END MarkNothing;

PROCEDURE AlwaysKnown(c: Constraint; mark: INTEGER): BOOLEAN;
BEGIN
  RETURN TRUE
END AlwaysKnown;

PROCEDURE OutputUnary(c: Constraint): Variable;
BEGIN
  RETURN c^.variable
END OutputUnary;

PROCEDURE RecalculateUnary(c: Constraint);
VAR output: Variable;
BEGIN
  output := c^.variable;
  output^.walk := c^.strength;
  output^.stay := NOT c^.methods^.isInput(c);
  IF output^.stay THEN c^.methods^.execute(c) END
END RecalculateUnary;

PROCEDURE Skip(c: Constraint);
BEGIN
END Skip;

(* Constraints on two variables, of which the one is made from the other. *)

PROCEDURE NewBinary(kind: Kind; strength: Strength; first, second: Variable): Constraint;
VAR c: Constraint;
BEGIN
  c := NewConstraint(kind, strength);
  c^.first := first;
  c^.second := second;
  c^.direction := None;
  RETURN c
END NewBinary;

PROCEDURE AttachBinary(c: Constraint);
BEGIN
  Push(c^.first^.users, c);
  Push(c^.second^.users, c);
  c^.direction := None
END AttachBinary;

PROCEDURE DetachBinary(c: Constraint);
BEGIN
  Remove(c^.first^.users, c);
  Remove(c^.second^.users, c);
  c^.direction := None
END DetachBinary;

PROCEDURE ChooseBinary(c: Constraint; mark: INTEGER);
VAR
  first, second, output: Variable;
  direction: Direction;
BEGIN
  first := c^.first;
  second := c^.second;
  IF (first^.mark = mark) AND (second^.mark = mark) THEN
    c^.direction := None;
    RETURN
  ELSIF (first^.mark = mark) OR (second^.mark # mark) AND NOT Stronger(second^.walk, first^.walk) THEN
    direction := Forward;
    output := second
  ELSE
    direction := Backward;
    output := first
  END;
  IF Stronger(c^.strength, output^.walk) THEN c^.direction := direction ELSE c^.direction := None END
END ChooseBinary;

PROCEDURE SatisfiedBinary(c: Constraint): BOOLEAN;
BEGIN
  RETURN c^.direction # None
END SatisfiedBinary;

PROCEDURE UnsatisfyBinary(c: Constraint);
BEGIN
  c^.direction := None
END UnsatisfyBinary;

PROCEDURE Input(c: Constraint): Variable;
BEGIN
  IF c^.direction = Forward THEN RETURN c^.first ELSE RETURN c^.second END
END Input;

PROCEDURE OutputBinary(c: Constraint): Variable;
BEGIN
  IF c^.direction = Forward THEN RETURN c^.second ELSE RETURN c^.first END
END OutputBinary;

PROCEDURE MarkInputsBinary(c: Constraint; mark: INTEGER);
VAR input: Variable;
BEGIN
  input := Input(c);
  input^.mark := mark
END MarkInputsBinary;

PROCEDURE InputsKnownBinary(c: Constraint; mark: INTEGER): BOOLEAN;
BEGIN
  RETURN Known(Input(c), mark)
END InputsKnownBinary;

PROCEDURE RecalculateBinary(c: Constraint);
VAR input, output: Variable;
BEGIN
  input := Input(c);
  output := OutputOf(c);
  output^.walk := Weaker(c^.strength, input^.walk);
  output^.stay := input^.stay;
  IF output^.stay THEN c^.methods^.execute(c) END
END RecalculateBinary;

PROCEDURE Copy(c: Constraint);
VAR input, output: Variable;
BEGIN
  input := Input(c);
  output := OutputOf(c);
  output^.value := input^.value
END Copy;

PROCEDURE AttachScale(c: Constraint);
BEGIN
  AttachBinary(c);
  Push(c^.scale^.users, c);
  Push(c^.offset^.users, c)
END AttachScale;

PROCEDURE DetachScale(c: Constraint);
BEGIN
  DetachBinary(c);
  Remove(c^.scale^.users, c);
  Remove(c^.offset^.users, c)
END DetachScale;

PROCEDURE MarkInputsScale(c: Constraint; mark: INTEGER);
BEGIN
  MarkInputsBinary(c, mark);
  c^.scale^.mark := mark;
  c^.offset^.mark := mark
END MarkInputsScale;

PROCEDURE InputsKnownScale(c: Constraint; mark: INTEGER): BOOLEAN;
BEGIN
  RETURN InputsKnownBinary(c, mark) AND Known(c^.scale, mark) AND Known(c^.offset, mark)
END InputsKnownScale;

PROCEDURE RecalculateScale(c: Constraint);
VAR input, output: Variable;
BEGIN
  input := Input(c);
  output := OutputOf(c);
  output^.walk := Weaker(c^.strength, input^.walk);
  output^.stay := input^.stay AND c^.scale^.stay AND c^.offset^.stay;
  IF output^.stay THEN c^.methods^.execute(c) END
END RecalculateScale;

PROCEDURE Project(c: Constraint);
BEGIN
  IF c^.direction = Forward THEN
    c^.second^.value := c^.first^.value * c^.scale^.value + c^.offset^.value
  ELSE
    c^.first^.value := (c^.second^.value - c^.offset^.value) DIV c^.scale^.value
  END
END Project;

PROCEDURE SetUnary(kind: Kind; isInput: Ask);
VAR m: Methods;
BEGIN
  NEW(m);
  m^.attach := AttachUnary;
  m^.detach := DetachUnary;
  m^.choose := ChooseUnary;
  m^.satisfied := SatisfiedUnary;
  m^.unsatisfy := UnsatisfyUnary;
  m^.markInputs := MarkNothing;
  m^.inputsKnown := AlwaysKnown;
  m^.output := OutputUnary;
  m^.recalculate := RecalculateUnary;
  m^.execute := Skip;
  m^.isInput := isInput;
  methodsOf[kind] := m
END SetUnary;

PROCEDURE SetBinary(kind: Kind; execute: Act);
VAR m: Methods;
BEGIN
  NEW(m);
  m^.attach := AttachBinary;
  m^.detach := DetachBinary;
  m^.choose := ChooseBinary;
  m^.satisfied := SatisfiedBinary;
  m^.unsatisfy := UnsatisfyBinary;
  m^.markInputs := MarkInputsBinary;
  m^.inputsKnown := InputsKnownBinary;
  m^.output := OutputBinary;
  m^.recalculate := RecalculateBinary;
  m^.execute := execute;
  m^.isInput := No;
  methodsOf[kind] := m
END SetBinary;

PROCEDURE SetMethods;
BEGIN
  SetUnary(Stay, No);
  SetUnary(Edit, Yes);
  SetBinary(Equality, Copy);
  SetBinary(Scale, Project);
  methodsOf[Scale]^.attach := AttachScale;
  methodsOf[Scale]^.detach := DetachScale;
  methodsOf[Scale]^.markInputs := MarkInputsScale;
  methodsOf[Scale]^.inputsKnown := InputsKnownScale;
  methodsOf[Scale]^.recalculate := RecalculateScale
END SetMethods;

(* Planning. *)

PROCEDURE NewMark(): INTEGER;
BEGIN
  INC(lastMark);
  RETURN lastMark
END NewMark;

(* The satisfied constraints that take the variable's value. *)
PROCEDURE PushConsumers(VAR list: List; v: Variable);
VAR
  c: Constraint;
  i: INTEGER;
BEGIN
  FOR i := 0 TO v^.users.count - 1 DO
    c := v^.users.items^[i];
    IF (c # v^.determinedBy) AND c^.methods^.satisfied(c) THEN Push(list, c) END
  END
END PushConsumers;

(* Tells everything downstream of a constraint that has just been satisfied. *)
PROCEDURE Propagate(c: Constraint; mark: INTEGER);
VAR
  todo: List;
  next: Constraint;
  output: Variable;
BEGIN
  Clear(todo);
  Push(todo, c);
  WHILE todo.count > 0 DO
    next := Pop(todo);
    output := OutputOf(next);
    IF output^.mark = mark THEN HALT END;  (* there is a cycle *)
    next^.methods^.recalculate(next);
    PushConsumers(todo, OutputOf(next))
  END;
  Discard(todo)
END Propagate;

(* Satisfies the constraint if it is strong enough; the one that it takes its output from, if any. *)
PROCEDURE Satisfy(c: Constraint; mark: INTEGER): Constraint;
VAR
  output: Variable;
  overridden: Constraint;
BEGIN
  c^.methods^.choose(c, mark);
  IF NOT c^.methods^.satisfied(c) THEN
    IF c^.strength = Required THEN HALT END;
    RETURN NIL
  END;
  c^.methods^.markInputs(c, mark);
  output := OutputOf(c);
  overridden := output^.determinedBy;
  IF overridden # NIL THEN overridden^.methods^.unsatisfy(overridden) END;
  output^.determinedBy := c;
  Propagate(c, mark);
  output^.mark := mark;
  RETURN overridden
END Satisfy;

PROCEDURE AddIncrementally(c: Constraint);
VAR mark: INTEGER;
BEGIN
  mark := NewMark();
  WHILE c # NIL DO c := Satisfy(c, mark) END
END AddIncrementally;

PROCEDURE Add(c: Constraint);
BEGIN
  c^.methods^.attach(c);
  AddIncrementally(c)
END Add;

(* Lets go of a variable that nothing determines any more, and of what follows from it; the constraints there that are not satisfied. *)
PROCEDURE LetGo(v: Variable; VAR unsatisfied: List);
VAR
  todo: List;
  c: Constraint;
  i: INTEGER;
BEGIN
  Clear(unsatisfied);
  Clear(todo);
  v^.determinedBy := NIL;
  v^.walk := Weakest;
  v^.stay := TRUE;
  LOOP
    FOR i := 0 TO v^.users.count - 1 DO
      c := v^.users.items^[i];
      IF NOT c^.methods^.satisfied(c) THEN
        Push(unsatisfied, c)
      ELSIF c # v^.determinedBy THEN
        c^.methods^.recalculate(c);
        Push(todo, c)
      END
    END;
    IF todo.count = 0 THEN EXIT END;
    v := OutputOf(Pop(todo))
  END;
  Discard(todo)
END LetGo;

PROCEDURE Drop(c: Constraint);
VAR
  output: Variable;
  unsatisfied: List;
  strength: Strength;
  i: INTEGER;
BEGIN
  output := OutputOf(c);
  c^.methods^.unsatisfy(c);
  c^.methods^.detach(c);
  LetGo(output, unsatisfied);
  FOR strength := Required TO Weakest DO
    FOR i := 0 TO unsatisfied.count - 1 DO
      IF unsatisfied.items^[i]^.strength = strength THEN AddIncrementally(unsatisfied.items^[i]) END
    END
  END;
  Discard(unsatisfied)
END Drop;

(* What to execute, in order, whenever the edited variable has changed. *)
PROCEDURE MakePlan(edit: Constraint; VAR plan: List);
VAR
  mark: INTEGER;
  todo: List;
  c: Constraint;
  output: Variable;
BEGIN
  mark := NewMark();
  Clear(plan);
  Clear(todo);
  IF edit^.methods^.satisfied(edit) THEN Push(todo, edit) END;
  WHILE todo.count > 0 DO
    c := Pop(todo);
    output := OutputOf(c);
    IF (output^.mark # mark) AND c^.methods^.inputsKnown(c, mark) THEN
      Push(plan, c);
      output^.mark := mark;
      PushConsumers(todo, output)
    END
  END;
  Discard(todo)
END MakePlan;

PROCEDURE Execute(VAR plan: List);
VAR
  c: Constraint;
  i: INTEGER;
BEGIN
  FOR i := 0 TO plan.count - 1 DO
    c := plan.items^[i];
    c^.methods^.execute(c)
  END
END Execute;

(* Programs. *)

PROCEDURE Sum(sum, value: LONGINT): LONGINT;
BEGIN
  RETURN (sum * 31 + value) MOD 1000000007
END Sum;

PROCEDURE Chain(n: INTEGER): LONGINT;
VAR
  first, last, next: Variable;
  edit: Constraint;
  plan: List;
  i: INTEGER;
  sum: LONGINT;
BEGIN
  first := NewVariable(0);
  last := first;
  FOR i := 1 TO n DO
    next := NewVariable(0);
    Add(NewBinary(Equality, Required, last, next));
    last := next
  END;
  Add(NewUnary(Stay, StrongDefault, last));
  edit := NewUnary(Edit, Preferred, first);
  Add(edit);
  MakePlan(edit, plan);
  sum := 0;
  FOR i := 0 TO 99 DO
    first^.value := VAL(LONGINT, i);
    Execute(plan);
    sum := Sum(sum, last^.value)
  END;
  Discard(plan);
  Drop(edit);
  RETURN sum
END Chain;

PROCEDURE Change(v: Variable; value: LONGINT);
VAR
  edit: Constraint;
  plan: List;
  i: INTEGER;
BEGIN
  edit := NewUnary(Edit, Preferred, v);
  Add(edit);
  MakePlan(edit, plan);
  FOR i := 1 TO 10 DO
    v^.value := value;
    Execute(plan)
  END;
  Discard(plan);
  Drop(edit)
END Change;

VAR destinations: ARRAY [0 .. Largest - 1] OF Variable;

PROCEDURE Projection(n: INTEGER): LONGINT;
VAR
  scale, offset, source, destination: Variable;
  c: Constraint;
  i: INTEGER;
  sum: LONGINT;
BEGIN
  scale := NewVariable(10);
  offset := NewVariable(1000);
  source := NIL;
  destination := NIL;
  FOR i := 0 TO n - 1 DO
    source := NewVariable(VAL(LONGINT, i));
    destination := NewVariable(VAL(LONGINT, i));
    destinations[i] := destination;
    Add(NewUnary(Stay, Normal, source));
    c := NewBinary(Scale, Required, source, destination);
    c^.scale := scale;
    c^.offset := offset;
    Add(c)
  END;
  sum := 0;
  Change(source, 17);
  sum := Sum(sum, destination^.value);
  Change(destination, 1050);
  sum := Sum(sum, source^.value);
  Change(scale, 5);
  FOR i := 0 TO n - 1 DO sum := Sum(sum, destinations[i]^.value) END;
  Change(offset, 2000);
  FOR i := 0 TO n - 1 DO sum := Sum(sum, destinations[i]^.value) END;
  RETURN sum
END Projection;

(* The other languages collect garbage in its stead. *)
PROCEDURE Release;
VAR
  v: Variable;
  c: Constraint;
BEGIN
  WHILE variables # NIL DO
    v := variables;
    variables := v^.allocated;
    Discard(v^.users);
    DISPOSE(v)
  END;
  WHILE constraints # NIL DO
    c := constraints;
    constraints := c^.allocated;
    DISPOSE(c)
  END
END Release;

PROCEDURE Run(n: LONGINT): LONGINT;
VAR sum: LONGINT;
BEGIN
  lastMark := 0;
  sum := Chain(VAL(INTEGER, n));
  sum := Sum(sum, Projection(VAL(INTEGER, n)));
  Release;
  RETURN sum
END Run;

BEGIN
  variables := NIL;
  constraints := NIL;
  SetMethods;
  measure(Run)
END deltablue.
