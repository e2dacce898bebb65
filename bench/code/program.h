/* What every program of the suite in C includes; `main.c` measures it. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The program's work, of size n; returns its checksum. */
int64_t run(int64_t n);
