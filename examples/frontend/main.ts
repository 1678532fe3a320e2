import { createServer } from 'node:http'
import { createClient } from 'copydesk/client'
import { createSite } from './site.ts'

const url = process.env['COPYDESK_URL'] ?? 'http://localhost:3000'
const port = Number(process.env['PORT'] ?? 8080)

createServer(createSite(createClient({ url }))).listen(port, '127.0.0.1', () => {
  console.log(`The Daily Example is at http://127.0.0.1:${port}, and reads ${url}`)
})
