import { test } from 'vitest'
import { expectForgotten } from './forgotten'

test('the content of a draft that is thrown away leaves the database', expectForgotten)
