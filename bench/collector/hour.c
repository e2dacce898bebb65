/*
 * `Hour` of `bench/programs/collector` with malloc and free.
 * Usage: hour SECONDS EVERY [real]. Prints JSON: after every EVERY seconds what is live and held; `real` counts seconds of the clock.
 */
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { REQUESTS = 400, PASSING = 16, SESSIONS = 20000, ENTRIES = 4000, REPORT_WORDS = 131072 };

typedef struct {
  int64_t count;
  int64_t words[];
} Words;

typedef struct {
  Words *name, *state;
} Session;

static Words *passing[PASSING], *buffer, *report, *cache[ENTRIES];
static Session *sessions[SESSIONS];
static int64_t open_sessions, seed = 42, made;

static int64_t draw(int64_t below) {
  seed = seed * 16807 % 2147483647;
  return seed % below;
}

static void replace(Words **at, int64_t count) {
  made++;
  free(*at);
  *at = calloc(1, sizeof(Words) + count * sizeof(int64_t));
  (*at)->count = count;
}

static int64_t length(int bits) {
  int64_t power = INT64_C(1) << draw(bits);
  return power + draw(power);
}

static void end_session(int64_t at) {
  if (!sessions[at]) return;
  free(sessions[at]->name);
  free(sessions[at]->state);
  free(sessions[at]);
  sessions[at] = NULL;
}

static void visit(int64_t at) {
  if (!sessions[at] || draw(8) == 0) {
    end_session(at);
    sessions[at] = calloc(1, sizeof(Session));
    made++;
    replace(&sessions[at]->name, 2 + draw(5));
  }
  replace(&sessions[at]->state, length(6));
}

static void request(int entry_bits) {
  for (int i = 0; i < PASSING; i++) replace(&passing[i], length(5));
  replace(&buffer, 128 + draw(1024));
  visit(draw(open_sessions));
  if (draw(4) == 0) {
    int64_t at = draw(ENTRIES);
    replace(&cache[at], length(entry_bits));
  }
}

static void second(int64_t t) {
  int64_t before = open_sessions;
  open_sessions = 5000 + (900 - labs(t % 1800 - 900)) * 15000 / 900;
  for (int64_t i = open_sessions; i < before; i++) end_session(i);
  if (t % 60 == 0) replace(&report, REPORT_WORDS);
  for (int i = 0; i < REQUESTS; i++) request(9 + t / 300 % 5);
}

static int64_t count(const Words *words) { return words ? words->count : 0; }

static int64_t live(void) {
  int64_t sum = count(buffer) + count(report);
  for (int i = 0; i < PASSING; i++) sum += count(passing[i]);
  for (int i = 0; i < ENTRIES; i++) sum += count(cache[i]);
  for (int i = 0; i < SESSIONS; i++)
    if (sessions[i]) sum += count(sessions[i]->name) + count(sessions[i]->state);
  return sum;
}

static int64_t now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static long resident(void) {
  long total, pages;
  FILE *f = fopen("/proc/self/statm", "r");
  if (!f || fscanf(f, "%ld %ld", &total, &pages) != 2) exit(1);
  fclose(f);
  return pages * sysconf(_SC_PAGESIZE);
}

int main(int arguments, char **argument) {
  if (arguments < 3) {
    fputs("usage: hour SECONDS EVERY [real]\n", stderr);
    return 2;
  }
  int64_t seconds = atoll(argument[1]), every = atoll(argument[2]);
  int real = arguments > 3;
  int64_t start = now(CLOCK_MONOTONIC), processor = now(CLOCK_PROCESS_CPUTIME_ID), last = 0, passed = 0;
  const char *separator = "";
  printf("{\"samples\": [");
  for (int64_t t = 0; passed < seconds; t++) {
    second(t);
    passed = real ? (now(CLOCK_MONOTONIC) - start) / 1000000000 : t + 1;
    if (passed / every == last) continue;
    last = passed / every;
    int64_t time = now(CLOCK_PROCESS_CPUTIME_ID) - processor;
    struct mallinfo2 m = mallinfo2();
    printf("%s{\"passed\": %lld, \"made\": %lld, \"time\": %lld, \"live\": %lld, \"used\": %zu, \"held\": %zu, \"whole\": %zu, \"resident\": %ld}",
           separator, (long long)passed, (long long)made, (long long)time, (long long)live() * 8, m.uordblks + m.hblkhd,
           m.arena + m.hblkhd, m.keepcost, resident());
    separator = ", ";
    processor = now(CLOCK_PROCESS_CPUTIME_ID);
  }
  printf("], \"pauses\": []}\n");
  return 0;
}
