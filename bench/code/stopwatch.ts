/**
 * The same stopwatch for what runs on the engine of this process: it warms up until the engine has made good code of what it runs, then takes the processor time of each call.
 */

/** What a program's process says, as `measure.c` prints it. */
export interface Measured {
  readonly checksum: string;
  /** The processor time of the first call after loading, in nanoseconds. */
  readonly cold: number;
  /** That of each warm call. */
  readonly warm: readonly number[];
  /** Of the whole process, in kilobytes: before the first call, and the most at the end. */
  readonly memory: { readonly before: number; readonly peak: number };
}

const WARM_CALLS = 10;
/** Nanoseconds. */
const WARM_TIME = 400e6;

export async function stopwatch(runs: number, call: () => Promise<bigint>): Promise<Measured> {
  let checksum: bigint | undefined;
  const timed = async (): Promise<number> => {
    const from = process.cpuUsage();
    const result = await call();
    const { user, system } = process.cpuUsage(from);
    if (checksum !== undefined && result !== checksum) {
      throw new Error(`the checksum of a later call is another one: ${result} after ${checksum}`);
    }
    checksum = result;
    return (user + system) * 1000;
  };
  const before = process.memoryUsage.rss() / 1024;
  const cold = await timed();
  let spent = 0;
  for (let i = 0; runs > 0 && (i < WARM_CALLS || spent < WARM_TIME); i++) {
    spent += await timed();
    // The engine optimises in threads of its own; what they use would count as the program's.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const warm: number[] = [];
  for (let i = 0; i < runs; i++) warm.push(await timed());
  return { checksum: String(checksum), cold, warm, memory: { before, peak: process.resourceUsage().maxRSS } };
}
