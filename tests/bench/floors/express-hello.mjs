// The floor of reading: Express with one route and nothing else.
import express from 'express';

const app = express();
app.get('/', (_req, res) => res.send('hello'));
const server = app.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
