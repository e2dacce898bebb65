#include "../../program.h"

enum { FRAMES = 256, LARGEST = 512, IPV4 = 0x0800, UDP = 17 };

/* Numbers of more than a byte are in network byte order, so they are swapped on this machine. */
typedef struct __attribute__((packed)) {
  uint8_t destination[6], source[6];
  uint16_t kind;
} Ethernet;

typedef struct __attribute__((packed)) {
  uint8_t version, service;
  uint16_t length, id, fragment;
  uint8_t hops, protocol;
  uint16_t sum;
  uint32_t source, destination;
} Internet;

typedef struct __attribute__((packed)) {
  uint16_t source_port, destination_port, length, sum;
} Datagram;

enum {
  INTERNET_AT = sizeof(Ethernet),
  DATAGRAM_AT = INTERNET_AT + sizeof(Internet),
  PAYLOAD_AT = DATAGRAM_AT + sizeof(Datagram)
};

static uint8_t buffer[FRAMES * LARGEST];
static int64_t starts[FRAMES + 1];

static uint16_t swap(uint16_t n) { return __builtin_bswap16(n); }

/* The sum of a header in ones' complement. In the other byte order it is the same with its bytes swapped, so nothing needs to be swapped to check it. */
static int64_t header_sum(const uint8_t *header, int64_t size) {
  int64_t sum = 0;
  for (int64_t i = 0; i < size; i += 2) {
    uint16_t n;
    memcpy(&n, header + i, sizeof n);
    sum += n;
  }
  while (sum > 0xFFFF) sum = (sum & 0xFFFF) + (sum >> 16);
  return sum;
}

/* Every fifth frame is no IPv4, and the sum of every eighth is wrong. */
static void make_frame(uint8_t *frame, int64_t size, int64_t number, int64_t payload) {
  for (int64_t i = 0; i < size; i++) frame[i] = (number + i) % 256;
  Ethernet *ethernet = (Ethernet *)frame;
  Internet *internet = (Internet *)(frame + INTERNET_AT);
  Datagram *datagram = (Datagram *)(frame + DATAGRAM_AT);
  ethernet->kind = swap(IPV4 + (number % 5 == 4) * 6);
  internet->version = 0x45;
  internet->length = swap(sizeof(Internet) + sizeof(Datagram) + payload);
  internet->protocol = UDP;
  internet->sum = 0;
  internet->sum = 0xFFFF - header_sum(frame + INTERNET_AT, sizeof(Internet));
  if (number % 8 == 7) internet->hops ^= 1;
  datagram->destination_port = swap(1000 + number);
  datagram->length = swap(sizeof(Datagram) + payload);
}

static void make_frames(void) {
  starts[0] = 0;
  for (int64_t i = 0; i < FRAMES; i++) {
    int64_t payload = 18 + i * 37 % 400;
    starts[i + 1] = starts[i] + PAYLOAD_AT + payload;
    make_frame(buffer + starts[i], PAYLOAD_AT + payload, i, payload);
  }
}

/* What counts of a frame; 0 if it is none of ours. */
static int64_t parse(const uint8_t *frame, int64_t size) {
  if (size < PAYLOAD_AT) return 0;
  const Ethernet *ethernet = (const Ethernet *)frame;
  const Internet *internet = (const Internet *)(frame + INTERNET_AT);
  const Datagram *datagram = (const Datagram *)(frame + DATAGRAM_AT);
  if (swap(ethernet->kind) != IPV4 || internet->version != 0x45 || internet->protocol != UDP) return 0;
  if (header_sum(frame + INTERNET_AT, sizeof(Internet)) != 0xFFFF) return 0;
  if (swap(internet->length) != size - INTERNET_AT) return 0;
  return swap(datagram->destination_port) + swap(datagram->length) + frame[PAYLOAD_AT];
}

int64_t run(int64_t n) {
  int64_t sum = 0;
  make_frames();
  for (int64_t round = 0; round < n; round++)
    for (int64_t i = 0; i < FRAMES; i++)
      sum = (sum * 31 + parse(buffer + starts[i], starts[i + 1] - starts[i])) % 1000000007;
  return sum;
}
