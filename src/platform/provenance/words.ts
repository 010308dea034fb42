/** What is signed with. The private key may live elsewhere: then a service or a command makes the signature. */
export type SigningKey =
  | { readonly kind: 'key'; readonly chain: string; readonly key: string }
  | { readonly kind: 'service'; readonly chain: string; readonly url: string; readonly token: string | null }
  | { readonly kind: 'command'; readonly chain: string; readonly command: string };

export interface SignRequest {
  readonly kind: 'sign';
  /** Paths of local MP4 files; `target` is made. */
  readonly source: string;
  readonly target: string;
  /** A manifest definition of c2pa-rs: plain JSON. */
  readonly manifest: object;
  /** The file this one was made from, with its own manifest inside. */
  readonly parent: { readonly file: string; readonly definition: object } | null;
  readonly key: SigningKey;
}

export interface ReadRequest {
  readonly kind: 'read';
  readonly file: string;
  /** PEM of the roots to trust; `null`: none, so that nothing is more than valid. */
  readonly anchors: string | null;
}

/** What was found in a file. `isValid` covers signature and every byte of the file; `isTrusted` also who signed. */
export type ManifestReading =
  | { readonly found: false }
  | {
      readonly found: true;
      /** `urn:c2pa:…`, unique for each manifest. */
      readonly label: string | null;
      readonly isValid: boolean;
      readonly isTrusted: boolean;
      /** Codes of the C2PA specification, such as `assertion.bmffHash.mismatch`. */
      readonly failures: readonly string[];
      /** Claimed by the file; foreign text. */
      readonly generator: string | null;
      readonly signer: string | null;
      /** Why it cannot be read at all. */
      readonly reason: string | null;
      /** The whole manifest store as JSON. */
      readonly json: object | null;
    };
