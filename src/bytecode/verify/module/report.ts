/** Collects what is wrong with the tables of a module. */
import { type BytecodeError, bytecodeError } from '../../errors.ts';

export class Report {
  readonly errors: BytecodeError[] = [];
  /** The part of the module being checked. */
  section = 'types';

  add(code: string, message: string): void {
    this.errors.push(bytecodeError(code, message, { section: this.section }));
  }

  get failed(): boolean {
    return this.errors.length > 0;
  }
}
