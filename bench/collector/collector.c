/*
 * The program of `bench/programs/collector` with malloc and free.
 * Usage: collector short N RUNS | varied N RUNS | churn N. Prints JSON: nanoseconds of processor time of each run; or of the churn, its live words, and kilobytes of resident memory.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SLOTS = 100000, PHASE = 500000 };

typedef struct Pair {
  int64_t value;
  struct Pair *next;
} Pair;

static Pair *volatile pair;
static int64_t *volatile words;
static int64_t *slots[SLOTS], sizes[SLOTS];
static int64_t seed = 42, replaced;

static int64_t draw(int64_t below) {
  seed = seed * 16807 % 2147483647;
  return seed % below;
}

static int64_t processor_time(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static long resident(void) {
  long total, pages;
  FILE *f = fopen("/proc/self/statm", "r");
  if (!f || fscanf(f, "%ld %ld", &total, &pages) != 2) exit(1);
  fclose(f);
  return pages * sysconf(_SC_PAGESIZE) / 1024;
}

static void make_short(int64_t n) {
  for (int64_t i = 1; i <= n; i++) {
    free(pair);
    pair = malloc(sizeof(Pair));
    pair->value = i;
    pair->next = NULL;
  }
}

static void make_varied(int64_t n) {
  for (int64_t i = 1; i <= n; i++) {
    free(words);
    words = calloc(1 + i * 7 % 64, sizeof *words);
  }
}

static void churn(int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    int64_t largest = 4 + replaced / PHASE * 5 % 28, at = draw(SLOTS);
    free(slots[at]);
    sizes[at] = 1 + draw(largest);
    slots[at] = calloc(sizes[at], sizeof *slots[at]);
    replaced++;
  }
}

int main(int count, char **arguments) {
  int64_t n = count >= 3 ? atoll(arguments[2]) : 0;
  if (count == 3 && strcmp(arguments[1], "churn") == 0) {
    long before = resident();
    int64_t from = processor_time(), live = 0;
    churn(n);
    int64_t time = processor_time() - from;
    for (int i = 0; i < SLOTS; i++) live += sizes[i];
    printf("{\"time\": %lld, \"live\": %lld, \"before\": %ld, \"after\": %ld}\n", (long long)time, (long long)live, before, resident());
    return 0;
  }
  if (count != 4) {
    fputs("usage: collector short N RUNS | varied N RUNS | churn N\n", stderr);
    return 2;
  }
  void (*work)(int64_t) = strcmp(arguments[1], "short") == 0 ? make_short : make_varied;
  work(n);
  printf("[");
  for (int64_t i = 0; i < atoll(arguments[3]); i++) {
    int64_t from = processor_time();
    work(n);
    printf("%s%lld", i > 0 ? ", " : "", (long long)(processor_time() - from));
  }
  printf("]\n");
  return 0;
}
