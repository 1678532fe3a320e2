/*
 * The statements of the yardstick that reads, each written by hand for its one request and prepared once: Postgres joins and
 * aggregates normalised rows into the JSON that is sent as it comes.
 */

const origin = 'https://bench.example/v1/articles'

const root = `
  'id', article.id, 'slug', article.slug, 'url', '${origin}/' || article.slug, 'language', article.language,
  'headline', article.headline, 'summary', article.summary, 'dateline', article.dateline,
  'canonicalUrl', article.canonical_url, 'revision', article.revision, 'wordCount', article.word_count,
  'readingMinutes', article.reading_minutes, 'seo', article.seo,
  'firstPublishedAt', iso_moment(article.first_published_at), 'publishedAt', iso_moment(article.published_at),
  'updatedAt', iso_moment(article.updated_at),
  'correctedAt', (SELECT iso_moment(max(correction.at)) FROM plain.correction WHERE correction.article_id = article.id),
  'links', json_build_object('self', '${origin}/' || article.id,
    'sections', '${origin}/' || article.id || '/sections', 'takeaways', '${origin}/' || article.id || '/takeaways')`

const references = `
  'byline', (SELECT coalesce(json_agg(json_build_object('role', byline.role, 'author',
      json_build_object('id', author.id, 'slug', author.slug, 'name', author.name)) ORDER BY byline.position), '[]')
    FROM plain.byline JOIN author ON author.id = byline.author_id WHERE byline.article_id = article.id),
  'topics', (SELECT coalesce(json_agg(json_build_object('id', topic.id, 'slug', topic.slug, 'name', topic.name)
      ORDER BY article_topic.position), '[]')
    FROM plain.article_topic JOIN topic ON topic.id = article_topic.topic_id
    WHERE article_topic.article_id = article.id)`

const everything = `
  'byline', (SELECT coalesce(json_agg(json_build_object('role', byline.role, 'author', json_build_object(
      'id', author.id, 'slug', author.slug, 'name', author.name, 'jobTitle', author.job_title, 'bio', author.bio,
      'location', author.location, 'organisation', author.organisation, 'website', author.website,
      'links', author.links, 'updatedAt', iso_moment(author.updated_at))) ORDER BY byline.position), '[]')
    FROM plain.byline JOIN author ON author.id = byline.author_id WHERE byline.article_id = article.id),
  'topics', (SELECT coalesce(json_agg(json_build_object('id', topic.id, 'slug', topic.slug, 'name', topic.name,
      'description', topic.description, 'updatedAt', iso_moment(topic.updated_at))
      ORDER BY article_topic.position), '[]')
    FROM plain.article_topic JOIN topic ON topic.id = article_topic.topic_id
    WHERE article_topic.article_id = article.id),
  'sections', (SELECT coalesce(json_agg(json_build_object('id', section.id, 'kind', section.kind,
      'heading', section.heading, 'anchor', section.anchor, 'body', section.body) ORDER BY section.position), '[]')
    FROM plain.section WHERE section.article_id = article.id),
  'takeaways', (SELECT coalesce(json_agg(json_build_object('id', takeaway.id, 'text', takeaway.text,
      'evidence', takeaway.evidence) ORDER BY takeaway.position), '[]')
    FROM plain.takeaway WHERE takeaway.article_id = article.id),
  'corrections', (SELECT coalesce(json_agg(json_build_object('id', correction.id, 'kind', correction.kind,
      'note', correction.note, 'sectionId', correction.section_id, 'before', correction.text_before,
      'after', correction.text_after, 'at', iso_moment(correction.at)) ORDER BY correction.at DESC), '[]')
    FROM plain.correction WHERE correction.article_id = article.id)`

const order = 'ORDER BY article.published_at DESC, article.id DESC LIMIT 20'

export const articleBySlug = `
  SELECT json_build_object(${root}, ${everything})::text AS body FROM plain.article WHERE slug = $1`

export const newestArticles = `
  SELECT json_build_object(${root}, ${references})::text AS body FROM plain.article ${order}`

export const newestArticlesWhole = `
  SELECT json_build_object(${root}, ${everything})::text AS body FROM plain.article ${order}`

export const articlesAfter = `
  SELECT json_build_object(${root}, ${references})::text AS body FROM plain.article
  WHERE (published_at, id) < ($1::timestamptz, $2::uuid) ${order}`

export const articlesAbout = `
  SELECT json_build_object(${root}, ${references})::text AS body
  FROM plain.article, websearch_to_tsquery('english', $1) AS words WHERE search @@ words
  ORDER BY ts_rank(search, words) DESC, article.id DESC LIMIT 20`

export const articlesBy = `
  SELECT json_build_object(${root}, ${references})::text AS body FROM plain.article
  WHERE id IN (SELECT article_id FROM plain.byline JOIN author ON author.id = author_id WHERE author.slug = $1)
    AND id IN (SELECT article_id FROM plain.article_topic JOIN topic ON topic.id = topic_id WHERE topic.slug = $2)
  ${order}`
