/* Where a program in C begins. */
#include "program.h"

int main(void) {
  measure(run);
  return 0;
}
