#include "../../program.h"

enum { WORDS = 5000, BUCKETS = 4096 };

typedef struct {
  int64_t length;
  char chars[];
} Text;

typedef struct Entry {
  const Text *key;
  int64_t count;
  struct Entry *next;
} Entry;

static int64_t seed;

static int64_t draw(int64_t below) {
  seed = seed * 16807 % 2147483647;
  return seed % below;
}

static void make_words(Text **words) {
  char buffer[16];
  seed = 42;
  for (int64_t i = 0; i < WORDS; i++) {
    int64_t length = 3 + draw(8);
    for (int64_t j = 0; j < length; j++) buffer[j] = 'a' + draw(26);
    words[i] = malloc(sizeof(Text) + length);
    words[i]->length = length;
    memcpy(words[i]->chars, buffer, length);
  }
}

static bool equal(const Text *t, const Text *u) {
  return t->length == u->length && memcmp(t->chars, u->chars, t->length) == 0;
}

static int64_t hash(const Text *t) {
  int64_t hash = 0;
  for (int64_t i = 0; i < t->length; i++) hash = (hash * 31 + t->chars[i]) & 0xFFFFFFF;
  return hash;
}

/* The entry of the key; a new one if there was none. */
static Entry *find(Entry **table, const Text *key) {
  int64_t bucket = hash(key) % BUCKETS;
  Entry *entry = table[bucket];
  while (entry && !equal(entry->key, key)) entry = entry->next;
  if (!entry) {
    entry = malloc(sizeof *entry);
    *entry = (Entry){key, 0, table[bucket]};
    table[bucket] = entry;
  }
  return entry;
}

static Entry *table[BUCKETS];
static Text *keys[WORDS], *queries[WORDS];

/* The other languages collect garbage in its stead. */
static void release(void) {
  for (int64_t i = 0; i < BUCKETS; i++)
    while (table[i]) {
      Entry *next = table[i]->next;
      free(table[i]);
      table[i] = next;
    }
  for (int64_t i = 0; i < WORDS; i++) {
    free(keys[i]);
    free(queries[i]);
  }
}

int64_t run(int64_t n) {
  int64_t sum = 0;
  make_words(keys);
  make_words(queries);
  for (int64_t i = 0; i < WORDS; i++) find(table, keys[i]);
  for (int64_t i = 0; i < n; i++) find(table, queries[draw(WORDS)])->count++;
  for (int64_t i = 0; i < WORDS; i++) sum = (sum * 31 + find(table, keys[i])->count) % 1000000007;
  release();
  return sum;
}
