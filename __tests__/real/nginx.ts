import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDirectory } from './directory.ts'
import { startInForeground, startOnFreePort } from './foreground.ts'

export interface NginxOptions {
  /** Directives of the `server` block. */
  server: string[]
  /** What stands behind the address in `listen`: `ssl` unless told otherwise. */
  listen?: '' | 'ssl' | 'ssl http2'
  /** Directives of the `http` block. */
  http?: string[]
}

export interface Nginx {
  port: number
  close(): Promise<void>
}

/** Starts nginx on a free loopback port. */
export async function startNginx({ server, listen = 'ssl', http = [] }: NginxOptions): Promise<Nginx> {
  const directory = await makeDirectory()
  const file = (name: string): string => join(directory.path, name)
  const configurationFor = (port: number): string => `
user root;
daemon off;
worker_processes 1;
pid ${file('pid')};
events {}
http {
  access_log off;
  client_body_temp_path ${file('body')};
  proxy_temp_path ${file('proxy')};
  fastcgi_temp_path ${file('fastcgi')};
  uwsgi_temp_path ${file('uwsgi')};
  scgi_temp_path ${file('scgi')};
  ${http.join('\n  ')}
  server {
    listen 127.0.0.1:${port} ${listen};
    root ${directory.path};
    ${server.join('\n    ')}
  }
}
`
  const args = ['-c', file('nginx.conf'), '-g', 'error_log stderr notice;']
  const { port, stop } = await startOnFreePort(async (free) => {
    await writeFile(file('nginx.conf'), configurationFor(free))
    return startInForeground('nginx', args, /start worker process /)
  })
  return {
    port,
    async close() {
      await stop()
      await directory.remove()
    },
  }
}
