/**
 * Where the service is described (RFC 8631, 4), for whoever does not know how to go on: with every problem and with every page
 * of the documentation. Answers that were asked for rightly do without it, and so cost nothing more.
 */
export const documentationLinks =
  '</openapi.json>; rel="service-desc", </docs>; rel="service-doc", </.well-known/api-catalog>; rel="api-catalog"'
