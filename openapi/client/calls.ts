import type { requests } from './requests.ts'
import type { operations } from './types.ts'

/** What an operation is called in the document, in the service's code and here. */
export type OperationId = keyof typeof requests & keyof operations

/** A method for each operation. */
export type Calls = { [Id in OperationId]: Call<Id> }

/**
 * Takes all parameters in one object, each by its name in the document, and the body; gives back the body of the answer.
 * What is asked for decides the type: `version: 'draft'` gives the working copy, `fields` what can be selected.
 */
type Call<Id extends OperationId> = <
  Version extends 'published' | 'draft' = 'published',
  Fields extends Parameter<Id, 'fields'> | undefined = undefined,
>(
  ...given: Arguments<Id, Choice<Id, 'version', Version> & Choice<Id, 'fields', Fields>>
) => Promise<Answer<Id, Version, Fields>>

type Arguments<Id extends OperationId, Chosen> =
  Record<never, never> extends Given<Id> ? [given?: Given<Id> & Chosen] : [given: Given<Id> & Chosen]

/** Parameters of path, query and header, and the body. */
export type Given<Id extends OperationId> = Simplified<
  Loose<In<Id, 'path'>> & Loose<In<Id, 'query'>> & Loose<In<Id, 'header'>> & Body<operations[Id]> & Steering
>

export interface Steering {
  /** Gives up when it is aborted. */
  signal?: AbortSignal | undefined
}

type In<Id extends OperationId, Place extends 'path' | 'query' | 'header'> = Existing<
  NonNullable<operations[Id]['parameters'][Place]>
>

type Existing<Parameters> = [Parameters] extends [never] ? unknown : Parameters

/** What may be left out may be undefined too. */
type Loose<Parameters> = {
  [Name in keyof Parameters]: Record<never, never> extends Pick<Parameters, Name>
    ? Parameters[Name] | undefined
    : Parameters[Name]
}

type Body<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Sent } } }
  ? { body: Sent }
  : Operation extends { requestBody?: { content: { 'application/json': infer Sent } } }
    ? { body?: Sent }
    : unknown

type Simplified<Type> = { [Key in keyof Type]: Type[Key] }

type Parameter<Id extends OperationId, Name extends string> = Name extends keyof Given<Id>
  ? Given<Id>[Name]
  : undefined

/** Lets the type of one parameter be told from the call; nothing where there is no such parameter. */
type Choice<Id extends OperationId, Name extends string, Chosen> = Name extends keyof Given<Id>
  ? { [Key in Name]?: Chosen | undefined }
  : unknown

type Answer<Id extends OperationId, Version, Fields> = Versioned<Asked<Id, Fields>, Id, Version>

type Asked<Id extends OperationId, Fields> = 'fields' extends keyof Given<Id>
  ? [Fields] extends [undefined]
    ? Whole<Content<Id>>
    : Selected<Content<Id>>
  : Content<Id>

type Versioned<Found, Id extends OperationId, Version> = 'version' extends keyof Given<Id>
  ? Version extends 'draft'
    ? Extract<Found, Drafted>
    : Exclude<Found, Drafted>
  : Found

/** A working copy says which version it is, to be sent back with its change. */
type Drafted = { etag: string } | { data: readonly { etag: string }[] }

type Whole<Found> = Found extends unknown ? (IsSelection<Found> extends true ? never : Found) : never
type Selected<Found> = Found extends unknown ? (IsSelection<Found> extends true ? Found : never) : never

/** Of what is selected only the id is sure to be there, and the ETag of a working copy. */
type IsSelection<Found> = Found extends { data: readonly (infer Item)[] }
  ? IsSelection<Item>
  : { id: string; etag: string } extends Found
    ? true
    : false

/** What a successful answer holds: its JSON, or else whatever there is. */
export type Content<Id extends OperationId> = ContentOf<operations[Id]['responses']>

type ContentOf<Responses> = [keyof Responses & (200 | 201)] extends [never]
  ? undefined
  : { [Status in keyof Responses & (200 | 201)]: Media<Responses[Status]> }[keyof Responses & (200 | 201)]

type Media<Response> = Response extends { content: infer Content }
  ? Content extends { 'application/json': infer Json }
    ? Json
    : Content[keyof Content]
  : undefined
