#include "../../program.h"

typedef enum { REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST } Strength;

typedef struct Constraint Constraint;

typedef struct {
  Constraint **items;
  int64_t count, size;
} List;

/* `walk` is the strength of the weakest constraint upstream that could be given up to set this variable; `stay` says that its value cannot change while a plan is carried out. */
typedef struct Variable {
  int64_t value;
  List users; /* the constraints on it */
  Constraint *determined_by;
  int64_t mark;
  Strength walk;
  bool stay;
  struct Variable *allocated;
} Variable;

typedef struct {
  void (*attach)(Constraint *);
  void (*detach)(Constraint *);
  void (*choose)(Constraint *, int64_t mark); /* which variable to determine, if any; none with that mark */
  bool (*satisfied)(const Constraint *);
  void (*unsatisfy)(Constraint *);
  void (*mark_inputs)(Constraint *, int64_t mark);
  bool (*inputs_known)(const Constraint *, int64_t mark);
  Variable *(*output)(const Constraint *);
  void (*recalculate)(Constraint *); /* the output's `walk` and `stay`, and its value if that cannot change */
  void (*execute)(Constraint *);
  bool (*is_input)(const Constraint *);
} Methods;

struct Constraint {
  const Methods *methods;
  Strength strength;
  Constraint *allocated;
};

typedef struct {
  Constraint constraint;
  Variable *variable;
  bool active;
} Unary;

typedef enum { NONE, FORWARD, BACKWARD } Direction;

typedef struct {
  Constraint constraint;
  Variable *first, *second;
  Direction direction;
} Binary;

/* second = first * scale + offset */
typedef struct {
  Binary binary;
  Variable *scale, *offset;
} Scale;

static int64_t last_mark;
static Variable *variables;      /* all that there are */
static Constraint *constraints;

static void push(List *list, Constraint *c) {
  if (list->count == list->size) {
    list->size = list->size ? 2 * list->size : 4;
    list->items = realloc(list->items, list->size * sizeof *list->items);
  }
  list->items[list->count++] = c;
}

static Constraint *pop(List *list) { return list->items[--list->count]; }

/* The others keep their order. */
static void remove_from(List *list, const Constraint *c) {
  int64_t kept = 0;
  for (int64_t i = 0; i < list->count; i++)
    if (list->items[i] != c) list->items[kept++] = list->items[i];
  list->count = kept;
}

static Variable *new_variable(int64_t value) {
  Variable *v = malloc(sizeof *v);
  *v = (Variable){.value = value, .walk = WEAKEST, .stay = true, .allocated = variables};
  variables = v;
  return v;
}

static bool stronger(Strength s, Strength t) { return s < t; }
static Strength weaker(Strength s, Strength t) { return stronger(s, t) ? t : s; }
static bool known(const Variable *v, int64_t mark) { return v->mark == mark || v->stay || !v->determined_by; }

static Variable *output_of(const Constraint *c) { return c->methods->output(c); }

/* Constraints on one variable. */

static void attach_unary(Constraint *c) { push(&((Unary *)c)->variable->users, c); }
static void detach_unary(Constraint *c) { remove_from(&((Unary *)c)->variable->users, c); }
static void choose_unary(Constraint *c, int64_t mark) {
  Unary *self = (Unary *)c;
  self->active = self->variable->mark != mark && stronger(c->strength, self->variable->walk);
}
static bool satisfied_unary(const Constraint *c) { return ((const Unary *)c)->active; }
static void unsatisfy_unary(Constraint *c) { ((Unary *)c)->active = false; }
static void mark_nothing(Constraint *c, int64_t mark) { (void)c, (void)mark; }
static bool always_known(const Constraint *c, int64_t mark) {
  (void)c, (void)mark;
  return true;
}
static Variable *output_unary(const Constraint *c) { return ((const Unary *)c)->variable; }
static void recalculate_unary(Constraint *c) {
  Variable *output = ((Unary *)c)->variable;
  output->walk = c->strength;
  output->stay = !c->methods->is_input(c);
  if (output->stay) c->methods->execute(c);
}
static void skip(Constraint *c) { (void)c; }
static bool yes(const Constraint *c) {
  (void)c;
  return true;
}
static bool no(const Constraint *c) {
  (void)c;
  return false;
}

