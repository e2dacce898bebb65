MODULE DeltaBlue;

TYPE
  Strength = {Required, StrongPreferred, Preferred, StrongDefault, Normal, WeakDefault, Weakest};

  (* "walk" is the strength of the weakest constraint upstream that could be given up to set this variable; "stay" says that its
     value cannot change while a plan is carried out. *)
  Variable = OBJECT
      value: INTEGER;
      users: List;  (* the constraints on it *)
      determinedBy: Constraint := NIL;
      mark := 0;
      walk := Strength.Weakest;
      stay := TRUE;
    END;

  Constraint = OBJECT
      strength: Strength;
    METHODS
      attach();
      detach();
      choose(mark: INTEGER);  (* which variable to determine, if any; none with that mark *)
      satisfied(): BOOLEAN;
      unsatisfy();
      markInputs(mark: INTEGER);
      inputsKnown(mark: INTEGER): BOOLEAN;
      output(): Variable;
      recalculate();  (* the output's "walk" and "stay", and its value if that cannot change *)
      execute();
      isInput(): BOOLEAN := No;
    END;

  Unary = Constraint OBJECT
      variable: Variable;
      active := FALSE;
    OVERRIDES
      attach := AttachUnary;
      detach := DetachUnary;
      choose := ChooseUnary;
      satisfied := SatisfiedUnary;
      unsatisfy := UnsatisfyUnary;
      markInputs := MarkNothing;
      inputsKnown := AlwaysKnown;
      output := OutputUnary;
      recalculate := RecalculateUnary;
      execute := Skip;
    END;
  Stay = Unary OBJECT END;
  Edit = Unary OBJECT OVERRIDES isInput := IsEdit END;

  Direction = {None, Forward, Backward};
  Binary = Constraint OBJECT
      first, second: Variable;
      direction := Direction.None;
    OVERRIDES
      attach := AttachBinary;
      detach := DetachBinary;
      choose := ChooseBinary;
      satisfied := SatisfiedBinary;
      unsatisfy := UnsatisfyBinary;
      markInputs := MarkInputsBinary;
      inputsKnown := InputsKnownBinary;
      output := OutputBinary;
      recalculate := RecalculateBinary;
    END;
  Equality = Binary OBJECT OVERRIDES execute := Copy END;
  (* second = first * scale + offset *)
  Scale = Binary OBJECT
      scale, offset: Variable;
    OVERRIDES
      attach := AttachScale;
      detach := DetachScale;
      markInputs := MarkInputsScale;
      inputsKnown := InputsKnownScale;
      recalculate := RecalculateScale;
      execute := Project;
    END;

  List = OBJECT
      items: REF ARRAY OF Constraint;
      count := 0;
    END;

VAR lastMark: INTEGER;

PROCEDURE NewList(): List =
  BEGIN
    RETURN NEW(List, items := NEW(REF ARRAY OF Constraint, 4));
  END NewList;

PROCEDURE Push(list: List; c: Constraint) =
  BEGIN
    IF list.count = NUMBER(list.items^) THEN
      WITH larger = NEW(REF ARRAY OF Constraint, 2 * list.count) DO
        SUBARRAY(larger^, 0, list.count) := list.items^;
        list.items := larger;
      END;
    END;
    list.items[list.count] := c;
    INC(list.count);
  END Push;

PROCEDURE Pop(list: List): Constraint =
  BEGIN
    DEC(list.count);
    RETURN list.items[list.count];
  END Pop;

(* The others keep their order. *)
PROCEDURE Remove(list: List; c: Constraint) =
  VAR kept := 0;
  BEGIN
    FOR i := 0 TO list.count - 1 DO
      IF list.items[i] # c THEN
        list.items[kept] := list.items[i];
        INC(kept);
      END;
    END;
    list.count := kept;
  END Remove;

PROCEDURE NewVariable(value: INTEGER): Variable =
  BEGIN
    RETURN NEW(Variable, value := value, users := NewList());
  END NewVariable;

PROCEDURE Stronger(s, t: Strength): BOOLEAN =
  BEGIN
    RETURN ORD(s) < ORD(t);
  END Stronger;

PROCEDURE Weaker(s, t: Strength): Strength =
  BEGIN
    IF Stronger(s, t) THEN RETURN t ELSE RETURN s END;
  END Weaker;

PROCEDURE Known(v: Variable; mark: INTEGER): BOOLEAN =
  BEGIN
    RETURN v.mark = mark OR v.stay OR v.determinedBy = NIL;
  END Known;

PROCEDURE No(<*UNUSED*> self: Constraint): BOOLEAN =
  BEGIN
    RETURN FALSE;
  END No;

(* Constraints on one variable. *)

PROCEDURE AttachUnary(self: Unary) =
  BEGIN
    Push(self.variable.users, self);
  END AttachUnary;

PROCEDURE DetachUnary(self: Unary) =
  BEGIN
    Remove(self.variable.users, self);
  END DetachUnary;

PROCEDURE ChooseUnary(self: Unary; mark: INTEGER) =
  BEGIN
    self.active := self.variable.mark # mark AND Stronger(self.strength, self.variable.walk);
  END ChooseUnary;

PROCEDURE SatisfiedUnary(self: Unary): BOOLEAN =
  BEGIN
    RETURN self.active;
  END SatisfiedUnary;

PROCEDURE UnsatisfyUnary(self: Unary) =
  BEGIN
    self.active := FALSE;
  END UnsatisfyUnary;

PROCEDURE MarkNothing(<*UNUSED*> self: Unary; <*UNUSED*> mark: INTEGER) =
  BEGIN
  END MarkNothing;

PROCEDURE AlwaysKnown(<*UNUSED*> self: Unary; <*UNUSED*> mark: INTEGER): BOOLEAN =
  BEGIN
    RETURN TRUE;
  END AlwaysKnown;

PROCEDURE OutputUnary(self: Unary): Variable =
  BEGIN
    RETURN self.variable;
  END OutputUnary;

PROCEDURE RecalculateUnary(self: Unary) =
  VAR output := self.variable;
  BEGIN
    output.walk := self.strength;
    output.stay := NOT self.isInput();
    IF output.stay THEN self.execute() END;
  END RecalculateUnary;

PROCEDURE Skip(<*UNUSED*> self: Unary) =
  BEGIN
  END Skip;

PROCEDURE IsEdit(<*UNUSED*> self: Edit): BOOLEAN =
  BEGIN
    RETURN TRUE;
  END IsEdit;

(* Constraints on two variables, of which the one is made from the other. *)

PROCEDURE AttachBinary(self: Binary) =
  BEGIN
    Push(self.first.users, self);
    Push(self.second.users, self);
    self.direction := Direction.None;
  END AttachBinary;

PROCEDURE DetachBinary(self: Binary) =
  BEGIN
    Remove(self.first.users, self);
    Remove(self.second.users, self);
    self.direction := Direction.None;
  END DetachBinary;

PROCEDURE ChooseBinary(self: Binary; mark: INTEGER) =
  VAR
    first := self.first;
    second := self.second;
    direction: Direction;
    output: Variable;
  BEGIN
    IF first.mark = mark AND second.mark = mark THEN
      self.direction := Direction.None;
      RETURN;
    ELSIF first.mark = mark OR second.mark # mark AND NOT Stronger(second.walk, first.walk) THEN
      direction := Direction.Forward;
      output := second;
    ELSE
      direction := Direction.Backward;
      output := first;
    END;
    IF Stronger(self.strength, output.walk) THEN self.direction := direction
    ELSE self.direction := Direction.None
    END;
  END ChooseBinary;

PROCEDURE SatisfiedBinary(self: Binary): BOOLEAN =
  BEGIN
    RETURN self.direction # Direction.None;
  END SatisfiedBinary;

PROCEDURE UnsatisfyBinary(self: Binary) =
  BEGIN
    self.direction := Direction.None;
  END UnsatisfyBinary;

PROCEDURE Input(self: Binary): Variable =
  BEGIN
    IF self.direction = Direction.Forward THEN RETURN self.first ELSE RETURN self.second END;
  END Input;

PROCEDURE OutputBinary(self: Binary): Variable =
  BEGIN
    IF self.direction = Direction.Forward THEN RETURN self.second ELSE RETURN self.first END;
  END OutputBinary;

PROCEDURE MarkInputsBinary(self: Binary; mark: INTEGER) =
  BEGIN
    Input(self).mark := mark;
  END MarkInputsBinary;

PROCEDURE InputsKnownBinary(self: Binary; mark: INTEGER): BOOLEAN =
  BEGIN
    RETURN Known(Input(self), mark);
  END InputsKnownBinary;

PROCEDURE RecalculateBinary(self: Binary) =
  VAR
    input := Input(self);
    output := self.output();
  BEGIN
    output.walk := Weaker(self.strength, input.walk);
    output.stay := input.stay;
    IF output.stay THEN self.execute() END;
  END RecalculateBinary;

PROCEDURE Copy(self: Equality) =
  BEGIN
    self.output().value := Input(self).value;
  END Copy;

PROCEDURE AttachScale(self: Scale) =
  BEGIN
    AttachBinary(self);
    Push(self.scale.users, self);
    Push(self.offset.users, self);
  END AttachScale;

PROCEDURE DetachScale(self: Scale) =
  BEGIN
    DetachBinary(self);
    Remove(self.scale.users, self);
    Remove(self.offset.users, self);
  END DetachScale;

PROCEDURE MarkInputsScale(self: Scale; mark: INTEGER) =
  BEGIN
    MarkInputsBinary(self, mark);
    self.scale.mark := mark;
    self.offset.mark := mark;
  END MarkInputsScale;

PROCEDURE InputsKnownScale(self: Scale; mark: INTEGER): BOOLEAN =
  BEGIN
    RETURN InputsKnownBinary(self, mark) AND Known(self.scale, mark) AND Known(self.offset, mark);
  END InputsKnownScale;

PROCEDURE RecalculateScale(self: Scale) =
  VAR
    input := Input(self);
    output := self.output();
  BEGIN
    output.walk := Weaker(self.strength, input.walk);
    output.stay := input.stay AND self.scale.stay AND self.offset.stay;
    IF output.stay THEN self.execute() END;
  END RecalculateScale;

PROCEDURE Project(self: Scale) =
  BEGIN
    IF self.direction = Direction.Forward THEN
      self.second.value := self.first.value * self.scale.value + self.offset.value;
    ELSE
      self.first.value := (self.second.value - self.offset.value) DIV self.scale.value;
    END;
  END Project;

(* Planning. *)

PROCEDURE NewMark(): INTEGER =
  BEGIN
    INC(lastMark);
    RETURN lastMark;
  END NewMark;

(* The satisfied constraints that take the variable's value. *)
PROCEDURE PushConsumers(list: List; v: Variable) =
  VAR c: Constraint;
  BEGIN
    FOR i := 0 TO v.users.count - 1 DO
      c := v.users.items[i];
      IF c # v.determinedBy AND c.satisfied() THEN Push(list, c) END;
    END;
  END PushConsumers;

(* Tells everything downstream of a constraint that has just been satisfied. *)
PROCEDURE Propagate(c: Constraint; mark: INTEGER) =
  VAR
    todo := NewList();
    next: Constraint;
  BEGIN
    Push(todo, c);
    WHILE todo.count > 0 DO
      next := Pop(todo);
      <*ASSERT next.output().mark # mark*>  (* else there is a cycle *)
      next.recalculate();
      PushConsumers(todo, next.output());
    END;
  END Propagate;

(* Satisfies the constraint if it is strong enough; the one that it takes its output from, if any. *)
PROCEDURE Satisfy(c: Constraint; mark: INTEGER): Constraint =
  VAR
    output: Variable;
    overridden: Constraint;
  BEGIN
    c.choose(mark);
    IF NOT c.satisfied() THEN
      <*ASSERT c.strength # Strength.Required*>
      RETURN NIL;
    END;
    c.markInputs(mark);
    output := c.output();
    overridden := output.determinedBy;
    IF overridden # NIL THEN overridden.unsatisfy() END;
    output.determinedBy := c;
    Propagate(c, mark);
    output.mark := mark;
    RETURN overridden;
  END Satisfy;

PROCEDURE AddIncrementally(c: Constraint) =
  VAR
    mark := NewMark();
    next := c;
  BEGIN
    WHILE next # NIL DO next := Satisfy(next, mark) END;
  END AddIncrementally;

PROCEDURE Add(c: Constraint) =
  BEGIN
    c.attach();
    AddIncrementally(c);
  END Add;

(* Lets go of a variable that nothing determines any more, and of what follows from it; the constraints there that are not satisfied. *)
PROCEDURE LetGo(v: Variable): List =
  VAR
    unsatisfied := NewList();
    todo := NewList();
    c: Constraint;
  BEGIN
    v.determinedBy := NIL;
    v.walk := Strength.Weakest;
    v.stay := TRUE;
    LOOP
      FOR i := 0 TO v.users.count - 1 DO
        c := v.users.items[i];
        IF NOT c.satisfied() THEN
          Push(unsatisfied, c);
        ELSIF c # v.determinedBy THEN
          c.recalculate();
          Push(todo, c);
        END;
      END;
      IF todo.count = 0 THEN RETURN unsatisfied END;
      v := Pop(todo).output();
    END;
  END LetGo;

PROCEDURE Drop(c: Constraint) =
  VAR
    output := c.output();
    unsatisfied: List;
  BEGIN
    c.unsatisfy();
    c.detach();
    unsatisfied := LetGo(output);
    FOR strength := FIRST(Strength) TO LAST(Strength) DO
      FOR i := 0 TO unsatisfied.count - 1 DO
        IF unsatisfied.items[i].strength = strength THEN AddIncrementally(unsatisfied.items[i]) END;
      END;
    END;
  END Drop;

(* What to execute, in order, whenever the edited variable has changed. *)
PROCEDURE MakePlan(edit: Edit): List =
  VAR
    mark := NewMark();
    plan := NewList();
    todo := NewList();
    c: Constraint;
  BEGIN
    IF edit.satisfied() THEN Push(todo, edit) END;
    WHILE todo.count > 0 DO
      c := Pop(todo);
      IF c.output().mark # mark AND c.inputsKnown(mark) THEN
        Push(plan, c);
        c.output().mark := mark;
        PushConsumers(todo, c.output());
      END;
    END;
    RETURN plan;
  END MakePlan;

PROCEDURE Execute(plan: List) =
  BEGIN
    FOR i := 0 TO plan.count - 1 DO plan.items[i].execute() END;
  END Execute;

(* Programs. *)

PROCEDURE Sum(sum, value: INTEGER): INTEGER =
  BEGIN
    RETURN (sum * 31 + value) MOD 1000000007;
  END Sum;

PROCEDURE Chain(n: INTEGER): INTEGER =
  VAR
    first := NewVariable(0);
    last := first;
    next: Variable;
    edit: Edit;
    plan: List;
    sum := 0;
  BEGIN
    FOR i := 1 TO n DO
      next := NewVariable(0);
      Add(NEW(Equality, strength := Strength.Required, first := last, second := next));
      last := next;
    END;
    Add(NEW(Stay, strength := Strength.StrongDefault, variable := last));
    edit := NEW(Edit, strength := Strength.Preferred, variable := first);
    Add(edit);
    plan := MakePlan(edit);
    FOR i := 0 TO 99 DO
      first.value := i;
      Execute(plan);
      sum := Sum(sum, last.value);
    END;
    Drop(edit);
    RETURN sum;
  END Chain;

PROCEDURE Change(v: Variable; value: INTEGER) =
  VAR
    edit := NEW(Edit, strength := Strength.Preferred, variable := v);
    plan: List;
  BEGIN
    Add(edit);
    plan := MakePlan(edit);
    FOR i := 1 TO 10 DO
      v.value := value;
      Execute(plan);
    END;
    Drop(edit);
  END Change;

PROCEDURE Projection(n: INTEGER): INTEGER =
  VAR
    scale := NewVariable(10);
    offset := NewVariable(1000);
    source, destination: Variable;
    destinations := NEW(REF ARRAY OF Variable, n);
    sum := 0;
  BEGIN
    FOR i := 0 TO n - 1 DO
      source := NewVariable(i);
      destination := NewVariable(i);
      destinations[i] := destination;
      Add(NEW(Stay, strength := Strength.Normal, variable := source));
      Add(
        NEW(Scale, strength := Strength.Required, first := source, second := destination,
            scale := scale, offset := offset));
    END;
    Change(source, 17);
    sum := Sum(sum, destination.value);
    Change(destination, 1050);
    sum := Sum(sum, source.value);
    Change(scale, 5);
    FOR i := 0 TO n - 1 DO sum := Sum(sum, destinations[i].value) END;
    Change(offset, 2000);
    FOR i := 0 TO n - 1 DO sum := Sum(sum, destinations[i].value) END;
    RETURN sum;
  END Projection;

PROCEDURE Run(n: INTEGER): INTEGER =
  BEGIN
    lastMark := 0;
    RETURN Sum(Chain(n), Projection(n));
  END Run;

BEGIN
END DeltaBlue.
