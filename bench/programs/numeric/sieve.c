/* The same as Sieve.m3, printing the time of each call in nanoseconds and the result. Usage: sieve ROUNDS REPEATS */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <math.h>
#include <time.h>

#define LIMIT 2000000
#define N 160

static uint8_t composite[LIMIT + 1];
static double a[N][N], b[N][N], c[N][N];

static int64_t primes(void) {
  int64_t count = 0;
  for (int64_t i = 0; i <= LIMIT; i++) composite[i] = 0;
  for (int64_t i = 2; i <= LIMIT; i++) {
    if (!composite[i]) {
      count++;
      for (int64_t j = i + i; j <= LIMIT; j += i) composite[j] = 1;
    }
  }
  return count;
}

static double product(void) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      a[i][j] = i + j;
      b[i][j] = i - j;
    }
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      double sum = 0;
      for (int k = 0; k < N; k++) sum += a[i][k] * b[k][j];
      c[i][j] = sum;
    }
  return c[N - 1][0];
}

int main(int argc, char **argv) {
  int rounds = argc > 1 ? atoi(argv[1]) : 1, repeats = argc > 2 ? atoi(argv[2]) : 5;
  for (int r = 0; r < repeats; r++) {
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    int64_t result = 0;
    for (int i = 0; i < rounds; i++) result = primes() + (int64_t)nearbyint(product());
    clock_gettime(CLOCK_MONOTONIC, &to);
    printf("%lld %lld\n", (long long)((to.tv_sec - from.tv_sec) * 1000000000LL + to.tv_nsec - from.tv_nsec), (long long)result);
  }
  return 0;
}
