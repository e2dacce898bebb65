/**
 * What each domain has of the memory, and how much it may have.
 *
 * The fast path counts down an allowance in linear memory (`state.ts`) and asks here when it is used up. Live bytes are exact after each collection, which counts
 * what it marks; in between, garbage counts as used. Cells and pages are charged as taken, headers and rounding included.
 */
import type { Blocks } from './blocks.ts';
import { ACCOUNT_BYTES, ACCOUNT_OBJECTS, ACCOUNT_SIZE, ACCOUNTS, MAX_DOMAINS } from './state.ts';

/** The most that is allowed at once; keeps the countdown within 32 bits. */
const MAX_ALLOWANCE = 2 ** 30;

export interface Usage {
  /** Bytes of heap objects: live ones at the last collection, and all made since. */
  readonly heapBytes: number;
  readonly objects: number;
  /** Bytes of static data, globals, stacks. */
  readonly areaBytes: number;
  /** Bytes ever allocated on the heap. */
  readonly allocatedBytes: number;
  readonly allocatedObjects: number;
  readonly limit: number;
}

interface Account {
  limit: number;
  areaBytes: number;
  heapBytes: number;
  objects: number;
  allocatedBytes: number;
  allocatedObjects: number;
  /** What the countdown stood at when it was last looked at. */
  allowance: number;
}

export class Accounts {
  private readonly blocks: Blocks;
  private readonly accounts: (Account | undefined)[] = [];
  /** Counted by the marker: live bytes and objects by domain. */
  readonly liveBytes = new Float64Array(MAX_DOMAINS);
  readonly liveObjects = new Float64Array(MAX_DOMAINS);
  /** By all counts so far. */
  markedObjects = 0;

  constructor(blocks: Blocks) {
    this.blocks = blocks;
  }

  open(domain: number, limit: number): void {
    this.accounts[domain] = {
      limit,
      areaBytes: 0,
      heapBytes: 0,
      objects: 0,
      allocatedBytes: 0,
      allocatedObjects: 0,
      allowance: 0,
    };
    this.write(domain, ACCOUNT_BYTES, 0);
    this.write(domain, ACCOUNT_OBJECTS, 0);
  }

  close(domain: number): void {
    this.write(domain, ACCOUNT_BYTES, 0);
    this.accounts[domain] = undefined;
  }

  isOpen(domain: number): boolean {
    return this.accounts[domain] !== undefined;
  }

  /** The smallest domain number that is not in use, 0 being the kernel's. */
  unused(): number {
    let domain = 1;
    while (this.accounts[domain]) domain++;
    return domain;
  }

  setLimit(domain: number, limit: number): void {
    this.harvest(domain).limit = limit;
    this.withdraw(domain);
  }

  /** Gives the domain an allowance that covers `bytes` more; false when its limit forbids that. */
  allow(domain: number, bytes: number): boolean {
    const account = this.harvest(domain);
    this.withdraw(domain);
    const room = account.limit - account.heapBytes - account.areaBytes;
    if (bytes > room) return false;
    account.allowance = Math.max(bytes, Math.min(room, MAX_ALLOWANCE));
    this.write(domain, ACCOUNT_BYTES, account.allowance);
    return true;
  }

  /** Charges an allowance that `allow` has given or that is left. */
  left(domain: number): number {
    return this.read(domain, ACCOUNT_BYTES);
  }

  spend(domain: number, bytes: number): void {
    this.write(domain, ACCOUNT_BYTES, this.read(domain, ACCOUNT_BYTES) - bytes);
    this.write(domain, ACCOUNT_OBJECTS, this.read(domain, ACCOUNT_OBJECTS) + 1);
  }

  /** Charges (or, negative, returns) pages; false when the limit forbids that. The allowance is taken back only when there is no room beside it. */
  chargeArea(domain: number, bytes: number): boolean {
    const account = this.harvest(domain);
    const room = account.limit - account.heapBytes - account.areaBytes;
    if (bytes > 0 && bytes > room) return false;
    account.areaBytes += bytes;
    if (bytes > room - account.allowance) this.withdraw(domain);
    return true;
  }

  usage(domain: number): Usage {
    const { limit, areaBytes, heapBytes, objects, allocatedBytes, allocatedObjects } = this.harvest(domain);
    return { limit, areaBytes, heapBytes, objects, allocatedBytes, allocatedObjects };
  }

  /** Before marking: nothing is known to live. */
  beginCount(): void {
    this.accounts.forEach((account, domain) => {
      if (account) this.harvest(domain);
    });
    this.liveBytes.fill(0, 0, this.accounts.length);
    this.liveObjects.fill(0, 0, this.accounts.length);
  }

  /** After marking: what was counted is what each domain has. */
  endCount(): void {
    this.accounts.forEach((account, domain) => {
      if (!account) return;
      account.heapBytes = this.liveBytes[domain]!;
      account.objects = this.liveObjects[domain]!;
      this.markedObjects += account.objects;
      this.withdraw(domain);
    });
  }

  /** Moves what the fast path has counted to the account. */
  private harvest(domain: number): Account {
    const account = this.accounts[domain];
    if (!account) throw new Error(`no domain ${domain}`);
    const left = this.read(domain, ACCOUNT_BYTES);
    const taken = account.allowance - left;
    const made = this.read(domain, ACCOUNT_OBJECTS);
    account.allowance = left;
    account.heapBytes += taken;
    account.allocatedBytes += taken;
    account.objects += made;
    account.allocatedObjects += made;
    this.write(domain, ACCOUNT_OBJECTS, 0);
    return account;
  }

  /** After a harvest: takes the rest of the allowance back. */
  private withdraw(domain: number): void {
    this.accounts[domain]!.allowance = 0;
    this.write(domain, ACCOUNT_BYTES, 0);
  }

  private read(domain: number, field: number): number {
    return this.blocks.i32[(ACCOUNTS + domain * ACCOUNT_SIZE + field) >> 2]!;
  }

  private write(domain: number, field: number, value: number): void {
    this.blocks.i32[(ACCOUNTS + domain * ACCOUNT_SIZE + field) >> 2] = value;
  }
}
