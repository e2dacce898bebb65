const [REQUIRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAKEST] = [0, 2, 3, 4, 6];
const [NONE, FORWARD, BACKWARD] = [0, 1, 2];

let lastMark = 0;

// `walk` is the strength of the weakest constraint upstream that could be given up to set this variable; `stay` says that its
// value cannot change while a plan is carried out.
class Variable {
  users = []; // the constraints on it
  determinedBy = null;
  mark = 0;
  walk = WEAKEST;
  stay = true;
  constructor(value) {
    this.value = value;
  }
}

// A smaller number is a stronger one.
const stronger = (s, t) => s < t;
const weaker = (s, t) => (stronger(s, t) ? t : s);
const known = (v, mark) => v.mark === mark || v.stay || v.determinedBy === null;

// The others keep their order.
function remove(list, c) {
  let kept = 0;
  for (let i = 0; i < list.length; i++) if (list[i] !== c) list[kept++] = list[i];
  list.length = kept;
}

// A constraint on one variable.
class Unary {
  active = false;
  constructor(strength, variable) {
    this.strength = strength;
    this.variable = variable;
  }
  attach() {
    this.variable.users.push(this);
  }
  detach() {
    remove(this.variable.users, this);
  }
  choose(mark) {
    this.active = this.variable.mark !== mark && stronger(this.strength, this.variable.walk);
  }
  satisfied() {
    return this.active;
  }
  unsatisfy() {
    this.active = false;
  }
  markInputs(_mark) {}
  inputsKnown(_mark) {
    return true;
  }
  output() {
    return this.variable;
  }
  recalculate() {
    const output = this.variable;
    output.walk = this.strength;
    output.stay = !this.isInput();
    if (output.stay) this.execute();
  }
  execute() {}
}

class Stay extends Unary {
  isInput() {
    return false;
  }
}

class Edit extends Unary {
  isInput() {
    return true;
  }
}

// A constraint on two variables, of which the one is made from the other.
class Binary {
  direction = NONE;
  constructor(strength, first, second) {
    this.strength = strength;
    this.first = first;
    this.second = second;
  }
  attach() {
    this.first.users.push(this);
    this.second.users.push(this);
    this.direction = NONE;
  }
  detach() {
    remove(this.first.users, this);
    remove(this.second.users, this);
    this.direction = NONE;
  }
  choose(mark) {
    const { first, second } = this;
    let direction = BACKWARD;
    let output = first;
    if (first.mark === mark && second.mark === mark) {
      this.direction = NONE;
      return;
    }
    if (first.mark === mark || (second.mark !== mark && !stronger(second.walk, first.walk))) {
      direction = FORWARD;
      output = second;
    }
    this.direction = stronger(this.strength, output.walk) ? direction : NONE;
  }
  satisfied() {
    return this.direction !== NONE;
  }
  unsatisfy() {
    this.direction = NONE;
  }
  input() {
    return this.direction === FORWARD ? this.first : this.second;
  }
  output() {
    return this.direction === FORWARD ? this.second : this.first;
  }
  markInputs(mark) {
    this.input().mark = mark;
  }
  inputsKnown(mark) {
    return known(this.input(), mark);
  }
  recalculate() {
    const input = this.input();
    const output = this.output();
    output.walk = weaker(this.strength, input.walk);
    output.stay = input.stay;
    if (output.stay) this.execute();
  }
}

class Equality extends Binary {
  execute() {
    this.output().value = this.input().value;
  }
}

