/**
 * The contract that hardware must meet: what the kernel needs of the machine it boots on. `src/emulator` implements it.
 */

/** Two ports for output, one source of input. Output may be gathered; `flush` shows it. */
export interface ConsolePorts {
  write(port: 'output' | 'error', bytes: Uint8Array): void;
  flush(): void;
  /** At least one byte and at most `max`; nothing at the end of the input. A promise when it must be waited for. */
  read(max: number): Uint8Array | Promise<Uint8Array>;
  /** Whether `read` would answer at once. */
  ready(): boolean;
}

export interface Machine {
  readonly console: ConsolePorts;
  /** Arguments of the program that is run, its name first. */
  readonly parameters: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
  /** Real milliseconds since power-on. Never shown to extensions, whose time is virtual. */
  elapsed(): number;
  /** Nanoseconds since 1970 at power-on. */
  readonly poweredOn: bigint;
  /** Bytes of the stack on which a strand's code runs; 984 KB, as V8 has it, when it is not said. */
  readonly engineStackBytes?: number;
  /** Lets the host do its own work (input, signals) and comes back soon. */
  turn(): Promise<void>;
  /** Comes back after so many real milliseconds. */
  pause(milliseconds: number): Promise<void>;
}
