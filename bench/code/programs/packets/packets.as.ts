const FRAMES: i32 = 256;
const LARGEST: i32 = 512;
const IPV4: u16 = 0x0800;
const UDP: u8 = 17;

// A view reads numbers in network byte order.
namespace Ethernet {
  export const kind: i32 = 12;
  export const size: i32 = 14;
}
namespace Internet {
  export const version: i32 = 0;
  export const length: i32 = 2;
  export const hops: i32 = 8;
  export const protocol: i32 = 9;
  export const sum: i32 = 10;
  export const size: i32 = 20;
}
namespace Datagram {
  export const destinationPort: i32 = 2;
  export const length: i32 = 4;
  export const size: i32 = 8;
}

const INTERNET_AT: i32 = Ethernet.size;
const DATAGRAM_AT: i32 = INTERNET_AT + Internet.size;
const PAYLOAD_AT: i32 = DATAGRAM_AT + Datagram.size;

const view = new DataView(new ArrayBuffer(FRAMES * LARGEST));
const starts = new StaticArray<i32>(FRAMES + 1);

// The sum of a header in ones' complement.
function headerSum(at: i32): i32 {
  let sum: i32 = 0;
  for (let i = 0; i < Internet.size; i += 2) sum += i32(view.getUint16(at + i));
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return sum;
}

// Every fifth frame is no IPv4, and the sum of every eighth is wrong.
function makeFrame(at: i32, number: i32, payload: i32): void {
  for (let i = 0; i < PAYLOAD_AT + payload; i++) view.setUint8(at + i, u8((number + i) % 256));
  const internet = at + INTERNET_AT;
  const datagram = at + DATAGRAM_AT;
  view.setUint16(at + Ethernet.kind, IPV4 + u16(number % 5 === 4 ? 6 : 0));
  view.setUint8(internet + Internet.version, 0x45);
  view.setUint16(internet + Internet.length, u16(Internet.size + Datagram.size + payload));
  view.setUint8(internet + Internet.protocol, UDP);
  view.setUint16(internet + Internet.sum, 0);
  view.setUint16(internet + Internet.sum, u16(0xffff - headerSum(internet)));
  if (number % 8 === 7) view.setUint8(internet + Internet.hops, view.getUint8(internet + Internet.hops) ^ 1);
  view.setUint16(datagram + Datagram.destinationPort, u16(1000 + number));
  view.setUint16(datagram + Datagram.length, u16(Datagram.size + payload));
}

function makeFrames(): void {
  starts[0] = 0;
  for (let i = 0; i < FRAMES; i++) {
    const payload = 18 + ((i * 37) % 400);
    starts[i + 1] = starts[i] + PAYLOAD_AT + payload;
    makeFrame(starts[i], i, payload);
  }
}

// What counts of a frame; 0 if it is none of ours.
function parse(at: i32, size: i32): i32 {
  if (size < PAYLOAD_AT) return 0;
  const internet = at + INTERNET_AT;
  const datagram = at + DATAGRAM_AT;
  if (view.getUint16(at + Ethernet.kind) !== IPV4) return 0;
  if (view.getUint8(internet + Internet.version) !== 0x45) return 0;
  if (view.getUint8(internet + Internet.protocol) !== UDP) return 0;
  if (headerSum(internet) !== 0xffff) return 0;
  if (i32(view.getUint16(internet + Internet.length)) !== size - INTERNET_AT) return 0;
  return (
    i32(view.getUint16(datagram + Datagram.destinationPort)) +
    i32(view.getUint16(datagram + Datagram.length)) +
    i32(view.getUint8(at + PAYLOAD_AT))
  );
}

export function run(n: i64): i64 {
  makeFrames();
  let sum: i64 = 0;
  for (let round: i64 = 0; round < n; round++) {
    for (let i = 0; i < FRAMES; i++) sum = (sum * 31 + parse(starts[i], starts[i + 1] - starts[i])) % 1000000007;
  }
  return sum;
}
