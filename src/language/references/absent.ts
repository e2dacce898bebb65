/** Interfaces that programs from elsewhere import and that this library does not have: why not, and what to use instead. `docs/library.md` tells the same at length. */

interface Family {
  readonly names: readonly string[];
  readonly hint: string;
}

const FAMILIES: readonly Family[] = [
  {
    names: ['File', 'FileRd', 'FileWr', 'FS', 'FSUtils', 'OSError', 'Pipe', 'RegularFile', 'Terminal'],
    hint: 'the machine has no files: read from Stdio.stdin and write to Stdio.stdout; TextRd and TextWr are streams in memory',
  },
  {
    names: ['ConnRW', 'IP', 'NetObj', 'NetObjNotifier', 'Socket', 'SocketPosix', 'TCP', 'TCPSpecial', 'UDP'],
    hint: 'the machine has no network',
  },
  {
    names: ['Pickle', 'Pickle2', 'PickleRd', 'PickleStubs', 'PickleWr'],
    hint: 'pickles need to see how objects lie in memory, which safe code cannot: write what is in them with Wr and Fmt, read it with Lex',
  },
  {
    names: [
      ...['String16', 'String8', 'Text16', 'Text16Short', 'Text8', 'Text8CString', 'Text8Short', 'TextCat'],
      ...['TextClass', 'TextF', 'TextLiteral', 'TextStats', 'TextSub'],
    ],
    hint: 'texts are objects of the kernel, whose parts are not to be seen: use Text',
  },
  {
    names: [
      ...['RTAllocator', 'RTAllocStats', 'RTCollectorSRC', 'RTHeap', 'RTHeapDebug', 'RTHeapInfo', 'RTHeapMap'],
      ...['RTHeapRep', 'RTHeapStats'],
    ],
    hint: 'the heap belongs to the kernel: RTCollector collects, and Quota tells what a domain uses',
  },
  {
    names: [
      ...['RTError', 'RTException', 'RTHooks', 'RTLinker', 'RTMachine', 'RTMapOp', 'RTMisc', 'RTModule', 'RTOS'],
      ...['RTPacking', 'RTProcedure', 'RTProcedureSRC', 'RTSignal', 'RTStack', 'RTThread', 'RTTipe', 'RTTypeFP'],
      ...['RTTypeMap', 'RTTypeSRC', 'RTUtils', 'RTutils'],
    ],
    hint: 'the run-time system is the kernel: RTType tells of types, RTCode of units and procedures, SpinException of errors',
  },
  {
    names: [
      'Scheduler',
      'SchedulerPosix',
      'ThreadContext',
      'ThreadEvent',
      'ThreadF',
      'ThreadInternal',
      'ThreadPThread',
    ],
    hint: 'threads are strands of the kernel: use Thread, Strand and Sched',
  },
  {
    names: [
      ...['CConvert', 'CText', 'Cerrno', 'Csetjmp', 'Cstddef', 'Cstdio', 'Cstdlib', 'Cstring', 'M3toC'],
      ...['Udir', 'Uerror', 'Uexec', 'Uin', 'Umman', 'Unetdb', 'Unix', 'Uprocess', 'Upwd', 'Uresource', 'Usignal'],
      ...['Usocket', 'Ustat', 'Utime', 'Utypes', 'Uugid', 'Uuio'],
    ],
    hint: 'there is neither C nor Unix beneath: Ctypes has the types of C; Process, Params, Env and Time have what a program asks of its system',
  },
  { names: ['UnsafeRd', 'UnsafeWr'], hint: 'streams have no locks here: Rd and Wr are as fast' },
  {
    names: ['Axis', 'Interval', 'Path', 'Point', 'PolyRegion', 'Rect', 'Region', 'Transform', 'Trapezoid'],
    hint: 'the machine has no windows, and the library nothing about places in them',
  },
  { names: ['Bundle', 'BundleRep'], hint: 'a bundle is made from files by a tool: declare constants of type TEXT' },
];

const HINTS: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap(({ names, hint }) => names.map((name) => [name, hint] as const)),
);

/** Every interface that is known to be absent. */
export const ABSENT: readonly string[] = [...HINTS.keys()];

/** Why there is no such interface, where somebody who has used another library may look for it. */
export function absenceHint(name: string): string | undefined {
  if (name === 'Trestle' || name.endsWith('VBT')) return 'the machine has no windows';
  return HINTS.get(name);
}