static const Methods stay_methods = {attach_unary, detach_unary, choose_unary, satisfied_unary, unsatisfy_unary, mark_nothing,
                                     always_known, output_unary, recalculate_unary, skip, no};
static const Methods edit_methods = {attach_unary, detach_unary, choose_unary, satisfied_unary, unsatisfy_unary, mark_nothing,
                                     always_known, output_unary, recalculate_unary, skip, yes};

static void *allocated(Constraint *c, const Methods *methods, Strength strength) {
  *c = (Constraint){methods, strength, constraints};
  constraints = c;
  return c;
}

static Constraint *new_unary(const Methods *methods, Strength strength, Variable *variable) {
  Unary *self = malloc(sizeof *self);
  self->variable = variable;
  self->active = false;
  return allocated(&self->constraint, methods, strength);
}

/* Constraints on two variables, of which the one is made from the other. */

static void attach_binary(Constraint *c) {
  Binary *self = (Binary *)c;
  push(&self->first->users, c);
  push(&self->second->users, c);
  self->direction = NONE;
}
static void detach_binary(Constraint *c) {
  Binary *self = (Binary *)c;
  remove_from(&self->first->users, c);
  remove_from(&self->second->users, c);
  self->direction = NONE;
}
static void choose_binary(Constraint *c, int64_t mark) {
  Binary *self = (Binary *)c;
  Variable *first = self->first, *second = self->second, *output = first;
  Direction direction = BACKWARD;
  if (first->mark == mark && second->mark == mark) {
    self->direction = NONE;
    return;
  }
  if (first->mark == mark || (second->mark != mark && !stronger(second->walk, first->walk))) {
    direction = FORWARD;
    output = second;
  }
  self->direction = stronger(c->strength, output->walk) ? direction : NONE;
}
static bool satisfied_binary(const Constraint *c) { return ((const Binary *)c)->direction != NONE; }
static void unsatisfy_binary(Constraint *c) { ((Binary *)c)->direction = NONE; }
static Variable *input(const Constraint *c) {
  const Binary *self = (const Binary *)c;
  return self->direction == FORWARD ? self->first : self->second;
}
static Variable *output_binary(const Constraint *c) {
  const Binary *self = (const Binary *)c;
  return self->direction == FORWARD ? self->second : self->first;
}
static void mark_inputs_binary(Constraint *c, int64_t mark) { input(c)->mark = mark; }
static bool inputs_known_binary(const Constraint *c, int64_t mark) { return known(input(c), mark); }
static void recalculate_binary(Constraint *c) {
  Variable *from = input(c), *output = output_of(c);
  output->walk = weaker(c->strength, from->walk);
  output->stay = from->stay;
  if (output->stay) c->methods->execute(c);
}
static void copy(Constraint *c) { output_of(c)->value = input(c)->value; }

static const Methods equality_methods = {attach_binary, detach_binary, choose_binary, satisfied_binary, unsatisfy_binary, mark_inputs_binary,
                                         inputs_known_binary, output_binary, recalculate_binary, copy, no};

static Constraint *new_equality(Strength strength, Variable *first, Variable *second) {
  Binary *self = malloc(sizeof *self);
  self->first = first;
  self->second = second;
  self->direction = NONE;
  return allocated(&self->constraint, &equality_methods, strength);
}