// second = first * scale + offset
class Scale extends Binary {
  constructor(strength, first, second, scale, offset) {
    super(strength, first, second);
    this.scale = scale;
    this.offset = offset;
  }
  attach() {
    super.attach();
    this.scale.users.push(this);
    this.offset.users.push(this);
  }
  detach() {
    super.detach();
    remove(this.scale.users, this);
    remove(this.offset.users, this);
  }
  markInputs(mark) {
    super.markInputs(mark);
    this.scale.mark = mark;
    this.offset.mark = mark;
  }
  inputsKnown(mark) {
    return super.inputsKnown(mark) && known(this.scale, mark) && known(this.offset, mark);
  }
  recalculate() {
    const input = this.input();
    const output = this.output();
    output.walk = weaker(this.strength, input.walk);
    output.stay = input.stay && this.scale.stay && this.offset.stay;
    if (output.stay) this.execute();
  }
  execute() {
    if (this.direction === FORWARD) this.second.value = this.first.value * this.scale.value + this.offset.value;
    else this.first.value = Math.trunc((this.second.value - this.offset.value) / this.scale.value);
  }
}

const newMark = () => ++lastMark;

// The satisfied constraints that take the variable's value.
function pushConsumers(list, v) {
  for (let i = 0; i < v.users.length; i++) {
    const c = v.users[i];
    if (c !== v.determinedBy && c.satisfied()) list.push(c);
  }
}

// Tells everything downstream of a constraint that has just been satisfied.
function propagate(c, mark) {
  const todo = [c];
  while (todo.length > 0) {
    const next = todo.pop();
    if (next.output().mark === mark) throw new Error('a cycle of constraints');
    next.recalculate();
    pushConsumers(todo, next.output());
  }
}

// Satisfies the constraint if it is strong enough; the one that it takes its output from, if any.
function satisfy(c, mark) {
  c.choose(mark);
  if (!c.satisfied()) {
    if (c.strength === REQUIRED) throw new Error('a required constraint cannot be satisfied');
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

function addIncrementally(c) {
  const mark = newMark();
  for (let next = c; next !== null; ) next = satisfy(next, mark);
}

function add(c) {
  c.attach();
  addIncrementally(c);
}

// Lets go of a variable that nothing determines any more, and of what follows from it; the constraints there that are not satisfied.
function letGo(variable) {
  const unsatisfied = [];
  const todo = [];
  let v = variable;
  v.determinedBy = null;
  v.walk = WEAKEST;
  v.stay = true;
  for (;;) {
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

function drop(c) {
  const output = c.output();
  c.unsatisfy();
  c.detach();
  const unsatisfied = letGo(output);
  for (let strength = REQUIRED; strength <= WEAKEST; strength++) {
    for (let i = 0; i < unsatisfied.length; i++) {
      if (unsatisfied[i].strength === strength) addIncrementally(unsatisfied[i]);
    }
  }
}

// What to execute, in order, whenever the edited variable has changed.
function makePlan(edit) {
  const mark = newMark();
  const plan = [];
  const todo = [];
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

function execute(plan) {
  for (let i = 0; i < plan.length; i++) plan[i].execute();
}

const sumUp = (sum, value) => (sum * 31 + value) % 1000000007;

function chain(n) {
  const first = new Variable(0);
  let last = first;
  for (let i = 0; i < n; i++) {
    const next = new Variable(0);
    add(new Equality(REQUIRED, last, next));
    last = next;
  }
  add(new Stay(STRONG_DEFAULT, last));
  const edit = new Edit(PREFERRED, first);
  add(edit);
  const plan = makePlan(edit);
  let sum = 0;
  for (let i = 0; i < 100; i++) {
    first.value = i;
    execute(plan);
    sum = sumUp(sum, last.value);
  }
  drop(edit);
  return sum;
}

function change(v, value) {
  const edit = new Edit(PREFERRED, v);
  add(edit);
  const plan = makePlan(edit);
  for (let i = 0; i < 10; i++) {
    v.value = value;
    execute(plan);
  }
  drop(edit);
}

function projection(n) {
  const scale = new Variable(10);
  const offset = new Variable(1000);
  const destinations = [];
  let source = null;
  let destination = null;
  for (let i = 0; i < n; i++) {
    source = new Variable(i);
    destination = new Variable(i);
    destinations.push(destination);
    add(new Stay(NORMAL, source));
    add(new Scale(REQUIRED, source, destination, scale, offset));
  }
  let sum = 0;
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

export function run(n) {
  lastMark = 0;
  return sumUp(chain(n), projection(n));
}
