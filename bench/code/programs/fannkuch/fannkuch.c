#include "../../program.h"

typedef struct {
  int64_t at[16];
} Permutation;

static int64_t flips_of(Permutation p) {
  int64_t flips = 0;
  while (p.at[0] != 0) {
    for (int64_t i = 0, j = p.at[0]; i < j; i++, j--) {
      int64_t t = p.at[i];
      p.at[i] = p.at[j];
      p.at[j] = t;
    }
    flips++;
  }
  return flips;
}

int64_t run(int64_t n) {
  Permutation p = {{0}};
  int64_t count[16]; /* rotations left of the first i + 1 numbers */
  int64_t r = n, most = 0, sum = 0;
  bool even = true;
  for (int64_t i = 0; i < n; i++) p.at[i] = i;
  for (;;) {
    for (; r != 1; r--) count[r - 1] = r;
    int64_t flips = flips_of(p);
    if (flips > most) most = flips;
    sum += even ? flips : -flips;
    even = !even;
    for (;;) {
      if (r == n) return sum * 100 + most;
      int64_t first = p.at[0];
      for (int64_t i = 0; i < r; i++) p.at[i] = p.at[i + 1];
      p.at[r] = first;
      if (--count[r] > 0) break;
      r++;
    }
  }
}
