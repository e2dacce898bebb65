#include "../../program.h"

enum { LIMIT = 2000000 };

static bool composite[LIMIT + 1];

static int64_t primes(void) {
  int64_t count = 0;
  for (int64_t i = 0; i <= LIMIT; i++) composite[i] = false;
  for (int64_t i = 2; i <= LIMIT; i++) {
    if (!composite[i]) {
      count++;
      for (int64_t j = i + i; j <= LIMIT; j += i) composite[j] = true;
    }
  }
  return count;
}

int64_t run(int64_t n) {
  int64_t sum = 0;
  for (int64_t i = 0; i < n; i++) sum += primes();
  return sum;
}
