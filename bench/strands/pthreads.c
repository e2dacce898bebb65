/*
 * POSIX threads, measured as strands are. Usage: pthreads switch N RUNS | fork N RUNS | wait N.
 * Prints JSON: nanoseconds of processor time for each of RUNS times N rounds of a ping-pong by semaphores, or of creating and joining a thread; or what N waiting threads take in kilobytes of memory.
 */
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SMALL_STACK = 64 * 1024 };

static sem_t there, back;
static long rounds;

static int64_t processor_time(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

static void start(pthread_t *thread, void *(*run)(void *)) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, SMALL_STACK);
  int error = pthread_create(thread, &attributes, run, NULL);
  if (error) {
    fprintf(stderr, "no thread: %s\n", strerror(error));
    exit(1);
  }
  pthread_attr_destroy(&attributes);
}

static void *answer(void *unused) {
  for (long i = 0; i < rounds; i++) {
    sem_wait(&there);
    sem_post(&back);
  }
  return unused;
}

static void ping_pong(void) {
  pthread_t other;
  start(&other, answer);
  for (long i = 0; i < rounds; i++) {
    sem_post(&there);
    sem_wait(&back);
  }
  pthread_join(other, NULL);
}

static void *nothing(void *unused) { return unused; }

static void fork_join(void) {
  for (long i = 0; i < rounds; i++) {
    pthread_t other;
    start(&other, nothing);
    pthread_join(other, NULL);
  }
}

static void *wait_forever(void *unused) {
  sem_post(&back);
  sem_wait(&there);
  return unused;
}

static long resident(void) {
  long total, pages;
  FILE *f = fopen("/proc/self/statm", "r");
  if (!f || fscanf(f, "%ld %ld", &total, &pages) != 2) exit(1);
  fclose(f);
  return pages * sysconf(_SC_PAGESIZE) / 1024;
}

static void wait_all(void) {
  long before = resident();
  int64_t from = processor_time();
  for (long i = 0; i < rounds; i++) {
    pthread_t other;
    start(&other, wait_forever);
    sem_wait(&back);
  }
  printf("{\"time\": %lld, \"before\": %ld, \"after\": %ld}\n", (long long)(processor_time() - from), before, resident());
  fflush(stdout);
  _exit(0);
}

int main(int count, char **arguments) {
  sem_init(&there, 0, 0);
  sem_init(&back, 0, 0);
  if (count >= 3) rounds = atol(arguments[2]);
  if (count == 3 && strcmp(arguments[1], "wait") == 0) wait_all();
  if (count != 4) {
    fputs("usage: pthreads switch N RUNS | fork N RUNS | wait N\n", stderr);
    return 2;
  }
  void (*work)(void) = strcmp(arguments[1], "fork") == 0 ? fork_join : ping_pong;
  printf("[");
  for (long i = 0; i < atol(arguments[3]); i++) {
    int64_t from = processor_time();
    work();
    printf("%s%lld", i > 0 ? ", " : "", (long long)(processor_time() - from));
  }
  printf("]\n");
  return 0;
}
