enum Strength {
  Required,
  StrongPreferred,
  Preferred,
  StrongDefault,
  Normal,
  WeakDefault,
  Weakest,
}
enum Direction {
  None,
  Forward,
  Backward,
}

let lastMark: i32 = 0;

// `walk` is the strength of the weakest constraint upstream that could be given up to set this variable; `stay` says that its
// value cannot change while a plan is carried out.
class Variable {
  users: Constraint[] = []; // the constraints on it
  determinedBy: Constraint | null = null;
  mark: i32 = 0;
  walk: Strength = Strength.Weakest;
  stay: bool = true;
  constructor(public value: i64) {}
}

abstract class Constraint {
  constructor(public strength: Strength) {}
  abstract attach(): void;
  abstract detach(): void;
  abstract choose(mark: i32): void; // which variable to determine, if any; none with that mark
  abstract satisfied(): bool;
  abstract unsatisfy(): void;
  abstract markInputs(mark: i32): void;
  abstract inputsKnown(mark: i32): bool;
  abstract output(): Variable;
  abstract recalculate(): void; // the output's `walk` and `stay`, and its value if that cannot change
  abstract execute(): void;
  isInput(): bool {
    return false;
  }
}

function stronger(s: Strength, t: Strength): bool {
  return s < t;
}

function weaker(s: Strength, t: Strength): Strength {
  return stronger(s, t) ? t : s;
}

function known(v: Variable, mark: i32): bool {
  return v.mark === mark || v.stay || v.determinedBy === null;
}

// The others keep their order.
function remove(list: Constraint[], c: Constraint): void {
  let kept = 0;
  for (let i = 0; i < list.length; i++) if (list[i] !== c) list[kept++] = list[i];
  list.length = kept;
}

// A constraint on one variable.
abstract class Unary extends Constraint {
  active: bool = false;
  constructor(
    strength: Strength,
    public variable: Variable,
  ) {
    super(strength);
  }
  attach(): void {
    this.variable.users.push(this);
  }
  detach(): void {
    remove(this.variable.users, this);
  }
  choose(mark: i32): void {
    this.active = this.variable.mark !== mark && stronger(this.strength, this.variable.walk);
  }
  satisfied(): bool {
    return this.active;
  }
  unsatisfy(): void {
    this.active = false;
  }
  markInputs(_mark: i32): void {}
  inputsKnown(_mark: i32): bool {
    return true;
  }
  output(): Variable {
    return this.variable;
  }
  recalculate(): void {
    const output = this.variable;
    output.walk = this.strength;
    output.stay = !this.isInput();
    if (output.stay) this.execute();
  }
  execute(): void {}
}

class Stay extends Unary {}

class Edit extends Unary {
  isInput(): bool {
    return true;
  }
}

// A constraint on two variables, of which the one is made from the other.
abstract class Binary extends Constraint {
  direction: Direction = Direction.None;
  constructor(
    strength: Strength,
    public first: Variable,
    public second: Variable,
  ) {
    super(strength);
  }
  attach(): void {
    this.first.users.push(this);
    this.second.users.push(this);
    this.direction = Direction.None;
  }
  detach(): void {
    remove(this.first.users, this);
    remove(this.second.users, this);
    this.direction = Direction.None;
  }
  choose(mark: i32): void {
    const first = this.first;
    const second = this.second;
    let direction = Direction.Backward;
    let output = first;
    if (first.mark === mark && second.mark === mark) {
      this.direction = Direction.None;
      return;
    }
    if (first.mark === mark || (second.mark !== mark && !stronger(second.walk, first.walk))) {
      direction = Direction.Forward;
      output = second;
    }
    this.direction = stronger(this.strength, output.walk) ? direction : Direction.None;
  }
  satisfied(): bool {
    return this.direction !== Direction.None;
  }
  unsatisfy(): void {
    this.direction = Direction.None;
  }
  input(): Variable {
    return this.direction === Direction.Forward ? this.first : this.second;
  }
  output(): Variable {
    return this.direction === Direction.Forward ? this.second : this.first;
  }
  markInputs(mark: i32): void {
    this.input().mark = mark;
  }
  inputsKnown(mark: i32): bool {
    return known(this.input(), mark);
  }
  recalculate(): void {
    const input = this.input();
    const output = this.output();
    output.walk = weaker(this.strength, input.walk);
    output.stay = input.stay;
    if (output.stay) this.execute();
  }
}

class Equality extends Binary {
  execute(): void {
    this.output().value = this.input().value;
  }
}

// second = first * scale + offset
class Scale extends Binary {
  constructor(
    strength: Strength,
    first: Variable,
    second: Variable,
    public scale: Variable,
    public offset: Variable,
  ) {
    super(strength, first, second);
  }
  attach(): void {
    super.attach();
    this.scale.users.push(this);
    this.offset.users.push(this);
  }
  detach(): void {
    super.detach();
    remove(this.scale.users, this);
    remove(this.offset.users, this);
  }
  markInputs(mark: i32): void {
    super.markInputs(mark);
    this.scale.mark = mark;
    this.offset.mark = mark;
  }
  inputsKnown(mark: i32): bool {
    return super.inputsKnown(mark) && known(this.scale, mark) && known(this.offset, mark);
  }
  recalculate(): void {
    const input = this.input();
    const output = this.output();
    output.walk = weaker(this.strength, input.walk);
    output.stay = input.stay && this.scale.stay && this.offset.stay;
    if (output.stay) this.execute();
  }
  execute(): void {
    if (this.direction === Direction.Forward)
      this.second.value = this.first.value * this.scale.value + this.offset.value;
    else this.first.value = (this.second.value - this.offset.value) / this.scale.value;
  }
}

