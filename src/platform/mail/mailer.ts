import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import type { Settings } from '../config/settings';

export interface Mail {
  /** Stable over retries: becomes the Message-ID, so that a repeated mail is recognised as one. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mail by SMTP, or writes it to the outbox folder when no server is configured. */
export class Mailer {
  private readonly transport: Transporter;
  private readonly folder: string | null;

  constructor(private readonly settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'dataDir'>) {
    const { smtpUrl } = settings;
    this.folder = smtpUrl === undefined ? path.resolve(settings.dataDir, 'outbox') : null;
    this.transport =
      smtpUrl === undefined
        ? createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
        : createTransport({
            url: smtpUrl,
            connectionTimeout: 10_000,
            greetingTimeout: 10_000,
            socketTimeout: 20_000,
          });
  }

  /** Resolves when the server took the mail or the file is written. Throws what the server answered. */
  async send(mail: Mail): Promise<void> {
    const sent = (await this.transport.sendMail({
      from: this.settings.mailFrom,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@atelier>`,
    })) as { message?: Buffer };
    if (this.folder === null) return;
    await mkdir(this.folder, { recursive: true });
    const file = path.join(this.folder, `${mail.id}.eml`);
    await writeFile(`${file}.part`, sent.message ?? Buffer.alloc(0));
    await rename(`${file}.part`, file);
  }
}
