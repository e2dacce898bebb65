#include "../../program.h"

enum { N = 160 };

static double a[N][N], b[N][N], c[N][N];

static void multiply(double (*a)[N], double (*b)[N], double (*c)[N]) {
  for (int64_t i = 0; i < N; i++)
    for (int64_t j = 0; j < N; j++) {
      double sum = 0;
      for (int64_t k = 0; k < N; k++) sum += a[i][k] * b[k][j];
      c[i][j] = sum;
    }
}

int64_t run(int64_t n) {
  for (int64_t i = 0; i < N; i++)
    for (int64_t j = 0; j < N; j++) {
      a[i][j] = i + j;
      b[i][j] = i - j;
    }
  for (int64_t round = 1; round <= n; round++) {
    a[0][0] = round;
    multiply(a, b, c);
  }
  double total = 0;
  for (int64_t i = 0; i < N; i++)
    for (int64_t j = 0; j < N; j++) total += c[i][j];
  return llrint(total);
}