function newMark(): i32 {
  return ++lastMark;
}

// The satisfied constraints that take the variable's value.
function pushConsumers(list: Constraint[], v: Variable): void {
  for (let i = 0; i < v.users.length; i++) {
    const c = v.users[i];
    if (c !== v.determinedBy && c.satisfied()) list.push(c);
  }
}

// Tells everything downstream of a constraint that has just been satisfied.
function propagate(c: Constraint, mark: i32): void {
  const todo = [c];
  while (todo.length > 0) {
    const next = todo.pop();
    if (next.output().mark === mark) throw new Error('a cycle of constraints');
    next.recalculate();
    pushConsumers(todo, next.output());
  }
}

// Satisfies the constraint if it is strong enough; the one that it takes its output from, if any.
function satisfy(c: Constraint, mark: i32): Constraint | null {
  c.choose(mark);
  if (!c.satisfied()) {
    if (c.strength === Strength.Required) throw new Error('a required constraint cannot be satisfied');
    return null;
  }
  c.markInputs(mark);
  const output = c.output();
  const overridden = output.determinedBy;
  if (overridden !== null) overridden.unsatisfy();
  output.determinedBy = c;
  propagate(c, mark);
  output.mark = mark;
  return overridden;
}

function addIncrementally(c: Constraint): void {
  const mark = newMark();
  let next: Constraint | null = c;
  while (next !== null) next = satisfy(next, mark);
}

function add(c: Constraint): void {
  c.attach();
  addIncrementally(c);
}

// Lets go of a variable that nothing determines any more, and of what follows from it; the constraints there that are not satisfied.
function letGo(variable: Variable): Constraint[] {
  const unsatisfied: Constraint[] = [];
  const todo: Constraint[] = [];
  let v = variable;
  v.determinedBy = null;
  v.walk = Strength.Weakest;
  v.stay = true;
  while (true) {
    for (let i = 0; i < v.users.length; i++) {
      const c = v.users[i];
      if (!c.satisfied()) {
        unsatisfied.push(c);
      } else if (c !== v.determinedBy) {
        c.recalculate();
        todo.push(c);
      }
    }
    if (todo.length === 0) return unsatisfied;
    v = todo.pop().output();
  }
}

function drop(c: Constraint): void {
  const output = c.output();
  c.unsatisfy();
  c.detach();
  const unsatisfied = letGo(output);
  for (let strength: i32 = Strength.Required; strength <= Strength.Weakest; strength++) {
    for (let i = 0; i < unsatisfied.length; i++) {
      if (unsatisfied[i].strength === strength) addIncrementally(unsatisfied[i]);
    }
  }
}

// What to execute, in order, whenever the edited variable has changed.
function makePlan(edit: Edit): Constraint[] {
  const mark = newMark();
  const plan: Constraint[] = [];
  const todo: Constraint[] = [];
  if (edit.satisfied()) todo.push(edit);
  while (todo.length > 0) {
    const c = todo.pop();
    if (c.output().mark !== mark && c.inputsKnown(mark)) {
      plan.push(c);
      c.output().mark = mark;
      pushConsumers(todo, c.output());
    }
  }
  return plan;
}

function execute(plan: Constraint[]): void {
  for (let i = 0; i < plan.length; i++) plan[i].execute();
}

function sumUp(sum: i64, value: i64): i64 {
  return (sum * 31 + value) % 1000000007;
}

function chain(n: i32): i64 {
  const first = new Variable(0);
  let last = first;
  for (let i = 0; i < n; i++) {
    const next = new Variable(0);
    add(new Equality(Strength.Required, last, next));
    last = next;
  }
  add(new Stay(Strength.StrongDefault, last));
  const edit = new Edit(Strength.Preferred, first);
  add(edit);
  const plan = makePlan(edit);
  let sum: i64 = 0;
  for (let i = 0; i < 100; i++) {
    first.value = i;
    execute(plan);
    sum = sumUp(sum, last.value);
  }
  drop(edit);
  return sum;
}

function change(v: Variable, value: i64): void {
  const edit = new Edit(Strength.Preferred, v);
  add(edit);
  const plan = makePlan(edit);
  for (let i = 0; i < 10; i++) {
    v.value = value;
    execute(plan);
  }
  drop(edit);
}

function projection(n: i32): i64 {
  const scale = new Variable(10);
  const offset = new Variable(1000);
  const destinations: Variable[] = [];
  let source = scale;
  let destination = scale;
  for (let i = 0; i < n; i++) {
    source = new Variable(i);
    destination = new Variable(i);
    destinations.push(destination);
    add(new Stay(Strength.Normal, source));
    add(new Scale(Strength.Required, source, destination, scale, offset));
  }
  let sum: i64 = 0;
  change(source, 17);
  sum = sumUp(sum, destination.value);
  change(destination, 1050);
  sum = sumUp(sum, source.value);
  change(scale, 5);
  for (let i = 0; i < n; i++) sum = sumUp(sum, destinations[i].value);
  change(offset, 2000);
  for (let i = 0; i < n; i++) sum = sumUp(sum, destinations[i].value);
  return sum;
}

export function run(n: i64): i64 {
  lastMark = 0;
  return sumUp(chain(i32(n)), projection(i32(n)));
}
