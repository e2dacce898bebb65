/* What every program of the suite in C includes; `measure.c` measures it. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef int64_t Program(int64_t n);

/* The program's work, of size n; returns its checksum. */
Program run;

void measure(Program *program);
