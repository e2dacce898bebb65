/** Arithmetic on constant integers: exact, then held against the 64 bits that INTEGER and LONGINT have. */
import { INTEGER_FIRST, INTEGER_LAST } from '../../types/builtins.ts';

export type IntegerFailure = 'overflow' | 'division by zero';

export function fitsInteger(value: bigint): boolean {
  return value >= INTEGER_FIRST && value <= INTEGER_LAST;
}

/** x DIV y rounds towards minus infinity (definition 2.6.10). `y` is not zero. */
export function floorDiv(x: bigint, y: bigint): bigint {
  const quotient = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient;
}

/** x MOD y = x - y * (x DIV y): it has the sign of y. `y` is not zero. */
export function floorMod(x: bigint, y: bigint): bigint {
  return x - y * floorDiv(x, y);
}

export function foldInteger(op: '+' | '-' | '*' | 'DIV' | 'MOD', x: bigint, y: bigint): bigint | IntegerFailure {
  if ((op === 'DIV' || op === 'MOD') && y === 0n) return 'division by zero';
  const value = exact(op, x, y);
  return fitsInteger(value) ? value : 'overflow';
}

function exact(op: '+' | '-' | '*' | 'DIV' | 'MOD', x: bigint, y: bigint): bigint {
  switch (op) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case 'DIV':
      return floorDiv(x, y);
    case 'MOD':
      return floorMod(x, y);
  }
}
