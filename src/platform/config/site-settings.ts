import { isIP } from 'node:net';
import { Transform } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, ValidateBy } from 'class-validator';
import { Env, flag, list } from './env';
import { RuleSettings } from './rule-settings';

const NOT_A_PROXY =
  'may name only addresses and networks such as 10.0.0.7 or 10.0.0.0/24, and never everybody (/0)';

/** Believing everybody would let everybody choose their own address. */
function isProxy(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [address = '', bits] = value.split('/');
  const size = isIP(address) === 4 ? 32 : 128;
  const isBits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= size);
  return isIP(address) !== 0 && isBits;
}

/** Where this process listens, and how people reach it. */
export abstract class SiteSettings extends RuleSettings {
  @Env('HOST', 'Address to listen on.', '127.0.0.1')
  @IsString()
  host = '127.0.0.1';

  @Env('PORT', 'Port of API and portal. 0 picks a free one.', '3000')
  @IsInt()
  @Min(0)
  @Max(65535)
  port: number = 3000;

  @Env(
    'PUBLIC_URL',
    'Address under which people reach the portal; used in mails and share links.',
    'http://localhost:3000',
  )
  @IsOptional()
  @IsUrl(
    { require_tld: false, require_protocol: true },
    { message: 'must be a full address such as https://atelier.example' },
  )
  publicUrl?: string;

  @Env(
    'TRUSTED_PROXIES',
    'Addresses or networks whose X-Forwarded-For is believed, separated by commas. Empty: nobody.',
    '',
  )
  @Transform(list)
  @IsArray()
  @ValidateBy(
    { name: 'isProxy', validator: { validate: isProxy, defaultMessage: () => NOT_A_PROXY } },
    { each: true },
  )
  trustedProxies: string[] = [];

  @Env(
    'ATELIER_SECURE_COOKIES',
    'Cookies with the __Host- prefix and Secure. Empty: as PUBLIC_URL is https or not. false: plain http is wanted, even where others can listen.',
    '',
  )
  @Transform(flag)
  @IsOptional()
  @IsIn([true, false], { message: 'must be true or false' })
  askedCookies?: boolean;

  get secureCookies(): boolean {
    return this.askedCookies ?? this.publicUrl?.startsWith('https://') === true;
  }
}
