import { afterAll } from 'vitest'
import { end } from './ending.ts'

// Vitest runs this before each file of tests, and not the modules that it imports, which stay loaded.
afterAll(end)
