const count = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `83 kB`, `4.2 MB`, `1.7 GB`: for people. */
export function formatBytes(bytes: number): string {
  if (bytes < 100_000) return `${count.format(Math.ceil(bytes / 1_000))} kB`;
  return bytes < 1_000_000_000
    ? `${count.format(bytes / 1_000_000)} MB`
    : `${count.format(bytes / 1_000_000_000)} GB`;
}
