#include "../../program.h"

typedef struct Tree {
  struct Tree *left, *right;
} Tree;

static Tree *make(int64_t depth) {
  Tree *t = malloc(sizeof *t);
  t->left = depth == 0 ? NULL : make(depth - 1);
  t->right = depth == 0 ? NULL : make(depth - 1);
  return t;
}

static int64_t count(const Tree *t) { return t->left ? 1 + count(t->left) + count(t->right) : 1; }

/* The other languages collect garbage in its stead. */
static void release(Tree *t) {
  if (t->left) {
    release(t->left);
    release(t->right);
  }
  free(t);
}

int64_t run(int64_t n) {
  int64_t sum = 0;
  for (int i = 0; i < 20; i++) {
    Tree *t = make(n);
    sum += count(t);
    release(t);
  }
  return sum;
}
