/** The bits of a word. */
const WORD = 2 ** 32;

/** How many words a block has. */
const BLOCK = 16;

/** The first 32 bits of what follows the point in the roots of the first 64 primes: cube roots for the rounds, square roots to start from. */
function tables(): { readonly rounds: Int32Array; readonly start: Int32Array } {
  const primes: number[] = [];
  for (let one = 2; primes.length < 64; one += 1) {
    const decisive = primes.find((prime) => prime * prime > one || one % prime === 0) ?? one;
    if (decisive * decisive > one) primes.push(one);
  }
  const fractions = (power: number): Int32Array =>
    Int32Array.from(primes, (prime) => ((prime ** power % 1) * WORD) | 0);
  return { rounds: fractions(1 / 3), start: fractions(1 / 2).slice(0, 8) };
}

const TABLES = tables();

const UTF_8 = new TextEncoder();

/** The bytes of a text, one 1 bit, as many 0 bits as it takes, and the length in bits: a whole number of blocks. */
function padded(text: string): DataView {
  const bytes = UTF_8.encode(text);
  const message = new Uint8Array(((bytes.length + 72) >> 6) * BLOCK * 4);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(message.length - 8, (bytes.length * 8) / WORD);
  view.setUint32(message.length - 4, bytes.length * 8);
  return view;
}

/** Makes of the first 16 words the 64 that a block gives to the rounds. */
function extend(words: Int32Array): void {
  for (let place = BLOCK; place < words.length; place += 1) {
    const early = words[place - 15] ?? 0;
    const late = words[place - 2] ?? 0;
    const mixedEarly = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
    const mixedLate = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
    words[place] = (words[place - 16] ?? 0) + mixedEarly + (words[place - 7] ?? 0) + mixedLate;
  }
}

/** Takes a block into a hash. The turns of words are written out: a call for each took twice as long where nothing is compiled yet. */
function mix(hash: Int32Array, words: Int32Array): void {
  const { rounds } = TABLES;
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let round = 0; round < words.length; round += 1) {
    const turned =
      (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + ((e & f) ^ (~e & g));
    const first = (h + turned + (rounds[round] ?? 0) + (words[round] ?? 0)) | 0;
    const second =
      (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const mixed = [a, b, c, d, e, f, g, h];
  for (let place = 0; place < mixed.length; place += 1) hash[place] = (hash[place] ?? 0) + (mixed[place] ?? 0);
}

/** The SHA-256 of a text in UTF-8, as hexadecimal digits (FIPS 180-4): what runs in a browser too has no other that answers at once. */
export function sha256(text: string): string {
  const message = padded(text);
  const hash = Int32Array.from(TABLES.start);
  const words = new Int32Array(64);
  for (let block = 0; block < message.byteLength; block += BLOCK * 4) {
    for (let place = 0; place < BLOCK; place += 1) words[place] = message.getInt32(block + place * 4);
    extend(words);
    mix(hash, words);
  }
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
