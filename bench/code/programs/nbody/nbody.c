#include "../../program.h"

enum { BODIES = 5 };

typedef struct {
  double x, y, z, vx, vy, vz, mass;
} Body;

static Body bodies[BODIES];

static void arrange(void) {
  for (int i = 0; i < BODIES; i++) {
    double k = i;
    bodies[i] = (Body){k * 1.3, k * k * 0.7, (5.0 - k) * 0.2, 0.01 * k, 0.02, -0.01 * k, 1.0 + k};
  }
}

static void attract(Body *a, Body *b, double dt) {
  double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
  double square = dx * dx + dy * dy + dz * dz;
  double magnitude = dt / (square * sqrt(square));
  a->vx -= dx * b->mass * magnitude;
  a->vy -= dy * b->mass * magnitude;
  a->vz -= dz * b->mass * magnitude;
  b->vx += dx * a->mass * magnitude;
  b->vy += dy * a->mass * magnitude;
  b->vz += dz * a->mass * magnitude;
}

static void advance(double dt) {
  for (int i = 0; i < BODIES; i++)
    for (int j = i + 1; j < BODIES; j++) attract(&bodies[i], &bodies[j], dt);
  for (int i = 0; i < BODIES; i++) {
    Body *b = &bodies[i];
    b->x += dt * b->vx;
    b->y += dt * b->vy;
    b->z += dt * b->vz;
  }
}

int64_t run(int64_t n) {
  double sum = 0;
  arrange();
  for (int64_t step = 0; step < n; step++) advance(0.001);
  for (int i = 0; i < BODIES; i++) sum = sum + bodies[i].x + bodies[i].vy;
  return llrint(sum * 1e6);
}
