const FRAMES = 256;
const LARGEST = 512;
const IPV4 = 0x0800;
const UDP = 17;

// A view reads numbers in network byte order.
const ETHERNET = { kind: 12, size: 14 };
const INTERNET = { version: 0, length: 2, hops: 8, protocol: 9, sum: 10, size: 20 };
const DATAGRAM = { destinationPort: 2, length: 4, size: 8 };

const INTERNET_AT = ETHERNET.size;
const DATAGRAM_AT = INTERNET_AT + INTERNET.size;
const PAYLOAD_AT = DATAGRAM_AT + DATAGRAM.size;

const view = new DataView(new ArrayBuffer(FRAMES * LARGEST));
const starts = new Int32Array(FRAMES + 1);

// The sum of a header in ones' complement.
function headerSum(at) {
  let sum = 0;
  for (let i = 0; i < INTERNET.size; i += 2) sum += view.getUint16(at + i);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return sum;
}

// Every fifth frame is no IPv4, and the sum of every eighth is wrong.
function makeFrame(at, number, payload) {
  for (let i = 0; i < PAYLOAD_AT + payload; i++) view.setUint8(at + i, (number + i) % 256);
  const internet = at + INTERNET_AT;
  const datagram = at + DATAGRAM_AT;
  view.setUint16(at + ETHERNET.kind, IPV4 + (number % 5 === 4 ? 6 : 0));
  view.setUint8(internet + INTERNET.version, 0x45);
  view.setUint16(internet + INTERNET.length, INTERNET.size + DATAGRAM.size + payload);
  view.setUint8(internet + INTERNET.protocol, UDP);
  view.setUint16(internet + INTERNET.sum, 0);
  view.setUint16(internet + INTERNET.sum, 0xffff - headerSum(internet));
  if (number % 8 === 7) view.setUint8(internet + INTERNET.hops, view.getUint8(internet + INTERNET.hops) ^ 1);
  view.setUint16(datagram + DATAGRAM.destinationPort, 1000 + number);
  view.setUint16(datagram + DATAGRAM.length, DATAGRAM.size + payload);
}

function makeFrames() {
  starts[0] = 0;
  for (let i = 0; i < FRAMES; i++) {
    const payload = 18 + ((i * 37) % 400);
    starts[i + 1] = starts[i] + PAYLOAD_AT + payload;
    makeFrame(starts[i], i, payload);
  }
}

// What counts of a frame; 0 if it is none of ours.
function parse(at, size) {
  if (size < PAYLOAD_AT) return 0;
  const internet = at + INTERNET_AT;
  const datagram = at + DATAGRAM_AT;
  if (view.getUint16(at + ETHERNET.kind) !== IPV4) return 0;
  if (view.getUint8(internet + INTERNET.version) !== 0x45) return 0;
  if (view.getUint8(internet + INTERNET.protocol) !== UDP) return 0;
  if (headerSum(internet) !== 0xffff) return 0;
  if (view.getUint16(internet + INTERNET.length) !== size - INTERNET_AT) return 0;
  return (
    view.getUint16(datagram + DATAGRAM.destinationPort) +
    view.getUint16(datagram + DATAGRAM.length) +
    view.getUint8(at + PAYLOAD_AT)
  );
}

export function run(n) {
  makeFrames();
  let sum = 0;
  for (let round = 0; round < n; round++) {
    for (let i = 0; i < FRAMES; i++) sum = (sum * 31 + parse(starts[i], starts[i + 1] - starts[i])) % 1000000007;
  }
  return sum;
}
