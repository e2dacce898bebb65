#include "../../program.h"

typedef struct {
  int64_t key, a, b;
} Item;

static Item items[100000];

static void sort(Item *x, int64_t low, int64_t high) {
  if (low >= high) return;
  int64_t pivot = x[(low + high) / 2].key, i = low, j = high;
  while (i <= j) {
    while (x[i].key < pivot) i++;
    while (x[j].key > pivot) j--;
    if (i <= j) {
      Item t = x[i];
      x[i] = x[j];
      x[j] = t;
      i++;
      j--;
    }
  }
  sort(x, low, j);
  sort(x, i, high);
}

int64_t run(int64_t n) {
  int64_t seed = 12345, sum = 0;
  for (int64_t i = 0; i < n; i++) {
    seed = seed * 16807 % 2147483647;
    items[i] = (Item){seed, i, -i};
  }
  sort(items, 0, n - 1);
  for (int64_t i = 0; i < n; i += 100) sum = (sum * 31 + items[i].key) % 1000000007;
  return sum;
}
