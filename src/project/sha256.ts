/** The bits of a word. */
const WORD = 2 ** 32;

/** The first 32 bits of what follows the point in the roots of the first 64 primes: cube roots for the rounds, square roots to start from. */
function tables(): { readonly rounds: Int32Array; readonly start: Int32Array } {
  const primes: number[] = [];
  for (let one = 2; primes.length < 64; one += 1) {
    const decisive = primes.find((prime) => prime * prime > one || one % prime === 0) ?? one;
    if (decisive * decisive > one) primes.push(one);
  }
  const fractions = (power: number): Int32Array => Int32Array.from(primes, (prime) => ((prime ** power % 1) * WORD) | 0);
  return { rounds: fractions(1 / 3), start: fractions(1 / 2).slice(0, 8) };
}

const TABLES = tables();

/** The bytes of a text, one 1 bit, as many 0 bits as it takes, and the length in bits: a whole number of blocks of 64 bytes. */
function padded(text: string): DataView {
  const bytes = new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
  new Uint8Array(view.buffer).set(bytes);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, Math.floor((bytes.length * 8) / WORD));
  view.setUint32(view.byteLength - 4, bytes.length * 8);
  return view;
}

function rotated(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The 64 words that a block gives to the rounds. */
function schedule(view: DataView, block: number): Int32Array {
  const words = new Int32Array(64);
  const at = (place: number): number => words[place] ?? 0;
  for (let place = 0; place < 16; place += 1) words[place] = view.getInt32(block + place * 4);
  for (let place = 16; place < 64; place += 1) {
    const [early, late] = [at(place - 15), at(place - 2)];
    const mixedEarly = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const mixedLate = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    words[place] = at(place - 16) + mixedEarly + at(place - 7) + mixedLate;
  }
  return words;
}

/**
 * The SHA-256 of a text (FIPS 180-4). Ours, for what runs in a browser too has no other that answers at once.
 * @param text what to hash, as UTF-8
 * @returns 64 hexadecimal digits
 */
export function sha256(text: string): string {
  const view = padded(text);
  const hash = Int32Array.from(TABLES.start);
  for (let block = 0; block < view.byteLength; block += 64) {
    const words = schedule(view, block);
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
    for (let round = 0; round < 64; round += 1) {
      const mixed = (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g));
      const first = (h + mixed + (TABLES.rounds[round] ?? 0) + (words[round] ?? 0)) | 0;
      const second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    for (const [place, word] of [a, b, c, d, e, f, g, h].entries()) hash[place] = (hash[place] ?? 0) + word;
  }
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
