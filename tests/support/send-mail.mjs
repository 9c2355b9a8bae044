// Sends a mail by the server of an address, and says what became of it: for what holds for a whole process from its start.
import { createSmtpTransport } from '../../dist/services/notifications/email.js';

const transport = createSmtpTransport({ url: process.argv[2], from: 'news@gazette.example', now: () => new Date() });
const words = { subject: 'Mot', text: 'mot', html: '<p>mot</p>', headers: {} };
const outcome = await transport.send({ ...words, messageId: 'mot@gazette.example', to: 'lise@example.org' });
console.log(JSON.stringify(outcome));
await transport.close();
