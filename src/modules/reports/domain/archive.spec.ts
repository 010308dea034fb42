import { archivePage, checksums, type ArchivePart, type ArchiveRecord } from './archive';

const page = (records: [ArchivePart, ArchiveRecord[]][], missing: string[] = []): string =>
  archivePage({
    name: 'Ada <Lovelace>',
    at: new Date('2026-11-26T10:00:00Z'),
    records: new Map(records),
    papers: [{ path: 'works/rain & fog #1.mp4', about: 'Rain & fog' }],
    missing,
  });

test('what people wrote stands in the page as text and nothing else', () => {
  const html = page([
    ['feedback', [{ id: 'fbk_1', body: '<script>alert(1)</script> "a" & \'b\'', ratings: { '<b>': '<i>' } }]],
  ]);
  expect(html).not.toMatch(/<script|<b>|<i>/);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;a&quot; &amp; &#39;b&#39;');
  expect(html).toContain('Everything of Ada &lt;Lovelace&gt;');
  expect(html).toContain(`default-src 'none'`);
});

test('a file is linked beside the page, whatever its name holds', () => {
  expect(page([])).toContain('<a href="works/rain%20%26%20fog%20%231.mp4">Rain &amp; fog</a>');
});

test('a record shows what it has, in words, and nothing that is empty', () => {
  const html = page([
    ['uses', [{ takenBack: '2026-11-01', price: 1500, isListed: false, licences: [], tags: {}, note: null }]],
  ]);
  expect(html).toContain('<dt>Taken back</dt><dd>2026-11-01</dd>');
  expect(html).toContain('<dt>Price</dt><dd>1500</dd>');
  expect(html).toContain('<dt>Is listed</dt><dd>no</dd>');
  for (const empty of ['Licences', 'Tags', 'Note']) expect(html).not.toContain(`<dt>${empty}`);
  expect(html).toContain('Uses of your works that you agreed to (1)');
  expect(html).not.toContain('Grant applications');
});

test('files that are no longer kept are named, and only then', () => {
  expect(page([])).not.toContain('No longer kept');
  expect(page([], ['clips/gen_1.mp4'])).toContain('<li>clips/gen_1.mp4</li>');
});

test('checksums are lines that sha256sum reads', () => {
  expect(checksums([{ path: 'a b.json', sha256: 'f'.repeat(64) }])).toBe(`${'f'.repeat(64)}  a b.json\n`);
});
