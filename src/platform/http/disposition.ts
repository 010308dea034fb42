/**
 * `Content-Disposition` by RFC 6266: the name in ASCII for every client, and as it was written (RFC 8187) where that
 * differs. Nothing in the name can end the header or add to it.
 */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_');
  const written = encodeURIComponent(name.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${written}`}`;
}
