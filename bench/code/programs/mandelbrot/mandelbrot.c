#include "../../program.h"

enum { MOST = 50 };

static int64_t iterations(double cr, double ci) {
  double zr = 0, zi = 0;
  int64_t k = 0;
  while (k < MOST && zr * zr + zi * zi <= 4.0) {
    double t = zr * zr - zi * zi + cr;
    zi = 2.0 * zr * zi + ci;
    zr = t;
    k++;
  }
  return k;
}

int64_t run(int64_t n) {
  int64_t count = 0;
  double side = n;
  for (int64_t y = 0; y < n; y++)
    for (int64_t x = 0; x < n; x++) count += iterations(2.0 * x / side - 1.5, 2.0 * y / side - 1.0);
  return count;
}
