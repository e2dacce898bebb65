#include "../../program.h"

enum {
  HASHES = 4096,
  FARTHEST = 65535,
  LONGEST = 255,
  SHORTEST = 4, /* what a reference takes */
  LITERAL = 0,  /* then the byte */
  REFERENCE = 1 /* then the length and two bytes for the distance */
};

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

static void make_input(uint8_t *input, int64_t n) {
  int64_t seed = 7, filled = 0;
  while (filled < n) {
    seed = seed * 16807 % 2147483647;
    if (filled < 64 || seed % 4 == 0) {
      input[filled] = 'a' + seed / 4 % 16;
      filled++;
    } else {
      int64_t length = least(4 + seed / 4 % 20, n - filled), distance = 1 + seed / 128 % least(filled, 4000);
      for (int64_t i = filled; i < filled + length; i++) input[i] = input[i - distance];
      filled += length;
    }
  }
}

/* How many bytes from `from` on are those from `at` on. */
static int64_t match(const uint8_t *input, int64_t n, int64_t from, int64_t at) {
  int64_t length = 0, most = least(LONGEST, n - at);
  while (length < most && input[from + length] == input[at + length]) length++;
  return length;
}

/* The number of bytes put into `output`. */
static int64_t pack(const uint8_t *input, int64_t n, uint8_t *output) {
  int64_t last[HASHES]; /* where three bytes with that hash were seen; -1 if nowhere */
  int64_t at = 0, size = 0;
  for (int64_t i = 0; i < HASHES; i++) last[i] = -1;
  while (at < n) {
    int64_t length = 0, seen = -1;
    if (at + 2 < n) {
      int64_t hash = (input[at] * 961 + input[at + 1] * 31 + input[at + 2]) % HASHES;
      seen = last[hash];
      last[hash] = at;
      if (seen >= 0 && at - seen <= FARTHEST) length = match(input, n, seen, at);
    }
    if (length >= SHORTEST) {
      output[size] = REFERENCE;
      output[size + 1] = length;
      output[size + 2] = (at - seen) % 256;
      output[size + 3] = (at - seen) / 256;
      size += 4;
      at += length;
    } else {
      output[size] = LITERAL;
      output[size + 1] = input[at];
      size += 2;
      at++;
    }
  }
  return size;
}

static void unpack(const uint8_t *packed, int64_t n, uint8_t *output) {
  int64_t at = 0, size = 0;
  while (at < n) {
    if (packed[at] == REFERENCE) {
      int64_t length = packed[at + 1], distance = packed[at + 2] + packed[at + 3] * 256;
      for (int64_t i = size; i < size + length; i++) output[i] = output[i - distance];
      size += length;
      at += 4;
    } else {
      output[size] = packed[at + 1];
      size++;
      at += 2;
    }
  }
}

int64_t run(int64_t n) {
  uint8_t *input = calloc(n, 1), *packed = calloc(2 * n, 1), *output = calloc(n, 1);
  make_input(input, n);
  int64_t size = pack(input, n, packed), sum = 0;
  unpack(packed, size, output);
  for (int64_t i = 0; i < n; i++)
    if (output[i] != input[i]) return -1 - i;
  for (int64_t i = 0; i < size; i++) sum = (sum * 31 + packed[i]) % 1000000007;
  free(input);
  free(packed);
  free(output);
  return sum;
}
