import type { Machine } from '../machine.ts';

/** What an instruction does to the abstract machine. Called only where the instruction is reached. */
export type Rule = (m: Machine) => void;

/** Rules by name of the instruction. */
export type Rules = Readonly<Record<string, Rule>>;
