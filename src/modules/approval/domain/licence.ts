/** What others may do with a work. A closed list: a licence is a deed with an address, not a wish. */
export const LICENCES = {
  all_rights_reserved: { says: 'All rights reserved: look at it, share its address.', deed: null },
  cc_by_4_0: {
    says: 'CC BY 4.0: share and adapt it, with credit.',
    deed: 'https://creativecommons.org/licenses/by/4.0/',
  },
  cc_by_sa_4_0: {
    says: 'CC BY-SA 4.0: share and adapt it, with credit and under the same licence.',
    deed: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  cc_by_nc_4_0: {
    says: 'CC BY-NC 4.0: share and adapt it, with credit, not for money.',
    deed: 'https://creativecommons.org/licenses/by-nc/4.0/',
  },
  cc_by_nc_sa_4_0: {
    says: 'CC BY-NC-SA 4.0: share and adapt it, with credit, not for money, under the same licence.',
    deed: 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  },
  cc_by_nd_4_0: {
    says: 'CC BY-ND 4.0: share it unaltered, with credit.',
    deed: 'https://creativecommons.org/licenses/by-nd/4.0/',
  },
  cc_by_nc_nd_4_0: {
    says: 'CC BY-NC-ND 4.0: share it unaltered, with credit, not for money.',
    deed: 'https://creativecommons.org/licenses/by-nc-nd/4.0/',
  },
  cc0_1_0: {
    says: 'CC0 1.0: given to the public; no credit needed.',
    deed: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
} as const satisfies Record<string, { says: string; deed: string | null }>;

export type Licence = keyof typeof LICENCES;

export const LICENCE_NAMES = Object.keys(LICENCES) as readonly Licence[];
