import type { FastifyInstance } from 'fastify';
import { DiagnosticsError } from '../../errors/index.ts';

/** Listens, and says what to do when the operating system refuses. */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    await server.close();
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') throw inUse(host, port);
    if (
      code === 'EACCES' ||
      code === 'EADDRNOTAVAIL' ||
      code === 'ENOTFOUND' ||
      code === 'ERR_SOCKET_BAD_PORT'
    ) {
      throw refused(host, port, code);
    }
    throw error;
  }
}

function inUse(host: string, port: number): DiagnosticsError {
  return new DiagnosticsError([
    {
      code: 'RMT4020',
      message: `Port ${port} of ${host} is in use.`,
      mend: `PORT=${port + 1}  # another port; 0 takes any free one\n\nss -ltnp 'sport = :${port}'  # shows who listens`,
    },
  ]);
}

function refused(host: string, port: number, code: string): DiagnosticsError {
  return new DiagnosticsError([
    {
      code: 'RMT4021',
      message: `${host}, port ${port}, cannot be listened on: ${code}.`,
      mend: 'HOST=127.0.0.1 PORT=3000  # an address of this machine, and a port from 1024 to 65535',
    },
  ]);
}
