// The floor of live updates: bare Socket.IO with one room to a thread, told by a plain POST.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const server = createServer((req, res) => {
  let body = '';
  req.on('data', (chunk) => (body += chunk));
  req.on('end', () => {
    const { room, name, payload } = JSON.parse(body);
    io.to(room).emit(name, payload);
    res.writeHead(201).end();
  });
});
const io = new Server(server, { serveClient: false, perMessageDeflate: false, httpCompression: false });
io.on('connection', (socket) => {
  socket.on('thread:join', ({ thread }, ack) => {
    void socket.join(thread);
    ack({ ok: true, seq: 0 });
  });
  socket.on('person:join', ({ token }, ack) => {
    void socket.join(token);
    ack({ ok: true, unread: 0 });
  });
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log(`port ${server.address().port}`));
