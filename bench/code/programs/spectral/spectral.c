#include "../../program.h"

static double a(int64_t i, int64_t j) { return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1); }

static void multiply(const double *v, double *result, int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    double sum = 0;
    for (int64_t j = 0; j < n; j++) sum += a(i, j) * v[j];
    result[i] = sum;
  }
}

static void multiply_transposed(const double *v, double *result, int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    double sum = 0;
    for (int64_t j = 0; j < n; j++) sum += a(j, i) * v[j];
    result[i] = sum;
  }
}

int64_t run(int64_t n) {
  double *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v), *t = malloc(n * sizeof *t);
  double uv = 0, vv = 0;
  for (int64_t i = 0; i < n; i++) u[i] = 1.0;
  for (int i = 0; i < 10; i++) {
    multiply(u, t, n);
    multiply_transposed(t, v, n);
    multiply(v, t, n);
    multiply_transposed(t, u, n);
  }
  for (int64_t i = 0; i < n; i++) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  free(u);
  free(v);
  free(t);
  return llrint(sqrt(uv / vv) * 1e9);
}
