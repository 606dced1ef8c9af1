// The protocol's bounds that several documents share.

/** The most enterprises of a roster (PROTOCOL.md section 1). */
export const mostEnterprises = 50_000_000;

/** The largest size and attempt that is read: what a signed integer of 32 bits holds. */
export const largestInteger = 2 ** 31 - 1;