static void attach_scale(Constraint *c) {
  Scale *self = (Scale *)c;
  attach_binary(c);
  push(&self->scale->users, c);
  push(&self->offset->users, c);
}
static void detach_scale(Constraint *c) {
  Scale *self = (Scale *)c;
  detach_binary(c);
  remove_from(&self->scale->users, c);
  remove_from(&self->offset->users, c);
}
static void mark_inputs_scale(Constraint *c, int64_t mark) {
  Scale *self = (Scale *)c;
  mark_inputs_binary(c, mark);
  self->scale->mark = mark;
  self->offset->mark = mark;
}
static bool inputs_known_scale(const Constraint *c, int64_t mark) {
  const Scale *self = (const Scale *)c;
  return inputs_known_binary(c, mark) && known(self->scale, mark) && known(self->offset, mark);
}
static void recalculate_scale(Constraint *c) {
  const Scale *self = (const Scale *)c;
  Variable *from = input(c), *output = output_of(c);
  output->walk = weaker(c->strength, from->walk);
  output->stay = from->stay && self->scale->stay && self->offset->stay;
  if (output->stay) c->methods->execute(c);
}
static void project(Constraint *c) {
  Scale *self = (Scale *)c;
  Variable *first = self->binary.first, *second = self->binary.second;
  if (self->binary.direction == FORWARD)
    second->value = first->value * self->scale->value + self->offset->value;
  else
    first->value = (second->value - self->offset->value) / self->scale->value;
}

static const Methods scale_methods = {attach_scale, detach_scale, choose_binary, satisfied_binary, unsatisfy_binary, mark_inputs_scale,
                                      inputs_known_scale, output_binary, recalculate_scale, project, no};

static Constraint *new_scale(Strength strength, Variable *first, Variable *second, Variable *scale, Variable *offset) {
  Scale *self = malloc(sizeof *self);
  self->binary.first = first;
  self->binary.second = second;
  self->binary.direction = NONE;
  self->scale = scale;
  self->offset = offset;
  return allocated(&self->binary.constraint, &scale_methods, strength);
}

/* Planning. */

static int64_t new_mark(void) { return ++last_mark; }

/* The satisfied constraints that take the variable's value. */
static void push_consumers(List *list, const Variable *v) {
  for (int64_t i = 0; i < v->users.count; i++) {
    Constraint *c = v->users.items[i];
    if (c != v->determined_by && c->methods->satisfied(c)) push(list, c);
  }
}

/* Tells everything downstream of a constraint that has just been satisfied. */
static void propagate(Constraint *c, int64_t mark) {
  List todo = {0};
  push(&todo, c);
  while (todo.count > 0) {
    Constraint *next = pop(&todo);
    if (output_of(next)->mark == mark) abort(); /* there is a cycle */
    next->methods->recalculate(next);
    push_consumers(&todo, output_of(next));
  }
  free(todo.items);
}

/* Satisfies the constraint if it is strong enough; the one that it takes its output from, if any. */
static Constraint *satisfy(Constraint *c, int64_t mark) {
  c->methods->choose(c, mark);
  if (!c->methods->satisfied(c)) {
    if (c->strength == REQUIRED) abort();
    return NULL;
  }
  c->methods->mark_inputs(c, mark);
  Variable *output = output_of(c);
  Constraint *overridden = output->determined_by;
  if (overridden) overridden->methods->unsatisfy(overridden);
  output->determined_by = c;
  propagate(c, mark);
  output->mark = mark;
  return overridden;
}

static void add_incrementally(Constraint *c) {
  int64_t mark = new_mark();
  while (c) c = satisfy(c, mark);
}

static void add(Constraint *c) {
  c->methods->attach(c);
  add_incrementally(c);
}

/* Lets go of a variable that nothing determines any more, and of what follows from it; the constraints there that are not satisfied. */
static List let_go(Variable *v) {
  List unsatisfied = {0}, todo = {0};
  v->determined_by = NULL;
  v->walk = WEAKEST;
  v->stay = true;
  for (;;) {
    for (int64_t i = 0; i < v->users.count; i++) {
      Constraint *c = v->users.items[i];
      if (!c->methods->satisfied(c))
        push(&unsatisfied, c);
      else if (c != v->determined_by) {
        c->methods->recalculate(c);
        push(&todo, c);
      }
    }
    if (todo.count == 0) break;
    v = output_of(pop(&todo));
  }
  free(todo.items);
  return unsatisfied;
}

