/** A table of places in the MaxMind DB format, version 2, as small as it can be: IPv4 prefixes, each with its place. */
export interface PlaceLine {
  /** `203.0.113.0/24` */
  readonly network: string;
  readonly latitude: number;
  readonly longitude: number;
}

type Value = string | number | readonly string[] | { readonly [name: string]: Value } | Double;
class Double {
  constructor(readonly value: number) {}
}

const head = (type: number, size: number): Buffer =>
  type < 8 ? Buffer.from([(type << 5) | size]) : Buffer.from([size, type - 7]);

function encode(value: Value): Buffer {
  if (value instanceof Double) {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleBE(value.value);
    return Buffer.concat([head(3, 8), bytes]);
  }
  if (typeof value === 'string')
    return Buffer.concat([head(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([head(6, 4), bytes]);
  }
  if (Array.isArray(value)) return Buffer.concat([head(11, value.length), ...value.map(encode)]);
  const members = Object.entries(value as Record<string, Value>);
  return Buffer.concat([
    head(7, members.length),
    ...members.flatMap(([name, of]) => [encode(name), encode(of)]),
  ]);
}

interface Node {
  readonly sides: [Node | number | null, Node | number | null];
}

function plant(tree: Node, network: string, line: number): void {
  const [address = '', length = '32'] = network.split('/');
  const whole = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  let node = tree;
  for (let bit = 0; bit < Number(length); bit += 1) {
    const side = (Math.floor(whole / 2 ** (31 - bit)) % 2) as 0 | 1;
    if (bit === Number(length) - 1) {
      node.sides[side] = line;
      return;
    }
    const next = node.sides[side];
    const fresh: Node = typeof next === 'object' && next !== null ? next : { sides: [null, null] };
    node.sides[side] = fresh;
    node = fresh;
  }
}

export function placeTable(lines: readonly PlaceLine[]): Buffer {
  const root: Node = { sides: [null, null] };
  for (const [index, { network }] of lines.entries()) plant(root, network, index);
  const nodes: Node[] = [];
  const number = (node: Node): void => {
    nodes.push(node);
    for (const side of node.sides) if (typeof side === 'object' && side !== null) number(side);
  };
  number(root);
  const data: Buffer[] = [];
  const offsets = lines.map(({ latitude, longitude }) => {
    const offset = data.reduce((sum, { length }) => sum + length, 0);
    data.push(encode({ latitude: new Double(latitude), longitude: new Double(longitude) }));
    return offset;
  });
  const tree = Buffer.alloc(nodes.length * 8);
  for (const [at, { sides }] of nodes.entries())
    for (const [side, to] of sides.entries()) {
      const record =
        to === null
          ? nodes.length
          : typeof to === 'number'
            ? nodes.length + 16 + (offsets[to] ?? 0)
            : nodes.indexOf(to);
      tree.writeUInt32BE(record, at * 8 + side * 4);
    }
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_764_000_000,
    database_type: 'places',
    description: { en: 'places of a test' },
    ip_version: 4,
    languages: ['en'],
    node_count: nodes.length,
    record_size: 32,
  });
  const marker = Buffer.concat([Buffer.from([0xab, 0xcd, 0xef]), Buffer.from('MaxMind.com')]);
  return Buffer.concat([tree, Buffer.alloc(16), ...data, marker, metadata]);
}
