const [DASH, COLON, POINT, T, Z] = [0x2d, 0x3a, 0x2e, 0x54, 0x5a];
const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The milliseconds since 1970 of a moment `YYYY-MM-DDTHH:MM:SS.mmmZ` (24 bytes); NaN for what is none, and for one
 * before the year 1000 or on the 29th of February, which are left to the calendar of shape.ts.
 */
export function scanMoment(bytes: Uint8Array, at: number): number {
  const marks =
    bytes[at + 4] === DASH &&
    bytes[at + 7] === DASH &&
    bytes[at + 10] === T &&
    bytes[at + 13] === COLON &&
    bytes[at + 16] === COLON &&
    bytes[at + 19] === POINT &&
    bytes[at + 23] === Z;
  if (!marks) return NaN;
  const year = twoDigits(bytes, at) * 100 + twoDigits(bytes, at + 2);
  const [month, day] = [twoDigits(bytes, at + 5), twoDigits(bytes, at + 8)];
  const hour = twoDigits(bytes, at + 11);
  const [minute, second] = [twoDigits(bytes, at + 14), twoDigits(bytes, at + 17)];
  const thousandth = twoDigits(bytes, at + 20) * 10 + (twoDigits(bytes, at + 21) % 10);
  // A comparison with NaN is false.
  const real = year >= 1000 && month >= 1 && day >= 1 && day <= DAYS[month]! && hour <= 23 && minute <= 59;
  if (!real || !(second <= 59) || !(thousandth >= 0)) return NaN;
  return Date.UTC(year, month - 1, day, hour, minute, second, thousandth);
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30;
  const ones = bytes[at + 1]! - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** How long an act may take from its own time to the end of its transaction (seconds): an import takes long. */
export const LONGEST_ACT = 3600;
