/*
 * The stopwatch of programs compiled to the machine's own code. Usage of such a program: program N RUNS. Calls it RUNS times warm; without any RUNS once.
 * Prints JSON: the checksum, nanoseconds of processor time of the first call and of the warm ones, and kilobytes of memory: before the first call, and the most at the end.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include "program.h"

enum { WARM_UP = 3 };

static int64_t processor_time(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static long most_memory(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

static Program *program;
static int64_t checksum;

static int64_t timed(int64_t n) {
  int64_t from = processor_time(), result = program(n), time = processor_time() - from;
  static bool again = false;
  if (again && result != checksum) {
    fprintf(stderr, "the checksum of a later call is another one: %lld after %lld\n", (long long)result, (long long)checksum);
    exit(1);
  }
  again = true;
  checksum = result;
  return time;
}

/* A program's start may be another language's, which does not pass them on. */
static int count;
static char **arguments;

__attribute__((constructor)) static void keep_arguments(int argc, char **argv) {
  count = argc;
  arguments = argv;
}

void measure(Program *measured) {
  if (count != 3) {
    fputs("usage: program N RUNS\n", stderr);
    exit(2);
  }
  program = measured;
  int64_t n = atoll(arguments[1]), runs = atoll(arguments[2]);
  long before = most_memory();
  int64_t cold = timed(n);
  if (runs > 0)
    for (int i = 0; i < WARM_UP; i++) timed(n);
  printf("{\"warm\": [");
  for (int64_t i = 0; i < runs; i++) printf("%s%lld", i > 0 ? ", " : "", (long long)timed(n));
  printf("], \"checksum\": \"%lld\", \"cold\": %lld, \"memory\": {\"before\": %ld, \"peak\": %ld}}\n", (long long)checksum,
         (long long)cold, before, most_memory());
}