static void drop(Constraint *c) {
  Variable *output = output_of(c);
  c->methods->unsatisfy(c);
  c->methods->detach(c);
  List unsatisfied = let_go(output);
  for (Strength strength = REQUIRED; strength <= WEAKEST; strength++)
    for (int64_t i = 0; i < unsatisfied.count; i++)
      if (unsatisfied.items[i]->strength == strength) add_incrementally(unsatisfied.items[i]);
  free(unsatisfied.items);
}

/* What to execute, in order, whenever the edited variable has changed. */
static List make_plan(Constraint *edit) {
  int64_t mark = new_mark();
  List plan = {0}, todo = {0};
  if (edit->methods->satisfied(edit)) push(&todo, edit);
  while (todo.count > 0) {
    Constraint *c = pop(&todo);
    if (output_of(c)->mark != mark && c->methods->inputs_known(c, mark)) {
      push(&plan, c);
      output_of(c)->mark = mark;
      push_consumers(&todo, output_of(c));
    }
  }
  free(todo.items);
  return plan;
}

static void execute(List plan) {
  for (int64_t i = 0; i < plan.count; i++) plan.items[i]->methods->execute(plan.items[i]);
}

/* Programs. */

static int64_t sum_up(int64_t sum, int64_t value) { return (sum * 31 + value) % 1000000007; }

static int64_t chain(int64_t n) {
  Variable *first = new_variable(0), *last = first;
  for (int64_t i = 0; i < n; i++) {
    Variable *next = new_variable(0);
    add(new_equality(REQUIRED, last, next));
    last = next;
  }
  add(new_unary(&stay_methods, STRONG_DEFAULT, last));
  Constraint *edit = new_unary(&edit_methods, PREFERRED, first);
  add(edit);
  List plan = make_plan(edit);
  int64_t sum = 0;
  for (int64_t i = 0; i < 100; i++) {
    first->value = i;
    execute(plan);
    sum = sum_up(sum, last->value);
  }
  free(plan.items);
  drop(edit);
  return sum;
}

static void change(Variable *v, int64_t value) {
  Constraint *edit = new_unary(&edit_methods, PREFERRED, v);
  add(edit);
  List plan = make_plan(edit);
  for (int i = 0; i < 10; i++) {
    v->value = value;
    execute(plan);
  }
  free(plan.items);
  drop(edit);
}

static int64_t projection(int64_t n) {
  Variable *scale = new_variable(10), *offset = new_variable(1000), *source = NULL, *destination = NULL;
  Variable **destinations = malloc(n * sizeof *destinations);
  for (int64_t i = 0; i < n; i++) {
    source = new_variable(i);
    destination = new_variable(i);
    destinations[i] = destination;
    add(new_unary(&stay_methods, NORMAL, source));
    add(new_scale(REQUIRED, source, destination, scale, offset));
  }
  int64_t sum = 0;
  change(source, 17);
  sum = sum_up(sum, destination->value);
  change(destination, 1050);
  sum = sum_up(sum, source->value);
  change(scale, 5);
  for (int64_t i = 0; i < n; i++) sum = sum_up(sum, destinations[i]->value);
  change(offset, 2000);
  for (int64_t i = 0; i < n; i++) sum = sum_up(sum, destinations[i]->value);
  free(destinations);
  return sum;
}

/* The other languages collect garbage in its stead. */
static void release(void) {
  while (variables) {
    Variable *v = variables;
    variables = v->allocated;
    free(v->users.items);
    free(v);
  }
  while (constraints) {
    Constraint *c = constraints;
    constraints = c->allocated;
    free(c);
  }
}

int64_t run(int64_t n) {
  last_mark = 0;
  int64_t sum = sum_up(chain(n), projection(n));
  release();
  return sum;
}
