/* Measures the program that it is linked with. Usage: program N RUNS. Prints the checksum, then the processor time of each call in nanoseconds: that of the first call, then of RUNS warm ones. */
#include <stdio.h>
#include <time.h>
#include "program.h"

enum { WARM_UP = 3 };

static int64_t processor_time(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static int64_t checksum;

static int64_t timed(int64_t n) {
  int64_t from = processor_time(), result = run(n), time = processor_time() - from;
  static bool again = false;
  if (again && result != checksum) {
    fprintf(stderr, "the checksum of a later call is another one: %lld after %lld\n", (long long)result, (long long)checksum);
    exit(1);
  }
  again = true;
  checksum = result;
  return time;
}

int main(int count, char **arguments) {
  if (count != 3) {
    fputs("usage: program N RUNS\n", stderr);
    return 2;
  }
  int64_t n = atoll(arguments[1]), runs = atoll(arguments[2]), cold = timed(n);
  for (int i = 0; i < WARM_UP; i++) timed(n);
  int64_t times[runs];
  for (int64_t i = 0; i < runs; i++) times[i] = timed(n);
  printf("%lld\n%lld\n", (long long)checksum, (long long)cold);
  for (int64_t i = 0; i < runs; i++) printf("%lld\n", (long long)times[i]);
  return 0;
}
